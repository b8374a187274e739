//! Three-valued truth, and the evidence that deciding leaves behind.
//!
//! A matcher is one function: it returns a [`Truth`] and, through [`Notes`], says why. There is no second code path
//! that explains. Notes are taken lazily: where nobody asked for them the closures that build their texts never run.

use schemars::JsonSchema;
use serde::Serialize;

use super::field::Field;

/// Kleene's three values. `Unknown` is an answer: it spreads only where it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// It cannot be told from what was read.
    Unknown,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl Truth {
    /// Negates where `invert` is set.
    #[must_use]
    pub fn inverted_if(self, invert: bool) -> Self {
        if invert { !self } else { self }
    }

    /// All of them hold. Stops at the first `No`; an `Unknown` does not stop the search for one.
    pub fn all<T>(items: impl IntoIterator<Item = T>, mut holds: impl FnMut(T) -> Self) -> Self {
        let mut result = Self::Yes;
        for item in items {
            match holds(item) {
                Self::Yes => {}
                Self::No => return Self::No,
                Self::Unknown => result = Self::Unknown,
            }
        }
        result
    }

    /// Any of them holds. Stops at the first `Yes`.
    pub fn any<T>(items: impl IntoIterator<Item = T>, mut holds: impl FnMut(T) -> Self) -> Self {
        !Self::all(items, |item| !holds(item))
    }

    /// Whether it certainly holds.
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// Whether it certainly does not hold.
    pub fn is_no(self) -> bool {
        self == Self::No
    }
}

/// A fact that a decision used, with the facts below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Evidence {
    /// What was asked.
    pub asked: String,
    /// What there was: of the request, the connection or the configuration.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub found: String,
    /// The field of the request that was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// Whether it is no fact but taken for granted: nothing that was read says otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub assumed: bool,
    /// Whether it holds; absent where the text is a plain remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<Truth>,
    /// What it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Evidence>,
}

impl Evidence {
    /// A plain remark.
    pub fn remark(text: impl Into<String>) -> Self {
        Self { asked: text.into(), found: String::new(), field: None, assumed: false, holds: None, because: Vec::new() }
    }

    /// A fact with nothing below it.
    pub fn fact(asked: String, found: String, holds: Truth) -> Self {
        Self { found, holds: Some(holds), ..Self::remark(asked) }
    }

    /// The fields that made the fact what it is: of several below it those count that came out as it did.
    pub fn fields(&self) -> Vec<&Field> {
        let agrees = |fact: &&Self| fact.holds == self.holds;
        let all = !self.because.iter().any(|fact| agrees(&fact));
        let below = self.because.iter().filter(|fact| all || agrees(fact)).flat_map(Self::fields);
        self.field.iter().chain(below).collect()
    }

    /// What is taken for granted, here or below.
    pub fn assumptions(&self) -> Vec<&str> {
        let own = self.assumed.then_some(self.asked.as_str());
        own.into_iter().chain(self.because.iter().flat_map(Self::assumptions)).collect()
    }
}

/// Collects evidence and the reasons of every `Unknown`.
#[derive(Debug, Default)]
pub struct Notes {
    wanted: bool,
    evidence: Vec<Evidence>,
    unknown: Vec<String>,
}

impl Notes {
    /// Notes that keep evidence, or (cheaply) only the reasons of what is unknown.
    pub fn new(wanted: bool) -> Self {
        Self { wanted, ..Self::default() }
    }

    /// Whether evidence is kept.
    pub fn wanted(&self) -> bool {
        self.wanted
    }

    /// Notes one fact, as what was asked and what was found, and hands its truth through.
    pub fn fact(&mut self, holds: impl Into<Truth>, text: impl FnOnce() -> (String, String)) -> Truth {
        let holds = holds.into();
        if self.wanted {
            let (asked, found) = text();
            self.evidence.push(Evidence::fact(asked, found, holds));
        }
        holds
    }

    /// The same for a fact about a field of the request.
    pub fn fact_on(
        &mut self,
        field: impl FnOnce() -> Option<Field>,
        holds: impl Into<Truth>,
        text: impl FnOnce() -> (String, String),
    ) -> Truth {
        let holds = self.fact(holds, text);
        if self.wanted
            && let Some(fact) = self.evidence.last_mut()
        {
            fact.field = field();
        }
        holds
    }

    /// Notes what is taken for granted.
    pub fn assume(&mut self, text: impl FnOnce() -> String) {
        if self.wanted {
            self.evidence.push(Evidence { assumed: true, ..Evidence::remark(text()) });
        }
    }

