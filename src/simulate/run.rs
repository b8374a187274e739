//! One run of a request through a proxy: the state that the stages share.

use std::collections::BTreeSet;

use super::choice::{Branch, Choices, ForkKind};
use super::departure::Departure;
use super::engine::ProxyEngine;
use super::outcome::{Disposition, Outcome};
use super::random::StreamRandom;
use super::request::Request;
use super::tls::Failure;
use super::trace::Step;
use super::upstream::pick::Group;
use crate::base::evidence::Notes;
use crate::base::origin::Owner;

/// The request goes on, or it has ended and the run's outcome says how.
pub type Flow<T = ()> = Result<T, Ended>;

/// The request has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended;

/// The state of one run.
#[derive(Debug)]
pub struct Run<'e, 'm> {
    /// The proxy.
    pub engine: &'e ProxyEngine<'m>,
    /// What is asked about.
    pub request: &'e Request,
    /// Answers to forks.
    pub choices: &'e mut Choices,
    /// Evidence of the decision in progress.
    pub notes: Notes,
    /// The outcome so far.
    pub outcome: Outcome,
    /// The decisions so far, where they are wanted.
    pub steps: Vec<Step>,
    /// Why the verdict is not certain.
    pub undetermined: Vec<String>,
    /// Whose configuration decided.
    pub owners: BTreeSet<Owner>,
    /// The random number of the stream.
    pub random: StreamRandom,
    /// Where the TCP proxy has connected to.
    pub tcp_target: Option<Group>,
    /// Listeners passed inside of the proxy.
    pub internal_hops: usize,
    /// What leaves the proxy, where it is followed further.
    pub leaving: Option<Departure>,
    /// How the handshake with the client failed.
    pub broken: Option<Failure>,
    /// Whether what leaves is wanted.
    pub follows: bool,
    /// Whether the claims that the request is taken to carry have been used up: the token was taken off.
    pub claims_used: bool,
}

impl<'e, 'm> Run<'e, 'm> {
    /// A run that keeps its steps, or only its outcome.
    pub fn new(engine: &'e ProxyEngine<'m>, request: &'e Request, choices: &'e mut Choices, explain: bool) -> Self {
        Self {
            engine,
            request,
            choices,
            notes: Notes::new(explain),
            outcome: Outcome::default(),
            steps: Vec::new(),
            undetermined: Vec::new(),
            owners: BTreeSet::new(),
            random: StreamRandom::default(),
            tcp_target: None,
            internal_hops: 0,
            leaving: None,
            broken: None,
            follows: false,
            claims_used: false,
        }
    }

    /// Whether steps are kept.
    pub fn explains(&self) -> bool {
        self.notes.wanted()
    }

    /// Notes a decision, where that is wanted.
    pub fn step(&mut self, step: impl FnOnce() -> Step) {
        if self.explains() {
            self.steps.push(step());
        }
    }

    /// Notes a decision with the evidence gathered for it.
    pub fn step_with_evidence(&mut self, step: impl FnOnce() -> Step) {
        if self.explains() {
            let evidence = self.notes.take_evidence();
            let mut step = step();
            step.evidence.extend(evidence);
            self.steps.push(step);
        }
    }

    /// Notes whose configuration decided.
    pub fn owned_by(&mut self, owners: &[Owner]) {
        for owner in owners {
            if !self.owners.contains(owner) {
                self.owners.insert(owner.clone());
            }
        }
    }

    /// Notes that the verdict is not certain.
    pub fn undetermined(&mut self, reason: impl Into<String>) {
        let reason = reason.into();
        if !self.undetermined.contains(&reason) {
            self.undetermined.push(reason);
        }
    }

    /// Notes parts of an object that are not modelled.
    pub fn meet(&mut self, unmodelled: &[String]) {
        for reason in unmodelled {
            self.undetermined(reason.clone());
        }
    }

    /// Ends the request.
    ///
    /// # Errors
    /// Always: the error is how a way ends, whatever function it is in.
    pub fn end<T>(&mut self, disposition: Disposition) -> Flow<T> {
        self.outcome.disposition = disposition;
        Err(Ended)
    }

    /// Ends the request without a verdict.
    ///
    /// # Errors
    /// Always, as [`end`](Self::end).
    pub fn end_unknown<T>(&mut self, reasons: Vec<String>) -> Flow<T> {
        for reason in reasons {
            self.undetermined(reason);
        }
        self.end(Disposition::Undetermined)
    }

    /// Ends the request without a verdict, for the reasons in the notes.
    ///
    /// # Errors
    /// Always, as [`end`](Self::end).
    pub fn end_unknown_by_notes<T>(&mut self) -> Flow<T> {
        let reasons = self.notes.take_unknown();
        self.end_unknown(reasons)
    }

    /// A fork between two branches, by a fraction of independent random numbers. Returns whether the fraction was hit.
    pub fn by_chance(
        &mut self,
        fork: ForkKind,
        at: impl FnOnce() -> String,
        hit: &str,
        missed: &str,
        (numerator, denominator): (u64, u64),
    ) -> bool {
        #[expect(clippy::cast_precision_loss, reason = "numerators of fractions are small")]
        let share = (numerator.min(denominator) as f64) / denominator.max(1) as f64;
        let branches = [
            Branch { label: hit.to_owned(), share: Some(share) },
            Branch { label: missed.to_owned(), share: Some(1.0 - share) },
        ];
        self.choices.choose(fork, at, &branches) == 0
    }

    /// A fork by the random number of the stream. Returns whether the fraction was hit.
    pub fn by_stream(
        &mut self,
        fork: ForkKind,
        at: impl FnOnce() -> String,
        hit: &str,
        missed: &str,
        (numerator, denominator): (u64, u64),
    ) -> bool {
        if numerator >= denominator {
            return true;
        }
        let share = self.random.share(denominator, &(0..numerator));
        let branches = [
            Branch { label: hit.to_owned(), share: Some(share) },
            Branch { label: missed.to_owned(), share: Some(1.0 - share) },
        ];
        let is_hit = self.choices.choose(fork, at, &branches) == 0;
        let range = if is_hit { 0..numerator } else { numerator..denominator };
        self.random.narrow(denominator, &range);
        is_hit
    }

    /// A fork by state that nobody knows: another service's answer, a limit. Returns the branch.
    pub fn by_state(&mut self, fork: ForkKind, at: impl FnOnce() -> String, labels: &[&str]) -> usize {
        let branches: Vec<Branch> =
            labels.iter().map(|label| Branch { label: (*label).to_owned(), share: None }).collect();
        self.choices.choose(fork, at, &branches)
    }
}
