//! A recorded proxy's configuration in a real Envoy, with clients on one side and the sink on the other.

use std::net::SocketAddrV4;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use meshdbg::model::ProxyKind;
use meshdbg::simulate::request::Direction;
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::bootstrap::{self, Bootstrap, Setting};
use super::certificates::Authority;
use super::client::{Client, Saw};
use super::envoy::Envoy;
use super::fixture::Subject;
use super::log::Log;
use super::observe::{Notes, Observation};
use super::request::Play;
use super::sink::Sink;
use super::wire::tls;

/// Requests in flight at a time.
const AT_ONCE: usize = 12;

/// Times to wait for a bucket of tokens.
const ROUNDS: usize = 20;

/// The lab of one proxy. The Envoy stops when it is dropped.
pub(crate) struct Lab {
    envoy: Envoy,
    _folder: TempDir,
    bootstrap: Bootstrap,
    sink: Sink,
    client: Arc<Client>,
    log: Log,
    played: usize,
    pub(crate) is_waypoint: bool,
}

impl Lab {
    /// Starts everything.
    ///
    /// # Errors
    /// Where the real Envoy does not take the configuration.
    pub(crate) fn start(binary: &Path, subject: &Subject, authority: &Arc<Authority>) -> Result<Self, String> {
        let folder = tempfile::tempdir().unwrap();
        let own = authority.leaf(&[&subject.identity]);
        let setting = Setting { mesh: authority, public: authority, own, seat: None };
        let bootstrap = bootstrap::make(subject, folder.path(), &setting);
        std::fs::write(folder.path().join("access.log"), "").unwrap();
        let sink = Sink::new(tls::server(&authority.leaf(&["sink.example.test"])));
        // Clients must reach the proxy where it listens, also where its own address is an endpoint.
        let is_own = |address: &&SocketAddrV4| {
            address.ip() == &subject.address && bootstrap.bound_ports.contains(&address.port())
        };
        bootstrap.endpoints.iter().filter(|address| !is_own(address)).for_each(|address| sink.listen(*address));
        let envoy = Envoy::start(binary, folder.path(), &bootstrap.config)
            .map_err(|error| format!("{}: the real Envoy refuses the configuration: {error}", subject.id))?;
        let log = Log::open(&folder.path().join("access.log")).unwrap();
        let is_waypoint = subject.kind == ProxyKind::Waypoint;
        let client = Client::new(authority.clone(), subject.address, is_waypoint);
        Ok(Self { envoy, _folder: folder, bootstrap, sink, client: Arc::new(client), log, played: 0, is_waypoint })
    }

    /// Plays requests. Those of which something was lost are played again alone: one bad message on a shared connection
    /// must not be blamed on others. Those that met an empty bucket of tokens are played again when it is filled.
    pub(crate) async fn play(&mut self, plays: &[Play]) -> Vec<Observation> {
        let mut all = self.play_once(plays, AT_ONCE).await;
        for (play, observation) in plays.iter().zip(&mut all) {
            if observation.observed.end.disposition == "upstream_failed" || observation.is_incomplete {
                *observation = self.play_once(std::slice::from_ref(play), 1).await.remove(0);
            }
        }
        for _ in 0..ROUNDS {
            let limited: Vec<usize> = (0..all.len()).filter(|index| is_limited(&all[*index])).collect();
            if limited.is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
            let again: Vec<Play> = limited.iter().map(|index| plays[*index].clone()).collect();
            for (index, observation) in limited.into_iter().zip(self.play_once(&again, AT_ONCE).await) {
                all[index] = observation;
            }
        }
        all
    }

    async fn play_once(&mut self, plays: &[Play], at_once: usize) -> Vec<Observation> {
        for play in plays.iter().filter(|play| play.direction != Direction::Gateway) {
            self.sink.listen(play.dst);
            for port in &self.bootstrap.overridden_ports {
                self.sink.listen(SocketAddrV4::new(*play.dst.ip(), *port));
            }
        }
        let room = Arc::new(Semaphore::new(at_once));
        let mut tasks = JoinSet::new();
        for (index, play) in plays.iter().cloned().enumerate() {
            let (client, room) = (self.client.clone(), room.clone());
            let number = (self.played + index).to_string();
            tasks.spawn(async move {
                let _place = room.acquire_owned().await.unwrap();
                (index, client.play(&play, &number).await)
            });
        }
        let mut saw: Vec<(usize, Saw)> = tasks.join_all().await;
        saw.sort_by_key(|(index, _)| *index);
        let clients: Vec<String> = saw.iter().filter_map(|(_, saw)| Some(saw.from?.to_string())).collect();
        let rows = self.log.settle(&clients).await;
        self.envoy.check();
        let arrivals = std::mem::take(&mut *self.sink.record.arrivals.lock().unwrap());
        let requests = std::mem::take(&mut *self.sink.record.requests.lock().unwrap());
        let notes = Notes { bootstrap: &self.bootstrap, rows: &rows, arrivals: &arrivals, requests: &requests };
        let first = self.played;
        self.played += plays.len();
        saw.iter().zip(plays).map(|((index, saw), play)| notes.of(play, &(first + index).to_string(), saw)).collect()
    }
}

fn is_limited(observation: &Observation) -> bool {
    observation.observed.end.disposition == "rate_limited"
}
