//! What Envoy's HTTP/1 and HTTP/2 codecs accept, and the request head that they hand on.

use super::codec_http2;
use super::connection_header;
use super::headers::Headers;
use super::message::RequestHead;
use super::target::{check_target, is_authority_byte, place_target};
use crate::model::envoy::http_connection_manager::HttpConnectionManager;
use crate::simulate::asked::Asked;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};
use crate::simulate::request::Request;

/// A request that the codec refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Status.
    pub code: u16,
    /// Response code details.
    pub details: &'static str,
    /// Why, in words.
    pub why: String,
    /// What it means.
    pub disposition: Disposition,
    /// Response flag.
    pub flag: Flag,
}

impl Refused {
    /// A request that is refused with a status.
    pub fn new(code: u16, details: &'static str, why: impl Into<String>) -> Self {
        Self { code, details, why: why.into(), disposition: Disposition::BadRequest, flag: Flag::Dpe }
    }

    /// The answer. The codec gives it itself: no filter sees it.
    pub fn reply(&self) -> LocalReply {
        let body = match self.code {
            431 => "Request Header Fields Too Large",
            501 => "Not Implemented",
            _ => "Bad Request",
        };
        LocalReply {
            disposition: self.disposition,
            code: self.code,
            flags: vec![self.flag],
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
    unlogged("the bytes are no HTTP/2, which was agreed on")
}

/// Bytes that are no HTTP, where the connection is closed and no request is logged.
pub fn unlogged(why: &str) -> Refused {
    Refused { disposition: Disposition::OtherTerminal, ..Refused::new(0, "", why) }
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
    if request.protocol.is_http2() {
        codec_http2::decode(request, asked.scheme, config)
    } else {
        decode_http1(request, config)
    }
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
    // Further Host lines are joined to the first; empty ones leave no comma (`HeaderMapImpl::appendToHeader`).
    for (_, value) in request.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("host")) {
        head.authority = Some(match head.authority.take() {
            Some(first) if value.trim().is_empty() => first,
            Some(first) if !first.is_empty() => format!("{first},{}", value.trim()),
            Some(_) | None => value.trim().to_owned(),
        });
    }
    connection_header::sanitize(&mut head)?;
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

/// The header lines besides the host.
pub fn header_lines(request: &Request) -> Vec<(String, String)> {
    request.headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("host")).cloned().collect()
}

/// Whether the `http_inspector` takes the first line for HTTP/1: it knows no list of methods, but parses the target.
pub fn looks_like_http1(method: &str, target: &str) -> bool {
    method.is_ascii() && !method.is_empty() && check_target(target, method == "CONNECT").is_ok()
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

/// `tchar` of RFC 9110.
pub fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
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
            ("OPTIONS *?x h", "200 - *?x h"),
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
            ("GET h2://x/y h", "400 http1.invalid_scheme - -"),
            ("GET 2h://x/y h", "400 http1.codec_error - -"),
            ("GET http://x#y/z h", "400 http1.codec_error - -"),
            ("GET http://x_y/z h", "400 http1.invalid_url - -"),
            ("GET http://x:/z h", "400 http1.invalid_url - -"),
            ("GET http://:80/z h", "400 http1.invalid_url - -"),
            ("GET http://x:080/z h", "200 - /z x:080"),
            ("GET http://a:b@c/z h", "200 - /z c"),
            ("GET http://a@b@c/z h", "400 http1.invalid_url - -"),
            ("GET http://[::1]/z h", "200 - /z [::1]"),
            ("GET http://[g]/z h", "400 http1.invalid_url - -"),
            ("CONNECT x_y:80 h", "400 http1.invalid_url - -"),
            ("CONNECT x@y:80 h", "400 http1.invalid_url - -"),
            ("CONNECT x:+80 h", "400 http1.invalid_url - -"),
            ("CONNECT x#y:80 h", "400 http1.codec_error - -"),
            ("CONNECT [::1]:80 h", "200 - - [::1]:80"),
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
