//! `meshdbg ztunnel policies -o wide`.

use std::fmt::Display;

use schemars::JsonSchema;
use serde::Serialize;

use super::super::row::{Cells, Column, Row, column};
use crate::model::ztunnel::matching::{Match, Terms};
use crate::model::ztunnel::policy::{Action, Policy, Scope};
use crate::simulate::ztunnel::State;
use crate::view::document::Role;
use crate::view::istioctl::ztunnel::policy::Filter;

/// A policy.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PolicyRow {
    /// Namespace.
    pub namespace: String,
    /// Name.
    pub name: String,
    /// `Allow` or `Deny`.
    pub action: String,
    /// `Global`, `Namespace` or `WorkloadSelector`.
    pub scope: String,
    /// It is only logged.
    pub dry_run: bool,
    /// How many workloads it binds.
    pub binds: usize,
    /// Its rules, any of which makes it match.
    pub rules: Vec<String>,
}

impl Row for PolicyRow {
    const KIND: &'static str = "policies";
    const COLUMNS: &'static [Column] = &[
        column("namespace", "NAMESPACE"),
        column("name", "NAME"),
        column("action", "ACTION"),
        column("scope", "SCOPE"),
        column("dry-run", "DRY RUN"),
        column("binds", "BINDS"),
        column("rules", "RULES"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.plain(&self.namespace);
        cells.add(Role::Name, &self.name);
        cells.plain(&self.action);
        cells.plain(&self.scope);
        cells.plain(if self.dry_run { "yes" } else { "" });
        cells.plain(self.binds);
        match self.rules.as_slice() {
            [] if self.action == Action::Allow.word() => cells.add(Role::Warning, "none: it allows nothing"),
            [] => cells.add(Role::Warning, "none: it never matches"),
            rules => cells.plain(rules.join("; or ")),
        }
    }
}

/// The policies that pass, by their names.
pub fn rows(state: &State, filter: &Filter) -> Vec<PolicyRow> {
    let mut shown: Vec<&Policy> = state.ztunnel.dump.policies.iter().filter(|one| filter.passes(one)).collect();
    shown.sort_by_key(|one| (&one.namespace, &one.name));
    shown.into_iter().map(|one| row(state, one)).collect()
}

fn row(state: &State, policy: &Policy) -> PolicyRow {
    let id = policy.id();
    let workloads = state.ztunnel.dump.workloads.iter();
    let binds = workloads.filter(|workload| match policy.scope {
        Scope::Global => true,
        Scope::Namespace => workload.namespace == policy.namespace,
        Scope::WorkloadSelector | Scope::Other(_) => workload.authorization_policies.contains(&id),
    });
    PolicyRow {
        namespace: policy.namespace.clone(),
        name: policy.name.clone(),
        action: policy.action.word().to_owned(),
        scope: policy.scope.word().to_owned(),
        dry_run: policy.dry_run,
        binds: binds.count(),
        rules: policy.rules.iter().map(|clauses| rule(clauses)).collect(),
    }
}

/// All clauses of a rule, each any of its matches, in words.
pub fn rule(clauses: &[Vec<Match>]) -> String {
    let clauses: Vec<String> = clauses
        .iter()
        .filter(|matches| !matches.is_empty())
        .map(|matches| matches.iter().map(conditions).collect::<Vec<_>>().join(" or "))
        .collect();
    if clauses.is_empty() { "everything".to_owned() } else { clauses.join(", and ") }
}

fn conditions(asked: &Match) -> String {
    if asked.is_empty() {
        return "never (HTTP)".to_owned();
    }
    let mut texts = Vec::new();
    texts.extend(condition("principal", &asked.principals));
    texts.extend(condition("namespace", &asked.namespaces));
    texts.extend(condition("service account", &asked.service_accounts));
    texts.extend(condition("source", &asked.source_ips));
    texts.extend(condition("destination", &asked.destination_ips));
    texts.extend(condition("port", &asked.destination_ports));
    texts.extend(asked.unknown.iter().map(|field| format!("{field} (not modelled)")));
    texts.join(", ")
}

fn condition<T: Display>(what: &str, terms: &Terms<T>) -> Vec<String> {
    let text = |values: &[T]| values.iter().map(ToString::to_string).collect::<Vec<_>>().join("|");
    let any = (!terms.any.is_empty()).then(|| format!("{what} {}", text(&terms.any)));
    let none = (!terms.none.is_empty()).then(|| format!("{what} not {}", text(&terms.none)));
    any.into_iter().chain(none).collect()
}
