//! Chooses the virtual host and the route of a request.

use super::message::RequestHead;
use super::route::{Candidate, RouteNode};
use super::route_table::{DomainMatch, RouteTable, VirtualHostNode};
use super::stream::{Selected, Stream};
use crate::base::evidence::{Evidence, Truth};
use crate::base::field::Field;
use crate::model::envoy::route_config::RequireTls;
use crate::simulate::choice::{Branch, ForkKind};
use crate::simulate::matcher::header::clip;
use crate::simulate::matcher::tree::{Found, PrefixFallback};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{At, Mood, NearMiss, Stage, Step};

/// How many candidates that lost are shown.
const MOST_NEAR_MISSES: usize = 8;

/// Chooses the route of a request and notes it in the stream. A request without one goes on: filters run first.
///
/// # Errors
/// Where the choice cannot be told.
pub fn select(run: &mut Run, stream: &mut Stream, internal: bool) -> Flow {
    stream.route = None;
    let Some(table) = stream.table.clone() else {
        return Ok(());
    };
    run.meet(&table.unmodelled);
    let Some((at, how)) = find_host(run, stream, &table) else {
        return Ok(());
    };
    let host = &table.hosts[at];
    run.step(|| {
        let domain = domain_of(host, how, &stream.head);
        let at = At::VirtualHost { table: table.id.clone(), name: host.config.name.clone() };
        let step = Step::new(Stage::VirtualHost, format!("{} › {}", table.id, host.config.name)).because(domain).at(at);
        // With one host for all there is no choice.
        step.looking_at((table.hosts.len() > 1 || how != DomainMatch::Default).then(|| by_host(&table)))
    });
    // A client may send an empty one where it is trusted (`VirtualHostImpl::getRouteFromEntries`).
    if stream.head.headers.get("x-forwarded-proto").is_none_or(str::is_empty) {
        run.step(|| Step::new(Stage::Route, "none").because("x-forwarded-proto is empty").mood(Mood::Fails));
        return Ok(());
    }
    let redirects = match host.config.require_tls {
        RequireTls::None => false,
        RequireTls::ExternalOnly => !internal,
        RequireTls::All => true,
    };
    if redirects && stream.head.headers.get("x-forwarded-proto") != Some("https") {
        stream.route = Some(Selected { host: at, route: None, weighted: None });
        return Ok(());
    }
    if let Some(route) = find_route(run, stream, &table, host)? {
        let weighted = pick_weighted(run, &stream.head, &host.routes().nodes[route])?;
        stream.route = Some(Selected { host: at, route: Some(route), weighted });
    }
    Ok(())
}

/// The virtual host, by the host header or by the header that the table names instead.
fn find_host(run: &mut Run, stream: &Stream, table: &RouteTable) -> Option<(usize, DomainMatch)> {
    let by_header = &table.config.vhost_header;
    let name = by_header.to_ascii_lowercase();
    let given = if by_header.is_empty() {
        stream.head.authority.as_deref()
    } else {
        stream.head.values(&name).first().copied()
    };
    // No fallback from the header to the host: what is missing is no match, unless there is only a default host.
    let host = match given {
        Some(host) => host,
        None if table.hosts.len() == 1 && table.index.find("").is_some() => "",
        None => {
            let missing = if by_header.is_empty() { "host" } else { by_header };
            run.step(|| {
                Step::new(Stage::VirtualHost, format!("{} › none", table.id))
                    .because(format!("the request has no header {missing}"))
                    .looking_at([by_host(table)])
            });
            return None;
        }
    };
    let host = if table.config.ignore_port_in_host_matching { without_port(host) } else { host };
    let found = table.index.find(host);
    if found.is_none() {
        run.step(|| {
            let because = format!("no domain of {} virtual hosts fits {host:?}", table.hosts.len());
            Step::new(Stage::VirtualHost, format!("{} › none", table.id))
                .because(because)
                .looking_at([by_host(table)])
                .missed(nearest_hosts(table, host))
        });
    }
    found
}

