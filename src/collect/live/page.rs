//! The pages of an admin port, whole or in parts.

use std::fmt::Write;

use crate::base::section::{Extent, Section};

/// Longer regular expressions than this do not fit into a request (Envoy takes 60 kB of headers): the whole list is
/// asked for then.
const LONGEST: usize = 16_000;
/// Nothing is called so: of a dump that has one section only, nothing else has to be put together.
const NOBODY: &str = "-";

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// Everything that the proxy holds, with endpoints.
    ConfigDump,
    /// A section of it, or some of it by name.
    Section(Section, Extent),
    /// Endpoints with their health and statistics.
    Clusters(Extent),
    /// Runtime flags.
    Runtime,
    /// Who it is: version, command line, uptime.
    ServerInfo,
    /// Certificates in use.
    Certs,
    /// Addresses of the listeners.
    Listeners,
    /// What initialization waits for.
    InitDump,
    /// Counters, gauges and histograms that were ever used.
    Stats,
    /// All of them.
    AllStats,
}

impl Page {
    /// What any question about requests may need.
    pub const FOR_TRACE: [Self; 3] = [Self::ConfigDump, Self::Clusters(Extent::Whole), Self::Runtime];
    /// What a question about statistics needs: whose they are stands in the configuration.
    pub const FOR_STATS: [Self; 2] = [Self::ConfigDump, Self::Stats];
    /// The same with statistics that were never used.
    pub const FOR_ALL_STATS: [Self; 2] = [Self::ConfigDump, Self::AllStats];
    /// What a snapshot keeps; on request [`Page::Stats`] too.
    pub const FOR_SNAPSHOT: [Self; 7] = [
        Self::ConfigDump,
        Self::Clusters(Extent::Whole),
        Self::Runtime,
        Self::ServerInfo,
        Self::Certs,
        Self::Listeners,
        Self::InitDump,
    ];

    /// Its path, with what makes it whole and JSON.
    ///
    /// A mask goes over the fields of one section only, and leaves its message although nothing is in it; `resource=`
    /// does not, and is of one list. `name_regex` matches whole names of clusters, endpoints (by the name that EDS has for
    /// them), listeners, route tables and secrets; Envoy then puts together only what fits.
    pub fn path(&self) -> String {
        match self {
            Self::ConfigDump => "config_dump?include_eds".to_owned(),
            Self::Section(section, extent) => {
                let eds = if *section == Section::Endpoints { "include_eds&" } else { "" };
                let mut path = format!("config_dump?{eds}mask={}", section.mask());
                let regex = match section {
                    Section::Bootstrap => Some(NOBODY.to_owned()),
                    _ => regex(extent),
                };
                if let Some(regex) = regex {
                    path.push_str("&name_regex=");
                    path.push_str(&encoded(&regex));
                }
                path
            }
            Self::Clusters(extent) => match regex(extent) {
                Some(regex) => format!("clusters?format=json&filter={}", encoded(&regex)),
                None => "clusters?format=json".to_owned(),
            },
            Self::Runtime => "runtime".to_owned(),
            Self::ServerInfo => "server_info".to_owned(),
            Self::Certs => "certs".to_owned(),
            Self::Listeners => "listeners?format=json".to_owned(),
            Self::InitDump => "init_dump".to_owned(),
            Self::Stats => "stats?format=json&usedonly".to_owned(),
            Self::AllStats => "stats?format=json".to_owned(),
        }
    }

    /// The file that it becomes in a snapshot.
    pub(super) fn file(&self) -> String {
        match self {
            Self::ConfigDump => "config_dump.json".to_owned(),
            Self::Section(section, _) => format!("config_dump.{}.json", section.word()),
            Self::Clusters(_) => "clusters.json".to_owned(),
            Self::Runtime => "runtime.json".to_owned(),
            Self::ServerInfo => "server_info.json".to_owned(),
            Self::Certs => "certs.json".to_owned(),
            Self::Listeners => "listeners.json".to_owned(),
            Self::InitDump => "init_dump.json".to_owned(),
            Self::Stats | Self::AllStats => "stats.json".to_owned(),
        }
    }

    /// How much of its lists it is.
    pub(super) fn extent(&self) -> Extent {
        match self {
            Self::Section(_, extent) | Self::Clusters(extent) => extent.clone(),
            Self::ConfigDump
            | Self::Runtime
            | Self::ServerInfo
            | Self::Certs
            | Self::Listeners
            | Self::InitDump
            | Self::Stats
            | Self::AllStats => Extent::Whole,
        }
    }

    /// Whether it is of the config dump, without which nothing can be said of a proxy.
    pub(super) fn is_of_dump(&self) -> bool {
        matches!(self, Self::ConfigDump | Self::Section(..))
    }

    /// What to ask for in place of these, where a proxy does not give parts. The hosts are asked for too: who reads in
    /// parts asks for them with the clusters that it meets, and meets none that it lacks.
    pub(super) fn whole(pages: &[Self]) -> Vec<Self> {
        let others = pages.iter().filter(|page| !page.is_of_dump() && !matches!(page, Self::Clusters(_))).cloned();
        [Self::ConfigDump, Self::Clusters(Extent::Whole)].into_iter().chain(others).collect()
    }
}

/// The regular expression for an extent; none for all.
fn regex(extent: &Extent) -> Option<String> {
    let regex = match extent {
        Extent::Whole => return None,
        Extent::Named(names) => names.iter().map(|name| regex::escape(name)).collect::<Vec<_>>().join("|"),
        Extent::Matching(regex) => regex.to_string(),
    };
    (regex.len() <= LONGEST).then_some(regex)
}

/// As a value in a query: all but what every reader leaves as it is.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// Whether a text can be the whole of a JSON page. A transport without lengths, such as exec, does not tell where a page
/// that broke off would have ended.
pub(super) fn is_whole(text: &[u8]) -> bool {
    match text.trim_ascii() {
        [b'{', .., b'}'] => serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok(),
        // Envoy's own words, where it cannot print the page.
        [b'{', ..] | [] => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_parts() {
        let one = Extent::one("outbound|80||a.b");
        let cases = [
            (Page::ConfigDump, "config_dump?include_eds"),
            (Page::Section(Section::Bootstrap, Extent::Whole), "config_dump?mask=bootstrap,last_updated&name_regex=-"),
            (
                Page::Section(Section::Endpoints, one.clone()),
                "config_dump?include_eds&mask=static_endpoint_configs,dynamic_endpoint_configs\
                 &name_regex=outbound%5C%7C80%5C%7C%5C%7Ca%5C.b",
            ),
            (Page::Section(Section::Ecds, Extent::Whole), "config_dump?mask=ecds_filters"),
            (Page::Clusters(one), "clusters?format=json&filter=outbound%5C%7C80%5C%7C%5C%7Ca%5C.b"),
            (Page::Clusters(Extent::one(&"a".repeat(LONGEST + 1))), "clusters?format=json"),
        ];
        for (page, want) in cases {
            assert_eq!(page.path(), want);
        }
    }

    #[test]
    fn a_page_that_broke_off_is_known() {
        let cases = [
            ("{\"configs\": []}\n", true),
            ("{}", true),
            ("{\"configs\": [{\"a\": {}", false),
            ("{\"configs\": [{\"a\": {}}", false),
            ("", false),
            ("error: unknown type", true),
        ];
        for (text, want) in cases {
            assert_eq!(is_whole(text.as_bytes()), want, "{text}");
        }
    }
}
