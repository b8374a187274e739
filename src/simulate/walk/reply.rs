//! What comes back over a connection, and from whom.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::name::ProxyId;
use crate::simulate::outcome::{Disposition, Outcome};
use crate::simulate::tls::Failure;

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The application's answer; it is taken to be well.
    Application,
    /// Bytes of the application, or of a proxy that speaks another protocol.
    Bytes,
    /// An HTTP answer of a proxy.
    Http(u16),
    /// An answer of a proxy with 200 and this `grpc-status`.
    Grpc(u16),
    /// The connection ends before there is an answer.
    Reset,
    /// There never is a connection: why, as Envoy logs it.
    Refused(String),
    /// It cannot be told.
    Unknown,
}

impl Reply {
    /// The HTTP status of an answer of a proxy.
    pub fn code(&self) -> Option<u16> {
        match self {
            Self::Http(code) => Some(*code),
            Self::Grpc(_) => Some(200),
            Self::Application | Self::Bytes | Self::Reset | Self::Refused(_) | Self::Unknown => None,
        }
    }
}

/// Who decides, or answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A proxy.
    Proxy(ProxyId),
    /// What is behind the last proxy.
    Application {
        /// Its pod, where one is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        pod: Option<ProxyId>,
        /// Whether a proxy of the mesh is in front of it.
        behind_proxy: bool,
        /// Address and port.
        address: String,
        /// The address that the client asked for, where the pod has no proxy, a PROXY header tells it, and it is another one.
        #[serde(skip_serializing_if = "Option::is_none")]
        asked_for: Option<String>,
    },
}

impl Actor {
    /// In the words of the recordings: what has no proxy of its own is outside.
    pub fn recorded(&self) -> String {
        match self {
            Self::Proxy(id) => format!("proxy {id}"),
            Self::Application { pod: Some(pod), behind_proxy: true, address, .. } => format!("app {pod} {address}"),
            Self::Application { address, asked_for, .. } => {
                format!("app outside {}", asked_for.as_ref().unwrap_or(address))
            }
        }
    }
}

/// What a client gets back from a proxy at which its way ends.
pub fn of_end(outcome: &Outcome, broken: Option<&Failure>) -> Reply {
    if let Some(failure) = broken {
        return of_handshake(failure);
    }
    match outcome.disposition {
        Disposition::Undetermined => Reply::Unknown,
        // The codec gives up on a handshake in the middle of what should be HTTP.
        Disposition::OtherTerminal if outcome.flags.contains(&crate::simulate::outcome::Flag::Dpe) => {
            Reply::Refused(tls_error("268435703:SSL_routines:OPENSSL_internal:WRONG_VERSION_NUMBER"))
        }
        Disposition::OtherTerminal => Reply::Bytes,
        Disposition::Closed if outcome.listener.is_none() => {
            Reply::Refused("delayed_connect_error:_Connection_refused".to_owned())
        }
        _ if outcome.code > 0 => {
            let status = outcome.response.headers.get("grpc-status").and_then(|status| status.parse().ok());
            status.map_or(Reply::Http(outcome.code), Reply::Grpc)
        }
        _ => Reply::Reset,
    }
}

/// In TLS 1.3 the client is done before the server looks at its certificate: it sees a reset, not a failed handshake.
fn of_handshake(failure: &Failure) -> Reply {
    match failure {
        Failure::ServerCertificate(refusal) => Reply::Refused(tls_error(&format!(
            "268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:verify_cert_failed:_{}",
            refusal.logged()
        ))),
        Failure::NoServerName => {
            Reply::Refused(tls_error("268436470:SSL_routines:OPENSSL_internal:TLSV1_ALERT_INTERNAL_ERROR"))
        }
        Failure::NoClientCertificate | Failure::Certificate(_) | Failure::Plaintext => Reply::Reset,
        Failure::Unknown(_) => Reply::Unknown,
    }
}

/// An error of the TLS library, as Envoy logs it.
pub fn tls_error(text: &str) -> String {
    format!("TLS_error:|{text}:TLS_error_end")
}
