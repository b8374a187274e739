//! Causes: a part of a resource, and what is left when one of several would do.

use std::sync::Arc;

use crate::base::origin::{Known, Owner, ResourceRef};

/// A part of a resource that an object comes from, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// The resource.
    pub resource: Arc<ResourceRef>,
    /// The part, such as `spec.http[0].match[1]`; empty for the whole.
    pub path: Arc<str>,
    /// How it is known.
    pub known: Known,
}

impl Cause {
    /// A cause.
    pub fn new(resource: &Arc<ResourceRef>, path: impl Into<Arc<str>>, known: Known) -> Self {
        Self { resource: resource.clone(), path: path.into(), known }
    }

    /// The cause as an owner, without its place.
    pub fn owner(&self) -> Owner {
        Owner { resource: (*self.resource).clone(), path: self.path.to_string(), known: self.known, place: None }
    }

    /// The part of the resource that holds both causes, and what is known of both.
    fn common(&self, other: &Self) -> Option<Self> {
        (self.resource == other.resource).then(|| Self {
            resource: self.resource.clone(),
            path: if self.path == other.path { self.path.clone() } else { common_path(&self.path, &other.path).into() },
            known: self.known.max(other.known),
        })
    }
}

/// Adds causes that are not there yet.
pub fn add(causes: &mut Vec<Cause>, more: impl IntoIterator<Item = Cause>) {
    for cause in more {
        match causes.iter_mut().find(|known| known.resource == cause.resource && known.path == cause.path) {
            Some(known) => known.known = known.known.min(cause.known),
            None => causes.push(cause),
        }
    }
}

/// What must be taken away for every one of several alternatives to go, where each goes with any one of its causes:
/// the parts of resources that they have in common.
pub fn meet(alternatives: impl IntoIterator<Item = Vec<Cause>>) -> Vec<Cause> {
    let mut alternatives = alternatives.into_iter();
    let mut common = alternatives.next().unwrap_or_default();
    for alternative in alternatives {
        let mut next: Vec<Cause> = Vec::new();
        for cause in &common {
            // Of several parts of one resource the deepest says most.
            let shared = alternative.iter().filter_map(|other| cause.common(other));
            add(&mut next, shared.max_by_key(|cause| cause.path.len()));
        }
        common = next;
        if common.is_empty() {
            break;
        }
    }
    common
}

/// `spec.http[0].match[1]` and `spec.http[0].match[2]` have `spec.http[0].match` in common.
fn common_path<'a>(left: &'a str, right: &str) -> &'a str {
    let is_end = |path: &str, at: usize| matches!(path.as_bytes().get(at), None | Some(b'.' | b'['));
    let same = left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
    let end = (0..=same).rev().find(|at| is_end(left, *at) && is_end(right, *at)).unwrap_or(0);
    &left[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_have_their_parents_in_common() {
        let cases = [
            ("spec.http[0].match[0]", "spec.http[0].match[1]", "spec.http[0].match"),
            ("spec.http[1]", "spec.http[10]", "spec.http"),
            ("spec.http[1]", "spec.http[1].match[0]", "spec.http[1]"),
            ("spec.tls", "spec.tcp", "spec"),
            ("spec", "status", ""),
            ("", "spec", ""),
        ];
        for (left, right, want) in cases {
            assert_eq!(common_path(left, right), want, "{left} {right}");
            assert_eq!(common_path(right, left), want, "{right} {left}");
        }
    }

    #[test]
    fn alternatives_have_in_common_what_ends_them_all() {
        let one = Arc::new(ResourceRef::new("Service", "n", "one"));
        let two = Arc::new(ResourceRef::new("Service", "n", "two"));
        let cause = |resource: &Arc<ResourceRef>, path: &str| Cause::new(resource, path, Known::Named);
        assert_eq!(meet([vec![cause(&one, "")], vec![cause(&two, "")]]), []);
        assert_eq!(meet([vec![cause(&one, "a"), cause(&two, "")], vec![cause(&one, "a")]]), [cause(&one, "a")]);
        assert_eq!(meet([vec![cause(&one, "a[0]")], vec![cause(&one, "a[1]")]]), [cause(&one, "a")]);
        assert_eq!(meet([]), []);
    }
}
