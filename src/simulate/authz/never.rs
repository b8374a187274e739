//! Rules that bind a workload and can never match there.

use schemars::JsonSchema;
use serde::Serialize;

use super::bound::Rule;
use super::census::{Census, Nobody};
use super::contradiction::contradiction;
use super::door::{Clients, Door};
use crate::base::evidence::Notes;
use crate::simulate::matcher::string::StringMatch;
use crate::simulate::rbac::clause::{Clause, Condition, Of, Wants};

/// Why a rule can never match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Why {
    /// What kind of reason.
    pub code: Code,
    /// The reason in words.
    pub reason: String,
}

/// What kind of reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// It matches nothing by itself: a policy without rules.
    Empty,
    /// Connections to this port come by another chain, or the workload has no such port.
    OtherPort,
    /// Clients are known by no certificate here.
    NoIdentity,
    /// Every client has a certificate here.
    EveryIdentity,
    /// Nobody has the identity that it asks for.
    Nobody,
    /// It asks for HTTP where there is none.
    NoHttp,
    /// It asks for a token, and nothing reads one.
    NoToken,
    /// It asks for a server name, and plaintext has none.
    NoServerName,
    /// Its conditions contradict each other.
    Contradiction,
}

impl Why {
    /// A reason.
    pub fn new(code: Code, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into() }
    }
}

/// What is known of a place where a rule stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The port; else those that no other chain is for.
    pub port: Option<u16>,
    /// The ports that chains are for.
    pub ports: &'a [u16],
    /// Whether it speaks HTTP.
    pub http: bool,
    /// Whom it knows its clients by.
    pub clients: Clients,
    /// Whether a token is read.
    pub reads_tokens: bool,
    /// Who there is.
    pub census: &'a Census,
}

impl<'a> Place<'a> {
    /// A chain among those of its proxy.
    pub fn of(door: &Door, ports: &'a [u16], census: &'a Census) -> Self {
        Self { port: door.port, ports, http: door.http, clients: door.clients, reads_tokens: door.reads_tokens, census }
    }
}

/// Why a rule can never match at a place; `None` where it may.
pub fn never(rule: &Rule, place: &Place) -> Option<Why> {
    let parts = [&rule.what, &rule.who];
    parts.into_iter().find_map(|part| impossible(part, place))
}

/// The identities that a rule names and nobody has, whatever else it names.
pub fn nobodies(rule: &Rule, census: &Census) -> Vec<String> {
    let mut found = Vec::new();
    [&rule.what, &rule.who].into_iter().for_each(|part| collect(part, census, &mut found));
    found
}

fn collect(clause: &Clause, census: &Census, found: &mut Vec<String>) {
    match clause {
        Clause::All(parts) | Clause::Any(parts) => parts.iter().for_each(|part| collect(part, census, found)),
        Clause::Not(part) => collect(part, census, found),
        Clause::Everything(_) => {}
        Clause::One(condition) => {
            if let (Of::Principal, Wants::Text(name)) = (&condition.of, &condition.wants)
                && let Some(nobody) = nobody(name, census).map(|nobody| nobody.words())
                && !found.contains(&nobody)
            {
                found.push(nobody);
            }
        }
    }
}

/// Why a clause can never hold.
fn impossible(clause: &Clause, place: &Place) -> Option<Why> {
    match clause {
        Clause::Everything(true) => None,
        Clause::Everything(false) => Some(Why::new(Code::Empty, EMPTY)),
        Clause::One(condition) => alone(condition, place),
        Clause::All(parts) => parts.iter().find_map(|part| impossible(part, place)).or_else(|| contradiction(parts)),
        Clause::Any(parts) => any(parts, place),
        Clause::Not(part) => certain(part, place),
    }
}

const EMPTY: &str = "it has no rules, and so matches nothing";

/// Any of several: impossible where each is, told by all their reasons.
fn any(parts: &[Clause], place: &Place) -> Option<Why> {
    let reasons = parts.iter().map(|part| impossible(part, place)).collect::<Option<Vec<Why>>>()?;
    let code = reasons.first().map_or(Code::Empty, |why| why.code);
    let mut words: Vec<String> = Vec::new();
    for why in reasons {
        if !words.contains(&why.reason) {
            words.push(why.reason);
        }
    }
    Some(Why::new(code, if words.is_empty() { EMPTY.to_owned() } else { words.join("; ") }))
}

