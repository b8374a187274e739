//! What the logs of the proxies, the applications and the client say of one request, put together: hop by hop, each found
//! by the addresses of the connection that the one before opened.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};

use meshdbg::simulate::request::Protocol;
use serde_json::json;

use super::draw::{BARE, Draw};
use super::hub::{Crossing, Stand};
use super::lab::first_stand;
use crate::oracle::bootstrap::{Bootstrap, ID_HEADER};
use crate::oracle::client::{Saw, Trouble};
use crate::oracle::disposition::disposition;
use crate::oracle::log::Row;
use crate::oracle::sink::{Arrival, Seen as Request};
use crate::support::agreement::{self, Answering, End};
use crate::support::ways::{Seen, SeenHop};

/// Everything that was noted while requests were played.
pub(crate) struct Notes<'a> {
    pub(crate) stands: &'a [Stand],
    pub(crate) bootstraps: &'a [Bootstrap],
    pub(crate) names: &'a BTreeMap<Ipv4Addr, String>,
    pub(crate) services: &'a BTreeMap<SocketAddrV4, SocketAddrV4>,
    pub(crate) rows: Vec<(usize, Row)>,
    pub(crate) crossings: Vec<Crossing>,
    pub(crate) arrivals: Vec<Arrival>,
    pub(crate) requests: Vec<Request>,
    /// Whether only one request was played.
    pub(crate) alone: bool,
}

/// What was seen of a request.
#[derive(Debug)]
pub(crate) struct Sighting {
    pub(crate) seen: Seen,
    /// The rows as they stand in the logs.
    pub(crate) log: Vec<String>,
    /// Whether its first proxy tried several endpoints until one answered.
    pub(crate) is_retried: bool,
    /// Whether something should have been seen, and was not.
    pub(crate) is_incomplete: bool,
}

/// A hop, and the row that tells of it.
struct Found<'n> {
    proxy: usize,
    row: &'n Row,
    hop: SeenHop,
}

