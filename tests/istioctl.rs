//! Habits keep working: `meshdbg proxy-config` prints what istioctl printed for the same dumps, blanks included.

use jiff::Timestamp;
use meshdbg::base::capture::{Capture, Document, DocumentKind};
use meshdbg::base::name::ProxyId;
use meshdbg::base::section::Extent;
use meshdbg::correlate::Mesh;
use meshdbg::model::{self, Proxy};
use meshdbg::view::istioctl::{
    Listing, Objects, all, bootstrap, cluster, ecds, eds, endpoint, listener, log, route, secret,
};
use serde_json::Value;

use crate::support;

/// A time at which the certificates of the recordings are valid.
fn recorded() -> Timestamp {
    "2026-11-20T14:00:00Z".parse().unwrap()
}

/// What a file holds: whose it is, and which table.
struct Recorded<'a> {
    fixture: &'static str,
    proxy: ProxyId,
    kind: &'a str,
}

impl<'a> Recorded<'a> {
    /// Reads `[live.]NAMESPACE.POD.KIND.txt`; other files are of other commands.
    fn of_file(file: &'a str) -> Option<Self> {
        let name = file.strip_suffix(".txt")?;
        let live = name.strip_prefix("live.");
        let (name, kind) = live.unwrap_or(name).rsplit_once('.')?;
        let (namespace, pod) = name.split_once('.')?;
        let fixture = if live.is_some() { "live.tar.zst" } else { "shop.tar.zst" };
        Some(Self { fixture, proxy: ProxyId::new(namespace, pod), kind })
    }

    fn table(&self, mesh: &Mesh) -> Listing {
        let proxy = mesh.proxy(&self.proxy).unwrap();
        match self.kind {
            "cluster" => cluster::table(proxy, &cluster::Filter::default()),
            "listener" => listener::table(proxy, &listener::Filter::default()),
            "route" => route::table(proxy, &route::Filter::default()),
            "secret" => secret::table(proxy, recorded()),
            "endpoint" => endpoint::table(proxy, &endpoint::Filter::default()),
            other => panic!("no table for {other}"),
        }
    }
}

/// The first lines that differ.
fn difference(want: &str, got: &str) -> Option<String> {
    let (mut want, mut got, mut number) = (want.split('\n'), got.split('\n'), 0);
    loop {
        let (want, got) = (want.next(), got.next());
        number += 1;
        if want != got {
            return Some(format!("line {number}\n  istioctl {want:?}\n  meshdbg  {got:?}"));
        }
        want?;
    }
}

#[test]
fn tables_are_those_of_istioctl() {
    let live = support::mesh("live.tar.zst");
    let (mut compared, mut wrong) = (0, Vec::new());
    for (name, bytes) in &support::unpacked("istioctl.tar.zst") {
        let Some(recorded) = Recorded::of_file(name) else { continue };
        let table = recorded.table(if recorded.fixture == "live.tar.zst" { &live } else { support::shop() });
        let want = String::from_utf8(bytes.clone()).unwrap();
        wrong.extend(difference(&want, &table.to_text()).map(|difference| format!("{name}: {difference}")));
        compared += 1;
    }
    assert_eq!(compared, 35);
    assert!(wrong.is_empty(), "{} tables differ\n{}", wrong.len(), wrong.join("\n"));
}

/// A proxy out of texts.
fn proxy_of(kind: DocumentKind, text: &str) -> Proxy {
    let text = text.to_owned().into();
    let document =
        Document { kind, place: "test".to_owned(), bundle: String::new(), proxy: None, extent: Extent::Whole, text };
    let model = model::read(Capture { documents: vec![document], ..Capture::default() });
    model.proxies.into_iter().next().unwrap()
}

