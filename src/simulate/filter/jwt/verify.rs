//! Whether a request meets a requirement.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::config::{Config, Provider, Requirement};
use super::extract::{self, Found};
use super::keys::Keys;
use super::status::Status;
use super::token::Token;
use crate::base::evidence::Notes;
use crate::base::field::Field;
use crate::simulate::http::message::RequestHead;
use crate::simulate::matcher::string::StringMatch;

/// A token that was accepted.
#[derive(Debug, Clone)]
pub(super) struct Accepted<'c> {
    /// By this provider.
    pub provider: &'c Provider,
    /// Its claims.
    pub payload: Map<String, Value>,
    /// The payload as it stood in the token.
    pub encoded_payload: String,
    /// Where it was found; none for claims that the user asserts.
    pub found: Option<Found>,
}

/// What a requirement says.
#[derive(Debug)]
pub(super) enum Met<'c> {
    /// The request may pass; these tokens were accepted.
    Yes(Vec<Accepted<'c>>),
    /// It may not.
    No(Status),
    /// It cannot be told.
    Unknown(String),
}

/// What is asked of requirements.
#[derive(Debug)]
pub(super) struct Verifier<'c> {
    /// The filter's configuration.
    pub config: &'c Config,
    /// The keys of each provider.
    pub keys: &'c std::collections::BTreeMap<String, Result<Keys, String>>,
    /// The time of the request.
    pub at: Timestamp,
    /// Claims of a valid token that the request is taken to carry.
    pub claims: Option<&'c Value>,
}

impl<'c> Verifier<'c> {
    /// Whether a request meets a requirement.
    pub(super) fn check(&self, requirement: &'c Requirement, head: &RequestHead, notes: &mut Notes) -> Met<'c> {
        if let Some(name) = &requirement.provider_name {
            self.by_provider(name, None, head, notes)
        } else if let Some(provider) = &requirement.provider_and_audiences {
            self.by_provider(&provider.provider_name, Some(&provider.audiences), head, notes)
        } else if let Some(any) = &requirement.requires_any {
            self.any(&any.requirements, head, notes)
        } else if let Some(all) = &requirement.requires_all {
            self.all(&all.requirements, head, notes)
        } else if requirement.extract_only_without_validation.is_some() {
            Met::Unknown("extract_only_without_validation is not modelled".to_owned())
        } else if requirement.allow_missing.is_some() {
            self.allow_missing(head, notes)
        } else {
            // `allow_missing_or_failed` reads what tokens there are, and an empty requirement asks for nothing.
            Met::Yes(if requirement.allow_missing_or_failed.is_some() {
                self.good_ones(head, notes)
            } else {
                Vec::new()
            })
        }
    }

    /// Any requirement will do. Of several failures the one counts that says most; a missing token is forgiven where
    /// `allow_missing` stands beside.
    fn any(&self, requirements: &'c [Requirement], head: &RequestHead, notes: &mut Notes) -> Met<'c> {
        let forgives_missing = requirements.iter().any(|requirement| requirement.allow_missing.is_some());
        let forgives_all = requirements.iter().any(|requirement| requirement.allow_missing_or_failed.is_some());
        let providers = requirements
            .iter()
            .filter(|requirement| requirement.allow_missing.is_none() && requirement.allow_missing_or_failed.is_none());
        let mut worst = Status::Missing;
        for requirement in providers {
            match self.check(requirement, head, notes) {
                Met::No(status) => {
                    let tells_more =
                        !matches!(status, Status::Missing | Status::UnknownIssuer) || worst == Status::Missing;
                    if tells_more {
                        worst = status;
                    }
                }
                met => return met,
            }
        }
        if forgives_all || forgives_missing && worst == Status::Missing { Met::Yes(Vec::new()) } else { Met::No(worst) }
    }

    fn all(&self, requirements: &'c [Requirement], head: &RequestHead, notes: &mut Notes) -> Met<'c> {
        let mut accepted = Vec::new();
        for requirement in requirements {
            match self.check(requirement, head, notes) {
                Met::Yes(more) => accepted.extend(more),
                other => return other,
            }
        }
        Met::Yes(accepted)
    }

    /// Alone: every token that there is must be good for the provider of its issuer.
    fn allow_missing(&self, head: &RequestHead, notes: &mut Notes) -> Met<'c> {
        let mut accepted = Vec::new();
        for name in self.config.providers.keys() {
            match self.by_provider(name, None, head, notes) {
                Met::Yes(more) => accepted.extend(more),
                Met::No(Status::Missing) => {}
                other => return other,
            }
        }
        Met::Yes(accepted)
    }

    fn good_ones(&self, head: &RequestHead, notes: &mut Notes) -> Vec<Accepted<'c>> {
        let names = self.config.providers.keys();
        names
            .filter_map(|name| {
                if let Met::Yes(accepted) = self.by_provider(name, None, head, notes) { Some(accepted) } else { None }
            })
            .flatten()
            .collect()
    }

    fn by_provider(&self, name: &str, audiences: Option<&[String]>, head: &RequestHead, notes: &mut Notes) -> Met<'c> {
        let Some(provider) = self.config.providers.get(name) else {
            return Met::Unknown(format!("provider {name} does not exist"));
        };
        let found = extract::tokens(head, provider);
        if found.is_empty() {
            if let Some(Value::Object(claims)) = self.claims {
                notes
                    .assume(|| format!("the request carries a good token for {name}, with the claims that were given"));
                notes.fact_on(
                    || Some(Field::Token),
                    true,
                    || (format!("token for {name}"), "its claims were given".to_owned()),
                );
                return Met::Yes(vec![asserted(provider, claims)]);
            }
            notes.fact_on(
                || Some(Field::Token),
                false,
                || (format!("token for {name}"), "the request has none".to_owned()),
            );
            return Met::No(Status::Missing);
        }
        let mut accepted = Vec::new();
        for found in found {
            let checked = Token::parse(&found.token)
                .map_err(Some)
                .and_then(|token| self.verify(name, provider, audiences, &token).map(|()| token));
            notes.fact_on(
                || Some(Field::Token),
                checked.is_ok(),
                || {
                    let found = match &checked {
                        Ok(token) => format!("good, of {}", token.issuer()),
                        Err(Some(status)) => status.words().to_owned(),
                        Err(None) => "its signature cannot be checked".to_owned(),
                    };
                    (format!("token for {name}"), found)
                },
            );
            match checked {
                Ok(token) => accepted.push(Accepted {
                    provider,
                    payload: token.payload,
                    encoded_payload: token.encoded_payload,
                    found: Some(found),
                }),
                Err(Some(status)) => return Met::No(status),
                Err(None) => {
                    return Met::Unknown(format!(
                        "the signature of the token for provider {name} cannot be checked: its keys are not in the dump"
                    ));
                }
            }
        }
        Met::Yes(accepted)
    }

