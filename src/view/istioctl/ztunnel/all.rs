//! `ztunnel-config all`: all tables, one after the other.

use jiff::Timestamp;

use super::super::objects::Objects;
use super::super::tree::{Keys, Tree};
use super::{certificate, connections, policy, service, workload};
use crate::model::Ztunnel;

/// The text of the tables.
pub fn table(ztunnel: &Ztunnel, now: Timestamp) -> String {
    let tables = [
        workload::table(ztunnel, &workload::Filter::default()),
        service::table(ztunnel, &service::Filter::default()),
        policy::table(ztunnel, &policy::Filter::default()),
        certificate::table(ztunnel, now),
        connections::table(ztunnel, &connections::Filter::default()),
    ];
    tables.iter().flat_map(|table| ["\n".to_owned(), table.to_text()]).collect()
}

/// The whole dump. As JSON istioctl prints its bytes as they came.
pub fn objects(ztunnel: &Ztunnel) -> Objects<'_> {
    Objects { tree: Tree::read(&ztunnel.text, Keys::Data), notes: Vec::new() }
}
