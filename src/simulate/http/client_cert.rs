//! `x-forwarded-client-cert` (`ConnectionManagerUtility::mutateXfccRequestHeader`).

use super::message::RequestHead;
use crate::model::envoy::http_connection_manager::HttpConnectionManager;
use crate::simulate::connection::Connection;

const NAME: &str = "x-forwarded-client-cert";

/// Sanitizes, forwards or extends the header.
pub fn forward(head: &mut RequestHead, connection: &Connection, config: &HttpConnectionManager) {
    let mode = config.forward_client_cert_details.as_str();
    if mode == "ALWAYS_FORWARD_ONLY" {
        return;
    }
    let peer = connection.tls.as_ref().and_then(|tls| tls.peer.as_deref());
    let Some(peer) = peer.filter(|_| matches!(mode, "FORWARD_ONLY" | "APPEND_FORWARD" | "SANITIZE_SET")) else {
        head.headers.remove(NAME);
        return;
    };
    if mode == "FORWARD_ONLY" {
        return;
    }
    let own = connection.tls.as_ref().and_then(|tls| tls.local_identity.as_deref());
    let details = details(peer, own, config);
    let value = match head.headers.get(NAME).filter(|before| mode == "APPEND_FORWARD" && !before.is_empty()) {
        Some(before) => format!("{before},{details}"),
        None => details,
    };
    head.headers.set(NAME, value);
}

/// `By`, `Hash` and what is asked for. What only the certificate itself tells is `*`.
fn details(peer: &str, own: Option<&str>, config: &HttpConnectionManager) -> String {
    let set = &config.set_current_client_cert_details;
    let mut parts = Vec::new();
    if let Some(own) = own {
        parts.push(format!("By={own}"));
    }
    parts.push("Hash=*".to_owned());
    if set.cert {
        parts.push("Cert=\"*\"".to_owned());
    }
    if set.chain {
        parts.push("Chain=\"*\"".to_owned());
    }
    if set.subject {
        parts.push("Subject=\"*\"".to_owned());
    }
    if set.uri {
        parts.push(format!("URI={peer}"));
    }
    parts.join(";")
}
