//! What Envoy's HTTP/1 and HTTP/2 codecs accept, and the request head that they hand on.

use super::headers::Headers;
use super::message::RequestHead;
use crate::model::envoy::http_connection_manager::HttpConnectionManager;
use crate::simulate::asked::Asked;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};
use crate::simulate::request::{Protocol, Request};

/// A request that the codec refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Status.
    pub code: u16,
    /// Response code details.
    pub details: &'static str,
    /// Why, in words.
    pub why: String,
}

impl Refused {
    fn new(code: u16, details: &'static str, why: impl Into<String>) -> Self {
        Self { code, details, why: why.into() }
    }

    /// The answer. The codec gives it itself: no filter sees it.
    pub fn reply(&self) -> LocalReply {
        let body = match self.code {
            431 => "Request Header Fields Too Large",
            501 => "Not Implemented",
            _ => "Bad Request",
        };
        LocalReply {
            disposition: Disposition::BadRequest,
            code: self.code,
            flags: vec![Flag::Dpe],
            details: self.details.to_owned(),
            body: body.to_owned(),
            ..LocalReply::default()
        }
    }
}

/// Bytes that are no HTTP.
pub fn no_http(why: &str) -> Refused {
    Refused::new(400, "http1.codec_error", why)
}

/// Bytes that are no HTTP/2, where HTTP/2 was agreed on: the connection is closed, and no request is logged.
pub fn no_http2() -> Refused {
    Refused { code: 0, details: "", why: "the bytes are no HTTP/2, which was agreed on".to_owned() }
}

/// Methods that the HTTP/1 parser takes (`balsa_parser.cc`, `kValidMethods`).
const METHODS: &[&str] = &[
    "ACL",
    "BIND",
    "CHECKOUT",
    "CONNECT",
    "COPY",
    "DELETE",
    "GET",
    "HEAD",
    "LINK",
    "LOCK",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MOVE",
    "MSEARCH",
    "NOTIFY",
    "OPTIONS",
    "PATCH",
    "POST",
    "PROPFIND",
    "PROPPATCH",
    "PURGE",
    "PUT",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "SOURCE",
    "SUBSCRIBE",
    "TRACE",
    "UNBIND",
    "UNLINK",
    "UNLOCK",
    "UNSUBSCRIBE",
];

/// Decodes a request.
///
/// # Errors
/// Where the codec answers itself.
pub fn decode(asked: &Asked, config: &HttpConnectionManager) -> Result<RequestHead, Refused> {
    let request = asked.request.as_ref();
    if request.protocol.is_http2() { Ok(decode_http2(request, asked.scheme)) } else { decode_http1(request, config) }
}

fn decode_http1(request: &Request, config: &HttpConnectionManager) -> Result<RequestHead, Refused> {
    if !config.http_protocol_options.allow_custom_methods && !METHODS.contains(&request.method.as_str()) {
        return Err(no_http("the method is not one of those that HTTP/1 knows"));
    }
    let is_connect = request.method == "CONNECT";
    check_target(&request.path, is_connect)?;
    check_size(request, config)?;
    check_headers(request, config)?;
    let mut head = RequestHead {
        method: request.method.clone(),
        headers: Headers::arriving(&header_lines(request), false),
        authority: request.authority.clone(),
        ..RequestHead::default()
    };
    // Further Host lines are joined to the first.
    for (_, value) in request.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("host")) {
        head.authority = Some(match head.authority.take() {
            Some(first) => format!("{first},{}", value.trim()),
            None => value.trim().to_owned(),
        });
    }
    place_target(&mut head, &request.path, config)?;
    if let Some(authority) = &head.authority
        && !authority.bytes().all(is_authority_byte)
    {
        return Err(Refused::new(
            400,
            "http.invalid_authority",
            format!("the host {authority:?} has characters that no host may have"),
        ));
    }
    Ok(head)
}

