//! An HTTP request on its way through a proxy.

use super::headers::Headers;

/// The head of a request, as the filters see it at some point of its way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestHead {
    /// `:method`.
    pub method: String,
    /// `:scheme`.
    pub scheme: String,
    /// `:authority`, or the `host` header of HTTP/1.
    pub authority: Option<String>,
    /// `:path` with its query; none for CONNECT.
    pub path: Option<String>,
    /// All other headers.
    pub headers: Headers,
}

impl RequestHead {
    /// The values of a header or pseudo header (lower-case name). `host` and `:authority` are the same.
    pub fn values<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        match name {
            ":method" => vec![&self.method],
            ":scheme" => (!self.scheme.is_empty()).then_some(self.scheme.as_str()).into_iter().collect(),
            ":authority" | "host" => self.authority.as_deref().into_iter().collect(),
            ":path" => self.path.as_deref().into_iter().collect(),
            _ => self.headers.all(name).collect(),
        }
    }

    /// The values joined with a comma; `None` where there is none.
    pub fn joined(&self, name: &str) -> Option<String> {
        let values = self.values(name);
        (!values.is_empty()).then(|| values.join(","))
    }

    /// The path without query.
    pub fn path_only(&self) -> &str {
        without_query(self.path.as_deref().unwrap_or_default())
    }

    /// The query, without its question mark.
    pub fn query(&self) -> Option<&str> {
        let path = self.path.as_deref()?;
        let path = path.split('#').next().unwrap_or(path);
        path.split_once('?').map(|(_, query)| query)
    }

    /// Whether it is a gRPC request: `Grpc::Common::isGrpcRequestHeaders` asks for `application/grpc` or
    /// `application/grpc+…`, in lower case, and nothing behind a semicolon.
    pub fn is_grpc(&self) -> bool {
        self.path.is_some()
            && self.headers.get("content-type").is_some_and(|kind| {
                kind.strip_prefix("application/grpc").is_some_and(|rest| rest.is_empty() || rest.starts_with('+'))
            })
    }

    /// Whether it asks for an upgrade (`Utility::isUpgrade`), or is a CONNECT.
    pub fn upgrade_type(&self) -> Option<&str> {
        if self.method == "CONNECT" {
            return Some("CONNECT");
        }
        let asks = self
            .headers
            .get("connection")
            .is_some_and(|connection| connection.split(',').any(|token| token.trim().eq_ignore_ascii_case("upgrade")));
        self.headers.get("upgrade").filter(|_| asks)
    }
}

/// Cuts the query and the fragment off a path (`PathUtil::removeQueryAndFragment`).
pub fn without_query(path: &str) -> &str {
    path.find(['?', '#']).map_or(path, |end| &path[..end])
}
