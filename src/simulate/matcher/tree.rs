//! Generic matcher trees (`xds.type.matcher.v3.Matcher`), used to choose filter chains and routes and by RBAC.
//!
//! A nested matcher that leads nowhere is "no match at this level": the search resumes with the next entry of a list,
//! the next shorter prefix, the next wider range, and at last with `on_no_match`.

use std::collections::HashMap;
use std::net::IpAddr;

use ipnet::IpNet;
use serde::Deserialize;

use super::predicate::Predicate;
use crate::base::evidence::{Notes, Truth};
use crate::base::field::Field;
use crate::model::any::TypedConfig;
use crate::model::envoy::matcher_tree as model;
use crate::model::envoy::string_match::Extension;

/// What an input of a tree gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A text.
    Text(String),
    /// Nothing: no match at this level.
    Missing,
    /// It cannot be told.
    Unknown(String),
}

/// Where a search ended.
#[derive(Debug, Clone, Copy)]
pub enum Found<'t> {
    /// At an action.
    Action(&'t Extension),
    /// Nowhere.
    Nothing,
    /// It cannot be told; the notes say why.
    Unknown,
}

/// A compiled matcher.
#[derive(Debug, Clone)]
pub struct Tree {
    kind: Kind,
    on_no_match: Option<Box<Leads>>,
}

#[derive(Debug, Clone)]
enum Kind {
    List(Vec<(Predicate, Leads)>),
    Exact(Extension, HashMap<String, Leads>),
    /// Longest first. Before Envoy 1.35 only the longest is tried.
    Prefix(Extension, Vec<(String, Leads)>),
    Ip(Extension, Vec<IpRange>),
    Unknown(String),
    /// Neither list nor tree: only `on_no_match`.
    Empty,
}

#[derive(Debug, Clone)]
struct IpRange {
    network: IpNet,
    /// Order of the configuration, for equal ranges.
    order: usize,
    exclusive: bool,
    leads: Leads,
}

#[derive(Debug, Clone)]
enum Leads {
    To(Box<Tree>),
    Action(Extension),
    Nowhere,
}

/// The inputs of a tree: what an input extension gives for this connection or request.
pub type Inputs<'i> = dyn Fn(&TypedConfig) -> Input + 'i;

/// Whether a failed longer prefix falls back to shorter ones (Envoy 1.35).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrefixFallback {
    /// It does.
    Resumes,
    /// The longest prefix is final.
    Final,
}

impl Tree {
    /// Compiles a matcher of the configuration.
    pub fn new(config: &model::Matcher) -> Self {
        let kind = if let Some(list) = &config.matcher_list {
            Kind::List(
                list.matchers
                    .iter()
                    .map(|entry| (Predicate::new(&entry.predicate), Leads::new(&entry.on_match)))
                    .collect(),
            )
        } else if let Some(tree) = &config.matcher_tree {
            compile_tree(tree)
        } else {
            Kind::Empty
        };
        Self { kind, on_no_match: config.on_no_match.as_ref().map(|leads| Box::new(Leads::new(leads))) }
    }

    /// Searches the tree.
    pub fn find<'t>(&'t self, inputs: &Inputs, prefixes: PrefixFallback, notes: &mut Notes) -> Found<'t> {
        let found = match &self.kind {
            Kind::List(entries) => find_in_list(entries, inputs, prefixes, notes),
            Kind::Exact(input, map) => match ask(input, inputs, notes) {
                Ok(Some(value)) => map.get(&value).map_or(Found::Nothing, |leads| {
                    notes.remark_on(|| field(input), || format!("{} is {value}", input.name));
                    leads.follow(inputs, prefixes, notes)
                }),
                Ok(None) => Found::Nothing,
                Err(()) => Found::Unknown,
            },
            Kind::Prefix(input, map) => match ask(input, inputs, notes) {
                Ok(Some(value)) => {
                    let candidates = map.iter().filter(|(prefix, _)| value.starts_with(prefix.as_str()));
                    let candidates = candidates.take(if prefixes == PrefixFallback::Resumes { usize::MAX } else { 1 });
                    first_found(candidates.map(|(_, leads)| leads), inputs, prefixes, notes)
                }
                Ok(None) => Found::Nothing,
                Err(()) => Found::Unknown,
            },
            Kind::Ip(input, ranges) => match ask(input, inputs, notes) {
                Ok(value) => {
                    find_ip(value.and_then(|value| value.parse().ok()), ranges, input, inputs, prefixes, notes)
                }
                Err(()) => Found::Unknown,
            },
            Kind::Unknown(what) => {
                notes.unknown(format!("{what} is not modelled"));
                Found::Unknown
            }
            Kind::Empty => Found::Nothing,
        };
        match (found, &self.on_no_match) {
            (Found::Nothing, Some(leads)) => leads.follow(inputs, prefixes, notes),
            (found, _) => found,
        }
    }

    /// The actions anywhere in the tree.
    pub fn actions(&self) -> Vec<&Extension> {
        let leads: Vec<&Leads> = match &self.kind {
            Kind::List(entries) => entries.iter().map(|(_, leads)| leads).collect(),
            Kind::Exact(_, map) => {
                let mut entries: Vec<_> = map.iter().collect();
                entries.sort_by_key(|(key, _)| *key);
                entries.into_iter().map(|(_, leads)| leads).collect()
            }
            Kind::Prefix(_, map) => map.iter().map(|(_, leads)| leads).collect(),
            Kind::Ip(_, ranges) => ranges.iter().map(|range| &range.leads).collect(),
            Kind::Unknown(_) | Kind::Empty => Vec::new(),
        };
        leads
            .into_iter()
            .chain(self.on_no_match.as_deref())
            .flat_map(|leads| match leads {
                Leads::To(tree) => tree.actions(),
                Leads::Action(action) => vec![action],
                Leads::Nowhere => Vec::new(),
            })
            .collect()
    }
}

