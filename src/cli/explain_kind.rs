//! The words for what can be explained: Envoy objects, and resources as kubectl calls them.

use clap::ValueEnum;

use crate::view::explain::Kind;

/// A word for a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Word {
    #[value(alias = "listeners", alias = "l")]
    Listener,
    #[value(alias = "chains", alias = "filterchain")]
    Chain,
    #[value(alias = "routes", alias = "r")]
    Route,
    #[value(alias = "clusters", alias = "c")]
    Cluster,
    #[value(alias = "endpoints", alias = "ep")]
    Endpoint,
    #[value(alias = "filters")]
    Filter,
    #[value(alias = "secrets", alias = "s")]
    Secret,
    #[value(name = "virtualservice", aliases = ["virtualservices", "vs"])]
    VirtualService,
    #[value(name = "destinationrule", aliases = ["destinationrules", "dr"])]
    DestinationRule,
    #[value(aliases = ["gateways", "gw", "gtw"])]
    Gateway,
    #[value(name = "serviceentry", aliases = ["serviceentries", "se"])]
    ServiceEntry,
    #[value(name = "workloadentry", aliases = ["workloadentries", "we"])]
    WorkloadEntry,
    #[value(name = "workloadgroup", aliases = ["workloadgroups", "wg"])]
    WorkloadGroup,
    #[value(aliases = ["sidecars"])]
    Sidecar,
    #[value(name = "envoyfilter", aliases = ["envoyfilters"])]
    EnvoyFilter,
    #[value(name = "proxyconfig", aliases = ["proxyconfigs"])]
    ProxyConfig,
    #[value(name = "peerauthentication", aliases = ["peerauthentications", "pa"])]
    PeerAuthentication,
    #[value(name = "requestauthentication", aliases = ["requestauthentications", "ra"])]
    RequestAuthentication,
    #[value(name = "authorizationpolicy", aliases = ["authorizationpolicies", "ap"])]
    AuthorizationPolicy,
    #[value(aliases = ["telemetries"])]
    Telemetry,
    #[value(name = "wasmplugin", aliases = ["wasmplugins"])]
    WasmPlugin,
    #[value(name = "trafficextension", aliases = ["trafficextensions"])]
    TrafficExtension,
    #[value(name = "backendtlspolicy", aliases = ["backendtlspolicies", "btlspolicy"])]
    BackendTlsPolicy,
    #[value(name = "httproute", aliases = ["httproutes"])]
    HttpRoute,
    #[value(name = "grpcroute", aliases = ["grpcroutes"])]
    GrpcRoute,
    #[value(name = "tlsroute", aliases = ["tlsroutes"])]
    TlsRoute,
    #[value(name = "tcproute", aliases = ["tcproutes"])]
    TcpRoute,
    #[value(name = "referencegrant", aliases = ["referencegrants", "refgrant"])]
    ReferenceGrant,
    #[value(aliases = ["services", "svc"])]
    Service,
    #[value(name = "endpointslice", aliases = ["endpointslices"])]
    EndpointSlice,
    #[value(aliases = ["pods", "po"])]
    Pod,
    #[value(aliases = ["ingresses", "ing"])]
    Ingress,
    #[value(name = "configmap", aliases = ["configmaps", "cm"])]
    ConfigMap,
}

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// An object of a proxy.
    Object(Kind),
    /// A resource, by its kind as in YAML.
    Resource(&'static str),
}

impl Word {
    /// What it means.
    pub(super) fn meaning(self) -> Meaning {
        let kind = match self {
            Self::Listener => return Meaning::Object(Kind::Listener),
            Self::Chain => return Meaning::Object(Kind::Chain),
            Self::Route => return Meaning::Object(Kind::Route),
            Self::Cluster => return Meaning::Object(Kind::Cluster),
            Self::Endpoint => return Meaning::Object(Kind::Endpoint),
            Self::Filter => return Meaning::Object(Kind::Filter),
            Self::Secret => return Meaning::Object(Kind::Secret),
            Self::VirtualService => "VirtualService",
            Self::DestinationRule => "DestinationRule",
            Self::Gateway => "Gateway",
            Self::ServiceEntry => "ServiceEntry",
            Self::WorkloadEntry => "WorkloadEntry",
            Self::WorkloadGroup => "WorkloadGroup",
            Self::Sidecar => "Sidecar",
            Self::EnvoyFilter => "EnvoyFilter",
            Self::ProxyConfig => "ProxyConfig",
            Self::PeerAuthentication => "PeerAuthentication",
            Self::RequestAuthentication => "RequestAuthentication",
            Self::AuthorizationPolicy => "AuthorizationPolicy",
            Self::Telemetry => "Telemetry",
            Self::WasmPlugin => "WasmPlugin",
            Self::TrafficExtension => "TrafficExtension",
            Self::BackendTlsPolicy => "BackendTLSPolicy",
            Self::HttpRoute => "HTTPRoute",
            Self::GrpcRoute => "GRPCRoute",
            Self::TlsRoute => "TLSRoute",
            Self::TcpRoute => "TCPRoute",
            Self::ReferenceGrant => "ReferenceGrant",
            Self::Service => "Service",
            Self::EndpointSlice => "EndpointSlice",
            Self::Pod => "Pod",
            Self::Ingress => "Ingress",
            Self::ConfigMap => "ConfigMap",
        };
        Meaning::Resource(kind)
    }
}
