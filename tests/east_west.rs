//! Between networks: the endpoint that a client holds is the gateway of the other network, which passes TLS on by the name
//! of the cluster in the SNI (`AUTO_PASSTHROUGH`). The mesh is the recorded one with such a gateway put in, as istiod
//! makes it; every part that decides is tried on real Envoys elsewhere.

use meshdbg::correlate::Mesh;
use meshdbg::model::Proxy;
use meshdbg::model::dump::Entry;
use serde_json::{Value, json};

use crate::support;
use crate::support::changed::{changed, followed, shop_of};

const CLIENT: &str = "shop/frontend-v1-mh65l5nm7j-rzjl7";
const GATEWAY: &str = "istio-egress/egressgateway-r86bt6kbbq-7bcsl";
const SERVER: &str = "shop/reviews-v1-bjpg8jxrvm-9kbgk";
/// What the client calls the cluster, and what it says of it in the SNI.
const CLUSTER: &str = "outbound|9080|v1|reviews.shop.svc.cluster.local";
const SNI: &str = "outbound_.9080_.v1_.reviews.shop.svc.cluster.local";

/// An entry of a list like the last, which is a dynamic one, changed.
fn add<T>(entries: &mut Vec<Entry<T>>, change: impl FnOnce(&mut Value)) {
    entries.push(changed(entries.last().unwrap(), change));
}

fn assignment(cluster: &str, address: &str, port: u16, mode: &str) -> Value {
    let metadata = json!({ "filter_metadata": { "envoy.transport_socket_match": { "tlsMode": mode } } });
    let address = json!({ "socket_address": { "address": address, "port_value": port } });
    let endpoint = json!({ "endpoint": { "address": address }, "health_status": "HEALTHY", "metadata": metadata });
    let message = "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment";
    json!({ "@type": message, "cluster_name": cluster, "endpoints": [{ "lb_endpoints": [endpoint] }] })
}

/// The gateway's server, for requests to a name.
fn serve(gateway: &mut Proxy, sni: &str) {
    add(&mut gateway.dump.listeners, |entry| {
        let listener = &mut entry["active_state"]["listener"];
        let message = "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy";
        let proxy = json!({ "@type": message, "stat_prefix": SNI, "cluster": SNI });
        let inspector = "type.googleapis.com/envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector";
        *listener = json!({
            "@type": "type.googleapis.com/envoy.config.listener.v3.Listener",
            "name": "0.0.0.0_15443",
            "address": { "socket_address": { "address": "0.0.0.0", "port_value": 15443 } },
            "listener_filters": [
                { "name": "envoy.filters.listener.tls_inspector", "typed_config": { "@type": inspector } },
            ],
            "filter_chains": [{
                "filter_chain_match": { "server_names": [sni] },
                "filters": [{ "name": "envoy.filters.network.tcp_proxy", "typed_config": proxy }],
            }],
        });
        entry["name"] = json!("0.0.0.0_15443");
    });
    let message = "type.googleapis.com/envoy.config.cluster.v3.Cluster";
    let eds = json!({ "eds_config": { "ads": {} }, "service_name": SNI });
    add(&mut gateway.dump.clusters, |entry| {
        entry["cluster"] = json!({ "@type": message, "name": SNI, "type": "EDS", "eds_cluster_config": eds });
    });
    add(&mut gateway.dump.endpoints, |entry| {
        entry["endpoint_config"] = assignment(SNI, "10.244.1.14", 9080, "istio");
    });
    gateway.hosts = None;
}

/// The recorded mesh with a gateway to another network that serves one name.
fn mesh(sni: &str) -> Mesh {
    let mut proxies = support::shop().proxies.clone();
    for proxy in &mut proxies {
        match proxy.id.to_string().as_str() {
            GATEWAY => serve(proxy, sni),
            CLIENT => {
                proxy.dump.endpoints.retain(|entry| !String::from_utf8_lossy(entry.item.text()).contains(CLUSTER));
                add(&mut proxy.dump.endpoints, |entry| {
                    entry["endpoint_config"] = assignment(CLUSTER, "10.244.2.47", 15443, "istio");
                });
                proxy.hosts = None;
            }
            _ => {}
        }
    }
    shop_of(proxies)
}

/// The ways of a request to `reviews`, with all that the answer says of them.
fn ways(sni: &str) -> Vec<Value> {
    let answer = followed(&mesh(sni), CLIENT, "reviews.shop:9080");
    assert_eq!(answer["undetermined"], json!([]), "{answer}");
    answer["ways"].as_array().unwrap().clone()
}

fn through_the_gateway(ways: &[Value]) -> Vec<&Value> {
    ways.iter().filter(|way| way["hops"][1]["proxy"] == GATEWAY).collect()
}

#[test]
fn the_servers_proxy_sees_the_client_behind_the_gateway() {
    let ways = ways(SNI);
    let delivered: Vec<&Value> =
        through_the_gateway(&ways).into_iter().filter(|way| way["final"]["code"] == 200).collect();
    assert!(!delivered.is_empty(), "{ways:#?}");
    for way in delivered {
        let hop = |index: usize| &way["hops"][index];
        assert_eq!([&hop(0)["cluster"], &hop(0)["upstreams"][0]], [CLUSTER, "10.244.2.47:15443"]);
        assert_eq!([&hop(1)["kind"], &hop(1)["cluster"]], ["tcp", SNI]);
        assert_eq!(hop(1)["peer"], Value::Null, "the gateway does not look into TLS");
        assert_eq!([&hop(2)["proxy"], &hop(2)["kind"]], [SERVER, "http"]);
        assert_eq!(hop(2)["peer"], "spiffe://cluster.local/ns/shop/sa/frontend");
    }
}

#[test]
fn a_gateway_that_does_not_serve_the_name_resets() {
    let ways = ways("outbound_.9080_.v9_.reviews.shop.svc.cluster.local");
    let reset = through_the_gateway(&ways);
    assert!(!reset.is_empty(), "{ways:#?}");
    for way in reset {
        assert_eq!(way["hops"].as_array().unwrap().len(), 2, "{way:#}");
        assert_eq!([&way["hops"][1]["kind"], &way["hops"][1]["details"]], ["conn", "filter_chain_not_found"]);
        assert_eq!(way["final"]["code"], 503);
    }
}
