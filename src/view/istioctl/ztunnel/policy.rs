//! `ztunnel-config policy`.

use super::super::go_sort;
use super::super::listing::Listing;
use super::super::objects::Objects;
use super::pick::{is, pick};
use crate::model::Ztunnel;
use crate::model::ztunnel::policy::Policy;

/// istioctl's flags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// `--policy-namespace`.
    pub namespace: Option<String>,
}

impl Filter {
    /// Whether a policy is shown.
    pub fn passes(&self, policy: &Policy) -> bool {
        is(self.namespace.as_deref(), &policy.namespace)
    }
}

fn less(left: &Policy, right: &Policy) -> bool {
    (&left.namespace, &left.name) < (&right.namespace, &right.name)
}

/// The policies.
pub fn table(ztunnel: &Ztunnel, filter: &Filter) -> Listing {
    let mut policies: Vec<&Policy> = ztunnel.dump.policies.iter().filter(|policy| filter.passes(policy)).collect();
    go_sort::sort(&mut policies, |left, right| less(left, right));
    let rows = policies.into_iter().map(|policy| {
        vec![
            policy.namespace.clone(),
            policy.name.clone(),
            policy.action.word().to_owned(),
            policy.scope.word().to_owned(),
        ]
    });
    Listing {
        titles: vec!["NAMESPACE", "POLICY NAME", "ACTION", "SCOPE"],
        rows: rows.collect(),
        padding: 1,
        notes: Vec::new(),
    }
}

/// The policies as they stand in the dump.
pub fn objects<'a>(ztunnel: &'a Ztunnel, filter: &Filter) -> Objects<'a> {
    pick(ztunnel, |sections| sections.policies, |policy| filter.passes(policy), Some(less))
}
