//! How load is shared among priorities (`LoadBalancerBase::recalculatePerPriorityState`).

use super::host::{Health, Host};

/// The load of one priority.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Percent that goes to healthy endpoints (to all of them in panic).
    pub healthy: u32,
    /// Percent that goes to degraded endpoints.
    pub degraded: u32,
    /// So few are healthy that all are used.
    pub panic: bool,
}

/// What sharing depends on.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Percent; Envoy's default is 140.
    pub overprovisioning: u32,
    /// Below this share of healthy endpoints all are used, in percent.
    pub panic_threshold: f64,
}

/// Shares the load among priorities 0 to the highest there is. `hosts` are those that subsets left.
pub fn shares(hosts: &[&Host], settings: Settings) -> Vec<Share> {
    let Some(highest) = hosts.iter().map(|host| host.priority).max() else {
        return Vec::new();
    };
    let count = |priority: u32, health: Option<Health>| {
        let matching = hosts
            .iter()
            .filter(|host| host.priority == priority && health.is_none_or(|health| host.health == health))
            .count();
        u32::try_from(matching).unwrap_or(u32::MAX)
    };
    let priorities: Vec<u32> = (0..=highest).collect();
    let availability = |health: Health| -> Vec<u32> {
        priorities
            .iter()
            .map(|priority| match count(*priority, None) {
                0 => 0,
                total => (settings.overprovisioning * count(*priority, Some(health)) / total).min(100),
            })
            .collect()
    };
    let (healthy, degraded) = (availability(Health::Healthy), availability(Health::Degraded));
    let total = (healthy.iter().sum::<u32>() + degraded.iter().sum::<u32>()).min(100);
    let mut shares = vec![Share::default(); priorities.len()];
    distribute(&healthy, &degraded, total, &mut shares);

    if settings.panic_threshold <= 0.0 && total == 0 {
        shares[0].healthy = 100;
        return shares;
    }
    for (priority, share) in priorities.iter().zip(&mut shares) {
        let available = count(*priority, Some(Health::Healthy)) + count(*priority, Some(Health::Degraded));
        share.panic = total < 100 && is_in_panic(available, count(*priority, None), settings.panic_threshold);
    }
    if shares.iter().all(|share| share.panic) {
        share_by_host_counts(
            &priorities.iter().map(|priority| count(*priority, None)).collect::<Vec<_>>(),
            &mut shares,
        );
    }
    shares
}

/// Healthy endpoints of each priority in turn, then degraded ones; what rounding leaves goes to the first available.
fn distribute(healthy: &[u32], degraded: &[u32], total: u32, shares: &mut [Share]) {
    if total == 0 {
        return;
    }
    let mut left = 100;
    for (share, available) in shares.iter_mut().zip(healthy) {
        share.healthy = (available * 100 / total).min(left);
        left -= share.healthy;
    }
    for (share, available) in shares.iter_mut().zip(degraded) {
        share.degraded = (available * 100 / total).min(left);
        left -= share.degraded;
    }
    if let Some(first) = shares.iter_mut().find(|share| share.healthy > 0) {
        first.healthy += left;
    } else if let Some(first) = shares.iter_mut().find(|share| share.degraded > 0) {
        first.degraded += left;
    }
}

fn is_in_panic(available: u32, total: u32, threshold: f64) -> bool {
    let percent = if total == 0 { 0.0 } else { 100.0 * f64::from(available) / f64::from(total) };
    percent < threshold
}

/// In panic everywhere, priorities share by their numbers of endpoints.
fn share_by_host_counts(counts: &[u32], shares: &mut [Share]) {
    let total: u32 = counts.iter().sum();
    let mut left = 100;
    for (share, count) in shares.iter_mut().zip(counts) {
        share.healthy = count.checked_mul(100).and_then(|count| count.checked_div(total)).unwrap_or(0);
        share.degraded = 0;
        left -= share.healthy;
    }
    if let Some(first) = shares.iter_mut().find(|share| share.healthy > 0) {
        first.healthy += left;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::envoy::endpoint::ClusterLoadAssignment;
    use crate::simulate::upstream::host::of_assignment;

    /// Hosts by priority, a letter each: healthy, degraded, unhealthy.
    fn hosts(priorities: &[&str]) -> Vec<Host> {
        let groups: Vec<String> = priorities
            .iter()
            .enumerate()
            .map(|(priority, states)| {
                let endpoints: Vec<String> = states
                    .chars()
                    .map(|state| {
                        let health = match state {
                            'H' => "HEALTHY",
                            'D' => "DEGRADED",
                            _ => "UNHEALTHY",
                        };
                        format!(r#"{{"health_status":"{health}"}}"#)
                    })
                    .collect();
                format!(r#"{{"priority":{priority},"lb_endpoints":[{}]}}"#, endpoints.join(","))
            })
            .collect();
        let json = format!(r#"{{"endpoints":[{}]}}"#, groups.join(","));
        of_assignment(&serde_json::from_str::<ClusterLoadAssignment>(&json).unwrap())
    }

    #[test]
    fn load_goes_to_the_next_priority_as_the_first_fails() {
        let cases: [(&[&str], u32, f64, &str); 9] = [
            (&["HHHU", "HH"], 140, 50.0, "100+0 0+0"),
            (&["HHUU", "HH"], 140, 50.0, "70+0 30+0"),
            (&["HHHU", "HH"], 100, 50.0, "75+0 25+0"),
            (&["UU", "HH"], 140, 50.0, "0+0 100+0"),
            // P0 degraded, P1 healthy: all to P1.
            (&["DD", "HH"], 140, 50.0, "0+0 100+0"),
            (&["DD"], 140, 50.0, "0+100"),
            (&["HUUU"], 140, 50.0, "100+0!"),
            (&["UU"], 140, 0.0, "100+0"),
            (&["UU", "UUUUUU"], 140, 50.0, "25+0! 75+0!"),
        ];
        for (priorities, overprovisioning, panic_threshold, want) in cases {
            let hosts = hosts(priorities);
            let shares = shares(&hosts.iter().collect::<Vec<_>>(), Settings { overprovisioning, panic_threshold });
            let got: Vec<_> = shares
                .iter()
                .map(|share| format!("{}+{}{}", share.healthy, share.degraded, if share.panic { "!" } else { "" }))
                .collect();
            assert_eq!(got.join(" "), want, "{priorities:?}");
        }
    }
}
