//! What a filter said of a request, policy by policy: read off the evidence that deciding left.

use schemars::JsonSchema;
use serde::Serialize;

use super::engine::{Rules, Verdict};
use super::failed::{Failed, failed};
use crate::base::evidence::{Evidence, Truth};
use crate::base::origin::{Owner, ResourceRef};
use crate::correlate::named;

/// What a filter said of a request or connection.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Judgement {
    /// `ALLOW`, `DENY`, `LOG`, or `matcher`.
    pub action: &'static str,
    /// What its answer does.
    pub effect: Effect,
    /// Its answer.
    pub answer: Answer,
    /// The policies in the order in which Envoy asks them.
    pub policies: Vec<Judged>,
}

/// What the answer of rules does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It decides.
    Enforced,
    /// It is noted only.
    DryRun,
    /// It says whether the provider of a CUSTOM action is asked.
    Custom,
}

/// The answer of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The request goes on.
    Allowed,
    /// It does not.
    Denied,
    /// It cannot be told.
    Unknown,
}

/// One policy.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Judged {
    /// Its name in the configuration.
    pub policy: String,
    /// The rule that it is made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// Whether it matched; absent where it was not asked any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matched: Option<Truth>,
    /// The condition that failed, of each of its alternatives, the closest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<Failed>,
}

/// Istio notes here what its CUSTOM actions are for (`security/authz/builder`).
const CUSTOM: &str = "istio_ext_authz_";

impl Effect {
    /// Of shadow rules, by the prefix under which their result is noted.
    pub fn of_shadow(prefix: &str) -> Self {
        if prefix == CUSTOM { Self::Custom } else { Self::DryRun }
    }
}

impl Judgement {
    /// What rules said.
    pub fn of(rules: &Rules, effect: Effect, verdict: &Verdict, evidence: &[Evidence]) -> Self {
        let policies = rules.policies().map(|name| {
            let asked = evidence.iter().find(|fact| fact.asked.strip_prefix("policy ") == Some(name));
            Judged {
                policy: name.to_owned(),
                owner: named::authorization_policy(name),
                matched: asked.and_then(|fact| fact.holds),
                failed: asked.map(failed).unwrap_or_default(),
            }
        });
        let answer = match verdict {
            Verdict::Allowed(_) => Answer::Allowed,
            Verdict::Denied(_) => Answer::Denied,
            Verdict::Unknown => Answer::Unknown,
        };
        Self { action: rules.action(), effect, answer, policies: policies.collect() }
    }

    /// The policy that matched.
    pub fn matched(&self) -> Option<&Judged> {
        self.policies.iter().find(|judged| judged.matched == Some(Truth::Yes))
    }

    /// The policies that did not match.
    pub fn missed(&self) -> impl Iterator<Item = &Judged> {
        self.policies.iter().filter(|judged| judged.matched == Some(Truth::No))
    }
}

impl Judged {
    /// The rule in a few words: `shop/reviews-allow rules[0]`.
    pub fn name(&self) -> String {
        match &self.owner {
            Some(owner) => {
                let path = owner.path.strip_prefix("spec.").unwrap_or(&owner.path);
                let ResourceRef { kind, namespace, name } = &owner.resource;
                let kind = if kind == "AuthorizationPolicy" { String::new() } else { format!("{kind} ") };
                format!("{kind}{namespace}/{name} {path}").trim_end().to_owned()
            }
            None => self.policy.clone(),
        }
    }
}
