//! istiod's debug pages, which look like others at first sight.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::base::capture::DocumentKind;

/// What tells a page: one of these keys, and one of those.
const PAGES: [(&[&str], &[&str], DocumentKind); 3] = [
    (
        &["proxy"],
        &["proxy_type", "proxy_version", "istio_version", "cluster_sent", "listener_sent"],
        DocumentKind::Syncz,
    ),
    // istioctl, and istiod over xDS: `envoy.service.status.v3.ClientConfig`.
    (&["node"], &["genericXdsConfigs", "xdsConfig"], DocumentKind::Syncz),
    (&["svc"], &["ep"], DocumentKind::Endpointz),
];

/// The keys of the first item of a list.
#[derive(Default)]
pub(super) struct Keys([(bool, bool); PAGES.len()]);

impl Keys {
    /// Looks at a key. Keys that others use too decide only together.
    pub(super) fn see(&mut self, key: &str) -> Option<DocumentKind> {
        for ((these, those, _), seen) in PAGES.iter().zip(&mut self.0) {
            seen.0 |= these.contains(&key);
            seen.1 |= those.contains(&key);
        }
        PAGES.iter().zip(self.0).find(|(_, seen)| *seen == (true, true)).map(|((.., kind), _)| *kind)
    }
}

/// `/debug/endpointz` since Istio 1.20, and `/debug/endpointShardz`: by host and namespace, in shards.
pub(super) fn are_endpoints(of_host: &RawValue) -> bool {
    let of_host = of_host.get();
    let by_namespace = || serde_json::from_str::<BTreeMap<String, BTreeMap<String, &RawValue>>>(of_host);
    of_host.contains("\"Shards\"")
        && by_namespace().is_ok_and(|services| services.values().all(|service| service.contains_key("Shards")))
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
