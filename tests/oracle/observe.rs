//! What the real Envoy did with one request: log, sink and client put together.

use std::collections::BTreeMap;

use meshdbg::simulate::batch::Answered;

use super::bootstrap::{Bootstrap, ID_HEADER};
use super::client::Saw;
use super::disposition::disposition;
use super::log::Row;
use super::request::Play;
use super::sink::{Arrival, Seen};
use crate::support::agreement::{Answering, End, Observed, Sent};

/// Headers of forwarded answers that every answer has.
const OF_EVERY_ANSWER: [&str; 5] =
    ["content-type", "server", "x-envoy-upstream-service-time", "grpc-status", "grpc-message"];

/// Everything that was noted while a batch was played.
pub(crate) struct Notes<'a> {
    pub(crate) bootstrap: &'a Bootstrap,
    pub(crate) rows: &'a [Row],
    pub(crate) arrivals: &'a [Arrival],
    pub(crate) requests: &'a [Seen],
}

/// What the real Envoy did, as far as it does not depend on what is compared with it.
#[derive(Debug, Default)]
pub(crate) struct Observation {
    pub(crate) observed: Observed,
    /// The request as it arrived.
    arrived: Option<Seen>,
    /// The request as it was sent.
    sent: Vec<(String, String)>,
    /// Whether it should have arrived, and did not: too late, or lost on a connection that broke.
    pub(crate) is_incomplete: bool,
}

impl Notes<'_> {
    /// What became of one request.
    pub(crate) fn of(&self, play: &Play, number: &str, saw: &Saw) -> Observation {
        let client = saw.from.map(|from| from.to_string()).unwrap_or_default();
        let mine: Vec<&Row> = self.rows.iter().filter(|row| is_of(row, &client)).collect();
        let of = |kind: &'static str| mine.iter().copied().filter(move |row| row.is(kind));
        let inner_first = |row: &&&Row| row.text("listener").as_deref() != Some("main_internal");
        let by_number = self.rows.iter().find(|row| row.is("http") && row.text("id").as_deref() == Some(number));
        let is_tunnel = |row: &&Row| {
            row.text("method").as_deref() == Some("CONNECT")
                && row.text("listener").as_deref() == Some("connect_terminate")
                && play.method.as_deref() != Some("CONNECT")
        };
        let mut requests: Vec<&Row> = of("http").filter(|row| !is_tunnel(row)).collect();
        let mut tcp: Vec<&Row> =
            of("tcp").filter(|row| row.text("listener").as_deref() != Some("connect_originate")).collect();
        let mut connections: Vec<&Row> = of("conn").collect();
        for rows in [&mut requests, &mut tcp, &mut connections] {
            rows.sort_by_key(|row| inner_first(&row));
        }
        let Some(row) =
            requests.first().copied().or(by_number).or(tcp.first().copied()).or(connections.first().copied())
        else {
            return Observation { is_incomplete: true, ..Observation::default() };
        };
        let same = |known: &&&Row| known.text("listener") == row.text("listener");
        let connection = connections.iter().find(same).or(connections.last()).copied();
        self.observation(play, number, saw, row, connection)
    }

    fn observation(&self, play: &Play, number: &str, saw: &Saw, row: &Row, connection: Option<&Row>) -> Observation {
        let kind = row.text("kind").unwrap_or_default();
        let is_http = kind == "http";
        let of_connection = |field: &str| connection.and_then(|connection| connection.text(field));
        let chain = row.text("chain").or_else(|| of_connection("chain"));
        let speaks_tls = chain.as_ref().is_some_and(|chain| self.bootstrap.tls_chains.contains(chain));
        let details = row.text("details");
        let made_here = !matches!(details.as_deref(), Some("via_upstream" | "websocket_handshake_unsuccessful"));
        let upstream = row.text("upstream").map(|address| self.named(&address));
        let mut observed = Observed {
            id: play.id.clone(),
            listener: row.text("listener"),
            chain: chain.clone(),
            close: of_connection("close").or_else(|| row.text("close")),
            upstream: upstream.clone(),
            end: End {
                code: row.text("code").filter(|_| is_http).and_then(|code| code.parse().ok()).unwrap_or_default(),
                flags: row.flags().collect(),
                details,
                chain,
                route: row.text("route"),
                cluster: row.text("cluster"),
                path: row.text("path"),
                authority: row.text("authority"),
                ..End::default()
            },
            response: Answering {
                headers: answer_headers(row, made_here),
                body: saw.body.clone().filter(|_| made_here && is_http).map(|body| body.chars().take(400).collect()),
            },
            kind: kind.clone(),
            ..Observed::default()
        };
        let tls_failure = of_connection("tls_failure").filter(|_| !is_http && speaks_tls);
        let word = disposition(&observed, tls_failure.is_some(), saw.error);
        word.clone_into(&mut observed.end.disposition);
        let seen: Vec<&Seen> = self.requests.iter().filter(|seen| number_of(seen) == Some(number)).collect();
        let source = row.text("upstream_local").unwrap_or_default();
        let main = seen.iter().find(|seen| seen.by.peer.to_string() == source).copied();
        let main = main.or_else(|| {
            let inside = upstream.as_ref().is_some_and(|address| address.starts_with("envoy://"));
            seen.iter().find(|_| inside).copied()
        });
        if main.is_some() {
            let others = seen.iter().filter(|seen| main.is_none_or(|main| !std::ptr::eq(**seen, main)));
            let clusters = others.filter_map(|seen| self.cluster_of(seen.by.peer));
            if observed.end.route.as_ref().is_some_and(|route| self.bootstrap.mirrors.contains(route)) {
                observed.end.shadows = clusters.collect();
            }
        }
        if kind == "tcp" {
            let arrival = self.arrivals.iter().find(|arrival| arrival.peer.to_string() == source);
            observed.upstream_request = arrival.or(main.map(|main| &main.by)).map(|arrival| Sent {
                tls: arrival.tls,
                sni: arrival.sni.clone(),
                ..Sent::default()
            });
        }
        let is_forwarded = is_http && !made_here;
        // The sink may not have said yet that it was reached.
        let is_lost = observed.end.disposition == "tcp_forwarded" && observed.upstream_request.is_none();
        Observation {
            is_incomplete: is_forwarded && main.is_none() || is_lost,
            arrived: main.filter(|_| is_http).cloned(),
            sent: play.sent_headers(),
            observed,
        }
    }

    fn cluster_of(&self, peer: std::net::SocketAddr) -> Option<String> {
        let std::net::IpAddr::V4(ip) = peer.ip() else {
            return None;
        };
        self.bootstrap.clusters.get(&ip).cloned()
    }

    /// An address with the host name that it stands for.
    fn named(&self, address: &str) -> String {
        let name = address.rsplit_once(':').and_then(|(ip, port)| {
            let name = self.bootstrap.names.get(&ip.parse().ok()?)?;
            Some(format!("{name}:{port}"))
        });
        name.unwrap_or_else(|| address.to_owned())
    }
}

