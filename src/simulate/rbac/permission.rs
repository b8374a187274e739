//! What is done: permissions.

use ipnet::IpNet;

use super::clause::of_port;
use super::config;
use super::engine::Subject;
use crate::base::evidence::{Notes, Truth};
use crate::base::field::Field;
use crate::model::envoy::listener::Int32Range;
use crate::simulate::matcher::header::{HeaderMatch, clip};
use crate::simulate::matcher::metadata::MetadataMatch;
use crate::simulate::matcher::string::StringMatch;
use crate::simulate::matcher::template::Template;

/// A compiled permission.
#[derive(Debug, Clone)]
pub enum Permission {
    /// All of them.
    All(Vec<Permission>),
    /// Any of them.
    Any(Vec<Permission>),
    /// Not this one.
    Not(Box<Permission>),
    /// Everything.
    Everything(bool),
    /// A header.
    Header(HeaderMatch),
    /// The path without query.
    Path(StringMatch),
    /// The path without query, as a template.
    Template(Template),
    /// The destination address.
    DestinationIp(IpNet),
    /// The destination port, in `[start, end)`.
    DestinationPort(Int32Range),
    /// Metadata of the stream.
    Metadata(MetadataMatch),
    /// The SNI.
    ServerName(StringMatch),
    /// Not modelled.
    Unknown(String),
}

impl Permission {
    /// Compiles a permission.
    pub fn new(config: &config::Permission) -> Self {
        let each = |set: &config::PermissionSet| set.rules.iter().map(Self::new).collect();
        if let Some(set) = &config.and_rules {
            Self::All(each(set))
        } else if let Some(set) = &config.or_rules {
            Self::Any(each(set))
        } else if let Some(rule) = &config.not_rule {
            Self::Not(Box::new(Self::new(rule)))
        } else if let Some(any) = config.any {
            Self::Everything(any)
        } else if let Some(header) = &config.header {
            Self::Header(HeaderMatch::new(header))
        } else if let Some(path) = &config.url_path {
            Self::Path(StringMatch::new(&path.path))
        } else if let Some(range) = &config.destination_ip {
            range.network().map_or_else(|| Self::Unknown(format!("address range {range}")), Self::DestinationIp)
        } else if let Some(port) = config.destination_port {
            let port = i32::try_from(port).unwrap_or(i32::MAX - 1);
            Self::DestinationPort(Int32Range { start: port, end: port + 1 })
        } else if let Some(range) = config.destination_port_range {
            Self::DestinationPort(range)
        } else if let Some(metadata) = &config.metadata {
            Self::Metadata(MetadataMatch::new(metadata))
        } else if let Some(sourced) = &config.sourced_metadata {
            sourced_metadata(sourced).map_or_else(Self::Unknown, Self::Metadata)
        } else if let Some(name) = &config.requested_server_name {
            Self::ServerName(StringMatch::new(name))
        } else if let Some(template) = &config.uri_template {
            template.typed_config.as_ref().and_then(|config| config.decode::<UriTemplate>().ok()).map_or_else(
                || Self::Unknown(format!("path matcher {}", template.name)),
                |config| Self::Template(Template::new(&config.value.path_template)),
            )
        } else if let Some(matcher) = &config.matcher {
            Self::Unknown(format!("permission matcher {}", matcher.name))
        } else {
            Self::Unknown("a permission without a known rule".to_owned())
        }
    }

