//! What can be wrong with a token, in the words of Envoy's `jwt_verify_lib`.

/// What is wrong with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// There is none.
    Missing,
    /// No three parts.
    BadFormat,
    /// Header: base64.
    HeaderBase64,
    /// Header: JSON.
    HeaderJson,
    /// Header: no algorithm.
    HeaderAlgorithm,
    /// Header: an algorithm that is not supported.
    AlgorithmNotSupported,
    /// Header: a key id that is no string.
    HeaderKeyId,
    /// Payload: base64.
    PayloadBase64,
    /// Payload: JSON.
    PayloadJson,
    /// Payload: an issuer that is no string.
    IssuerNotString,
    /// Payload: a subject that is no string.
    SubjectNotString,
    /// Payload: an expiry that is no number.
    ExpiryNotInteger,
    /// Payload: audiences that are no strings.
    AudienceNotString,
    /// Signature: base64.
    SignatureBase64,
    /// Another issuer.
    UnknownIssuer,
    /// Another subject.
    SubjectNotAllowed,
    /// Not yet valid.
    NotYetValid,
    /// Expired.
    Expired,
    /// Other audiences.
    AudienceNotAllowed,
    /// No key for its key id and algorithm.
    NoKey,
    /// The signature is wrong.
    VerificationFails,
    /// No expiry, and one is required.
    NoExpiry,
    /// It lives too long.
    LifetimeTooLong,
}

impl Status {
    /// Envoy's words, which become the body and the details of the answer.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Missing => "Jwt is missing",
            Self::BadFormat => "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections",
            Self::HeaderBase64 => "Jwt header is an invalid Base64url encoded",
            Self::HeaderJson => "Jwt header is an invalid JSON",
            Self::HeaderAlgorithm => "Jwt header [alg] field is required and must be a string",
            Self::AlgorithmNotSupported => "Jwt header [alg] is not supported",
            Self::HeaderKeyId => "Jwt header [kid] field is not a string",
            Self::PayloadBase64 => "Jwt payload is an invalid Base64url encoded",
            Self::PayloadJson => "Jwt payload is an invalid JSON",
            Self::IssuerNotString => "Jwt payload [iss] field is not a string",
            Self::SubjectNotString => "Jwt payload [sub] field is not a string",
            Self::ExpiryNotInteger => "Jwt payload [exp] field is not an integer",
            Self::AudienceNotString => "Jwt payload [aud] field is not a string or string list",
            Self::SignatureBase64 => "Jwt signature is an invalid Base64url encoded",
            Self::UnknownIssuer => "Jwt issuer is not configured",
            Self::SubjectNotAllowed => "Jwt subject is not allowed",
            Self::NotYetValid => "Jwt not yet valid",
            Self::Expired => "Jwt is expired",
            Self::AudienceNotAllowed => "Audiences in Jwt are not allowed",
            Self::NoKey => "Jwks doesn't have key to match kid or alg from Jwt",
            Self::VerificationFails => "Jwt verification fails",
            Self::NoExpiry => "Jwt must have an expiration",
            Self::LifetimeTooLong => "Jwt has a lifetime that is too long",
        }
    }

    /// The status code of the answer.
    pub(super) fn code(self) -> u16 {
        if self == Self::AudienceNotAllowed { 403 } else { 401 }
    }

    /// The details of the answer.
    pub(super) fn details(self) -> String {
        format!("jwt_authn_access_denied{{{}}}", self.words().replace(' ', "_"))
    }
}