fn alone(condition: &Condition, place: &Place) -> Option<Why> {
    match (&condition.of, &condition.wants) {
        (Of::Header(_) | Of::Path, _) if !place.http => {
            Some(Why::new(Code::NoHttp, "it asks for HTTP, and these connections are passed on as bytes"))
        }
        (Of::Token(_), _) if !place.reads_tokens => {
            Some(Why::new(Code::NoToken, "it asks for a token, and no RequestAuthentication reads one here"))
        }
        (Of::Principal, Wants::Text(name)) => principal(name, place),
        (Of::Tls, _) if place.clients == Clients::Unknown => {
            Some(Why::new(Code::NoIdentity, "the connection is plaintext here"))
        }
        (Of::ServerName, Wants::Text(name)) if place.clients == Clients::Unknown && !holds(name, "") => {
            Some(Why::new(Code::NoServerName, "plaintext has no server name (SNI)"))
        }
        (Of::Port, Wants::Port(range)) => {
            let has = |port: u16| (range.start..range.end).contains(&i32::from(port));
            match place.port {
                Some(port) if !has(port) => {
                    let wanted = if range.end == range.start + 1 {
                        format!("port {}", range.start)
                    } else {
                        format!("ports {} to {}", range.start, range.end - 1)
                    };
                    let none = if place.ports.iter().any(|port| has(*port)) {
                        ""
                    } else {
                        ", and no service of the workload has it"
                    };
                    Some(Why::new(Code::OtherPort, format!("it is for {wanted}{none}")))
                }
                None if range.end == range.start + 1 && place.ports.iter().any(|port| has(*port)) => {
                    let reason = format!("port {} has filters of its own", range.start);
                    Some(Why::new(Code::OtherPort, reason))
                }
                Some(_) | None => None,
            }
        }
        _ => None,
    }
}

/// Why nobody is the principal.
fn principal(name: &StringMatch, place: &Place) -> Option<Why> {
    // Without a certificate Envoy compares the empty string; of plaintext nothing matches.
    if place.clients == Clients::Unknown {
        return Some(Why::new(Code::NoIdentity, "it asks for an identity, and clients have no certificate here"));
    }
    nobody(name, place.census).map(|nobody| Why::new(Code::Nobody, nobody.words()))
}

/// Why nobody has an identity, or is of a namespace.
fn nobody(name: &StringMatch, census: &Census) -> Option<Nobody> {
    match name {
        StringMatch::Exact(exact) => census.why_nobody(&exact.pattern),
        StringMatch::Regex(regex) => {
            let namespace = regex.pattern.strip_prefix(".*/ns/").and_then(|rest| rest.strip_suffix("/.*"));
            if let Some(namespace) = namespace {
                return census.why_no_namespace(namespace);
            }
            // istiod's pattern of `serviceAccounts`.
            let rest = regex.pattern.strip_prefix("spiffe://.+/ns/")?.strip_suffix("(/.+)?")?;
            let (namespace, account) = rest.split_once("/(.+/|)sa/")?;
            census.why_no_account(namespace, account)
        }
        StringMatch::Prefix(prefix) => {
            let rest = prefix.pattern.strip_prefix("spiffe://").and_then(|rest| rest.split_once("/ns/"));
            let namespace = rest.and_then(|(_, rest)| rest.split_once('/')).map(|(namespace, _)| namespace);
            namespace.and_then(|namespace| census.why_no_namespace(namespace))
        }
        StringMatch::Suffix(_) | StringMatch::Contains(_) | StringMatch::Unknown(_) => None,
    }
}

/// Why a clause always holds, and so its opposite never does.
fn certain(clause: &Clause, place: &Place) -> Option<Why> {
    match clause {
        Clause::Everything(true) => Some(Why::new(Code::Empty, EMPTY)),
        Clause::Everything(false) => None,
        Clause::Any(parts) => parts.iter().find_map(|part| certain(part, place)),
        Clause::All(parts) => {
            let reasons = parts.iter().map(|part| certain(part, place)).collect::<Option<Vec<Why>>>()?;
            reasons.into_iter().next()
        }
        Clause::Not(part) => impossible(part, place),
        Clause::One(condition) => match (&condition.of, &condition.wants) {
            (Of::Principal, Wants::Text(StringMatch::Regex(regex)))
                if matches!(regex.pattern.as_str(), ".+" | ".*") && place.clients == Clients::Certified =>
            {
                let reason = "it excludes every identity (\"*\"), and every client has one here";
                Some(Why::new(Code::EveryIdentity, reason))
            }
            (Of::Tls, _) if place.clients == Clients::Certified => {
                Some(Why::new(Code::EveryIdentity, "it excludes TLS, and every client speaks it here"))
            }
            (Of::Port, Wants::Port(range)) => {
                let port = place.port.filter(|port| (range.start..range.end).contains(&i32::from(*port)))?;
                Some(Why::new(Code::OtherPort, format!("it excludes port {port}")))
            }
            _ => None,
        },
    }
}

/// Whether a text certainly matches.
pub(super) fn holds(matcher: &StringMatch, text: &str) -> bool {
    matcher.matches(text, &mut Notes::new(false)).is_yes()
}