    /// Whether the subject does this.
    pub fn holds(&self, subject: &Subject, notes: &mut Notes) -> Truth {
        match self {
            Self::All(rules) => {
                notes.group(|| "all of".to_owned(), |notes| Truth::all(rules, |rule| rule.holds(subject, notes)))
            }
            Self::Any(rules) => {
                notes.group(|| "any of".to_owned(), |notes| Truth::any(rules, |rule| rule.holds(subject, notes)))
            }
            Self::Not(rule) => notes.group(|| "not".to_owned(), |notes| !rule.holds(subject, notes)),
            Self::Everything(any) => notes.fact(*any, || ("anything".to_owned(), String::new())),
            Self::Header(header) => header_holds(header, subject, notes),
            Self::Path(path) => path_holds(path, subject, notes),
            Self::Template(template) => {
                let Some(request) = subject.request else {
                    return no_request(notes, || format!("path: template {}", template.text));
                };
                let path = request.path_only();
                let holds = template.matches(path, notes);
                notes.fact_on(
                    || Some(Field::Path),
                    holds,
                    || (format!("path: template {}", template.text), format!("it is {}", clip(path))),
                )
            }
            Self::DestinationIp(range) => {
                let holds = subject.connection.destination.ip().is_some_and(|ip| range.contains(&ip));
                notes.fact_on(
                    || Some(Field::Destination),
                    holds,
                    || (format!("destination in {range}"), format!("it is {}", subject.connection.destination)),
                )
            }
            Self::DestinationPort(range) => {
                let port = subject.connection.destination.socket().map(|address| i32::from(address.port()));
                let holds = port.is_some_and(|port| (range.start..range.end).contains(&port));
                notes.fact_on(
                    || Some(Field::Destination),
                    holds,
                    || (of_port(*range), format!("it is {}", subject.connection.destination)),
                )
            }
            Self::Metadata(metadata) => metadata.matches(subject.metadata, notes),
            Self::ServerName(name) => {
                let server_name = subject.connection.server_name.as_deref().unwrap_or_default();
                let holds = name.matches(server_name, notes);
                notes.fact_on(
                    || Some(Field::Sni),
                    holds,
                    || (format!("SNI: {name}"), format!("it is \"{server_name}\"")),
                )
            }
            Self::Unknown(what) => notes.unknown(format!("{what} is not modelled")),
        }
    }

    /// Whether it asks for something that only HTTP has.
    pub fn is_http_only(&self) -> bool {
        match self {
            Self::Header(_) | Self::Path(_) | Self::Template(_) => true,
            Self::All(rules) | Self::Any(rules) => rules.iter().any(Self::is_http_only),
            Self::Not(rule) => rule.is_http_only(),
            Self::Everything(_)
            | Self::DestinationIp(_)
            | Self::DestinationPort(_)
            | Self::Metadata(_)
            | Self::ServerName(_)
            | Self::Unknown(_) => false,
        }
    }
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct UriTemplate {
    path_template: String,
}

/// Metadata of the stream; those of the route are not modelled.
pub(super) fn sourced_metadata(sourced: &config::SourcedMetadata) -> Result<MetadataMatch, String> {
    if sourced.metadata_source == "ROUTE" {
        return Err("metadata of the route".to_owned());
    }
    Ok(MetadataMatch::new(&sourced.metadata_matcher))
}

/// A condition on a header, also of principals.
pub(super) fn header_holds(header: &HeaderMatch, subject: &Subject, notes: &mut Notes) -> Truth {
    match subject.request {
        Some(request) => header.matches(request, subject.lines, notes),
        None => no_request(notes, || header.to_string()),
    }
}

/// A connection has neither headers nor a path (`NetworkFilter`: empty header map).
fn no_request(notes: &mut Notes, asked: impl FnOnce() -> String) -> Truth {
    notes.fact(Truth::No, || (asked(), "a connection has none".to_owned()))
}

/// A condition on the path without query and fragment, also of principals.
pub(super) fn path_holds(path: &StringMatch, subject: &Subject, notes: &mut Notes) -> Truth {
    let Some(request) = subject.request else {
        return no_request(notes, || format!("path: {path}"));
    };
    if request.path.is_none() {
        return notes.fact_on(
            || Some(Field::Path),
            Truth::No,
            || (format!("path: {path}"), "the request has none".to_owned()),
        );
    }
    let value = subject.path_parameters.apply(request.path_only());
    let holds = path.matches(&value, notes);
    notes.fact_on(|| Some(Field::Path), holds, || (format!("path: {path}"), format!("it is {}", clip(&value))))
}