impl Observation {
    /// What was observed, to be compared with an answer: lines that meshdbg names as those for the next proxy's HTTP
    /// server are expected to arrive, and are no difference.
    pub(crate) fn beside(&mut self, answered: &Answered) -> &Observed {
        if let Some(arrived) = &self.arrived {
            let mut lines = arrived.headers.clone();
            lines.retain(|(name, _)| name != ID_HEADER);
            let requests = answered.outcomes.iter().filter_map(|ending| ending.outcome.upstream_request.as_ref());
            for expected in requests.flat_map(|request| &request.for_next_proxy) {
                if let Some(at) = lines.iter().position(|line| line == expected) {
                    lines.swap_remove(at);
                }
            }
            let mut removed = self.sent.clone();
            let mut added = Vec::new();
            for (name, value) in lines {
                match removed.iter().position(|line| line.0 == name && line.1 == value) {
                    Some(at) => drop(removed.swap_remove(at)),
                    None => added.push((name, value)),
                }
            }
            self.observed.upstream_request = Some(Sent {
                method: Some(arrived.method.clone()),
                authority: arrived.authority.clone(),
                path: arrived.path.clone(),
                scheme: Some(arrived.scheme.clone()),
                added: masked(added),
                removed: masked(removed),
                tls: arrived.by.tls,
                sni: arrived.by.sni.clone(),
            });
        }
        &self.observed
    }
}

/// Hides what is random, and what depends on the test's own certificates.
fn masked(mut lines: Vec<(String, String)>) -> Vec<(String, String)> {
    for (name, value) in &mut lines {
        if name == "x-request-id" {
            "*".clone_into(value);
        } else if name == "x-forwarded-client-cert" {
            let parts = value.split(';').map(|part| if part.starts_with("Hash=") { "Hash=*" } else { part });
            *value = parts.collect::<Vec<_>>().join(";");
        }
    }
    lines.sort();
    lines
}

/// Listeners inside of the proxy see the proxy itself as the direct client.
fn is_of(row: &Row, client: &str) -> bool {
    let direct = row.text("client").unwrap_or_default();
    if direct.starts_with("envoy://") { row.text("remote").as_deref() == Some(client) } else { direct == client }
}

fn number_of(seen: &Seen) -> Option<&str> {
    seen.headers.iter().find(|(name, _)| name == ID_HEADER).map(|(_, value)| value.as_str())
}

fn answer_headers(row: &Row, made_here: bool) -> BTreeMap<String, String> {
    let mut headers = row.response();
    headers.retain(|name, _| made_here || !OF_EVERY_ANSWER.contains(&name.as_str()));
    for value in headers.values_mut() {
        if let Some((start, rest)) = value.split_once("=\"")
            && let Some((text, rest)) = rest.split_once('"')
            && text.len() == 16
            && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        {
            // The hash in a cookie for session affinity.
            *value = format!("{start}=\"*\"{rest}");
        }
    }
    headers
}
