//! Words that stay, even as parts of names: Istio, Envoy, Kubernetes and protocols give them a meaning of their own.

use std::collections::HashSet;
use std::sync::LazyLock;

/// In groups: Istio's own names; parts of Envoy's and istiod's names; Kubernetes and DNS; protocols and what headers say;
/// Lua, and words of configuration in text.
const WORDS: &str = "
istio istiod pilot citadel galley ingress egress gateway gateways ingressgateway egressgateway waypoint ztunnel sidecar
mesh system root rootca revision discovery injector operator cni proxy proxyv2 remote primary
envoy inbound outbound vip passthroughcluster blackholecluster inboundpassthroughcluster inboundpassthroughclusteripv4
inboundpassthroughclusteripv6 passthrough blackhole virtualoutbound virtualinbound catchall allow any block all deny
audit log internal main connect originate terminate encap inner tunnel forward hbone prometheus stats agent sds xds ads
cds lds rds eds nds ecds zipkin otel opentelemetry jaeger skywalking datadog stackdriver sni dnat router policy rule ns
sa td spiffe policies rules networkpolicy authn authz jwt rbac origins peer principal default none auto first last
kubernetes kube k8s svc local cluster localhost pod node service services namespace com org net io dev gov edu www
http https http2 http1 grpc grpcs tcp udp tls mtls quic h2 h2c h3 spdy ws wss dns unix file uds stream
true false yes no on off null nil
get post put patch delete head options trace
application text charset utf gzip br deflate identity websocket
upgrade keep alive close chunked trailers bearer basic digest proto wasm protobuf accept content type length encoding
authorization host cookie path method scheme authority status version
localdomain bin etc usr var run lib tmp secrets certs ca cert key pem tokens token docker gcr quay ghcr latest
and or not function end then else elseif if do while for in repeat until return break request response handle
headers body add remove replace string match respond loginfo logwarn logerr logdebug logtrace logcritical metadata
exact prefix suffix contains regex present strict permissive mutual simple disable disabled enabled enable
namespaces apis destination virtual entry filter authorization authentication telemetry plugin workload group
route routes resource resources ports hosts values via info warning debug error endpoint endpoints state claim claims id
apps batch deployment deployments statefulset statefulsets daemonset daemonsets replicaset replicasets job jobs cronjob
cronjobs replicationcontroller replicationcontrollers
redacted
";

/// Names of services that people have and that are protocols too are no reserved words: they stay only where they name a
/// port.
const PROTOCOLS: [&str; 16] = [
    "http",
    "http2",
    "https",
    "grpc",
    "grpc-web",
    "grpcweb",
    "tcp",
    "tls",
    "udp",
    "mongo",
    "mysql",
    "redis",
    "hbone",
    "thrift",
    "auto",
    "kubernetes",
];

static RESERVED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| WORDS.split_ascii_whitespace().collect());

/// Whether a word, in small letters, can be translated: it is a word, and nothing reserved, no version such as `v1`.
pub(super) fn may_be_name(word: &str) -> bool {
    let is_version = word.strip_prefix('v').is_some_and(|rest| rest.starts_with(|digit: char| digit.is_ascii_digit()));
    let is_version = is_version && word.len() <= 4;
    word.len() > 1 && word.bytes().any(|byte| byte.is_ascii_alphabetic()) && !is_version && !RESERVED.contains(word)
}

/// Whether a word is a protocol's.
pub(super) fn is_protocol(word: &str) -> bool {
    PROTOCOLS.contains(&word)
}
