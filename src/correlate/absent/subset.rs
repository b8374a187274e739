//! The subset of a cluster: the DestinationRule that counts for this proxy has to define it.

use super::case::{Case, NETWORKING, list, of};
use super::reason::{Basis, Code, Reason};
use super::service::Service;
use super::{named_by, sight};
use crate::correlate::hosts::covers;
use crate::model::Resource;
use crate::model::istio::destination_rule::{DestinationRuleSpec, Subset};

/// A DestinationRule with a host that means the service.
struct Rule<'m> {
    resource: &'m Resource,
    spec: DestinationRuleSpec,
    host: String,
}

impl Rule<'_> {
    fn subset(&self, name: &str) -> Option<(usize, &Subset)> {
        self.spec.subsets.iter().enumerate().find(|(_, subset)| subset.name == name)
    }
}

/// The subset as the DestinationRule in force defines it.
pub(super) struct Defined<'m> {
    pub(super) resource: &'m Resource,
    pub(super) part: String,
    pub(super) subset: Subset,
}

/// Finds the subset of a service as this proxy gets it, or says why there is none.
pub(super) fn look<'m>(case: &mut Case<'m>, service: &Service, name: &str) -> Option<Defined<'m>> {
    if !case.has("DestinationRule", "which subsets there are") {
        return None;
    }
    let all: Vec<Rule> = case
        .oldest_first(NETWORKING, "DestinationRule")
        .into_iter()
        .filter_map(|resource| {
            let spec: DestinationRuleSpec = resource.part("spec")?;
            let host = case.host(&spec.host, &resource.id.namespace);
            covers(&host, &service.host).then_some(Rule { resource, spec, host })
        })
        .collect();
    let in_force = in_force(case, service, &all);
    if let Some((index, rule, subset)) = in_force.iter().find_map(|rule| {
        let (index, subset) = rule.subset(name)?;
        Some((index, *rule, subset))
    }) {
        case.fine(format!("{} defines subset {name}", rule.resource.id));
        let part = format!("subsets[{index}]");
        return Some(Defined { resource: rule.resource, part, subset: subset.clone() });
    }
    match all.iter().find_map(|rule| Some((rule, rule.subset(name)?.0))) {
        Some((rule, index)) => not_applied(case, service, rule, index, name, &in_force),
        None => undefined(case, service, name, &in_force),
    }
    None
}

/// The rules that this proxy obeys for a service: those of its own namespace, else of the service's, else of the root
/// namespace; there the most specific host, and all rules of that host together (`destinationRule` of
/// `pilot/pkg/model/push_context.go`).
fn in_force<'r, 'm>(case: &Case, service: &Service, all: &'r [Rule<'m>]) -> Vec<&'r Rule<'m>> {
    let own = case.namespace();
    let places = [own, &service.resource.id.namespace, &case.config.root_namespace];
    let labels = &case.proxy.bootstrap.node.metadata.labels;
    for place in places {
        let counts = |rule: &&Rule| {
            let home = &rule.resource.id.namespace;
            let default = &case.config.default_destination_rule_export_to;
            let selected =
                rule.spec.workload_selector.as_ref().is_none_or(|wanted| home == own && wanted.selects(labels));
            home == place && selected && (home == own || sight::exported(&rule.spec.export_to, default, home, own))
        };
        let here: Vec<&Rule> = all.iter().filter(counts).collect();
        if let Some(longest) = here.iter().map(|rule| rule.host.trim_start_matches('*').len()).max() {
            return here.into_iter().filter(|rule| rule.host.trim_start_matches('*').len() == longest).collect();
        }
    }
    Vec::new()
}

fn undefined(case: &mut Case, service: &Service, name: &str, in_force: &[&Rule]) {
    let users = named_by::destinations(case, &service.host, Some(name), None);
    let known: Vec<&str> =
        in_force.iter().flat_map(|rule| &rule.spec.subsets).map(|subset| subset.name.as_str()).collect();
    let rules: Vec<String> = in_force.iter().map(|rule| rule.resource.id.to_string()).collect();
    let (sentence, next) = match (in_force, known.as_slice()) {
        ([], _) => (
            format!("no DestinationRule is for {}, so it has no subset {name}", service.host),
            format!("make a DestinationRule for {} with subset {name}, or route to it without a subset", service.host),
        ),
        (_, []) => (
            format!("{} has no subsets, so none is called {name}", rules.join(" and ")),
            format!("add subset {name} to {}, or route to it without a subset", rules[0]),
        ),
        (_, known) => (
            format!(
                "no DestinationRule defines subset {name} of {}: {} has {}",
                service.host,
                rules.join(" and "),
                list(known)
            ),
            format!("route to one of these, or add subset {name} to {}", rules[0]),
        ),
    };
    let rules: Vec<_> = in_force.iter().map(|rule| of(rule.resource, "subsets")).collect();
    case.blame(Reason::new(Code::NoSubset, Basis::Resources, sentence, next).by(users).by(rules));
}

fn not_applied(case: &mut Case, service: &Service, rule: &Rule, index: usize, name: &str, in_force: &[&Rule]) {
    let (own, home) = (case.namespace(), &rule.resource.id.namespace);
    let default = &case.config.default_destination_rule_export_to;
    let known_place = [own, &service.resource.id.namespace, &case.config.root_namespace].contains(&home.as_str());
    let (why, next) = if rule.spec.workload_selector.is_some() && !is_selected(case, rule) {
        ("its workloadSelector is for other workloads".to_owned(), "widen its workloadSelector".to_owned())
    } else if !known_place {
        let why = format!("in namespace {home} it counts neither for clients in {own} nor for the service");
        (why, format!("move it to {own} or {}", service.resource.id.namespace))
    } else if home != own && !sight::exported(&rule.spec.export_to, default, home, own) {
        (format!("it is not exported to {own}"), format!("add {own:?} to its exportTo"))
    } else {
        let winner = in_force.first().map_or_else(String::new, |rule| rule.resource.id.to_string());
        (format!("{winner} counts instead"), format!("add subset {name} to {winner}"))
    };
    let sentence = format!("{} defines subset {name}, and does not count for this proxy: {why}", rule.resource.id);
    let owners = [of(rule.resource, format!("subsets[{index}]"))];
    let winners: Vec<_> = in_force.iter().map(|rule| of(rule.resource, "")).collect();
    let reason = Reason::new(Code::DestinationRuleNotApplied, Basis::Resources, sentence, next);
    case.blame(reason.by(owners).by(winners));
}

fn is_selected(case: &Case, rule: &Rule) -> bool {
    let labels = &case.proxy.bootstrap.node.metadata.labels;
    rule.resource.id.namespace == case.namespace()
        && rule.spec.workload_selector.as_ref().is_none_or(|wanted| wanted.selects(labels))
}
