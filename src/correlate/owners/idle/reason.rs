//! Why a part made nothing.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::inventory::Inventory;
use super::super::relation::{Owners, Role};
use super::super::view::View;
use super::{destination_rule, parts, selected, virtual_service};
use crate::base::origin::ResourceRef;
use crate::correlate::Mesh;
use crate::model::{Proxy, Resource};

/// A part that made nothing in the proxies that were read, or nothing that a request can reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Idle {
    /// The part; empty for the whole.
    pub path: String,
    /// Why; the first is the likeliest.
    pub why: Vec<Why>,
}

/// A reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Why {
    /// What kind of reason.
    pub code: IdleCode,
    /// The reason in words.
    pub reason: String,
    /// The resource that has the say instead, or that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<ResourceRef>,
}

/// What kind of reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IdleCode {
    /// An earlier rule takes all of its requests: what stands behind it is left out, or made for nothing.
    Shadowed,
    /// No proxy has the gateways that it binds to.
    NoGateway,
    /// No gateway has its hosts.
    HostNotInGateway,
    /// No service has its host.
    NoService,
    /// Its selector or target is of no proxy that was read.
    NoProxy,
    /// Another resource counts instead.
    Overridden,
    /// It changes nothing: what it says holds without it.
    SameWithout,
    /// The proxies' namespaces do not see it.
    NotExported,
    /// Nothing refers to it.
    Unreferenced,
    /// What it is about is not there.
    NothingToApplyTo,
    /// The API server says that it is not accepted.
    NotAccepted,
    /// Envoy refused an update.
    Rejected,
    /// It is younger than what the proxies hold.
    NotYet,
    /// Nothing that was read says why.
    Unknown,
}

impl Why {
    /// A reason.
    pub fn new(code: IdleCode, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into(), by: None }
    }

    /// With the resource that has the say.
    #[must_use]
    pub fn by(mut self, resource: &ResourceRef) -> Self {
        self.by = Some(resource.clone());
        self
    }
}

/// The parts of a resource that made nothing, or nothing that a request can reach, in the proxies whose owners these
/// are.
pub fn idle(mesh: &Mesh, proxies: &[&Proxy], owners: &Owners, resource: &Resource) -> Vec<Idle> {
    let mut told = Vec::new();
    let mut busy: Vec<&str> = Vec::new();
    for (_, link) in owners.backward(&resource.id) {
        // What would be the same without it is no trace of it.
        if link.role != Role::Shared {
            busy.push(&link.cause.path);
        }
    }
    let empty = Inventory::default();
    let views: Vec<View> = proxies.iter().map(|proxy| View::new(mesh, proxy, &empty)).collect();
    for part in parts::parts(&resource.id.kind, &resource.body) {
        let made = busy.iter().any(|path| parts::is_in(path, &part));
        let why = if made {
            virtual_service::unreachable(mesh.world(), resource, &part).into_iter().collect()
        } else {
            why(mesh, &views, owners, resource, &part)
        };
        if !why.is_empty() {
            told.push(Idle { path: part, why });
        }
    }
    told
}

fn why(mesh: &Mesh, views: &[View], owners: &Owners, resource: &Resource, part: &str) -> Vec<Why> {
    let mut why: Vec<Why> = not_accepted(resource).into_iter().collect();
    why.extend(match resource.id.kind.as_str() {
        "VirtualService" => virtual_service::why(mesh.world(), views, resource, part),
        "DestinationRule" => destination_rule::why(mesh.world(), owners, resource),
        _ => selected::why(mesh, views, owners, resource, part),
    });
    if why.is_empty() {
        why.extend(not_yet(views, resource));
        why.extend(rejected(views));
    }
    if why.is_empty() {
        why.push(Why::new(IdleCode::Unknown, "nothing that was read says why"));
    }
    why
}

/// What the status of the object says: the Gateway API's routes by parent, the others outright.
fn not_accepted(resource: &Resource) -> Option<Why> {
    let status = resource.body.get("status")?;
    let parents = status["parents"].as_array().into_iter().flatten();
    let all = parents.chain([status]).flat_map(|holder| holder["conditions"].as_array().into_iter().flatten());
    let mut refused = all.filter(|condition| {
        condition["status"] == "False" && (condition["type"] == "Accepted" || condition["type"] == "ResolvedRefs")
    });
    let condition = refused.next()?;
    let text = |field: &str| condition[field].as_str().unwrap_or_default();
    Some(Why::new(IdleCode::NotAccepted, format!("{} is False: {} {}", text("type"), text("reason"), text("message"))))
}

fn not_yet(views: &[View], resource: &Resource) -> Option<Why> {
    let made: jiff::Timestamp = resource.metadata.creation_timestamp.as_ref()?.parse().ok()?;
    let latest = views.iter().filter_map(|view| view.proxy.as_of()).max()?;
    (made > latest).then(|| {
        Why::new(IdleCode::NotYet, format!("it was made at {made}, and what the proxies hold is of {latest} or before"))
    })
}

fn rejected(views: &[View]) -> Option<Why> {
    let refuses = |view: &&View| {
        let dump = &view.proxy.dump;
        let listeners = dump.listeners.iter().map(|entry| entry.item.text());
        let others = dump.clusters.iter().map(|entry| entry.item.text());
        let routes = dump.routes.iter().map(|entry| entry.item.text());
        listeners.chain(others).chain(routes).any(|text| memchr::memmem::find(text, b"\"error_state\"").is_some())
    };
    let refusing = views.iter().find(refuses)?;
    let reason = format!("Envoy refused an update in {}; its tables say which", refusing.proxy.id);
    Some(Why::new(IdleCode::Rejected, reason))
}
