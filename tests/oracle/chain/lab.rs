//! Several real Envoys, the network between them, and a client that plays requests.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use meshdbg::model::ProxyKind;
use meshdbg::simulate::request::Direction;
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::draw::Draw;
use super::hub::{Crossing, Hub, Stand};
use super::scene::{Member, Scene};
use super::seen::{Notes, Sighting};
use crate::oracle::bootstrap::{self, Bootstrap, Seat, Setting};
use crate::oracle::client::{Client, Saw};
use crate::oracle::envoy::Envoy;
use crate::oracle::log::{Log, Row};
use crate::oracle::wire::tls;

/// Requests in flight at a time.
const AT_ONCE: usize = 8;
/// Logs are complete when nothing came for so long: a proxy that hears noise logs it a second later.
const QUIET: Duration = Duration::from_millis(300);
const QUIET_ALONE: Duration = Duration::from_millis(1300);
const PATIENCE: Duration = Duration::from_millis(2500);

/// The proxies of a scene. They stop when it is dropped.
pub(crate) struct Lab {
    envoys: Vec<Envoy>,
    _folders: Vec<TempDir>,
    logs: Vec<Log>,
    pub(crate) bootstraps: Vec<Bootstrap>,
    /// The host names behind made-up addresses.
    pub(crate) names: BTreeMap<Ipv4Addr, String>,
    hub: Hub,
    client: Arc<Client>,
    played: usize,
}

impl Lab {
    /// Starts everything.
    ///
    /// # Errors
    /// Where a real Envoy does not take its configuration.
    pub(crate) fn start(binary: &Path, scene: &Scene) -> Result<Self, String> {
        let stands: Vec<Stand> = scene.members.iter().enumerate().map(stand).collect();
        let (mut envoys, mut folders, mut logs, mut bootstraps) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut names = BTreeMap::new();
        for (member, stand) in scene.members.iter().zip(&stands) {
            let folder = tempfile::tempdir().unwrap();
            let seat = Seat { door: stand.door.unwrap_or(stand.address), home: stand.home, names };
            let (mesh, public) = (&*scene.authorities.mesh, &*scene.authorities.public);
            let setting = Setting { mesh, public, own: member.certificate.clone(), seat: Some(seat) };
            let bootstrap = bootstrap::make(member.subject, folder.path(), &setting);
            names = bootstrap.names.clone();
            let log = folder.path().join("access.log");
            std::fs::write(&log, "").unwrap();
            logs.push(Log::open(&log).unwrap());
            envoys.push(Envoy::spawn(binary, folder.path(), &bootstrap.config)?);
            folders.push(folder);
            bootstraps.push(bootstrap);
        }
        for (envoy, member) in envoys.iter_mut().zip(&scene.members) {
            envoy.wait().map_err(|error| format!("{}: the real Envoy does not start: {error}", member.subject.id))?;
        }
        let hosts: BTreeSet<&str> = names.values().map(String::as_str).chain(["*.example.test"]).collect();
        let hosts: Vec<&str> = hosts.into_iter().filter(|host| host.parse::<Ipv4Addr>().is_err()).collect();
        let tls = tls::server(&scene.authorities.public.leaf(&hosts));
        let doors = stands.iter().filter_map(|stand| Some((stand.id.clone(), stand.door?))).collect();
        let client = Client::of_many(scene.authorities.mesh.clone(), scene.authorities.public.clone(), doors);
        let hub = Hub::new(stands, scene.services.clone(), tls);
        let of_clusters = bootstraps.iter().flat_map(|bootstrap| &bootstrap.endpoints);
        for address in of_clusters.chain(scene.services.keys()).chain(scene.services.values()) {
            hub.listen(*address);
        }
        Ok(Self { envoys, _folders: folders, logs, bootstraps, names, hub, client: Arc::new(client), played: 0 })
    }

    /// Plays requests. Those of which something was lost, or refused on the way, are played again alone: then time tells
    /// what belongs together.
    pub(crate) async fn play(&mut self, draws: &[Draw]) -> Vec<Sighting> {
        let mut all = self.play_once(draws, false).await;
        for (draw, sighting) in draws.iter().zip(&mut all) {
            if sighting.is_incomplete {
                *sighting = self.play_once(std::slice::from_ref(draw), true).await.remove(0);
            }
        }
        all
    }

