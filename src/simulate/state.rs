//! Filter state: facts that filters note for later filters and for the next listener inside of the same Envoy.

use serde::Deserialize;

/// `set_filter_state` as HTTP or network filter.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Config {
    /// HTTP: when the request headers arrive.
    pub on_request_headers: Vec<Value>,
    /// HTTP: the route is chosen again afterwards.
    pub clear_route_cache: bool,
    /// Network: when the connection is new.
    pub on_new_connection: Vec<Value>,
    /// Network: after the TLS handshake.
    pub on_downstream_tls_handshake: Vec<Value>,
    /// Network: when the first bytes arrive.
    pub on_downstream_data: Vec<Value>,
}

/// `common.set_filter_state.v3.FilterStateValue`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Value {
    /// The key.
    pub object_key: String,
    /// Makes the object.
    pub factory_key: String,
    /// Its text.
    pub format_string: FormatString,
    /// `NONE`, `ONCE` or `TRANSITIVE`: whether an internal listener behind gets it.
    pub shared_with_upstream: String,
    /// An empty text is not noted.
    pub skip_if_empty: bool,
}

/// `core.v3.SubstitutionFormatString`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FormatString {
    /// The format.
    pub text_format_source: crate::model::envoy::tls::DataSource,
    /// The format, old field.
    pub text_format: String,
    /// Missing values are empty instead of `-`.
    pub omit_empty_values: bool,
}

impl Value {
    /// The format of its text.
    pub fn format(&self) -> &str {
        let source = &self.format_string.text_format_source.inline_string;
        if source.is_empty() { &self.format_string.text_format } else { source }
    }

    /// What stands for a missing value.
    pub fn missing(&self) -> &'static str {
        if self.format_string.omit_empty_values { "" } else { "-" }
    }

    /// How far it goes.
    pub fn reach(&self) -> Reach {
        match self.shared_with_upstream.as_str() {
            "ONCE" => Reach::Next,
            "TRANSITIVE" => Reach::All,
            _ => Reach::Here,
        }
    }
}

/// A fact with its reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its text.
    pub text: String,
    /// How far it goes.
    pub reach: Reach,
}

/// Which listeners inside of the proxy get a fact (`StreamSharingMayImpactPooling`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// None.
    #[default]
    Here,
    /// The next.
    Next,
    /// All that follow.
    All,
}

impl Fact {
    /// The fact as the next listener has it.
    pub fn handed_on(&self) -> Option<Self> {
        let reach = match self.reach {
            Reach::Here => return None,
            Reach::Next => Reach::Here,
            Reach::All => Reach::All,
        };
        Some(Self { text: self.text.clone(), reach })
    }
}
