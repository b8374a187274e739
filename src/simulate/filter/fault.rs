//! Fault injection.

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::base::evidence::Truth;
use crate::model::any::TypedConfig;
use crate::model::envoy::listener::Empty;
use crate::model::envoy::scalar::{FractionalPercent, ProtoDuration};
use crate::model::envoy::string_match::HeaderMatcher;
use crate::simulate::choice::ForkKind;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::matcher::header::HeaderMatch;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] =
    &["envoy.extensions.filters.http.fault.v3.HTTPFault", "envoy.config.filter.http.fault.v2.HTTPFault"];

/// `HTTPFault`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Config {
    delay: Option<Delay>,
    abort: Option<Abort>,
    upstream_cluster: String,
    headers: Vec<HeaderMatcher>,
    downstream_nodes: Vec<String>,
    max_active_faults: Option<u32>,
    delay_percent_runtime: String,
    abort_percent_runtime: String,
    abort_http_status_runtime: String,
    abort_grpc_status_runtime: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_field_names, reason = "Envoy's own names")]
struct Delay {
    fixed_delay: Option<ProtoDuration>,
    header_delay: Option<Empty>,
    percentage: FractionalPercent,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_field_names, reason = "Envoy's own names")]
struct Abort {
    http_status: Option<u16>,
    grpc_status: Option<u16>,
    header_abort: Option<Empty>,
    percentage: FractionalPercent,
    response_body: String,
}

#[derive(Debug)]
struct Fault {
    config: Config,
    headers: Vec<HeaderMatch>,
}

impl Fault {
    fn new(config: Config) -> Self {
        Self { headers: config.headers.iter().map(HeaderMatch::new).collect(), config }
    }
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(Fault::new(decoded)))
}

/// What routes say to it: a fault instead of the filter's.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &["envoy.extensions.filters.http.fault.v3.HTTPFault", "envoy.config.filter.http.fault.v2.HTTPFault"],
    compile: per_route,
};

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(Fault::new(decoded)))
}

impl HttpFilter for Fault {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        levels.most_specific::<Self>().unwrap_or(self).inject(name, run, stream)
    }
}

impl Fault {
    /// The delay first, then the abort (`FaultFilter::decodeHeaders`).
    fn inject(&self, name: &str, run: &mut Run, stream: &mut Stream) -> Flow<Verdict> {
        let config = &self.config;
        if config.delay.is_none() && config.abort.is_none() {
            return Ok(Verdict::Continue);
        }
        if !config.upstream_cluster.is_empty()
            && run.outcome.cluster.as_deref() != Some(config.upstream_cluster.as_str())
        {
            run.step(|| {
                Step::new(Stage::HttpFilter, name)
                    .because(format!("not for this cluster, only for {}", config.upstream_cluster))
            });
            return Ok(Verdict::Continue);
        }
        let lines = run.engine.runtime.header_lines();
        match Truth::all(&self.headers, |header| header.matches(&stream.head, lines, &mut run.notes)) {
            Truth::Yes => {}
            Truth::Unknown => return run.end_unknown_by_notes(),
            Truth::No => {
                run.step_with_evidence(|| {
                    Step::new(Stage::HttpFilter, name).because("its header conditions do not hold")
                });
                return Ok(Verdict::Continue);
            }
        }
        if !config.downstream_nodes.is_empty() {
            let node = stream.head.headers.get("x-envoy-downstream-service-node").unwrap_or_default();
            if !config.downstream_nodes.iter().any(|known| known == node) {
                return Ok(Verdict::Continue);
            }
        }
        if config.max_active_faults == Some(0) {
            return Ok(Verdict::Continue);
        }
        self.delay(name, run, stream);
        Ok(self.abort(name, run, stream).map_or(Verdict::Continue, Verdict::Reply))
    }

