//! Which endpoints of a cluster may be picked: subset, priority, health, panic, locality.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::cluster::ClusterNode;
use super::host::{Health, Host};
use super::priority::{Settings, Share, shares};
use super::subset;
use crate::base::evidence::Notes;
use crate::simulate::runtime::Runtime;

/// The endpoints that may be picked, by index; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidates {
    /// Indexes into the cluster's hosts.
    pub hosts: Vec<usize>,
    /// Indexes of those that help while others are ejected or fail their checks, which the dump does not show.
    pub reserve: Vec<usize>,
    /// In words: `2 of 3 healthy`.
    pub summary: String,
}

/// The endpoints that may be picked.
///
/// # Errors
/// Why there are none.
pub fn candidates(
    cluster: &ClusterNode,
    hosts: &[Host],
    criteria: &Map<String, Value>,
    runtime: &Runtime,
    notes: &mut Notes,
) -> Result<Candidates, String> {
    if hosts.is_empty() {
        return Err("the cluster has no endpoints".to_owned());
    }
    let left: Vec<usize> = match &cluster.config.lb_subset_config {
        Some(config) => subset::hosts(config, hosts, criteria, notes)?,
        None => (0..hosts.len()).collect(),
    };
    let chosen: Vec<&Host> = left.iter().map(|index| &hosts[*index]).collect();
    if chosen.is_empty() {
        return Err("no endpoint in the subset".to_owned());
    }
    let configured = cluster.config.common_lb_config.healthy_panic_threshold.map_or(50.0, |percent| percent.value);
    #[expect(clippy::cast_precision_loss, reason = "a percentage")]
    let panic_threshold =
        runtime.integer("upstream.healthy_panic_threshold").map_or(configured, |percent| percent as f64).min(100.0);
    let shares = shares(&chosen, Settings { overprovisioning: cluster.overprovisioning, panic_threshold });
    let zone = cluster.config.common_lb_config.zone_aware_lb_config.as_ref();
    let fails_on_panic = zone.is_some_and(|zone| zone.fail_traffic_on_panic);
    let mut picked: Vec<usize> = Vec::new();
    for (priority, share) in shares.iter().enumerate() {
        let at = |index: &usize| u32::try_from(priority).is_ok_and(|priority| hosts[*index].priority == priority);
        let of: Vec<usize> = left.iter().copied().filter(at).collect();
        picked.extend(by_priority(cluster, hosts, &of, *share, fails_on_panic));
    }
    note_health(hosts, &left, &shares, notes);
    if picked.is_empty() {
        return Err(no_health(&chosen, panic_threshold));
    }
    let healthy = chosen.iter().filter(|host| host.health == Health::Healthy).count();
    let panic = if shares.iter().any(|share| share.panic) { ", panic: all are used" } else { "" };
    let summary = if healthy == chosen.len() {
        format!("{healthy} healthy")
    } else {
        format!("{healthy} of {} healthy{panic}", chosen.len())
    };
    let may_fail = cluster.config.outlier_detection.is_some() || !cluster.config.health_checks.is_empty();
    let mut reserve = Vec::new();
    if may_fail && !cluster.has_live_hosts {
        reserve.extend(left.into_iter().filter(|index| hosts[*index].health != Health::Unhealthy));
        reserve.retain(|index| !picked.contains(index));
    }
    Ok(Candidates { hosts: picked, reserve, summary })
}

/// The hosts of one priority that its share of the load goes to.
fn by_priority(cluster: &ClusterNode, hosts: &[Host], of: &[usize], share: Share, fails_on_panic: bool) -> Vec<usize> {
    let mut picked = Vec::new();
    let mut take = |wanted: &dyn Fn(&Host) -> bool| {
        let matching: Vec<usize> = of.iter().copied().filter(|index| wanted(&hosts[*index])).collect();
        picked.extend(by_locality(cluster, hosts, matching));
    };
    if share.healthy > 0 && share.panic {
        if !fails_on_panic {
            take(&|_| true);
        }
    } else if share.healthy > 0 {
        take(&|host| host.health == Health::Healthy);
    }
    if share.degraded > 0 && !share.panic {
        take(&|host| host.health == Health::Degraded);
    }
    picked
}

/// Under `locality_weighted_lb_config` a locality without weight gets nothing, unless none has any.
fn by_locality(cluster: &ClusterNode, hosts: &[Host], matching: Vec<usize>) -> Vec<usize> {
    if cluster.config.common_lb_config.locality_weighted_lb_config.is_none() {
        return matching;
    }
    let weighted: Vec<usize> =
        matching.iter().copied().filter(|index| hosts[*index].locality_weight.is_some()).collect();
    if weighted.is_empty() { matching } else { weighted }
}

fn note_health(hosts: &[Host], left: &[usize], shares: &[Share], notes: &mut Notes) {
    if !notes.wanted() {
        return;
    }
    for index in left.iter().filter(|index| hosts[**index].health != Health::Healthy) {
        let host = &hosts[*index];
        notes.remark(|| format!("{} {}", host.address, host.ailment));
    }
    if shares.len() > 1 {
        for (priority, share) in shares.iter().enumerate() {
            notes.remark(|| format!("priority {priority} gets {} %", share.healthy + share.degraded));
        }
    }
}

fn no_health(chosen: &[&Host], threshold: f64) -> String {
    let mut ailments: BTreeMap<&str, usize> = BTreeMap::new();
    for host in chosen {
        *ailments.entry(host.ailment).or_default() += 1;
    }
    let ailments: Vec<_> = ailments.iter().map(|(ailment, count)| format!("{count} {ailment}")).collect();
    format!(
        "none of {} endpoints is healthy ({}), and panic is off (threshold {threshold} %)",
        chosen.len(),
        ailments.join(", ")
    )
}
