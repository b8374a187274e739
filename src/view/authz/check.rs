//! The typed result of `authz check`: what binds a workload, port by port, and what does not though it should.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::words::conditions;
use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::named;
use crate::correlate::owners::detail::Detail;
use crate::simulate::authz::accepts::{accepts, decided_by};
use crate::simulate::authz::bound::{Bound, Kind, Rule};
use crate::simulate::authz::census::Census;
use crate::simulate::authz::door::{Door, doors};
use crate::simulate::authz::dropped::{Dropped, dropped};
use crate::simulate::authz::never::{Place, Why, never, nobodies};
use crate::simulate::authz::unbound::{Unbound, unbound};
use crate::simulate::engine::{Engine, ProxyEngine};

/// What binds a workload.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Bindings {
    /// Version of this schema.
    pub schema: u32,
    /// `authz-check`.
    pub kind: &'static str,
    /// The proxy.
    pub proxy: ProxyId,
    /// Its workload, as `NAMESPACE/NAME`.
    pub workload: String,
    /// What each port takes.
    pub ports: Vec<PortMode>,
    /// The policies, for each set of connections that they treat alike.
    pub sections: Vec<Section>,
    /// Policies that nearly are for the workload, and are not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unbound: Vec<Unbound>,
}

/// What a port takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PortMode {
    /// The port; absent for those that no service names.
    pub port: Option<u16>,
    /// `STRICT`, `PERMISSIVE`, `DISABLE`, or what else it is.
    pub mode: &'static str,
    /// Who says so; absent where nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
}

/// Connections that are treated alike, and what is asked of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Section {
    /// Whether they speak HTTP.
    pub http: bool,
    /// Their ports; those that no service names are not listed.
    pub ports: Vec<u16>,
    /// Whether other ports are among them.
    pub other_ports: bool,
    /// Which, where ports do not tell them apart: the services of a waypoint.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// The filter chains.
    pub chains: Vec<String>,
    /// What reads tokens.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<Owner>,
    /// The policies: CUSTOM, DENY, ALLOW, AUDIT, then dry runs.
    pub policies: Vec<BoundPolicy>,
}

/// A policy with its rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BoundPolicy {
    /// `CUSTOM`, `DENY`, `ALLOW`, `AUDIT`, or `matcher`.
    pub action: &'static str,
    /// Whether it is only noted.
    pub dry_run: bool,
    /// The provider of a CUSTOM action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The policy; absent where its name tells none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// Its rules.
    pub rules: Vec<BoundRule>,
}

/// A rule of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BoundRule {
    /// Its name in the configuration; empty where it is left out of it.
    pub name: String,
    /// The rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// What is done; empty is anything.
    pub what: Vec<String>,
    /// Who does it; empty is anybody.
    pub who: Vec<String>,
    /// Why it can never match, on any of the connections.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never: Option<Why>,
    /// On which of the connections it can never match, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub never_on: Vec<NeverOn>,
    /// Identities that it names, and nobody has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nobodies: Vec<String>,
    /// What of it is lost where there is no HTTP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost: Option<String>,
}

/// Some of the connections, on which a rule can never match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NeverOn {
    /// Which.
    pub connections: String,
    /// Why.
    pub why: Why,
}

impl Bindings {
    /// What binds a proxy's workload.
    pub fn new(mesh: &Mesh, engine: &Engine, proxy: &ProxyEngine) -> Self {
        let census = Census::new(engine);
        let doors = doors(proxy);
        let mut ports: Vec<u16> = doors.iter().filter_map(|door| door.port).collect();
        ports.sort_unstable();
        ports.dedup();
        let detail = Detail::of(mesh, proxy.proxy, None);
        let dropped = dropped(proxy);
        let located = |unbound: Unbound| Unbound { owner: mesh.located(&unbound.owner), ..unbound };
        let sections = sections(&doors);
        let sections = sections.into_iter().map(|doors| section(mesh, &doors, &ports, &census, &detail, &dropped));
        Self {
            schema: crate::view::SCHEMA,
            kind: "authz-check",
            proxy: proxy.proxy.id.clone(),
            workload: mesh.workload(&proxy.proxy.id),
            ports: modes(proxy, &ports),
            sections: sections.collect(),
            unbound: unbound(proxy).into_iter().map(located).collect(),
        }
    }

    /// Whether any policy decides.
    pub fn is_open(&self) -> bool {
        self.sections
            .iter()
            .all(|section| section.policies.iter().all(|policy| policy.dry_run || policy.action == "AUDIT"))
    }
}