/// What the virtual host is chosen by.
fn by_host(table: &RouteTable) -> Field {
    let name = &table.config.vhost_header;
    if name.is_empty() { Field::Authority } else { Field::header(name) }
}

/// Cuts at the last colon outside of brackets, whatever follows it.
fn without_port(host: &str) -> &str {
    match host.rfind(':') {
        Some(colon) if host.rfind(']').is_none_or(|bracket| bracket < colon) => &host[..colon],
        _ => host,
    }
}

/// The domain that matched, in words.
fn domain_of(host: &VirtualHostNode, how: DomainMatch, head: &RequestHead) -> String {
    let name = head.authority.as_deref().unwrap_or_default();
    match how {
        DomainMatch::Exact => format!("host {name}"),
        DomainMatch::Default => format!("host {name:?} fits no other, * takes it"),
        DomainMatch::Suffix | DomainMatch::Prefix => {
            let wildcards: Vec<&str> =
                host.config.domains.iter().filter(|domain| domain.contains('*')).map(String::as_str).collect();
            format!("host {name}, by {}", wildcards.join(" or "))
        }
    }
}

/// The virtual hosts whose names are most like the host.
fn nearest_hosts(table: &RouteTable, host: &str) -> Vec<NearMiss> {
    let domains = table.hosts.iter().flat_map(|node| node.config.domains.iter().map(move |domain| (domain, node)));
    let mut scored: Vec<_> = domains.map(|(domain, node)| (strsim::jaro_winkler(domain, host), domain, node)).collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored
        .into_iter()
        .take(3)
        .filter(|(likeness, ..)| *likeness > 0.7)
        .map(|(_, domain, node)| NearMiss {
            candidate: node.config.name.clone(),
            asked: format!("domain {domain}"),
            found: format!("host is {host}"),
            field: Some(Field::Authority),
        })
        .collect()
}

/// The first route that matches, or the one that the matcher tree leads to.
fn find_route(run: &mut Run, stream: &Stream, table: &RouteTable, host: &VirtualHostNode) -> Flow<Option<usize>> {
    let routes = host.routes();
    let path = table.path_parameters(&run.engine.runtime).apply(stream.head.path_only());
    let order: Vec<usize> = if let Some(tree) = &routes.tree {
        let prefixes = if run.engine.runtime.since(35) { PrefixFallback::Resumes } else { PrefixFallback::Final };
        let inputs = |config: &crate::model::any::TypedConfig| {
            super::tree::input(&stream.head, config)
                .unwrap_or_else(|| crate::simulate::chain::tree::input(stream.connection, config))
        };
        match tree.find(&inputs, prefixes, &mut run.notes) {
            Found::Unknown => return run.end_unknown_by_notes(),
            Found::Nothing => Vec::new(),
            // Reaching an action ends the tree: if none of its routes matches there is no other way.
            Found::Action(action) => match action.name.parse::<usize>().ok().and_then(|list| routes.lists.get(list)) {
                Some(list) => list.clone(),
                None => {
                    return run.end_unknown(vec![format!("route action {} is not modelled", action.name)]);
                }
            },
        }
    } else if run.explains() {
        (0..routes.nodes.len()).collect()
    } else {
        routes.index.candidates(&path)
    };
    let mut near_misses = Vec::new();
    for index in order {
        let node = &routes.nodes[index];
        let before = run.notes.take_evidence();
        let candidate = Candidate {
            head: &stream.head,
            path: &path,
            connection: stream.connection,
            metadata: &stream.metadata,
            lines: run.engine.runtime.header_lines(),
        };
        match node.matches.matches(&candidate, &mut run.notes) {
            Truth::No => {
                // What was unknown on the way to a certain "no" did not matter.
                run.notes.take_unknown();
                if run.explains() {
                    near_misses.push(near_miss(index, &run.notes.take_evidence()));
                }
            }
            Truth::Unknown => return run.end_unknown_by_notes(),
            Truth::Yes => {
                if let Some(fraction) = &node.matches.fraction {
                    let fraction = run.engine.runtime.fraction(fraction);
                    if !run.by_stream(ForkKind::Fraction, || node.id.clone(), "taken", "passed by", fraction) {
                        continue;
                    }
                }
                note_route(run, node, before, near_misses);
                return Ok(Some(index));
            }
        }
    }
    run.step(|| {
        Step::new(Stage::Route, "none")
            .because(format!(
                "no route of {} matches {}",
                host.config.name,
                clip(stream.head.path.as_deref().unwrap_or_default())
            ))
            .missed(closest(near_misses))
    });
    Ok(None)
}

