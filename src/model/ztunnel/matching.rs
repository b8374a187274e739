//! What a match of a policy asks for.

use ipnet::IpNet;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Conditions that must all hold; of a list any value, of a `not` list none.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(from = "Map<String, Value>")]
pub struct Match {
    /// Namespace of the client's identity.
    pub namespaces: Terms<StringMatch>,
    /// The client's identity, without `spiffe://`.
    pub principals: Terms<StringMatch>,
    /// Namespace and service account of the client's identity.
    pub service_accounts: Terms<ServiceAccount>,
    /// The client's address.
    pub source_ips: Terms<IpNet>,
    /// The pod's address.
    pub destination_ips: Terms<IpNet>,
    /// The pod's port, never the service's.
    pub destination_ports: Terms<u16>,
    /// Fields that meshdbg does not know.
    pub unknown: Vec<String>,
}

/// The values of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms<T> {
    /// Any of these.
    pub any: Vec<T>,
    /// None of these.
    pub none: Vec<T>,
}

impl<T> Default for Terms<T> {
    fn default() -> Self {
        Self { any: Vec::new(), none: Vec::new() }
    }
}

impl<T> Terms<T> {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.any.is_empty() && self.none.is_empty()
    }
}

impl Match {
    /// Whether it asks for nothing, as where all its conditions are on HTTP: such a match never holds.
    pub fn is_empty(&self) -> bool {
        let Self { namespaces, principals, service_accounts, source_ips, destination_ips, destination_ports, unknown } =
            self;
        namespaces.is_empty()
            && principals.is_empty()
            && service_accounts.is_empty()
            && source_ips.is_empty()
            && destination_ips.is_empty()
            && destination_ports.is_empty()
            && unknown.is_empty()
    }
}

impl From<Map<String, Value>> for Match {
    /// A field that is not known, or holds what is not known, is named: it might change the answer.
    fn from(fields: Map<String, Value>) -> Self {
        let mut result = Self::default();
        for (name, value) in fields {
            let known = match name.as_str() {
                "namespaces" => read(value, &mut result.namespaces.any),
                "notNamespaces" => read(value, &mut result.namespaces.none),
                "principals" => read(value, &mut result.principals.any),
                "notPrincipals" => read(value, &mut result.principals.none),
                "serviceAccounts" => read(value, &mut result.service_accounts.any),
                "notServiceAccounts" => read(value, &mut result.service_accounts.none),
                "sourceIps" => read(value, &mut result.source_ips.any),
                "notSourceIps" => read(value, &mut result.source_ips.none),
                "destinationIps" => read(value, &mut result.destination_ips.any),
                "notDestinationIps" => read(value, &mut result.destination_ips.none),
                "destinationPorts" => read(value, &mut result.destination_ports.any),
                "notDestinationPorts" => read(value, &mut result.destination_ports.none),
                _ => value.is_null() || value.as_array().is_some_and(Vec::is_empty),
            };
            if !known {
                result.unknown.push(name);
            }
        }
        result
    }
}

fn read<T: DeserializeOwned>(value: Value, list: &mut Vec<T>) -> bool {
    serde_json::from_value(value).map(|values| *list = values).is_ok()
}

/// How a text is compared.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum StringMatch {
    /// It is this.
    Exact(String),
    /// It begins with this.
    Prefix(String),
    /// It ends with this.
    Suffix(String),
    /// There is one.
    Presence(
        /// Nothing: the dump writes an empty list.
        [(); 0],
    ),
}

impl StringMatch {
    /// Whether a text is so (ztunnel's `StringMatch::matches`).
    pub fn holds(&self, text: &str) -> bool {
        match self {
            Self::Exact(exact) => text == exact,
            Self::Prefix(prefix) => text.starts_with(prefix.as_str()),
            Self::Suffix(suffix) => text.ends_with(suffix.as_str()),
            Self::Presence(_) => !text.is_empty(),
        }
    }
}

impl std::fmt::Display for StringMatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exact(exact) => f.write_str(exact),
            Self::Prefix(prefix) => write!(f, "{prefix}*"),
            Self::Suffix(suffix) => write!(f, "*{suffix}"),
            Self::Presence(_) => f.write_str("*"),
        }
    }
}

/// A service account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAccount {
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub service_account: String,
}

impl std::fmt::Display for ServiceAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.namespace, self.service_account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Match {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn what_is_not_known_is_named() {
        assert!(read("{}").is_empty());
        assert!(read(r#"{"future":[]}"#).is_empty());
        let known = read(
            r#"{"principals":[{"Exact":"a"},{"Presence":[]}],"sourceIps":["10.0.0.0/8"],"notDestinationPorts":[80]}"#,
        );
        assert_eq!(known.principals.any, [StringMatch::Exact("a".to_owned()), StringMatch::Presence([])]);
        assert_eq!((known.source_ips.any.len(), known.destination_ports.none.as_slice()), (1, &[80][..]));
        assert!(known.unknown.is_empty());
        assert_eq!(read(r#"{"namespaces":[{"Regex":"x"}],"future":[1]}"#).unknown, ["future", "namespaces"]);
    }

    #[test]
    fn texts_are_compared_as_their_kind_says() {
        let cases = [
            (r#"{"Exact":"a"}"#, "a", true),
            (r#"{"Exact":"a"}"#, "ab", false),
            (r#"{"Prefix":"a"}"#, "ab", true),
            (r#"{"Suffix":"b"}"#, "ab", true),
            (r#"{"Suffix":"a"}"#, "ab", false),
            (r#"{"Presence":[]}"#, "ab", true),
            (r#"{"Presence":[]}"#, "", false),
        ];
        for (pattern, text, want) in cases {
            assert_eq!(serde_json::from_str::<StringMatch>(pattern).unwrap().holds(text), want, "{pattern} {text:?}");
        }
    }
}
