//! What binds a workload at the ztunnel of its node: `authz check` of a pod that has no Envoy.

use schemars::JsonSchema;
use serde::Serialize;

use super::bound::{self, label, place};
use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::correlate::{Mesh, ztunnel_policy};
use crate::model::ztunnel::policy::{Action, Policy};
use crate::model::ztunnel::workload::Workload;
use crate::simulate::ztunnel::{self, Ambient, Capture};
use crate::view::document::{Block, Document, Entry, Line, Role};
use crate::view::table::ztunnel::policies;

/// What binds a workload at the ztunnel of its node.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AmbientBindings {
    /// Version of this schema.
    pub schema: u32,
    /// `authz-check-ambient`.
    pub kind: &'static str,
    /// The workload, as `NAMESPACE/NAME`.
    pub workload: String,
    /// The ztunnel that was asked.
    pub ztunnel: ProxyId,
    /// Whether it stands before the workload: where it does not, nothing binds.
    pub capture: Capture,
    /// The policies, those that deny first.
    pub policies: Vec<AmbientPolicy>,
    /// Policies that the workload names and the ztunnel does not have: they are skipped.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

/// A policy that a ztunnel checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AmbientPolicy {
    /// Its name there: `NAMESPACE/NAME`.
    pub policy: String,
    /// `ALLOW`, `DENY`, or another word.
    pub action: String,
    /// Whether it is only logged.
    pub dry_run: bool,
    /// Whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// Its rules in words, any of which makes it match; without rules it never does.
    pub rules: Vec<String>,
}

impl AmbientBindings {
    /// What binds a workload; `None` where no ztunnel was read, or none knows it.
    pub fn new(mesh: &Mesh, pod: &ProxyId) -> Option<Self> {
        let ambient = Ambient::of(mesh)?;
        let workload = ambient.pod(&pod.namespace, &pod.name)?;
        let state = ambient.before(workload);
        let capture = ambient.capture(workload);
        let (bound, missing) = ztunnel::bound(state, workload);
        let is_checked = matches!(capture, Capture::Captured(_) | Capture::Unknown(_));
        let bound = bound.into_iter().filter(|_| is_checked);
        Some(Self {
            schema: crate::view::SCHEMA,
            kind: "authz-check-ambient",
            workload: workload.id(),
            ztunnel: state.ztunnel.id.clone(),
            policies: bound.map(|policy| bound_policy(mesh, policy, workload)).collect(),
            capture,
            missing,
        })
    }

    /// The answer as a document.
    pub fn document(&self) -> Document {
        let mut document = Document::default();
        document.say(self.answer());
        let mut facts = vec![
            Entry::fact("workload", self.workload.clone()),
            Entry::fact("ztunnel", self.ztunnel.to_string()),
            Entry::fact("because", self.capture.reason().to_owned()),
        ];
        let skipped = |id: &String| {
            Entry::fact("skipped", Line::of(Role::Warning, format!("{id}: the ztunnel does not have it")))
        };
        facts.extend(self.missing.iter().map(skipped));
        document.push(Block::Ledger(facts));
        if !self.policies.is_empty() {
            document.push(Block::Gap);
            document.push(Block::Heading(Line::of(Role::Strong, "every connection")));
            document.push(Block::Ledger(self.policies.iter().map(AmbientPolicy::entry).collect()));
        }
        document
    }

    /// What binds, in a sentence.
    fn answer(&self) -> Line {
        match &self.capture {
            Capture::Captured(_) => {}
            Capture::Unknown(_) => {
                return Line::of(Role::Warning, "whether a ztunnel stands before it cannot be told; if one does:");
            }
            Capture::Sidecar(_) | Capture::Uncaptured(_) => {
                return Line::of(Role::Strong, "no ztunnel stands before it: none of its policies binds");
            }
        }
        if self.policies.is_empty() {
            return Line::of(Role::Strong, "no policy: every connection is let in");
        }
        let kinds: Vec<(&str, bool)> = self.policies.iter().map(|own| (own.action.as_str(), own.dry_run)).collect();
        let otherwise = if kinds.contains(&("ALLOW", false)) {
            "; what none of ALLOW allows is denied"
        } else {
            "; the rest is let in"
        };
        bound::sentence(&self.workload, &kinds).plain(otherwise)
    }
}

fn bound_policy(mesh: &Mesh, policy: &Policy, workload: &Workload) -> AmbientPolicy {
    AmbientPolicy {
        policy: policy.id(),
        action: match &policy.action {
            Action::Allow => "ALLOW".to_owned(),
            Action::Deny => "DENY".to_owned(),
            Action::Other(word) => word.clone(),
        },
        dry_run: policy.dry_run,
        owner: ztunnel_policy::owner_of(mesh, policy, workload).map(|owner| mesh.located(&owner)),
        rules: policy.rules.iter().map(|clauses| policies::rule(clauses)).collect(),
    }
}

impl AmbientPolicy {
    fn entry(&self) -> Entry {
        let owner = self.owner.as_ref();
        let name = owner.map_or_else(|| self.policy.clone(), ToString::to_string);
        let mut below: Vec<Line> = owner.map(place).into_iter().filter(|line| !line.is_empty()).collect();
        let none = match self.action.as_str() {
            "ALLOW" => "no rule that a ztunnel can check (those about HTTP are left out): it allows nothing",
            _ => "no rule that a ztunnel can check (those about HTTP are left out): it matches nothing",
        };
        below.extend(self.rules.is_empty().then(|| Line::of(Role::Warning, none)));
        below.extend(self.rules.iter().map(|rule| Line::from(rule.clone())));
        Entry {
            label: label(&self.action, self.dry_run),
            head: Line::of(Role::Name, name),
            below: below.into_iter().map(|line| (line, Line::default())).collect(),
            ..Entry::default()
        }
    }
}