fn compile_tree(tree: &model::MatcherTree) -> Kind {
    let entries =
        |map: &model::MatchMap| map.map.iter().map(|(key, leads)| (key.clone(), Leads::new(leads))).collect::<Vec<_>>();
    if let Some(map) = &tree.exact_match_map {
        return Kind::Exact(tree.input.clone(), entries(map).into_iter().collect());
    }
    if let Some(map) = &tree.prefix_match_map {
        let mut entries = entries(map);
        entries.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
        return Kind::Prefix(tree.input.clone(), entries);
    }
    let Some(custom) = &tree.custom_match else {
        return Kind::Unknown("a matcher tree without a known kind".to_owned());
    };
    let ip = custom
        .typed_config
        .as_ref()
        .filter(|config| config.is(&["xds.type.matcher.v3.IPMatcher"]))
        .and_then(|config| config.decode::<model::IpMatcher>().ok());
    let Some(ip) = ip else {
        return Kind::Unknown(format!("matcher {}", custom.name));
    };
    let mut ranges: Vec<IpRange> = ip
        .value
        .range_matchers
        .iter()
        .enumerate()
        .flat_map(|(order, entry)| {
            let leads = Leads::new(&entry.on_match);
            super::address::networks(&entry.ranges).into_iter().map(move |network| IpRange {
                network,
                order,
                exclusive: entry.exclusive,
                leads: leads.clone(),
            })
        })
        .collect();
    ranges.sort_by_key(|range| (std::cmp::Reverse(range.network.prefix_len()), range.order));
    Kind::Ip(tree.input.clone(), ranges)
}

/// The value of an input; `Ok(None)` where there is none.
pub(super) fn ask(input: &Extension, inputs: &Inputs, notes: &mut Notes) -> Result<Option<String>, ()> {
    let answer = match &input.typed_config {
        Some(config) => inputs(config),
        None => Input::Unknown(format!("matcher input {}", input.name)),
    };
    match answer {
        Input::Text(text) => Ok(Some(text)),
        Input::Missing => Ok(None),
        Input::Unknown(what) => {
            notes.unknown(format!("{what} is not modelled"));
            Err(())
        }
    }
}

/// The field of the request that an input looks at.
pub(super) fn field(input: &Extension) -> Option<Field> {
    let config = input.typed_config.as_ref()?;
    let names = || serde_json::from_str::<Names>(config.json.get()).unwrap_or_default();
    match config.type_name.rsplit('.').next()? {
        "DestinationIPInput" | "DestinationPortInput" => Some(Field::Destination),
        "SourceIPInput" | "DirectSourceIPInput" | "SourceTypeInput" | "SourcePortInput" => Some(Field::SourceAddress),
        "ServerNameInput" => Some(Field::Sni),
        "TransportProtocolInput" => Some(Field::Tls),
        "ApplicationProtocolInput" => Some(Field::Alpn),
        "UriSanInput" => Some(Field::SourcePrincipal),
        "HttpRequestHeaderMatchInput" => Some(Field::header(&names().header_name)),
        "HttpRequestQueryParamMatchInput" => Some(Field::Query(names().query_param)),
        _ => None,
    }
}

/// What an input of HTTP names.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::simulate) struct Names {
    pub(in crate::simulate) header_name: String,
    pub(in crate::simulate) query_param: String,
}

/// The longest range first. A wider range that is exclusive is no fallback for a narrower one that led nowhere.
fn find_ip<'t>(
    ip: Option<IpAddr>,
    ranges: &'t [IpRange],
    input: &Extension,
    inputs: &Inputs,
    prefixes: PrefixFallback,
    notes: &mut Notes,
) -> Found<'t> {
    let Some(ip) = ip else { return Found::Nothing };
    let mut tried = false;
    for range in ranges.iter().filter(|range| range.network.contains(&ip)) {
        if tried && range.exclusive {
            continue;
        }
        tried = true;
        notes.remark_on(|| field(input), || format!("{} {ip} is in {}", input.name, range.network));
        match range.leads.follow(inputs, prefixes, notes) {
            Found::Nothing => {}
            found => return found,
        }
    }
    Found::Nothing
}

