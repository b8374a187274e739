//! The `connection` header of HTTP/1, which names headers that are for this hop only.

use super::codec::Refused;
use super::message::RequestHead;
use crate::simulate::outcome::Disposition;

/// As many names, or more, are too many.
const MOST: usize = 10;
/// A `te` header this long cannot be named.
const LONGEST_TE: usize = 256;

/// Takes off the headers that `connection` names (`Utility::sanitizeConnectionHeader`), and an upgrade to HTTP/2, which
/// Envoy does not do (`ConnectionImpl::onHeadersCompleteImpl`).
///
/// # Errors
/// Where it names headers that only a proxy in between may take off, or too many.
pub fn sanitize(head: &mut RequestHead) -> Result<(), Refused> {
    let Some(connection) = head.headers.get("connection").map(str::to_ascii_lowercase) else {
        return Ok(());
    };
    let refused = |why: String| {
        let refused = Refused::new(400, "http1.connection_header_rejected", why);
        Err(Refused { disposition: Disposition::Other, ..refused })
    };
    let names: Vec<&str> = connection.split(',').filter(|name| !name.is_empty()).map(str::trim).collect();
    if names.len() >= MOST {
        return refused(format!("connection names {} headers, {MOST} or more are refused", names.len()));
    }
    for name in &names {
        match *name {
            "close" | "http2-settings" | "keep-alive" | "upgrade" | "connection" => {}
            "x-forwarded-for" | "x-forwarded-host" | "x-forwarded-proto" => {
                return refused(format!("connection names {name}, which may not be hidden"));
            }
            _ if name.starts_with(':') => return refused(format!("connection names {name}, which is no header")),
            "host" => head.authority = None,
            "te" if head.headers.get("te").is_some_and(|te| te.len() >= LONGEST_TE) => {
                return refused("connection names a te header that is too long".to_owned());
            }
            // Trailers are a matter of the whole way.
            "te" if head.headers.get("te").is_some_and(says_trailers) => head.headers.set("te", "trailers"),
            name => {
                head.headers.remove(name);
            }
        }
    }
    let is_to_http2 = head.headers.get("upgrade").is_some_and(|upgrade| upgrade.eq_ignore_ascii_case("h2c"));
    if is_to_http2 && names.contains(&"upgrade") {
        head.headers.remove("upgrade");
        head.headers.remove("http2-settings");
        let kept: Vec<&str> = names.into_iter().filter(|name| !matches!(*name, "upgrade" | "http2-settings")).collect();
        head.headers.set("connection", kept.join(","));
    }
    Ok(())
}

/// Whether a `te` header asks for trailers.
fn says_trailers(te: &str) -> bool {
    te.split(',').any(|token| token.trim().eq_ignore_ascii_case("trailers"))
}
