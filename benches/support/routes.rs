//! An Envoy with a route table of any size, and a request for its last route.

use std::fmt::Write as _;

use meshdbg::base::capture::{Capture, Document, DocumentKind};
use meshdbg::correlate::Mesh;
use meshdbg::model;
use meshdbg::simulate::ask::Ask;

/// The mesh of one Envoy with so many virtual hosts, and so many routes in each.
pub(crate) fn mesh(hosts: usize, routes: usize) -> Mesh {
    let document = Document {
        kind: DocumentKind::ConfigDump,
        place: "dump.json".to_owned(),
        bundle: String::new(),
        proxy: None,
        extent: meshdbg::base::section::Extent::Whole,
        text: dump(hosts, routes).into(),
    };
    Mesh::new(model::read(Capture { documents: vec![document], ..Capture::default() }))
}

/// A request for the last route of the last host.
pub(crate) fn question(hosts: usize, routes: usize) -> Ask {
    Ask {
        dst: Some("10.0.0.1:80".to_owned()),
        authority: Some(Some(format!("host-{}.example.test", hosts - 1))),
        path: Some(format!("/route-{}/page", routes - 1)),
        ..Ask::default()
    }
}

fn dump(hosts: usize, routes: usize) -> String {
    let mut text = String::from(r#"{"configs":["#);
    text.push_str(r#"{"@type":"type.googleapis.com/envoy.admin.v3.BootstrapConfigDump","bootstrap":{"node":{"id":"edge","user_agent_build_version":{"version":{"major_number":1,"minor_number":40}}}}},"#);
    text.push_str(r#"{"@type":"type.googleapis.com/envoy.admin.v3.ListenersConfigDump","dynamic_listeners":[{"name":"edge","active_state":{"listener":{"name":"edge","address":{"socket_address":{"address":"0.0.0.0","port_value":80}},"filter_chains":[{"filters":[{"name":"hcm","typed_config":{"@type":"type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager","stat_prefix":"edge","rds":{"route_config_name":"edge"},"http_filters":[{"name":"router","typed_config":{"@type":"type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"}}]}}]}]}}}]},"#);
    text.push_str(r#"{"@type":"type.googleapis.com/envoy.admin.v3.ClustersConfigDump","dynamic_active_clusters":[{"cluster":{"name":"pages","type":"STATIC","load_assignment":{"cluster_name":"pages","endpoints":[{"lb_endpoints":[{"endpoint":{"address":{"socket_address":{"address":"10.0.0.2","port_value":8080}}}}]}]}}}]},"#);
    text.push_str(r#"{"@type":"type.googleapis.com/envoy.admin.v3.RoutesConfigDump","dynamic_route_configs":[{"route_config":{"name":"edge","virtual_hosts":["#);
    for host in 0..hosts {
        let comma = if host == 0 { "" } else { "," };
        let _ = write!(text, r#"{comma}{{"name":"host-{host}","domains":["host-{host}.example.test"],"routes":["#);
        for route in 0..routes {
            let comma = if route == 0 { "" } else { "," };
            let _ = write!(text, r#"{comma}{{"match":{{"prefix":"/route-{route}/"}},"route":{{"cluster":"pages"}}}}"#);
        }
        text.push_str("]}");
    }
    text.push_str("]}}]}]}");
    text
}
