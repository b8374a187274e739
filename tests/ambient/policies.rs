//! Who is let in, rule by rule.

use meshdbg::base::evidence::Truth;
use meshdbg::simulate::ztunnel::{Arrival, Arrived, Inbound, State, inbound};
use serde_json::{Value, json};

use super::scene::ztunnel;

const CLIENT: &str = "spiffe://td/ns/ns/sa/client";

/// Judges a connection of the client to port 8080 of `a`: in a tunnel, or in plaintext where there is no peer.
fn judge(changes: &[(&str, Value)], peer: Option<&str>, destination: &str) -> Inbound {
    let ztunnel = ztunnel(changes);
    let state = State::new(&ztunnel);
    let arrived = peer.map_or(Arrived::Plaintext, |peer| Arrived::Hbone { peer: peer.to_owned() });
    let arrival = Arrival { source: "10.0.1.1".parse().unwrap(), destination: destination.parse().unwrap(), arrived };
    inbound(&state, state.named("ns", "a").unwrap(), &arrival)
}

fn policy(name: &str, namespace: &str, scope: &str, action: &str, rules: impl Into<Value>) -> (&'static str, Value) {
    (
        "/policies/-",
        json!({"name": name, "namespace": namespace, "scope": scope, "action": action, "rules": rules.into()}),
    )
}

/// Rules that hold for the client, and rules that do not.
fn yes() -> Value {
    json!([[[{"principals": [{"Exact": "td/ns/ns/sa/client"}]}]]])
}

fn no() -> Value {
    json!([[[{"principals": [{"Exact": "td/ns/ns/sa/other"}]}]]])
}

#[test]
fn policies_are_asked_in_their_order() {
    let global = |name, action, rules| policy(name, "istio-system", "Global", action, rules);
    let names = ("/workloads/a/authorizationPolicies", json!(["ns/own", "ns/unknown"]));
    let cases: &[(&[(&str, Value)], &str)] = &[
        (&[], "no allow policies, allow"),
        (&[global("p", "Deny", yes())], "deny policy match policy=\"istio-system/p\""),
        (&[global("p", "Deny", no())], "no allow policies, allow"),
        (&[global("p", "Allow", yes())], "allow policy match policy=\"istio-system/p\""),
        (&[global("p", "Allow", no())], "no allow policies matched"),
        (&[global("a", "Allow", yes()), global("d", "Deny", yes())], "deny policy match policy=\"istio-system/d\""),
        (&[global("a", "Allow", no()), global("b", "Allow", yes())], "allow policy match policy=\"istio-system/b\""),
        // Namespaces, and names.
        (&[policy("p", "ns", "Namespace", "Deny", yes())], "deny policy match policy=\"ns/p\""),
        (&[policy("p", "other", "Namespace", "Deny", yes())], "no allow policies, allow"),
        (&[policy("own", "ns", "WorkloadSelector", "Deny", yes())], "no allow policies, allow"),
        (
            &[policy("own", "ns", "WorkloadSelector", "Deny", yes()), names.clone()],
            "deny policy match policy=\"ns/own\"",
        ),
        // No rules that ztunnel can check: nothing is denied, and nothing allowed.
        (&[global("p", "Deny", json!([]))], "no allow policies, allow"),
        (&[global("p", "Allow", json!([]))], "no allow policies matched"),
        (&[global("p", "Audit", yes())], "action Audit of policy istio-system/p is not modelled"),
    ];
    for (changes, want) in cases {
        assert_eq!(judge(changes, Some(CLIENT), "10.0.1.2:8080").verdict.to_string(), *want, "{changes:?}");
    }
    assert_eq!(judge(&[names], Some(CLIENT), "10.0.1.2:8080").missing, ["ns/own", "ns/unknown"]);
}

#[test]
fn a_dry_run_only_says_what_it_would_do() {
    let dry = |action: &str, rules: Value| {
        (
            "/policies/-",
            json!({"name": "dry", "namespace": "ns", "scope": "Global", "action": action, "rules": rules, "dryRun": true}),
        )
    };
    let cases = [
        (dry("Deny", yes()), Some("deny policy match policy=\"ns/dry\"")),
        (dry("Deny", no()), None),
        (dry("Allow", no()), Some("no allow policies matched")),
    ];
    for (change, would) in cases {
        let judged = judge(std::slice::from_ref(&change), Some(CLIENT), "10.0.1.2:8080");
        assert_eq!(judged.verdict.to_string(), "no allow policies, allow");
        assert_eq!(judged.dry_run.map(|verdict| verdict.to_string()).as_deref(), would, "{change:?}");
    }
}

