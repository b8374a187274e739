//! Tokens, taken apart (`jwt_verify_lib`, `Jwt::parseFromString`).

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{GeneralPurpose, general_purpose};
use serde_json::{Map, Value};

use super::status::Status;

/// A token, taken apart but not verified.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// Signature algorithm.
    pub algorithm: String,
    /// Key id; empty for none.
    pub key_id: String,
    /// The claims.
    pub payload: Map<String, Value>,
    /// The payload as it stands in the token.
    pub encoded_payload: String,
    /// What is signed.
    pub signed: String,
    /// The signature.
    pub signature: Vec<u8>,
}

/// Bits left over at the end do not matter.
const LENIENT: GeneralPurpose =
    GeneralPurpose::new(&URL_SAFE, general_purpose::NO_PAD.with_decode_allow_trailing_bits(true));

/// Decodes a part as `absl::WebSafeBase64Unescape` does: white space is skipped, and padding may be left out.
fn decode(part: &str) -> Option<Vec<u8>> {
    let text: String = part.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
    let bare = text.trim_end_matches('=');
    let padding = text.len() - bare.len();
    let is_padded_well = padding == 0 || padding <= 2 && text.len().is_multiple_of(4);
    LENIENT.decode(bare).ok().filter(|_| is_padded_well)
}

/// Algorithms that Envoy supports.
const ALGORITHMS: &[&str] = &[
    "ES256", "ES384", "ES512", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA",
];

impl Token {
    /// Takes a token apart.
    ///
    /// # Errors
    /// What is wrong with its form.
    pub(super) fn parse(text: &str) -> Result<Self, Status> {
        // Empty parts do not count: a token without signature has two.
        let parts: Vec<&str> = text.split('.').filter(|part| !part.is_empty()).collect();
        let [header, payload, signature] = parts[..] else {
            return Err(Status::BadFormat);
        };
        let header_json: Map<String, Value> =
            serde_json::from_slice(&decode(header).ok_or(Status::HeaderBase64)?).map_err(|_| Status::HeaderJson)?;
        let algorithm = header_json.get("alg").and_then(Value::as_str).ok_or(Status::HeaderAlgorithm)?;
        if !ALGORITHMS.contains(&algorithm) {
            return Err(Status::AlgorithmNotSupported);
        }
        let key_id = match header_json.get("kid") {
            None => "",
            Some(id) => id.as_str().ok_or(Status::HeaderKeyId)?,
        };
        let claims: Map<String, Value> =
            serde_json::from_slice(&decode(payload).ok_or(Status::PayloadBase64)?).map_err(|_| Status::PayloadJson)?;
        check_types(&claims)?;
        Ok(Self {
            algorithm: algorithm.to_owned(),
            key_id: key_id.to_owned(),
            payload: claims,
            encoded_payload: payload.to_owned(),
            signed: format!("{header}.{payload}"),
            signature: decode(signature).ok_or(Status::SignatureBase64)?,
        })
    }

    /// `iss`; empty for none.
    pub(super) fn issuer(&self) -> &str {
        self.payload.get("iss").and_then(Value::as_str).unwrap_or_default()
    }

    /// `sub`; empty for none.
    pub(super) fn subject(&self) -> &str {
        self.payload.get("sub").and_then(Value::as_str).unwrap_or_default()
    }

    /// `aud`, one or many.
    pub(super) fn audiences(&self) -> Vec<&str> {
        match self.payload.get("aud") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// A time claim in seconds.
    pub(super) fn seconds(&self, claim: &str) -> Option<i64> {
        self.payload.get(claim).and_then(Value::as_i64)
    }
}

fn check_types(claims: &Map<String, Value>) -> Result<(), Status> {
    if claims.get("iss").is_some_and(|issuer| !issuer.is_string()) {
        return Err(Status::IssuerNotString);
    }
    if claims.get("sub").is_some_and(|subject| !subject.is_string()) {
        return Err(Status::SubjectNotString);
    }
    if ["exp", "nbf", "iat"].iter().any(|claim| claims.get(*claim).is_some_and(|time| !time.is_number())) {
        return Err(Status::ExpiryNotInteger);
    }
    match claims.get("aud") {
        Some(Value::Array(many)) if many.iter().all(Value::is_string) => Ok(()),
        None | Some(Value::String(_)) => Ok(()),
        Some(_) => Err(Status::AudienceNotString),
    }
}
