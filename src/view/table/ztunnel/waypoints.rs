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
            used => cells.list(Role::Good, used),
        }
        let text = |texts: Vec<String>| texts.join("; ");
        cells.plain(text(obstacles.iter().map(ToString::to_string).collect()));
        cells.plain(text(bypasses.iter().map(ToString::to_string).collect()));
    }
}

/// The services, and the workloads with an address of their own, that ask for a waypoint or use one.
pub fn rows(mesh: &Mesh, ambient: &Ambient, state: &State) -> Vec<WaypointRow> {
    let dump = &state.ztunnel.dump;
    let services = dump.services.iter().map(Subject::Service);
    let workloads = dump.workloads.iter().map(Subject::Workload);
    let mut rows: Vec<WaypointRow> = services
        .chain(workloads)
        .map(|subject| attachment(mesh, ambient, subject))
        .filter(|attachment| attachment.asked != Asked::Nothing || !attachment.used.is_empty())
        .map(WaypointRow)
        .collect();
    // A workload with the label of its namespace is no surprise where the waypoint is for services.
    rows.retain(|WaypointRow(attachment)| !attachment.is_by_the_way());
    rows.sort_by(|left, right| left.0.resource.cmp(&right.0.resource));
    rows
}
