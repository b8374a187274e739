//! What the published Envoy does not have, or what must not be there twice.

use serde_json::{Map, Value, json};

use super::dump::type_name;
use super::make::Making;

/// Extensions of Istio's and of Envoy's contrib build. None of them chooses a listener, route or endpoint of this hop.
const LEFT_OUT: [&str; 6] = [
    "istio.",
    "io.istio.",
    "stats.PluginConfig",
    "envoy.tcp.metadataexchange",
    "envoy.extensions.network_filters.peer_metadata",
    "envoy.extensions.filters.network.mysql_proxy",
];

fn is_left_out(config: &Value) -> bool {
    let name = type_name(config);
    LEFT_OUT.iter().any(|start| name.starts_with(start)) || name.contains("postgres_proxy")
}

/// Stands for `istio.alpn`: offers what the metadata of the cluster says.
fn alpn() -> Value {
    json!({
        "name": "alpn",
        "typed_config": {
            "@type": "type.googleapis.com/envoy.extensions.filters.http.set_filter_state.v3.Config",
            "on_request_headers": [{
                "object_key": "envoy.network.application_protocols",
                "skip_if_empty": true,
                "format_string": {
                    "text_format_source": { "inline_string": "%CLUSTER_METADATA(oracle:alpn)%" },
                    "omit_empty_values": true,
                },
            }],
        },
    })
}

impl Making<'_> {
    /// The value without them. Types wrapped in a `TypedStruct` that Envoy knows are unwrapped.
    pub(super) fn clean(&mut self, value: Value) -> Value {
        match value {
            Value::Array(list) => list.into_iter().filter_map(|item| self.clean_item(item)).collect(),
            Value::Object(fields) => self.clean_object(fields),
            // Istio registers a factory of its own for state that is shared with upstream connections.
            Value::String(text) if text == "istio.hashable_string" => "envoy.hashable_string".into(),
            other => other,
        }
    }

    fn clean_item(&mut self, item: Value) -> Option<Value> {
        if let Some(config) = item.get("typed_config")
            && is_left_out(config)
        {
            if self.setting.seat.is_some() && type_name(config).contains("alpn.v2alpha1") {
                return Some(alpn());
            }
            self.made.stripped.insert(type_name(config).to_owned());
            return None;
        }
        Some(self.clean(item))
    }

    fn clean_object(&mut self, mut fields: Map<String, Value>) -> Value {
        let wrapped = fields.get("@type").and_then(Value::as_str).is_some_and(|name| name.ends_with("TypedStruct"));
        if wrapped
            && let (Some(inner), Some(Value::Object(mut value))) = (fields.remove("type_url"), fields.remove("value"))
        {
            value.insert("@type".to_owned(), inner);
            fields = value;
        }
        if self.setting.seat.is_some() && fields.contains_key("token_bucket") {
            let bucket = json!({ "max_tokens": 1_000_000, "tokens_per_fill": 1_000_000, "fill_interval": "1s" });
            fields.insert("token_bucket".to_owned(), bucket);
        }
        fields.remove("access_log");
        fields.remove("tracing");
        let kind = fields.get("@type").and_then(Value::as_str).unwrap_or_default().to_owned();
        let is_upstream = kind.ends_with("UpstreamTlsContext");
        if (is_upstream || kind.ends_with("DownstreamTlsContext"))
            && let Some(Value::Object(common)) = fields.get_mut("common_tls_context")
        {
            self.replace_secrets(common, is_upstream);
        }
        fields.into_iter().map(|(name, value)| (name, self.clean(value))).collect()
    }
}
