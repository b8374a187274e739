//! The log by which the real Envoy says what it decided.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::dump::items;
use super::make::Making;

/// Response headers that a proxy may write.
const RESPONSE_HEADERS: [&str; 15] = [
    "location",
    "content-type",
    "server",
    "www-authenticate",
    "access-control-allow-origin",
    "access-control-allow-methods",
    "access-control-allow-headers",
    "access-control-allow-credentials",
    "access-control-expose-headers",
    "access-control-max-age",
    "grpc-status",
    "grpc-message",
    "set-cookie",
    "x-envoy-upstream-service-time",
    "allow",
];

/// The header by which a request is known again.
pub(crate) const ID_HEADER: &str = "x-oracle-id";

/// The response headers worth logging: the usual ones, and those that the configuration adds.
pub(crate) fn response_headers(dump: &Value) -> BTreeSet<String> {
    let mut names = RESPONSE_HEADERS.iter().map(|name| (*name).to_owned()).collect();
    added(dump, &mut names);
    names
}

fn added(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for option in items(value, "response_headers_to_add") {
                names.extend(option.pointer("/header/key").and_then(Value::as_str).map(str::to_ascii_lowercase));
            }
            fields.values().for_each(|inner| added(inner, names));
        }
        Value::Array(items) => items.iter().for_each(|inner| added(inner, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

impl Making<'_> {
    /// The log of a listener (`conn`), a TCP proxy (`tcp`) or a connection manager (`http`).
    pub(super) fn access_log(&self, kind: &str, listener: &str, route_table: Option<&str>) -> Value {
        let mut format = json!({
            "kind": kind,
            "listener": listener.replace('%', "%%"),
            "code": "%RESPONSE_CODE%",
            "flags": "%RESPONSE_FLAGS%",
            "details": "%RESPONSE_CODE_DETAILS%",
            "route": "%ROUTE_NAME%",
            "cluster": "%UPSTREAM_CLUSTER_RAW%",
            "upstream": "%UPSTREAM_HOST%",
            "upstream_local": "%UPSTREAM_LOCAL_ADDRESS%",
            "chain": "%FILTER_CHAIN_NAME%",
            "client": "%DOWNSTREAM_DIRECT_REMOTE_ADDRESS%",
            "remote": "%DOWNSTREAM_REMOTE_ADDRESS%",
            "peer": "%DOWNSTREAM_PEER_URI_SAN%",
            "upstream_failure": "%UPSTREAM_TRANSPORT_FAILURE_REASON%",
            "tls_failure": "%DOWNSTREAM_TRANSPORT_FAILURE_REASON%",
            "close": "%CONNECTION_TERMINATION_DETAILS%",
        });
        if kind == "http" {
            let headers: Map<String, Value> = self
                .response_headers
                .iter()
                .map(|name| (name.clone(), Value::String(format!("%RESP({name})%"))))
                .collect();
            format["route_table"] = route_table.map(|name| name.replace('%', "%%")).into();
            format["id"] = format!("%REQ({ID_HEADER})%").into();
            format["method"] = "%REQ(:METHOD)%".into();
            format["path"] = "%REQ(:PATH)%".into();
            format["authority"] = "%REQ(:AUTHORITY)%".into();
            format["attempts"] = "%UPSTREAM_REQUEST_ATTEMPT_COUNT%".into();
            format["response"] = Value::Object(headers);
        }
        json!([{
            "name": "oracle",
            "typed_config": {
                "@type": "type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog",
                "path": self.log,
                "log_format": { "json_format": format },
            },
        }])
    }
}
