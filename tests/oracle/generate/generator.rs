//! The generator as a whole.

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddrV4};

use fastrand::Rng;
use meshdbg::model::ProxyKind;
use meshdbg::simulate::request::{Direction, Protocol};
use serde_json::Value;

use super::doors;
use super::words::Words;
use crate::oracle::fixture::Subject;
use crate::oracle::request::Play;
use crate::oracle::tokens::Signer;

/// Identities that may or may not be known to the mesh.
const PEERS: [&str; 6] = [
    "spiffe://cluster.local/ns/shop/sa/frontend",
    "spiffe://cluster.local/ns/shop/sa/reviews",
    "spiffe://cluster.local/ns/istio-ingress/sa/ingressgateway",
    "spiffe://cluster.local/ns/team-b/sa/client",
    "spiffe://cluster.local/ns/legacy/sa/old",
    "spiffe://other.domain/ns/shop/sa/frontend",
];

/// Makes requests for a proxy.
pub(crate) struct Generator<'a> {
    pub(crate) subject: &'a Subject,
    pub(crate) signer: &'a Signer,
    pub(crate) random: Rng,
    pub(crate) words: Words,
    /// Providers of tokens that were met.
    pub(crate) issuers: Vec<Value>,
    pub(crate) made: Vec<Play>,
    /// Addresses that requests go to.
    pub(crate) addresses: Vec<Ipv4Addr>,
}

/// This many requests for a proxy: two fifths of them hits.
pub(crate) fn requests(subject: &Subject, signer: &Signer, seed: u64, count: usize) -> Vec<Play> {
    let mut random = Rng::with_seed(seed);
    let mut words = Words::of(&subject.dump, &mut random);
    words.peers.extend(PEERS.map(str::to_owned));
    let mut generator =
        Generator { subject, signer, random, words, issuers: Vec::new(), made: Vec::new(), addresses: Vec::new() };
    generator.hits();
    let mut hits = std::mem::take(&mut generator.made);
    generator.random.shuffle(&mut hits);
    generator.addresses = hits.iter().map(|play| *play.dst.ip()).collect();
    let mut known = BTreeSet::new();
    let mut chosen: Vec<Play> =
        hits.iter().filter(|play| known.insert(key(play))).take(count * 2 / 5).cloned().collect();
    // A small configuration may not have as many different ones.
    for _ in 0..count * 50 {
        if chosen.len() >= count {
            break;
        }
        let mut play = generator.random.choice(&hits).unwrap().clone();
        let times = generator.random.choice([1, 1, 1, 2, 3]).unwrap();
        let changes: Vec<&str> = (0..times).filter_map(|_| generator.mutate(&mut play)).collect();
        play.id = format!("{} of {}", changes.join(", "), play.id);
        let play = play.settled();
        if known.insert(key(&play)) {
            chosen.push(play);
        }
    }
    chosen
}

/// What makes a request another one.
fn key(play: &Play) -> String {
    Play { id: String::new(), ..play.clone() }.line()
}

impl Generator<'_> {
    /// Notes a request.
    pub(crate) fn push(&mut self, what: &str, play: Play) {
        let id = format!("{what} @ {}", play.id);
        self.made.push(Play { id, ..play }.settled());
    }

    fn hits(&mut self) {
        let doors = doors::doors(self.subject, &self.words.peers, &mut self.random);
        for door in &doors {
            self.behind(door);
        }
        if self.subject.kind == ProxyKind::Sidecar {
            let Some(door) = doors.iter().find(|door| door.play.direction == Direction::Outbound) else {
                return;
            };
            // Addresses and ports that nothing is known of, and those of the proxy itself.
            for port in [81, 4445, 15001, 15006, 15021, 15090] {
                let dst = SocketAddrV4::new(doors::OUTSIDE, port);
                let play = Play { dst, ..door.play.clone() };
                self.push("elsewhere", play.clone());
                self.push("elsewhere", Play { protocol: Protocol::Tcp, ..play });
            }
        }
    }
}
