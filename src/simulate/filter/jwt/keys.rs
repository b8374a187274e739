//! Keys, and signatures checked with them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{self, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm};
use serde::Deserialize;

use super::status::Status;
use super::token::Token;

/// A JSON Web Key Set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Keys {
    /// The keys.
    pub keys: Vec<Key>,
}

/// A JSON Web Key.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Key {
    kty: String,
    kid: String,
    alg: String,
    crv: String,
    n: String,
    e: String,
    x: String,
    y: String,
    k: String,
}

/// What a key says to a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Check {
    Verified,
    Wrong,
    /// The algorithm cannot be checked here.
    Unknown,
}

impl Keys {
    /// Checks a token's signature (`verifyJwtWithoutTimeChecking`): any key that fits in id and algorithm may verify it.
    ///
    /// # Errors
    /// What is wrong, or `None` where it cannot be told.
    pub(super) fn verify(&self, token: &Token) -> Result<(), Option<Status>> {
        let (mut fits, mut unknown) = (false, false);
        for key in &self.keys {
            if !token.key_id.is_empty() && !key.kid.is_empty() && key.kid != token.key_id
                || !key.alg.is_empty() && key.alg != token.algorithm
                || !key.is_for(&token.algorithm)
            {
                continue;
            }
            fits = true;
            match key.check(token) {
                Check::Verified => return Ok(()),
                Check::Wrong => {}
                Check::Unknown => unknown = true,
            }
        }
        if unknown {
            return Err(None);
        }
        Err(Some(if fits { Status::VerificationFails } else { Status::NoKey }))
    }
}

impl Key {
    fn is_for(&self, algorithm: &str) -> bool {
        match algorithm.get(..2) {
            Some("RS" | "PS") => self.kty == "RSA",
            Some("ES") => self.kty == "EC",
            Some("HS") => self.kty == "oct",
            _ => self.kty == "OKP",
        }
    }

    fn check(&self, token: &Token) -> Check {
        let decode = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).unwrap_or_default();
        let message = token.signed.as_bytes();
        let as_check = |verified: bool| {
            if verified { Check::Verified } else { Check::Wrong }
        };
        if let Some(parameters) = rsa(&token.algorithm) {
            let key = RsaPublicKeyComponents { n: strip_zeros(&decode(&self.n)), e: strip_zeros(&decode(&self.e)) };
            return as_check(key.verify(parameters, message, &token.signature).is_ok());
        }
        let curve: Option<(&str, &dyn VerificationAlgorithm)> = match token.algorithm.as_str() {
            "ES256" => Some(("P-256", &signature::ECDSA_P256_SHA256_FIXED)),
            "ES384" => Some(("P-384", &signature::ECDSA_P384_SHA384_FIXED)),
            "EdDSA" => Some(("Ed25519", &signature::ED25519)),
            _ => None,
        };
        if let Some((name, algorithm)) = curve {
            if self.crv != name {
                return Check::Wrong;
            }
            let point =
                if name == "Ed25519" { decode(&self.x) } else { [vec![4], decode(&self.x), decode(&self.y)].concat() };
            let signature = match name {
                "P-256" => two_numbers(&token.signature, 32),
                "P-384" => two_numbers(&token.signature, 48),
                _ => Some(token.signature.clone()),
            };
            let key = UnparsedPublicKey::new(algorithm, point);
            return as_check(signature.is_some_and(|signature| key.verify(message, &signature).is_ok()));
        }
        let hmac = match token.algorithm.as_str() {
            "HS256" => ring::hmac::HMAC_SHA256,
            "HS384" => ring::hmac::HMAC_SHA384,
            "HS512" => ring::hmac::HMAC_SHA512,
            _ => return Check::Unknown,
        };
        let key = ring::hmac::Key::new(hmac, &decode(&self.k));
        as_check(ring::hmac::verify(&key, message, &token.signature).is_ok())
    }
}

fn rsa(algorithm: &str) -> Option<&'static RsaParameters> {
    Some(match algorithm {
        "RS256" => &signature::RSA_PKCS1_2048_8192_SHA256,
        "RS384" => &signature::RSA_PKCS1_2048_8192_SHA384,
        "RS512" => &signature::RSA_PKCS1_2048_8192_SHA512,
        "PS256" => &signature::RSA_PSS_2048_8192_SHA256,
        "PS384" => &signature::RSA_PSS_2048_8192_SHA384,
        "PS512" => &signature::RSA_PSS_2048_8192_SHA512,
        _ => return None,
    })
}

/// A signature of two numbers, each padded to a size. Envoy cuts it in the middle, and does not mind a byte left over
/// (`verifySignatureEC`).
fn two_numbers(signature: &[u8], size: usize) -> Option<Vec<u8>> {
    let half = signature.len() / 2;
    let mut both = Vec::with_capacity(2 * size);
    for number in [&signature[..half], &signature[half..2 * half]] {
        let number = strip_zeros(number);
        both.extend(std::iter::repeat_n(0, size.checked_sub(number.len())?));
        both.extend(number);
    }
    Some(both)
}

/// `ring` wants numbers without leading zeros.
fn strip_zeros(number: &[u8]) -> Vec<u8> {
    let start = number.iter().position(|byte| *byte != 0).unwrap_or(number.len());
    number[start..].to_vec()
}
