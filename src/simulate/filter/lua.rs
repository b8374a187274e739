//! Lua: a script may do anything. One that does nothing but edit request headers by literals is understood; of every
//! other the effect is unknown, and the trace says so.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::model::envoy::tls::DataSource;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &["envoy.extensions.filters.http.lua.v3.Lua", "envoy.config.filter.http.lua.v2.Lua"];

/// `Lua`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Config {
    inline_code: String,
    default_source_code: DataSource,
    clear_route_cache: Option<bool>,
    source_codes: std::collections::BTreeMap<String, DataSource>,
}

/// `LuaPerRoute`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PerRoute {
    disabled: bool,
    name: String,
    source_code: Option<DataSource>,
}

/// An edit of the request's headers.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Edit {
    Add(String, String),
    Replace(String, String),
    Remove(String),
}

/// What a script does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Script {
    /// Nothing.
    Empty,
    /// Edits headers.
    Edits(Vec<Edit>),
    /// Something else.
    Unknown,
}

#[derive(Debug)]
struct Lua {
    script: Script,
    by_name: std::collections::BTreeMap<String, Script>,
    reroutes: bool,
}

#[derive(Debug)]
enum RouteScript {
    Off,
    Named(String),
    Own(Script),
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    let config = decoded;
    let script =
        if config.inline_code.is_empty() { read(&config.default_source_code) } else { understand(&config.inline_code) };
    Ok(Box::new(Lua {
        script,
        by_name: config.source_codes.iter().map(|(name, source)| (name.clone(), read(source))).collect(),
        reroutes: config.clear_route_cache.unwrap_or(true),
    }))
}

/// What routes say to it.
pub const PER_ROUTE: per_filter::PerRoute =
    per_filter::PerRoute { types: &["envoy.extensions.filters.http.lua.v3.LuaPerRoute"], compile: per_route };

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let route = config.read::<PerRoute>(unmodelled)?;
    Ok(Box::new(match route.source_code {
        _ if route.disabled => RouteScript::Off,
        Some(source) => RouteScript::Own(read(&source)),
        None => RouteScript::Named(route.name),
    }))
}

fn read(source: &DataSource) -> Script {
    match (source.inline_string.as_str(), source.filename.as_str(), source.inline_bytes.as_str()) {
        ("", "", "") => Script::Empty,
        ("", ..) => Script::Unknown,
        (text, ..) => understand(text),
    }
}

/// Reads a script that is one function `envoy_on_request` with a straight line of header edits.
fn understand(text: &str) -> Script {
    static FUNCTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?s)^\s*function\s+envoy_on_request\s*\(\s*([A-Za-z_]\w*)\s*\)(.*)\bend\s*$").ok()
    });
    static EDIT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"^\s*([A-Za-z_]\w*):headers\(\):(add|replace|remove)\(\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*(?:,\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*)?\)\s*;?"#).ok()
    });
    let (Some(function), Some(edit)) = (FUNCTION.as_ref(), EDIT.as_ref()) else {
        return Script::Unknown;
    };
    // Comments first; a script with quotes around `--` is not a straight line anyway.
    let text: String =
        text.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    if text.trim().is_empty() {
        return Script::Empty;
    }
    let Some(parts) = function.captures(&text) else {
        return Script::Unknown;
    };
    let handle = &parts[1];
    let mut rest = &parts[2];
    let mut edits = Vec::new();
    while !rest.trim().is_empty() {
        let Some(found) = edit.captures(rest).filter(|found| &found[1] == handle) else {
            return Script::Unknown;
        };
        let text =
            |either: usize, or: usize| found.get(either).or_else(|| found.get(or)).map(|text| text.as_str().to_owned());
        let (Some(name), value) = (text(3, 4), text(5, 6)) else {
            return Script::Unknown;
        };
        let name = name.to_ascii_lowercase();
        // Pseudo headers change the request itself.
        if name.starts_with(':') {
            return Script::Unknown;
        }
        edits.push(match (&found[2], value) {
            ("add", Some(value)) => Edit::Add(name, value),
            ("replace", Some(value)) => Edit::Replace(name, value),
            ("remove", None) => Edit::Remove(name),
            _ => return Script::Unknown,
        });
        rest = &rest[found[0].len()..];
    }
    Script::Edits(edits)
}

impl HttpFilter for Lua {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let script = match levels.most_specific::<RouteScript>() {
            Some(RouteScript::Off) => &Script::Empty,
            Some(RouteScript::Own(script)) => script,
            Some(RouteScript::Named(name)) => self.by_name.get(name).unwrap_or(&self.script),
            None => &self.script,
        };
        match script {
            Script::Empty => Ok(Verdict::Continue),
            Script::Unknown => {
                run.step(|| {
                    Step::new(Stage::HttpFilter, name)
                        .because("a Lua script, whose effect is unknown")
                        .mood(Mood::Unknown)
                });
                run.undetermined(format!("HTTP filter {name} runs a Lua script, whose effect is unknown"));
                Ok(Verdict::Continue)
            }
            Script::Edits(edits) => {
                for edit in edits {
                    match edit {
                        Edit::Add(header, value) => stream.head.headers.add(header.clone(), value.clone()),
                        Edit::Replace(header, value) => stream.head.headers.set(header.clone(), value.clone()),
                        Edit::Remove(header) => {
                            stream.head.headers.remove(header);
                        }
                    }
                }
                run.step(|| {
                    let words: Vec<_> = edits.iter().map(ToString::to_string).collect();
                    Step::new(Stage::HttpFilter, name).because(format!("a Lua script that {}", words.join(", ")))
                });
                // Any edit of a header makes Envoy choose the route again.
                Ok(if self.reroutes && !edits.is_empty() { Verdict::Reroute } else { Verdict::Continue })
            }
        }
    }
}

impl std::fmt::Display for Edit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Add(name, value) => write!(f, "adds {name}: {value}"),
            Self::Replace(name, value) => write!(f, "sets {name}: {value}"),
            Self::Remove(name) => write!(f, "removes {name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_lines_of_header_edits_are_understood() {
        let add = |name: &str, value: &str| Edit::Add(name.to_owned(), value.to_owned());
        let cases = [
            (
                "function envoy_on_request(h)\n  h:headers():add('x-stamp', 'frontend')\nend\n",
                Script::Edits(vec![add("x-stamp", "frontend")]),
            ),
            (
                "function envoy_on_request(h) -- stamps\n h:headers():add(\"A\", \"1\"); h:headers():remove('b')\nend",
                Script::Edits(vec![add("a", "1"), Edit::Remove("b".to_owned())]),
            ),
            ("function envoy_on_request(h)\nend", Script::Edits(vec![])),
            ("function envoy_on_request(h)\n if true then h:headers():add('a','b') end\nend", Script::Unknown),
            ("function envoy_on_request(h)\n h:headers():add('a', x)\nend", Script::Unknown),
            ("function envoy_on_request(h)\n h:headers():replace(':path', '/x')\nend", Script::Unknown),
            ("function envoy_on_request(h)\n h:respond({[':status']='403'})\nend", Script::Unknown),
            (
                "function envoy_on_request(h)\nend\nfunction envoy_on_response(h)\n h:headers():add('a','b')\nend",
                Script::Unknown,
            ),
            ("", Script::Empty),
        ];
        for (text, want) in cases {
            assert_eq!(understand(text), want, "{text}");
        }
    }
}
