//! Which HTTP a cluster speaks.

use crate::model::envoy::cluster::{Cluster, HttpProtocolOptions};

/// Which HTTP a cluster speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum UpstreamProtocol {
    /// HTTP/1.1.
    #[default]
    Http1,
    /// HTTP/2.
    Http2,
    /// HTTP/3.
    Http3,
    /// The client's.
    Downstream,
    /// By ALPN.
    Auto,
}

/// The options that clusters carry under this name.
const OPTIONS: &str = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

/// The protocol options of a cluster.
pub fn options(cluster: &Cluster) -> Option<HttpProtocolOptions> {
    let config = cluster.typed_extension_protocol_options.get(OPTIONS)?;
    config.decode::<HttpProtocolOptions>().ok().map(|decoded| decoded.value)
}

impl UpstreamProtocol {
    /// The protocol of a cluster.
    pub fn of(cluster: &Cluster, options: Option<&HttpProtocolOptions>) -> Self {
        let Some(options) = options else {
            return match (&cluster.http2_protocol_options, cluster.protocol_selection.as_str()) {
                (_, "USE_DOWNSTREAM_PROTOCOL") => Self::Downstream,
                (Some(_), _) => Self::Http2,
                (None, _) => Self::Http1,
            };
        };
        if options.use_downstream_protocol_config.is_some() {
            Self::Downstream
        } else if options.auto_config.is_some() {
            Self::Auto
        } else if let Some(explicit) = &options.explicit_http_config {
            match (&explicit.http2_protocol_options, &explicit.http3_protocol_options) {
                (Some(_), _) => Self::Http2,
                (None, Some(_)) => Self::Http3,
                (None, None) => Self::Http1,
            }
        } else {
            Self::Http1
        }
    }
}
