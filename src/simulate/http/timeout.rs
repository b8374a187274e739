//! Timeouts that a request carries to the next hop (`FilterUtility::finalTimeout`, `setTimeoutHeaders`).

use std::time::Duration;

use super::message::RequestHead;
use crate::model::envoy::route_action::RouteAction;

/// The timeouts of a forwarded request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timeouts {
    /// For the whole answer; zero is without limit.
    pub total: Duration,
    /// For each try; zero is without limit.
    pub each_try: Duration,
}

/// Works out the timeouts of a request, and sets its headers for the next hop.
pub fn apply(head: &mut RequestHead, action: &RouteAction, suppress_envoy_headers: bool) -> Timeouts {
    let configured = action.timeout.map_or(Duration::from_secs(15), |timeout| timeout.0);
    let is_grpc = head.is_grpc();
    // With max_stream_duration the new fields rule, and the old gRPC ones are left alone.
    let new_fields = action.max_stream_duration.is_some();
    let grpc_limit = action.max_grpc_timeout.filter(|_| is_grpc && !new_fields).map(|limit| limit.0);
    let mut timeouts = Timeouts {
        total: match grpc_limit {
            Some(limit) => grpc_total(head, limit, action.grpc_timeout_offset.map(|offset| offset.0)),
            None => configured,
        },
        each_try: action
            .retry_policy
            .as_ref()
            .and_then(|policy| policy.per_try_timeout)
            .map_or(Duration::ZERO, |timeout| timeout.0),
    };
    let millis = |head: &RequestHead, name: &str| {
        head.headers.get(name).and_then(|value| value.parse().ok()).map(Duration::from_millis)
    };
    if let Some(total) = millis(head, "x-envoy-upstream-rq-timeout-ms") {
        timeouts.total = total;
        head.headers.remove("x-envoy-upstream-rq-timeout-ms");
    }
    if let Some(each_try) = millis(head, "x-envoy-upstream-rq-per-try-timeout-ms") {
        timeouts.each_try = each_try;
        head.headers.remove("x-envoy-upstream-rq-per-try-timeout-ms");
    }
    if millis(head, "x-envoy-upstream-stream-duration-ms").is_some() {
        head.headers.remove("x-envoy-upstream-stream-duration-ms");
    }
    if timeouts.total != Duration::ZERO && timeouts.each_try >= timeouts.total {
        timeouts.each_try = Duration::ZERO;
    }
    let expected = if timeouts.each_try == Duration::ZERO { timeouts.total } else { timeouts.each_try };
    if expected > Duration::ZERO {
        if !suppress_envoy_headers {
            head.headers.set("x-envoy-expected-rq-timeout-ms", expected.as_millis().to_string());
        }
        if grpc_limit.is_some() {
            head.headers.set("grpc-timeout", grpc_timeout(expected));
        }
    }
    timeouts
}

/// The client's `grpc-timeout`, less the offset, up to the limit; zero is without limit.
fn grpc_total(head: &RequestHead, limit: Duration, offset: Option<Duration>) -> Duration {
    let asked = head.headers.get("grpc-timeout").and_then(parse_grpc_timeout).unwrap_or(Duration::ZERO);
    let asked = match offset.and_then(|offset| asked.checked_sub(offset)) {
        Some(rest) if rest > Duration::ZERO => rest,
        _ => asked,
    };
    if limit != Duration::ZERO && (asked == Duration::ZERO || asked > limit) { limit } else { asked }
}

/// Up to eight digits and a unit.
fn parse_grpc_timeout(text: &str) -> Option<Duration> {
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    let number: u64 = digits.parse().ok()?;
    Some(match unit {
        "H" => Duration::from_secs(number * 3600),
        "M" => Duration::from_secs(number * 60),
        "S" => Duration::from_secs(number),
        "m" => Duration::from_millis(number),
        // Shorter units are rounded up to milliseconds.
        "u" => Duration::from_millis(number.div_ceil(1000)),
        "n" => Duration::from_millis(number.div_ceil(1_000_000)),
        _ => return None,
    })
}

/// `Grpc::Common::toGrpcTimeout`: milliseconds, or larger units where eight digits do not suffice.
fn grpc_timeout(timeout: Duration) -> String {
    let mut value = timeout.as_millis();
    for (unit, factor) in [("m", 1000), ("S", 60), ("M", 60)] {
        if value <= 99_999_999 {
            return format!("{value}{unit}");
        }
        value /= factor;
    }
    format!("{value}H")
}
