//! How a request ends at a proxy, in the words of the access log.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::http::headers::Headers;

/// The end of one way of a request, at one proxy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Outcome {
    /// Share of the requests that end so, from 0 to 1.
    pub share: f64,
    /// What became of it.
    pub disposition: Disposition,
    /// HTTP status that the access log shows; 0 where there is no HTTP answer.
    pub code: u16,
    /// `%RESPONSE_FLAGS%`.
    pub flags: BTreeSet<Flag>,
    /// `%RESPONSE_CODE_DETAILS%`.
    pub details: Option<String>,
    /// The listener that decided.
    #[serde(skip)]
    pub listener: Option<String>,
    /// The filter chain: `LISTENER|INDEX`, `LISTENER|default`, or its own name where a matcher tree chose it.
    #[serde(skip)]
    pub chain: Option<String>,
    /// The route: `ROUTE_CONFIG|VIRTUAL_HOST|INDEX`.
    pub route: Option<String>,
    /// `%ROUTE_NAME%`.
    pub route_name: Option<String>,
    /// `%UPSTREAM_CLUSTER_RAW%`.
    pub cluster: Option<String>,
    /// The endpoints that may be picked.
    pub upstreams: Vec<String>,
    /// Clusters that get a copy.
    pub shadows: Vec<String>,
    /// The path after rewriting.
    pub path: Option<String>,
    /// The host after rewriting.
    pub authority: Option<String>,
    /// What the proxy itself put into the answer.
    pub response: Response,
    /// The request as the next hop sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upstream_request: Option<UpstreamRequest>,
    /// Whether TLS with a client that shows a certificate was established.
    #[serde(skip)]
    pub handshake: bool,
    /// `%CONNECTION_TERMINATION_DETAILS%`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close: Option<String>,
}

impl Outcome {
    /// Whether the request reached an endpoint, or an answer that is no error.
    pub fn is_success(&self) -> bool {
        // istiod blocks unknown hosts by a route that answers 502.
        self.disposition.is_success() && !(self.disposition == Disposition::DirectResponse && self.code >= 400)
    }
}

/// What the proxy put into the answer. `date`, `content-length` and the `server` and timing headers of forwarded
/// answers, which every answer has, are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Response {
    /// Headers.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
    /// Body of an answer of the proxy's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

impl Response {
    /// Takes headers over. Lines of one name are joined; equal ones are shown once.
    pub fn set(&mut self, headers: &Headers) {
        for (name, value) in headers.iter().filter(|(name, _)| !matches!(*name, "content-length" | "date")) {
            match self.headers.entry(name.to_owned()) {
                Entry::Vacant(entry) => {
                    entry.insert(value.to_owned());
                }
                Entry::Occupied(known) if known.get() == value => {}
                Entry::Occupied(mut known) => {
                    known.get_mut().push(',');
                    known.get_mut().push_str(value);
                }
            }
        }
    }
}

/// The request as the next hop sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UpstreamRequest {
    /// `:method`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// `:authority`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// `:path`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// `:scheme`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// Header lines that the client did not send. `x-request-id` is `*`: it is random.
    pub added: Vec<(String, String)>,
    /// Header lines of the client that are gone.
    pub removed: Vec<(String, String)>,
    /// Header lines for the next hop's HTTP server alone, which takes them off at its door.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub for_next_proxy: Vec<(String, String)>,
    /// Whether it travels in TLS.
    pub tls: bool,
    /// The SNI it asks for.
    pub sni: Option<String>,
}

