//! Whether meshdbg and the real Envoy agree on a request.

use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::{self, Answer};

use super::observe::Observation;
use super::request::Play;
use crate::support::agreement::{Difference, compare};

/// A verdict.
#[derive(Debug)]
pub(crate) enum Verdict {
    Agrees,
    /// meshdbg does not say.
    Undetermined(Vec<String>),
    Differs(Vec<Difference>),
}

/// Holds meshdbg's answer against what was observed.
pub(crate) fn judge(engine: &Engine, play: &Play, observation: &mut Observation) -> Verdict {
    let ask = batch::read(play.line().as_bytes()).ask.unwrap();
    match batch::answer(engine, ask, None) {
        Answer::Error { error, .. } => Verdict::Differs(vec![("error", String::new(), error)]),
        Answer::Followed(_) => Verdict::Differs(vec![("answer", "of one proxy".to_owned(), "of many".to_owned())]),
        Answer::Result(answered) if !answered.undetermined.is_empty() => {
            Verdict::Undetermined(answered.undetermined.clone())
        }
        Answer::Result(answered) => {
            let differences = compare(observation.beside(&answered), &answered);
            if differences.is_empty() { Verdict::Agrees } else { Verdict::Differs(differences) }
        }
    }
}
