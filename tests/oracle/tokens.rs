//! Tokens. The private keys behind the key sets of the recorded meshes are not here, so the key sets are replaced by one
//! of the test's own: for the real Envoy and for meshdbg alike.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

const KEY_ID: &str = "oracle";

/// Signs tokens.
pub(crate) struct Signer {
    key: EcdsaKeyPair,
    random: SystemRandom,
}

/// What is wrong with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    None,
    Expired,
    NotYet,
    WrongIssuer,
    WrongAudience,
    BadSignature,
    Malformed,
    NoAlgorithm,
    UnknownKey,
}

impl Flaw {
    pub(crate) const ALL: [Self; 9] = [
        Self::None,
        Self::Expired,
        Self::NotYet,
        Self::WrongIssuer,
        Self::WrongAudience,
        Self::BadSignature,
        Self::Malformed,
        Self::NoAlgorithm,
        Self::UnknownKey,
    ];
}

fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Signer {
    pub(crate) fn new() -> Self {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &random).unwrap();
        Self { key, random }
    }

    /// The key set that verifies its tokens.
    pub(crate) fn key_set(&self) -> String {
        let point = self.key.public_key().as_ref();
        let key = json!({
            "kty": "EC", "crv": "P-256", "alg": "ES256", "kid": KEY_ID,
            "x": base64(&point[1..33]), "y": base64(&point[33..65]),
        });
        json!({ "keys": [key] }).to_string()
    }

    /// A token, and its claims.
    pub(crate) fn token(&self, issuer: &str, audience: Option<&str>, more: &Value, flaw: Flaw) -> (String, Value) {
        let mut claims = json!({ "iss": issuer, "sub": "user-1", "exp": 4_000_000_000_u64, "iat": 1_700_000_000 });
        if let Some(audience) = audience {
            claims["aud"] = audience.into();
        }
        for (name, value) in more.as_object().into_iter().flatten() {
            claims[name] = value.clone();
        }
        let mut header = json!({ "alg": "ES256", "kid": KEY_ID, "typ": "JWT" });
        match flaw {
            Flaw::Expired => claims["exp"] = 1_600_000_000.into(),
            Flaw::NotYet => claims["nbf"] = 3_900_000_000_u64.into(),
            Flaw::WrongIssuer => claims["iss"] = "https://somebody-else.example.test".into(),
            Flaw::WrongAudience => claims["aud"] = "somebody-else".into(),
            Flaw::UnknownKey => header["kid"] = "unknown".into(),
            Flaw::Malformed => return ("not.a-token".to_owned(), claims),
            Flaw::NoAlgorithm => {
                let token = format!("{}.{}.", base64(br#"{"alg":"none"}"#), base64(claims.to_string().as_bytes()));
                return (token, claims);
            }
            Flaw::None | Flaw::BadSignature => {}
        }
        let signed = format!("{}.{}", base64(header.to_string().as_bytes()), base64(claims.to_string().as_bytes()));
        let mut signature = self.key.sign(&self.random, signed.as_bytes()).unwrap().as_ref().to_vec();
        if flaw == Flaw::BadSignature {
            signature[0] ^= 1;
        }
        (format!("{signed}.{}", base64(&signature)), claims)
    }
}
