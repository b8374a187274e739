//! The target of an HTTP/1 request line: a path, `*`, an absolute URL, or host and port of a CONNECT.

use super::codec::{Refused, no_http};
use super::message::RequestHead;
use crate::model::envoy::http_connection_manager::HttpConnectionManager;

/// Characters of a target, and its form (`BalsaParser`'s `isUrlValid`).
///
/// # Errors
/// Where the parser does not take it.
pub fn check_target(target: &str, is_connect: bool) -> Result<(), Refused> {
    if target.bytes().any(|byte| byte == 0x7f || byte == 0x0c) {
        return Err(Refused::new(
            400,
            "http1.invalid_characters",
            "the request line has characters that no target may have",
        ));
    }
    let broken = || no_http("the request target is neither a path nor an absolute URL");
    let good = |byte: u8| byte == b'\t' || (b'!'..=b'~').contains(&byte);
    // Between two blanks there is nothing: Balsa takes the version for the target, and `HTTP/1.1` is a host and a path,
    // which only a CONNECT may name here.
    if target.is_empty() && is_connect {
        return Ok(());
    }
    if target.starts_with(['/', '*']) {
        return if target.bytes().all(good) { Ok(()) } else { Err(broken()) };
    }
    let rest = if is_connect { target } else { after_scheme(target).ok_or_else(broken)? };
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let is_good = host.bytes().all(is_authority_byte) && !host.contains("@@") && path.bytes().all(good);
    if target.is_empty() || !is_good { Err(broken()) } else { Ok(()) }
}

/// What follows `SCHEME://`; a scheme is a letter, then letters, digits, `+`, `-` and `.`.
fn after_scheme(target: &str) -> Option<&str> {
    let in_scheme = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    let end = target.find(|letter| !in_scheme(letter)).unwrap_or(target.len());
    target[end..].strip_prefix("://").filter(|_| target.starts_with(|letter: char| letter.is_ascii_alphabetic()))
}

/// Puts the target into path, authority and scheme (`ServerConnectionImpl::handlePath`).
///
/// # Errors
/// Where it is no URL, or not one of HTTP.
pub fn place_target(head: &mut RequestHead, target: &str, config: &HttpConnectionManager) -> Result<(), Refused> {
    let invalid = || Refused::new(400, "http1.invalid_url", format!("the request target {target:?} is not valid"));
    if head.method == "CONNECT" {
        // Host and port, nothing else; the target replaces the Host header.
        if !is_host_and_port(target, true) {
            return Err(invalid());
        }
        head.authority = Some(target.to_owned());
        return Ok(());
    }
    if target.starts_with('/')
        || (target.starts_with('*') && head.method == "OPTIONS")
        || config.http_protocol_options.allow_absolute_url == Some(false)
    {
        head.path = Some(target.to_owned());
        return Ok(());
    }
    let (scheme, rest) = target.split_once("://").ok_or_else(invalid)?;
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    if host.is_empty() {
        return Err(invalid());
    }
    if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
        return Err(Refused::new(
            400,
            "http1.invalid_scheme",
            format!("the scheme {scheme} is neither http nor https"),
        ));
    }
    // Credentials in front of the host are dropped.
    let host = host.split_once('@').map_or(host, |(_, host)| host);
    if !is_host_and_port(host, false) {
        return Err(invalid());
    }
    head.authority = Some(host.to_owned());
    head.scheme = scheme.to_ascii_lowercase();
    head.path = Some(if path.is_empty() { "/".to_owned() } else { path.to_owned() });
    Ok(())
}

/// A name of letters, digits, `-` and `.`, or an IPv6 address in brackets, and a port (`Utility::Url::initialize`).
fn is_host_and_port(text: &str, needs_port: bool) -> bool {
    let (is_host, port) = match text.strip_prefix('[').map(|rest| rest.split_once(']')) {
        Some(None) => return false,
        Some(Some((address, port))) => {
            let is_address = |byte: u8| byte.is_ascii_hexdigit() || byte == b':' || byte == b'.';
            (!address.is_empty() && address.bytes().all(is_address), port)
        }
        None => {
            let (host, port) = text.split_at(text.find(':').unwrap_or(text.len()));
            let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
            (!host.is_empty() && host.bytes().all(is_name), port)
        }
    };
    let is_port = match port.strip_prefix(':') {
        Some(port) => port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok(),
        None => port.is_empty() && !needs_port,
    };
    is_host && is_port
}

/// Characters that Envoy takes in a host (`HeaderUtility::authorityIsValid`).
pub fn is_authority_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!$%&'()*+,-.:;=@[]_~".contains(&byte)
}
