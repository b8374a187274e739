//! A small mesh of two nodes, to be changed case by case.

use meshdbg::model::Ztunnel;
use serde_json::{Value, json};

/// The dump of the ztunnel of node `n1`: a client and `a` on it, `b` on `n2` in the same region, `c` elsewhere, a waypoint.
pub(super) fn dump() -> Value {
    let workload = |name: &str, ip: &str, node: &str, region: &str, zone: &str| {
        json!({
            "uid": name, "name": name, "namespace": "ns", "workloadIps": [ip], "protocol": "HBONE", "node": node,
            "serviceAccount": name, "trustDomain": "td", "status": "Healthy",
            "locality": {"region": region, "zone": zone, "subzone": ""},
        })
    };
    let mut waypoint = workload("wp", "10.0.1.9", "n1", "r1", "z1");
    waypoint["protocol"] = json!("TCP");
    json!({
        "config": {"localNode": "n1", "ztunnelWorkload": {"name": "zt", "namespace": "istio-system"}},
        "workloads": {
            "client": workload("client", "10.0.1.1", "n1", "r1", "z1"),
            "a": workload("a", "10.0.1.2", "n1", "r1", "z1"),
            "b": workload("b", "10.0.2.2", "n2", "r1", "z2"),
            "c": workload("c", "10.0.3.2", "n3", "r2", "z3"),
            "wp": waypoint,
        },
        "services": {
            "web": {
                "name": "web", "namespace": "ns", "hostname": "web.ns", "vips": ["/10.9.0.1"], "ports": {"80": 8080},
                "endpoints": {"a": endpoint("a"), "b": endpoint("b"), "c": endpoint("c")},
            },
            "wp": {
                "name": "wp", "namespace": "ns", "hostname": "wp.ns", "vips": ["/10.9.0.9"], "ports": {"15008": 15008},
                "endpoints": {"wp": {"workloadUid": "wp", "port": {"15008": 15008}, "status": "Healthy"}},
            },
        },
        "policies": [],
        "certificates": [],
        "workloadState": {
            "1": {"info": {"name": "client", "namespace": "ns"}}, "2": {"info": {"name": "a", "namespace": "ns"}},
        },
    })
}

fn endpoint(uid: &str) -> Value {
    json!({"workloadUid": uid, "status": "Healthy", "port": {}})
}

/// The ztunnel of the dump after some changes: a JSON pointer and what stands there then; `null` takes it away.
pub(super) fn ztunnel(changes: &[(&str, Value)]) -> Ztunnel {
    let mut dump = dump();
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = dump.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}"));
        match parent {
            Value::Array(items) => items.push(value.clone()),
            Value::Object(fields) if value.is_null() => {
                fields.remove(key);
            }
            Value::Object(fields) => {
                fields.insert(key.to_owned(), value.clone());
            }
            other => panic!("{pointer} is in {other}"),
        }
    }
    let ztunnel = Ztunnel::read(dump.to_string().into(), "dump.json".to_owned(), None).unwrap();
    assert!(ztunnel.dump.unread.is_empty(), "{:?}", ztunnel.dump.unread);
    ztunnel
}
