//! Certificates of the workloads of a node.

use jiff::Timestamp;
use serde::Deserialize;

/// The certificate of an identity.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Credential {
    /// The identity.
    pub identity: String,
    /// Whether there is one.
    pub state: State,
    /// The certificate, and those that signed it.
    pub cert_chain: Vec<Certificate>,
    /// Whom it trusts.
    pub root_certs: Vec<Certificate>,
}

impl Default for Credential {
    fn default() -> Self {
        Self {
            identity: String::new(),
            state: State::Other(String::new()),
            cert_chain: Vec::new(),
            root_certs: Vec::new(),
        }
    }
}

/// Whether there is a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum State {
    /// There is.
    Available,
    /// It was asked for.
    Initializing,
    /// There is none, and why.
    Unavailable(String),
    /// A word that meshdbg does not know.
    Other(String),
}

impl From<String> for State {
    fn from(text: String) -> Self {
        match text.as_str() {
            "Available" => Self::Available,
            "Initializing" => Self::Initializing,
            _ => match text.strip_prefix("Unavailable") {
                Some(reason) => Self::Unavailable(reason.trim_start_matches([':', ' ']).to_owned()),
                None => Self::Other(text),
            },
        }
    }
}

impl State {
    /// The first word of the dump.
    pub fn word(&self) -> &str {
        match self {
            Self::Available => "Available",
            Self::Initializing => "Initializing",
            Self::Unavailable(_) => "Unavailable",
            Self::Other(word) => word,
        }
    }
}

/// A certificate; its text is base64 of PEM.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Certificate {
    /// The text.
    pub pem: String,
    /// Decimal.
    pub serial_number: String,
    /// Valid from, in RFC 3339.
    pub valid_from: String,
    /// Valid until, in RFC 3339.
    pub expiration_time: String,
}

impl Certificate {
    /// Whether it is valid at a time; where the times cannot be read, it is not.
    pub fn is_valid_at(&self, now: Timestamp) -> bool {
        let time = |text: &str| text.parse::<Timestamp>().ok();
        time(&self.valid_from).is_some_and(|start| start < now)
            && time(&self.expiration_time).is_some_and(|end| now < end)
    }
}
