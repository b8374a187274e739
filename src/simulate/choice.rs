//! Forks: what the configuration leaves to chance or to state.
//!
//! A run goes straight through the stages; at a fork it asks [`Choices`]. Afterwards the run is repeated with the next
//! combination of answers, until all were tried. No stage knows of other branches.

use schemars::JsonSchema;
use serde::Serialize;

/// A fork that a run met, with the branch it took.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Choice {
    /// What is left open.
    pub fork: ForkKind,
    /// Where: the route, filter or cluster.
    pub at: String,
    /// The branch taken.
    pub picked: String,
    /// Its share, given the branches taken before; absent where it depends on state and no share is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
}

/// The kinds of forks; also the keys of `--pick`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ForkKind {
    /// Weighted clusters.
    Weight,
    /// A share of the requests that a route takes.
    Fraction,
    /// A share of the requests that a filter touches.
    Filter,
    /// A share of the requests that is mirrored.
    Mirror,
    /// A share of the requests that is dropped.
    Drop,
    /// The endpoint, where endpoints differ in more than their address.
    Endpoint,
    /// The answer of another service: external authorization, rate limits.
    Answer,
    /// The state of a limit.
    Limit,
    /// The filter chain, where Envoy's own choice is luck.
    Chain,
}

impl ForkKind {
    /// All kinds.
    const ALL: [Self; 9] = [
        Self::Weight,
        Self::Fraction,
        Self::Filter,
        Self::Mirror,
        Self::Drop,
        Self::Endpoint,
        Self::Answer,
        Self::Limit,
        Self::Chain,
    ];

    /// Whether it depends on the state of something else, and not on chance alone.
    pub fn is_state(self) -> bool {
        match self {
            Self::Answer | Self::Limit | Self::Chain => true,
            Self::Weight | Self::Fraction | Self::Filter | Self::Mirror | Self::Drop | Self::Endpoint => false,
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Fraction => "fraction",
            Self::Filter => "filter",
            Self::Mirror => "mirror",
            Self::Drop => "drop",
            Self::Endpoint => "endpoint",
            Self::Answer => "answer",
            Self::Limit => "limit",
            Self::Chain => "chain",
        }
    }
}

/// The branch of a limit that is not reached.
pub const WITHIN_LIMIT: &str = "within the limit";

/// One branch of a fork.
#[derive(Debug, Clone)]
pub struct Branch {
    /// How the user may pick it.
    pub label: String,
    /// Its share; absent where that depends on state.
    pub share: Option<f64>,
}

/// A branch that the user wants: `--pick weight=v1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The kind of fork; absent for `subset=`, which picks by label at any fork.
    pub fork: Option<ForkKind>,
    /// The label, or a part of it between separators.
    pub label: String,
}

impl Pick {
    /// Reads `FORK=BRANCH`; `subset=NAME` picks at any fork.
    ///
    /// # Errors
    /// Names the forks there are.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = || ForkKind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", ");
        let (fork, label) = text.split_once('=').ok_or("write it as FORK=BRANCH, such as subset=v1")?;
        if fork == "subset" {
            return Ok(Self { fork: None, label: label.to_owned() });
        }
        match ForkKind::ALL.into_iter().find(|kind| kind.word() == fork) {
            Some(kind) => Ok(Self { fork: Some(kind), label: label.to_owned() }),
            None => Err(format!("{fork:?} is no fork: there are subset, {}", words())),
        }
    }
}

/// The answers to all forks of a run, and the order in which runs try them.
#[derive(Debug, Default)]
pub struct Choices {
    picks: Vec<Pick>,
    /// Answers given so far in this run, with the number of branches there were.
    answers: Vec<(usize, Vec<usize>)>,
    /// How many forks this run has met.
    met: usize,
    /// What this run chose.
    taken: Vec<Choice>,
    share: f64,
}

