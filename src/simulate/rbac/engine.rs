//! Policies against a request or connection, and what comes of it.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde_json::{Map, Value};

use super::clause::Clause;
use super::config::{self, Action};
use super::permission::Permission;
use super::principal::Principal;
use crate::base::evidence::{Notes, Truth};
use crate::model::any::TypedConfig;
use crate::simulate::connection::Connection;
use crate::simulate::http::message::RequestHead;
use crate::simulate::matcher::header::Lines;
use crate::simulate::matcher::path::PathParameters;
use crate::simulate::matcher::tree::{Found, Input, PrefixFallback, Tree};

/// What the rules are asked about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The connection.
    pub connection: &'a Connection,
    /// The request; none for the network filter.
    pub request: Option<&'a RequestHead>,
    /// Metadata of the stream or connection.
    pub metadata: &'a Map<String, Value>,
    /// The client's address, as `x-forwarded-for` tells it.
    pub remote: IpAddr,
    /// How repeated headers are read.
    pub lines: Lines,
    /// How `;…` in the path is read.
    pub path_parameters: PathParameters,
    /// Whether a failed prefix of a matcher falls back to shorter ones.
    pub prefixes: PrefixFallback,
}

/// Compiled rules: policies or a matcher tree.
#[derive(Debug, Clone)]
pub enum Rules {
    /// Policies, in the order of their names.
    Policies(Action, Vec<(String, Policy)>),
    /// A tree that ends in an action.
    Tree(Tree),
}

/// A compiled policy.
#[derive(Debug, Clone)]
pub struct Policy {
    permissions: Vec<Permission>,
    principals: Vec<Principal>,
    conditioned: bool,
}

/// What rules say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Allowed; the policy that matched, if any.
    Allowed(Option<String>),
    /// Denied; the policy that matched, if any.
    Denied(Option<String>),
    /// It cannot be told.
    Unknown,
}

impl Rules {
    /// Compiles rules or a matcher; `None` where the filter has neither.
    pub fn new(
        rules: Option<&config::Rules>,
        matcher: Option<&crate::model::envoy::matcher_tree::Matcher>,
    ) -> Option<Self> {
        if let Some(matcher) = matcher {
            return Some(Self::Tree(Tree::new(matcher)));
        }
        let rules = rules?;
        // A BTreeMap is in the order of names already, as Envoy's is.
        let policies: &BTreeMap<String, config::Policy> = &rules.policies;
        Some(Self::Policies(
            rules.action,
            policies.iter().map(|(name, policy)| (name.clone(), Policy::new(policy))).collect(),
        ))
    }

    /// The action of policies in words.
    pub fn action(&self) -> &'static str {
        match self {
            Self::Policies(action, _) => action.word(),
            Self::Tree(_) => "matcher",
        }
    }

    /// Whether they only log.
    pub fn is_log(&self) -> bool {
        matches!(self, Self::Policies(Action::Log, _))
    }

    /// Names of the policies.
    pub fn policies(&self) -> impl Iterator<Item = &str> {
        let policies = match self {
            Self::Policies(_, policies) => policies.as_slice(),
            Self::Tree(_) => &[],
        };
        policies.iter().map(|(name, _)| name.as_str())
    }

    /// Decides (`RoleBasedAccessControlEngineImpl::handleAction`).
    pub fn decide(&self, subject: &Subject, notes: &mut Notes) -> Verdict {
        match self {
            Self::Policies(action, policies) => {
                let mut matched = None;
                for (name, policy) in policies {
                    match notes.group(|| format!("policy {name}"), |notes| policy.matches(subject, notes)) {
                        Truth::Yes => {
                            matched = Some(name.clone());
                            break;
                        }
                        Truth::No => {}
                        Truth::Unknown => return Verdict::Unknown,
                    }
                }
                match action {
                    Action::Log => Verdict::Allowed(matched),
                    Action::Allow if matched.is_some() => Verdict::Allowed(matched),
                    Action::Deny if matched.is_none() => Verdict::Allowed(None),
                    Action::Allow | Action::Deny => Verdict::Denied(matched),
                }
            }
            Self::Tree(tree) => decide_by_tree(tree, subject, notes),
        }
    }
}

/// A tree that ends nowhere denies.
fn decide_by_tree(tree: &Tree, subject: &Subject, notes: &mut Notes) -> Verdict {
    let inputs = |config: &TypedConfig| input(subject, config);
    match tree.find(&inputs, subject.prefixes, notes) {
        Found::Unknown => Verdict::Unknown,
        Found::Nothing => Verdict::Denied(None),
        Found::Action(action) => {
            let config = action.typed_config.as_ref().and_then(|config| config.decode::<TreeAction>().ok());
            let Some(config) = config else {
                notes.unknown(format!("RBAC action {} is not modelled", action.name));
                return Verdict::Unknown;
            };
            match config.value.action {
                Action::Deny => Verdict::Denied(Some(config.value.name)),
                Action::Allow | Action::Log => Verdict::Allowed(Some(config.value.name)),
            }
        }
    }
}

/// `config.rbac.v3.Action`.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct TreeAction {
    name: String,
    action: Action,
}

/// Inputs of RBAC trees: those of HTTP requests, then those of connections.
fn input(subject: &Subject, config: &TypedConfig) -> Input {
    if let Some(request) = subject.request
        && let Some(input) = crate::simulate::http::tree::input(request, config)
    {
        return input;
    }
    crate::simulate::chain::tree::input(subject.connection, config)
}

impl Policy {
    /// Compiles a policy.
    pub fn new(config: &config::Policy) -> Self {
        Self {
            permissions: config.permissions.iter().map(Permission::new).collect(),
            principals: config.principals.iter().map(Principal::new).collect(),
            conditioned: config.condition.is_some() || config.checked_condition.is_some(),
        }
    }

    /// What must hold of what is done, and of who does it.
    pub fn clauses(&self) -> [Clause; 2] {
        [
            Clause::Any(self.permissions.iter().map(Clause::of_permission).collect()),
            Clause::Any(self.principals.iter().map(Clause::of_principal).collect()),
        ]
    }

    /// Any permission and any principal, and the condition.
    fn matches(&self, subject: &Subject, notes: &mut Notes) -> Truth {
        let parts: [&dyn Fn(&mut Notes) -> Truth; 3] = [
            &|notes| {
                notes.group(
                    || "what".to_owned(),
                    |notes| Truth::any(&self.permissions, |permission| permission.holds(subject, notes)),
                )
            },
            &|notes| {
                notes.group(
                    || "who".to_owned(),
                    |notes| Truth::any(&self.principals, |principal| principal.holds(subject, notes)),
                )
            },
            &|notes| {
                if self.conditioned { notes.unknown("a CEL condition is not modelled") } else { Truth::Yes }
            },
        ];
        Truth::all(parts, |part| part(notes))
    }
}

/// The details of a denial: `rbac_access_denied_matched_policy[NAME]`, with `_` for white space.
pub fn denial_details(policy: Option<&str>) -> String {
    let name = policy.unwrap_or("none");
    let name: String = name.chars().map(|c| if c.is_ascii_whitespace() { '_' } else { c }).collect();
    format!("rbac_access_denied_matched_policy[{name}]")
}
