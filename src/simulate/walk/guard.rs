//! The ztunnel before a pod: what its policies say of a connection, as steps like those of Envoy's filters.

use super::ambient;
use crate::base::evidence::{Evidence, Truth};
use crate::base::origin::Owner;
use crate::correlate::{Mesh, ztunnel_policy};
use crate::model::ztunnel::policy::Action;
use crate::model::ztunnel::workload::Workload;
use crate::simulate::rbac::failed::Failed;
use crate::simulate::rbac::judgement::{Answer, Effect, Judged, Judgement};
use crate::simulate::request::Direction;
use crate::simulate::trace::{Hop, Mood, Stage, Step};
use crate::simulate::ztunnel::{Arrival, Arrived, Inbound, JudgedPolicy, State, Verdict};

/// The hop of the ztunnel before a pod, as yet without steps.
pub(super) fn hop(state: &State, workload: &Workload, arrival: &Arrival) -> Hop {
    let mut hop = ambient::hop(&state.ztunnel.id, workload, Direction::Inbound);
    hop.outcome.upstreams = vec![arrival.destination.to_string()];
    if let Arrived::Hbone { peer } = &arrival.arrived {
        hop.peer = Some(peer.clone());
    }
    hop
}

/// Who is asked, and for whom.
pub(super) struct Guard<'a> {
    pub(super) mesh: &'a Mesh,
    pub(super) state: &'a State<'a>,
    pub(super) workload: &'a Workload,
}

impl Guard<'_> {
    /// How the answer came about.
    pub(super) fn steps(&self, arrival: &Arrival, inbound: &Inbound) -> Vec<Step> {
        let arrives = match &arrival.arrived {
            Arrived::Hbone { peer } => format!("HBONE from {peer}"),
            Arrived::Plaintext => "plaintext, without an identity".to_owned(),
        };
        let captured = vec![Evidence::remark(inbound.capture.reason())];
        let capture = Step::new(Stage::Capture, format!("ztunnel of {}", self.workload.id()));
        let mut steps = vec![capture.because(arrives).shown_by(captured)];
        let dry = [Action::Deny, Action::Allow].into_iter().filter_map(|action| self.step(inbound, &action, true));
        steps.extend(dry.map(|step| step.idle(true)));
        let is_denied = matches!(inbound.verdict, Verdict::DeniedBy(_));
        let asked = if is_denied { &[Action::Deny][..] } else { &[Action::Deny, Action::Allow] };
        let mut enforced: Vec<Step> = asked.iter().filter_map(|action| self.step(inbound, action, false)).collect();
        let last = enforced.pop().unwrap_or_else(|| Step::new(Stage::NetworkFilter, ""));
        steps.extend(enforced);
        steps.push(decides(inbound, last));
        steps
    }

    /// What the policies of one action say together, if there are any.
    fn step(&self, inbound: &Inbound, action: &Action, dry_run: bool) -> Option<Step> {
        let of = |policy: &&JudgedPolicy| policy.action == *action && policy.dry_run == dry_run;
        let policies: Vec<&JudgedPolicy> = inbound.policies.iter().filter(of).collect();
        let effect = if dry_run { Effect::DryRun } else { Effect::Enforced };
        let answer = answer(action, &policies);
        let (word, nothing) = match action {
            Action::Deny => ("DENY", "no deny policy matches"),
            Action::Allow | Action::Other(_) => ("ALLOW", "no allow policies matched"),
        };
        let matching = policies.iter().find(|policy| policy.matches == Truth::Yes);
        let decision = matching.map_or_else(|| nothing.to_owned(), |policy| format!("{word}: {}", policy.policy));
        let decision = if dry_run { format!("dry run: {decision}") } else { decision };
        let owners = policies.iter().filter(|policy| policy.matches == Truth::Yes || answer == Answer::Denied);
        let owners = owners.filter_map(|policy| self.owner(policy));
        let judged = policies.iter().flat_map(|policy| self.judged(policy));
        let judgement = Judgement { action: word, effect, answer, policies: judged.collect() };
        let step = Step::new(Stage::NetworkFilter, decision).owned_by(owners);
        let step = step.shown_by(policies.iter().map(|policy| policy.evidence()).collect());
        let mood = if answer == Answer::Denied && !dry_run { Mood::Fails } else { Mood::Goes };
        (!policies.is_empty()).then(|| step.mood(mood).judged(judgement))
    }

    fn owner(&self, policy: &JudgedPolicy) -> Option<Owner> {
        let asked = self.state.ztunnel.dump.policy(&policy.policy)?;
        match policy.rules.iter().position(|rule| rule.matches == Truth::Yes) {
            Some(rule) => ztunnel_policy::rule_owner(self.mesh, asked, self.workload, rule),
            None => ztunnel_policy::owner_of(self.mesh, asked, self.workload),
        }
    }

    /// Rule by rule, as Envoy's policies are.
    fn judged(&self, policy: &JudgedPolicy) -> Vec<Judged> {
        let Some(asked) = self.state.ztunnel.dump.policy(&policy.policy) else { return Vec::new() };
        let judged =
            |owner, matched, failed| Judged { policy: policy.policy.clone(), owner, matched: Some(matched), failed };
        if policy.rules.is_empty() {
            let wanted = "a rule that a ztunnel can check".to_owned();
            let failed = vec![Failed { wanted, got: "those about HTTP are left out".to_owned() }];
            return vec![judged(ztunnel_policy::owner_of(self.mesh, asked, self.workload), Truth::No, failed)];
        }
        let rules = policy.rules.iter().enumerate();
        let rules = rules.map(|(index, rule)| {
            let failed = rule.failed.iter().filter(|_| rule.matches == Truth::No).map(|failed| Failed {
                wanted: format!("{}: {}", failed.condition, failed.wanted),
                got: failed.got.clone(),
            });
            let owner = ztunnel_policy::rule_owner(self.mesh, asked, self.workload, index);
            judged(owner, rule.matches, failed.collect())
        });
        rules.collect()
    }
}

/// The last step says how it ends, in the words of ztunnel's log.
fn decides(inbound: &Inbound, last: Step) -> Step {
    let mood = match inbound.verdict.is_let_in() {
        Truth::Yes => Mood::Goes,
        Truth::No => Mood::Fails,
        Truth::Unknown => Mood::Unknown,
    };
    let dry = inbound.dry_run.as_ref().map(|dry| format!("dry run: {dry}")).unwrap_or_default();
    let mut step = Step { decision: inbound.verdict.to_string(), ..last.because(dry) }.mood(mood);
    let others = inbound.policies.iter().filter(|policy| matches!(policy.action, Action::Other(_)));
    step.evidence.extend(others.map(JudgedPolicy::evidence));
    let missing = inbound.missing.iter();
    step.evidence.extend(missing.map(|id| Evidence::remark(format!("policy {id} is not in the dump: skipped"))));
    step
}

/// What policies of one action say: any that matches denies, or allows; where none that could allow does, that denies.
fn answer(action: &Action, policies: &[&JudgedPolicy]) -> Answer {
    let (yes, no) = match action {
        Action::Deny => (Answer::Denied, Answer::Allowed),
        Action::Allow | Action::Other(_) => (Answer::Allowed, Answer::Denied),
    };
    match Truth::any(policies, |policy| policy.matches) {
        Truth::Yes => yes,
        Truth::No => no,
        Truth::Unknown => Answer::Unknown,
    }
}
