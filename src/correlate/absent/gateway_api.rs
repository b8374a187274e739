//! Gateways and routes of the Gateway API: a Gateway has proxies of its own, and its routes name it.

use serde_json::Value;

use super::case::{Case, list, of};
use super::reason::{Basis, Code, Reason};
use super::sight::strings;
use crate::correlate::hosts::covers;
use crate::model::Resource;

const GROUP: &str = "gateway.networking.k8s.io";

/// The name of the Gateway that the proxy was made for (`pilot/pkg/config/kube/gateway`).
fn own_name<'m>(case: &Case<'m>) -> Option<&'m str> {
    let labels = &case.proxy.bootstrap.node.metadata.labels;
    labels.get("gateway.networking.k8s.io/gateway-name").map(String::as_str)
}

fn own<'m>(case: &Case<'m>) -> Option<&'m Resource> {
    let name = own_name(case)?;
    case.all(GROUP, "Gateway")
        .into_iter()
        .find(|gateway| gateway.id.name == name && gateway.id.namespace == case.namespace())
}

fn array<'v>(value: &'v Value, pointer: &str) -> impl Iterator<Item = &'v Value> {
    value.pointer(pointer).and_then(Value::as_array).into_iter().flatten()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Says why a proxy of such a Gateway does not listen on a port; whether the proxy is one.
pub(super) fn port(case: &mut Case, port: u16) -> bool {
    let Some(gateway) = own(case) else { return own_name(case).is_some() };
    let ports: Vec<u64> =
        array(&gateway.body, "/spec/listeners").filter_map(|listener| listener.get("port")?.as_u64()).collect();
    if ports.contains(&u64::from(port)) {
        case.fine(format!("{} has a listener with port {port}", gateway.id));
        return true;
    }
    let known: Vec<String> = ports.iter().map(ToString::to_string).collect();
    let sentence = format!("no listener of {} has port {port}: they have {}", gateway.id, list(&known));
    let next = format!("add a listener with port {port} to {}", gateway.id);
    let reason = Reason::new(Code::GatewayPort, Basis::Resources, sentence, next);
    case.blame(reason.by([of(gateway, "listeners")]));
    true
}

/// Looks at the HTTP routes of the Gateway API with a host, and says why they are not here; whether there are any.
pub(super) fn routes(case: &mut Case, host: &str) -> bool {
    let own = own(case);
    let mut found = false;
    for route in case.all(GROUP, "HTTPRoute").into_iter().chain(case.all(GROUP, "GRPCRoute")) {
        let mut hosts = strings(route, "/spec/hostnames");
        let is_own = |parent: &Value| {
            own.is_some_and(|own| {
                let namespace = Some(text(parent, "namespace")).filter(|name| !name.is_empty());
                text(parent, "name") == own.id.name && namespace.unwrap_or(&route.id.namespace) == own.id.namespace
            })
        };
        let is_here = array(&route.body, "/spec/parentRefs").any(is_own);
        // A route without hosts has those of its listeners.
        if hosts.is_empty()
            && is_here
            && let Some(own) = own
        {
            hosts = array(&own.body, "/spec/listeners").map(|listener| text(listener, "hostname").to_owned()).collect();
        }
        if !hosts.iter().any(|known| covers(known, host)) {
            continue;
        }
        found = true;
        if !is_here {
            let parents: Vec<&str> =
                array(&route.body, "/spec/parentRefs").map(|parent| text(parent, "name")).collect();
            let sentence = format!("{} is for {}, and not for this proxy", route.id, list(&parents));
            let next = format!("look at the proxies of {}, or add a parentRef to {}", list(&parents), route.id);
            let reason = Reason::new(Code::OtherGateways, Basis::Resources, sentence, next);
            case.blame(reason.by([of(route, "parentRefs")]));
        }
        refused(case, route);
    }
    found
}

/// A route says itself why its Gateway did not take it.
fn refused(case: &mut Case, route: &Resource) {
    let conditions = array(&route.body, "/status/parents").flat_map(|parent| array(parent, "/conditions"));
    for condition in conditions.filter(|condition| text(condition, "status") == "False") {
        let (kind, message, reason) = (text(condition, "type"), text(condition, "message"), text(condition, "reason"));
        let sentence = format!("{} is not {kind}: {message} ({reason})", route.id);
        let next = format!("correct {}", route.id);
        case.blame(Reason::new(Code::GatewayHosts, Basis::Resources, sentence, next).by([of(route, "parentRefs")]));
    }
}
