//! RBAC over requests.

use serde_json::{Value, json};

use super::chain::{HttpFilter, Verdict as FilterVerdict};
use super::levels::Levels;
use crate::base::evidence::Evidence;
use crate::correlate::named;
use crate::model::any::TypedConfig;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::matcher::path::PathParameters;
use crate::simulate::matcher::tree::PrefixFallback;
use crate::simulate::outcome::{Disposition, LocalReply};
use crate::simulate::rbac::config::{Filter, PerRoute};
use crate::simulate::rbac::engine::{Rules, Subject, Verdict, denial_details};
use crate::simulate::rbac::judgement::{Effect, Judgement};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &["envoy.extensions.filters.http.rbac.v3.RBAC", "envoy.config.filter.http.rbac.v2.RBAC"];

#[derive(Debug)]
struct Rbac {
    rules: Option<Rules>,
    shadow: Option<Rules>,
    shadow_prefix: String,
}

impl Rbac {
    fn new(filter: &Filter) -> Self {
        Self {
            rules: Rules::new(filter.rules.as_ref(), filter.matcher.as_ref()),
            shadow: Rules::new(filter.shadow_rules.as_ref(), filter.shadow_matcher.as_ref()),
            shadow_prefix: filter.shadow_rules_stat_prefix.clone(),
        }
    }
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Filter = config.read(unmodelled)?;
    Ok(Box::new(Rbac::new(&decoded)))
}

/// What routes say to it: other rules, or none at all.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &["envoy.extensions.filters.http.rbac.v3.RBACPerRoute", "envoy.config.filter.http.rbac.v2.RBACPerRoute"],
    compile: per_route,
};

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let decoded: PerRoute = config.read(unmodelled)?;
    Ok(Box::new(decoded.rbac.as_ref().map(Rbac::new)))
}

impl HttpFilter for Rbac {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<FilterVerdict> {
        let rules = match levels.most_specific::<Option<Self>>() {
            Some(None) => {
                run.step(|| Step::new(Stage::HttpFilter, name).because("switched off for this route"));
                return Ok(FilterVerdict::Continue);
            }
            Some(Some(other)) => other,
            None => self,
        };
        rules.check(name, run, stream)
    }
}

impl Rbac {
    fn check(&self, name: &str, run: &mut Run, stream: &mut Stream) -> Flow<FilterVerdict> {
        let runtime = &run.engine.runtime;
        let table = stream.table.clone();
        // The path parameters count for RBAC as they do for routes only since Envoy 1.40.
        let path_parameters =
            table.filter(|_| runtime.since(40)).map_or(PathParameters::Kept, |table| table.path_parameters(runtime));
        let subject = Subject {
            connection: stream.connection,
            request: Some(&stream.head),
            metadata: &stream.metadata,
            remote: stream.remote,
            lines: runtime.rbac_header_lines(),
            path_parameters,
            prefixes: if runtime.since(35) { PrefixFallback::Resumes } else { PrefixFallback::Final },
        };
        let shadow = self.shadow.as_ref().map(|rules| rules.decide(&subject, &mut run.notes));
        let shadow_evidence = run.notes.take_evidence();
        let verdict = self.rules.as_ref().map(|rules| rules.decide(&subject, &mut run.notes));
        if let Some(shadow) = shadow {
            self.note_shadow(name, run, stream, &shadow, shadow_evidence);
        }
        match verdict {
            None => Ok(FilterVerdict::Continue),
            Some(Verdict::Unknown) => run.end_unknown_by_notes(),
            Some(Verdict::Allowed(policy)) => {
                self.note_allowed(name, run, policy.as_deref());
                Ok(FilterVerdict::Continue)
            }
            Some(Verdict::Denied(policy)) => Ok(FilterVerdict::Reply(self.deny(name, run, policy.as_deref()))),
        }
    }

