//! External processing: a service that may change or answer anything.

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::simulate::choice::ForkKind;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::outcome::{Disposition, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &["envoy.extensions.filters.http.ext_proc.v3.ExternalProcessor"];

/// `ExternalProcessor`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Config {
    observability_mode: bool,
    processing_mode: Mode,
}

/// `ProcessingMode`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_field_names, reason = "Envoy's own names")]
struct Mode {
    request_header_mode: String,
    request_body_mode: String,
    response_header_mode: String,
}

/// `ExtProcPerRoute`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PerRoute {
    disabled: bool,
}

#[derive(Debug)]
struct ExtProc(Config);

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(ExtProc(decoded)))
}

/// What routes say to it.
pub const PER_ROUTE: per_filter::PerRoute =
    per_filter::PerRoute { types: &["envoy.extensions.filters.http.ext_proc.v3.ExtProcPerRoute"], compile: per_route };

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let decoded: PerRoute = config.read(unmodelled)?;
    Ok(Box::new(decoded))
}

impl HttpFilter for ExtProc {
    fn on_request(&self, name: &str, run: &mut Run, _: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let off = levels.most_specific::<PerRoute>().is_some_and(|route| route.disabled);
        let mode = &self.0.processing_mode;
        let reads_request =
            mode.request_header_mode != "SKIP" || !matches!(mode.request_body_mode.as_str(), "" | "NONE");
        if off || self.0.observability_mode || !reads_request {
            run.step(|| Step::new(Stage::HttpFilter, name).because("the processor does not touch the request"));
            return Ok(Verdict::Continue);
        }
        if run.by_state(ForkKind::Answer, || name.to_owned(), &["let through", "answered"]) == 1 {
            run.step(|| {
                Step::new(Stage::HttpFilter, format!("{name} answers"))
                    .because("if the processor says so")
                    .mood(Mood::Fails)
            });
            return Ok(Verdict::Reply(LocalReply {
                disposition: Disposition::Other,
                code: 403,
                details: "ext_proc_immediate_response".to_owned(),
                ..LocalReply::default()
            }));
        }
        run.step(|| {
            Step::new(Stage::HttpFilter, name)
                .because("if the processor lets it through; it may change the request")
                .mood(Mood::Unknown)
        });
        run.undetermined(format!(
            "HTTP filter {name} (ext_proc) may change the request, and its route or endpoint with it"
        ));
        Ok(Verdict::Continue)
    }
}
