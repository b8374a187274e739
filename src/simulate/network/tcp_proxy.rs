//! The TCP proxy: one connection in, one connection out.

use serde_json::{Map, Value};

use super::sni_cluster;
use crate::model::any::TypedConfig;
use crate::model::dump::Section;
use crate::model::envoy::metadata::Metadata;
use crate::model::envoy::tcp_proxy::TcpProxy;
use crate::simulate::asked::Asked;
use crate::simulate::choice::{Branch, ForkKind};
use crate::simulate::connection::{Connection, Wire};
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::internal;
use crate::simulate::outcome::{Disposition, Flag, UpstreamRequest};
use crate::simulate::retry::Retry;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{At, Mood, Stage, Step};
use crate::simulate::upstream::pick::{self, Wanted};

/// A TCP proxy, compiled.
#[derive(Debug)]
pub struct TcpProxyNode {
    /// As configured.
    pub config: TcpProxy,
}

impl TcpProxyNode {
    /// Compiles a TCP proxy.
    ///
    /// # Errors
    /// Where its configuration has another shape.
    pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Self, String> {
        let decoded: TcpProxy = config.read(unmodelled)?;
        Ok(Self { config: decoded })
    }

    /// The clusters it may connect to.
    pub fn clusters(&self) -> Vec<&str> {
        let weighted = self.config.weighted_clusters.iter().flat_map(|weighted| &weighted.clusters);
        std::iter::once(self.config.cluster.as_str())
            .filter(|name| !name.is_empty())
            .chain(weighted.map(|cluster| cluster.name.as_str()))
            .collect()
    }

    /// Connects to an endpoint, as soon as the connection is new.
    ///
    /// # Errors
    /// Where there is no cluster or no endpoint: the connection is closed.
    pub fn connect(&self, run: &mut Run, connection: &mut Connection) -> Flow {
        let (name, criteria) = self.pick_cluster(run, connection);
        let Some(cluster) = run.engine.cluster(&name) else {
            if !run.engine.proxy.dump.knows(Section::Clusters, &name) {
                return run.end_unknown(vec![Section::Clusters.missing().to_owned()]);
            }
            run.step(|| {
                Step::new(Stage::Cluster, if name.is_empty() { "none" } else { name.as_str() })
                    .because("the proxy has no such cluster: the connection is closed")
                    .mood(Mood::Fails)
            });
            run.outcome.flags.insert(Flag::Nc);
            return run.end(Disposition::NoCluster);
        };
        run.meet(&cluster.unmodelled);
        run.owned_by(&cluster.owners);
        run.outcome.cluster = Some(name);
        run.step(|| {
            let words = format!("{}, {}", cluster.config.type_word(), cluster.config.lb_policy.word());
            Step::new(Stage::Cluster, &cluster.config.name)
                .because(words)
                .owned_by(cluster.owners.clone())
                .at(At::Cluster(cluster.config.name.clone()))
        });
        if cluster.config.circuit_breakers.thresholds.iter().any(|threshold| threshold.max_connections == Some(0)) {
            run.outcome.flags.insert(Flag::Uo);
            run.step(|| {
                Step::new(Stage::Cluster, &cluster.config.name)
                    .because("its circuit breaker allows no connection at all")
                    .mood(Mood::Fails)
            });
            return run.end(Disposition::UpstreamFailed);
        }
        let metadata = connection.metadata.clone();
        let wanted = Wanted {
            criteria: &criteria,
            destination: pick::original_destination(connection, &metadata, &cluster),
            by_hostname: false,
        };
        match pick::pick(run, &cluster, &wanted)? {
            Err(why) => {
                run.step_with_evidence(|| Step::new(Stage::Endpoint, "none").because(why).mood(Mood::Fails));
                run.outcome.flags.insert(Flag::Uh);
                run.end(Disposition::NoHost)
            }
            Ok((cluster, group)) => {
                run.outcome.upstreams = group.upstreams();
                run.outcome.upstream_request =
                    Some(UpstreamRequest { tls: group.tls, sni: group.sni.clone(), ..UpstreamRequest::default() });
                pick::note_tls(run, &group, group.sni.as_deref());
                if run.follows {
                    // It connects before it is known whether anything will travel.
                    let (sni, alpn) = (group.sni.clone(), group.alpn.clone());
                    let nothing = Carried::Nothing;
                    let retry = Retry::of_connection(self.config.max_connect_attempts, &cluster.config);
                    let departure = Departure::new(run.engine, &cluster, group.clone(), sni, alpn, nothing, retry);
                    run.leaving = Some(departure.over(connection));
                }
                run.tcp_target = Some(group);
                Ok(())
            }
        }
    }

