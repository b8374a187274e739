//! `proxy-config all`: all tables, one after the other.

use jiff::Timestamp;

use super::listing::Listing;
use super::naming::Naming;
use super::objects::Objects;
use super::{bootstrap, cluster, eds, endpoint, listener, route, secret, section};
use crate::model::Proxy;

/// istioctl's flags: those of the kinds. `--port` is that of clusters, listeners and endpoints, `--verbose` that of
/// listeners and routes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of clusters.
    pub cluster: cluster::Filter,
    /// Of listeners.
    pub listener: listener::Filter,
    /// Of routes.
    pub route: route::Filter,
    /// Of endpoints, which come from EDS here.
    pub endpoint: endpoint::Filter,
}

/// A table under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The heading, which istioctl prints with `--with-headers`.
    pub heading: &'static str,
    /// The table, or why there is none. istioctl stops at the first that it cannot print.
    pub listing: Listing,
}

/// The tables.
pub fn tables(proxy: &Proxy, filter: &Filter, now: Timestamp) -> Vec<Part> {
    let naming = Naming::WithKind;
    let parts = [
        ("BOOTSTRAP INFO", bootstrap::table(proxy)),
        ("CLUSTER INFO", cluster::listing(proxy, &filter.cluster, naming)),
        ("LISTENER INFO", listener::listing(proxy, &filter.listener, naming)),
        ("ROUTE INFO", route::listing(proxy, &filter.route, naming)),
        ("SECRET INFO", secret::listing(proxy, now, naming)),
        ("ENDPOINTS INFO", eds::listing(proxy, &filter.endpoint, naming)),
    ];
    parts.into_iter().map(|(heading, listing)| Part { heading, listing }).collect()
}

/// The whole dump, under Envoy's own names; filters do not count. What stands beside the items of a section, such as
/// its version, is not kept.
pub fn objects(proxy: &Proxy) -> Objects<'_> {
    section::dump(proxy)
}

/// The text of the tables as istioctl prints it.
pub fn to_text(parts: &[Part], with_headers: bool) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        if with_headers {
            text.extend(["------ ", part.heading, " ------\n\n"]);
        }
        text.push_str(&part.listing.to_text());
    }
    text
}
