//! One ztunnel: who it is and what it holds.

use bytes::Bytes;

use super::dump::Dump;
use super::workload::Workload;
use crate::base::name::ProxyId;

/// One ztunnel with its dump.
#[derive(Debug, Clone)]
pub struct Ztunnel {
    /// Its pod.
    pub id: ProxyId,
    /// What it holds.
    pub dump: Dump,
    /// The text that the dump was read from, for who prints objects as they stand in it.
    pub text: Bytes,
    /// The file that it was read from.
    pub place: String,
}

impl Ztunnel {
    /// Reads a dump. Whose it is, it says itself; else `named` does.
    ///
    /// # Errors
    /// Where the text is no JSON object.
    pub fn read(text: Bytes, place: String, named: Option<ProxyId>) -> Result<Self, serde_json::Error> {
        let dump = Dump::read(&text)?;
        let pod = dump.config.ztunnel_workload.as_ref().filter(|pod| !pod.name.is_empty());
        let id = pod.map(|pod| ProxyId::new(&pod.namespace, &pod.name)).or(named);
        let id = id.unwrap_or_else(|| ProxyId::new("", stem(&place)));
        Ok(Self { id, dump, text, place })
    }

    /// Its node; empty where the dump does not tell.
    pub fn node(&self) -> &str {
        &self.dump.config.local_node
    }

    /// Whether it is the one of a workload's node.
    pub fn is_local_to(&self, workload: &Workload) -> bool {
        !workload.node.is_empty() && self.node() == workload.node
    }
}

/// A name for a ztunnel that nothing else names: its file's, without endings.
fn stem(place: &str) -> &str {
    let name = place.rsplit(['/', '\\', '!']).next().unwrap_or(place);
    name.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or("ztunnel")
}
