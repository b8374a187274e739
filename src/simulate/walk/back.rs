//! What comes back, seen from the proxy that sent the request on: its code, flags and details (`Router::Filter`,
//! `TcpProxy::Filter`).

use super::reply::Reply;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::outcome::{Disposition, Flag, Outcome};
use crate::simulate::retry::Retry;

/// What a proxy sends back itself.
#[derive(Debug)]
pub struct Settled {
    /// What its client gets.
    pub reply: Reply,
    /// Whether that is its own answer.
    pub is_own: bool,
    /// Whether it does so only where no further try is left.
    pub is_tried_again: bool,
}

/// The `grpc-status` for 503.
const UNAVAILABLE: u16 = 14;

/// Settles the outcome of a hop by what comes back to it.
pub fn settle(outcome: &mut Outcome, departure: &Departure, reply: Reply) -> Settled {
    let is_failed = is_failed(departure, &reply);
    let (reply, is_own) = match &departure.carried {
        Carried::Http { head, .. } => http(outcome, head.is_grpc(), reply),
        Carried::Bytes(_) => tcp(outcome, reply),
        // It had ended already, whatever the other side does.
        Carried::Nothing => (Reply::Reset, true),
    };
    let Retry { tries, is_barred, .. } = departure.retry;
    if is_failed {
        outcome.flags.insert(if is_barred { Flag::Uo } else { Flag::Urx });
    }
    Settled { reply, is_own, is_tried_again: is_failed && !is_barred && tries > 0 }
}

/// Whether it is for the proxy to try again.
fn is_failed(departure: &Departure, reply: &Reply) -> bool {
    let retry = &departure.retry;
    match (&departure.carried, reply) {
        (Carried::Nothing, _)
        | (_, Reply::Application | Reply::Bytes | Reply::Unknown)
        | (Carried::Bytes(_), Reply::Http(_) | Reply::Grpc(_) | Reply::Reset) => false,
        (Carried::Http { .. }, Reply::Grpc(status)) => retry.wants_after_grpc(*status),
        (Carried::Http { .. }, Reply::Http(code)) => retry.wants_after_status(*code),
        (Carried::Http { .. }, Reply::Reset) => retry.wants_after_reset(),
        (Carried::Http { .. } | Carried::Bytes(_), Reply::Refused(_)) => retry.wants_after_refusal(),
    }
}

fn http(outcome: &mut Outcome, grpc: bool, reply: Reply) -> (Reply, bool) {
    let mut fail = |flag: Flag, details: String| {
        outcome.disposition = Disposition::UpstreamFailed;
        // gRPC clients read the status out of the trailers.
        outcome.code = if grpc { 200 } else { 503 };
        outcome.flags.insert(flag);
        outcome.details = Some(format!("upstream_reset_before_response_started{{{details}}}"));
        (if grpc { Reply::Grpc(UNAVAILABLE) } else { Reply::Http(503) }, true)
    };
    match reply {
        // What the proxy says of a good answer stands in its outcome already.
        Reply::Application => (Reply::Http(outcome.code), false),
        answer @ (Reply::Http(_) | Reply::Grpc(_)) => {
            outcome.code = answer.code().unwrap_or_default();
            outcome.details = Some("via_upstream".to_owned());
            (answer, false)
        }
        Reply::Reset => fail(Flag::Uc, "connection_termination".to_owned()),
        Reply::Refused(why) => fail(Flag::Uf, format!("remote_connection_failure|{why}")),
        Reply::Bytes => {
            outcome.disposition = Disposition::Undetermined;
            (Reply::Unknown, true)
        }
        Reply::Unknown => (Reply::Unknown, false),
    }
}

fn tcp(outcome: &mut Outcome, reply: Reply) -> (Reply, bool) {
    match reply {
        // That one attempt is all there is exceeds the limit of attempts too.
        Reply::Refused(_) => {
            outcome.disposition = Disposition::UpstreamFailed;
            outcome.flags.insert(Flag::Uf);
            (Reply::Reset, true)
        }
        reply @ (Reply::Application
        | Reply::Http(_)
        | Reply::Grpc(_)
        | Reply::Bytes
        | Reply::Reset
        | Reply::Unknown) => (reply, false),
    }
}