impl Notes<'_> {
    /// What became of one request.
    pub(crate) fn of(&self, draw: &Draw, number: &str, saw: &Saw) -> Sighting {
        let mut hops: Vec<Found> = Vec::new();
        let from = saw.from.map(SocketAddr::V4);
        let brought = from.and_then(|from| Crossing::between(&self.crossings, from, draw.play.dst));
        let brought = brought.map(|crossing| (crossing.stand, crossing.to));
        let mut next = brought.or_else(|| first_stand(self.stands, draw).zip(from));
        while let Some((proxy, client)) = next.take() {
            let Some(row) = self.row(proxy, client, number).or_else(|| self.refused(proxy, hops.last())) else {
                break;
            };
            let trouble = saw.error.filter(|_| hops.is_empty());
            let hop = self.hop(proxy, client, row, trouble, hops.is_empty());
            let is_last = matches!(hop.listener.as_deref(), Some("virtualInbound"))
                || hop.cluster.as_deref().is_some_and(|name| name.starts_with("inbound|"));
            hops.push(Found { proxy, row, hop });
            if !is_last && hops.len() < 6 {
                next = self.next(row);
            }
        }
        self.sighting(draw, number, saw, &hops)
    }

    /// The row of a connection at a proxy: of the request, of its bytes, or of the connection alone.
    fn row(&self, proxy: usize, client: SocketAddr, number: &str) -> Option<&Row> {
        let client = client.to_string();
        let mine = |kind: &'static str| {
            let rows = self.rows.iter().filter(move |(at, row)| *at == proxy && row.is(kind));
            rows.map(|(_, row)| row).filter(|row| row.text("client").as_ref() == Some(&client))
        };
        let own = mine("http").find(|row| row.text("id").as_deref() == Some(number));
        // What the codec refuses has no headers.
        let nameless = || mine("http").find(|row| row.text("id").is_none());
        let connection = || mine("conn").next().filter(|_| mine("http").next().is_none());
        own.or_else(nameless).or_else(|| mine("tcp").next()).or_else(connection)
    }

    /// A connection of the hop before that this proxy did not accept: the log of the hop before does not say from which
    /// port it came.
    fn refused(&self, proxy: usize, before: Option<&Found>) -> Option<&Row> {
        let from = self.stands[before.filter(|_| self.alone)?.proxy].address.to_string();
        let rows = self.rows.iter().filter(|(at, row)| *at == proxy && row.is("conn")).map(|(_, row)| row);
        rows.filter(|row| {
            let client = row.text("client").unwrap_or_default();
            client.rsplit_once(':').is_some_and(|(ip, _)| ip == from)
        })
        .find(|row| {
            let says = ["tls_failure", "flags", "close"].iter().any(|field| row.text(field).is_some());
            says || row.text("chain").is_none()
        })
    }

    /// The proxy that a hop's connection was brought to, and the client's address there.
    fn next(&self, row: &Row) -> Option<(usize, SocketAddr)> {
        let from: Option<SocketAddr> = row.text("upstream_local").and_then(|address| address.parse().ok());
        let upstream: SocketAddrV4 = row.text("upstream")?.parse().ok()?;
        if let Some(crossing) = from.and_then(|from| Crossing::between(&self.crossings, from, upstream)) {
            return Some((crossing.stand, crossing.to));
        }
        let upstream = self.services.get(&upstream).unwrap_or(&upstream);
        let stand = self.stands.iter().position(|stand| stand.address == *upstream.ip())?;
        Some((stand, from.unwrap_or(SocketAddr::from(([0, 0, 0, 0], 0)))))
    }

    fn hop(&self, proxy: usize, client: SocketAddr, row: &Row, trouble: Option<Trouble>, is_first: bool) -> SeenHop {
        let client = client.to_string();
        let connection = self
            .rows
            .iter()
            .find(|(at, row)| *at == proxy && row.is("conn") && row.text("client").as_ref() == Some(&client));
        let of_connection = |field: &str| connection.and_then(|(_, row)| row.text(field));
        let kind = row.text("kind").unwrap_or_default();
        let is_http = kind == "http";
        let chain = row.text("chain").or_else(|| of_connection("chain"));
        let speaks_tls = chain.as_ref().is_some_and(|chain| self.bootstraps[proxy].tls_chains.contains(chain));
        let close = of_connection("close").or_else(|| row.text("close"));
        let tls_failure = row.text("tls_failure").or_else(|| of_connection("tls_failure"));
        let tls_failure = tls_failure.filter(|_| !is_http && speaks_tls);
        // After the handshake.
        let tls_failure = tls_failure.filter(|why| is_first || !why.contains("Connection_reset_by_peer"));
        let end = End {
            code: row.text("code").filter(|_| is_http).and_then(|code| code.parse().ok()).unwrap_or_default(),
            flags: row.flags().collect(),
            details: row.text("details"),
            ..End::default()
        };
        let response = Answering { headers: row.response(), body: None };
        let upstream = row.text("upstream").map(|address| self.named(&address));
        let listener = row.text("listener");
        let observed = agreement::Observed {
            kind: kind.clone(),
            listener: listener.clone(),
            chain: chain.clone(),
            close: close.clone(),
            response,
            upstream: upstream.clone(),
            end: end.clone(),
            ..agreement::Observed::default()
        };
        let mut word = disposition(&observed, tls_failure.is_some(), trouble);
        let is_reset = !end.flags.is_empty() && end.flags.iter().all(|flag| matches!(flag.as_str(), "UR" | "DR"));
        if kind == "tcp" && is_reset && word == "upstream_failed" {
            // Bytes flowed, and then one side broke off.
            word = "tcp_forwarded";
        }
        if !is_first && tls_failure.is_some() {
            // The TCP proxy has connected to the application before the handshake failed.
            word = "tls_failed";
        }
        SeenHop {
            proxy: self.stands[proxy].id.clone(),
            code: end.code,
            flags: end.flags,
            details: end.details,
            listener,
            chain,
            route: row.text("route"),
            cluster: row.text("cluster"),
            upstream,
            authority: row.text("authority").filter(|_| is_http),
            path: row.text("path").filter(|_| is_http),
            peer: row.text("peer").or_else(|| of_connection("peer")),
            close,
            disposition: word.to_owned(),
            kind,
        }
    }

    fn sighting(&self, draw: &Draw, number: &str, saw: &Saw, hops: &[Found]) -> Sighting {
        let source = hops.last().and_then(|last| last.row.text("upstream_local"));
        let is_of = |arrival: &Arrival| Some(arrival.peer.to_string()) == source;
        let asked =
            |request: &&Request| request.headers.iter().any(|(name, value)| name == ID_HEADER && value == number);
        let request = self.requests.iter().filter(asked).find(|request| is_of(&request.by));
        let arrival = request.map(|request| &request.by).or_else(|| self.arrivals.iter().find(|by| is_of(by)));
        let application = arrival.map(|arrival| {
            let at = hops.last().and_then(|last| last.hop.upstream.clone()).unwrap_or_default();
            let is_inside = at.starts_with("127.");
            let stand = self.stands.iter().find(|stand| {
                let ip = arrival.peer.ip();
                ip == stand.home || is_inside && ip == stand.address
            });
            // A PROXY header tells the pod without a sidecar which address was asked for.
            let is_told = stand.is_none() && at.starts_with(&format!("{}:", BARE.1));
            let at = if is_told { draw.play.dst.to_string() } else { at };
            format!("app {} {at}", stand.map_or("outside", |stand| &stand.id))
        });
        let Some(last) = hops.last() else {
            let end = json!({ "code": saw.status, "disposition": "none" });
            return Sighting {
                seen: Seen { hops: Vec::new(), end },
                log: Vec::new(),
                is_retried: false,
                is_incomplete: true,
            };
        };
        let deep = &last.hop;
        let done = matches!(deep.disposition.as_str(), "forwarded" | "tcp_forwarded");
        let made = |found: &&Found| {
            let details = found.hop.details.as_deref();
            found.hop.kind == "http" && details.is_some_and(|details| details != "via_upstream")
        };
        let made = hops.iter().rev().find(made);
        let answered = application.as_ref().filter(|_| done || deep.kind == "tcp" && request.is_some());
        let before = hops.len().checked_sub(2).map(|at| &hops[at]);
        let mut word = deep.disposition.clone();
        if matches!(word.as_str(), "other_terminal" | "closed")
            && before.is_some_and(|before| before.hop.disposition == "upstream_failed")
        {
            "upstream_failed".clone_into(&mut word);
        }
        if let Some(made) = made.filter(|_| done && deep.kind == "http" && application.is_none()) {
            word.clone_from(&made.hop.disposition);
        }
        let proxy = |found: &Found| format!("proxy {}", found.hop.proxy);
        let mut decided_by = answered.filter(|_| done).cloned().unwrap_or_else(|| proxy(last));
        if let Some(before) = before.filter(|_| word == "tls_failed") {
            // The client of the connection did not accept the server's certificate.
            let why = before.row.text("upstream_failure").unwrap_or_default();
            if why.contains("CERTIFICATE_VERIFY_FAILED") {
                decided_by = proxy(before);
            }
        }
        let is_passed_on = application.is_some() && deep.details.as_deref() == Some("via_upstream");
        let answered_by = match (made.filter(|_| !is_passed_on), answered) {
            (Some(made), _) => proxy(made),
            (None, Some(application)) => application.clone(),
            (None, None) => proxy(last),
        };
        let is_read = draw.play.protocol == Protocol::Http1 && saw.status > 0;
        let code = if is_read { saw.status } else { hops[0].hop.code };
        let end = json!({ "code": code, "disposition": word, "decided_by": decided_by, "answered_by": answered_by });
        let is_lost = done && application.is_none();
        let first = &hops[0];
        let attempts = first.row.text("attempts").and_then(|attempts| attempts.parse::<u32>().ok());
        Sighting {
            is_incomplete: is_lost || deep.disposition == "upstream_failed",
            is_retried: attempts > Some(1) && !first.hop.flags.iter().any(|flag| flag == "URX"),
            log: hops.iter().map(|found| found.row.shown()).collect(),
            seen: Seen { hops: hops.iter().map(|found| found.hop.clone()).collect(), end },
        }
    }

    /// An address with the host name that it stands for.
    fn named(&self, address: &str) -> String {
        let name = address.rsplit_once(':').and_then(|(ip, port)| {
            let name = self.names.get(&ip.parse().ok()?)?;
            Some(format!("{name}:{port}"))
        });
        name.unwrap_or_else(|| address.to_owned())
    }
}