/// The proxy of a config dump of one section.
fn proxy_of_section(message: &str, fields: &str) -> Proxy {
    let dump = format!(r#"{{"configs":[{{"@type":"type.googleapis.com/envoy.admin.v3.{message}",{fields}}}]}}"#);
    proxy_of(DocumentKind::ConfigDump, &dump)
}

fn frontend() -> &'static Proxy {
    support::shop().proxy(&ProxyId::new("shop", "frontend-v1-mh65l5nm7j-rzjl7")).unwrap()
}

#[expect(clippy::unnecessary_wraps, reason = "a flag that is set")]
fn flag(value: &str) -> Option<String> {
    Some(value.to_owned())
}

fn list(objects: &Objects) -> Vec<Value> {
    serde_json::from_str(&objects.to_json()).unwrap()
}

/// The rows of a filtered table are those of the whole table for which a condition holds.
fn is_part(whole: &Listing, part: &Listing, condition: impl Fn(&[String]) -> bool) {
    let want: Vec<&Vec<String>> = whole.rows.iter().filter(|row| condition(row)).collect();
    assert!(!want.is_empty() && want.len() < whole.rows.len(), "a condition that tells rows apart");
    assert_eq!(want, part.rows.iter().collect::<Vec<_>>());
}

#[test]
fn filters_leave_clusters_out() {
    let table = |filter| cluster::table(frontend(), &filter);
    let filter = cluster::Filter::default;
    let whole = table(filter());
    is_part(&whole, &table(cluster::Filter { fqdn: flag("reviews.shop"), ..filter() }), |row| {
        row[0].contains("reviews.shop")
    });
    is_part(&whole, &table(cluster::Filter { direction: flag("inbound"), ..filter() }), |row| row[3] == "inbound");
    is_part(&whole, &table(cluster::Filter { subset: flag("|v1|"), ..filter() }), |row| row[2] == "v1");
    is_part(&whole, &table(cluster::Filter { port: Some(80), ..filter() }), |row| row[1] == "80");
    assert_eq!(table(cluster::Filter { port: Some(0), fqdn: flag(""), ..filter() }), whole);
}

#[test]
fn filters_leave_listeners_and_routes_out() {
    let table = |filter| listener::table(frontend(), &filter);
    let filter = listener::Filter::default;
    let whole = table(filter());
    is_part(&whole, &table(listener::Filter { address: flag("0.0.0.0"), ..filter() }), |row| row[0] == "0.0.0.0");
    is_part(&whole, &table(listener::Filter { port: Some(443), ..filter() }), |row| row[1] == "443");
    let brief = table(listener::Filter { verbose: false, ..filter() });
    assert_eq!(brief.titles, ["ADDRESSES", "PORT", "TYPE"]);
    let http = table(listener::Filter { verbose: false, kind: flag("http"), ..filter() });
    is_part(&brief, &http, |row| row[2] == "HTTP");
    let named = |verbose| route::table(frontend(), &route::Filter { name: flag("9080"), verbose });
    is_part(&route::table(frontend(), &route::Filter::default()), &named(true), |row| row[0] == "9080");
    assert!(named(false).to_text().starts_with("NAME     VIRTUAL HOSTS\n9080     "));
}