/// What became of a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// Sent to an endpoint, as HTTP.
    Forwarded,
    /// Sent to an endpoint, as bytes.
    TcpForwarded,
    /// Answered with a redirect.
    Redirect,
    /// Answered by the route.
    DirectResponse,
    /// Denied by RBAC.
    RbacDenied,
    /// Denied for its token.
    JwtDenied,
    /// Denied by external authorization.
    ExtAuthzDenied,
    /// Denied by a rate limit.
    RateLimited,
    /// Answered by fault injection.
    FaultAbort,
    /// A CORS preflight, answered.
    CorsPreflight,
    /// Not a request that Envoy accepts.
    BadRequest,
    /// Asks for an upgrade that is not enabled.
    UpgradeRefused,
    /// Answered by another filter.
    Other,
    /// No virtual host or no route.
    NoRoute,
    /// A route to a cluster that the proxy does not know.
    NoCluster,
    /// A cluster without a usable endpoint.
    NoHost,
    /// No filter chain.
    NoChain,
    /// The TLS handshake with the client fails.
    TlsFailed,
    /// The endpoint could not be reached or broke off.
    UpstreamFailed,
    /// Dropped on purpose by the load balancer.
    Dropped,
    /// A TCP connection that is closed without having been forwarded.
    TcpClosed,
    /// Handled, or given up, by a terminal filter that logged no request.
    OtherTerminal,
    /// Closed before a filter chain was chosen.
    Closed,
    /// Cannot be told.
    #[default]
    Undetermined,
}

impl Disposition {
    /// Whether it was sent to an endpoint.
    pub fn is_forwarded(self) -> bool {
        matches!(self, Self::Forwarded | Self::TcpForwarded)
    }

    /// Whether the request reached an endpoint, or an answer that was meant.
    pub fn is_success(self) -> bool {
        match self {
            Self::Forwarded | Self::TcpForwarded | Self::Redirect | Self::DirectResponse | Self::CorsPreflight => true,
            Self::RbacDenied
            | Self::JwtDenied
            | Self::ExtAuthzDenied
            | Self::RateLimited
            | Self::FaultAbort
            | Self::BadRequest
            | Self::UpgradeRefused
            | Self::Other
            | Self::NoRoute
            | Self::NoCluster
            | Self::NoHost
            | Self::NoChain
            | Self::TlsFailed
            | Self::UpstreamFailed
            | Self::Dropped
            | Self::TcpClosed
            | Self::OtherTerminal
            | Self::Closed
            | Self::Undetermined => false,
        }
    }
}

/// A response flag, by its short name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Flag {
    /// DNS resolution failed.
    Df,
    /// Delay injected.
    Di,
    /// Drop overload.
    Do,
    /// Downstream protocol error.
    Dpe,
    /// Downstream remote reset.
    Dr,
    /// Fault injected.
    Fi,
    /// No cluster found.
    Nc,
    /// No route found, or no filter chain.
    Nr,
    /// Rate limited.
    Rl,
    /// Rate limit service error.
    Rlse,
    /// Unauthorized by the external service.
    Uaex,
    /// Upstream connection termination.
    Uc,
    /// Unconditional drop overload.
    Udo,
    /// Upstream connection failure.
    Uf,
    /// No healthy upstream.
    Uh,
    /// Upstream overflow.
    Uo,
    /// Upstream protocol error.
    Upe,
    /// Upstream retry limit exceeded.
    Urx,
    /// Upstream request timeout.
    Ut,
}

impl Flag {
    /// The short name, as the access log prints it.
    pub fn short(self) -> &'static str {
        match self {
            Self::Di => "DI",
            Self::Df => "DF",
            Self::Do => "DO",
            Self::Dpe => "DPE",
            Self::Dr => "DR",
            Self::Fi => "FI",
            Self::Nc => "NC",
            Self::Nr => "NR",
            Self::Rl => "RL",
            Self::Rlse => "RLSE",
            Self::Uaex => "UAEX",
            Self::Uc => "UC",
            Self::Udo => "UDO",
            Self::Uf => "UF",
            Self::Uh => "UH",
            Self::Uo => "UO",
            Self::Upe => "UPE",
            Self::Urx => "URX",
            Self::Ut => "UT",
        }
    }
}

/// An answer that a proxy gives itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalReply {
    /// What it means.
    pub disposition: Disposition,
    /// HTTP status.
    pub code: u16,
    /// Response flags.
    pub flags: Vec<Flag>,
    /// Response code details.
    pub details: String,
    /// Body; becomes `grpc-message` for gRPC requests.
    pub body: String,
    /// Further headers.
    pub headers: Vec<(String, String)>,
    /// The gRPC status, where it is not the one that follows from the code.
    pub grpc_status: Option<u16>,
    /// The filter that writes the answer itself: no route's header operations, and only the filters before it see it.
    pub written_by: Option<usize>,
}