    /// In the order of `AuthenticatorImpl::startVerify`. An inner `None` is: it cannot be told.
    fn verify(
        &self,
        name: &str,
        provider: &Provider,
        audiences: Option<&[String]>,
        token: &Token,
    ) -> Result<(), Option<Status>> {
        if !provider.issuer.is_empty() && token.issuer() != provider.issuer {
            return Err(Some(Status::UnknownIssuer));
        }
        if let Some(subjects) = &provider.subjects
            && !StringMatch::new(subjects).matches(token.subject(), &mut Notes::new(false)).is_yes()
        {
            return Err(Some(Status::SubjectNotAllowed));
        }
        if provider.require_expiration && token.seconds("exp").is_none() {
            return Err(Some(Status::NoExpiry));
        }
        let now = self.at.as_second();
        let skew = if provider.clock_skew_seconds == 0 { 60 } else { i64::from(provider.clock_skew_seconds) };
        if let Some(longest) = provider.max_lifetime {
            let longest = i64::try_from(longest.0.as_secs()).unwrap_or(i64::MAX);
            if token.seconds("exp").is_none_or(|end| {
                end.saturating_sub(token.seconds("iat").or(token.seconds("nbf")).unwrap_or(now)) > longest
            }) {
                return Err(Some(Status::LifetimeTooLong));
            }
        }
        if now.saturating_add(skew) < token.seconds("nbf").unwrap_or(0) {
            return Err(Some(Status::NotYetValid));
        }
        if token.seconds("exp").is_some_and(|end| end != 0 && now > end.saturating_add(skew)) {
            return Err(Some(Status::Expired));
        }
        let allowed = audiences.unwrap_or(&provider.audiences);
        if !allowed.is_empty()
            && !token.audiences().iter().any(|audience| allowed.iter().any(|allowed| bare(allowed) == bare(audience)))
        {
            return Err(Some(Status::AudienceNotAllowed));
        }
        match self.keys.get(name) {
            Some(Ok(keys)) => keys.verify(token),
            Some(Err(_)) | None => Err(None),
        }
    }
}

/// Audiences are compared without `http://`, `https://` and a slash at the end.
fn bare(audience: &str) -> &str {
    let rest = audience.strip_prefix("https://").or_else(|| audience.strip_prefix("http://")).unwrap_or(audience);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// Claims that the user asserts stand for a valid token of the provider.
fn asserted<'c>(provider: &'c Provider, claims: &Map<String, Value>) -> Accepted<'c> {
    let mut payload = claims.clone();
    if !provider.issuer.is_empty() {
        payload.entry("iss").or_insert_with(|| provider.issuer.clone().into());
    }
    if let Some(audience) = provider.audiences.first() {
        payload.entry("aud").or_insert_with(|| audience.clone().into());
    }
    Accepted { provider, payload, encoded_payload: "*".to_owned(), found: None }
}
