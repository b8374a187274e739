//! Names for every object of a proxy's configuration, down to single filters and endpoints.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// What an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnvoyKind {
    /// `[NAME]`.
    Listener,
    /// `[LISTENER, CHAIN]`.
    FilterChain,
    /// `[LISTENER, CHAIN, INDEX]`.
    NetworkFilter,
    /// `[LISTENER, CHAIN, INDEX IN THE CONNECTION MANAGER]`.
    HttpFilter,
    /// `[NAME]`.
    RouteConfig,
    /// `[TABLE, NAME]`.
    VirtualHost,
    /// `[TABLE, VIRTUAL HOST, INDEX]`.
    Route,
    /// `[NAME]`.
    Cluster,
    /// `[CLUSTER, IP:PORT]`.
    Endpoint,
}

impl EnvoyKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Listener => "listener",
            Self::FilterChain => "chain",
            Self::NetworkFilter => "network filter",
            Self::HttpFilter => "HTTP filter",
            Self::RouteConfig => "route table",
            Self::VirtualHost => "virtual host",
            Self::Route => "route",
            Self::Cluster => "cluster",
            Self::Endpoint => "endpoint",
        }
    }
}

/// A part of a key.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum KeyPart {
    /// A name.
    Name(String),
    /// A place in a list.
    Index(usize),
}

impl fmt::Display for KeyPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Index(index) => index.fmt(f),
        }
    }
}

/// An object of a proxy's configuration.
///
/// A chain is its name, `#`, and its `filter_chain_match` as JSON with sorted keys (`{}` where it has none); the
/// default chain is its name and `#default`. A route table that stands inside of a chain is `inline:LISTENER|CHAIN`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct EnvoyObject {
    /// Its kind.
    pub kind: EnvoyKind,
    /// Its key: see [`EnvoyKind`].
    pub key: Vec<KeyPart>,
}

impl EnvoyObject {
    /// An object whose key is names.
    pub fn named<const N: usize>(kind: EnvoyKind, names: [&str; N]) -> Self {
        Self { kind, key: names.into_iter().map(|name| KeyPart::Name(name.to_owned())).collect() }
    }

    /// An object whose key ends in a place in a list.
    pub fn indexed<const N: usize>(kind: EnvoyKind, names: [&str; N], index: usize) -> Self {
        let mut object = Self::named(kind, names);
        object.key.push(KeyPart::Index(index));
        object
    }
}

impl fmt::Display for EnvoyObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.key.iter().enumerate() {
            if index > 0 {
                f.write_str(" › ")?;
            }
            part.fmt(f)?;
        }
        Ok(())
    }
}
