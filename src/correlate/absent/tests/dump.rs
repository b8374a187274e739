//! Reasons that the dump gives, and comparison with others.

use serde_json::json;

use super::scene::{Dump, OTHER, SIDECAR, ask, codes, mesh};
use crate::correlate::absent::{Basis, Code, Kind, Wanted, why};

/// The codes that the tests of this file give.
pub(super) const CODES: [Code; 6] =
    [Code::Rejected, Code::Warming, Code::Unhealthy, Code::NoMatch, Code::Stale, Code::OnlyElsewhere];

const NAME: &str = "outbound|80||web.shop.svc.cluster.local";
const WEB: &str = "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop, creationTimestamp: '2026-01-02T00:00:00Z'}, spec: {ports: [{port: 80, name: http}]}}";

fn cluster(name: &str, updated: &str) -> serde_json::Value {
    json!({"cluster": {"name": name, "type": "EDS"}, "last_updated": updated})
}

#[test]
fn what_envoy_refused_or_has_waiting_is_not_there() {
    let refused = json!({"name": "0.0.0.0_80", "error_state": {"details": "no such filter", "failed_configuration": {"name": "0.0.0.0_80"}}});
    let listeners = Dump { listeners: vec![refused], ..Dump::default() };
    let mesh_of = |dump: &Dump| mesh(&[(SIDECAR, dump)], WEB);
    let answer = ask(&mesh_of(&listeners), Kind::Listener, "0.0.0.0_80");
    assert_eq!(codes(&answer), [Code::Rejected]);
    assert_eq!(answer.reasons[0].basis, Basis::Dump);
    assert!(answer.reasons[0].sentence.contains("no such filter"));
    // The routes of a port come only with its listener.
    assert_eq!(codes(&ask(&mesh_of(&listeners), Kind::Route, "web:80")), [Code::Rejected]);
    assert!(!codes(&ask(&mesh_of(&listeners), Kind::Listener, "0.0.0.0_81")).contains(&Code::Rejected));

    let warming = Dump { warming: vec![cluster(NAME, "")], ..Dump::default() };
    assert_eq!(codes(&ask(&mesh_of(&warming), Kind::Cluster, NAME)), [Code::Warming]);
    let active = Dump { clusters: vec![cluster(NAME, "")], ..Dump::default() };
    let answer = ask(&mesh_of(&active), Kind::Cluster, NAME);
    assert_eq!((answer.there.map(|there| there.name), answer.reasons), (Some(NAME.to_owned()), Vec::new()));
}

#[test]
fn endpoints_may_be_there_and_unhealthy() {
    let with = |health: &str| {
        let endpoint = json!({"endpoint": {"address": {"socket_address": {"address": "10.0.0.9", "port_value": 80}}}, "health_status": health});
        let assignment =
            json!({"endpoint_config": {"cluster_name": NAME, "endpoints": [{"lb_endpoints": [endpoint]}]}});
        let dump = Dump { endpoints: vec![assignment], ..Dump::default() };
        ask(&mesh(&[(SIDECAR, &dump)], WEB), Kind::Endpoint, NAME)
    };
    assert_eq!(codes(&with("UNHEALTHY")), [Code::Unhealthy]);
    assert!(with("HEALTHY").there.is_some());
}

#[test]
fn a_host_with_routes_may_have_none_for_a_request() {
    let routes = json!([{"match": {"path": "/only"}, "metadata": {"filter_metadata": {"istio": {"config": "/apis/networking.istio.io/v1/namespaces/shop/virtual-service/web"}}}}]);
    let table = json!({"route_config": {"name": "80", "virtual_hosts": [{"name": "web.shop.svc.cluster.local:80", "domains": ["web.shop.svc.cluster.local"], "routes": routes}]}});
    let dump = Dump { routes: vec![table], ..Dump::default() };
    let mesh = mesh(&[(SIDECAR, &dump)], WEB);
    let refused = ask(&mesh, Kind::Route, "web:80/other");
    assert_eq!(codes(&refused), [Code::NoMatch]);
    assert_eq!(refused.reasons[0].owners[0].to_string(), "VirtualService shop/web");
    assert_eq!(ask(&mesh, Kind::Route, "web:80/only").there.unwrap().name, "80|web.shop.svc.cluster.local:80|0");
    // Other conditions than the path may have failed a request.
    let tried = Wanted { unmatched: true, ..Wanted::new(Kind::Route, "web:80/only") };
    assert_eq!(codes(&why(&mesh, &mesh.proxies[0], &tried)), [Code::NoMatch]);
}

#[test]
fn a_proxy_may_be_behind_its_resources_or_its_fellows() {
    let old = Dump { clusters: vec![cluster("x", "2026-01-01T00:00:00Z")], ..Dump::default() };
    let new = Dump { clusters: vec![cluster("x", "2026-01-03T00:00:00Z")], ..Dump::default() };
    let has = Dump { clusters: vec![cluster(NAME, "2026-01-03T00:00:00Z")], ..Dump::default() };
    let asked = |own: &Dump, other: &Dump| ask(&mesh(&[(SIDECAR, own), (OTHER, other)], WEB), Kind::Cluster, NAME);
    let stale = asked(&old, &has);
    assert_eq!(codes(&stale), [Code::Stale]);
    assert!(stale.reasons[0].sentence.contains("shop/client-1 has it already"), "{stale:#?}");
    assert_eq!(codes(&asked(&new, &has)), [Code::OnlyElsewhere]);
    // Nothing explains it: then at least what was checked is said.
    let nothing = asked(&new, &new);
    assert!(nothing.reasons.is_empty() && nothing.there.is_none());
    assert!(nothing.checked.iter().any(|what| what.contains("Service shop/web exists with port 80")), "{nothing:#?}");
    assert!(nothing.unchecked.iter().any(|what| what.contains("discoverySelectors")), "{nothing:#?}");
}

#[test]
fn without_resources_nothing_is_blamed() {
    let cases = [
        ("", "no resources were read"),
        ("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}", "no Service was read"),
    ];
    for (resources, want) in cases {
        let answer = ask(&mesh(&[(SIDECAR, &Dump::default())], resources), Kind::Cluster, NAME);
        assert!(answer.reasons.is_empty(), "{answer:#?}");
        assert!(answer.unchecked.iter().any(|what| what.contains(want)), "{answer:#?}");
    }
}