#[test]
fn secrets_expire() {
    let valid = |now: Timestamp| {
        secret::table(frontend(), now).rows.iter().map(|row| row[3].parse::<bool>().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(valid(recorded()), [true, true]);
    assert_eq!(valid("2028-01-01T00:00:00Z".parse().unwrap()), [false, true]);
    assert_eq!(valid("2000-01-01T00:00:00Z".parse().unwrap()), [false, false]);
}

#[test]
fn objects_bear_the_names_of_protobuf() {
    let proxy = frontend();
    let clusters = cluster::objects(proxy, &cluster::Filter::default());
    assert_eq!(list(&clusters).len(), cluster::table(proxy, &cluster::Filter::default()).rows.len());
    let text = clusters.to_json();
    assert!(text.contains("\"filterMetadata\"") && !text.contains("\"filter_metadata\""));
    let tables = list(&route::objects(proxy, &route::Filter { name: flag("9080"), verbose: true }));
    assert_eq!(tables.len(), 1);
    assert!(tables[0]["virtualHosts"].is_array() && tables[0].get("@type").is_none());
    let filter = listener::Filter { port: Some(443), verbose: false, ..listener::Filter::default() };
    assert_eq!(list(&listener::objects(proxy, &filter)).len(), listener::table(proxy, &filter).rows.len());
    assert!(secret::objects(proxy).to_json().contains("\"dynamicActiveSecrets\": ["));
    assert!(bootstrap::objects(proxy).to_json().contains("\"ISTIO_VERSION\""));
    assert!(all::objects(proxy).to_json().contains("\"dynamic_active_clusters\": ["));
}

#[test]
fn every_proxy_of_every_fixture_has_every_table() {
    let waypoint = listener::Filter { waypoint: true, ..listener::Filter::default() };
    for name in support::captures() {
        for proxy in &support::mesh(&name).proxies {
            let id = format!("{name} {}", proxy.id);
            for part in all::tables(proxy, &all::Filter::default(), recorded()) {
                assert!(!part.listing.to_text().is_empty(), "{id} {}", part.heading);
            }
            let others = [
                listener::table(proxy, &waypoint),
                ecds::table(proxy),
                endpoint::table(proxy, &endpoint::Filter::default()),
            ];
            assert!(others.iter().all(|listing| !listing.to_text().is_empty()), "{id}");
            let objects = [
                cluster::objects(proxy, &cluster::Filter::default()),
                listener::objects(proxy, &listener::Filter::default()),
                route::objects(proxy, &route::Filter::default()),
                eds::objects(proxy, &endpoint::Filter::default()),
                endpoint::objects(proxy, &endpoint::Filter::default()),
            ];
            for objects in objects.iter().filter(|objects| objects.is_answer()) {
                assert!(!list(objects).contains(&Value::Null), "{id}");
            }
        }
    }
}

const HOSTS: &str = r#"{"cluster_statuses":[
  {"name":"b","added_via_api":true,"host_statuses":[
    {"address":{"socket_address":{"address":"10.0.0.1","port_value":80}},"health_status":{"eds_health_status":"HEALTHY"}},
    {"address":{"pipe":{"path":"/run/x"}},"health_status":{"eds_health_status":"UNHEALTHY","failed_outlier_check":true}}]},
  {"name":"a","host_statuses":[
    {"address":{"envoy_internal_address":{"server_listener_name":"main","endpoint_id":"10.0.0.2:80"}}}]},
  {"name":"empty"}]}"#;

#[test]
fn hosts_are_listed_by_address() {
    let proxy = proxy_of(DocumentKind::ClustersJson, HOSTS);
    let filter = endpoint::Filter::default;
    let want = [
        ["10.0.0.1:80", "HEALTHY", "OK", "b"],
        ["envoy://main/10.0.0.2:80", "UNKNOWN", "OK", "a"],
        ["unix:///run/x", "UNHEALTHY", "FAILED", "b"],
    ];
    assert_eq!(endpoint::table(&proxy, &filter()).rows, want);
    let filters = [
        (endpoint::Filter { address: flag("10.0.0.1"), ..filter() }, 0),
        (endpoint::Filter { port: Some(80), ..filter() }, 0),
        (endpoint::Filter { cluster: flag("A"), ..filter() }, 1),
        (endpoint::Filter { status: flag("unhealthy"), ..filter() }, 2),
    ];
    for (filter, row) in filters {
        assert_eq!(endpoint::table(&proxy, &filter).rows, want[row..=row]);
        let objects = list(&endpoint::objects(&proxy, &filter));
        assert_eq!((objects.len(), objects[0]["name"].as_str()), (1, Some(want[row][3])));
    }
    let objects = list(&endpoint::objects(&proxy, &filter()));
    assert_eq!((objects.len(), &objects[0]["addedViaApi"]), (2, &Value::Bool(true)));
    assert_eq!(objects[0]["hostStatuses"][1]["healthStatus"]["failedOutlierCheck"], true);
    let from_text = proxy_of(DocumentKind::ClustersText, "c::10.0.0.1:80::health_flags::healthy\n");
    assert_eq!(endpoint::table(&from_text, &filter()).rows, [["10.0.0.1:80", "HEALTHY", "OK", "c"]]);
    assert!(!endpoint::objects(&from_text, &filter()).is_answer());
}