    async fn play_once(&mut self, draws: &[Draw], alone: bool) -> Vec<Sighting> {
        let draws: Vec<Draw> = draws.iter().map(|draw| draw.at(&self.names)).collect();
        for draw in &draws {
            self.names.extend(draw.name.clone().map(|name| (*draw.play.dst.ip(), name)));
            self.hub.listen(draw.play.dst);
        }
        let room = Arc::new(Semaphore::new(AT_ONCE));
        let mut tasks = JoinSet::new();
        for (index, draw) in draws.iter().cloned().enumerate() {
            let (client, room) = (self.client.clone(), room.clone());
            let number = (self.played + index).to_string();
            tasks.spawn(async move {
                let _place = room.acquire_owned().await.unwrap();
                (index, client.play(&draw.play, &number).await)
            });
        }
        let mut saw: Vec<(usize, Saw)> = tasks.join_all().await;
        saw.sort_by_key(|(index, _)| *index);
        let crossings = self.hub.shared.crossings.lock().unwrap().clone();
        let clients = saw.iter().zip(&draws).filter_map(|((_, saw), draw)| {
            let from = SocketAddr::V4(saw.from?);
            let brought = Crossing::between(&crossings, from, draw.play.dst);
            Some(brought.map_or(from, |crossing| crossing.to).to_string())
        });
        let clients: Vec<String> = clients.collect();
        let rows = self.settle(&clients, if alone { QUIET_ALONE } else { QUIET }).await;
        self.envoys.iter_mut().for_each(Envoy::check);
        let shared = &self.hub.shared;
        let notes = Notes {
            stands: &shared.stands,
            bootstraps: &self.bootstraps,
            names: &self.names,
            services: &shared.services,
            rows,
            crossings: shared.crossings.lock().unwrap().clone(),
            arrivals: std::mem::take(&mut *shared.record.arrivals.lock().unwrap()),
            requests: std::mem::take(&mut *shared.record.requests.lock().unwrap()),
            alone,
        };
        let first = self.played;
        self.played += draws.len();
        saw.iter().zip(&draws).map(|((index, saw), draw)| notes.of(draw, &(first + index).to_string(), saw)).collect()
    }

    /// Reads all logs until the connections of these clients have ended, and nothing comes any more.
    async fn settle(&mut self, clients: &[String], quiet: Duration) -> Vec<(usize, Row)> {
        let (mut rows, mut last) = (Vec::new(), Instant::now());
        loop {
            for (proxy, log) in self.logs.iter_mut().enumerate() {
                let mut more = Vec::new();
                if log.more(&mut more) {
                    last = Instant::now();
                }
                rows.extend(more.into_iter().map(|row| (proxy, row)));
            }
            let connections = rows.iter().filter(|(_, row)| row.is("conn"));
            let ended: BTreeSet<String> = connections.filter_map(|(_, row)| row.text("client")).collect();
            let all = clients.iter().all(|client| ended.contains(client));
            if all && last.elapsed() > quiet || last.elapsed() > PATIENCE {
                return rows;
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }
}

/// Addresses of its own for every proxy; `127.0.0.6` of Istio's cannot be shared in one network.
fn stand((number, member): (usize, &Member)) -> Stand {
    let number = u8::try_from(number + 1).unwrap();
    let is_sidecar = member.subject.kind == ProxyKind::Sidecar;
    Stand {
        id: member.subject.id.clone(),
        address: member.subject.address,
        door: is_sidecar.then(|| Ipv4Addr::new(127, 200, 0, number)),
        home: Ipv4Addr::new(127, 201, 0, number),
    }
}

/// Where the sidecar of the sender, or the destination itself, takes a request.
pub(crate) fn first_stand(stands: &[Stand], draw: &Draw) -> Option<usize> {
    stands.iter().position(|stand| match draw.play.direction {
        Direction::Outbound => stand.id == draw.play.proxy,
        Direction::Inbound | Direction::Gateway => stand.address == *draw.play.dst.ip(),
    })
}
