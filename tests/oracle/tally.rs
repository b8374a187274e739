//! What came of all requests.

use std::collections::BTreeMap;

use meshdbg::simulate::Engine;

use super::judge::{Verdict, judge};
use super::lab::Lab;
use super::request::Play;
use super::shrink::shrink;

/// Disagreements that are made small; the others are shown as they are.
const SHRUNK: usize = 12;

/// The counts, and what went wrong.
#[derive(Default)]
pub(crate) struct Tally {
    requests: usize,
    by_disposition: BTreeMap<String, usize>,
    undetermined: BTreeMap<String, usize>,
    undetermined_requests: usize,
    /// Differed once, and agreed when played again.
    shaky: usize,
    pub(crate) failures: Vec<String>,
}

impl Tally {
    /// Plays requests, and holds meshdbg's answers against what was observed.
    pub(crate) async fn hold(&mut self, engine: &Engine<'_>, lab: &mut Lab, plays: &[Play]) {
        let mut seen = lab.play(plays).await;
        self.requests += plays.len();
        for (play, observation) in plays.iter().zip(&mut seen) {
            *self.by_disposition.entry(observation.observed.end.disposition.clone()).or_default() += 1;
            let differences = match judge(engine, play, observation) {
                Verdict::Agrees => continue,
                Verdict::Undetermined(reasons) => {
                    self.undetermined_requests += 1;
                    for reason in reasons {
                        *self.undetermined.entry(reason).or_default() += 1;
                    }
                    continue;
                }
                Verdict::Differs(_) => {
                    // What does not happen again alone was the harness: a packet late on a busy machine.
                    let mut again = lab.play(std::slice::from_ref(play)).await;
                    match judge(engine, play, &mut again[0]) {
                        Verdict::Differs(differences) => differences,
                        Verdict::Agrees | Verdict::Undetermined(_) => {
                            self.shaky += 1;
                            continue;
                        }
                    }
                }
            };
            let (play, differences) = if self.failures.len() < SHRUNK {
                shrink(engine, lab, play, &differences).await
            } else {
                (play.clone(), differences)
            };
            let fields = differences.iter().map(|(field, want, got)| {
                format!("\n      {field}\n         envoy   {}\n         meshdbg {}", short(want), short(got))
            });
            self.failures.push(format!("{}{}", short(&play.line()), fields.collect::<String>()));
        }
    }

    /// Says what came of it.
    pub(crate) fn report(&self) {
        for failure in &self.failures {
            eprintln!("{failure}\n");
        }
        for (reason, count) in &self.undetermined {
            eprintln!("undetermined {count}: {reason}");
        }
        eprintln!("{:?}", self.by_disposition);
        let (requests, wrong, unknown) = (self.requests, self.failures.len(), self.undetermined_requests);
        eprintln!("oracle: {requests} requests, {wrong} wrong, {unknown} undetermined, {} shaky", self.shaky);
        assert!(self.failures.is_empty(), "{wrong} of {requests} requests end differently");
        assert!(unknown * 100 < requests, "{unknown} of {requests} undetermined");
    }
}

/// A text without its boring middle.
fn short(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= 1500 {
        return text.to_owned();
    }
    let (start, end): (String, String) =
        (letters[..700].iter().collect(), letters[letters.len() - 700..].iter().collect());
    format!("{start} … {end}")
}
