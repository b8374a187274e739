//! What is behind the last proxy: the application, a pod without a proxy, or a place outside of what was read.

use super::reply::{Actor, Reply, tls_error};
use super::tail::Tail;
use crate::base::name::ProxyId;
use crate::simulate::connection::Wire;
use crate::simulate::departure::{Carried, Departure};

/// The last connection of a way.
#[derive(Debug, Clone, Copy)]
pub struct End<'d> {
    /// What arrives there.
    pub departure: &'d Departure,
    /// Whether the first client speaks HTTP.
    pub client_speaks_http: bool,
    /// Where the last proxy's client connected to.
    pub asked_for: std::net::SocketAddr,
}

impl End<'_> {
    /// The application behind its own proxy.
    pub(super) fn behind(&self, proxy: &ProxyId, address: &str) -> Tail {
        self.tail(Some(proxy.clone()), true, address, self.reply(usually_takes_tls(address)))
    }

    /// A pod without a proxy: nobody there takes the mesh's own TLS.
    pub(super) fn alone(&self, pod: ProxyId, address: &str) -> Tail {
        let of_mesh = self.departure.client.as_ref().is_some_and(|client| {
            client.certificate().and_then(|chain| chain.uri()).is_some_and(|name| name.starts_with("spiffe://"))
        });
        let reply = if of_mesh {
            Reply::Refused(tls_error("268435703:SSL_routines:OPENSSL_internal:WRONG_VERSION_NUMBER"))
        } else {
            self.reply(usually_takes_tls(address))
        };
        self.tail(Some(pod), false, address, reply)
    }

    /// A place of which nothing was read.
    pub(super) fn outside(&self, address: &str) -> Tail {
        self.tail(None, false, address, self.reply(true))
    }

    /// What it answers: an application is taken to speak what it is sent, also TLS where that is usual; but it takes
    /// off one layer of it.
    fn reply(&self, takes_tls: bool) -> Reply {
        match &self.departure.carried {
            Carried::Http { .. } => Reply::Application,
            Carried::Bytes(Wire::Tls) if self.departure.client.is_some() || !takes_tls => Reply::Bytes,
            Carried::Bytes(_) if self.client_speaks_http => Reply::Application,
            Carried::Bytes(_) | Carried::Nothing => Reply::Bytes,
        }
    }

    fn tail(&self, pod: Option<ProxyId>, behind_proxy: bool, address: &str, reply: Reply) -> Tail {
        let dialed = self.asked_for.to_string();
        let is_told = self.departure.tells_addresses && pod.is_some() && !behind_proxy;
        let asked_for = (is_told && dialed != address).then_some(dialed);
        let actor = Actor::Application { pod, behind_proxy, address: address.to_owned(), asked_for };
        Tail {
            share: 1.0,
            hops: Vec::new(),
            reply,
            answered_by: actor.clone(),
            disposition: None,
            decided_by: actor,
            undetermined: Vec::new(),
            steps: Vec::new(),
            door: None,
            is_tried_again: false,
        }
    }
}

/// Nothing in the configuration of a mesh says whether an application itself speaks TLS. Its port is a hint: 443, and
/// what people make of it (8443, 9443).
fn usually_takes_tls(address: &str) -> bool {
    address.rsplit_once(':').is_some_and(|(_, port)| port.ends_with("443"))
}
