//! Objects of a dump, with the text that they were read from.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::super::go_sort;
use super::super::objects::Objects;
use super::super::tree::{Keys, Tree};
use crate::model::Ztunnel;
use crate::model::ztunnel::dump::{Sections, objects};

/// The objects of a section that pass, in istioctl's order: where that is none, as they stand.
pub(super) fn pick<'a, T: DeserializeOwned>(
    ztunnel: &'a Ztunnel,
    section: impl Fn(&Sections<'a>) -> Option<&'a RawValue>,
    passes: impl Fn(&T) -> bool,
    less: Option<fn(&T, &T) -> bool>,
) -> Objects<'a> {
    // The model has read it before.
    let sections = Sections::find(&ztunnel.text).unwrap_or_default();
    let decoded = objects(section(&sections)).into_iter();
    let decoded = decoded.filter_map(|raw| Some((serde_json::from_str::<T>(raw.get()).ok()?, raw)));
    let mut picked: Vec<(T, &RawValue)> = decoded.filter(|(object, _)| passes(object)).collect();
    if let Some(less) = less {
        go_sort::sort(&mut picked, |left, right| less(&left.0, &right.0));
    }
    let trees = picked.into_iter().map(|(_, raw)| Tree::read(raw.get().as_bytes(), Keys::Data));
    Objects { tree: Tree::List(trees.collect()), notes: Vec::new() }
}

/// istioctl's filters do not mind the case.
pub(super) fn is(wanted: Option<&str>, value: &str) -> bool {
    wanted.is_none_or(|wanted| wanted.is_empty() || wanted.eq_ignore_ascii_case(value))
}
