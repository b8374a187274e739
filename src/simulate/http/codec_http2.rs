//! What Envoy's HTTP/2 codec accepts. It refuses by resetting the stream: there is no status, and the log knows neither
//! path nor host.

use super::codec::{Refused, header_lines, is_token_byte};
use super::headers::Headers;
use super::message::RequestHead;
use super::target::is_authority_byte;
use crate::model::envoy::http_connection_manager::HttpConnectionManager;
use crate::simulate::outcome::{Disposition, Flag};
use crate::simulate::request::{Protocol, Request};

/// Largest name or value that the decoder takes.
const LONGEST_TEXT: usize = 65536;

fn invalid(why: String) -> Refused {
    Refused { disposition: Disposition::Other, ..Refused::new(0, "http2.invalid.header.field", why) }
}

fn violation(why: &str) -> Refused {
    Refused { disposition: Disposition::Other, ..Refused::new(0, "http2.violation.of.messaging.rule", why) }
}

/// Decodes a request: pseudo-headers first, then its headers, each checked as it comes.
///
/// # Errors
/// Where the codec resets the stream.
pub fn decode(request: &Request, scheme: &str, config: &HttpConnectionManager) -> Result<RequestHead, Refused> {
    let is_connect = request.method == "CONNECT";
    let mut lines = header_lines(request);
    if request.protocol == Protocol::Grpc {
        for (name, value) in [("content-type", "application/grpc"), ("te", "trailers")] {
            if !lines.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
                lines.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    let hosts = request.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("host"));
    let hosts: Vec<&str> = hosts.map(|(_, value)| value.as_str()).collect();
    let scheme = if is_connect { "" } else { scheme };
    check_fields(request, scheme, &hosts, &lines, config)?;
    // A host header stands for the pseudo-header, except that CONNECT wants the latter.
    let authority = request.authority.clone().or_else(|| hosts.first().map(|host| (*host).to_owned()));
    if request.authority.is_none() && (is_connect || authority.is_none()) {
        return Err(violation("there is no :authority"));
    }
    let is_everything = request.path == "*" && request.method == "OPTIONS";
    if !(is_connect || is_everything || request.path.starts_with('/')) {
        return Err(violation("the :path does not begin with a slash"));
    }
    check_length(request)?;
    Ok(RequestHead {
        method: request.method.clone(),
        scheme: scheme.to_owned(),
        authority,
        path: (!is_connect).then(|| request.path.clone()),
        headers: Headers::arriving(&lines, true),
    })
}

/// The limits of the connection manager, and the form of each field (`HeaderValidator` of the codec's library).
fn check_fields(
    request: &Request,
    scheme: &str,
    hosts: &[&str],
    lines: &[(String, String)],
    config: &HttpConnectionManager,
) -> Result<(), Refused> {
    let kilobytes = config.max_request_headers_kb.map_or(60, |kilobytes| kilobytes as usize);
    let most = config.common_http_protocol_options.max_headers_count.map_or(100, |count| count as usize);
    let (mut size, mut count) = (0, 0);
    let mut pseudo = vec![(":method", request.method.as_str())];
    pseudo.extend(request.authority.as_deref().map(|authority| (":authority", authority)));
    if request.method != "CONNECT" {
        pseudo.extend([(":scheme", scheme), (":path", request.path.as_str())]);
    }
    let fields = pseudo.into_iter().chain(hosts.iter().map(|host| ("host", *host)));
    let fields = fields.chain(lines.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let mut seen_length = false;
    let mut hosts_seen = 0;
    for (name, value) in fields {
        if value.chars().count() > LONGEST_TEXT {
            return Err(Refused::new(
                0,
                "codec_error:The_user_callback_function_failed",
                format!("{name} is longer than {LONGEST_TEXT} bytes"),
            ));
        }
        let name = name.to_ascii_lowercase();
        check_field(&name, value)?;
        // One length, one host.
        hosts_seen += usize::from(name == "host");
        let is_second = name == "content-length" && std::mem::replace(&mut seen_length, true) || hosts_seen > 1;
        if is_second {
            return Err(invalid(format!("there are two {name} headers")));
        }
        size += name.len() + value.chars().count();
        count += 1;
        if size > kilobytes * 1024 {
            let refused =
                Refused::new(0, "http2.header_list_size_too_large", format!("headers of more than {kilobytes} KiB"));
            return Err(Refused { disposition: Disposition::Other, flag: Flag::Dr, ..refused });
        }
        if count > most {
            let refused = Refused::new(0, "http2.too_many_headers", format!("more than {most} headers"));
            return Err(Refused { flag: Flag::Dr, ..refused });
        }
    }
    Ok(())
}

fn check_field(name: &str, value: &str) -> Result<(), Refused> {
    let is_plain = |letter: char| letter == '\t' || !letter.is_ascii_control();
    let is_in_path = |letter: char| !letter.is_ascii_control() && letter != ' ';
    let is_good = match name {
        ":method" => !value.is_empty() && value.bytes().all(is_token_byte),
        ":authority" | "host" => !value.is_empty() && value.bytes().all(|byte| is_authority_byte(byte) && byte != b'@'),
        ":path" => !value.is_empty() && value.chars().all(is_in_path),
        ":scheme" => true,
        // Headers of one hop have no place in HTTP/2 (RFC 9113, 8.2.2).
        "connection" | "keep-alive" | "proxy-connection" | "transfer-encoding" | "upgrade" => false,
        "te" => value.eq_ignore_ascii_case("trailers"),
        "content-length" => !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()),
        _ => !name.is_empty() && name.bytes().all(is_token_byte) && value.chars().all(is_plain),
    };
    if is_good { Ok(()) } else { Err(invalid(format!("HTTP/2 does not allow {name}: {value}"))) }
}

/// A request that says it has a body, and ends with its headers.
fn check_length(request: &Request) -> Result<(), Refused> {
    let lengths = request.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let announces_body = lengths.into_iter().any(|(_, value)| value.parse::<u64>().is_ok_and(|length| length > 0));
    if request.protocol == Protocol::Http2 && announces_body {
        return Err(violation("content-length announces a body that does not come"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Method, path, host, one header; then what a real Envoy 1.40 logged.
    #[test]
    fn fields() {
        let cases = [
            ("GET /a b", "", "http2.invalid.header.field"),
            ("GET /a x", "", ""),
            ("GET /\u{e4}\"<>|#\\^`{ x", "", ""),
            ("GET /a\u{7f} x", "", "http2.invalid.header.field"),
            ("GET a/b x", "", "http2.violation.of.messaging.rule"),
            ("GET * x", "", "http2.violation.of.messaging.rule"),
            ("OPTIONS * x", "", ""),
            ("GET /a a/b", "", "http2.invalid.header.field"),
            ("GET /a user@x", "", "http2.invalid.header.field"),
            ("GET /a x:abc", "", ""),
            ("get /a x", "", ""),
            ("CONNECT x x", "", ""),
            ("GET /a x", "connection: close", "http2.invalid.header.field"),
            ("GET /a x", "te: gzip", "http2.invalid.header.field"),
            ("GET /a x", "te: Trailers", ""),
            ("GET /a x", "content-length: 5", "http2.violation.of.messaging.rule"),
            ("GET /a x", "content-length: 0", ""),
            ("GET /a x", "content-length: +0", "http2.invalid.header.field"),
            ("GET /a x", "x: a\u{7f}", "http2.invalid.header.field"),
            ("GET /a x", "x(y: 1", "http2.invalid.header.field"),
            ("GET /a x", "host: other", ""),
            ("GET /a x", "host: a b", "http2.invalid.header.field"),
        ];
        for (asked, header, want) in cases {
            let mut parts = asked.splitn(3, ' ');
            let request = Request {
                protocol: Protocol::Http2,
                method: parts.next().unwrap().to_owned(),
                path: parts.next().unwrap().to_owned(),
                authority: parts.next().map(|host| if asked == "GET /a b" { "a b" } else { host }.to_owned()),
                headers: header
                    .split_once(": ")
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .into_iter()
                    .collect(),
                ..Request::default()
            };
            let got =
                decode(&request, "http", &HttpConnectionManager::default()).err().map_or("", |refused| refused.details);
            assert_eq!(got, want, "{asked} {header}");
        }
    }
}
