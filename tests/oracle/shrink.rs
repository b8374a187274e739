//! The smallest request that still ends otherwise than meshdbg says.

use meshdbg::simulate::Engine;
use meshdbg::simulate::request::{Protocol, Transport};

use super::judge::{Verdict, judge};
use super::lab::Lab;
use super::request::Play;
use crate::support::agreement::Difference;

/// Rounds of simplification; each plays all candidates at once.
const ROUNDS: usize = 12;

/// Simplifies a request as long as it still differs in one of the same fields.
pub(crate) async fn shrink(
    engine: &Engine<'_>,
    lab: &mut Lab,
    play: &Play,
    differences: &[Difference],
) -> (Play, Vec<Difference>) {
    let (mut smallest, mut differences) = (play.clone(), differences.to_vec());
    for _ in 0..ROUNDS {
        let candidates = simpler(&smallest, lab.is_waypoint);
        let mut seen = lab.play(&candidates).await;
        let still = candidates.into_iter().zip(&mut seen).find_map(|(play, observation)| {
            match judge(engine, &play, observation) {
                Verdict::Differs(found)
                    if found.iter().any(|(field, ..)| differences.iter().any(|(known, ..)| known == field)) =>
                {
                    Some((play, found))
                }
                Verdict::Agrees | Verdict::Undetermined(_) | Verdict::Differs(_) => None,
            }
        });
        let Some(still) = still else {
            break;
        };
        (smallest, differences) = still;
    }
    (smallest, differences)
}

/// The request with one thing less, the boldest first.
fn simpler(play: &Play, is_tunnelled: bool) -> Vec<Play> {
    let mut candidates = Vec::new();
    let mut with = |change: &dyn Fn(&mut Play)| {
        let mut simpler = play.clone();
        change(&mut simpler);
        let simpler = simpler.settled();
        if simpler != *play {
            candidates.push(simpler);
        }
    };
    with(&|play| play.headers.clear());
    with(&|play| play.protocol = if play.protocol == Protocol::Tcp { Protocol::Tcp } else { Protocol::Http1 });
    with(&|play| play.path = Some("/".to_owned()));
    with(&|play| play.method = Some("GET".to_owned()));
    if !is_tunnelled {
        with(&|play| play.transport = Transport::Plaintext);
    }
    with(&|play| play.peer = None);
    with(&|play| play.sni = None);
    with(&|play| play.alpn.clear());
    with(&|play| play.authority = Some("x".to_owned()));
    with(&|play| {
        let half = play.headers.len() / 2;
        play.headers.truncate(half);
    });
    with(&|play| drop(play.headers.drain(..play.headers.len() / 2)));
    for index in 0..play.headers.len().min(20) {
        with(&|play| drop(play.headers.remove(index)));
        with(&|play| "v".clone_into(&mut play.headers[index].1));
    }
    let path = play.path.clone().unwrap_or_default();
    if let Some((bare, _)) = path.split_once('?') {
        with(&|play| play.path = Some(bare.to_owned()));
    }
    if let Some((start, _)) = path.trim_end_matches('/').rsplit_once('/') {
        with(&|play| play.path = Some(if start.is_empty() { "/" } else { start }.to_owned()));
    }
    let letters: Vec<char> = path.chars().collect();
    if letters.len() > 8 {
        with(&|play| play.path = Some(letters[..letters.len() / 2].iter().collect()));
    }
    candidates
}
