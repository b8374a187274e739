//! What a decision can ask of a request or connection.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// A field of a request, or of the connection that it comes over.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Address and port of the destination.
    Destination,
    /// The sender's address.
    SourceAddress,
    /// The name in the sender's certificate.
    SourcePrincipal,
    /// Whether the sender speaks TLS.
    Tls,
    /// The SNI of its handshake.
    Sni,
    /// The protocols that it offers there, or what it speaks in plaintext.
    Alpn,
    /// The host.
    Authority,
    /// The method.
    Method,
    /// The path.
    Path,
    /// A parameter of the query.
    Query(String),
    /// A header.
    Header(String),
    /// A cookie.
    Cookie(String),
    /// The token.
    Token,
    /// A claim of the token.
    Claim(String),
}

impl Field {
    /// The field behind the name of a header: Envoy knows method, path and host as headers too.
    pub fn header(name: &str) -> Self {
        match name.to_ascii_lowercase().as_str() {
            ":method" => Self::Method,
            ":path" => Self::Path,
            ":authority" | "host" => Self::Authority,
            name => Self::Header(name.to_owned()),
        }
    }

    /// The claim behind a place in dynamic metadata, where a token's claims end up.
    pub fn metadata(filter: &str, path: &[String]) -> Option<Self> {
        match (filter, path) {
            ("envoy.filters.http.jwt_authn", [payload, claim @ ..]) if !claim.is_empty() => {
                Some(Self::Claim(if payload == "payload" { claim.join(".") } else { path.join(".") }))
            }
            ("envoy.filters.http.jwt_authn" | "istio_authn", path) if !path.is_empty() => {
                Some(Self::Claim(path.join(".")))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Destination => f.write_str("destination"),
            Self::SourceAddress => f.write_str("source address"),
            Self::SourcePrincipal => f.write_str("source principal"),
            Self::Tls => f.write_str("TLS"),
            Self::Sni => f.write_str("SNI"),
            Self::Alpn => f.write_str("ALPN"),
            Self::Authority => f.write_str("authority"),
            Self::Method => f.write_str("method"),
            Self::Path => f.write_str("path"),
            Self::Query(name) => write!(f, "query {name}"),
            Self::Header(name) => write!(f, "header {name}"),
            Self::Cookie(name) => write!(f, "cookie {name}"),
            Self::Token => f.write_str("token"),
            Self::Claim(name) => write!(f, "claim {name}"),
        }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Field {
    fn schema_name() -> Cow<'static, str> {
        "Field".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A field of a request, or of the connection that it comes over; some with a name.",
            "pattern": "^(destination|source address|source principal|TLS|SNI|ALPN|authority|method|path|token|(query|header|cookie|claim) .*)$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_and_metadata_that_are_something_else() {
        assert_eq!(Field::header(":Authority"), Field::Authority);
        assert_eq!(Field::header("End-User").to_string(), "header end-user");
        let path = |text: &str| text.split('.').map(str::to_owned).collect::<Vec<_>>();
        let cases = [
            ("envoy.filters.http.jwt_authn", "payload.groups", Some("claim groups")),
            ("envoy.filters.http.jwt_authn", "payload.realm.roles", Some("claim realm.roles")),
            ("istio_authn", "request.auth.principal", Some("claim request.auth.principal")),
            ("envoy.lb", "canary", None),
        ];
        for (filter, keys, want) in cases {
            let field = Field::metadata(filter, &path(keys)).map(|field| field.to_string());
            assert_eq!(field.as_deref(), want, "{filter} {keys}");
        }
    }
}
