//! Whose a file is, read off its path: the folders of snapshots, bug reports and must-gathers, and the names that
//! people give to dumps. A hint only: what a dump says of itself counts more.

use crate::base::name::ProxyId;

/// Where a document belongs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The same for all documents of a proxy.
    pub(super) bundle: String,
    /// The proxy, where the path names it.
    pub(super) proxy: Option<ProxyId>,
}

/// What the admin port calls its pages, and what people call the parts of a dump.
const PAGES: [&str; 16] = [
    "config_dump",
    "config-dump",
    "configdump",
    "clusters",
    "listeners",
    "certs",
    "server_info",
    "server-info",
    "init_dump",
    "runtime",
    "stats",
    "routes",
    "endpoints",
    "secrets",
    "bootstrap",
    "ecds",
];
/// Of these, those that no pod's name holds by chance.
const SURE_PAGES: [&str; 5] = ["config_dump", "config-dump", "configdump", "server_info", "init_dump"];
const SUFFIXES: [&str; 10] = [".gz", ".zst", ".zstd", ".json", ".txt", ".text", ".prom", ".yaml", ".yml", ".out"];

/// Reads a place: a path, or a path within an archive after `!`.
pub(super) fn of(place: &str) -> Layout {
    let (archive, path) = split_archive(place);
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let at = |folder: &str| match (archive, folder) {
        ("", "") => ".".to_owned(),
        (archive, folder) => format!("{archive}{folder}"),
    };

    if let Some((folder, proxy)) = pod_folder(folder) {
        return Layout { bundle: at(folder), proxy: Some(proxy) };
    }
    // `stats/prometheus` lies beside the other pages.
    let folder = match folder.strip_suffix("stats") {
        Some(outer) if outer.is_empty() || outer.ends_with('/') => outer.trim_end_matches('/'),
        _ => folder,
    };
    let proxy = dotted(folder.rsplit('/').next().unwrap_or_default());
    if proxy.is_some() {
        return Layout { bundle: at(folder), proxy };
    }
    let own = |name: &str| match folder {
        "" => format!("{archive}{name}"),
        folder => format!("{archive}{folder}/{name}"),
    };
    match name(file) {
        Name::Page => Layout { bundle: at(folder), proxy: None },
        Name::PageOf(owner) => Layout { bundle: own(owner), proxy: None },
        Name::Own(stem) => Layout { bundle: own(stem), proxy: dotted(stem) },
    }
}

/// The last part of a path.
pub(super) fn file_name(place: &str) -> &str {
    place.rsplit(['/', '!']).next().unwrap_or(place)
}

/// Whether the name promises a dump, so that one is missed if the file holds none.
pub(super) fn is_named_as_dump(place: &str) -> bool {
    let name = file_name(place);
    SURE_PAGES.iter().any(|page| name.contains(page))
}

/// The folder that a file lies in, in the same archive.
pub(super) fn folder_of(place: &str) -> &str {
    place.rfind(['/', '!']).map_or("", |at| place.get(..at).unwrap_or_default())
}

fn split_archive(place: &str) -> (&str, &str) {
    place.split_at(place.rfind('!').map_or(0, |at| at + 1))
}

enum Name<'a> {
    /// `clusters.json`, `config_dump.masked.json`: one of several of the proxy that the folder is about.
    Page,
    /// `details.config_dump.json`: one of several of `details`.
    PageOf(&'a str),
    /// `shop.frontend-v1.json`, `dump.json`.
    Own(&'a str),
}

fn name(file: &str) -> Name<'_> {
    let mut stem = file;
    while let Some(shorter) = SUFFIXES.iter().find_map(|suffix| stem.strip_suffix(suffix)) {
        stem = shorter;
    }
    for page in PAGES {
        let owner = stem.strip_suffix(page).and_then(|rest| rest.strip_suffix(['.', '-', '_']));
        if let Some(owner) = owner.filter(|owner| !owner.is_empty()) {
            return Name::PageOf(owner);
        }
        let rest = stem.strip_prefix(page);
        if rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric())) || stem == "prometheus" {
            return Name::Page;
        }
    }
    for page in SURE_PAGES {
        if let Some((owner, _)) = stem.split_once(page) {
            return Name::PageOf(owner.trim_end_matches(['.', '-', '_']));
        }
    }
    Name::Own(stem)
}

