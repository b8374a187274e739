//! Policies and rules against a connection: whether each matches, and where not, the one condition that failed.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::condition::{self, Connection};
use crate::base::evidence::{Evidence, Truth};
use crate::base::field::Field;
use crate::model::ztunnel::matching::Match;
use crate::model::ztunnel::policy::{Action, Policy, Scope};

/// A policy, judged.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct JudgedPolicy {
    /// `NAMESPACE/NAME`.
    pub policy: String,
    /// `Allow` or `Deny`.
    #[serde(serialize_with = "action_word")]
    #[schemars(with = "String")]
    pub action: Action,
    /// `Global`, `Namespace` or `WorkloadSelector`.
    #[serde(serialize_with = "scope_word")]
    #[schemars(with = "String")]
    pub scope: Scope,
    /// Its verdict is only logged.
    pub dry_run: bool,
    /// Whether it matches.
    pub matches: Truth,
    /// Its rules; one that matches makes the policy match. Without rules it never does.
    pub rules: Vec<JudgedRule>,
}

fn action_word<S: Serializer>(action: &Action, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(action.word())
}

fn scope_word<S: Serializer>(scope: &Scope, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(scope.word())
}

/// A rule, judged.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct JudgedRule {
    /// Whether it matches.
    pub matches: Truth,
    /// Where it does not, the condition that failed: of several alternatives that of the closest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed: Option<Failed>,
}

/// A condition that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Failed {
    /// What it is about, as `AuthorizationPolicy` calls it.
    pub condition: &'static str,
    /// What it asks for.
    pub wanted: String,
    /// What there is.
    pub got: String,
}

/// Judges a policy: any rule, and none where it has none.
pub(super) fn policy(policy: &Policy, connection: &Connection) -> JudgedPolicy {
    let rules: Vec<JudgedRule> = policy.rules.iter().map(|clauses| rule(clauses, connection)).collect();
    JudgedPolicy {
        policy: policy.id(),
        action: policy.action.clone(),
        scope: policy.scope.clone(),
        dry_run: policy.dry_run,
        matches: Truth::any(&rules, |rule| rule.matches),
        rules,
    }
}

/// Judges a rule: all clauses.
fn rule(clauses: &[Vec<Match>], connection: &Connection) -> JudgedRule {
    let mut unknown = None;
    for clause in clauses {
        let (matches, failed) = self::clause(clause, connection);
        match matches {
            Truth::Yes => {}
            Truth::No => return JudgedRule { matches, failed },
            Truth::Unknown => unknown = unknown.or(failed),
        }
    }
    let matches = if unknown.is_some() { Truth::Unknown } else { Truth::Yes };
    JudgedRule { matches, failed: unknown }
}

/// Judges a clause: any match, and always where it has none.
fn clause(matches: &[Match], connection: &Connection) -> (Truth, Option<Failed>) {
    if matches.is_empty() {
        return (Truth::Yes, None);
    }
    let judged: Vec<_> = matches.iter().map(|asked| condition::judge(asked, connection)).collect();
    let holds = Truth::any(&judged, |(holds, ..)| *holds);
    let closest = judged.into_iter().filter(|(truth, ..)| *truth == holds).max_by_key(|(.., held)| *held);
    (holds, closest.and_then(|(_, failed, _)| failed))
}

impl JudgedPolicy {
    /// What was found, as evidence.
    pub fn evidence(&self) -> Evidence {
        let dry_run = if self.dry_run { ", dry run" } else { "" };
        let found = if self.rules.is_empty() { "it has no rule that ztunnel can check, and never matches" } else { "" };
        let asked = format!("{} policy {} ({}{dry_run})", self.action.word(), self.policy, self.scope.word());
        let because = self.rules.iter().enumerate().map(|(index, rule)| rule.evidence(index));
        Evidence { because: because.collect(), ..Evidence::fact(asked, found.to_owned(), self.matches) }
    }
}

impl JudgedRule {
    fn evidence(&self, index: usize) -> Evidence {
        let because = self.failed.iter().map(|Failed { condition, wanted, got }| Evidence {
            field: field(condition),
            ..Evidence::fact(format!("{condition}: {wanted}"), format!("it is {got}"), self.matches)
        });
        Evidence { because: because.collect(), ..Evidence::fact(format!("rule {index}"), String::new(), self.matches) }
    }
}

/// The field of the connection that a condition looks at.
fn field(condition: &str) -> Option<Field> {
    match condition.split_once('.')? {
        ("destination", _) => Some(Field::Destination),
        ("source", "ip") => Some(Field::SourceAddress),
        ("source", _) => Some(Field::SourcePrincipal),
        _ => None,
    }
}
