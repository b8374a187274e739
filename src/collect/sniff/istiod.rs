//! istiod's debug pages, which look like others at first sight.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::base::capture::DocumentKind;

/// The keys of the first item of a list.
#[derive(Default)]
pub(super) struct Keys {
    proxy: bool,
    nonce: bool,
    service: bool,
    endpoints: bool,
    node: bool,
    configs: bool,
}

impl Keys {
    /// Looks at a key. Keys that others use too decide only together.
    pub(super) fn see(&mut self, key: &str) -> Option<DocumentKind> {
        match key {
            "proxy" => self.proxy = true,
            "proxy_type" | "proxy_version" | "istio_version" | "cluster_sent" | "listener_sent" => self.nonce = true,
            "svc" => self.service = true,
            "ep" => self.endpoints = true,
            // istioctl, and istiod over xDS: `envoy.service.status.v3.ClientConfig`.
            "node" => self.node = true,
            "genericXdsConfigs" | "xdsConfig" => self.configs = true,
            _ => {}
        }
        if (self.proxy && self.nonce) || (self.node && self.configs) {
            Some(DocumentKind::Syncz)
        } else {
            (self.service && self.endpoints).then_some(DocumentKind::Endpointz)
        }
    }
}

/// `/debug/endpointz` since Istio 1.20, and `/debug/endpointShardz`: by host and namespace, in shards.
pub(super) fn are_endpoints(of_host: &RawValue) -> bool {
    #[derive(Deserialize)]
    struct Service {
        #[serde(rename = "Shards")]
        _shards: IgnoredAny,
    }
    let of_host = of_host.get();
    of_host.contains("\"Shards\"") && serde_json::from_str::<BTreeMap<String, Service>>(of_host).is_ok()
}

/// The sections of a dump. Envoy prints its fields as they are named in the API (`version_info`), istiod as JSON has
/// them (`versionInfo`): the first key of the first section that has any tells.
pub(super) struct Sections<'a>(pub(super) &'a mut bool);

impl<'de> DeserializeSeed<'de> for Sections<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Sections<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of sections")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sections: A) -> Result<(), A::Error> {
        while sections.next_element_seed(Sections(&mut *self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut section: A) -> Result<(), A::Error> {
        while let Some(key) = section.next_key::<Cow<'de, str>>()? {
            if key != "@type" {
                *self.0 = key.bytes().any(|byte| byte.is_ascii_uppercase());
                return Err(A::Error::custom("decided"));
            }
            section.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
