//! Both sides of one proxy, by kind of objects.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::blame;
use super::held::{self, Held, Refused};
use super::refusal;
use super::roster::{Kind, Known, Roster};
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::model::istiod::{Exchange, Outcome, XdsType};

/// How one kind of objects stands, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SyncState {
    /// The proxy refused an update.
    Rejected,
    /// The proxy has not acknowledged what was sent last.
    Stale,
    /// Nothing was sent, or nothing came.
    NotSent,
    /// Something came; whether it is the last that was sent, nothing says.
    Unknown,
    /// The proxy took what was sent last.
    Synced,
}

impl SyncState {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rejected => "rejected",
            Self::Stale => "stale",
            Self::NotSent => "not sent",
            Self::Unknown => "unknown",
            Self::Synced => "synced",
        }
    }
}

/// How a proxy is connected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// To this istiod.
    Connected(String),
    /// All istiods were asked, and none lists it.
    NotConnected,
    /// Not all of them were asked.
    Unknown,
    /// It has no istiod.
    None,
}

/// An update that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rejection {
    /// The object; absent where nothing names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// Why, as Envoy says.
    pub reason: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Whether what the proxy had before stays in use; absent where its dump was not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub former_in_use: Option<bool>,
    /// Whose it is.
    pub owners: Vec<Owner>,
}

/// One kind of objects at a proxy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TypeSync {
    /// The kind.
    pub xds: XdsType,
    /// How it stands.
    pub state: SyncState,
    /// Of what is stale: nothing was ever acknowledged.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub never_acknowledged: bool,
    /// When istiod sent the last of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
    /// How many objects of it are in use, where the dump was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<usize>,
    /// When the last of them came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Timestamp>,
    /// Its version; delta xDS has none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// What was refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rejections: Vec<Rejection>,
    /// What came and waits for something else.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warming: Vec<String>,
}

impl TypeSync {
    /// Whether it is not as it should be. An Envoy always gets clusters and listeners; of the rest there may be nothing
    /// to send.
    pub fn is_wrong(&self) -> bool {
        match self.state {
            SyncState::Rejected | SyncState::Stale => true,
            SyncState::NotSent => matches!(self.xds, XdsType::Cds | XdsType::Lds | XdsType::Wds),
            SyncState::Unknown | SyncState::Synced => !self.warming.is_empty(),
        }
    }
}

/// Both sides of one proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxySync {
    /// What it is for.
    pub kind: Kind,
    /// How it is connected.
    pub link: Link,
    /// By kind of objects.
    pub types: Vec<TypeSync>,
}

impl ProxySync {
    /// Joins what is known of a proxy.
    pub fn of(mesh: &Mesh, roster: &Roster, known: &Known) -> Self {
        let kind = known.kind();
        let link = match known.connection {
            Some((istiod, _)) => Link::Connected(istiod.name.clone()),
            None if kind == Kind::Standalone => Link::None,
            None if roster.complete => Link::NotConnected,
            None => Link::Unknown,
        };
        let mut held = known.proxy.map(|proxy| held::of(&proxy.dump)).unwrap_or_default();
        let mut types: Vec<TypeSync> = Vec::new();
        for (xds, exchange) in known.connection.iter().flat_map(|(_, connection)| &connection.types) {
            let at = held.iter().position(|held| held.xds == *xds);
            let held = at.map(|at| held.swap_remove(at));
            types.push(join(mesh, known, xds, Some(exchange), held));
        }
        let is_standalone = kind == Kind::Standalone;
        for held in held.into_iter().filter(|held| !is_standalone || !held.refused.is_empty()) {
            // What istiod does not list, the proxy did not ask it for.
            if known.connection.is_none() || !held.refused.is_empty() || !held.warming.is_empty() {
                let xds = held.xds.clone();
                types.push(join(mesh, known, &xds, None, Some(held)));
            }
        }
        types.sort_by(|left, right| left.xds.cmp(&right.xds));
        Self { kind, link, types }
    }
}

fn join(mesh: &Mesh, known: &Known, xds: &XdsType, exchange: Option<&Exchange>, held: Option<Held>) -> TypeSync {
    let is_held = held.is_some();
    let Held { count, updated, version, refused, warming, .. } = held.unwrap_or_else(|| Held {
        xds: xds.clone(),
        count: 0,
        updated: None,
        version: String::new(),
        refused: Vec::new(),
        warming: Vec::new(),
    });
    let outcome = exchange.map(|exchange| &exchange.outcome);
    let mut rejections = rejections(mesh, known, xds, refused);
    // What the dump holds of it says more than what Envoy told istiod.
    if let (Some(Outcome::Rejected(text)), true) = (outcome, rejections.is_empty()) {
        rejections = told(mesh, known, xds, text);
    }
    let state = match outcome {
        _ if !rejections.is_empty() => SyncState::Rejected,
        Some(Outcome::Rejected(_)) => SyncState::Rejected,
        Some(Outcome::Stale { .. }) => SyncState::Stale,
        Some(Outcome::NotSent) => SyncState::NotSent,
        Some(Outcome::Synced) => SyncState::Synced,
        // Every Envoy of a mesh gets these, whether there is anything to send of the others or not.
        None if count == 0 && warming.is_empty() && matches!(xds, XdsType::Cds | XdsType::Lds) => SyncState::NotSent,
        None => SyncState::Unknown,
    };
    TypeSync {
        xds: xds.clone(),
        state,
        never_acknowledged: matches!(outcome, Some(Outcome::Stale { never_acknowledged: true })),
        sent_at: exchange.and_then(|exchange| exchange.sent_at),
        held: is_held.then_some(count),
        updated,
        version,
        rejections,
        warming,
    }
}

fn rejections(mesh: &Mesh, known: &Known, xds: &XdsType, refused: Vec<Refused>) -> Vec<Rejection> {
    let blame =
        |refused: &Refused| known.proxy.map(|proxy| blame::owners(mesh, proxy, xds, refused)).unwrap_or_default();
    refused
        .into_iter()
        .map(|refused| Rejection {
            owners: blame(&refused),
            object: Some(refused.name).filter(|name| !name.is_empty()),
            reason: refused.details,
            at: refused.at,
            former_in_use: Some(refused.in_use),
        })
        .collect()
}

/// What Envoy told istiod.
fn told(mesh: &Mesh, known: &Known, xds: &XdsType, text: &str) -> Vec<Rejection> {
    let objects = refusal::objects(xds, text).into_iter();
    objects
        .map(|(name, details)| {
            let refused = Refused { name, details, at: None, configuration: None, in_use: false };
            let owners = known.proxy.map(|proxy| blame::owners(mesh, proxy, xds, &refused)).unwrap_or_default();
            Rejection {
                owners,
                object: Some(refused.name).filter(|name| !name.is_empty()),
                reason: refused.details,
                at: None,
                former_in_use: None,
            }
        })
        .collect()
}
