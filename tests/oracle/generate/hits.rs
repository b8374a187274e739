//! Requests that should be served: one for every route behind every door, and one for every policy.

use std::net::{Ipv4Addr, SocketAddrV4};

use meshdbg::simulate::request::{Direction, Protocol};
use serde_json::Value;

use super::doors::{Door, OUTSIDE};
use super::generator::Generator;
use super::{policy, text, words};
use crate::oracle::bootstrap::{self, items, type_name};
use crate::oracle::request::Play;

impl Generator<'_> {
    /// What should be served behind a door.
    pub(super) fn behind(&mut self, door: &Door) {
        let mut manager = None;
        for filter in items(door.chain, "filters") {
            let config = &filter["typed_config"];
            if type_name(config).ends_with("HttpConnectionManager") {
                manager = Some(config);
            } else if type_name(config).ends_with("network.rbac.v3.RBAC") {
                self.policies(config, &Play { protocol: Protocol::Tcp, ..door.play.clone() });
            }
        }
        let Some(manager) = manager else {
            self.push("tcp", Play { protocol: Protocol::Tcp, ..door.play.clone() });
            // Bytes are bytes: a TCP chain forwards HTTP as well.
            self.push("http", door.play.clone());
            return;
        };
        let tables = bootstrap::route_tables(&self.subject.dump);
        let name = manager.pointer("/rds/route_config_name").and_then(Value::as_str);
        let table = name.and_then(|name| tables.get(name).copied()).or(manager.get("route_config"));
        let mut bases = Vec::new();
        for host in table.map_or(&[][..], |table| items(table, "virtual_hosts")) {
            bases.extend(self.virtual_host(host, &door.play));
        }
        if bases.is_empty() {
            bases.push(door.play.clone());
        }
        for filter in items(manager, "http_filters") {
            let config = &filter["typed_config"];
            let base = self.random.choice(&bases).unwrap().clone();
            if type_name(config).ends_with("rbac.v3.RBAC") {
                self.policies(config, &base);
            } else if type_name(config).ends_with("JwtAuthentication") {
                self.tokens(config, &base);
            }
        }
    }

    /// A request for every route; returns them.
    fn virtual_host(&mut self, host: &Value, door: &Play) -> Vec<Play> {
        let domains: Vec<&str> = items(host, "domains").iter().filter_map(Value::as_str).collect();
        let mut made = Vec::new();
        for (index, route) in items(host, "routes").iter().enumerate() {
            let domain = *self.random.choice(&domains).unwrap();
            let mut play = door.clone();
            if play.direction == Direction::Outbound && play.dst.ip() == &OUTSIDE {
                play.dst = SocketAddrV4::new(service_address(&domains).unwrap_or(OUTSIDE), play.dst.port());
            }
            play.authority = Some(text::host_of(domain, &mut self.random));
            words::satisfy(&route["match"], &mut play, &mut self.random);
            let what = format!("{}#{index}", host["name"].as_str().unwrap_or_default());
            self.push(&what, play.clone());
            for per_filter in route["typed_per_filter_config"].as_object().into_iter().flat_map(|map| map.values()) {
                let inner =
                    if type_name(per_filter).ends_with("RBACPerRoute") { &per_filter["rbac"] } else { &Value::Null };
                self.policies(inner, &play);
            }
            made.push(play);
        }
        made
    }

    fn policies(&mut self, filter: &Value, base: &Play) {
        for rules in ["rules", "shadow_rules"] {
            let policies = filter.pointer(&format!("/{rules}/policies")).and_then(Value::as_object);
            for (name, rule) in policies.into_iter().flatten() {
                let mut play = base.clone();
                let mut claims = serde_json::Map::new();
                for list in ["permissions", "principals"] {
                    if let Some(chosen) = self.random.choice(items(rule, list)) {
                        policy::satisfy(chosen, &mut play, &mut claims, &mut self.random);
                    }
                }
                if !claims.is_empty() {
                    self.with_claims(&mut play, &Value::Object(claims));
                }
                self.push(&format!("policy {name}"), play);
            }
        }
    }
}

/// The address of a virtual host's service, which is among its domains.
fn service_address(domains: &[&str]) -> Option<Ipv4Addr> {
    domains.iter().find_map(|domain| domain.split(':').next()?.parse().ok())
}
