//! The network RBAC filter. It decides on the first bytes: the TCP proxy has connected by then, and a denied
//! connection still shows a cluster and an endpoint in the access log.

use serde_json::{Value, json};

use super::chain::NetworkFilter;
use crate::base::evidence::Evidence;
use crate::correlate::named;
use crate::model::any::TypedConfig;
use crate::simulate::connection::Connection;
use crate::simulate::filter::rbac::judged;
use crate::simulate::matcher::path::PathParameters;
use crate::simulate::matcher::tree::PrefixFallback;
use crate::simulate::outcome::Disposition;
use crate::simulate::rbac::config::Filter;
use crate::simulate::rbac::engine::{Rules, Subject, Verdict, denial_details};
use crate::simulate::rbac::judgement::Effect;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] =
    &["envoy.extensions.filters.network.rbac.v3.RBAC", "envoy.config.filter.network.rbac.v2.RBAC"];

#[derive(Debug)]
struct Rbac {
    rules: Option<Rules>,
    shadow: Option<Rules>,
    shadow_prefix: String,
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn NetworkFilter>, String> {
    let decoded: Filter = config.read(unmodelled)?;
    let filter = decoded;
    Ok(Box::new(Rbac {
        rules: Rules::new(filter.rules.as_ref(), filter.matcher.as_ref()),
        shadow: Rules::new(filter.shadow_rules.as_ref(), filter.shadow_matcher.as_ref()),
        shadow_prefix: filter.shadow_rules_stat_prefix,
    }))
}

impl NetworkFilter for Rbac {
    fn on_data(&self, name: &str, run: &mut Run, connection: &mut Connection) -> Flow {
        let metadata = connection.metadata.clone();
        let subject = Subject {
            connection,
            request: None,
            metadata: &metadata,
            remote: connection.source,
            lines: run.engine.runtime.rbac_header_lines(),
            path_parameters: PathParameters::Kept,
            prefixes: if run.engine.runtime.since(35) { PrefixFallback::Resumes } else { PrefixFallback::Final },
        };
        let shadow = self.shadow.as_ref().map(|rules| rules.decide(&subject, &mut run.notes));
        let shadow_evidence = run.notes.take_evidence();
        let verdict = self.rules.as_ref().map(|rules| rules.decide(&subject, &mut run.notes));
        if let Some(shadow) = shadow {
            note_shadow(connection, &self.shadow_prefix, &shadow);
            self.shadow_step(name, run, &shadow, shadow_evidence);
        }
        match verdict {
            None => {
                run.notes.take_evidence();
                Ok(())
            }
            Some(Verdict::Allowed(policy)) => {
                let action = self.rules.as_ref().map_or("", Rules::action);
                let evidence = run.notes.take_evidence();
                run.step(|| {
                    let owners = policy.as_deref().and_then(named::authorization_policy);
                    let because = policy
                        .as_deref()
                        .map_or_else(|| format!("{action}: no policy matches"), |policy| format!("{action}: {policy}"));
                    let step = Step::new(Stage::NetworkFilter, format!("{name} allows"));
                    let step = step.because(because).owned_by(owners);
                    let step = step.idle(self.rules.as_ref().is_some_and(Rules::is_log));
                    let verdict = Verdict::Allowed(policy.clone());
                    judged(step, self.rules.as_ref(), Effect::Enforced, &verdict, evidence)
                });
                if let Some(owner) = policy.as_deref().and_then(named::authorization_policy) {
                    run.owned_by(&[owner]);
                }
                Ok(())
            }
            Some(Verdict::Denied(policy)) => {
                let owner = policy.as_deref().and_then(named::authorization_policy);
                run.owned_by(owner.as_slice());
                let details = denial_details(policy.as_deref());
                let evidence = run.notes.take_evidence();
                run.step(|| {
                    let because = policy
                        .as_ref()
                        .map_or_else(|| "no policy allows it".to_owned(), |policy| format!("policy {policy}"));
                    let step = Step::new(Stage::NetworkFilter, format!("{name} denies"));
                    let step = step.because(because).owned_by(owner).mood(Mood::Fails);
                    judged(step, self.rules.as_ref(), Effect::Enforced, &Verdict::Denied(policy), evidence)
                });
                run.outcome.close = Some(details);
                run.end(Disposition::RbacDenied)
            }
            Some(Verdict::Unknown) => run.end_unknown_by_notes(),
        }
    }
}

impl Rbac {
    /// Shadow rules change nothing; they say what they would.
    fn shadow_step(&self, name: &str, run: &mut Run, verdict: &Verdict, evidence: Vec<Evidence>) {
        let (result, policy) = match verdict {
            Verdict::Allowed(policy) => ("allowed", policy.as_deref()),
            Verdict::Denied(policy) => ("denied", policy.as_deref()),
            Verdict::Unknown => return,
        };
        run.step(|| {
            let because = policy.map_or_else(
                || format!("would be {result}: no policy matches"),
                |policy| format!("would be {result} by {policy}"),
            );
            let step = Step::new(Stage::NetworkFilter, format!("{name} (shadow)"))
                .because(because)
                .owned_by(policy.and_then(named::authorization_policy));
            judged(step, self.shadow.as_ref(), Effect::of_shadow(&self.shadow_prefix), verdict, evidence)
        });
    }
}

/// Shadow results become metadata of the connection, under the filter's well-known name.
fn note_shadow(connection: &mut Connection, prefix: &str, verdict: &Verdict) {
    let (result, policy) = match verdict {
        Verdict::Allowed(policy) => ("allowed", policy),
        Verdict::Denied(policy) => ("denied", policy),
        Verdict::Unknown => return,
    };
    let entry = connection.metadata.entry("envoy.filters.network.rbac").or_insert_with(|| json!({}));
    if let Value::Object(fields) = entry {
        fields.insert(format!("{prefix}shadow_engine_result"), result.into());
        if let Some(policy) = policy {
            fields.insert(format!("{prefix}shadow_effective_policy_id"), policy.clone().into());
        }
    }
}
