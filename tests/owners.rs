//! What owners promise beside being right: the line that is named holds the field that is named, and the relation is
//! the same read from either side.

use std::collections::BTreeSet;

use meshdbg::base::origin::{Known, Owner};
use meshdbg::correlate::Mesh;
use meshdbg::correlate::owners::{EnvoyObject, IdleCode, Owners, idle};
use meshdbg::model::position::{Step, steps};
use rayon::prelude::*;

use crate::support;

fn owners(mesh: &Mesh) -> Owners {
    Owners::of(mesh, &mesh.proxies.iter().collect::<Vec<_>>())
}

/// The text of the line that an owner's place names.
fn line(mesh: &Mesh, owner: &Owner) -> Option<String> {
    let resource = mesh.resource(&owner.resource)?;
    let place = resource.place(&owner.path);
    let text = std::str::from_utf8(&resource.source.text).unwrap();
    let at = place.line.checked_sub(resource.source.first_line)?;
    Some(text.lines().nth(at).unwrap_or_default().to_owned())
}

/// Whether a line may hold the value of a path: its last field is named there, or it begins an item of a list, or it
/// is written in one line with what holds it.
fn holds(line: &str, path: &str) -> bool {
    let path: Vec<Step> = steps(path).collect();
    let field = path.iter().rev().find_map(|step| match step {
        Step::Field(name) => Some(*name),
        Step::Index(_) => None,
    });
    let is_flow = line.contains(['{', '[']);
    match path.last() {
        None => true,
        Some(Step::Field(name)) => line.contains(name),
        Some(Step::Index(_)) => line.trim_start().starts_with('-') || is_flow && field.is_some_and(|_| true),
    }
}

