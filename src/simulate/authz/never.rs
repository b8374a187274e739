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
    for part in [&rule.what, &rule.who] {
        collect(part, census, &mut found);
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::rbac::config;
    use crate::simulate::rbac::engine::Policy;

    const SHOP: &str = r#"{"authenticated":{"principal_name":{"exact":"spiffe://cluster.local/ns/shop/sa/frontend"}}}"#;

    /// Its name, what, who, and why it never matches.
    type Case<'c> = (&'c str, String, String, Option<(Code, &'c str)>);

    /// A rule of one permission and one principal; the place is HTTP on port 9080 by mutual TLS, but for the change.
    fn why(what: &str, who: &str, change: impl Fn(Place) -> Place) -> Option<(Code, String)> {
        let policy = format!(r#"{{"permissions":[{what}],"principals":[{who}]}}"#);
        let policy: config::Policy = serde_json::from_str(&policy).unwrap();
        let [what, who] = Policy::new(&policy).clauses();
        let rule = Rule { name: "x".to_owned(), owner: None, what, who };
        let census = Census::of("cluster.local", &[("shop", "frontend"), ("pay", "checkout")]);
        let place = Place {
            port: Some(9080),
            ports: &[9080, 9090],
            http: true,
            clients: Clients::Certified,
            reads_tokens: false,
            census: &census,
        };
        never(&rule, &change(place)).map(|why| (why.code, why.reason))
    }

    #[test]
    fn rules_that_can_never_match() {
        const ANY: &str = r#"{"any":true}"#;
        let exact = |name: &str| format!(r#"{{"authenticated":{{"principal_name":{{"exact":"{name}"}}}}}}"#);
        let namespace = |name: &str| {
            format!(r#"{{"authenticated":{{"principal_name":{{"safe_regex":{{"regex":".*/ns/{name}/.*"}}}}}}}}"#)
        };
        let both = |one: &str, other: &str| format!(r#"{{"and_ids":{{"ids":[{one},{other}]}}}}"#);
        let either = |one: &str, other: &str| format!(r#"{{"or_ids":{{"ids":[{one},{other}]}}}}"#);
        let not = |one: &str| format!(r#"{{"not_id":{one}}}"#);
        let anyone = r#"{"authenticated":{"principal_name":{"safe_regex":{"regex":".+"}}}}"#;
        let typo = exact("spiffe://cluster.local/ns/shop/sa/frontned");
        let method = |name: &str| format!(r#"{{"header":{{"name":":method","string_match":{{"exact":"{name}"}}}}}}"#);
        let all = |one: &str, other: &str| format!(r#"{{"and_rules":{{"rules":[{one},{other}]}}}}"#);
        let port = |port: u16| format!(r#"{{"destination_port":{port}}}"#);
        let token = r#"{"metadata":{"filter":"envoy.filters.http.jwt_authn","path":[{"key":"iss"}],
                        "value":{"string_match":{"exact":"x"}}}}"#;
        let sni = r#"{"requested_server_name":{"safe_regex":{"regex":".+"}}}"#;
        let cases: Vec<Case> = vec![
            ("anything", ANY.into(), ANY.into(), None),
            ("a client that is there", ANY.into(), SHOP.into(), None),
            ("no rules", r#"{"not_rule":{"any":true}}"#.into(), not(ANY), Some((Code::Empty, "no rules"))),
            ("a typo", ANY.into(), typo.clone(), Some((Code::Nobody, "frontned; frontend is meant?"))),
            ("a typo beside a good one", ANY.into(), either(&typo, SHOP), None),
            ("no namespace", ANY.into(), namespace("shpo"), Some((Code::Nobody, "there is no namespace shpo"))),
            ("a namespace", ANY.into(), namespace("shop"), None),
            (
                "another trust domain",
                ANY.into(),
                exact("spiffe://old.local/ns/shop/sa/frontend"),
                Some((Code::Nobody, "trust domain old.local")),
            ),
            ("principal and namespace", ANY.into(), both(SHOP, &namespace("shop")), None),
            (
                "principal of another namespace",
                ANY.into(),
                both(SHOP, &namespace("pay")),
                Some((Code::Contradiction, "the principal must be")),
            ),
            ("excluded", ANY.into(), both(SHOP, &not(&namespace("shop"))), Some((Code::Contradiction, "is excluded"))),
            ("not \"*\"", ANY.into(), not(anyone), Some((Code::EveryIdentity, "\"*\""))),
            ("its port", port(9080), ANY.into(), None),
            ("a port of the workload", port(9090), ANY.into(), Some((Code::OtherPort, "it is for port 9090"))),
            ("no port of the workload", port(80), ANY.into(), Some((Code::OtherPort, "no service of the workload"))),
            (
                "not its port",
                format!(r#"{{"not_rule":{}}}"#, port(9080)),
                ANY.into(),
                Some((Code::OtherPort, "excludes")),
            ),
            ("a method", method("GET"), ANY.into(), None),
            ("two methods", all(&method("GET"), &method("PUT")), ANY.into(), Some((Code::Contradiction, "the method"))),
            ("a token", ANY.into(), token.into(), Some((Code::NoToken, "no RequestAuthentication"))),
            ("a server name", sni.into(), ANY.into(), None),
        ];
        for (case, what, who, want) in &cases {
            check(case, why(what, who, |place| place), want.as_ref());
        }
        check("an identity in plaintext", why(ANY, SHOP, plaintext), Some(&(Code::NoIdentity, "no certificate here")));
        check("no identity in plaintext", why(ANY, &not(SHOP), plaintext), None);
        check("a server name in plaintext", why(sni, ANY, plaintext), Some(&(Code::NoServerName, "SNI")));
        check("a method of bytes", why(&method("GET"), ANY, bytes), Some(&(Code::NoHttp, "passed on as bytes")));
    }

    fn plaintext(place: Place) -> Place {
        Place { clients: Clients::Unknown, ..place }
    }

    fn bytes(place: Place) -> Place {
        Place { http: false, ..place }
    }

    fn check(case: &str, got: Option<(Code, String)>, want: Option<&(Code, &str)>) {
        match (got, want) {
            (None, None) => {}
            (Some((code, reason)), Some((want, words))) => {
                assert_eq!(code, *want, "{case}: {reason}");
                assert!(reason.contains(words), "{case}: {reason}");
            }
            (got, want) => panic!("{case}: {got:?}, not {want:?}"),
        }
    }
}
