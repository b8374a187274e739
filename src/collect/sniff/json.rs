//! JSON, judged by its first decisive key. The parser stops there; what follows is not even looked at.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::istiod;
use super::verdict::Useless;
use crate::base::capture::DocumentKind;

/// What JSON holds, or why it is of no use.
pub(super) fn kind(json: &[u8]) -> Result<DocumentKind, Useless> {
    let mut seen = Seen::default();
    let end = serde_json::Deserializer::from_slice(json).deserialize_any(TopLevel(&mut seen));
    if let Some(kind) = seen.decided {
        return Ok(kind);
    }
    if seen.certificates {
        // Nothing but certificates: Envoy's. A ztunnel goes on with its policies.
        return Ok(DocumentKind::Certs);
    }
    Err(match (end, seen.shape) {
        (Err(error), Shape::Object | Shape::None) => {
            Useless::loss(format!("is not whole JSON ({error}); if it broke off, take it again"))
        }
        (_, Shape::Empty) => {
            Useless::loss("is an empty JSON object: the proxy had nothing to print, or its query selected nothing")
        }
        (_, Shape::List) => Useless::foreign(
            "is a JSON list, such as `istioctl proxy-config … -o json` prints; what is needed is the whole dump: \
             kubectl exec POD -c istio-proxy -- pilot-agent request GET 'config_dump?include_eds'",
        ),
        (Ok(()), _) => {
            let known = "config dump (`configs`), cluster list (`cluster_statuses`) or resource (`apiVersion`); name what \
                         /config_dump or kubectl printed, unchanged";
            match seen.first_key {
                Some(key) => Useless::foreign(format!("is JSON (`{key}` …), but no {known}")),
                None => Useless::foreign(format!("is JSON, but no {known}")),
            }
        }
    })
}

#[derive(Default)]
struct Seen {
    decided: Option<DocumentKind>,
    certificates: bool,
    lists_of_ztunnel: u8,
    layers_of_runtime: u8,
    first_key: Option<String>,
    shape: Shape,
}

#[derive(Default, Clone, Copy)]
enum Shape {
    #[default]
    None,
    Empty,
    Object,
    List,
}

impl Seen {
    /// Looks at a key. Keys that others use too decide only together.
    fn key(&mut self, key: &str) -> Option<DocumentKind> {
        match key {
            "cluster_statuses" => Some(DocumentKind::ClustersJson),
            "listener_statuses" => Some(DocumentKind::Listeners),
            "unready_targets_dumps" => Some(DocumentKind::InitDump),
            "stats" => Some(DocumentKind::Stats),
            "hot_restart_version" | "uptime_current_epoch" | "uptime_all_epochs" => Some(DocumentKind::ServerInfo),
            "workloads" | "workloadState" | "stagedServices" => Some(DocumentKind::ZtunnelDump),
            "apiVersion" => Some(DocumentKind::ResourcesJson),
            "layers" | "entries" => {
                self.layers_of_runtime += 1;
                (self.layers_of_runtime == 2).then_some(DocumentKind::Runtime)
            }
            "certificates" => {
                self.certificates = true;
                None
            }
            "policies" | "services" => {
                self.lists_of_ztunnel += 1;
                (self.certificates || self.lists_of_ztunnel == 2).then_some(DocumentKind::ZtunnelDump)
            }
            _ => None,
        }
    }
}

/// The error that ends parsing once it is known what the text is.
fn stop<E: Error>() -> E {
    E::custom("decided")
}

struct TopLevel<'a>(&'a mut Seen);

impl<'de> Visitor<'de> for TopLevel<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.0.shape = Shape::Object;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            self.0.decided = self.0.key(&key);
            if self.0.decided.is_some() {
                return Err(stop());
            }
            match &*key {
                "configs" => {
                    let mut is_istiods = false;
                    // It ends early, and a list that breaks off is a dump too.
                    let _ = map.next_value_seed(istiod::Sections(&mut is_istiods));
                    self.0.decided = Some(if is_istiods { DocumentKind::IstiodDump } else { DocumentKind::ConfigDump });
                    return Err(stop());
                }
                "items" | "resources" => map.next_value_seed(Items(self.0))?,
                _ if self.0.first_key.is_none() => {
                    if istiod::are_endpoints(map.next_value()?) {
                        self.0.decided = Some(DocumentKind::Endpointz);
                        return Err(stop());
                    }
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            self.0.first_key.get_or_insert_with(|| key.into_owned());
        }
        if self.0.first_key.is_none() {
            self.0.shape = Shape::Empty;
        }
        Ok(())
    }

    /// istiod's `/debug/configz` is a list of resources, other pages of it are lists too: the first one's keys tell.
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.0.shape = Shape::List;
        items.next_element_seed(Items(&mut *self.0))?;
        Err(stop())
    }
}

