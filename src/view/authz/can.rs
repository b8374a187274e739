//! The typed result of `authz can`: whether a request is let through, by which proxy and policy, and of every other
//! policy the one condition that failed. It is read off the trace of the request.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::correlate::{Mesh, named};
use crate::simulate::choice::{ForkKind, WITHIN_LIMIT};
use crate::simulate::outcome::Disposition;
use crate::simulate::rbac::judgement::{Answer, Effect, Judgement};
use crate::simulate::request::{Direction, Request};
use crate::simulate::trace::{Hop, Stage, Step, Way};
use crate::view::trace::{Report, Verdict};

/// Whether a request is let through.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Can {
    /// Version of this schema.
    pub schema: u32,
    /// `authz-can`.
    pub kind: &'static str,
    /// The answer.
    pub allowed: Allowed,
    /// How it ends, in a sentence for each different end, the most likely first.
    pub answers: Vec<String>,
    /// Who decided, in a sentence; none where no policy did.
    pub decided: Vec<String>,
    /// The request, with what was worked out about it.
    pub request: Request,
    /// What the policies at each proxy say.
    pub checks: Vec<Check>,
    /// Why the answer is not certain; empty where it is.
    pub undetermined: Vec<String>,
    /// What else the reader should know.
    pub remarks: Vec<String>,
}

/// Whether a request is let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Allowed {
    /// On every way.
    Yes,
    /// On none.
    No,
    /// By chance on some.
    Partly,
    /// The answer of a provider, or a limit, decides.
    Depends,
    /// Something that could change the answer is not known.
    Undetermined,
}

/// What the policies at one proxy say.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Check {
    /// The proxy.
    pub proxy: ProxyId,
    /// Its workload, as `NAMESPACE/NAME`.
    pub workload: String,
    /// Which way through it.
    pub direction: Direction,
    /// Whom the client's certificate names, once TLS is established.
    pub peer: Option<String>,
    /// Share of the requests that get here, and for which the policies say this.
    pub share: f64,
    /// What its filters say, in their order.
    pub filters: Vec<Said>,
}

/// What one filter says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Said {
    /// The filter.
    pub filter: String,
    /// Of requests, or of connections.
    pub of_requests: bool,
    /// In a few words.
    pub words: String,
    /// What it does to the request.
    pub denies: bool,
    /// Policy by policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
    /// Whose it is, where it holds no policies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
}

impl Can {
    /// The answer that a trace gives.
    pub fn new(mesh: &Mesh, report: Report) -> Self {
        let Report { verdict, answers, trace, .. } = report;
        let mut checks: Vec<Check> = Vec::new();
        let mut decided = Vec::new();
        for way in usual(&trace.ways) {
            for hop in &way.hops {
                let check = check(mesh, hop, way.unlimited());
                match checks.iter_mut().find(|known| is_same(known, &check)) {
                    Some(known) => known.share += check.share,
                    None => checks.push(check),
                }
            }
            let words = decision(way);
            decided.extend(words.filter(|words| !decided.contains(words)));
        }
        let allowed = match verdict {
            Verdict::Succeeds => Allowed::Yes,
            Verdict::Fails => Allowed::No,
            Verdict::FailsPartly => Allowed::Partly,
            Verdict::Depends => Allowed::Depends,
            Verdict::Undetermined => Allowed::Undetermined,
        };
        Self {
            schema: crate::view::SCHEMA,
            kind: "authz-can",
            allowed,
            answers,
            decided,
            request: trace.request,
            checks,
            undetermined: trace.undetermined,
            remarks: trace.remarks,
        }
    }
}

/// The ways on which no limit is reached, where there are such.
fn usual(ways: &[Way]) -> Vec<&Way> {
    let is_over =
        |way: &&Way| way.choices().any(|choice| choice.fork == ForkKind::Limit && choice.picked != WITHIN_LIMIT);
    let within: Vec<&Way> = ways.iter().filter(|way| !is_over(way)).collect();
    if within.is_empty() { ways.iter().collect() } else { within }
}

/// Another pod of the same workload says the same; or all but what a provider answers, which is a fork that is told
/// where it lets the request go on.
fn is_same(known: &Check, check: &Check) -> bool {
    let filters = match check.filters.split_last() {
        Some((last, before)) if last.is_refusal() => before,
        _ => check.filters.as_slice(),
    };
    let is_prefix = filters.len() < check.filters.len() && known.filters.starts_with(filters);
    known.workload == check.workload
        && known.direction == check.direction
        && known.peer == check.peer
        && (known.filters == check.filters || is_prefix)
}

impl Said {
    /// Whether a provider refuses, as its answer may be.
    fn is_refusal(&self) -> bool {
        self.denies && self.judgement.is_none() && self.filter.ends_with("ext_authz")
    }
}

