//! Texts that a matcher takes.

use fastrand::Rng;
use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::Value;

/// A text that a `StringMatcher`, or the older fields of a `HeaderMatcher`, takes.
pub(crate) fn taken_by(matcher: &Value, random: &mut Rng) -> Option<String> {
    let text = |name: &str| matcher.get(name).and_then(Value::as_str);
    let any = |name: &str| text(name).or_else(|| text(&format!("{name}_match")));
    if let Some(exact) = any("exact") {
        return Some(exact.to_owned());
    }
    if let Some(start) = any("prefix") {
        return Some(format!("{start}{}", random.choice(["", "x", "/more"]).unwrap()));
    }
    if let Some(end) = any("suffix") {
        return Some(format!("{}{end}", random.choice(["", "a"]).unwrap()));
    }
    if let Some(inner) = any("contains") {
        return Some(format!("{}{inner}{}", random.choice(["", "a"]).unwrap(), random.choice(["", "z"]).unwrap()));
    }
    let regex = matcher.get("safe_regex").or(matcher.get("safe_regex_match"))?;
    matching(regex["regex"].as_str()?, random)
}

/// A text that a regular expression matches: printable ASCII where it leaves the choice.
pub(crate) fn matching(regex: &str, random: &mut Rng) -> Option<String> {
    let hir = regex_syntax::parse(regex).ok()?;
    let mut text = String::new();
    write(&hir, random, &mut text);
    Some(text)
}

fn write(hir: &Hir, random: &mut Rng, text: &mut String) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(letter(class, random)),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(repetition.min + 3).min(repetition.min + 3);
            for _ in 0..random.u32(repetition.min..=most) {
                write(&repetition.sub, random, text);
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, random, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, random, text)),
        HirKind::Alternation(ways) => write(random.choice(ways).unwrap(), random, text),
    }
}

fn letter(class: &Class, random: &mut Rng) -> Option<char> {
    let holds = |letter: char| match class {
        Class::Unicode(class) => class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&letter)),
        Class::Bytes(class) => {
            let byte = u8::try_from(letter).unwrap_or(0);
            class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&byte))
        }
    };
    let likely: Vec<char> = "abcxyz0179-_.AZ".chars().filter(|letter| holds(*letter)).collect();
    let all: Vec<char> = ('!'..='~').filter(|letter| holds(*letter)).collect();
    random.choice(likely).or_else(|| random.choice(all))
}

/// A host that a domain of a virtual host takes.
pub(crate) fn host_of(domain: &str, random: &mut Rng) -> String {
    match domain {
        "*" => random.choice(["nowhere.example.org", "10.1.2.3", "nowhere.example.org:8080"]).unwrap().to_owned(),
        _ if domain.starts_with('*') => format!("{}{}", random.choice(["any", "a.b"]).unwrap(), &domain[1..]),
        _ if domain.ends_with('*') => format!("{}any", &domain[..domain.len() - 1]),
        _ => domain.to_owned(),
    }
}
