//! Redirects (`Http::Utility::newUri`).

use super::message::RequestHead;
use super::rewrite;
use crate::model::envoy::route_action::Redirect;
use crate::simulate::matcher::path::PathMatch;

/// Where a virtual host with `require_tls` sends plaintext requests: the same host, port and path, by https.
pub fn to_https(head: &RequestHead) -> String {
    format!("https://{}{}", head.authority.as_deref().unwrap_or_default(), head.path.as_deref().unwrap_or_default())
}

/// Where a redirect leads.
///
/// # Errors
/// A part of it that is not modelled.
pub fn location(redirect: &Redirect, head: &RequestHead, matched: &PathMatch) -> Result<String, String> {
    if !redirect.path_rewrite.is_empty() {
        return Err("path_rewrite of a redirect is not modelled".to_owned());
    }
    let scheme = if !redirect.scheme_redirect.is_empty() {
        &redirect.scheme_redirect
    } else if redirect.https_redirect {
        "https"
    } else {
        &head.scheme
    };
    let port = if redirect.port_redirect == 0 { String::new() } else { format!(":{}", redirect.port_redirect) };
    let host = if redirect.host_redirect.is_empty() {
        request_host(head, scheme, !port.is_empty())
    } else {
        &redirect.host_redirect
    };
    let path = redirected_path(redirect, head, matched)?;
    Ok(format!("{scheme}://{host}{port}{path}"))
}

fn redirected_path(redirect: &Redirect, head: &RequestHead, matched: &PathMatch) -> Result<String, String> {
    let current = head.path.clone().unwrap_or_default();
    let mut own_query = false;
    let path = if redirect.path_redirect.is_empty() {
        if redirect.prefix_rewrite.is_empty() && redirect.regex_rewrite.is_none() {
            current
        } else {
            rewrite::path(&current, matched, &redirect.prefix_rewrite, redirect.regex_rewrite.as_ref())?
        }
    } else {
        own_query = redirect.path_redirect.contains('?');
        match current.split_once('?').filter(|_| !own_query) {
            Some((_, query)) => format!("{}?{query}", redirect.path_redirect),
            None => redirect.path_redirect.clone(),
        }
    };
    if redirect.strip_query && !own_query { Ok(path.split('?').next().unwrap_or(&path).to_owned()) } else { Ok(path) }
}

/// The request's host. Its port goes where a new one comes, or where it is the default of a scheme that is left.
fn request_host<'h>(head: &'h RequestHead, new_scheme: &str, new_port: bool) -> &'h str {
    let host = head.authority.as_deref().unwrap_or_default();
    let colon = if host.starts_with('[') { host.rfind("]:").map(|at| at + 1) } else { host.rfind(':') };
    let Some(colon) = colon else { return host };
    let protocol = head.headers.get("x-forwarded-proto").unwrap_or_default();
    let port = &host[colon..];
    let default_left =
        new_scheme != protocol && (protocol == "https" && port == ":443" || protocol == "http" && port == ":80");
    if new_port || default_left { &host[..colon] } else { host }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::envoy::route_match::RouteMatch;

    #[test]
    fn redirects() {
        let cases = [
            (r#"{"https_redirect":true}"#, "http h:80 /a", "https://h/a"),
            (r#"{"https_redirect":true}"#, "http h:443 /a", "https://h:443/a"),
            (r#"{"https_redirect":true}"#, "http h:8080 /a", "https://h:8080/a"),
            (r#"{"scheme_redirect":"http"}"#, "https h:443 /a", "http://h/a"),
            (r#"{"port_redirect":81}"#, "http h:80 /a", "http://h:81/a"),
            (r#"{"path_redirect":"/x"}"#, "http h /a?q=1", "http://h/x?q=1"),
            (r#"{"path_redirect":"/x?y"}"#, "http h /a?q=1", "http://h/x?y"),
            (r#"{"path_redirect":"/x","strip_query":true}"#, "http h /a?q=1", "http://h/x"),
            (r#"{"host_redirect":"other","strip_query":true}"#, "http h:1 /a?q=1", "http://other/a"),
            (r#"{"prefix_rewrite":"/z"}"#, "http h /a/b?q", "http://h/z/b?q"),
            (r"{}", "http h /a", "http://h/a"),
        ];
        let matched = PathMatch::new(&serde_json::from_str::<RouteMatch>(r#"{"prefix":"/a"}"#).unwrap());
        for (redirect, request, want) in cases {
            let parts: Vec<&str> = request.split(' ').collect();
            let mut head = RequestHead {
                scheme: parts[0].to_owned(),
                authority: Some(parts[1].to_owned()),
                path: Some(parts[2].to_owned()),
                ..RequestHead::default()
            };
            head.headers.set("x-forwarded-proto", parts[0]);
            let redirect: Redirect = serde_json::from_str(redirect).unwrap();
            assert_eq!(location(&redirect, &head, &matched).unwrap(), want, "{redirect:?} of {request}");
        }
    }
}