/// What each port takes; ports that no service names are the last.
fn modes(proxy: &ProxyEngine, ports: &[u16]) -> Vec<PortMode> {
    let is_sidecar = proxy.proxy.kind == crate::model::ProxyKind::Sidecar;
    // No service has port 0: what it takes is what other ports do.
    let others = is_sidecar.then_some(None);
    let all = ports.iter().copied().map(Some).chain(others);
    let mode = |port: Option<u16>| {
        let accepts = accepts(proxy, port.unwrap_or_default())?;
        let owner = decided_by(proxy, port).filter(|_| is_sidecar);
        Some(PortMode { port, mode: accepts.word(proxy.proxy.kind), owner })
    };
    all.filter_map(mode).collect()
}

/// Doors of which the same is asked.
fn sections(doors: &[Door]) -> Vec<Vec<&Door>> {
    let mut sections: Vec<(String, Vec<&Door>)> = Vec::new();
    for door in doors {
        let key = format!("{} {} {:?}", door.http, door.reads_tokens, door.bound);
        match sections.iter_mut().find(|(known, _)| *known == key) {
            Some((_, doors)) => doors.push(door),
            None => sections.push((key, vec![door])),
        }
    }
    // What most services speak comes first.
    sections.sort_by_key(|(_, doors)| (!doors[0].http, doors.iter().all(|door| door.port.is_none())));
    sections.into_iter().map(|(_, doors)| doors).collect()
}

fn section(
    mesh: &Mesh,
    doors: &[&Door],
    ports: &[u16],
    census: &Census,
    detail: &Detail,
    dropped: &[Dropped],
) -> Section {
    let http = doors[0].http;
    let own: BTreeSet<u16> = doors.iter().filter_map(|door| door.port).collect();
    let mut policies: Vec<(Kind, BoundPolicy)> = Vec::new();
    for bound in &doors[0].bound {
        add(mesh, bound, doors, ports, census, &mut policies);
    }
    if !http {
        for (_, policy) in &mut policies {
            mark_wider(policy, dropped);
        }
        add_left_out(mesh, dropped, &mut policies);
    }
    policies.sort_by_key(|(kind, _)| *kind);
    let mut tokens: Vec<Owner> = Vec::new();
    if doors[0].reads_tokens {
        for (_, owner) in detail.filter(&doors[0].chain, "envoy.filters.http.jwt_authn") {
            let is_it = owner.resource.kind == "RequestAuthentication" && !owner.path.is_empty();
            if is_it && !tokens.iter().any(|known| known.resource == owner.resource && known.path == owner.path) {
                tokens.push(mesh.located(&owner));
            }
        }
    }
    Section {
        http,
        ports: own.into_iter().collect(),
        other_ports: doors.iter().any(|door| door.port.is_none()),
        services: doors.iter().filter_map(|door| door.service.clone()).collect(),
        chains: doors.iter().map(|door| door.chain.clone()).collect(),
        tokens,
        policies: policies.into_iter().map(|(_, policy)| policy).collect(),
    }
}

/// Adds the policies of a filter, each with its rules.
fn add(
    mesh: &Mesh,
    bound: &Bound,
    doors: &[&Door],
    ports: &[u16],
    census: &Census,
    policies: &mut Vec<(Kind, BoundPolicy)>,
) {
    let mut by_policy: BTreeMap<String, BoundPolicy> = BTreeMap::new();
    for rule in &bound.rules {
        let name = rule.owner.as_ref().map_or_else(|| rule.name.clone(), |owner| owner.resource.to_string());
        let whole = rule.owner.as_ref().map(|owner| mesh.located(&Owner { path: String::new(), ..owner.clone() }));
        let policy = by_policy.entry(name).or_insert_with(|| BoundPolicy {
            provider: named::custom_provider(&rule.name).map(str::to_owned),
            ..empty(bound.kind, whole)
        });
        policy.rules.push(bound_rule(mesh, rule, doors, ports, census));
    }
    if bound.rules.is_empty() {
        by_policy.insert(String::new(), empty(bound.kind, None));
    }
    policies.extend(by_policy.into_values().map(|policy| (bound.kind, policy)));
}

fn empty(kind: Kind, owner: Option<Owner>) -> BoundPolicy {
    let (action, dry_run) = match kind {
        Kind::Custom => ("CUSTOM", false),
        Kind::Deny => ("DENY", false),
        Kind::Allow => ("ALLOW", false),
        Kind::Audit => ("AUDIT", false),
        Kind::DryRunDeny => ("DENY", true),
        Kind::DryRunAllow => ("ALLOW", true),
        Kind::Matcher => ("matcher", false),
    };
    BoundPolicy { action, dry_run, provider: None, owner, rules: Vec::new() }
}