    fn note_allowed(&self, name: &str, run: &mut Run, policy: Option<&str>) {
        let owner = policy.and_then(named::authorization_policy);
        run.owned_by(owner.as_slice());
        let action = self.rules.as_ref().map_or("", Rules::action);
        let evidence = run.notes.take_evidence();
        let verdict = Verdict::Allowed(policy.map(str::to_owned));
        run.step(|| {
            let because =
                policy.map_or_else(|| format!("{action}: no policy matches"), |policy| format!("{action}: {policy}"));
            let step = Step::new(Stage::HttpFilter, format!("{name} allows")).because(because).owned_by(owner);
            let step = step.idle(self.rules.as_ref().is_some_and(Rules::is_log));
            judged(step, self.rules.as_ref(), Effect::Enforced, &verdict, evidence)
        });
    }

    fn deny(&self, name: &str, run: &mut Run, policy: Option<&str>) -> LocalReply {
        let owner = policy.and_then(named::authorization_policy);
        let owners: Vec<_> = match &owner {
            Some(owner) => vec![owner.clone()],
            // Nothing allowed it: whoever wrote the ALLOW policies decided.
            None => self.rules.iter().flat_map(Rules::policies).filter_map(named::authorization_policy).collect(),
        };
        run.owned_by(&owners);
        let action = self.rules.as_ref().map_or("", Rules::action);
        let evidence = run.notes.take_evidence();
        let verdict = Verdict::Denied(policy.map(str::to_owned));
        run.step(|| {
            let because =
                policy.map_or_else(|| format!("{action}: no policy allows it"), |policy| format!("{action}: {policy}"));
            let step = Step::new(Stage::HttpFilter, format!("{name} denies"));
            let step = step.because(because).owned_by(owners).mood(Mood::Fails);
            judged(step, self.rules.as_ref(), Effect::Enforced, &verdict, evidence)
        });
        LocalReply {
            disposition: Disposition::RbacDenied,
            code: 403,
            details: denial_details(policy),
            body: "RBAC: access denied".to_owned(),
            ..LocalReply::default()
        }
    }

    /// Shadow rules change nothing; their result becomes metadata, which `ext_authz` of Istio's CUSTOM policies reads.
    fn note_shadow(&self, name: &str, run: &mut Run, stream: &mut Stream, verdict: &Verdict, evidence: Vec<Evidence>) {
        let (result, policy) = match verdict {
            Verdict::Allowed(policy) => ("allowed", policy),
            Verdict::Denied(policy) => ("denied", policy),
            Verdict::Unknown => {
                let reasons = run.notes.take_unknown();
                run.meet(&reasons);
                return;
            }
        };
        run.step(|| {
            let because = policy.as_ref().map_or_else(
                || format!("would be {result}: no policy matches"),
                |policy| format!("would be {result} by {policy}"),
            );
            let step = Step::new(Stage::HttpFilter, format!("{name} (shadow)"))
                .because(because)
                .owned_by(policy.as_deref().and_then(named::authorization_policy));
            judged(step, self.shadow.as_ref(), Effect::of_shadow(&self.shadow_prefix), verdict, evidence)
        });
        let entry = stream.metadata.entry("envoy.filters.http.rbac").or_insert_with(|| json!({}));
        if let Value::Object(fields) = entry {
            fields.insert(format!("{}shadow_engine_result", self.shadow_prefix), result.into());
            if let Some(policy) = policy {
                fields.insert(format!("{}shadow_effective_policy_id", self.shadow_prefix), policy.clone().into());
            }
        }
    }
}

/// A step with the evidence, and with what it says of each policy.
pub(in crate::simulate) fn judged(
    step: Step,
    rules: Option<&Rules>,
    effect: Effect,
    verdict: &Verdict,
    evidence: Vec<Evidence>,
) -> Step {
    let judgement = rules.map(|rules| Judgement::of(rules, effect, verdict, &evidence));
    let step = step.shown_by(evidence);
    match judgement {
        Some(judgement) => step.judged(judgement),
        None => step,
    }
}