/// The items of a Kubernetes list that come before its `apiVersion`: the first one's first key tells.
struct Items<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for Items<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Items(&mut *self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut item: A) -> Result<(), A::Error> {
        let mut keys = istiod::Keys::default();
        while let Some(key) = item.next_key::<Cow<'de, str>>()? {
            self.0.decided = match &*key {
                "apiVersion" | "kind" | "metadata" => Some(DocumentKind::ResourcesJson),
                key => keys.see(key),
            };
            if self.0.decided.is_some() {
                return Err(stop());
            }
            item.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_decisive_key_decides() {
        use DocumentKind::*;
        let cases = [
            (r#"{"configs":[{"@type":"x.ListenersConfigDump.DynamicListener","#, ConfigDump),
            (r#"{"cluster_statuses": [broken"#, ClustersJson),
            (r#"{"listener_statuses":[]}"#, Listeners),
            (r#"{"unready_targets_dumps":[]}"#, InitDump),
            (r#"{"stats":[]}"#, Stats),
            (r#"{"version":"a/1.40.0/Clean","state":"LIVE","uptime_current_epoch":"#, ServerInfo),
            (r#"{"layers":["admin"],"entries":{}}"#, Runtime),
            (r#"{"certificates":[{"ca_cert":[],"cert_chain":[]}]}"#, Certs),
            (r#"{"certificates":[]}"#, Certs),
            (r#"{"certificates":[{"certChain":[]}],"config":{},"policies":["#, ZtunnelDump),
            (r#"{"policies":[],"services":["#, ZtunnelDump),
            (r#"{"workloads":{"a":1}}"#, ZtunnelDump),
            (r#"{"apiVersion":"v1","items":["#, ResourcesJson),
            (r#"{"kind":"PodList","metadata":{},"apiVersion":"v1"}"#, ResourcesJson),
            (r#"{"items":[{"metadata":{broken"#, ResourcesJson),
            (r#"{"items":[],"apiVersion":"v1"}"#, ResourcesJson),
            (r#"[{"kind":"VirtualService","apiVersion":"#, ResourcesJson),
            (r#"[{"cluster_id":"Kubernetes","proxy":"a.b","proxy_type":"#, Syncz),
            (r#"[{"proxy":"a.b","istio_version":"1.9.0","#, Syncz),
            (r#"[{"cluster_sent":"x","proxy":"#, Syncz),
            (r#"{"versionInfo":"1","resources":[{"@type":"x","node":{},"genericXdsConfigs":"#, Syncz),
            (r#"[{"svc":"a.b.svc.cluster.local:http","ep":[broken"#, Endpointz),
            (r#"{"a.b.svc.cluster.local":{"b":{"Shards":{"Kubernetes/Kubernetes":[]}}},"#, Endpointz),
            (
                r#"{"configs":[{"@type":"x.BootstrapConfigDump"},{"@type":"x.ClustersConfigDump","versionInfo":"#,
                IstiodDump,
            ),
            (
                r#"{"configs":[{"@type":"x.BootstrapConfigDump"},{"@type":"x.ClustersConfigDump","version_info":"#,
                ConfigDump,
            ),
            (r#"{"configs":[{"@type":"x.BootstrapConfigDump","bootstrap":{"#, ConfigDump),
            (r#"{"configs":[]}"#, ConfigDump),
        ];
        for (text, want) in cases {
            assert_eq!(kind(text.as_bytes()), Ok(want), "{text}");
        }
    }

    #[test]
    fn other_json_says_what_it_is() {
        let cases = [
            ("{}", "empty JSON object", true),
            ("[{}]", "JSON list", false),
            (r#"{"code":404}"#, "`code` …", false),
            (r#"{"resources":[{"a":1}]}"#, "`resources` …", false),
            (r#"[{"proxy":"a"}]"#, "JSON list", false),
            (r#"{"items":[{"id":1}]}"#, "`items` …", false),
            (r#"{"layers":[],"mediaType":"x"}"#, "`layers` …", false),
            (r#"{"conf"#, "not whole JSON (EOF", true),
            (r#"{"a":1,}"#, "line 1 column 8", true),
            ("{", "not whole JSON", true),
        ];
        for (text, reason, is_loss) in cases {
            let useless = kind(text.as_bytes()).unwrap_err();
            assert!(useless.reason.contains(reason), "{text}: {useless:?}");
            assert_eq!(useless.is_loss, is_loss, "{text}: {useless:?}");
        }
    }
}
