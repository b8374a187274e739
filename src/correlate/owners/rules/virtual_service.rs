//! Which rule and match of a VirtualService each of its routes comes from. istiod marks the resource and not the rule:
//! the routes are laid beside the matches, in order (`pilot/pkg/networking/core/route/route.go`).

use serde_json::Value;

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::inventory::{RouteFacts, TableFacts};
use super::super::view::View;
use super::super::world::Entry;
use crate::base::origin::{Known, ResourceRef};
use crate::model::istio::virtual_service::{Delegate, HttpMatch, HttpRule, VirtualServiceSpec};

/// A route that a VirtualService should make for the proxy: all of its causes, with what tells it from others.
struct Expected<'v> {
    causes: Vec<Cause>,
    /// The rule that says what is done.
    action: (&'v Entry<VirtualServiceSpec>, usize),
    name: String,
    matches: Option<&'v HttpMatch>,
}

/// The rules behind the routes of one VirtualService in a virtual host.
pub fn own_routes(
    view: &View,
    graph: &mut Graph,
    table: &TableFacts,
    entry: &Entry<VirtualServiceSpec>,
    routes: &[&RouteFacts],
) {
    let walk = Walk { view, port: table_port(&table.key), bound: bound_gateways(view, entry) };
    let expected = walk.expected(entry);
    let mut rest = expected.as_slice();
    for route in routes {
        // A match that made no route is passed over; a route that fits no match keeps the whole as its owner.
        let Some(index) = rest.iter().position(|candidate| candidate.fits(route)) else {
            graph.need(route.node, vec![entry.cause("", Known::Marked)]);
            continue;
        };
        for cause in &rest[index].causes {
            graph.need(route.node, vec![cause.clone()]);
        }
        graph.shape_each(route.node, fields(view, rest[index].action));
        rest = &rest[index + 1..];
    }
}

/// The fields of a rule that say what is done, and each destination.
fn fields(view: &View, (entry, index): (&Entry<VirtualServiceSpec>, usize)) -> Vec<Cause> {
    let body = view.mesh.resource(&entry.id).map(|resource| &resource.body["spec"]["http"][index]);
    let fields = body.and_then(Value::as_object).into_iter().flatten();
    let paths = fields.flat_map(|(field, value)| match (field.as_str(), value) {
        ("match" | "name" | "delegate", _) => Vec::new(),
        ("route" | "mirrors", Value::Array(items)) => (0..items.len()).map(|item| format!("{field}[{item}]")).collect(),
        _ => vec![field.clone()],
    });
    paths.map(|path| entry.cause(format!("spec.http[{index}].{path}"), Known::Recomputed)).collect()
}

/// A walk over the rules that are for a table of a proxy.
struct Walk<'v> {
    view: &'v View<'v>,
    port: Option<u16>,
    bound: Vec<String>,
}

