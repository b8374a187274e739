//! Tries after the first: of two pods of a service one shows a certificate that is not its own. How often real Envoys
//! went elsewhere is measured (`src/simulate/retry`), and the oracle plays such requests.

use meshdbg::correlate::Mesh;
use meshdbg::model::Proxy;
use meshdbg::model::dump::Entry;
use meshdbg::simulate::Engine;
use meshdbg::simulate::ask::Sender;
use meshdbg::simulate::batch;
use meshdbg::simulate::choice::Pick;
use meshdbg::simulate::explore::Wanted;
use meshdbg::simulate::walk::walk;
use serde_json::{Map, Value, json};

use crate::support;
use crate::support::changed::{changed, followed, shop_of};

const CLIENT: &str = "shop/frontend-v1-mh65l5nm7j-rzjl7";
const GOOD: &str = "shop/details-v1-pg7k2t9jht-8wcrb";
const BROKEN: &str = "shop/details-v1-pg7k2t9jht-h6vpt";
const MYSQL: &str = "data/mysql-v1-gd6pzf5pcl-frl24";
const OTHER: &str = "shop/ratings-v1-6xtr9fbv6j-6xsmr";

/// Changes every entry of a list.
fn edit<T>(entries: &mut [Entry<T>], change: impl Fn(&mut Value)) {
    for entry in entries {
        *entry = changed(entry, &change);
    }
}