    fn delay(&self, name: &str, run: &mut Run, stream: &mut Stream) {
        let Some(delay) = &self.config.delay else {
            return;
        };
        let duration = match (delay.fixed_delay, &delay.header_delay) {
            (Some(fixed), _) => Some(fixed.to_string()),
            (None, Some(_)) => {
                let millis =
                    stream.head.headers.get("x-envoy-fault-delay-request").and_then(|value| value.parse::<u64>().ok());
                millis.map(|millis| format!("{millis}ms"))
            }
            (None, None) => None,
        };
        let Some(duration) = duration else { return };
        let configured = run.engine.runtime.fraction_of(
            &runtime_key(&self.config.delay_percent_runtime, "fault.http.delay.fixed_delay_percent"),
            delay.percentage,
        );
        let fraction =
            header_fraction(stream, "x-envoy-fault-delay-request-percentage", delay.header_delay.is_some(), configured);
        if run.by_chance(ForkKind::Filter, || format!("{name} delay"), "delayed", "not delayed", fraction) {
            run.outcome.flags.insert(Flag::Di);
            run.step_with_evidence(|| Step::new(Stage::HttpFilter, format!("{name} delays")).because(duration));
        }
    }

    fn abort(&self, name: &str, run: &mut Run, stream: &mut Stream) -> Option<LocalReply> {
        let abort = self.config.abort.as_ref()?;
        let header = |header: &str| stream.head.headers.get(header).and_then(|value| value.parse::<u16>().ok());
        let (status, grpc_status) = match &abort.header_abort {
            Some(_) => (header("x-envoy-fault-abort-request"), header("x-envoy-fault-abort-grpc-request")),
            None => (abort.http_status, abort.grpc_status),
        };
        let by_runtime = run
            .engine
            .runtime
            .integer(&runtime_key(&self.config.abort_http_status_runtime, "fault.http.abort.http_status"));
        let status = by_runtime
            .and_then(|status| u16::try_from(status).ok())
            .or(status)
            .filter(|status| (200..600).contains(status));
        let grpc_by_runtime = run
            .engine
            .runtime
            .integer(&runtime_key(&self.config.abort_grpc_status_runtime, "fault.http.abort.grpc_status"));
        let grpc_status = grpc_by_runtime.and_then(|status| u16::try_from(status).ok()).or(grpc_status);
        if status.is_none() && grpc_status.is_none() {
            return None;
        }
        let configured = run.engine.runtime.fraction_of(
            &runtime_key(&self.config.abort_percent_runtime, "fault.http.abort.abort_percent"),
            abort.percentage,
        );
        let fraction =
            header_fraction(stream, "x-envoy-fault-abort-request-percentage", abort.header_abort.is_some(), configured);
        if !run.by_chance(ForkKind::Filter, || format!("{name} abort"), "aborted", "not aborted", fraction) {
            run.step_with_evidence(|| Step::new(Stage::HttpFilter, name).because("lets this one through"));
            return None;
        }
        run.step_with_evidence(|| Step::new(Stage::HttpFilter, format!("{name} aborts")).mood(Mood::Fails));
        Some(LocalReply {
            disposition: Disposition::FaultAbort,
            code: status.unwrap_or(200),
            flags: vec![Flag::Fi],
            details: "fault_filter_abort".to_owned(),
            body: if abort.response_body.is_empty() {
                "fault filter abort".to_owned()
            } else {
                abort.response_body.clone()
            },
            grpc_status,
            ..LocalReply::default()
        })
    }
}

fn runtime_key(configured: &str, default: &str) -> String {
    if configured.is_empty() { default.to_owned() } else { configured.to_owned() }
}

/// A header may lower the share of faults that headers ask for.
fn header_fraction(stream: &Stream, name: &str, by_header: bool, configured: (u64, u64)) -> (u64, u64) {
    if !by_header {
        return configured;
    }
    let asked = stream.head.headers.get(name).and_then(|value| value.parse::<u64>().ok());
    asked.map_or(configured, |asked| (asked.min(configured.0), configured.1))
}
