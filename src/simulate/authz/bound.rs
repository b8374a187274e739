//! The policies of a filter, as they stand in the configuration.

use crate::base::origin::Owner;
use crate::correlate::named;
use crate::model::envoy::filter_chain::Filter;
use crate::simulate::filter::rbac as http_rbac;
use crate::simulate::network::rbac as network_rbac;
use crate::simulate::rbac::clause::Clause;
use crate::simulate::rbac::config::{self, Action};
use crate::simulate::rbac::engine::Policy;
use crate::simulate::rbac::judgement::Effect;

/// A filter that lets through or denies.
#[derive(Debug)]
pub struct Bound {
    /// The filter.
    pub filter: String,
    /// What it does.
    pub kind: Kind,
    /// Its policies, in the order in which Envoy asks them.
    pub rules: Vec<Rule>,
}

/// What a filter does, in Istio's words and order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A provider is asked about what its rules match.
    Custom,
    /// What its rules match is denied.
    Deny,
    /// What none of its rules matches is denied.
    Allow,
    /// What its rules match is noted.
    Audit,
    /// It would deny, and only notes it.
    DryRunDeny,
    /// It would allow, and only notes it.
    DryRunAllow,
    /// A matcher tree decides.
    Matcher,
}

/// A policy: one rule of an `AuthorizationPolicy`.
#[derive(Debug)]
pub struct Rule {
    /// Its name in the configuration.
    pub name: String,
    /// The rule that it is made of.
    pub owner: Option<Owner>,
    /// What is done.
    pub what: Clause,
    /// Who does it.
    pub who: Clause,
}

/// The policies of a filter; `None` where it is no such filter, or cannot be read.
pub fn bound(filter: &Filter) -> Option<Bound> {
    let name = filter.type_name();
    if !http_rbac::TYPES.contains(&name) && !network_rbac::TYPES.contains(&name) {
        return None;
    }
    let config: config::Filter = filter.config()?.read(&mut Vec::new()).ok()?;
    let (kind, rules) = match (&config.rules, &config.shadow_rules) {
        (Some(rules), _) => (enforced(rules.action), rules),
        (None, Some(rules)) => (shadow(rules.action, &config.shadow_rules_stat_prefix), rules),
        (None, None) => {
            let is_tree = config.matcher.is_some() || config.shadow_matcher.is_some();
            let kind = Kind::Matcher;
            return is_tree.then(|| Bound { filter: filter.name.clone(), kind, rules: Vec::new() });
        }
    };
    let rule = |(name, policy): (&String, &config::Policy)| {
        let [what, who] = Policy::new(policy).clauses();
        Rule { name: name.clone(), owner: named::authorization_policy(name), what, who }
    };
    Some(Bound { filter: filter.name.clone(), kind, rules: rules.policies.iter().map(rule).collect() })
}

fn enforced(action: Action) -> Kind {
    match action {
        Action::Allow => Kind::Allow,
        Action::Deny => Kind::Deny,
        Action::Log => Kind::Audit,
    }
}

fn shadow(action: Action, prefix: &str) -> Kind {
    match (Effect::of_shadow(prefix), action) {
        (Effect::Custom, _) => Kind::Custom,
        (Effect::DryRun | Effect::Enforced, Action::Deny) => Kind::DryRunDeny,
        (Effect::DryRun | Effect::Enforced, Action::Allow | Action::Log) => Kind::DryRunAllow,
    }
}
