//! The typed result of `trace`; its JSON is the contract.

use schemars::JsonSchema;
use serde::Serialize;

use super::decided::DecidedBy;
use super::next::Next;
use super::verdict::Verdict;
use super::{decided, ending, missing, next, owned};
use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::absent::Absence;
use crate::simulate::Trace;

/// What happens to a request, and the verdict.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Report {
    /// Version of this schema.
    pub schema: u32,
    /// `trace`.
    pub kind: &'static str,
    /// The first proxy; none where the client has none and connects to the destination itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proxy: Option<ProxyId>,
    /// Whether the request succeeds.
    pub verdict: Verdict,
    /// How it ends, in a sentence for each different end, the most likely first.
    pub answers: Vec<String>,
    /// Why the route, cluster or endpoint is missing at which a way ends.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Absence>,
    /// What the ends depended on.
    pub decided_by: DecidedBy,
    /// What was taken for granted, because nothing that was read tells of it.
    pub assumed: Vec<String>,
    /// What to look at and to run next, where it fails.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Next>,
    /// The steps, ends and reasons.
    pub trace: Trace,
}

impl Report {
    /// A report. Owners get the places where they stand.
    pub fn new(mesh: &Mesh, proxy: Option<&ProxyId>, mut trace: Trace) -> Self {
        owned::add_owners(mesh, &mut trace);
        let locate = |owner: &mut Owner| *owner = mesh.located(owner);
        trace.owners.iter_mut().for_each(locate);
        for way in &mut trace.ways {
            way.hops.iter_mut().flat_map(|hop| &mut hop.steps).flat_map(|step| &mut step.owners).for_each(locate);
        }
        trace.ways.sort_by(|left, right| right.share.total_cmp(&left.share));
        let answers = ending::endings(&trace).iter().map(|ending| ending.line().text()).collect();
        let verdict = Verdict::of(&trace);
        let missing = missing::missing(mesh, &trace);
        Self {
            schema: crate::view::TRACE_SCHEMA,
            kind: "trace",
            proxy: proxy.cloned(),
            verdict,
            answers,
            decided_by: DecidedBy::of(&trace),
            assumed: decided::assumed(&trace, verdict),
            next: next::next(&trace, verdict, &missing),
            missing,
            trace,
        }
    }
}
