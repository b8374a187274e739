//! What routes do, in a few words.

use crate::model::envoy::route_action::{MirrorPolicy, Redirect, RetryPolicy, RouteAction};
use crate::model::envoy::route_config::{HeaderOption, Route};

/// What a route does with a request it takes, without its destinations.
pub fn action(route: &Route) -> String {
    if let Some(redirect) = &route.redirect {
        return self::redirect(redirect);
    }
    if let Some(direct) = &route.direct_response {
        let body = direct.body.as_ref().map(|body| body.inline_string.trim()).filter(|body| !body.is_empty());
        return match body {
            Some(body) => format!("answers {} {:?}", direct.status.0, crate::view::words::clip(body, 40)),
            None => format!("answers {}", direct.status.0),
        };
    }
    match &route.route {
        Some(_) => "forwards".to_owned(),
        None if route.non_forwarding_action.is_some() => "matches only".to_owned(),
        None if route.filter_action.is_some() => "leaves the answer to a filter".to_owned(),
        None => "not known".to_owned(),
    }
}

fn redirect(redirect: &Redirect) -> String {
    let scheme = match (redirect.https_redirect, redirect.scheme_redirect.as_str()) {
        (true, _) => "https",
        (false, scheme) => scheme,
    };
    let host = if redirect.host_redirect.is_empty() { "HOST" } else { &redirect.host_redirect };
    let port = if redirect.port_redirect == 0 { String::new() } else { format!(":{}", redirect.port_redirect) };
    let path = [&redirect.path_redirect, &redirect.path_rewrite].into_iter().find(|path| !path.is_empty());
    let path = match (path, redirect.prefix_rewrite.as_str(), &redirect.regex_rewrite) {
        (Some(path), ..) => path.clone(),
        (None, prefix, _) if !prefix.is_empty() => format!("{prefix}…"),
        (None, _, Some(regex)) => format!("(path rewritten by {})", regex.pattern.regex),
        (None, _, None) => "PATH".to_owned(),
    };
    let query = if redirect.strip_query { ", without query" } else { "" };
    let scheme = if scheme.is_empty() { String::new() } else { format!("{scheme}://") };
    format!("redirects {} to {scheme}{host}{port}{}{query}", redirect.status(), slashed(&path))
}

fn slashed(path: &str) -> String {
    if path.starts_with(['/', '(']) { path.to_owned() } else { format!("/{path}") }
}

/// Where a route sends requests, with the weights.
pub fn destinations(action: &RouteAction) -> Vec<(String, Option<u32>)> {
    if let Some(weighted) = &action.weighted_clusters {
        let name = |name: &str, header: &str| {
            if name.is_empty() { format!("the cluster in header {header}") } else { name.to_owned() }
        };
        return weighted
            .clusters
            .iter()
            .map(|cluster| (name(&cluster.name, &cluster.cluster_header), Some(cluster.weight)))
            .collect();
    }
    let by_header = action.cluster_header.as_ref().map(|header| format!("the cluster in header {header}"));
    let by_plugin = action.cluster_specifier_plugin.as_ref().map(|plugin| format!("the cluster of plugin {plugin}"));
    action.cluster.clone().or(by_header).or(by_plugin).map(|cluster| (cluster, None)).into_iter().collect()
}

/// What becomes of host and path.
pub fn rewrites(action: &RouteAction) -> String {
    let mut words = Vec::new();
    if !action.prefix_rewrite.is_empty() {
        words.push(format!("path prefix to {}", action.prefix_rewrite));
    }
    if let Some(regex) = &action.regex_rewrite {
        words.push(format!("path {} to {}", regex.pattern.regex, regex.substitution));
    }
    if action.path_rewrite_policy.is_some() || !action.path_rewrite.is_empty() {
        words.push("path by template".to_owned());
    }
    let host = [&action.host_rewrite_literal, &action.host_rewrite].into_iter().find(|host| !host.is_empty());
    words.extend(host.map(|host| format!("host to {host}")));
    if action.auto_host_rewrite {
        words.push("host to the endpoint's".to_owned());
    }
    if !action.host_rewrite_header.is_empty() {
        words.push(format!("host to header {}", action.host_rewrite_header));
    }
    if action.host_rewrite_path_regex.is_some() {
        words.push("host cut out of the path".to_owned());
    }
    words.join("; ")
}

/// Time for the whole answer.
pub fn timeout(action: &RouteAction) -> String {
    match action.timeout {
        None => "15s (Envoy's default)".to_owned(),
        Some(timeout) if timeout.0.is_zero() => "none".to_owned(),
        Some(timeout) => timeout.to_string(),
    }
}

/// Retries.
pub fn retries(policy: Option<&RetryPolicy>) -> String {
    let Some(policy) = policy.filter(|policy| !policy.retry_on.is_empty()) else {
        return "none".to_owned();
    };
    let each = policy.per_try_timeout.map(|timeout| format!(", {timeout} each")).unwrap_or_default();
    format!("{} on {}{each}", policy.num_retries.unwrap_or(1), policy.retry_on)
}

/// Copies.
pub fn mirrors(policies: &[MirrorPolicy]) -> String {
    let one = |policy: &MirrorPolicy| {
        let cluster = if policy.cluster.is_empty() {
            format!("the cluster in {}", policy.cluster_header)
        } else {
            policy.cluster.clone()
        };
        match &policy.runtime_fraction {
            None => cluster,
            Some(fraction) => format!("{cluster} ({})", share(fraction.default_value.parts())),
        }
    };
    policies.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A fraction as a percentage.
pub fn share((numerator, denominator): (u64, u64)) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a percentage")]
    let percent = numerator as f64 * 100.0 / denominator.max(1) as f64;
    crate::view::words::percent(percent)
}

/// Header operations.
pub fn headers(add: &[HeaderOption], remove: &[String]) -> String {
    let added = add.iter().map(|option| format!("+{}: {}", option.header.key, option.header.value));
    let removed = remove.iter().map(|name| format!("-{name}"));
    added.chain(removed).collect::<Vec<_>>().join(", ")
}
