//! The rest of a way, seen from one place of it; and a hop put before it.

use super::back::{self, Settled};
use super::edge;
use super::reply::{self, Actor, Reply};
use crate::simulate::authz::accepts::Accepts;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::outcome::Disposition;
use crate::simulate::retry::shares::Try;
use crate::simulate::tls::Failure;
use crate::simulate::trace::{End, Hop, Step, Way};

/// The rest of a way, seen from one place of it.
#[derive(Debug, Clone)]
pub(super) struct Tail {
    pub(super) share: f64,
    /// The proxies still to pass.
    pub(super) hops: Vec<Hop>,
    /// What comes back.
    pub(super) reply: Reply,
    /// Who wrote that.
    pub(super) answered_by: Actor,
    /// What became of the request at the last proxy; none where there is no proxy any more.
    pub(super) disposition: Option<Disposition>,
    /// Who decided it.
    pub(super) decided_by: Actor,
    /// Why it is not certain.
    pub(super) undetermined: Vec<String>,
    /// Why the handshake at its first proxy failed.
    pub(super) door: Option<String>,
    /// What the proxy before does on the way here, in listeners inside of it.
    pub(super) steps: Vec<Step>,
    /// Whether its first proxy tries another endpoint before it ends so.
    pub(super) is_tried_again: bool,
}

impl Tail {
    /// As a try of its first proxy.
    pub(super) fn as_try(&self) -> Try {
        Try { share: self.share, is_tried_again: self.is_tried_again }
    }
}

/// What the client makes of it.
pub(super) fn finish(tail: Tail, client_speaks_http: bool) -> Way {
    // A way that meets no proxy is the client's own connection.
    let unmet = match tail.reply {
        Reply::Application if client_speaks_http => Disposition::Forwarded,
        Reply::Application | Reply::Bytes | Reply::Http(_) | Reply::Grpc(_) => Disposition::TcpForwarded,
        Reply::Reset | Reply::Refused(_) => Disposition::Closed,
        Reply::Unknown => Disposition::Undetermined,
    };
    let answered = (tail.reply == Reply::Application && client_speaks_http).then_some(200);
    let code = tail.reply.code().or(answered).unwrap_or_default();
    let mut hops = tail.hops;
    for hop in &mut hops {
        hop.outcome.share = tail.share;
    }
    Way {
        share: tail.share,
        hops,
        end: End {
            code,
            disposition: tail.disposition.unwrap_or(unmet),
            decided_by: tail.decided_by,
            answered_by: tail.answered_by,
        },
        undetermined: tail.undetermined,
    }
}

/// A way that ends at a proxy.
pub(super) fn ended(hop: Hop, broken: Option<&Failure>, undetermined: Vec<String>) -> Tail {
    let actor = Actor::Proxy(hop.proxy.clone());
    Tail {
        share: hop.outcome.share,
        reply: reply::of_end(&hop.outcome, broken),
        answered_by: actor.clone(),
        disposition: Some(hop.outcome.disposition),
        decided_by: actor,
        undetermined,
        door: broken.map(Failure::words),
        steps: Vec::new(),
        is_tried_again: false,
        hops: vec![hop],
    }
}

/// A hop before the rest of a way.
pub(super) fn joined(
    mut hop: Hop,
    tail: Tail,
    departure: &Departure,
    takes: Option<Accepts>,
    broken: Option<&Failure>,
    share: f64,
    undetermined: &[String],
) -> Tail {
    let actor = Actor::Proxy(hop.proxy.clone());
    hop.edge = Some(edge::edge(departure, &hop, &tail, takes));
    hop.steps.extend(tail.steps.iter().cloned());
    let share = hop.outcome.share * share * tail.share;
    let mut reasons = undetermined.to_vec();
    note(&mut reasons, &tail.undetermined);
    if departure.carried == Carried::Nothing {
        // It has ended here; the connection behind it stays empty.
        let mut ended = ended(hop, broken, reasons);
        ended.share = share;
        ended.hops.extend(tail.hops);
        return ended;
    }
    let refused = match &tail.reply {
        Reply::Refused(why) => Some(why.contains("WRONG_VERSION_NUMBER")),
        _ => None,
    };
    let Settled { reply, is_own, is_tried_again } = back::settle(&mut hop.outcome, departure, tail.reply);
    // What fails by the state of something, such as a limit that is reached, is taken to fail so again.
    let is_by_state = tail.hops.iter().flat_map(|hop| &hop.choices).any(|choice| choice.fork.is_state());
    // What the client of a connection refuses, it decides; not that the server speaks something else.
    let (decided_by, disposition) = match (refused, tail.disposition) {
        (Some(false), Some(disposition)) => (actor.clone(), disposition),
        (Some(true), Some(_)) => (tail.decided_by, hop.outcome.disposition),
        (Some(_), None) => (actor.clone(), hop.outcome.disposition),
        (None, disposition) => (tail.decided_by, disposition.unwrap_or(hop.outcome.disposition)),
    };
    let mut hops = vec![hop];
    hops.extend(tail.hops);
    Tail {
        share,
        hops,
        reply,
        answered_by: if is_own { actor } else { tail.answered_by },
        disposition: Some(disposition),
        decided_by,
        undetermined: reasons,
        door: None,
        steps: Vec::new(),
        is_tried_again: is_tried_again && !is_by_state,
    }
}

/// Adds reasons that are not there yet.
pub(super) fn note(known: &mut Vec<String>, more: &[String]) {
    for reason in more {
        if !known.contains(reason) {
            known.push(reason.clone());
        }
    }
}
