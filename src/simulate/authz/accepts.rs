//! What a port of a proxy takes: mutual TLS, TLS, plaintext, or several of them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::origin::Owner;
use crate::correlate::owners::rules::peer_authentication;
use crate::model::ProxyKind;
use crate::simulate::engine::ProxyEngine;
use crate::simulate::listener::ChainNode;
use crate::simulate::tls::ServerTls;

/// What a port takes, as its filter chains have it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each chain takes one of them, and a port has several chains")]
pub struct Accepts {
    /// TLS with a certificate of the client.
    pub mutual: bool,
    /// TLS that needs none.
    pub simple: bool,
    /// Plaintext.
    pub plaintext: bool,
    /// TLS for the application, which the proxy does not open.
    pub passes_tls: bool,
}

/// What a port of a proxy takes; `None` where no chain is for it.
pub fn accepts(engine: &ProxyEngine, port: u16) -> Option<Accepts> {
    let listeners = engine.listeners();
    let chains: Vec<&ChainNode> = match engine.proxy.kind {
        ProxyKind::Sidecar => {
            let inbound = listeners.named("virtualInbound")?;
            let all = || inbound.chains.iter().filter(|chain| !chain.config.name.ends_with("-blackhole"));
            let own = |chain: &&ChainNode| matched_port(chain) == Some(port);
            if all().any(|chain| own(&chain)) {
                all().filter(own).collect()
            } else {
                all().filter(|chain| matched_port(chain).is_none()).collect()
            }
        }
        ProxyKind::Gateway | ProxyKind::Waypoint | ProxyKind::Standalone => {
            let bound = listeners.all.iter().filter(|listener| listener.config.is_bound());
            let here = bound.filter(|listener| listener.config.address.port() == Some(port));
            here.flat_map(|listener| listener.chains.iter().chain(&listener.default_chain)).collect()
        }
    };
    let mut accepts = Accepts::default();
    for chain in &chains {
        let tls = chain.tls.get_or_init(|| ServerTls::of_chain(&chain.config, engine));
        let matches = chain.config.filter_chain_match.as_ref();
        let transport = matches.map_or("", |matches| matches.transport_protocol.as_str());
        match tls {
            Some(tls) if tls.is_mutual() => accepts.mutual = true,
            Some(_) => accepts.simple = true,
            // Nothing but a TLS handshake has a server name.
            None if matches.is_some_and(|matches| !matches.server_names.is_empty()) => accepts.passes_tls = true,
            None => {
                accepts.plaintext |= transport != "tls";
                accepts.passes_tls |= transport != "raw_buffer";
            }
        }
    }
    (!chains.is_empty()).then_some(accepts)
}

fn matched_port(chain: &ChainNode) -> Option<u16> {
    chain.config.filter_chain_match.as_ref().and_then(|matches| matches.destination_port)
}

/// The part of a PeerAuthentication that decides what a port of a sidecar takes.
pub fn decided_by(engine: &ProxyEngine, port: Option<u16>) -> Option<Owner> {
    let labels = &engine.proxy.bootstrap.node.metadata.labels;
    let world = engine.mesh.world();
    let cause = peer_authentication::deciding(world, &engine.proxy.id.namespace, labels, port)?;
    Some(engine.mesh.located(&cause.owner()))
}

impl Accepts {
    /// What it is: of a sidecar in Istio's word.
    pub fn word(self, kind: ProxyKind) -> &'static str {
        let is_sidecar = kind == ProxyKind::Sidecar;
        match (self.mutual, self.simple, self.plaintext) {
            (true, _, true) if is_sidecar => "PERMISSIVE",
            (true, false, false) if is_sidecar => "STRICT",
            (false, false, true) if is_sidecar => "DISABLE",
            (true, _, true) => "mutual TLS or plaintext",
            (true, true, false) => "TLS or mutual TLS",
            (true, false, false) => "mutual TLS",
            (false, true, true) => "TLS or plaintext",
            (false, true, false) => "TLS",
            (false, false, true) => "plaintext",
            (false, false, false) if self.passes_tls => "TLS, passed through",
            (false, false, false) => "nothing",
        }
    }

    /// What a client may speak, in words.
    pub fn words(self) -> &'static str {
        match (self.mutual, self.simple, self.plaintext) {
            (true, _, true) => "takes mutual TLS and plaintext (PERMISSIVE)",
            (true, _, false) => "takes mutual TLS only (STRICT)",
            (false, true, true) => "takes TLS and plaintext",
            (false, true, false) => "takes TLS only",
            (false, false, true) => "takes no TLS of the mesh (DISABLE)",
            (false, false, false) if self.passes_tls => "passes TLS on to the application",
            (false, false, false) => "takes nothing",
        }
    }
}