fn note_route(run: &mut Run, node: &RouteNode, before: Vec<Evidence>, near_misses: Vec<NearMiss>) {
    run.owned_by(&node.owners);
    run.step_with_evidence(|| {
        let name = if node.config.name.is_empty() || node.config.name == "default" {
            String::new()
        } else {
            format!(" ({})", node.config.name)
        };
        let index = node.id.rsplit('|').next().unwrap_or_default();
        Step::new(Stage::Route, format!("#{index}{name}"))
            .because(node.matches.words())
            .owned_by(node.owners.clone())
            .at(At::Route(node.id.clone()))
            .shown_by(before)
            .missed(closest(near_misses))
    });
}

/// The last condition that was looked at is the one that failed.
fn near_miss(index: usize, evidence: &[Evidence]) -> NearMiss {
    let failed = evidence.iter().rev().find(|fact| fact.holds == Some(Truth::No));
    NearMiss {
        candidate: format!("#{index}"),
        asked: failed.map(|fact| fact.asked.clone()).unwrap_or_default(),
        found: failed.map(|fact| fact.found.clone()).unwrap_or_default(),
        field: failed.and_then(|fact| fact.field.clone()),
    }
}

/// Those that failed on another condition than the path came closer.
fn closest(mut near_misses: Vec<NearMiss>) -> Vec<NearMiss> {
    near_misses.sort_by_key(|miss| miss.found.starts_with("path is "));
    near_misses.truncate(MOST_NEAR_MISSES);
    near_misses
}

/// Picks among weighted clusters, by the random number of the stream.
fn pick_weighted(run: &mut Run, head: &RequestHead, node: &RouteNode) -> Flow<Option<usize>> {
    let Some(weighted) = node.config.route.as_ref().and_then(|action| action.weighted_clusters.as_ref()) else {
        return Ok(None);
    };
    let runtime = &run.engine.runtime;
    let weights: Vec<u64> = weighted
        .clusters
        .iter()
        .map(|cluster| {
            let key = format!("{}.{}", weighted.runtime_key_prefix, cluster.name);
            let configured = u64::from(cluster.weight);
            if weighted.runtime_key_prefix.is_empty() {
                configured
            } else {
                runtime.integer(&key).unwrap_or(configured)
            }
        })
        .collect();
    let total: u64 = weights.iter().sum();
    if total == 0 {
        return Ok(None);
    }
    if weighted.use_hash_policy {
        return run
            .end_unknown(vec![format!("route {}: use_hash_policy for weighted clusters is not modelled", node.id)]);
    }
    let ranges: Vec<_> = weights
        .iter()
        .scan(0, |end, weight| {
            let start = *end;
            *end += weight;
            Some(start..*end)
        })
        .collect();
    if !weighted.header_name.is_empty()
        && let Some(number) =
            head.values(&weighted.header_name.to_ascii_lowercase()).first().and_then(|value| value.parse::<u64>().ok())
    {
        return Ok(ranges.iter().position(|range| range.contains(&(number % total))));
    }
    let branches: Vec<Branch> = weighted
        .clusters
        .iter()
        .zip(&ranges)
        .map(|(cluster, range)| Branch {
            label: if cluster.name.is_empty() { cluster.cluster_header.clone() } else { cluster.name.clone() },
            share: Some(run.random.share(total, range)),
        })
        .collect();
    let picked = run.choices.choose(ForkKind::Weight, || node.id.clone(), &branches);
    run.random.narrow(total, &ranges[picked]);
    Ok(Some(picked))
}
