//! The one condition that a policy failed by, read off its evidence.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::evidence::{Evidence, Truth};

/// A condition that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Failed {
    /// What was wanted.
    pub wanted: String,
    /// What there was.
    pub got: String,
}

/// The conditions by which a fact does not hold: one for each alternative, the one that got furthest first. All
/// that must hold stops at the first that does not; any that may hold fails by each.
pub fn failed(fact: &Evidence) -> Vec<Failed> {
    if fact.holds != Some(Truth::No) {
        return Vec::new();
    }
    if fact.because.is_empty() {
        return vec![Failed { wanted: fact.asked.clone(), got: fact.found.clone() }];
    }
    let mut alternatives: Vec<&Evidence> = fact.because.iter().filter(|below| below.holds == Some(Truth::No)).collect();
    if alternatives.is_empty() {
        // Something that must not hold does.
        return vec![negated(fact)];
    }
    // Sorting keeps the order of those that got equally far.
    alternatives.sort_by_key(|fact| std::cmp::Reverse(met(fact)));
    alternatives.into_iter().flat_map(failed).fold(Vec::new(), merged)
}

/// How many conditions were met before one failed.
fn met(fact: &Evidence) -> usize {
    let own = usize::from(fact.because.is_empty() && fact.holds == Some(Truth::Yes));
    own + fact.because.iter().map(met).sum::<usize>()
}

/// The facts below that hold, as the condition that they must not.
fn negated(fact: &Evidence) -> Failed {
    let mut holding = Vec::new();
    leaves(fact, &mut holding);
    let words = |text: fn(&Evidence) -> &str| {
        let mut words: Vec<&str> = holding.iter().map(|fact| text(fact)).filter(|text| !text.is_empty()).collect();
        words.dedup();
        words.join(" and ")
    };
    Failed { wanted: format!("not {}", words(|fact| &fact.asked)), got: words(|fact| &fact.found) }
}

fn leaves<'e>(fact: &'e Evidence, holding: &mut Vec<&'e Evidence>) {
    for below in fact.because.iter().filter(|below| below.holds == Some(Truth::Yes)) {
        if below.because.is_empty() { holding.push(below) } else { leaves(below, holding) }
    }
}

/// `path: prefix "/a"` and `path: prefix "/b"` of the same path are one condition with two values.
fn merged(mut known: Vec<Failed>, next: Failed) -> Vec<Failed> {
    let parts = |failed: &Failed| failed.wanted.split_once(": ").map(|(of, value)| (of.to_owned(), value.to_owned()));
    if let Some((of, value)) = parts(&next)
        && let Some(same) =
            known.iter_mut().find(|one| one.got == next.got && parts(one).is_some_and(|(own, _)| own == of))
    {
        if !same.wanted.contains(&value) {
            same.wanted = format!("{} or {value}", same.wanted);
        }
        return known;
    }
    known.push(next);
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(holds: bool, asked: &str, found: &str, because: Vec<Evidence>) -> Evidence {
        Evidence {
            asked: asked.to_owned(),
            found: found.to_owned(),
            holds: Some(holds.into()),
            because,
            field: None,
            assumed: false,
        }
    }

    fn leaf(holds: bool, asked: &str, found: &str) -> Evidence {
        fact(holds, asked, found, Vec::new())
    }

    #[test]
    fn the_condition_that_failed() {
        let all = |below| fact(false, "all of", "", below);
        let any = |below| fact(false, "any of", "", below);
        let cases = [
            ("what holds has none", leaf(true, "a: x", "y"), vec![]),
            ("all", all(vec![leaf(true, "a: x", "x"), leaf(false, "b: y", "z")]), vec![("b: y", "z")]),
            ("values", any(vec![leaf(false, "a: x", "z"), leaf(false, "a: y", "z")]), vec![("a: x or y", "z")]),
            (
                "the furthest first",
                any(vec![
                    all(vec![leaf(false, "a: x", "z")]),
                    all(vec![leaf(true, "a: z", "z"), leaf(false, "b: y", "w")]),
                ]),
                vec![("b: y", "w"), ("a: x", "z")],
            ),
            ("not", fact(false, "not", "", vec![leaf(true, "a: x", "x")]), vec![("not a: x", "x")]),
        ];
        for (what, evidence, want) in cases {
            let got: Vec<(String, String)> =
                failed(&evidence).into_iter().map(|failed| (failed.wanted, failed.got)).collect();
            let want: Vec<(String, String)> =
                want.into_iter().map(|(wanted, got)| (wanted.to_owned(), got.to_owned())).collect();
            assert_eq!(got, want, "{what}");
        }
    }
}