const EDS: &str = r#""dynamic_endpoint_configs":[
  {"endpoint_config":{"@type":"t","cluster_name":"outbound|80||b","endpoints":[
    {"locality":{"region":"eu","zone":"1"},"lb_endpoints":[
      {"endpoint":{"address":{"socket_address":{"address":"10.0.0.2","port_value":80}},
        "additional_addresses":[{"address":{"socket_address":{"address":"fd00::2","port_value":80}}}]},
       "health_status":"HEALTHY"},
      {"endpoint":{"address":{"pipe":{"path":"/run/x"}}}}]}]}},
  {"endpoint_config":{"cluster_name":"outbound|90||a","endpoints":[{"lb_endpoints":[
    {"endpoint":{"address":{"socket_address":{"address":"10.0.0.1","port_value":90}}},"health_status":"DRAINING"}]}]}},
  {"endpoint_config":{"cluster_name":"outbound|90||none"}}]"#;

#[test]
fn endpoints_of_eds_are_listed_by_host() {
    let proxy = proxy_of_section("EndpointsConfigDump", EDS);
    let want = [
        ["10.0.0.1:90", "DRAINING", "", "outbound|90||a"],
        ["10.0.0.2:80,fd00::2:80", "HEALTHY", "eu/1", "outbound|80||b"],
        ["/run/x", "UNKNOWN", "eu/1", "outbound|80||b"],
    ];
    assert_eq!(eds::table(&proxy, &endpoint::Filter::default()).rows, want);
    let filter = endpoint::Filter { address: flag("/run/x"), ..endpoint::Filter::default() };
    assert_eq!(eds::table(&proxy, &filter).rows, want[2..]);
    let objects = list(&eds::objects(&proxy, &filter));
    let endpoints = objects[0]["endpoints"][0]["lbEndpoints"].as_array().unwrap();
    assert_eq!((objects.len(), endpoints.len()), (1, 1));
    assert_eq!(endpoints[0]["endpoint"]["address"]["pipe"]["path"], "/run/x");
}

const ROUTES: &str = r#""static_route_configs":[
    {"route_config":{"name":"static","virtual_hosts":[{"name":"none","domains":["*"]}]}}],
  "dynamic_route_configs":[
    {"route_config":{"name":"90","virtual_hosts":[{"name":"any","domains":["*"],"routes":[
      {"match":{"prefix":"/"},"route":{"cluster":"PassthroughCluster"}}]}]}},
    {"route_config":{"name":"80","virtual_hosts":[{"name":"web","domains":["web","web:80"],"routes":[
      {"match":{"path":"/x"},"metadata":{"filter_metadata":{"istio":{
        "config":"/apis/networking.istio.io/v1/namespaces/a/virtual-service/b"}}}}]}]}}]"#;

#[test]
fn routes_that_istioctl_hides_are_counted() {
    let listing = route::table(&proxy_of_section("RoutesConfigDump", ROUTES), &route::Filter::default());
    assert_eq!(listing.rows, [["80", "web", "web", "/x", "b.a"], ["static", "none", "*", "/*", "404"]]);
    let notes: Vec<String> = listing.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["istioctl does not show routes to PassthroughCluster (here: 1); `meshdbg routes` does"]);
}

