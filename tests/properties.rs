//! What holds for every configuration and every request: deciding ends and never panics, the same question has the same
//! answer, and the order of maps says nothing.

use std::sync::OnceLock;

use meshdbg::correlate::Mesh;
use meshdbg::correlate::owners::Owners;
use meshdbg::model::Model;
use meshdbg::simulate::Engine;
use meshdbg::simulate::ask::Ask;
use meshdbg::simulate::batch::{Answer, answer};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::support::{mesh_of_dump, unpacked};

/// Dumps small enough to change and read again many times: a sidecar, a gateway, a waypoint, an Envoy without Istio.
fn dumps() -> &'static Vec<Value> {
    static DUMPS: OnceLock<Vec<Value>> = OnceLock::new();
    DUMPS.get_or_init(|| {
        let wanted = [
            ("shop.tar.zst", "shop.frontend-v1-mh65l5nm7j-rzjl7"),
            ("shop.tar.zst", "istio-ingress.ingressgateway-dnr7p5twdd-nnr9w"),
            ("ambient.tar.zst", "amb-shop.wp-web"),
            ("standalone.tar.zst", ""),
        ];
        let parse = |(fixture, name): (&str, &str)| {
            let (_, text) = unpacked(fixture)
                .into_iter()
                .find(|(path, _)| path.contains(name) && path.ends_with("config_dump.json"))
                .unwrap_or_else(|| panic!("{fixture} has no dump of {name}"));
            serde_json::from_slice(&text).unwrap()
        };
        wanted.into_iter().map(parse).collect()
    })
}

fn mesh(dump: &Value) -> Mesh {
    mesh_of_dump(serde_json::to_vec(dump).unwrap())
}

fn ask(mesh: &Mesh, question: &Value) -> Value {
    let ask: Ask = serde_json::from_value(question.clone()).unwrap();
    let Some(proxy) = mesh.proxies.first() else { return Value::Null };
    let answer: Answer = answer(&Engine::new(mesh), ask, Some(&proxy.id));
    serde_json::to_value(answer).unwrap()
}

/// Requests that reach deep: hosts, ports and paths of the recorded mesh, mixed with nonsense.
fn questions() -> impl Strategy<Value = Value> {
    let hosts = ["reviews:9080", "ratings", "shop.example.test", "web.amb-shop", "10.96.1.12", "", "x y", "*"];
    let destinations =
        ["10.96.1.12:9080", "10.96.1.13:9080", "10.244.1.46:8443", "10.244.2.11:8080", "127.0.0.1:10000"];
    let paths = ["/", "/reviews/1?x=1", "/api/../admin", "/%2F%zz", "*", "", "http://h/p", "/cart"];
    let headers =
        [("end-user", "jason"), ("authorization", "Bearer a.b.c"), ("x-forwarded-for", "1.2.3.4"), (":path", "/x")];
    (
        prop::sample::select(hosts.to_vec()),
        prop::sample::select(destinations.to_vec()),
        prop::sample::select(paths.to_vec()),
        prop::sample::subsequence(headers.to_vec(), 0..=4),
        prop::sample::select(&["http1", "http2", "grpc", "tcp"][..]),
        prop::sample::select(&["plaintext", "tls", "mtls"][..]),
        prop::sample::select(&["outbound", "inbound", "gateway"][..]),
        prop::sample::select(&["GET", "POST", "OPTIONS", "CONNECT", ""][..]),
    )
        .prop_map(|(authority, dst, path, headers, protocol, transport, direction, method)| {
            serde_json::json!({
                "id": 1, "dst": dst, "authority": authority, "path": path, "headers": headers, "protocol": protocol,
                "transport": transport, "direction": direction, "method": method, "sni": authority,
            })
        })
}

/// A change to a dump: walk down by these numbers, then do this to what is there.
#[derive(Debug, Clone)]
struct Change {
    way: Vec<usize>,
    deed: Deed,
}

