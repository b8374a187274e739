//! Listeners: routes inline, every route and chain named by its place, every decision logged.

use meshdbg::model::ProxyKind;
use serde_json::{Map, Value, json};

use super::dump::{items, type_name};
use super::make::Making;

/// Ports to which a sidecar's connections are redirected: the original addresses come in a PROXY line, where on a real
/// node the kernel says them (`SO_ORIGINAL_DST`). Either way the local address counts as restored.
pub(crate) const REDIRECTED: [u64; 2] = [15001, 15006];

impl Making<'_> {
    pub(super) fn listener(&mut self, listener: Value) -> Value {
        let mut listener = self.clean(listener);
        let name = listener["name"].as_str().unwrap_or_default().to_owned();
        let is_by_tree = listener.get("filter_chain_matcher").is_some();
        listener.as_object_mut().unwrap().remove("@type");
        if let Some(Value::Array(chains)) = listener.get_mut("filter_chains") {
            for (index, chain) in chains.iter_mut().enumerate() {
                // A matcher tree refers to its chains by name.
                let own = chain["name"].as_str().filter(|own| is_by_tree && !own.is_empty()).map(str::to_owned);
                self.chain(&name, own.unwrap_or(format!("{name}|{index}")), chain);
            }
        }
        if let Some(chain) = listener.get_mut("default_filter_chain") {
            self.chain(&name, format!("{name}|default"), chain);
        }
        listener["access_log"] = self.access_log("conn", &name, None);
        let port = listener.pointer("/address/socket_address/port_value").and_then(Value::as_u64);
        if listener["bind_to_port"] != false {
            self.made.bound_ports.extend(port.and_then(|port| u16::try_from(port).ok()));
        }
        self.place(&mut listener, port);
        if port.is_some_and(|port| REDIRECTED.contains(&port)) {
            let mut filters = vec![json!({
                "name": "original addresses",
                "typed_config": {
                    "@type": "type.googleapis.com/envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol",
                },
            })];
            filters.extend_from_slice(items(&listener, "listener_filters"));
            listener["listener_filters"] = filters.into();
        }
        listener
    }

    /// Among others, a port is bound at an address that only this proxy has.
    fn place(&self, listener: &mut Value, port: Option<u64>) {
        let Some(seat) = &self.setting.seat else { return };
        let Some(port) = port.filter(|_| listener["bind_to_port"] != false) else { return };
        let is_sidecar = self.subject.kind == ProxyKind::Sidecar;
        if is_sidecar && !REDIRECTED.contains(&port) {
            listener["bind_to_port"] = false.into();
            return;
        }
        let address = if is_sidecar { seat.door } else { self.subject.address };
        listener["address"]["socket_address"]["address"] = address.to_string().into();
    }

    fn chain(&mut self, listener: &str, id: String, chain: &mut Value) {
        if type_name(&chain["transport_socket"]["typed_config"]).ends_with("DownstreamTlsContext") {
            self.made.tls_chains.insert(id.clone());
        }
        for filter in chain["filters"].as_array_mut().into_iter().flatten() {
            let config = &mut filter["typed_config"];
            if type_name(config).ends_with("HttpConnectionManager") {
                let mut table = self.route_table(config);
                let own = table.get("name").and_then(Value::as_str).filter(|name| !name.is_empty());
                let name = own.map_or_else(|| format!("inline@{id}"), str::to_owned);
                self.name_routes(&name, &mut table);
                config["access_log"] = self.access_log("http", listener, table["name"].as_str());
                let manager = config.as_object_mut().unwrap();
                manager.remove("rds");
                manager.insert("route_config".to_owned(), table);
            } else if type_name(config).ends_with("TcpProxy") {
                config["access_log"] = self.access_log("tcp", listener, None);
            }
        }
        chain["name"] = id.into();
    }

    /// The table of a connection manager. One that the dump does not list never came: it is empty.
    fn route_table(&mut self, manager: &Value) -> Value {
        let Some(name) = manager.pointer("/rds/route_config_name").and_then(Value::as_str) else {
            return manager.get("route_config").cloned().unwrap_or_default();
        };
        let known = super::dump::route_tables(self.dump).get(name).copied().cloned();
        known.map_or_else(|| json!({ "name": name, "virtual_hosts": [] }), |table| self.clean(table))
    }

    fn name_routes(&mut self, name: &str, table: &mut Value) {
        for host in table["virtual_hosts"].as_array_mut().into_iter().flatten() {
            let host_name = host["name"].as_str().unwrap_or_default().to_owned();
            for (index, route) in host["routes"].as_array_mut().into_iter().flatten().enumerate() {
                let id = format!("{name}|{host_name}|{index}");
                if !items(&route["route"], "request_mirror_policies").is_empty() {
                    self.made.mirrors.insert(id.clone());
                }
                route["name"] = id.into();
            }
        }
        let table = match table {
            Value::Object(fields) => fields,
            other => {
                *other = Value::Object(Map::new());
                other.as_object_mut().unwrap()
            }
        };
        table.remove("@type");
        // RDS does not check that clusters exist; inline tables do.
        table.insert("validate_clusters".to_owned(), false.into());
    }
}
