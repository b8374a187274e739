//! Rewrites of path and host.

use super::message::{RequestHead, without_query};
use crate::model::envoy::route_action::RouteAction;
use crate::model::envoy::string_match::RegexSubstitution;
use crate::simulate::matcher::path::PathMatch;
use crate::simulate::matcher::regex::Re2;

/// Rewrites a path: the matched prefix literally, or every match of an expression in the part before the query.
///
/// # Errors
/// Where the expression is not understood.
pub fn path(
    path: &str,
    matched: &PathMatch,
    prefix: &str,
    regex: Option<&RegexSubstitution>,
) -> Result<String, String> {
    let just_path = without_query(path);
    if !prefix.is_empty() {
        let matched = match matched {
            PathMatch::Prefix(pattern) | PathMatch::SeparatedPrefix(pattern) | PathMatch::Exact(pattern) => {
                pattern.pattern.len().min(path.len())
            }
            PathMatch::Regex(_) | PathMatch::Template(_) | PathMatch::Connect | PathMatch::Unknown(_) => {
                just_path.len()
            }
        };
        return Ok(format!("{prefix}{}", path.get(matched..).unwrap_or_default()));
    }
    let Some(regex) = regex else {
        return Ok(path.to_owned());
    };
    let rewritten = Re2::new(&regex.pattern.regex).replace_all(just_path, &regex.substitution)?;
    Ok(rewritten + &path[just_path.len()..])
}

/// Rewrites the path and the host of a request as its route says. The host of the endpoint (`auto_host_rewrite`) is
/// known only later.
///
/// # Errors
/// A part of the rewrite that is not modelled.
pub fn request(
    head: &mut RequestHead,
    action: &RouteAction,
    matched: &PathMatch,
    weighted_host: &str,
) -> Result<(), String> {
    if !action.path_rewrite.is_empty() {
        return Err("path_rewrite is not modelled".to_owned());
    }
    let original = head.path.clone().unwrap_or_default();
    rewrite_host(head, action, weighted_host, &original)?;
    let rewritten = match &action.path_rewrite_policy {
        Some(policy) => Some(by_template(policy, matched, &original)?),
        None if action.prefix_rewrite.is_empty() && action.regex_rewrite.is_none() => None,
        None => Some(path(&original, matched, &action.prefix_rewrite, action.regex_rewrite.as_ref())?),
    };
    if let Some(rewritten) = rewritten.filter(|_| head.path.is_some()) {
        head.headers.set("x-envoy-original-path", original);
        head.path = Some(rewritten);
    }
    Ok(())
}

fn rewrite_host(head: &mut RequestHead, action: &RouteAction, weighted_host: &str, path: &str) -> Result<(), String> {
    let host = if !weighted_host.is_empty() {
        Some(weighted_host.to_owned())
    } else if !action.host_rewrite_literal.is_empty() {
        Some(action.host_rewrite_literal.clone())
    } else if !action.host_rewrite.is_empty() {
        if action.host_rewrite.contains('%') {
            return Err("host_rewrite with format commands is not modelled".to_owned());
        }
        Some(action.host_rewrite.clone())
    } else if !action.host_rewrite_header.is_empty() {
        let name = action.host_rewrite_header.to_ascii_lowercase();
        head.values(&name).first().filter(|value| !value.is_empty()).map(|value| (*value).to_owned())
    } else if let Some(regex) = &action.host_rewrite_path_regex {
        Some(Re2::new(&regex.pattern.regex).replace_all(without_query(path), &regex.substitution)?)
    } else {
        None
    };
    if let Some(host) = host {
        set_host(head, &host, action.append_x_forwarded_host);
    }
    Ok(())
}

/// Replaces the host and notes the original one (`Http::Utility::updateAuthority`).
pub fn set_host(head: &mut RequestHead, host: &str, append_forwarded_host: bool) {
    if let Some(original) = head.authority.clone().filter(|original| !original.is_empty()) {
        if append_forwarded_host {
            let joined = head
                .headers
                .get("x-forwarded-host")
                .map_or_else(|| original.clone(), |before| format!("{before},{original}"));
            head.headers.set("x-forwarded-host", joined);
        }
        head.headers.set("x-envoy-original-host", original);
    }
    head.authority = Some(host.to_owned());
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct UriTemplateRewrite {
    path_template_rewrite: String,
}

fn by_template(
    policy: &crate::model::envoy::string_match::Extension,
    matched: &PathMatch,
    path: &str,
) -> Result<String, String> {
    let unknown = || format!("path rewrite policy {} is not modelled", policy.name);
    let config = policy.typed_config.as_ref().ok_or_else(unknown)?;
    if !config.is(&["envoy.extensions.path.rewrite.uri_template.v3.UriTemplateRewriteConfig"]) {
        return Err(unknown());
    }
    let target = config.decode::<UriTemplateRewrite>().map_err(|error| error.to_string())?.value.path_template_rewrite;
    let PathMatch::Template(template) = matched else {
        return Err(unknown());
    };
    let just_path = without_query(path);
    let rewritten = template.rewrite(just_path, &target).ok_or_else(unknown)?;
    Ok(rewritten + &path[just_path.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::envoy::route_match::RouteMatch;

    #[test]
    fn paths() {
        let cases = [
            (r#"{"prefix":"/a"}"#, "/", "/a/b?q=1", "//b?q=1"),
            (r#"{"prefix":"/a"}"#, "/", "/ab", "/b"),
            (r#"{"path":"/a"}"#, "/x", "/a?q=1", "/x?q=1"),
            (r#"{"safe_regex":{"regex":"/a.*"}}"#, "/x", "/abc?q=1", "/x?q=1"),
        ];
        for (matched, prefix, from, want) in cases {
            let matched = PathMatch::new(&serde_json::from_str::<RouteMatch>(matched).unwrap());
            assert_eq!(path(from, &matched, prefix, None).unwrap(), want, "{from}");
        }
        let regex: RegexSubstitution = serde_json::from_str(r#"{"pattern":{"regex":"/"},"substitution":"_"}"#).unwrap();
        let matched = PathMatch::new(&serde_json::from_str::<RouteMatch>(r#"{"prefix":"/"}"#).unwrap());
        assert_eq!(path("/a/b?c=/d", &matched, "", Some(&regex)).unwrap(), "_a_b?c=/d");
    }
}
