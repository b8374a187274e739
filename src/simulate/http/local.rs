//! The answers that the router gives itself.

use crate::model::envoy::route_action::DirectResponse;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};

/// No route: 404.
pub fn no_route() -> LocalReply {
    LocalReply {
        disposition: Disposition::NoRoute,
        code: 404,
        flags: vec![Flag::Nr],
        details: "route_not_found".to_owned(),
        ..LocalReply::default()
    }
}

/// A redirect.
pub fn redirect(code: u16, location: String) -> LocalReply {
    LocalReply {
        disposition: Disposition::Redirect,
        code,
        details: "direct_response".to_owned(),
        headers: vec![("location".to_owned(), location)],
        ..LocalReply::default()
    }
}

/// The answer of a route.
pub fn direct(config: &DirectResponse) -> LocalReply {
    let body = config.body.as_ref().map(|body| {
        if !body.filename.is_empty() {
            format!("(the file {})", body.filename)
        } else if body.inline_string.is_empty() && !body.inline_bytes.is_empty() {
            format!("(base64 {})", body.inline_bytes)
        } else {
            body.inline_string.clone()
        }
    });
    LocalReply {
        disposition: Disposition::DirectResponse,
        code: u16::try_from(config.status.0).unwrap_or(500),
        details: "direct_response".to_owned(),
        body: body.unwrap_or_default(),
        ..LocalReply::default()
    }
}

/// A route to a cluster that the proxy does not know.
pub fn no_cluster(code: u16) -> LocalReply {
    LocalReply {
        disposition: Disposition::NoCluster,
        code,
        flags: vec![Flag::Nc],
        details: "cluster_not_found".to_owned(),
        ..LocalReply::default()
    }
}

/// A cluster without a usable endpoint.
pub fn no_host() -> LocalReply {
    LocalReply {
        disposition: Disposition::NoHost,
        code: 503,
        flags: vec![Flag::Uh],
        details: "no_healthy_upstream".to_owned(),
        body: "no healthy upstream".to_owned(),
        ..LocalReply::default()
    }
}

/// A cluster that takes no request at the moment.
pub fn unavailable(disposition: Disposition, flag: Flag, details: &str, body: &str) -> LocalReply {
    LocalReply {
        disposition,
        code: 503,
        flags: vec![flag],
        details: details.to_owned(),
        body: body.to_owned(),
        ..LocalReply::default()
    }
}
