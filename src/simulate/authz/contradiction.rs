//! Conditions that cannot hold together: of what one allows, the others leave nothing.

use super::never::{Code, Why, holds};
use crate::simulate::matcher::string::StringMatch;
use crate::simulate::rbac::clause::{Clause, Of, Wants};

/// What several conditions on one thing want of it.
struct Wanted<'c> {
    of: &'c Of,
    /// Each list must hold by one of its texts.
    any: Vec<Vec<&'c StringMatch>>,
    /// None of these may hold.
    none: Vec<&'c StringMatch>,
}

/// Why conditions that must all hold cannot; `None` where they may, or it is not told.
pub fn contradiction(parts: &[Clause]) -> Option<Why> {
    let mut wanted: Vec<Wanted> = Vec::new();
    for part in parts {
        let (negated, inner) = match part {
            Clause::Not(inner) => (true, inner.as_ref()),
            other => (false, other),
        };
        let Some((of, texts)) = texts(inner) else { continue };
        let index = wanted.iter().position(|known| known.of == of).unwrap_or_else(|| {
            wanted.push(Wanted { of, any: Vec::new(), none: Vec::new() });
            wanted.len() - 1
        });
        if negated { wanted[index].none.extend(texts) } else { wanted[index].any.push(texts) }
    }
    wanted.iter().find_map(Wanted::contradiction)
}

/// Any of some texts, all of one thing.
fn texts(clause: &Clause) -> Option<(&Of, Vec<&StringMatch>)> {
    match clause {
        Clause::One(condition) => match &condition.wants {
            Wants::Text(text) => Some((&condition.of, vec![text])),
            Wants::Port(_) | Wants::Any => None,
        },
        Clause::Any(parts) => {
            let mut found: Option<(&Of, Vec<&StringMatch>)> = None;
            for part in parts {
                let (of, texts) = texts(part)?;
                match &mut found {
                    None => found = Some((of, texts)),
                    Some((known, all)) if *known == of => all.extend(texts),
                    Some(_) => return None,
                }
            }
            found
        }
        Clause::All(parts) => match parts.as_slice() {
            [only] => texts(only),
            _ => None,
        },
        Clause::Not(_) | Clause::Everything(_) => None,
    }
}

impl Wanted<'_> {
    /// Only lists of whole texts can be tried; one such list is enough.
    fn contradiction(&self) -> Option<Why> {
        // Several lines of a header may each meet another condition.
        let is_single = !matches!(self.of, Of::Header(name) if !name.starts_with(':'));
        let exact = |texts: &Vec<&StringMatch>| {
            let whole = texts.iter().map(|text| match text {
                StringMatch::Exact(exact) => Some(exact.pattern.clone()),
                _ => None,
            });
            whole.collect::<Option<Vec<String>>>()
        };
        let (place, values) = self.any.iter().enumerate().find_map(|(place, texts)| Some((place, exact(texts)?)))?;
        let others = || self.any.iter().enumerate().filter(|(other, _)| *other != place && is_single);
        let fits = |value: &&String| {
            others().all(|(_, texts)| texts.iter().any(|text| holds(text, value)))
                && !self.none.iter().any(|text| holds(text, value))
        };
        if values.iter().any(|value| fits(&value)) {
            return None;
        }
        let one = values.first()?;
        let against = others().find(|(_, texts)| !texts.iter().any(|text| holds(text, one)));
        let reason = match against {
            Some((_, texts)) => {
                let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
                format!("{} must be {}, and also {}", self.what(), values.join(" or "), texts.join(" or "))
            }
            None => format!("{} must be {}, and is excluded", self.what(), values.join(" or ")),
        };
        Some(Why::new(Code::Contradiction, reason))
    }

    fn what(&self) -> String {
        match self.of {
            Of::Principal => "the principal".to_owned(),
            Of::Tls => "TLS".to_owned(),
            Of::Header(name) if name == ":method" => "the method".to_owned(),
            Of::Header(name) if name == ":authority" => "the host".to_owned(),
            Of::Header(name) => format!("header {name}"),
            Of::Path => "the path".to_owned(),
            Of::Port => "the port".to_owned(),
            Of::ServerName => "the SNI".to_owned(),
            Of::Token(claim) => claim.clone(),
            Of::Source => "the address".to_owned(),
            Of::Other => "it".to_owned(),
        }
    }
}