/// `proxies/NS/POD/…` of a bug report, `proxies/NS.POD/…` of a snapshot, `namespaces/NS/pods/POD/…` of a must-gather:
/// the folder of the pod. Of istiod `istio/NS/POD/debug/…` and `istiod/NS.POD/…`.
fn pod_folder(folder: &str) -> Option<(&str, ProxyId)> {
    let parts: Vec<&str> = folder.split('/').collect();
    for at in (0..parts.len()).rev() {
        let (name, end) = match parts.get(at..).unwrap_or_default() {
            ["namespaces", namespace, "pods", name, ..] | ["istio", namespace, name, "debug"] => {
                (format!("{namespace}.{name}"), at + 4)
            }
            ["proxies", dotted, ..] | ["istiod", dotted] if dotted.contains('.') => ((*dotted).to_owned(), at + 2),
            ["proxies", namespace, name, ..] => (format!("{namespace}.{name}"), at + 3),
            _ => continue,
        };
        if let Some(proxy) = pod(&name) {
            let length = parts.iter().take(end).map(|part| part.len() + 1).sum::<usize>() - 1;
            return Some((folder.get(..length)?, proxy));
        }
    }
    None
}

/// `NAMESPACE.POD` in the name of a file or folder. Only pods that something made (their names hold a dash) are believed:
/// `first.last` and `v1.20` are names of people and versions.
fn dotted(text: &str) -> Option<ProxyId> {
    pod(text).filter(|proxy| proxy.name.contains('-'))
}

/// `NAMESPACE.POD` where a pod is expected.
fn pod(text: &str) -> Option<ProxyId> {
    let may_be = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
    ProxyId::from_dotted(text).filter(|proxy| proxy.name.chars().all(may_be))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_name_bundles_and_proxies() {
        let cases = [
            ("config_dump.json", ".", ""),
            ("clusters.json", ".", ""),
            ("/tmp/config_dump.json", "/tmp", ""),
            ("d/config_dump.no_eds.json.gz", "d", ""),
            ("d/config_dump?include_eds", "d", ""),
            ("live/shop.web-1/config_dump.masked.json", "live/shop.web-1", "shop/web-1"),
            ("live/shop.web-1/anything.json", "live/shop.web-1", "shop/web-1"),
            ("dumps/shop.web-1.json.gz", "dumps/shop.web-1", "shop/web-1"),
            ("dumps/shop.runtime-5f.json", "dumps/shop.runtime-5f", "shop/runtime-5f"),
            ("old/details.config_dump.json", "old/details", ""),
            ("old/details-clusters.txt", "old/details", ""),
            ("old/details_config_dump_1.json", "old/details", ""),
            ("dumps/node-a1.json", "dumps/node-a1", ""),
            ("stdin", "stdin", ""),
            ("br/proxies/shop/web-1/clusters", "br/proxies/shop/web-1", "shop/web-1"),
            ("br/proxies/shop/web-1/stats/prometheus", "br/proxies/shop/web-1", "shop/web-1"),
            ("s/proxies/shop.web-1/stats/prometheus", "s/proxies/shop.web-1", "shop/web-1"),
            ("x.tar.gz!br/proxies/shop/web-1/certs", "x.tar.gz!br/proxies/shop/web-1", "shop/web-1"),
            ("x.tar!config_dump.json", "x.tar!", ""),
            ("x.tar!shop.web-1.json", "x.tar!shop.web-1", "shop/web-1"),
            ("mg/namespaces/shop/pods/web-1/config_dump_proxy.json", "mg/namespaces/shop/pods/web-1", "shop/web-1"),
            (
                "br/istio/istio-system/istiod-1/debug/syncz",
                "br/istio/istio-system/istiod-1/debug",
                "istio-system/istiod-1",
            ),
            ("s/istiod/istio-system.istiod-1/syncz.json", "s/istiod/istio-system.istiod-1", "istio-system/istiod-1"),
            ("mg/namespaces/shop/pods/web-1/proxy_stats", "mg/namespaces/shop/pods/web-1", "shop/web-1"),
            ("s/proxies/shop.web/x.json", "s/proxies/shop.web", "shop/web"),
            ("home/first.last/config_dump.json", "home/first.last", ""),
            ("istio-1.20/config_dump.json", "istio-1.20", ""),
            ("stats/prometheus", ".", ""),
        ];
        for (place, bundle, proxy) in cases {
            let got = of(place);
            let got_proxy = got.proxy.map(|p| p.to_string()).unwrap_or_default();
            assert_eq!((&*got.bundle, &*got_proxy), (bundle, proxy), "{place}");
        }
    }

    #[test]
    fn folders_and_files_of_places() {
        for (place, folder, file) in
            [("a", "", "a"), ("a/b", "a", "b"), ("x.tar!b", "x.tar", "b"), ("x.tar!a/b", "x.tar!a", "b")]
        {
            assert_eq!((folder_of(place), file_name(place)), (folder, file));
        }
    }
}
