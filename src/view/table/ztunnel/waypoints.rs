//! `meshdbg ztunnel waypoints`: who asks for which waypoint, whether it is used, and why not.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::row::{Cells, Column, Row, column, wide};
use crate::correlate::Mesh;
use crate::simulate::ztunnel::{Ambient, Asked, Attachment, State, Subject, attachment};
use crate::view::document::Role;

/// A service or workload that asks for a waypoint.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct WaypointRow(pub Attachment);

impl Row for WaypointRow {
    const KIND: &'static str = "waypoints";
    const COLUMNS: &'static [Column] = &[
        column("object", "OBJECT"),
        column("asks-for", "ASKS FOR"),
        wide("label", "LABEL ON"),
        column("uses", "USES"),
        column("why", "WHY NOT"),
        wide("past", "WHO GOES PAST IT"),
    ];

    fn cells(&self, cells: &mut Cells) {
        let Attachment { resource, asked, used, obstacles, bypasses } = &self.0;
        let (asks_for, label) = match asked {
            Asked::Nothing => (String::new(), String::new()),
            Asked::ForNone { by } => ("none".to_owned(), by.resource.to_string()),
            Asked::For { by, namespace, name } => (format!("{namespace}/{name}"), by.resource.to_string()),
        };
        cells.add(Role::Name, resource);
        cells.plain(asks_for);
        cells.plain(label);
        match used.as_slice() {
            [] if matches!(asked, Asked::For { .. }) => cells.add(Role::Bad, "none"),
            [] => cells.plain("none"),
            [host] if is_of(host, asked) => cells.add(Role::Good, "it"),
            used => cells.list(Role::Good, used),
        }
        let text = |texts: Vec<String>| texts.join("; ");
        cells.plain(text(obstacles.iter().map(ToString::to_string).collect()));
        cells.plain(text(bypasses.iter().map(ToString::to_string).collect()));
    }
}

/// Whether a host is that of the waypoint asked for.
fn is_of(host: &str, asked: &Asked) -> bool {
    match asked {
        Asked::For { namespace, name, .. } => host.starts_with(&format!("{namespace}/{name}.{namespace}.")),
        Asked::Nothing | Asked::ForNone { .. } => false,
    }
}

/// The services that ask for a waypoint or use one, and the workloads. The label of a namespace is meant for services: a
/// workload that has no waypoint by it is no surprise.
pub fn rows(mesh: &Mesh, ambient: &Ambient, state: &State) -> Vec<WaypointRow> {
    let dump = &state.ztunnel.dump;
    let services = dump.services.iter().map(|service| attachment(mesh, ambient, Subject::Service(service)));
    let services =
        services.filter(|found| found.asked != Asked::Nothing && !found.is_waypoint() || !found.used.is_empty());
    let workloads = dump.workloads.iter().map(|workload| attachment(mesh, ambient, Subject::Workload(workload)));
    // The endpoints of a ServiceEntry have its labels, which are for itself.
    let is_own = |found: &Attachment| found.is_asked_by_itself() && found.resource.kind != "ServiceEntry";
    let workloads = workloads.filter(|found| is_own(found) || !found.used.is_empty());
    let mut rows: Vec<WaypointRow> = services.chain(workloads).map(WaypointRow).collect();
    rows.sort_by(|left, right| left.0.resource.cmp(&right.0.resource));
    rows
}
