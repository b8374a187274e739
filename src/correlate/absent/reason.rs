//! A reason why an object is not there.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::origin::Owner;

/// Why an object is not there. The names in JSON are stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// Envoy refused the update that holds it.
    Rejected,
    /// It is loaded, and waits for its endpoints, routes or secrets.
    Warming,
    /// No Service or ServiceEntry has the host.
    NoService,
    /// The service has no such port.
    NoPort,
    /// The port speaks something for which istiod makes no such object.
    PortProtocol,
    /// A Service of type `ExternalName` is another name and no service.
    ExternalName,
    /// istiod does not look at the namespace.
    DiscoverySelectors,
    /// `exportTo` does not name the proxy's namespace.
    NotExported,
    /// The Sidecar of the proxy does not import it.
    SidecarEgress,
    /// No DestinationRule that counts here defines the subset.
    NoSubset,
    /// A DestinationRule that does not count here defines the subset.
    DestinationRuleNotApplied,
    /// The labels of the subset match no pod of the service.
    SubsetLabels,
    /// The selector of the service matches no pod.
    ServiceSelector,
    /// The service selects no pods, and nobody else says what its endpoints are.
    NoEndpoints,
    /// The pods are there and not ready.
    PodsNotReady,
    /// No container has the port that the service names.
    TargetPort,
    /// Envoy has the endpoints and holds all of them for unhealthy.
    Unhealthy,
    /// No Service selects the pod.
    PodNotSelected,
    /// No pod has the address.
    NoPod,
    /// No workload behind the proxy has the port.
    NoInbound,
    /// No VirtualService and no service has the host.
    NoHost,
    /// The VirtualService is for other gateways than this proxy.
    OtherGateways,
    /// The Gateway that it names does not exist.
    NoGateway,
    /// The Gateway does not select this proxy.
    GatewaySelector,
    /// No server of the Gateway has the host, or takes it from that namespace.
    GatewayHosts,
    /// No server of the Gateways of this proxy has the port.
    GatewayPort,
    /// An older resource has the host.
    HostConflict,
    /// The VirtualService that a rule hands over to does not exist or may not be used.
    DelegateMissing,
    /// The host has routes, and none for such a request.
    NoMatch,
    /// An earlier rule takes every request.
    Shadowed,
    /// The rule is for other clients.
    OtherClients,
    /// The object is part of another one.
    Shared,
    /// The proxy has had no update since the resource was changed.
    Stale,
    /// Other proxies have it, and nothing says why this one has not.
    OnlyElsewhere,
}

/// How a reason is known, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The proxy's own dump says so.
    Dump,
    /// It follows from the resources that were read.
    Resources,
    /// It would explain it; something else may, too.
    Likely,
    /// Other proxies, or times, suggest it.
    Comparison,
}

impl Basis {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Dump => "the dump says so",
            Self::Resources => "the resources say so",
            Self::Likely => "likely",
            Self::Comparison => "by comparison",
        }
    }
}

/// Why an object is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reason {
    /// Which reason.
    pub code: Code,
    /// The reason in a sentence.
    pub sentence: String,
    /// Whose it is; the first is the most likely to want a change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// How it is known.
    pub basis: Basis,
    /// What to do.
    pub next: String,
}

impl Reason {
    /// A reason without owners.
    pub(super) fn new(code: Code, basis: Basis, sentence: impl Into<String>, next: impl Into<String>) -> Self {
        Self { code, sentence: sentence.into(), owners: Vec::new(), basis, next: next.into() }
    }

    /// Adds owners.
    #[must_use]
    pub(super) fn by(mut self, owners: impl IntoIterator<Item = Owner>) -> Self {
        self.owners.extend(owners);
        self
    }
}
