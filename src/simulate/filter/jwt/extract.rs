//! Where a request may carry a token, and how it is taken out.

use super::config::Provider;
use crate::simulate::http::message::RequestHead;
use crate::simulate::matcher::query::{cookie, first_value};

/// A token with the place it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The token.
    pub token: String,
    place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Header(String),
    Parameter(String),
    Cookie,
}

/// The tokens of a request that are for a provider: out of headers, then the query, then cookies. A provider that names
/// no place looks at `Authorization: Bearer` and `access_token`.
pub(super) fn tokens(head: &RequestHead, provider: &Provider) -> Vec<Found> {
    let default =
        provider.from_headers.is_empty() && provider.from_params.is_empty() && provider.from_cookies.is_empty();
    let mut found = Vec::new();
    let mut by_header = |name: &str, prefix: &str| {
        let name = name.to_ascii_lowercase();
        for value in head.values(&name) {
            if let Some(token) = after_prefix(value, prefix) {
                found.push(Found { token: token.to_owned(), place: Place::Header(name.clone()) });
            }
        }
    };
    if default {
        by_header("authorization", "Bearer ");
    }
    for header in &provider.from_headers {
        by_header(&header.name, &header.value_prefix);
    }
    let default_parameter = ["access_token".to_owned()];
    let parameters = if default { &default_parameter[..] } else { &provider.from_params };
    for name in parameters {
        if let Some(token) = head.query().and_then(|query| first_value(query, name)) {
            found.push(Found { token: token.to_owned(), place: Place::Parameter(name.clone()) });
        }
    }
    for name in &provider.from_cookies {
        if let Some(token) = cookie(head, name) {
            found.push(Found { token: token.to_owned(), place: Place::Cookie });
        }
    }
    found
}

/// The token behind the first occurrence of a prefix: from the first character that a token may have to the end. A
/// second `authorization` line, which Envoy joins to the first, is part of it and breaks it.
fn after_prefix<'v>(value: &'v str, prefix: &str) -> Option<&'v str> {
    if prefix.is_empty() {
        return Some(value);
    }
    let rest = &value[value.find(prefix)? + prefix.len()..];
    let start = rest.find(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    Some(start.map_or(rest, |start| &rest[start..]))
}

/// Takes an accepted token out of the request.
pub(super) fn remove(head: &mut RequestHead, found: &Found) {
    match &found.place {
        Place::Header(name) => {
            head.headers.remove(name);
        }
        Place::Parameter(name) => {
            let Some(path) = &head.path else { return };
            let Some((before, query)) = path.split_once('?') else {
                return;
            };
            let rest: Vec<&str> = query.split('&').filter(|pair| pair.split('=').next() != Some(name)).collect();
            head.path = Some(if rest.is_empty() { before.to_owned() } else { format!("{before}?{}", rest.join("&")) });
        }
        Place::Cookie => {}
    }
}
