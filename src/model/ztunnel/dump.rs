//! Reading a dump: section by section, object by object.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::certificate::Credential;
use super::config::{Config, Version};
use super::connections::WorkloadState;
use super::policy::Policy;
use super::service::Service;
use super::workload::Workload;
use crate::model::item::decode_raw;

/// What a ztunnel holds.
#[derive(Debug, Clone, Default)]
pub struct Dump {
    /// The workloads of the mesh.
    pub workloads: Vec<Workload>,
    /// The services of the mesh.
    pub services: Vec<Service>,
    /// The policies of the mesh.
    pub policies: Vec<Policy>,
    /// The certificates of the node.
    pub certificates: Vec<Credential>,
    /// The workloads that it captures, by the id of their pods; `None` where the dump does not tell.
    pub captured: Option<BTreeMap<String, WorkloadState>>,
    /// What it was started with.
    pub config: Config,
    /// Its version.
    pub version: String,
    /// Objects that could not be read, and why.
    pub unread: Vec<String>,
    /// Fields that might change a decision and are not modelled.
    pub unmodelled: BTreeSet<String>,
}

/// The sections of a dump, as they stand in it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Sections<'a> {
    /// `workloads`.
    #[serde(borrow)]
    pub workloads: Option<&'a RawValue>,
    /// `services`.
    #[serde(borrow)]
    pub services: Option<&'a RawValue>,
    /// `policies`.
    #[serde(borrow)]
    pub policies: Option<&'a RawValue>,
    /// `certificates`.
    #[serde(borrow)]
    pub certificates: Option<&'a RawValue>,
    /// `workloadState`.
    #[serde(borrow)]
    pub workload_state: Option<&'a RawValue>,
    #[serde(borrow)]
    config: Option<&'a RawValue>,
    #[serde(borrow)]
    version: Option<&'a RawValue>,
}

impl<'a> Sections<'a> {
    /// Finds the sections.
    ///
    /// # Errors
    /// Where the text is no JSON object.
    pub fn find(text: &'a [u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(text)
    }
}

/// The objects of a section, which is a list or a map.
pub fn objects(section: Option<&RawValue>) -> Vec<&RawValue> {
    let Some(section) = section else { return Vec::new() };
    let list = serde_json::from_str::<Vec<&RawValue>>(section.get());
    list.or_else(|_| {
        serde_json::from_str(section.get()).map(|map: BTreeMap<&str, &RawValue>| map.into_values().collect())
    })
    .unwrap_or_default()
}

impl Dump {
    /// Reads a dump.
    ///
    /// # Errors
    /// Where the text is no JSON object.
    pub fn read(text: &[u8]) -> Result<Self, serde_json::Error> {
        let sections = Sections::find(text)?;
        let mut dump = Self::default();
        dump.workloads = dump.section(sections.workloads, "workload");
        dump.services = dump.section(sections.services, "service");
        dump.policies = dump.section(sections.policies, "policy");
        dump.certificates = dump.section(sections.certificates, "certificate");
        dump.captured = sections.workload_state.and_then(|section| dump.states(section));
        dump.config = sections.config.and_then(|section| dump.object(section, "config")).unwrap_or_default();
        let version: Option<Version> = sections.version.and_then(|section| dump.object(section, "version"));
        dump.version = version.unwrap_or_default().version;
        // A map by address holds a workload or service once for each of its addresses.
        let mut known = BTreeSet::new();
        dump.workloads.retain(|workload| workload.uid.is_empty() || known.insert(workload.uid.clone()));
        known.clear();
        dump.services.retain(|service| known.insert(service.id()));
        Ok(dump)
    }

    /// The policy with an id.
    pub fn policy(&self, id: &str) -> Option<&Policy> {
        self.policies.iter().find(|policy| id.split_once('/') == Some((&policy.namespace, &policy.name)))
    }

    fn section<T: DeserializeOwned>(&mut self, section: Option<&RawValue>, kind: &str) -> Vec<T> {
        objects(section).into_iter().filter_map(|object| self.object(object, kind)).collect()
    }

    fn states(&mut self, section: &RawValue) -> Option<BTreeMap<String, WorkloadState>> {
        let states: BTreeMap<String, &RawValue> = serde_json::from_str(section.get()).ok()?;
        Some(states.into_iter().filter_map(|(uid, state)| Some((uid, self.object(state, "workload state")?))).collect())
    }

    fn object<T: DeserializeOwned>(&mut self, object: &RawValue, kind: &str) -> Option<T> {
        match decode_raw(object, &format!("ztunnel {kind}")) {
            Ok(decoded) => {
                self.unmodelled.extend(decoded.unmodelled.into_iter().map(|path| format!("{kind} {path}")));
                Some(decoded.value)
            }
            Err(error) => {
                self.unread.push(format!("a {kind} cannot be read and is left out: {error}"));
                None
            }
        }
    }
}