/// What it is about, the rules, the client's identity, and the condition that fails: its name, what it wants and gets.
type RuleCase<'a> = (&'a str, Value, Option<&'a str>, Result<(), (&'a str, &'a str, &'a str)>);

fn check_rules(cases: &[RuleCase]) {
    for (what, rules, peer, want) in cases {
        let judged = judge(&[policy("p", "ns", "Global", "Deny", rules.clone())], *peer, "10.0.1.2:8080");
        let rule = &judged.policies[0].rules[0];
        let failed = rule.failed.as_ref().map(|failed| (failed.condition, failed.wanted.as_str(), failed.got.as_str()));
        match want {
            Ok(()) => assert_eq!((rule.matches, failed), (Truth::Yes, None), "{what}"),
            Err(want) => assert_eq!((rule.matches, failed), (Truth::No, Some(*want)), "{what}"),
        }
        assert!(!judged.policies[0].evidence().because.is_empty());
    }
}

#[test]
fn a_rule_about_the_client_tells_what_failed() {
    let plain = "none: the connection is plaintext";
    check_rules(&[
        ("identity", yes(), Some(CLIENT), Ok(())),
        (
            "without spiffe://",
            json!([[[{"principals": [{"Prefix": "spiffe://"}]}]]]),
            Some(CLIENT),
            Err(("source.principal", "spiffe://*", "td/ns/ns/sa/client")),
        ),
        ("plaintext has none", yes(), None, Err(("source.principal", "td/ns/ns/sa/client", plain))),
        ("any identity", json!([[[{"principals": [{"Presence": []}]}]]]), None, Err(("source.principal", "*", plain))),
        ("no identity", json!([[[{"notPrincipals": [{"Presence": []}]}]]]), None, Ok(())),
        (
            "strict",
            json!([[[{"notPrincipals": [{"Presence": []}]}]]]),
            Some(CLIENT),
            Err(("source.principal", "not *", "td/ns/ns/sa/client")),
        ),
        ("namespace", json!([[[{"namespaces": [{"Exact": "plain"}, {"Prefix": "n"}]}]]]), Some(CLIENT), Ok(())),
        (
            "other namespace",
            json!([[[{"namespaces": [{"Exact": "plain"}]}]]]),
            Some(CLIENT),
            Err(("source.namespace", "plain", "ns")),
        ),
        (
            "namespace of plaintext",
            json!([[[{"namespaces": [{"Exact": "ns"}]}]]]),
            None,
            Err(("source.namespace", "ns", plain)),
        ),
        ("not namespace of plaintext", json!([[[{"notNamespaces": [{"Exact": "ns"}]}]]]), None, Ok(())),
        (
            "account",
            json!([[[{"serviceAccounts": [{"namespace": "ns", "serviceAccount": "client"}]}]]]),
            Some(CLIENT),
            Ok(()),
        ),
        (
            "other account",
            json!([[[{"serviceAccounts": [{"namespace": "ns", "serviceAccount": "x"}]}]]]),
            Some(CLIENT),
            Err(("source.serviceAccount", "ns/x", "td/ns/ns/sa/client")),
        ),
    ]);
}

#[test]
fn a_rule_about_addresses_tells_what_failed() {
    check_rules(&[
        ("source", json!([[[{"sourceIps": ["10.0.1.0/24"]}]]]), None, Ok(())),
        (
            "other source",
            json!([[[{"notSourceIps": ["10.0.0.0/8"]}]]]),
            None,
            Err(("source.ip", "not 10.0.0.0/8", "10.0.1.1")),
        ),
        ("destination", json!([[[{"destinationIps": ["10.0.1.2/32"], "destinationPorts": [8080]}]]]), None, Ok(())),
        (
            "the port of the service",
            json!([[[{"destinationPorts": [80, 81]}]]]),
            None,
            Err(("destination.port", "80, 81", "8080")),
        ),
        (
            "all of a match",
            json!([[[{"destinationPorts": [8080], "sourceIps": ["10.9.0.0/16"]}]]]),
            None,
            Err(("source.ip", "10.9.0.0/16", "10.0.1.1")),
        ),
        ("any match", json!([[[{"destinationPorts": [1]}, {"destinationPorts": [8080]}]]]), None, Ok(())),
        (
            "all clauses",
            json!([[[{"destinationPorts": [8080]}], [{"destinationPorts": [1]}]]]),
            None,
            Err(("destination.port", "1", "8080")),
        ),
        ("an empty clause", json!([[[]]]), None, Ok(())),
        ("no clause", json!([[]]), None, Ok(())),
        (
            "an empty match",
            json!([[[{}], [{"namespaces": [{"Exact": "ns"}]}]]]),
            Some(CLIENT),
            Err((
                "a condition that ztunnel can check",
                "an HTTP attribute, which only a waypoint sees",
                "ztunnel sees no HTTP: this never matches",
            )),
        ),
    ]);
}