fn bound_rule(mesh: &Mesh, rule: &Rule, doors: &[&Door], ports: &[u16], census: &Census) -> BoundRule {
    let mut never_on: Vec<NeverOn> = Vec::new();
    let mut may = false;
    for door in doors {
        match never(rule, &Place::of(door, ports, census)) {
            None => may = true,
            Some(why) => {
                let connections = connections(door);
                let known = never_on.iter_mut().find(|known| known.why == why);
                match known {
                    Some(known) if known.connections.contains(&connections) => {}
                    Some(known) => known.connections = format!("{}, {connections}", known.connections),
                    None => never_on.push(NeverOn { connections, why }),
                }
            }
        }
    }
    let by_itself = |why: &Why| Why::new(why.code, why.reason.clone());
    let never = match never_on.as_slice() {
        [] => None,
        _ if may => None,
        [only] => Some(by_itself(&only.why)),
        several => {
            let reasons: Vec<String> =
                several.iter().map(|one| format!("{}: {}", one.connections, one.why.reason)).collect();
            Some(Why::new(several[0].why.code, reasons.join("; ")))
        }
    };
    let place = |owner: &Owner| {
        // A policy without rules has none that could be pointed at.
        let path = if mesh.place(owner).is_some() { owner.path.clone() } else { String::new() };
        mesh.located(&Owner { path, ..owner.clone() })
    };
    BoundRule {
        name: rule.name.clone(),
        owner: rule.owner.as_ref().map(place),
        what: conditions(&rule.what),
        who: conditions(&rule.who),
        never_on: if never.is_some() { Vec::new() } else { never_on },
        nobodies: if never.is_some() { Vec::new() } else { nobodies(rule, census) },
        never,
        lost: None,
    }
}

/// What a chain takes, in a few words.
fn connections(door: &Door) -> String {
    use crate::simulate::authz::door::Clients;
    let port = door.port.map_or_else(|| "other ports".to_owned(), |port| format!("port {port}"));
    match door.clients {
        Clients::Certified => format!("{port} over mutual TLS"),
        Clients::Maybe => format!("{port} over TLS"),
        Clients::Unknown => format!("{port} in plaintext"),
    }
}

/// Rules that lost a condition, and match more.
fn mark_wider(policy: &mut BoundPolicy, dropped: &[Dropped]) {
    for rule in &mut policy.rules {
        let Some(owner) = &rule.owner else { continue };
        let lost = dropped
            .iter()
            .find(|lost| lost.owner.resource == owner.resource && lost.owner.path == owner.path && !lost.left_out);
        rule.lost = lost.map(|lost| {
            format!("without HTTP its {} cannot be asked: it matches more here", lost.conditions.join(", "))
        });
    }
}

/// Rules that are left out: they can never match here.
fn add_left_out(mesh: &Mesh, dropped: &[Dropped], policies: &mut Vec<(Kind, BoundPolicy)>) {
    use crate::simulate::authz::never::Code;
    // Without an ALLOW filter the proxy has it from nobody: what was read is not what it holds.
    if !policies.iter().any(|(kind, _)| *kind == Kind::Allow) {
        return;
    }
    for lost in dropped.iter().filter(|lost| lost.left_out) {
        let reason =
            format!("it asks for {}, and there is no HTTP here: istiod leaves it out", lost.conditions.join(", "));
        let rule = BoundRule {
            name: String::new(),
            owner: Some(mesh.located(&lost.owner)),
            what: Vec::new(),
            who: Vec::new(),
            never: Some(Why::new(Code::NoHttp, reason)),
            never_on: Vec::new(),
            nobodies: Vec::new(),
            lost: None,
        };
        let is_it = |policy: &BoundPolicy| {
            policy.owner.as_ref().is_some_and(|owner| owner.resource == lost.owner.resource) && !policy.dry_run
        };
        if let Some((_, policy)) = policies.iter_mut().find(|(_, policy)| is_it(policy)) {
            let known =
                policy.rules.iter().any(|known| known.owner.as_ref().is_some_and(|own| own.path == lost.owner.path));
            if !known {
                policy.rules.push(rule);
            }
        } else {
            let whole = mesh.located(&Owner { path: String::new(), ..lost.owner.clone() });
            policies.push((Kind::Allow, BoundPolicy { rules: vec![rule], ..empty(Kind::Allow, Some(whole)) }));
        }
    }
    // The filter without rules is what the policies that are left out have made.
    let has_left_out = policies.iter().any(|(_, policy)| policy.rules.iter().any(|rule| rule.name.is_empty()));
    if has_left_out {
        policies.retain(|(kind, policy)| *kind != Kind::Allow || !policy.rules.is_empty());
    }
}