#[test]
fn the_line_of_every_owner_holds_its_field() {
    let wrong: Vec<String> = support::captures()
        .par_iter()
        .flat_map_iter(|fixture| {
            let mesh = support::mesh(fixture);
            let owners = owners(&mesh);
            let causes: BTreeSet<Owner> = owners.links().map(|(_, link)| link.cause.owner()).collect();
            let mut wrong = Vec::new();
            for owner in causes.iter().filter(|owner| mesh.resource(&owner.resource).is_some()) {
                // A part that is not there has no line of its own: its path must exist.
                let body = &mesh.resource(&owner.resource).unwrap().body;
                let value = steps(&owner.path).try_fold(body, |value, step| match step {
                    Step::Field(name) => value.get(name),
                    Step::Index(index) => value.get(index),
                });
                let line = line(&mesh, owner).unwrap_or_default();
                if value.is_none() || !holds(&line, &owner.path) {
                    wrong.push(format!("{fixture}: {owner} ({}) is said to be in {line:?}", owner.path));
                }
            }
            wrong
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn forward_and_backward_are_one_relation() {
    let mesh = support::shop();
    let owners = owners(mesh);
    let forward: BTreeSet<(String, EnvoyObject, Owner)> = mesh
        .proxies
        .iter()
        .step_by(7)
        .flat_map(|proxy| owners.objects(&proxy.id).iter().step_by(5).map(move |(object, _)| (proxy, object)))
        .flat_map(|(proxy, object)| {
            let found = owners.forward(&proxy.id, object).into_iter();
            found.map(move |(_, owner)| (proxy.id.to_string(), object.clone(), owner))
        })
        .collect();
    assert!(forward.len() > 1000, "only {} links", forward.len());
    let resources: BTreeSet<_> = forward.iter().map(|(_, _, owner)| owner.resource.clone()).collect();
    let backward: BTreeSet<(String, EnvoyObject, Owner)> = resources
        .par_iter()
        .flat_map_iter(|resource| {
            let found = owners.backward(resource);
            found.map(|(proxy, link)| (proxy.to_string(), link.object.clone(), link.cause.owner()))
        })
        .collect();
    let lost: Vec<_> = forward.difference(&backward).collect();
    assert!(lost.is_empty(), "said forward only: {:?}", &lost[..lost.len().min(3)]);
    // And the other way, for the objects that were asked about.
    let asked: BTreeSet<(&String, &EnvoyObject)> = forward.iter().map(|(proxy, object, _)| (proxy, object)).collect();
    let asked_back = backward.iter().filter(|(proxy, object, _)| asked.contains(&(proxy, object)));
    let more: Vec<_> = asked_back.filter(|link| !forward.contains(*link)).collect();
    assert!(more.is_empty(), "said backward only: {:?}", &more[..more.len().min(3)]);
}

#[test]
fn without_resources_marks_and_names_still_tell() {
    let dump = support::unpacked("shop.tar.zst")
        .into_iter()
        .find(|(name, _)| name.contains("shop.frontend-v1") && name.ends_with("config_dump.json"))
        .unwrap()
        .1;
    let mesh = support::mesh_of_dump(dump);
    let owners = owners(&mesh);
    let kinds: BTreeSet<(String, Known)> =
        owners.links().map(|(_, link)| (link.cause.resource.kind.clone(), link.cause.known)).collect();
    for kind in [
        ("VirtualService", Known::Marked),
        ("DestinationRule", Known::Marked),
        ("Service", Known::Marked),
        ("AuthorizationPolicy", Known::Named),
    ] {
        assert!(kinds.contains(&(kind.0.to_owned(), kind.1)), "{kind:?} is not among {kinds:?}");
    }
    assert!(!kinds.iter().any(|(_, known)| *known == Known::Recomputed), "recomputed from nothing: {kinds:?}");
}

/// A sidecar with one route and one cluster, of given names and marks.
fn dump(route: &str, mark: &str, policy: &str) -> Vec<u8> {
    let istio = |config: &str, more: &str| {
        format!(
            r#""metadata":{{"filter_metadata":{{"istio":{{"config":"/apis/networking.istio.io/v1/namespaces/shop/{config}"{more}}}}}}}"#
        )
    };
    format!(
        r#"{{"configs":[
        {{"@type":"type.googleapis.com/envoy.admin.v3.BootstrapConfigDump","bootstrap":{{"node":{{"id":"sidecar~10.0.0.1~asked.shop~shop.svc.cluster.local","metadata":{{"LABELS":{{"app":"web"}}}}}}}}}},
        {{"@type":"type.googleapis.com/envoy.admin.v3.RoutesConfigDump","dynamic_route_configs":[{{"route_config":{{"name":"80","virtual_hosts":[{{"name":"web.shop.svc.cluster.local:80","domains":["web.example.test"],"routes":[{{"name":"{route}","match":{{"prefix":"/"}},"route":{{"cluster":"outbound|80||web.shop.svc.cluster.local"}},{}}}]}}]}}}}]}},
        {{"@type":"type.googleapis.com/envoy.admin.v3.ClustersConfigDump","dynamic_active_clusters":[{{"cluster":{{"name":"outbound|80||web.shop.svc.cluster.local",{}}}}}]}}]}}"#,
        istio(&format!("virtual-service/{mark}"), ""),
        istio(&format!("destination-rule/{policy}"), r#","services":[{"host":"web.shop.svc.cluster.local","name":"web","namespace":"shop"}]"#),
    )
    .into_bytes()
}

#[test]
fn what_istiod_generated_leads_back_to_what_a_person_wrote() {
    use meshdbg::base::capture::DocumentKind::{ResourcesJson, ResourcesYaml};

    let configz = r#"[{"kind":"VirtualService","apiVersion":"networking.istio.io/v1","metadata":{"name":"shop~gw~istio-autogenerated-k8s-gateway~http~a","namespace":"shop","annotations":{"internal.istio.io/parents":"GRPCRoute/web.shop,HTTPRoute/other.shop"}},"spec":{}}]"#;
    let ingress = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: front, namespace: shop}\nspec:\n  rules:\n  - host: other.example.test\n  - host: web.example.test\n";
    let policy = "apiVersion: gateway.networking.k8s.io/v1\nkind: BackendTLSPolicy\nmetadata: {name: to-web, namespace: shop}\nspec: {targetRefs: [{kind: Service, name: web}]}\n";
    let two_rules = "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: first, namespace: shop}\nspec: {host: web, subsets: [{name: v1}]}\n---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: second, namespace: shop}\nspec: {host: web.shop.svc.cluster.local, trafficPolicy: {tls: {mode: DISABLE}}}\n";
    let generated = "shop~gw~istio-autogenerated-k8s-gateway~http~a";
    // Route, its VirtualService, the cluster's DestinationRule, what was read, and the owner that must be told.
    let cases = [
        ("shop.web.2", generated, "none", vec![], "HTTPRoute shop/web rules[2]"),
        ("shop.web.2", generated, "none", vec![(ResourcesJson, configz)], "GRPCRoute shop/web rules[2]"),
        ("named-rule", generated, "none", vec![(ResourcesJson, configz)], "HTTPRoute shop/other"),
        (
            "",
            "web-example-test-front-istio-autogenerated-k8s-ingress",
            "none",
            vec![(ResourcesYaml, ingress)],
            "Ingress shop/front rules[1]",
        ),
        (
            "x",
            "web",
            "web~istio-autogenerated-k8s-gateway",
            vec![(ResourcesYaml, policy)],
            "BackendTLSPolicy shop/to-web",
        ),
        // The mark names the oldest of several rules for a host; the policy is another's.
        ("x", "web", "first", vec![(ResourcesYaml, two_rules)], "DestinationRule shop/second trafficPolicy.tls"),
    ];
    for (route, mark, policy, resources, want) in cases {
        let mesh = support::mesh_of(dump(route, mark, policy), &resources);
        let owners = owners(&mesh);
        let told: BTreeSet<String> = owners.links().map(|(_, link)| link.cause.owner().to_string()).collect();
        assert!(told.contains(want), "{want} is not among {told:?}");
    }
}

