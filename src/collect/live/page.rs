//! The pages of an admin port.

/// One page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// Everything that the proxy holds, with endpoints.
    ConfigDump,
    /// Endpoints with their health and statistics.
    Clusters,
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
    /// What a question about requests needs.
    pub const FOR_TRACE: [Self; 3] = [Self::ConfigDump, Self::Clusters, Self::Runtime];
    /// What a question about statistics needs: whose they are stands in the configuration.
    pub const FOR_STATS: [Self; 2] = [Self::ConfigDump, Self::Stats];
    /// The same with statistics that were never used.
    pub const FOR_ALL_STATS: [Self; 2] = [Self::ConfigDump, Self::AllStats];
    /// What a snapshot keeps; on request [`Page::Stats`] too.
    pub const FOR_SNAPSHOT: [Self; 7] = [
        Self::ConfigDump,
        Self::Clusters,
        Self::Runtime,
        Self::ServerInfo,
        Self::Certs,
        Self::Listeners,
        Self::InitDump,
    ];

    /// Its path, with what makes it whole and JSON.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::ConfigDump => "config_dump?include_eds",
            Self::Clusters => "clusters?format=json",
            Self::Runtime => "runtime",
            Self::ServerInfo => "server_info",
            Self::Certs => "certs",
            Self::Listeners => "listeners?format=json",
            Self::InitDump => "init_dump",
            Self::Stats => "stats?format=json&usedonly",
            Self::AllStats => "stats?format=json",
        }
    }

    /// The file that it becomes in a snapshot.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::ConfigDump => "config_dump.json",
            Self::Clusters => "clusters.json",
            Self::Runtime => "runtime.json",
            Self::ServerInfo => "server_info.json",
            Self::Certs => "certs.json",
            Self::Listeners => "listeners.json",
            Self::InitDump => "init_dump.json",
            Self::Stats | Self::AllStats => "stats.json",
        }
    }
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
