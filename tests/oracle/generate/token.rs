//! Requests with tokens: good ones, and every way of being bad.

use serde_json::{Value, json};

use super::generator::Generator;
use crate::oracle::request::Play;
use crate::oracle::tokens::Flaw;

impl Generator<'_> {
    /// Requests that a filter for tokens speaks of.
    pub(super) fn tokens(&mut self, filter: &Value, base: &Play) {
        for provider in filter["providers"].as_object().into_iter().flat_map(|providers| providers.values()) {
            self.issuers.push(provider.clone());
            for flaw in Flaw::ALL {
                let mut play = base.clone();
                let (token, claims) = self.token(provider, &json!({}), flaw);
                let place = self.random.u8(..5);
                carry(provider, &mut play, &token, place);
                play.jwt_claims = Some(claims);
                self.push(&format!("token {flaw:?}"), play);
            }
            self.push("token missing", base.clone());
        }
    }

    /// Gives a request a good token with these claims, if a filter was seen that would look at it.
    pub(super) fn with_claims(&mut self, play: &mut Play, claims: &Value) {
        let Some(provider) = self.random.choice(&self.issuers).cloned() else {
            return;
        };
        let (token, claims) = self.token(&provider, claims, Flaw::None);
        carry(&provider, play, &token, 0);
        play.jwt_claims = Some(claims);
    }

    fn token(&mut self, provider: &Value, more: &Value, flaw: Flaw) -> (String, Value) {
        let issuer = provider["issuer"].as_str().unwrap_or("https://issuer.example.test");
        let audience = provider.pointer("/audiences/0").and_then(Value::as_str);
        self.signer.token(issuer, audience, more, flaw)
    }
}

/// Puts a token where the provider looks for it, or where it does not.
fn carry(provider: &Value, play: &mut Play, token: &str, place: u8) {
    let own = provider.pointer("/from_headers/0");
    let parameter = provider.pointer("/from_params/0").and_then(Value::as_str).unwrap_or("access_token");
    match (own.and_then(|own| own["name"].as_str()), place) {
        (Some(name), _) => {
            let prefix = own.and_then(|own| own["value_prefix"].as_str()).unwrap_or_default();
            play.headers.push((name.to_ascii_lowercase(), format!("{prefix}{token}")));
        }
        (None, 4) => {
            let path = play.path.get_or_insert_default();
            let separator = if path.contains('?') { "&" } else { "?" };
            path.extend([separator, parameter, "=", token]);
        }
        (None, 3) => play.headers.push(("authorization".to_owned(), format!("bearer {token}"))),
        (None, _) => play.headers.push(("authorization".to_owned(), format!("Bearer {token}"))),
    }
}
