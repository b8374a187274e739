//! What all tries together make of the ways that the first one may take.

use super::policy::Retry;

/// Failures of which less than this is left after all tries are no ways any more.
const LEAST_SHARE: f64 = 0.0005;
/// So many rows of endpoints are looked at; tries beyond that are taken to end as the last one that was.
const MOST_ROWS: usize = 1_000_000;

/// One way that a try at an endpoint may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Try {
    /// Its share of all first tries.
    pub share: f64,
    /// Whether the proxy tries again after it.
    pub is_tried_again: bool,
}

/// The requests that end with a way in the end.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Shares {
    /// Those of which it is the first try.
    pub first: f64,
    /// Those that failed before.
    pub later: f64,
}

impl Shares {
    /// All of them.
    pub fn all(self) -> f64 {
        self.first + self.later
    }
}

/// How much of each way there is after all tries, by endpoint and way; together as much as before.
pub fn shares(retry: &Retry, endpoints: &[Vec<Try>]) -> Vec<Vec<Shares>> {
    let of_endpoint = |tries: &Vec<Try>| tries.iter().map(|one| one.share).sum::<f64>();
    let firsts: Vec<f64> = endpoints.iter().map(of_endpoint).collect();
    let total: f64 = firsts.iter().sum();
    let width = usize::max(2, endpoints.len());
    let mut rows = Rows {
        retry,
        endpoints,
        firsts: firsts.into_iter().map(|share| share / total).collect(),
        total,
        tries: (1..=retry.tries).take_while(|tries| width.saturating_pow(tries + 1) <= MOST_ROWS).count(),
        shares: endpoints.iter().map(|tries| vec![Shares::default(); tries.len()]).collect(),
    };
    rows.go(0, 1.0, &[]);
    let mut shares = rows.shares;
    let pairs = endpoints.iter().flatten().zip(shares.iter_mut().flatten());
    for (one, share) in pairs {
        if one.is_tried_again && share.all() / total < LEAST_SHARE {
            *share = Shares::default();
        }
    }
    let left: f64 = shares.iter().flatten().map(|share| share.all()).sum();
    for share in shares.iter_mut().flatten() {
        *share = Shares { first: share.first * total / left, later: share.later * total / left };
    }
    shares
}

/// Endpoints that are tried one after the other, in every order.
struct Rows<'a> {
    retry: &'a Retry,
    endpoints: &'a [Vec<Try>],
    /// The share of each endpoint in the first try.
    firsts: Vec<f64>,
    total: f64,
    tries: usize,
    shares: Vec<Vec<Shares>>,
}

impl Rows<'_> {
    /// The try of a number, of so many requests, where these endpoints failed before.
    fn go(&mut self, number: usize, share: f64, tried: &[usize]) {
        let (is_first, is_last) = (number == 0, number == self.tries);
        let next = if is_first { self.firsts.clone() } else { self.retry.next(&self.firsts, tried) };
        for (endpoint, part) in next.into_iter().enumerate().filter(|(_, part)| *part > 0.0) {
            let here = share * part;
            let mut failing = 0.0;
            for (one, shares) in self.endpoints[endpoint].iter().zip(&mut self.shares[endpoint]) {
                let ends_so = here * one.share / self.firsts[endpoint];
                if one.is_tried_again && !is_last {
                    failing += ends_so / self.total;
                } else if is_first {
                    shares.first += ends_so;
                } else {
                    shares.later += ends_so;
                }
            }
            if failing > 0.0 {
                let mut tried = tried.to_vec();
                if !tried.contains(&endpoint) {
                    tried.push(endpoint);
                }
                self.go(number + 1, failing, &tried);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::envoy::route_action::RetryPolicy;

    /// What a real Envoy 1.40 did with 3,000 requests to each, endpoints chosen by least request; its share of failures
    /// in percent.
    #[test]
    fn failures_that_are_left() {
        let (bad, good) = (true, false);
        let pair = vec![vec![(bad, 0.5)], vec![(good, 0.5)]];
        let three = vec![vec![(bad, 1.0 / 3.0)], vec![(bad, 1.0 / 3.0)], vec![(good, 1.0 / 3.0)]];
        let cases = [
            (pair.clone(), 2, "5", 0.03),
            (pair.clone(), 1, "5", 0.6),
            (pair, 1, "1", 13.3),
            (three.clone(), 1, "5", 32.3),
            (three, 2, "5", 2.8),
            // One endpoint that fails half of the time does so again; a branch of a larger tree stays as large.
            (vec![vec![(bad, 0.5), (good, 0.5)]], 2, "5", 12.5),
            (vec![vec![(bad, 0.2), (good, 0.2)]], 2, "5", 5.0),
        ];
        for (endpoints, tries, looks, measured) in cases {
            let policy = serde_json::json!({ "retry_on": "connect-failure", "num_retries": tries,
                "host_selection_retry_max_attempts": looks,
                "retry_host_predicate": [{ "name": "envoy.retry_host_predicates.previous_hosts" }] });
            let policy: RetryPolicy = serde_json::from_value(policy).unwrap();
            let cluster = serde_json::from_str(r#"{"lb_policy": "LEAST_REQUEST"}"#).unwrap();
            let retry = Retry::of_request(Some(&policy), &cluster, "", false);
            let way = |(is_tried_again, share): &(bool, f64)| Try { share: *share, is_tried_again: *is_tried_again };
            let endpoints: Vec<Vec<Try>> = endpoints.iter().map(|ways| ways.iter().map(way).collect()).collect();
            let shares = shares(&retry, &endpoints);
            let pairs = || endpoints.iter().flatten().zip(shares.iter().flatten());
            let before: f64 = pairs().map(|(one, _)| one.share).sum();
            let after: f64 = pairs().map(|(_, share)| share.all()).sum();
            assert!((before - after).abs() < 1e-9, "{before} {after}");
            let failing: f64 =
                pairs().filter(|(one, _)| one.is_tried_again).map(|(_, share)| share.all() * 100.0).sum();
            assert!(
                (failing - measured).abs() < 1.1,
                "{endpoints:?}, {tries} tries: {failing} %, measured {measured} %"
            );
        }
    }
}
