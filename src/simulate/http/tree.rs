//! Inputs of matcher trees over HTTP requests.

use super::message::RequestHead;
use crate::model::any::TypedConfig;
use crate::simulate::matcher::query::first_value;
use crate::simulate::matcher::tree::{Input, Names};

/// What an HTTP input gives for a request; `None` where the input is not one of HTTP. Several values of a header stay
/// joined by commas here, whatever the version.
pub fn input(request: &RequestHead, config: &TypedConfig) -> Option<Input> {
    let decoded: Names = serde_json::from_str(config.json.get()).ok()?;
    let or_missing = |value: Option<String>| value.map_or(Input::Missing, Input::Text);
    match config.type_name.rsplit('.').next()? {
        "HttpRequestHeaderMatchInput" => Some(or_missing(request.joined(&decoded.header_name.to_ascii_lowercase()))),
        "HttpRequestQueryParamMatchInput" => {
            let value = request.query().and_then(|query| first_value(query, &decoded.query_param));
            Some(or_missing(value.map(str::to_owned)))
        }
        _ => None,
    }
}