/// Changes all messages, wherever they are.
fn edit_all(value: &mut Value, change: &impl Fn(&mut Map<String, Value>)) {
    match value {
        Value::Object(fields) => {
            change(fields);
            fields.values_mut().for_each(|field| edit_all(field, change));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| edit_all(item, change)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Changes what a field holds, wherever it is.
fn set(value: &mut Value, field: &str, to: &Value) {
    edit_all(value, &|fields| {
        if let Some(found) = fields.get_mut(field) {
            found.clone_from(to);
        }
    });
}

/// The recorded mesh, in which these pods have the certificate of another workload.
fn mesh(broken: &[&str], policy: Option<&Value>, breakers: Option<&Value>) -> Mesh {
    let shop = support::shop();
    let other = shop.proxies.iter().find(|proxy| proxy.id.to_string() == OTHER).unwrap().dump.secrets.clone();
    let mut proxies = shop.proxies.clone();
    let is = |proxy: &Proxy, id: &str| proxy.id.to_string() == id;
    for proxy in &mut proxies {
        if broken.iter().any(|id| is(proxy, id)) {
            proxy.dump.secrets.clone_from(&other);
        }
        if is(proxy, CLIENT) {
            if let Some(policy) = policy {
                edit(&mut proxy.dump.routes, |entry| set(entry, "retry_policy", policy));
            }
            if let Some(breakers) = breakers {
                edit(&mut proxy.dump.clusters, |entry| set(entry, "circuit_breakers", breakers));
            }
        }
    }
    shop_of(proxies)
}

fn answer(mesh: &Mesh) -> Value {
    followed(mesh, CLIENT, "details.shop:9080")
}

/// Where each way ends, with its flags at the client, and its share in percent.
fn ends(answer: &Value) -> Vec<(String, u64, String, f64)> {
    let ways = answer["ways"].as_array().unwrap().iter().map(|way| {
        let proxy = way["hops"][1]["proxy"].as_str().unwrap().to_owned();
        let flags = way["hops"][0]["flags"].as_array().unwrap();
        let flags: Vec<&str> = flags.iter().map(|flag| flag.as_str().unwrap()).collect();
        let share = (way["share"].as_f64().unwrap() * 10_000.0).round() / 100.0;
        (proxy, way["final"]["code"].as_u64().unwrap(), flags.join(","), share)
    });
    let mut ways: Vec<_> = ways.collect();
    ways.sort_by(|one, other| other.3.total_cmp(&one.3).then_with(|| one.0.cmp(&other.0)));
    ways
}

#[test]
fn a_request_that_fails_at_one_endpoint_is_answered_by_another() {
    let avoiding = |tries: u32| {
        json!({ "retry_on": "connect-failure", "num_retries": tries, "host_selection_retry_max_attempts": "5",
            "retry_host_predicate": [{ "name": "envoy.retry_host_predicates.previous_hosts" }] })
    };
    let anywhere = json!({ "retry_on": "connect-failure" });
    let never = json!({ "retry_on": "connect-failure", "num_retries": 0 });
    let barred = json!({ "thresholds": [{ "max_retries": 0 }] });
    let good = |share: f64| (GOOD.to_owned(), 200, String::new(), share);
    let bad = |pod: &str, flags: &str, share: f64| (pod.to_owned(), 503, flags.to_owned(), share);
    let cases = [
        ("as recorded", &[BROKEN][..], None, None, vec![good(100.0)]),
        ("once", &[BROKEN], Some(avoiding(1)), None, vec![good(99.22), bad(BROKEN, "UF,URX", 0.78)]),
        ("once, anywhere", &[BROKEN], Some(anywhere), None, vec![good(75.0), bad(BROKEN, "UF,URX", 25.0)]),
        ("never", &[BROKEN], Some(never), None, vec![good(50.0), bad(BROKEN, "UF", 50.0)]),
        ("not allowed", &[BROKEN], None, Some(barred), vec![good(50.0), bad(BROKEN, "UF,UO", 50.0)]),
        ("in vain", &[BROKEN, GOOD], None, None, vec![bad(GOOD, "UF,URX", 50.0), bad(BROKEN, "UF,URX", 50.0)]),
    ];
    for (case, broken, policy, breakers, want) in cases {
        let answer = answer(&mesh(broken, policy.as_ref(), breakers.as_ref()));
        assert_eq!(answer["undetermined"], json!([]), "{case}");
        assert_eq!(ends(&answer), want, "{case}");
    }
}

/// A TCP proxy tries to connect again, and remembers that it failed before.
#[test]
fn a_connection_that_fails_at_one_endpoint_goes_to_another() {
    let mut proxies = support::shop().proxies.clone();
    let client = proxies.iter_mut().find(|proxy| proxy.id.to_string() == CLIENT).unwrap();
    edit(&mut client.dump.listeners, add_attempts);
    edit(&mut client.dump.endpoints, |entry| {
        if entry["endpoint_config"]["cluster_name"] == "outbound|3306||mysql.data.svc.cluster.local" {
            let endpoints = &mut entry["endpoint_config"]["endpoints"][0]["lb_endpoints"];
            let mut other = endpoints[0].clone();
            other["endpoint"]["address"]["socket_address"]["address"] = json!("10.244.4.21");
            endpoints.as_array_mut().unwrap().push(other);
        }
    });
    client.hosts = None;
    let answer = followed(&shop_of(proxies), CLIENT, "mysql.data:3306");
    let flags = |pod: &str, flags: &str, share: f64| (pod.to_owned(), 0, flags.to_owned(), share);
    let want = [flags(MYSQL, "", 50.0), flags(MYSQL, "UF", 25.0), flags(BROKEN, "UF,URX", 25.0)];
    assert_eq!(ends(&answer), want);
}

/// Two attempts to connect, wherever a TCP proxy is.
fn add_attempts(value: &mut Value) {
    edit_all(value, &|fields| {
        if fields.get("@type").and_then(Value::as_str).is_some_and(|name| name.ends_with(".tcp_proxy.v3.TcpProxy")) {
            fields.insert("max_connect_attempts".to_owned(), json!(2));
        }
    });
}

/// That the answer comes from elsewhere is no reason to be silent about the pod that fails.
#[test]
fn where_it_fails_first_is_said() {
    let mesh = mesh(&[BROKEN], None, None);
    let engine = Engine::new(&mesh);
    let ask = batch::read(br#"{"to": "details.shop:9080"}"#).ask.unwrap();
    let sender = Sender::find(&mesh, CLIENT, None).unwrap();
    let (start, _) = sender.start(&engine, &ask).unwrap();
    let trace = walk(&engine, &start, &Wanted { explain: true, ..Wanted::default() });
    assert_eq!(trace.ways.len(), 1);
    assert_eq!(
        trace.remarks,
        [
            "50 % of the requests to outbound|9080||details.shop.svc.cluster.local fail at 10.244.4.21:9080 first, and are \
          tried again up to 2 times; --pick endpoint=10.244.4.21:9080 shows it: the client does not accept this proxy's \
          certificate, which is for spiffe://cluster.local/ns/shop/sa/ratings, and only exact \
          \"spiffe://cluster.local/ns/shop/sa/details\" is accepted"
        ]
    );
    let pick = Pick::parse("endpoint=10.244.4.21:9080").unwrap();
    let picked = walk(&engine, &start, &Wanted { explain: true, picks: vec![pick], ..Wanted::default() });
    assert_eq!(picked.ways.iter().map(|way| way.end.code).collect::<Vec<_>>(), [503]);
    assert!(picked.remarks.is_empty(), "{:?}", picked.remarks);
}

#[test]
fn what_chooses_endpoints_otherwise_is_said() {
    let policy = json!({ "retry_on": "connect-failure", "retry_priority": { "name": "envoy.retry_priorities.x" } });
    let reason = "envoy.retry_priorities.x chooses endpoints for retries: not modelled";
    assert_eq!(answer(&mesh(&[BROKEN], Some(&policy), None))["undetermined"], json!([reason]));
    assert_eq!(answer(&mesh(&[], Some(&policy), None))["undetermined"], json!([]));
}
