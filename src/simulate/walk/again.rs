//! Tries after the first: a request that fails at one endpoint may be answered by another. What is left of the failures
//! are the shares in which the last try fails too.

use super::merge::forks;
use super::tail::{Tail, note};
use crate::simulate::choice::Choice;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::outcome::Flag;
use crate::simulate::retry::shares::Try;
use crate::simulate::retry::{Retry, shares};
use crate::simulate::trace::{EdgeTls, Hop};

/// The ways through a proxy, with what is needed to tell where a request goes that is tried again.
#[derive(Debug, Default)]
pub(super) struct Tries {
    tails: Vec<Tail>,
    clusters: Vec<Cluster>,
}

/// What comes of all tries.
#[derive(Debug)]
pub(super) struct Tried {
    pub(super) tails: Vec<Tail>,
    /// What is tried again, in words.
    pub(super) remarks: Vec<String>,
    /// Why it is not certain where.
    pub(super) undetermined: Vec<String>,
}

/// The endpoints that the tries of one request may go to.
#[derive(Debug)]
struct Cluster {
    name: String,
    /// How it came to the cluster.
    forks: Vec<Choice>,
    retry: Retry,
    is_tcp: bool,
    /// Each with its ways.
    endpoints: Vec<(String, Vec<usize>)>,
}

impl Tries {
    /// Ways that meet no endpoint.
    pub(super) fn end(&mut self, tail: Tail) {
        self.tails.push(tail);
    }

    /// The ways of a first try at an endpoint.
    pub(super) fn first(&mut self, departure: &Departure, hop: &Hop, address: &str, tails: Vec<Tail>) {
        let own: Vec<usize> = (self.tails.len()..self.tails.len() + tails.len()).collect();
        self.tails.extend(tails);
        let endpoint = (address.to_owned(), own);
        let same = |known: &&mut Cluster| {
            known.name == departure.cluster && known.forks.iter().eq(forks(hop)) && known.retry == departure.retry
        };
        match self.clusters.iter_mut().find(same) {
            Some(known) => known.endpoints.push(endpoint),
            None => self.clusters.push(Cluster {
                name: departure.cluster.clone(),
                forks: forks(hop).cloned().collect(),
                retry: departure.retry.clone(),
                is_tcp: !matches!(departure.carried, Carried::Http { .. }),
                endpoints: vec![endpoint],
            }),
        }
    }

    /// The ways in the end.
    pub(super) fn settle(self) -> Tried {
        let Self { mut tails, clusters } = self;
        let (mut remarks, mut undetermined, mut late) = (Vec::new(), Vec::new(), Vec::new());
        for cluster in clusters {
            let is_failing = |index: &usize| tails[*index].is_tried_again;
            let all = || cluster.endpoints.iter().flat_map(|(_, own)| own);
            if !all().any(is_failing) || all().all(is_failing) {
                continue;
            }
            remarks.extend(cluster.remark(&tails));
            let reasons = cluster.unmodelled();
            note(&mut undetermined, &reasons);
            late.extend(cluster.share_out(&mut tails, &reasons));
        }
        tails.extend(late);
        tails.retain(|tail| tail.share > 0.0);
        Tried { tails, remarks, undetermined }
    }
}

impl Cluster {
    /// Why it is not certain where it is tried again.
    fn unmodelled(&self) -> Vec<String> {
        let names = self.retry.unmodelled.iter();
        names.map(|name| format!("{name} chooses endpoints for retries: not modelled")).collect()
    }

    /// Gives the ways the shares that they have after all tries. Returns those that are new.
    fn share_out(&self, tails: &mut [Tail], reasons: &[String]) -> Vec<Tail> {
        let tries = |own: &Vec<usize>| own.iter().map(|index| tails[*index].as_try()).collect();
        let tries: Vec<Vec<Try>> = self.endpoints.iter().map(|(_, own)| tries(own)).collect();
        let mut late = Vec::new();
        let all = self.endpoints.iter().flat_map(|(_, own)| own);
        for (index, share) in all.zip(shares(&self.retry, &tries).into_iter().flatten()) {
            let tail = &mut tails[*index];
            note(&mut tail.undetermined, reasons);
            // A TCP proxy remembers that it failed to connect before.
            if self.is_tcp && share.later > 0.0 && !tail.is_tried_again {
                let mut other = Tail { share: share.later, ..tail.clone() };
                if let Some(hop) = other.hops.first_mut() {
                    hop.outcome.flags.insert(Flag::Uf);
                }
                late.push(other);
                tail.share = share.first;
            } else {
                tail.share = share.all();
            }
        }
        late
    }

    /// Where requests fail and are tried again, in words.
    fn remark(&self, tails: &[Tail]) -> Option<String> {
        let is_failing = |own: &[usize]| own.iter().any(|index| tails[*index].is_tried_again);
        let failing: Vec<&str> =
            self.endpoints.iter().filter(|(_, own)| is_failing(own)).map(|(address, _)| address.as_str()).collect();
        let (first, others) = failing.split_first()?;
        let others = if others.is_empty() { String::new() } else { format!(" and {} more", others.len()) };
        let all = || self.endpoints.iter().flat_map(|(_, own)| own).map(|index| &tails[*index]);
        let failed = all().filter(|tail| tail.is_tried_again).map(|tail| tail.share).sum::<f64>();
        let share = 100.0 * failed / all().map(|tail| tail.share).sum::<f64>();
        let hop = all().find(|tail| tail.is_tried_again)?.hops.first()?;
        let why = match &hop.edge {
            // What is offered and taken shows where it is followed.
            Some(edge) if edge.tls == EdgeTls::Fails => edge.words.rsplit("; ").next().unwrap_or_default(),
            Some(_) | None => hop.outcome.details.as_deref().unwrap_or("there is no connection"),
        };
        let times = if self.retry.tries == 1 { "once".to_owned() } else { format!("up to {} times", self.retry.tries) };
        Some(format!(
            "{share:.0} % of the requests to {} fail at {first}{others} first, and are tried again {times}; \
             --pick endpoint={first} shows it: {why}",
            self.name
        ))
    }
}