    /// Notes a plain remark.
    pub fn remark(&mut self, text: impl FnOnce() -> String) {
        if self.wanted {
            self.evidence.push(Evidence::remark(text()));
        }
    }

    /// Notes a plain remark on a field of the request.
    pub fn remark_on(&mut self, field: impl FnOnce() -> Option<Field>, text: impl FnOnce() -> String) {
        if self.wanted {
            self.evidence.push(Evidence { field: field(), ..Evidence::remark(text()) });
        }
    }

    /// Notes that something cannot be told, and why.
    pub fn unknown(&mut self, reason: impl Into<String>) -> Truth {
        let reason = reason.into();
        if self.wanted {
            self.evidence.push(Evidence::fact(reason.clone(), String::new(), Truth::Unknown));
        }
        if !self.unknown.contains(&reason) {
            self.unknown.push(reason);
        }
        Truth::Unknown
    }

    /// Notes a fact that rests on the facts noted inside `decide`. Reasons of unknowns that turned out not to matter
    /// are forgotten.
    pub fn group(&mut self, text: impl FnOnce() -> String, decide: impl FnOnce(&mut Self) -> Truth) -> Truth {
        let unknown_before = self.unknown.len();
        let outer = std::mem::take(&mut self.evidence);
        let holds = decide(self);
        let because = std::mem::replace(&mut self.evidence, outer);
        if holds != Truth::Unknown {
            self.unknown.truncate(unknown_before);
        }
        if self.wanted {
            self.evidence.push(Evidence { because, ..Evidence::fact(text(), String::new(), holds) });
        }
        holds
    }

    /// Takes the evidence noted so far.
    pub fn take_evidence(&mut self) -> Vec<Evidence> {
        std::mem::take(&mut self.evidence)
    }

    /// Takes the reasons of what is unknown.
    pub fn take_unknown(&mut self) -> Vec<String> {
        std::mem::take(&mut self.unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{No, Unknown, Yes};
    use super::*;

    #[test]
    fn unknown_spreads_only_where_it_matters() {
        let cases = [
            (vec![Yes, Yes], Yes, Yes),
            (vec![Yes, No], No, Yes),
            (vec![Unknown, No], No, Unknown),
            (vec![Unknown, Yes], Unknown, Yes),
            (vec![No, No], No, No),
            (vec![], Yes, No),
        ];
        for (items, all, any) in cases {
            assert_eq!(Truth::all(items.clone(), |t| t), all, "all {items:?}");
            assert_eq!(Truth::any(items.clone(), |t| t), any, "any {items:?}");
        }
    }

    #[test]
    fn a_group_forgets_unknowns_that_did_not_matter() {
        let mut notes = Notes::new(true);
        let holds = notes.group(
            || "either".into(),
            |notes| {
                let first = notes.unknown("no idea");
                Truth::any([first, Yes], |t| t)
            },
        );
        assert_eq!(holds, Yes);
        assert!(notes.take_unknown().is_empty());
        let evidence = notes.take_evidence();
        assert_eq!(evidence.len(), 1);
        assert_eq!(evidence[0].because.len(), 1);
    }

    #[test]
    fn those_fields_count_that_came_out_as_the_whole_did() {
        let fact = |name: &str, holds: Truth| Evidence {
            field: Some(Field::header(name)),
            ..Evidence::fact(String::new(), String::new(), holds)
        };
        let group = |holds: Truth, because: Vec<Evidence>| Evidence {
            because,
            ..Evidence::fact(String::new(), String::new(), holds)
        };
        let cases = [
            (group(No, vec![fact("a", Yes), fact("b", No)]), "header b"),
            (group(Yes, vec![fact("a", No), fact("b", Yes)]), "header b"),
            (group(Yes, vec![fact("a", Yes), fact("b", Yes)]), "header a, header b"),
            // Of a negation nothing agrees.
            (group(No, vec![fact("a", Yes)]), "header a"),
            (group(No, vec![group(Yes, vec![fact("a", Yes)]), group(No, vec![fact("b", No)])]), "header b"),
        ];
        for (evidence, want) in cases {
            let fields: Vec<String> = evidence.fields().iter().map(ToString::to_string).collect();
            assert_eq!(fields.join(", "), want);
        }
    }

    #[test]
    fn texts_are_not_built_where_nobody_asked() {
        let mut notes = Notes::new(false);
        notes.fact(true, || unreachable!("evidence is not wanted"));
        assert!(notes.take_evidence().is_empty());
    }
}
