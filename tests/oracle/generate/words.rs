//! The words that a configuration uses: what it looks for in requests, to be put where it does not belong.

use std::collections::BTreeSet;

use fastrand::Rng;
use serde_json::Value;

use super::text;
use crate::oracle::bootstrap::items;

/// The words.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) paths: Vec<String>,
    pub(crate) hosts: Vec<String>,
    pub(crate) methods: Vec<String>,
    pub(crate) queries: Vec<String>,
    pub(crate) peers: Vec<String>,
    pub(crate) server_names: Vec<String>,
    pub(crate) origins: Vec<String>,
}

impl Words {
    /// Reads a dump.
    pub(crate) fn of(dump: &Value, random: &mut Rng) -> Self {
        let mut words = Self::default();
        words.walk(dump, random);
        for list in [
            &mut words.paths,
            &mut words.hosts,
            &mut words.methods,
            &mut words.queries,
            &mut words.peers,
            &mut words.server_names,
            &mut words.origins,
        ] {
            let unique: BTreeSet<String> = list.drain(..).collect();
            list.extend(unique);
        }
        let unique: BTreeSet<(String, String)> = words.headers.drain(..).collect();
        words.headers.extend(unique);
        words
    }

    /// Adds the words of another.
    pub(crate) fn add(&mut self, other: Self) {
        let lists = [
            (&mut self.paths, other.paths),
            (&mut self.hosts, other.hosts),
            (&mut self.methods, other.methods),
            (&mut self.queries, other.queries),
            (&mut self.peers, other.peers),
            (&mut self.server_names, other.server_names),
            (&mut self.origins, other.origins),
        ];
        for (list, more) in lists {
            let new: Vec<String> = more.into_iter().filter(|word| !list.contains(word)).collect();
            list.extend(new);
        }
        let new: Vec<_> = other.headers.into_iter().filter(|line| !self.headers.contains(line)).collect();
        self.headers.extend(new);
    }

    fn walk(&mut self, value: &Value, random: &mut Rng) {
        match value {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    self.note(name, inner, random);
                    self.walk(inner, random);
                }
            }
            Value::Array(list) => list.iter().for_each(|inner| self.walk(inner, random)),
            Value::String(text) => {
                if text.starts_with("spiffe://") && text.contains("/sa/") && !text.contains(['*', '\\', '(']) {
                    self.peers.push(text.clone());
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn note(&mut self, name: &str, value: &Value, random: &mut Rng) {
        let strings = || value.as_array().into_iter().flatten().filter_map(Value::as_str);
        match name {
            "header" => self.header(value, random),
            "headers" => value.as_array().into_iter().flatten().for_each(|header| self.header(header, random)),
            "match" => self.paths.extend(path(value, random)),
            "url_path" => self.paths.extend(text::taken_by(&value["path"], random)),
            "domains" => self.hosts.extend(strings().map(|domain| text::host_of(domain, random))),
            "server_names" => self.server_names.extend(strings().map(|name| text::host_of(name, random))),
            "request_headers_to_remove" => {
                self.headers.extend(strings().map(|name| (name.to_owned(), "1".to_owned())));
            }
            "request_headers_to_add" => {
                for option in value.as_array().into_iter().flatten() {
                    let key = option.pointer("/header/key").and_then(Value::as_str);
                    self.headers.extend(key.map(|key| (key.to_ascii_lowercase(), "of the client".to_owned())));
                }
            }
            "allow_origin_string_match" => {
                let matchers = value.as_array().into_iter().flatten();
                self.origins.extend(matchers.filter_map(|matcher| text::taken_by(matcher, random)));
            }
            "query_parameters" => {
                self.queries
                    .extend(value.as_array().into_iter().flatten().filter_map(|query| parameter(query, random)));
            }
            _ => {}
        }
    }

    fn header(&mut self, matcher: &Value, random: &mut Rng) {
        let Some((name, value)) = header(matcher, random) else {
            return;
        };
        match name.as_str() {
            ":authority" => self.hosts.push(value),
            ":method" => self.methods.push(value),
            ":path" => self.paths.push(value),
            _ if name.starts_with(':') => {}
            _ => self.headers.push((name, value)),
        }
    }
}

/// A header line that a `HeaderMatcher` looks for, also where it wants it not to be there.
pub(crate) fn header(matcher: &Value, random: &mut Rng) -> Option<(String, String)> {
    let name = matcher.get("name")?.as_str()?.to_ascii_lowercase();
    if let Some(range) = matcher.get("range_match") {
        return Some((name, range["start"].as_str().map_or("1".to_owned(), str::to_owned)));
    }
    let inner = matcher.get("string_match").unwrap_or(matcher);
    // A matcher without a condition asks only whether the header is there.
    Some((name, text::taken_by(inner, random).unwrap_or_else(|| "v".to_owned())))
}

/// A path that a `RouteMatch` takes.
pub(crate) fn path(matcher: &Value, random: &mut Rng) -> Option<String> {
    let text = |name: &str| matcher.get(name).and_then(Value::as_str);
    if let Some(path) = text("path") {
        return Some(path.to_owned());
    }
    if let Some(path) = text("path_separated_prefix") {
        return Some(format!("{path}{}", random.choice(["", "/sub", "/a/b"]).unwrap()));
    }
    if let Some(prefix) = text("prefix") {
        let more = if prefix.ends_with('/') { ["", "sub", "a/b"] } else { ["", "/sub", "more"] };
        let prefix = if prefix.is_empty() { "/" } else { prefix };
        return Some(format!("{prefix}{}", random.choice(more).unwrap()));
    }
    if let Some(template) = matcher.pointer("/path_match_policy/typed_config/path_template").and_then(Value::as_str) {
        let segments = template.split('/').map(|segment| match segment {
            "*" | "{*}" => "one".to_owned(),
            "**" | "{**}" => "two/three".to_owned(),
            named if named.starts_with('{') => "named".to_owned(),
            literal => literal.to_owned(),
        });
        return Some(segments.collect::<Vec<_>>().join("/"));
    }
    text::matching(matcher.get("safe_regex")?["regex"].as_str()?, random)
}

/// A query parameter that a matcher takes.
pub(crate) fn parameter(matcher: &Value, random: &mut Rng) -> Option<String> {
    let name = matcher.get("name")?.as_str()?;
    let value = matcher.get("string_match").and_then(|matcher| text::taken_by(matcher, random));
    Some(format!("{name}={}", value.unwrap_or_else(|| "v".to_owned())))
}

/// Applies what a `RouteMatch` asks for to a request: method, host, path and headers.
pub(crate) fn satisfy(matcher: &Value, play: &mut crate::oracle::request::Play, random: &mut Rng) {
    play.path = path(matcher, random).or(play.path.take());
    for wanted in items(matcher, "headers") {
        let is_unwanted = wanted["invert_match"] == true || wanted["present_match"] == false;
        let Some((name, value)) = header(wanted, random).filter(|_| !is_unwanted) else {
            continue;
        };
        match name.as_str() {
            ":method" => play.method = Some(value),
            ":authority" => play.authority = Some(value),
            _ if name.starts_with(':') => {}
            _ => play.headers.push((name, value)),
        }
    }
    let queries: Vec<String> =
        items(matcher, "query_parameters").iter().filter_map(|query| parameter(query, random)).collect();
    if let Some(path) = play.path.as_mut().filter(|_| !queries.is_empty()) {
        path.push('?');
        path.push_str(&queries.join("&"));
    }
    if matcher.get("connect_matcher").is_some() {
        play.method = Some("CONNECT".to_owned());
        play.path.clone_from(&play.authority);
    }
}