#[derive(Debug, Clone)]
enum Deed {
    Drop,
    Put(Value),
    Twice,
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let values = prop_oneof![
        Just(Value::Null),
        Just(Value::from("")),
        Just(Value::from("x")),
        Just(Value::from(0)),
        Just(Value::from(u64::MAX)),
        Just(Value::from(-1.5)),
        Just(Value::from(true)),
        Just(Value::Array(Vec::new())),
        Just(Value::Object(Map::new())),
    ];
    let deed = prop_oneof![Just(Deed::Drop), values.prop_map(Deed::Put), Just(Deed::Twice)];
    let change = (prop::collection::vec(any::<usize>(), 3..24), deed).prop_map(|(way, deed)| Change { way, deed });
    prop::collection::vec(change, 0..12)
}

fn apply(value: &mut Value, way: &[usize], deed: &Deed) {
    let Some((step, rest)) = way.split_first() else { return };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = step % items.len();
            if rest.is_empty() || !(items[at].is_array() || items[at].is_object()) {
                match deed {
                    Deed::Drop => drop(items.remove(at)),
                    Deed::Put(new) => items[at] = new.clone(),
                    Deed::Twice => items.insert(at, items[at].clone()),
                }
            } else {
                apply(&mut items[at], rest, deed);
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let key = fields.keys().nth(step % fields.len()).unwrap().clone();
            let inner = fields.get_mut(&key).unwrap();
            if rest.is_empty() || !(inner.is_array() || inner.is_object()) {
                match deed {
                    Deed::Put(new) => *inner = new.clone(),
                    Deed::Drop | Deed::Twice => drop(fields.remove(&key)),
                }
            } else {
                apply(inner, rest, deed);
            }
        }
        _ => {}
    }
}

/// The same with the fields of every object in the opposite order.
fn turned(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .rev()
                .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), turned(value)))
                .collect();
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(turned).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deciding_is_total_and_deterministic(which in 0..4_usize, changes in changes(), questions in prop::collection::vec(questions(), 1..12)) {
        let mut dump = dumps()[which].clone();
        for change in &changes {
            apply(&mut dump, &change.way, &change.deed);
        }
        let (first, second) = (mesh(&dump), mesh(&dump));
        for question in &questions {
            let answer = ask(&first, question);
            prop_assert_eq!(&answer, &ask(&second, question));
            if let Some(outcomes) = answer["outcomes"].as_array() {
                let share: f64 = outcomes.iter().map(|outcome| outcome["share"].as_f64().unwrap()).sum();
                prop_assert!((share - 1.0).abs() < 1e-6, "the shares add up to {share}: {answer}");
            }
        }
    }

    #[test]
    fn the_order_of_fields_says_nothing(which in 0..4_usize, questions in prop::collection::vec(questions(), 1..12)) {
        let as_recorded = mesh(&dumps()[which]);
        let other_way = mesh_of_dump(turned(&dumps()[which]).into_bytes());
        for question in &questions {
            prop_assert_eq!(ask(&as_recorded, question), ask(&other_way, question));
        }
    }

    #[test]
    fn owners_are_told_of_any_configuration(which in 0..4_usize, changes in changes()) {
        let mut dump = dumps()[which].clone();
        for change in &changes {
            apply(&mut dump, &change.way, &change.deed);
        }
        // With the resources that the dump came from, but of another configuration than they say.
        let Mesh { proxies, gaps, taken_at, .. } = mesh(&dump);
        let resources = crate::support::shop().resources.clone();
        let mesh = Mesh::new(Model { proxies, resources, gaps, taken_at, ..Model::default() });
        let told = || -> Vec<String> {
            let owners = Owners::of(&mesh, &mesh.proxies.iter().collect::<Vec<_>>());
            owners.links().map(|(_, link)| format!("{} {:?} {:?}", link.object, link.role, link.cause)).collect()
        };
        prop_assert_eq!(told(), told());
    }
}