#[test]
fn what_is_not_known_makes_the_answer_unknown_only_where_it_matters() {
    let future = json!([[[{"future": [1]}]]]);
    let deny = policy("future", "ns", "Global", "Deny", future.clone());
    let judged = judge(std::slice::from_ref(&deny), Some(CLIENT), "10.0.1.2:8080");
    assert_eq!(judged.verdict.is_let_in(), Truth::Unknown);
    let judged = judge(&[deny, policy("p", "ns", "Global", "Deny", yes())], Some(CLIENT), "10.0.1.2:8080");
    assert_eq!(judged.verdict.is_let_in(), Truth::No);
    let other = json!([[[{"future": [1], "destinationPorts": [1]}]]]);
    let judged = judge(&[policy("p", "ns", "Global", "Deny", other)], Some(CLIENT), "10.0.1.2:8080");
    assert_eq!(judged.verdict.is_let_in(), Truth::Yes);
    let allows = [policy("a", "ns", "Global", "Allow", future), policy("b", "ns", "Global", "Allow", yes())];
    assert_eq!(judge(&allows, Some(CLIENT), "10.0.1.2:8080").verdict.is_let_in(), Truth::Yes);
}

/// Changes, the client's identity, the destination; then the error, the status of the tunnel, the client's error.
type ConnectionCase<'a> =
    (&'a [(&'a str, Value)], Option<&'a str>, &'a str, Option<&'a str>, Option<u16>, Option<&'a str>);

#[test]
fn before_any_policy() {
    let deny = || policy("p", "ns", "Global", "Deny", json!([[]]));
    let certificate = ("/certificates/-", json!({"identity": "spiffe://td/ns/ns/sa/a", "state": "Unavailable: no CA"}));
    let cases: &[ConnectionCase] = &[
        (&[], Some(CLIENT), "10.0.1.2:8080", None, Some(200), None),
        (
            &[deny()],
            Some(CLIENT),
            "10.0.1.2:8080",
            Some("connection closed due to policy rejection: explicitly denied by: ns/p"),
            Some(401),
            Some("http status: 401 Unauthorized"),
        ),
        (
            &[policy("p", "ns", "Global", "Allow", no())],
            None,
            "10.0.1.2:8080",
            Some("connection closed due to policy rejection: allow policies exist, but none allowed"),
            Some(401),
            Some("http status: 401 Unauthorized"),
        ),
        (
            &[],
            Some(CLIENT),
            "10.0.1.2:15008",
            Some("attempted recursive call to ourselves"),
            Some(503),
            Some("http status: 503 Service Unavailable"),
        ),
        (
            &[],
            Some(CLIENT),
            "10.0.2.2:8080",
            Some("ip mismatch: 10.0.1.2 != 10.0.2.2"),
            Some(400),
            Some("http status: 400 Bad Request"),
        ),
        (std::slice::from_ref(&certificate), Some(CLIENT), "10.0.1.2:8080", Some("signing error: no CA"), None, None),
        // Plaintext needs no certificate.
        (std::slice::from_ref(&certificate), None, "10.0.1.2:8080", None, Some(200), None),
        // Nobody asks where no ztunnel stands before the pod.
        (&[deny(), ("/workloadState/2", Value::Null)], None, "10.0.1.2:8080", None, None, None),
        (&[deny(), ("/workloads/a/nativeTunnel", json!(true))], Some(CLIENT), "10.0.1.2:8080", None, None, None),
    ];
    for (changes, peer, destination, error, status, client) in cases {
        let verdict = judge(changes, *peer, destination).verdict;
        let got = (verdict.error(), verdict.tunnel_status(), verdict.client_error());
        assert_eq!(
            (got.0.as_deref(), got.1, got.2.as_deref()),
            (*error, *status, *client),
            "{changes:?} {destination}"
        );
    }
}