fn first_found<'t>(
    leads: impl Iterator<Item = &'t Leads>,
    inputs: &Inputs,
    prefixes: PrefixFallback,
    notes: &mut Notes,
) -> Found<'t> {
    for leads in leads {
        match leads.follow(inputs, prefixes, notes) {
            Found::Nothing => {}
            found => return found,
        }
    }
    Found::Nothing
}

fn find_in_list<'t>(
    entries: &'t [(Predicate, Leads)],
    inputs: &Inputs,
    prefixes: PrefixFallback,
    notes: &mut Notes,
) -> Found<'t> {
    for (predicate, leads) in entries {
        match predicate.holds(inputs, notes) {
            Truth::No => {}
            Truth::Unknown => return Found::Unknown,
            Truth::Yes => match leads.follow(inputs, prefixes, notes) {
                Found::Nothing => {}
                found => return found,
            },
        }
    }
    Found::Nothing
}

impl Leads {
    fn new(config: &model::OnMatch) -> Self {
        match (&config.matcher, &config.action) {
            // An action to keep matching behind is noted by Envoy and never the result.
            _ if config.keep_matching => Self::Nowhere,
            (Some(matcher), _) => Self::To(Box::new(Tree::new(matcher))),
            (None, Some(action)) => Self::Action(action.clone()),
            (None, None) => Self::Nowhere,
        }
    }

    fn follow<'t>(&'t self, inputs: &Inputs, prefixes: PrefixFallback, notes: &mut Notes) -> Found<'t> {
        match self {
            Self::To(tree) => tree.find(inputs, prefixes, notes),
            Self::Action(action) => Found::Action(action),
            Self::Nowhere => Found::Nothing,
        }
    }
}

/// `google.protobuf.StringValue`, the action of a filter chain matcher.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct StringValue {
    /// The text.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(config: &str, ip: &str, port: &str, prefixes: PrefixFallback) -> String {
        let config: model::Matcher = serde_json::from_str(config).unwrap();
        let tree = Tree::new(&config);
        let inputs = |input: &TypedConfig| match input.type_name.as_str() {
            "ip" if ip.is_empty() => Input::Missing,
            "ip" => Input::Text(ip.to_owned()),
            "port" => Input::Text(port.to_owned()),
            other => Input::Unknown(other.to_owned()),
        };
        match tree.find(&inputs, prefixes, &mut Notes::new(false)) {
            Found::Action(action) => action.name.clone(),
            Found::Nothing => "-".to_owned(),
            Found::Unknown => "?".to_owned(),
        }
    }

    #[test]
    fn the_search_resumes_behind_a_branch_that_leads_nowhere() {
        let port = r#"{"matcher":{"matcher_tree":{"input":{"name":"p","typed_config":{"@type":"x/port"}},"exact_match_map":{"map":{"80":{"action":{"name":"A"}}}}}}}"#;
        let tree = |wide_exclusive: bool| {
            format!(
                r#"{{"matcher_tree":{{"input":{{"name":"i","typed_config":{{"@type":"x/ip"}}}},"custom_match":{{"name":"ip","typed_config":{{"@type":"x/xds.type.matcher.v3.IPMatcher","range_matchers":[
                {{"ranges":[{{"address_prefix":"10.0.0.0","prefix_len":8}}],"exclusive":{wide_exclusive},"on_match":{{"action":{{"name":"wide"}}}}}},
                {{"ranges":[{{"address_prefix":"10.0.0.1","prefix_len":32}}],"on_match":{port}}}]}}}}}},"on_no_match":{{"action":{{"name":"none"}}}}}}"#
            )
        };
        let cases = [
            ("10.0.0.1", "80", false, "A"),
            ("10.0.0.1", "81", false, "wide"),
            ("10.0.0.1", "81", true, "none"),
            ("10.0.0.2", "81", true, "wide"),
            ("192.0.2.1", "80", false, "none"),
            ("", "80", false, "none"),
        ];
        for (ip, port, exclusive, want) in cases {
            assert_eq!(find(&tree(exclusive), ip, port, PrefixFallback::Resumes), want, "{ip}:{port}");
        }
    }

    #[test]
    fn shorter_prefixes_are_tried_since_1_35() {
        let config = r#"{"matcher_tree":{"input":{"name":"p","typed_config":{"@type":"x/port"}},"prefix_match_map":{"map":{
            "8":{"action":{"name":"short"}},"80":{"matcher":{"matcher_list":{"matchers":[]}}}}}}}"#;
        assert_eq!(find(config, "", "80", PrefixFallback::Resumes), "short");
        assert_eq!(find(config, "", "80", PrefixFallback::Final), "-");
    }
}