impl<'v> Walk<'v> {
    /// The routes of a VirtualService in the order in which istiod makes them. Rules behind one that takes everything
    /// make none.
    fn expected(&self, entry: &'v Entry<VirtualServiceSpec>) -> Vec<Expected<'v>> {
        let mut expected = Vec::new();
        for (index, rule) in entry.spec.http.iter().enumerate() {
            let path = format!("spec.http[{index}]");
            if let Some(delegate) = &rule.delegate {
                let root = entry.cause(path, Known::Recomputed);
                expected.extend(self.delegated(&root, rule, delegate));
                continue;
            }
            for (at, matches) in self.matches(rule, entry) {
                expected.push(Expected {
                    causes: vec![entry.cause(format!("{path}{at}"), Known::Recomputed)],
                    action: (entry, index),
                    name: route_name(&rule.name, matches),
                    matches,
                });
            }
            if rule.matches.is_empty() {
                break;
            }
        }
        expected
    }

    /// The routes of a delegate, called `ROOT-DELEGATE` (`pilot/pkg/model/virtualservice.go`, `mergeHTTPRoutes`).
    fn delegated(&self, root: &Cause, root_rule: &'v HttpRule, delegate: &Delegate) -> Vec<Expected<'v>> {
        let namespace = if delegate.namespace.is_empty() { &root.resource.namespace } else { &delegate.namespace };
        let reference = ResourceRef::new("VirtualService", namespace.clone(), delegate.name.clone());
        let Some(entry) = self.view.world.virtual_services.get(&reference) else {
            return Vec::new();
        };
        let rules = entry.spec.http.iter().enumerate();
        let one = |(index, rule): (usize, &'v HttpRule)| {
            let names = [root_rule.name.as_str(), rule.name.as_str()].into_iter().filter(|name| !name.is_empty());
            let name = names.collect::<Vec<_>>().join("-");
            self.matches(rule, entry).into_iter().map(move |(at, matches)| Expected {
                causes: vec![entry.cause(format!("spec.http[{index}]{at}"), Known::Recomputed), root.clone()],
                action: (entry, index),
                name: route_name(&name, matches),
                // A delegate without a path takes that of its root.
                matches: matches.filter(|matches| matches.uri.is_some()).or_else(|| root_rule.matches.first()),
            })
        };
        rules.flat_map(one).collect()
    }

    /// The matches of a rule that are for this proxy, port and gateways, with their paths under the rule; a rule
    /// without matches counts as one.
    fn matches(&self, rule: &'v HttpRule, entry: &Entry<VirtualServiceSpec>) -> Vec<(String, Option<&'v HttpMatch>)> {
        if rule.matches.is_empty() {
            return vec![(String::new(), None)];
        }
        let view = self.view;
        let is_for = |matches: &HttpMatch| {
            let labels = &matches.source_labels;
            let of_gateway = |name: &String| self.bound.contains(&full_gateway(name, &entry.id.namespace));
            (matches.gateways.is_empty() || matches.gateways.iter().any(of_gateway))
                && (self.port.is_none() || matches.port.is_none() || matches.port == self.port)
                && (!view.is_sidecar() || labels.iter().all(|(key, value)| view.labels().get(key) == Some(value)))
                && (matches.source_namespace.is_empty() || matches.source_namespace == view.namespace())
        };
        let numbered = rule.matches.iter().enumerate().filter(|(_, matches)| is_for(matches));
        numbered.map(|(index, matches)| (format!(".match[{index}]"), Some(matches))).collect()
    }
}

/// `NAME`, or `NAME.MATCH` where the match has a name too.
fn route_name(rule: &str, matches: Option<&HttpMatch>) -> String {
    match matches.map_or("", |matches| matches.name.as_str()) {
        "" => rule.to_owned(),
        name => format!("{rule}.{name}"),
    }
}

/// The gateways by which a VirtualService is for the proxy: `mesh`, or `NAMESPACE/NAME` of those whose servers it has.
pub fn bound_gateways(view: &View, entry: &Entry<VirtualServiceSpec>) -> Vec<String> {
    if view.proxy.kind != crate::model::ProxyKind::Gateway {
        return vec!["mesh".to_owned()];
    }
    let own: Vec<String> =
        view.servers().iter().map(|server| format!("{}/{}", server.gateway.namespace, server.gateway.name)).collect();
    let named = entry.spec.gateways.iter().map(|name| full_gateway(name, &entry.id.namespace));
    named.filter(|name| own.contains(name)).collect()
}

/// A gateway as a resource of a namespace names it.
pub fn full_gateway(name: &str, namespace: &str) -> String {
    if name == "mesh" || name.contains('/') { name.to_owned() } else { format!("{namespace}/{name}") }
}

/// The port that the requests of a table were sent to: `9080`, `HOST:8080`, `http.8080`, `https.443.…`. A gateway
/// compares the port of its server, which the name of a table for plain HTTP does not tell.
fn table_port(key: &str) -> Option<u16> {
    if let Some(rest) = key.strip_prefix("https.") {
        return rest.split('.').next()?.parse().ok();
    }
    key.rsplit(':').next()?.parse().ok()
}

impl Expected<'_> {
    /// Whether a route may be this one: name, path and the number of conditions.
    fn fits(&self, route: &RouteFacts) -> bool {
        if self.name != route.name {
            return false;
        }
        let Some(matches) = self.matches else {
            return route.matches.headers.is_empty() && route.matches.query_parameters.is_empty();
        };
        let pseudo = [&matches.method, &matches.authority, &matches.scheme];
        let headers = matches.headers.len()
            + matches.without_headers.len()
            + pseudo.iter().filter(|condition| condition.is_some()).count();
        headers == route.matches.headers.len()
            && matches.query_params.len() == route.matches.query_parameters.len()
            && fits_path(matches, route)
    }
}

/// istiod writes a prefix that ends in a slash as it stands, and others as one that ends at a slash or not.
fn fits_path(matches: &HttpMatch, route: &RouteFacts) -> bool {
    let own = &route.matches;
    let Some((kind, value)) = matches.uri.as_ref().and_then(|uri| uri.iter().next()) else {
        return own.prefix.as_deref() == Some("/");
    };
    match kind.as_str() {
        "exact" => own.path.as_ref() == Some(value),
        "prefix" => {
            let prefix = own.prefix.as_ref().or(own.path_separated_prefix.as_ref());
            prefix.is_some_and(|prefix| prefix.trim_end_matches('/') == value.trim_end_matches('/'))
        }
        _ => own.safe_regex.as_ref().is_some_and(|regex| regex.regex == *value),
    }
}