fn check(mesh: &Mesh, hop: &Hop, share: f64) -> Check {
    Check {
        proxy: hop.proxy.clone(),
        workload: hop.workload.clone(),
        direction: hop.direction,
        peer: hop.peer.clone(),
        share,
        filters: hop.steps.iter().filter_map(|step| said(mesh, step)).collect(),
    }
}

/// What a step says of authorization.
fn said(mesh: &Mesh, step: &Step) -> Option<Said> {
    let of_requests = match step.stage {
        Stage::HttpFilter => true,
        Stage::NetworkFilter => false,
        _ => return None,
    };
    let filter = step.decision.split(' ').next().unwrap_or_default().to_owned();
    let denies = step.mood == crate::simulate::trace::Mood::Fails;
    let Some(mut judgement) = step.judgement.clone() else {
        let is_other = filter.ends_with("ext_authz") || filter.ends_with("jwt_authn");
        let words = if denies { format!("denies: {}", step.because) } else { step.because.clone() };
        return is_other.then(|| Said {
            filter,
            of_requests,
            words,
            denies,
            judgement: None,
            owners: step.owners.clone(),
        });
    };
    for judged in &mut judgement.policies {
        judged.owner = judged.owner.as_ref().map(|owner| mesh.located(owner));
    }
    Some(Said { filter, of_requests, words: words(&judgement), denies, judgement: Some(judgement), owners: Vec::new() })
}

/// What rules say, in words.
fn words(judgement: &Judgement) -> String {
    let matched = judgement.matched();
    let name = matched.map(crate::simulate::rbac::judgement::Judged::name).unwrap_or_default();
    if matched.is_some_and(|judged| named::is_bad_custom(&judged.policy)) {
        return format!("denied by {name}: its CUSTOM action names a provider that the mesh does not define");
    }
    match (judgement.effect, judgement.action, judgement.answer, matched) {
        (_, _, Answer::Unknown, _) => "cannot be told".to_owned(),
        (Effect::Custom, _, _, Some(judged)) => {
            let provider = named::custom_provider(&judged.policy).unwrap_or("the provider");
            format!("{name} matches: {provider} is asked")
        }
        (Effect::Custom, _, _, None) => "no rule matches: the provider is not asked".to_owned(),
        (Effect::DryRun, _, Answer::Allowed, Some(_)) => format!("would be allowed by {name}"),
        (Effect::DryRun, _, Answer::Denied, Some(_)) => format!("would be denied by {name}"),
        (Effect::DryRun, _, Answer::Allowed, None) => "would be let through: no rule matches".to_owned(),
        (Effect::DryRun, _, Answer::Denied, None) => "would be denied: no rule allows it".to_owned(),
        (Effect::Enforced, "LOG", _, Some(_)) => format!("noted by {name}"),
        (Effect::Enforced, "LOG", _, None) => "not noted".to_owned(),
        (Effect::Enforced, _, Answer::Allowed, Some(_)) => format!("allowed by {name}"),
        (Effect::Enforced, _, Answer::Denied, Some(_)) => format!("denied by {name}"),
        (Effect::Enforced, _, Answer::Allowed, None) => "let through: no rule matches".to_owned(),
        (Effect::Enforced, _, Answer::Denied, None) => "denied: no rule allows it".to_owned(),
    }
}

/// Who ended a way, if it was authorization.
fn decision(way: &Way) -> Option<String> {
    let hop = way.deciding()?;
    let place = format!("at {}", hop.workload);
    match hop.outcome.disposition {
        Disposition::RbacDenied => {
            let judgement = hop.steps.iter().rev().find_map(|step| step.judgement.as_ref())?;
            Some(match judgement.matched() {
                Some(judged) => format!("{} {} denies it {place}", judgement.action, judged.name()),
                None => {
                    let mut policies: Vec<String> = Vec::new();
                    for judged in &judgement.policies {
                        let owner = judged.owner.as_ref().map(|owner| owner.resource.to_string());
                        let name = owner.unwrap_or_else(|| judged.policy.clone());
                        if !policies.contains(&name) {
                            policies.push(name);
                        }
                    }
                    match policies.as_slice() {
                        [] => format!("an ALLOW filter without rules denies everything {place}"),
                        several => format!("no rule of {} allows it {place}", several.join(" or ")),
                    }
                }
            })
        }
        Disposition::JwtDenied => Some(format!("the token is refused {place}")),
        Disposition::ExtAuthzDenied => Some(format!("the provider of a CUSTOM action refuses it {place}")),
        Disposition::NoChain | Disposition::TlsFailed => Some(format!("TLS fails {place}, before any policy is asked")),
        disposition if disposition.is_success() || disposition == Disposition::Undetermined => None,
        _ => Some(format!("not for a policy: it ends {place}")),
    }
}