    /// The cluster: by SNI, the only one, or one of several by chance.
    fn pick_cluster(&self, run: &mut Run, connection: &Connection) -> (String, Map<String, Value>) {
        let criteria = |metadata: Option<&Metadata>| {
            metadata.and_then(|metadata| metadata.get::<Map<String, Value>>("envoy.lb")).unwrap_or_default()
        };
        let own = criteria(self.config.metadata_match.as_ref());
        if let Some(fact) = connection.filter_state.get(sni_cluster::CLUSTER) {
            return (fact.text.clone(), own);
        }
        let Some(weighted) = &self.config.weighted_clusters else {
            return (self.config.cluster.clone(), own);
        };
        let total: u32 = weighted.clusters.iter().map(|cluster| cluster.weight).sum();
        let branches: Vec<Branch> = weighted
            .clusters
            .iter()
            .map(|cluster| Branch {
                label: cluster.name.clone(),
                share: Some(f64::from(cluster.weight) / f64::from(total.max(1))),
            })
            .collect();
        let picked = run.choices.choose(ForkKind::Weight, || "tcp_proxy".to_owned(), &branches);
        let Some(cluster) = weighted.clusters.get(picked) else {
            return (String::new(), own);
        };
        let mut merged = own;
        merged.extend(criteria(cluster.metadata_match.as_ref()));
        (cluster.name.clone(), merged)
    }

    /// Passes the bytes on.
    ///
    /// # Errors
    /// Always: the connection's way through this proxy ends here.
    pub fn forward(&self, run: &mut Run, connection: &Connection, asked: &Asked, wire: Wire) -> Flow {
        let group = run.tcp_target.take().unwrap_or_default();
        if let Some(leaving) = &mut run.leaving {
            leaving.carried = Carried::Bytes(wire);
        }
        if let Some(tunnel) = &self.config.tunneling_config {
            let to = crate::simulate::format::fill(
                &tunnel.hostname,
                &crate::simulate::format::Source::of_connection(connection),
                "",
            )
            .unwrap_or_else(|_| tunnel.hostname.clone());
            run.step(|| {
                Step::new(Stage::NetworkFilter, "tcp_proxy")
                    .because(format!("tunnels by {} {to}", if tunnel.use_post { "POST" } else { "CONNECT" }))
            });
            if let Some(leaving) = &mut run.leaving {
                leaving.tunnel = Some(to);
            }
        }
        if let Some(inside) = &asked.inside
            && let Some(listener) = &group.internal
        {
            return internal::enter(run, connection, listener, &group, inside);
        }
        // TLS of the client passes through unread, unless the cluster wraps it once more.
        let passes_tls = wire == Wire::Tls;
        run.outcome.upstream_request = Some(UpstreamRequest {
            tls: group.tls || passes_tls,
            sni: group.sni.or_else(|| {
                asked.request.sni.as_ref().filter(|_| passes_tls && !group.tls).map(|sni| sni.to_ascii_lowercase())
            }),
            ..UpstreamRequest::default()
        });
        run.end(Disposition::TcpForwarded)
    }
}
