//! The conditions of a matcher list.

use super::string::StringMatch;
use super::tree::{Inputs, ask, field};
use crate::base::evidence::{Notes, Truth};
use crate::model::envoy::matcher_tree as model;
use crate::model::envoy::string_match::Extension;

/// A condition.
#[derive(Debug, Clone)]
pub(super) enum Predicate {
    Value(Extension, StringMatch),
    Any(Vec<Predicate>),
    All(Vec<Predicate>),
    Not(Box<Predicate>),
    Unknown(String),
}

impl Predicate {
    pub(super) fn new(config: &model::Predicate) -> Self {
        let each = |list: &model::PredicateList| list.predicate.iter().map(Self::new).collect();
        if let Some(single) = &config.single_predicate {
            match (&single.value_match, &single.custom_match) {
                (Some(value), _) => Self::Value(single.input.clone(), StringMatch::new(value)),
                (None, Some(custom)) => Self::Unknown(format!("matcher {}", custom.name)),
                (None, None) => Self::Unknown("a predicate without a condition".to_owned()),
            }
        } else if let Some(list) = &config.or_matcher {
            Self::Any(each(list))
        } else if let Some(list) = &config.and_matcher {
            Self::All(each(list))
        } else if let Some(one) = &config.not_matcher {
            Self::Not(Box::new(Self::new(one)))
        } else {
            Self::Unknown("an empty predicate".to_owned())
        }
    }

    pub(super) fn holds(&self, inputs: &Inputs, notes: &mut Notes) -> Truth {
        match self {
            Self::Value(input, condition) => match ask(input, inputs, notes) {
                Ok(Some(value)) => {
                    let holds = condition.matches(&value, notes);
                    notes.fact_on(
                        || field(input),
                        holds,
                        || (format!("{}: {condition}", input.name), format!("it is \"{value}\"")),
                    )
                }
                Ok(None) => Truth::No,
                Err(()) => Truth::Unknown,
            },
            Self::Any(list) => Truth::any(list, |one| one.holds(inputs, notes)),
            Self::All(list) => Truth::all(list, |one| one.holds(inputs, notes)),
            Self::Not(one) => !one.holds(inputs, notes),
            Self::Unknown(what) => notes.unknown(format!("{what} is not modelled")),
        }
    }
}