#[test]
fn trust_bundles_have_a_row_each() {
    let fields = r#""dynamic_active_secrets":[{"name":"ROOTCA","secret":{"name":"ROOTCA","validation_context":{
      "custom_validator_config":{"name":"spiffe","typed_config":{
        "@type":"type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.SPIFFECertValidatorConfig",
        "trust_domains":[{"name":"a","trust_bundle":{}},{"name":"b","trust_bundle":{}}]}}}}}],
      "dynamic_warming_secrets":[{"name":"late","secret":{"name":"late"}}]"#;
    let rows = secret::table(&proxy_of_section("SecretsConfigDump", fields), recorded()).rows;
    let want = [("late", "WARMING"), ("ROOTCA", "ACTIVE"), ("ROOTCA", "ACTIVE")]
        .map(|(name, state)| [name, "", state, "false", "", "", ""]);
    assert_eq!(rows, want);
}

#[test]
fn versions_and_filters_are_told() {
    let fields = r#""bootstrap":{"node":{"metadata":{"ISTIO_VERSION":"1.32","ISTIO_PROXY_SHA":"istio-proxy:abc"},
      "user_agent_build_version":{"version":{"major_number":1,"minor_number":40},
        "metadata":{"build.label":"dev","ssl.version":"BoringSSL"}}}}"#;
    let text = bootstrap::table(&proxy_of_section("BootstrapConfigDump", fields)).to_text();
    let want = "Istio Version:       1.32\nIstio Proxy Version: abc\nEnvoy Version:       1.40.0-dev/BoringSSL\n";
    assert_eq!(text, want);
    let fields = r#""ecds_filters":[
      {"ecds_filter":{"name":"b","typed_config":{"@type":"type.googleapis.com/x.Wasm"}}},
      {"ecds_filter":{"name":"a","typed_config":{"@type":"type.googleapis.com/x.Wasm"}}}]"#;
    let text = ecds::table(&proxy_of_section("EcdsConfigDump", fields)).to_text();
    assert_eq!(text, "ECDS NAME     TYPE\na             x.Wasm\nb             x.Wasm\n");
}

#[test]
fn all_names_every_row() {
    let parts = all::tables(frontend(), &all::Filter::default(), recorded());
    let firsts: Vec<&str> = parts[1..].iter().map(|part| part.listing.rows[0][0].split('/').next().unwrap()).collect();
    assert_eq!(firsts, ["cluster", "listener", "route", "secret", "endpoint"]);
    let text = all::to_text(&parts, true);
    assert!(text.starts_with("------ BOOTSTRAP INFO ------\n\n"));
    assert!(text.contains("\n\n------ CLUSTER INFO ------\n\nNAME "));
    assert!(all::to_text(&parts, false).contains("\n\nNAME "));
}

#[test]
fn what_is_missing_is_a_sentence() {
    let proxy = proxy_of_section("SecretsConfigDump", r#""static_secrets":[]"#);
    let filter = endpoint::Filter::default();
    let refusals = [
        cluster::table(&proxy, &cluster::Filter::default()),
        listener::table(&proxy, &listener::Filter::default()),
        route::table(&proxy, &route::Filter::default()),
        endpoint::table(&proxy, &filter),
        eds::table(&proxy, &filter),
        ecds::table(&proxy),
        bootstrap::table(&proxy),
        log::table(&proxy.id, None),
    ];
    for listing in refusals {
        assert!(!listing.is_answer() && listing.rows.len() == 1 && listing.titles.is_empty(), "{listing:?}");
    }
    assert!(!cluster::objects(&proxy, &cluster::Filter::default()).is_answer());
    let secrets = secret::table(&proxy, recorded());
    assert!(secrets.is_answer());
    assert_eq!(secrets.to_text(), "No active or warming secrets found.\n");
    let levels = log::table(&ProxyId::new("shop", "web"), Some("active loggers:\n  admin: warning\n"));
    assert_eq!(levels.to_text(), "web.shop:\nactive loggers:\n  admin: warning\n");
}
