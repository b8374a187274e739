//! What comes back, seen from the proxy that sent the request on: its code, flags and details (`Router::Filter`,
//! `TcpProxy::Filter`).

use super::reply::Reply;
use crate::simulate::departure::{Carried, Retry};
use crate::simulate::outcome::{Disposition, Flag, Outcome};

/// Settles the outcome of a hop by what comes back to it. Returns what it sends back itself, and whether that is its
/// own answer.
pub fn settle(outcome: &mut Outcome, carried: &Carried, reply: Reply) -> (Reply, bool) {
    match carried {
        Carried::Http { head, retry, .. } => http(outcome, retry, head.is_grpc(), reply),
        Carried::Bytes(_) => tcp(outcome, reply),
        // It had ended already, whatever the other side does.
        Carried::Nothing => (Reply::Reset, true),
    }
}

fn http(outcome: &mut Outcome, retry: &Retry, grpc: bool, reply: Reply) -> (Reply, bool) {
    let mut fail = |flag: Flag, details: String, again: bool| {
        outcome.disposition = Disposition::UpstreamFailed;
        // gRPC clients read the status out of the trailers.
        outcome.code = if grpc { 200 } else { 503 };
        outcome.flags.insert(flag);
        if again {
            outcome.flags.insert(Flag::Urx);
        }
        outcome.details = Some(format!("upstream_reset_before_response_started{{{details}}}"));
        (Reply::Http(outcome.code), true)
    };
    match reply {
        // What the proxy says of a good answer stands in its outcome already.
        Reply::Application => (Reply::Http(outcome.code), false),
        Reply::Http(code) => {
            outcome.code = code;
            outcome.details = Some("via_upstream".to_owned());
            if is_retried(retry, code) {
                outcome.flags.insert(Flag::Urx);
            }
            (Reply::Http(code), false)
        }
        // `RetryPolicy::RETRY_ON_RESET`, `5xx` and `gateway-error` cover a connection that breaks off.
        Reply::Reset => {
            let again = retry.has(&["reset", "reset-before-request", "5xx", "gateway-error"]);
            fail(Flag::Uc, "connection_termination".to_owned(), again && !retry.has(&["reset-before-request"]))
        }
        Reply::Refused(why) => {
            let again = retry.has(&["connect-failure", "reset", "5xx", "gateway-error"]);
            fail(Flag::Uf, format!("remote_connection_failure|{why}"), again)
        }
        Reply::Bytes => {
            outcome.disposition = Disposition::Undetermined;
            (Reply::Unknown, true)
        }
        Reply::Unknown => (Reply::Unknown, false),
    }
}

/// Whether an answer with a status is asked for again (`RetryStateImpl::wouldRetryFromHeaders`); all answers are taken
/// to be the same, so in the end the limit is exceeded.
fn is_retried(retry: &Retry, code: u16) -> bool {
    let by_word = retry.on.iter().any(|on| match on.as_str() {
        "5xx" => code >= 500,
        "gateway-error" => matches!(code, 502..=504),
        "retriable-4xx" => code == 409,
        "retriable-status-codes" => retry.codes.contains(&u32::from(code)),
        _ => false,
    });
    by_word || retry.on.iter().any(|on| on.parse::<u16>() == Ok(code))
}

fn tcp(outcome: &mut Outcome, reply: Reply) -> (Reply, bool) {
    match reply {
        // One attempt is all there is, unless `max_connect_attempts` says more: both exceed the limit.
        Reply::Refused(_) => {
            outcome.disposition = Disposition::UpstreamFailed;
            outcome.flags.extend([Flag::Uf, Flag::Urx]);
            (Reply::Reset, true)
        }
        reply @ (Reply::Application | Reply::Http(_) | Reply::Bytes | Reply::Reset | Reply::Unknown) => (reply, false),
    }
}
