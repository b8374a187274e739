//! Fields of a ztunnel's dump.

/// How the process runs, where it listens and whom it asks.
pub(super) const PROCESS: &[&str] = &[
    "adminAddr",
    "altCaHostname",
    "altXdsHostname",
    "caAddress",
    "caHeaders",
    "caRootCert",
    "clusterDomain",
    "clusterId",
    "connectionWindowSize",
    "crlPath",
    "dnsProxy",
    "dnsProxyAddr",
    "dnsResolverCfg",
    "dnsResolverOpts",
    "enableEnhancedBaggage",
    "fakeCa",
    "fakeSelfInbound",
    "frameSize",
    "inboundPlaintextAddr",
    "inpodPortReuse",
    "inpodUds",
    "ipv6Enabled",
    "localhostAppTunnel",
    "numWorkerThreads",
    "outboundAddr",
    "packetMark",
    "poolMaxStreamsPerConn",
    "poolUnusedReleaseTimeout",
    "proxy",
    "proxyArgs",
    "proxyMetadata",
    "proxyMode",
    "proxyWorkloadInformation",
    "readinessAddr",
    "requireOriginalSource",
    "secretTtl",
    "selfTerminationDeadline",
    "socketConfig",
    "socks5Addr",
    "statsAddr",
    "windowSize",
    "xdsAddress",
    "xdsHeaders",
    "xdsOnDemand",
    "xdsRootCert",
    "ztunnelIdentity",
    "ztunnelWorkload.serviceAccount",
];

/// Names of the build.
pub(super) const BUILD: &[&str] =
    &["buildProfile", "buildStatus", "cryptoProvider", "gitRevision", "istioVersion", "rustVersion"];

/// Names for logs and metrics.
pub(super) const NAMES: &[&str] =
    &["canonicalName", "canonicalRevision", "clusterType", "workloadName", "workloadType"];