/// A proxy of a kind, with no configuration but its bootstrap.
fn bare(kind: &str) -> Vec<u8> {
    format!(
        r#"{{"configs":[{{"@type":"type.googleapis.com/envoy.admin.v3.BootstrapConfigDump","bootstrap":{{"node":{{"id":"{kind}~10.0.0.1~asked.shop~shop.svc.cluster.local","metadata":{{"LABELS":{{"app":"web"}}}}}}}},"last_updated":"2026-01-02T00:00:00Z"}}]}}"#
    )
    .into_bytes()
}

#[test]
fn rules_that_made_nothing_say_why() {
    use IdleCode::{
        HostNotInGateway, NoGateway, NoProxy, NoService, NotAccepted, NotExported, NotYet, NothingToApplyTo,
        Overridden, Shadowed, Unknown, Unreferenced,
    };
    use meshdbg::base::capture::DocumentKind::ResourcesYaml;

    let service = "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {clusterIP: 10.0.0.9, ports: [{name: http, port: 80}]}}";
    let gateway = "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: gw, namespace: shop}, spec: {selector: {app: web}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.example.test]}]}}";
    let virtual_service = |more: &str| {
        format!(
            "{{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {{name: x, namespace: shop, creationTimestamp: \"2026-01-01T00:00:00Z\"}}, spec: {{{more}}}}}"
        )
    };
    let rule = |more: &str| virtual_service(&format!("hosts: [web], {more}"));
    let other = |kind: &str, group: &str, spec: &str| {
        format!("{{apiVersion: {group}/v1, kind: {kind}, metadata: {{name: x, namespace: shop}}, spec: {{{spec}}}}}")
    };
    // The proxy, the resources, the part that made nothing, and the first reason for it.
    let cases: Vec<(&str, Vec<String>, &str, IdleCode)> = vec![
        ("sidecar", vec![service.into(), rule("http: [{route: []}, {match: [{uri: {prefix: /x}}]}]")], "spec.http[1]", Shadowed),
        ("sidecar", vec![service.into(), rule("http: [{match: [{uri: {prefix: /}}]}, {route: []}]")], "spec.http[1]", Shadowed),
        ("sidecar", vec![service.into(), rule("http: [{match: [{uri: {prefix: /a}}]}, {route: []}]")], "spec.http[1]", Unknown),
        ("sidecar", vec![service.into(), rule("http: [{match: [{sourceLabels: {app: other}}]}]")], "spec.http[0]", NoProxy),
        ("sidecar", vec![service.into(), rule("http: [{match: [{sourceLabels: {app: web}}]}]")], "spec.http[0]", Unknown),
        ("sidecar", vec![service.into(), rule("http: [{delegate: {name: gone}}]")], "spec.http[0]", NothingToApplyTo),
        ("sidecar", vec![virtual_service("http: [{route: []}]")], "spec.http[0]", Unreferenced),
        ("sidecar", vec![rule("http: [{route: []}]")], "spec.http[0]", NoService),
        ("sidecar", vec![service.into(), rule("exportTo: [pay], http: [{route: []}]")], "spec.http[0]", NotExported),
        ("sidecar", vec![service.into(), rule("exportTo: [.], http: [{route: []}]")], "spec.http[0]", Unknown),
        ("sidecar", vec![service.into(), gateway.into(), rule("gateways: [gone], http: [{route: []}]")], "spec.http[0]", NoGateway),
        ("router", vec![gateway.into(), virtual_service("hosts: [b.example.test], gateways: [gw], http: [{route: []}]")], "spec.http[0]", HostNotInGateway),
        ("router", vec![gateway.into(), virtual_service("hosts: [a.example.test], gateways: [gw], http: [{route: []}]")], "spec.http[0]", Unknown),
        (
            "sidecar",
            vec![
                service.into(),
                rule("http: [{route: []}]"),
                "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: older, namespace: shop, creationTimestamp: \"2025-01-01T00:00:00Z\"}, spec: {hosts: [web]}}".into(),
            ],
            "spec.http[0]",
            Overridden,
        ),
        ("sidecar", vec![other("DestinationRule", "networking.istio.io", "host: gone, trafficPolicy: {}")], "spec.trafficPolicy", NoService),
        ("sidecar", vec![service.into(), other("DestinationRule", "networking.istio.io", "host: web, exportTo: [pay], trafficPolicy: {}")], "spec.trafficPolicy", NotExported),
        ("sidecar", vec![other("AuthorizationPolicy", "security.istio.io", "selector: {matchLabels: {app: other}}, rules: [{}]")], "spec.rules[0]", NoProxy),
        ("sidecar", vec![other("AuthorizationPolicy", "security.istio.io", "selector: {matchLabels: {app: web}}, rules: [{}]")], "spec.rules[0]", NothingToApplyTo),
        ("sidecar", vec![other("EnvoyFilter", "networking.istio.io", "workloadSelector: {labels: {app: other}}, configPatches: [{applyTo: CLUSTER}]")], "spec.configPatches[0]", NoProxy),
        (
            "sidecar",
            vec!["{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: x, namespace: shop}, spec: {rules: [{}]}, status: {parents: [{conditions: [{type: Accepted, status: \"False\", reason: NoMatchingParent}]}]}}".into()],
            "spec.rules[0]",
            NotAccepted,
        ),
        (
            "sidecar",
            vec![service.into(), "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: x, namespace: shop, creationTimestamp: \"2026-03-01T00:00:00Z\"}, spec: {hosts: [web], http: [{route: []}]}}".into()],
            "spec.http[0]",
            NotYet,
        ),
    ];
    for (kind, resources, part, want) in cases {
        let text = resources.join("\n---\n");
        let mesh = support::mesh_of(bare(kind), &[(ResourcesYaml, &text)]);
        let resource = mesh.resources.iter().find(|resource| resource.id.name == "x").unwrap();
        let proxies: Vec<_> = mesh.proxies.iter().collect();
        let told = idle(&mesh, &proxies, &Owners::of(&mesh, &proxies), resource);
        let of_part =
            told.iter().find(|idle| idle.path == part).unwrap_or_else(|| panic!("{part} of {text}: {told:?}"));
        assert_eq!(of_part.why[0].code, want, "{part} of {text}: {of_part:?}");
    }
}