/// HTTP/2 frames are checked by the client's own library; what is asked about is taken to be well-formed.
fn decode_http2(request: &Request, scheme: &str) -> RequestHead {
    let mut lines = header_lines(request);
    if request.protocol == Protocol::Grpc {
        for (name, value) in [("content-type", "application/grpc"), ("te", "trailers")] {
            if !lines.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
                lines.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    let is_connect = request.method == "CONNECT";
    RequestHead {
        method: request.method.clone(),
        scheme: if is_connect { String::new() } else { scheme.to_owned() },
        authority: request.authority.clone(),
        path: (!is_connect).then(|| request.path.clone()),
        headers: Headers::arriving(&lines, true),
    }
}

fn header_lines(request: &Request) -> Vec<(String, String)> {
    request.headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("host")).cloned().collect()
}

/// Whether the `http_inspector` takes the first line for HTTP/1: it knows no list of methods, but parses the target.
pub fn looks_like_http1(method: &str, target: &str) -> bool {
    method.is_ascii() && !method.is_empty() && check_target(target, method == "CONNECT").is_ok()
}

/// Characters of a target, and its form: a path, `*`, or an absolute URL (`BalsaParser`'s `isUrlValid`).
fn check_target(target: &str, is_connect: bool) -> Result<(), Refused> {
    if target.bytes().any(|byte| byte == 0x7f || byte == 0x0c) {
        return Err(Refused::new(
            400,
            "http1.invalid_characters",
            "the request line has characters that no target may have",
        ));
    }
    let broken = || no_http("the request target is neither a path nor an absolute URL");
    let good = |byte: u8| byte == b'\t' || (b'!'..=b'~').contains(&byte);
    if target.starts_with(['/', '*']) {
        return if target.bytes().all(good) { Ok(()) } else { Err(broken()) };
    }
    let rest = if is_connect {
        target
    } else {
        let scheme = target.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(target.len());
        target[scheme..].strip_prefix("://").filter(|_| scheme > 0).ok_or_else(broken)?
    };
    let host = &rest[..rest.find(['/', '?']).unwrap_or(rest.len())];
    if target.is_empty() || host.contains("@@") || !rest.bytes().all(good) { Err(broken()) } else { Ok(()) }
}

/// All header bytes together, and their number. The host counts as one.
fn check_size(request: &Request, config: &HttpConnectionManager) -> Result<(), Refused> {
    let limit = config.max_request_headers_kb.map_or(60, |kilobytes| kilobytes as usize) * 1024;
    let host = request.authority.as_ref().map_or(0, |host| "host".len() + host.len());
    let size: usize = request.headers.iter().map(|(name, value)| name.len() + value.chars().count()).sum();
    if request.path.chars().count() + host + size > limit {
        return Err(Refused::new(
            431,
            "http1.headers_too_large",
            format!("the headers are larger than {} KiB", limit / 1024),
        ));
    }
    let most = config.common_http_protocol_options.max_headers_count.map_or(100, |count| count as usize);
    let count = request.headers.len() + usize::from(request.authority.is_some());
    if count > most {
        return Err(Refused::new(431, "http1.too_many_headers", format!("{count} headers, more than {most}")));
    }
    Ok(())
}

/// The values that a request gives for a header, whatever the case of its name.
fn values_of<'a>(request: &'a Request, wanted: &'a str) -> impl Iterator<Item = &'a str> {
    let headers = request.headers.iter().filter(move |(name, _)| name.eq_ignore_ascii_case(wanted));
    headers.map(|(_, value)| value.trim())
}

fn check_headers(request: &Request, config: &HttpConnectionManager) -> Result<(), Refused> {
    for (name, value) in &request.headers {
        if name.is_empty() || !name.bytes().all(is_token_byte) {
            return Err(no_http(&format!("the header name {name:?} is no token")));
        }
        if value.chars().any(|c| c != '\t' && (c.is_ascii_control())) {
            return Err(Refused::new(400, "http1.invalid_characters", format!("header {name} has control characters")));
        }
        if name.contains('_') && config.common_http_protocol_options.headers_with_underscores_action == "REJECT_REQUEST"
        {
            return Err(Refused::new(400, "http1.unexpected_underscore", format!("header {name} has an underscore")));
        }
    }
    let lengths: Vec<&str> = values_of(request, "content-length").collect();
    if lengths.iter().any(|length| length.parse::<u64>().is_err()) || lengths.windows(2).any(|pair| pair[0] != pair[1])
    {
        return Err(no_http("content-length is no number, or there are two that differ"));
    }
    let mut encodings = values_of(request, "transfer-encoding");
    if let Some(encoding) = encodings.next() {
        if !encoding.eq_ignore_ascii_case("chunked") {
            return Err(Refused::new(
                501,
                "http1.invalid_transfer_encoding",
                format!("transfer-encoding {encoding:?} is not chunked"),
            ));
        }
        if !lengths.is_empty() && !config.http_protocol_options.allow_chunked_length {
            return Err(Refused::new(
                400,
                "http1.content_length_and_chunked_not_allowed",
                "content-length and transfer-encoding together",
            ));
        }
    }
    Ok(())
}

/// Puts the target into path, authority and scheme (`ServerConnectionImpl::handlePath`).
fn place_target(head: &mut RequestHead, target: &str, config: &HttpConnectionManager) -> Result<(), Refused> {
    let invalid = || Refused::new(400, "http1.invalid_url", format!("the request target {target:?} is not valid"));
    if head.method == "CONNECT" {
        // Host and port, nothing else; the target replaces the Host header.
        let (host, port) = target.rsplit_once(':').ok_or_else(invalid)?;
        if host.is_empty() || host.contains('/') || port.parse::<u16>().is_err() {
            return Err(invalid());
        }
        head.authority = Some(target.to_owned());
        return Ok(());
    }
    if target.starts_with('/')
        || (target == "*" && head.method == "OPTIONS")
        || config.http_protocol_options.allow_absolute_url == Some(false)
    {
        head.path = Some(target.to_owned());
        return Ok(());
    }
    let (scheme, rest) = target.split_once("://").ok_or_else(invalid)?;
    let split = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(split);
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
    head.authority = Some(host.rsplit('@').next().unwrap_or(host).to_owned());
    head.scheme = scheme.to_ascii_lowercase();
    head.path = Some(if path.is_empty() { "/".to_owned() } else { path.to_owned() });
    Ok(())
}

/// `tchar` of RFC 9110.
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Characters that Envoy takes in a host (`HeaderUtility::authorityIsValid`).
fn is_authority_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!$%&'()*+,-.:;=@[]_~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Method, target, host; then status, details, path and host that a real Envoy 1.40 logged.
    #[test]
    fn http1_targets_and_hosts() {
        let cases = [
            ("get /x h", "400 http1.codec_error - -"),
            ("BREW /x h", "400 http1.codec_error - -"),
            ("MSEARCH /x h", "200 - /x h"),
            ("GET * h", "400 http1.invalid_url - -"),
            ("OPTIONS * h", "200 - * h"),
            ("GET http://x/y h", "200 - /y x"),
            ("GET http://x h", "200 - / x"),
            ("GET http://x?q h", "200 - ?q x"),
            ("GET http://x:99/y h", "200 - /y x:99"),
            ("GET http://a@b/x h", "200 - /x b"),
            ("GET http://a@@b/x h", "400 http1.codec_error - -"),
            ("GET http:// h", "400 http1.invalid_url - -"),
            ("GET ftp://x/y h", "400 http1.invalid_scheme - -"),
            ("GET http:/x h", "400 http1.codec_error - -"),
            ("GET x h", "400 http1.codec_error - -"),
            ("GET //x/y h", "200 - //x/y h"),
            ("CONNECT h:80 h", "200 - - h:80"),
            ("CONNECT /x h", "400 http1.invalid_url - -"),
            ("CONNECT h h", "400 http1.invalid_url - -"),
            ("GET /a\u{e9} h", "400 http1.codec_error - -"),
            ("GET /a\u{7f} h", "400 http1.invalid_characters - -"),
            ("GET /x a/b", "400 http.invalid_authority - -"),
            ("GET /x user@x", "200 - /x user@x"),
            ("GET /x a\\b", "400 http.invalid_authority - -"),
        ];
        for (asked, want) in cases {
            let mut parts = asked.split(' ');
            let request = Request {
                method: parts.next().unwrap().to_owned(),
                path: parts.next().unwrap().to_owned(),
                authority: parts.next().map(str::to_owned),
                ..Request::default()
            };
            let got = match decode(&Asked::plain(&request), &HttpConnectionManager::default()) {
                Ok(head) => format!(
                    "200 - {} {}",
                    head.path.as_deref().unwrap_or("-"),
                    head.authority.as_deref().unwrap_or("-")
                ),
                Err(refused) => format!("{} {} - -", refused.code, refused.details),
            };
            assert_eq!(got, want, "{asked}");
        }
    }
}
