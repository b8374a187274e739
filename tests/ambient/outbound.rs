//! Where connections go, rule by rule.

use meshdbg::base::evidence::Notes;
use meshdbg::simulate::ztunnel::{Leg, State, Transport, Way, outbound};
use serde_json::{Value, json};

use super::scene::ztunnel;

type Case<'a> = (&'a str, &'a str, &'a [(&'a str, Value)], &'a str);

/// What becomes of a connection of a workload, as text: the ways with their shares in percent.
fn decide(from: &str, target: &str, changes: &[(&str, Value)]) -> String {
    let ztunnel = ztunnel(changes);
    let state = State::new(&ztunnel);
    let mut notes = Notes::new(true);
    let decided = outbound(&state, state.named("ns", from).unwrap(), target.parse().unwrap(), &mut notes);
    assert!(!notes.take_evidence().is_empty());
    let ways: Vec<String> = decided
        .branches
        .iter()
        .map(|branch| match (branch.share * 100.0).round() {
            100.0 => words(&branch.way),
            percent => format!("{percent}% {}", words(&branch.way)),
        })
        .collect();
    ways.join(" | ")
}

fn words(way: &Way) -> String {
    let leg = |leg: &Leg| match leg.transport {
        Transport::Hbone { authority } => format!("{} HBONE {authority}", leg.connect),
        Transport::Plaintext => format!("{} plain", leg.connect),
    };
    match way {
        Way::Waypoint { waypoint, leg: to } => format!("waypoint {waypoint} {}", leg(to)),
        Way::Workload(to) => leg(to),
        Way::Passthrough(address) => format!("passthrough {address}"),
        Way::Refused { refusal, .. } => refusal.to_string(),
        Way::Undetermined(reason) => format!("undetermined: {reason}"),
    }
}

fn check(cases: &[Case]) {
    for (from, target, changes, want) in cases {
        assert_eq!(decide(from, target, changes), *want, "{from} -> {target} {changes:?}");
    }
}

const WEB: &str = "10.9.0.1:80";

fn waypoint() -> Value {
    json!({"destination": "ns/wp.ns", "hboneMtlsPort": 15008})
}

#[test]
fn endpoints_of_a_service() {
    let all = "33% 10.0.1.2:15008 HBONE 10.0.1.2:8080 | 33% 10.0.2.2:15008 HBONE 10.0.2.2:8080 | 33% 10.0.3.2:15008 HBONE 10.0.3.2:8080";
    let balance = |mode: &str, preferences: &[&str], health: &str| json!({"mode": mode, "routingPreferences": preferences, "healthPolicy": health});
    let lb = "/services/web/loadBalancer";
    let (a, b) = ("10.0.1.2:15008 HBONE 10.0.1.2:8080", "10.0.2.2:15008 HBONE 10.0.2.2:8080");
    let sick = ("/services/web/endpoints/a/status", json!("Unhealthy"));
    let [no_b, no_c] = ["b", "c"]
        .map(|name| (if name == "b" { "/services/web/endpoints/b" } else { "/services/web/endpoints/c" }, Value::Null));
    check(&[
        ("client", WEB, &[], all),
        ("client", "10.9.0.1:81", &[], "no healthy upstream: 10.9.0.1:81"),
        ("client", WEB, &[("/services/web/endpoints", json!({}))], "no healthy upstream: 10.9.0.1:80"),
        ("client", WEB, &[sick.clone(), no_c.clone()], b),
        ("client", WEB, &[sick.clone(), no_b.clone(), no_c.clone()], "no healthy upstream: 10.9.0.1:80"),
        ("client", WEB, &[sick, no_b.clone(), no_c.clone(), (lb, balance("Standard", &[], "AllowAll"))], a),
        ("client", WEB, &[(lb, balance("Failover", &["Network", "Region", "Zone"], "OnlyHealthy"))], a),
        (
            "client",
            WEB,
            &[(lb, balance("Failover", &["Region"], "OnlyHealthy"))],
            "50% 10.0.1.2:15008 HBONE 10.0.1.2:8080 | 50% 10.0.2.2:15008 HBONE 10.0.2.2:8080",
        ),
        // The first preference that is not met ends the count: nobody is near, and all are equal.
        (
            "client",
            WEB,
            &[(lb, balance("Failover", &["Zone"], "OnlyHealthy")), ("/services/web/endpoints/a", Value::Null)],
            "50% 10.0.2.2:15008 HBONE 10.0.2.2:8080 | 50% 10.0.3.2:15008 HBONE 10.0.3.2:8080",
        ),
        ("client", WEB, &[(lb, balance("Strict", &["Node"], "OnlyHealthy"))], a),
        (
            "client",
            WEB,
            &[(lb, balance("Strict", &["Node"], "OnlyHealthy")), ("/services/web/endpoints/a", Value::Null)],
            "no healthy upstream: 10.9.0.1:80",
        ),
        ("client", WEB, &[(lb, balance("Passthrough", &[], "OnlyHealthy"))], "passthrough 10.9.0.1:80"),
        (
            "client",
            WEB,
            &[(lb, balance("Magic", &[], "OnlyHealthy"))],
            "undetermined: the load balancer of ns/web.ns has mode Magic, which is not modelled",
        ),
        // The weight of a workload is its capacity.
        (
            "client",
            WEB,
            &[("/workloads/a/capacity", json!(3)), no_c.clone()],
            "75% 10.0.1.2:15008 HBONE 10.0.1.2:8080 | 25% 10.0.2.2:15008 HBONE 10.0.2.2:8080",
        ),
        // The endpoint's own port wins over that of the service; a port of 0 is each endpoint's own.
        (
            "client",
            WEB,
            &[("/services/web/endpoints/a/port", json!({"80": 9090})), no_b.clone(), no_c.clone()],
            "10.0.1.2:15008 HBONE 10.0.1.2:9090",
        ),
        (
            "client",
            WEB,
            &[("/services/web/ports/80", json!(0)), ("/services/web/endpoints/b/port", json!({"80": 7})), no_c],
            "10.0.2.2:15008 HBONE 10.0.2.2:7",
        ),
        // Of several services with an address that of the client's namespace is meant.
        (
            "client",
            WEB,
            &[
                (
                    "/services/other",
                    json!({"name": "web", "namespace": "a-ns", "hostname": "web.a-ns", "vips": ["/10.9.0.1"]}),
                ),
                no_b,
            ],
            "50% 10.0.1.2:15008 HBONE 10.0.1.2:8080 | 50% 10.0.3.2:15008 HBONE 10.0.3.2:8080",
        ),
    ]);
}

#[test]
fn addresses_of_workloads() {
    let own = ("/workloads/a/waypoint", waypoint());
    let through = "waypoint ns/wp.ns 10.0.1.9:15008 HBONE 10.0.1.2:8080";
    check(&[
        ("client", "10.0.1.2:8080", &[], "10.0.1.2:15008 HBONE 10.0.1.2:8080"),
        ("client", "10.0.1.2:8080", &[("/workloads/a/protocol", json!("TCP"))], "10.0.1.2:8080 plain"),
        (
            "client",
            "10.0.1.2:8080",
            &[("/workloads/a/protocol", json!("QUIC"))],
            "undetermined: protocol QUIC of ns/a is not modelled",
        ),
        ("client", "10.0.1.2:8080", &[("/workloads/a/networkMode", json!("HostNetwork"))], "passthrough 10.0.1.2:8080"),
        ("client", "10.0.9.9:8080", &[], "passthrough 10.0.9.9:8080"),
        ("client", "10.0.1.2:8080", std::slice::from_ref(&own), through),
        // A sidecar's tunnel ends in itself; to the client's ztunnel it is like any other.
        (
            "client",
            "10.0.1.2:8080",
            &[("/workloads/a/nativeTunnel", json!(true))],
            "10.0.1.2:15008 HBONE 10.0.1.2:8080",
        ),
        // The waypoint itself goes on to the pod, where a ztunnel stands before it at all.
        (
            "wp",
            "10.0.1.2:8080",
            &[own.clone(), ("/workloadState/9", json!({"info": {"name": "wp", "namespace": "ns"}}))],
            "10.0.1.2:15008 HBONE 10.0.1.2:8080",
        ),
        // The pod's waypoint is not that of the service.
        (
            "client",
            WEB,
            &[own.clone(), ("/services/web/endpoints/b", Value::Null), ("/services/web/endpoints/c", Value::Null)],
            "10.0.1.2:15008 HBONE 10.0.1.2:8080",
        ),
        ("client", "10.0.1.2:8080", &[("/services/web/waypoint", waypoint())], "10.0.1.2:15008 HBONE 10.0.1.2:8080"),
        (
            "client",
            WEB,
            &[
                ("/workloads/a/workloadIps", json!([])),
                ("/workloads/a/hostname", json!("a.example")),
                ("/workloads/a/protocol", json!("TCP")),
                ("/services/web/endpoints/b", Value::Null),
                ("/services/web/endpoints/c", Value::Null),
            ],
            "a.example:8080 plain",
        ),
        (
            "client",
            WEB,
            &[
                ("/workloads/a/network", json!("far")),
                ("/services/web/endpoints/b", Value::Null),
                ("/services/web/endpoints/c", Value::Null),
            ],
            "undetermined: ns/a is in network \"far\", and the way through its gateway is not modelled",
        ),
    ]);
}

#[test]
fn waypoints_of_a_service() {
    let service = ("/services/web/waypoint", waypoint());
    let through = "waypoint ns/wp.ns 10.0.1.9:15008 HBONE 10.9.0.1:80";
    let second = json!({"name": "wp2", "namespace": "ns", "hostname": "wp2.ns", "ports": {"15008": 15008},
        "endpoints": {"b": {"workloadUid": "b", "status": "Healthy", "port": {}}}});
    let weighted = json!([
        {"waypoint": waypoint(), "weight": 80},
        {"waypoint": {"destination": "ns/wp2.ns"}, "weight": 20},
        {"waypoint": {"destination": "ns/none.ns"}, "weight": 0},
    ]);
    check(&[
        ("client", WEB, std::slice::from_ref(&service), through),
        // The port is the waypoint's business.
        ("client", "10.9.0.1:81", std::slice::from_ref(&service), "waypoint ns/wp.ns 10.0.1.9:15008 HBONE 10.9.0.1:81"),
        (
            "client",
            WEB,
            &[("/services/web/waypoint", json!({"destination": "/10.9.0.9"}))],
            "waypoint /10.9.0.9 10.0.1.9:15008 HBONE 10.9.0.1:80",
        ),
        (
            "client",
            WEB,
            &[("/services/web/waypoint", json!({"destination": "ns/gone.ns"}))],
            "unknown waypoint: waypoint gone.ns not found",
        ),
        (
            "client",
            WEB,
            &[service.clone(), ("/services/wp/endpoints/wp/status", json!("Unhealthy"))],
            "unknown waypoint: waypoint GatewayAddress { destination: Hostname(NamespacedHostname { namespace: \"ns\", hostname: \"wp.ns\" }), hbone_mtls_port: 15008 } not found",
        ),
        (
            "client",
            WEB,
            &[("/services/wp2", second), ("/services/web/weightedWaypoints", weighted)],
            "80% waypoint ns/wp.ns 10.0.1.9:15008 HBONE 10.9.0.1:80 | 20% waypoint ns/wp2.ns 10.0.2.2:15008 HBONE 10.9.0.1:80",
        ),
        (
            "client",
            WEB,
            &[
                service.clone(),
                ("/certificates/-", json!({"identity": "spiffe://td/ns/ns/sa/client", "state": "Unavailable: no CA"})),
            ],
            "identity error: no CA",
        ),
    ]);
}

#[test]
fn without_a_ztunnel_nothing_but_the_kernel_chooses() {
    let lost = ("/workloadState/1", Value::Null);
    let plain = "33% 10.0.1.2:8080 plain | 33% 10.0.2.2:8080 plain | 33% 10.0.3.2:8080 plain";
    check(&[
        ("client", WEB, std::slice::from_ref(&lost), plain),
        ("client", WEB, &[lost.clone(), ("/services/web/waypoint", waypoint())], plain),
        ("client", "10.0.1.2:8080", &[lost.clone(), ("/workloads/a/waypoint", waypoint())], "10.0.1.2:8080 plain"),
        ("client", "10.0.9.9:1", std::slice::from_ref(&lost), "passthrough 10.0.9.9:1"),
        (
            "client",
            WEB,
            &[lost.clone(), ("/services/web/loadBalancer", json!({"mode": "Strict", "routingPreferences": ["Node"]}))],
            "10.0.1.2:8080 plain",
        ),
        // Of another node only the protocol is known.
        ("b", "10.0.1.2:8080", &[], "10.0.1.2:15008 HBONE 10.0.1.2:8080"),
        ("b", "10.0.1.2:8080", &[("/workloads/b/protocol", json!("TCP"))], "10.0.1.2:8080 plain"),
        ("client", "10.0.1.2:8080", &[("/workloads/client/nativeTunnel", json!(true))], "10.0.1.2:8080 plain"),
    ]);
}