impl Choices {
    /// Choices under the user's picks.
    pub fn new(picks: Vec<Pick>) -> Self {
        Self { picks, share: 1.0, ..Self::default() }
    }

    /// Takes a branch. Branches with a share of zero are never taken; a fork with one branch left is none.
    pub fn choose(&mut self, fork: ForkKind, at: impl FnOnce() -> String, branches: &[Branch]) -> usize {
        let mut open: Vec<usize> = (0..branches.len()).filter(|index| branches[*index].share != Some(0.0)).collect();
        let wanted = |index: &usize| {
            let label = &branches[*index].label;
            self.picks.iter().any(|pick| pick.fork.is_none_or(|kind| kind == fork) && is_part(label, &pick.label))
        };
        let picked = open.iter().any(wanted);
        if picked {
            open.retain(wanted);
        }
        let Some(first) = open.first().copied() else {
            return 0;
        };
        if open.len() == 1 && !picked {
            return first;
        }
        if self.met == self.answers.len() {
            self.answers.push((0, open));
        }
        let (turn, open) = &self.answers[self.met];
        let (index, count) = (open[*turn], open.len());
        self.met += 1;
        let branch = &branches[index];
        #[expect(clippy::cast_precision_loss, reason = "a handful of branches")]
        let weight = if picked { 1.0 / count as f64 } else { branch.share.unwrap_or(1.0 / count as f64) };
        self.share *= weight;
        self.taken.push(Choice { fork, at: at(), picked: branch.label.clone(), share: branch.share });
        index
    }

    /// What this run chose, and its share among all runs. State forks share evenly among their branches.
    pub fn finish(&mut self) -> (Vec<Choice>, f64) {
        (std::mem::take(&mut self.taken), self.share)
    }

    /// Prepares the next run; `false` when all combinations were tried.
    pub fn advance(&mut self) -> bool {
        self.answers.truncate(self.met);
        self.met = 0;
        self.share = 1.0;
        self.taken.clear();
        while let Some((turn, open)) = self.answers.last_mut() {
            *turn += 1;
            if *turn < open.len() {
                return true;
            }
            self.answers.pop();
        }
        false
    }
}

/// Whether a label is, or holds between separators, the wanted text: `v1` is part of `outbound|80|v1|reviews`.
fn is_part(label: &str, wanted: &str) -> bool {
    label == wanted || label.split(['|', ' ', '/', ',']).any(|part| part == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn branches(shares: &[(&str, f64)]) -> Vec<Branch> {
        shares.iter().map(|(label, share)| Branch { label: (*label).to_owned(), share: Some(*share) }).collect()
    }

    /// A run with two forks, the second only behind branch `b` of the first.
    fn run(choices: &mut Choices) -> String {
        let first =
            choices.choose(ForkKind::Weight, String::new, &branches(&[("a", 0.25), ("b", 0.75), ("never", 0.0)]));
        if first == 0 {
            return "a".to_owned();
        }
        let second = choices.choose(ForkKind::Filter, String::new, &branches(&[("c", 0.5), ("d", 0.5)]));
        format!("b{second}")
    }

    fn all(mut choices: Choices) -> Vec<(String, f64)> {
        let mut seen = Vec::new();
        loop {
            let end = run(&mut choices);
            seen.push((end, choices.finish().1));
            if !choices.advance() {
                return seen;
            }
        }
    }

    #[test]
    fn every_branch_is_followed_once_and_shares_add_up() {
        let seen = all(Choices::new(Vec::new()));
        let want = [("a", 0.25), ("b0", 0.375), ("b1", 0.375)].map(|(end, share)| (end.to_owned(), share));
        assert_eq!(seen, want);
    }

    #[test]
    fn a_pick_leaves_one_branch() {
        let pick = |label: &str| Pick { fork: None, label: label.to_owned() };
        let seen = all(Choices::new(vec![pick("b"), pick("d")]));
        assert_eq!(seen, [("b1".to_owned(), 1.0)]);
    }
}
