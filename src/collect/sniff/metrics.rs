//! The texts that Envoy's admin port prints line by line: `/clusters` and `/stats`.

use memchr::memmem;

use crate::base::capture::DocumentKind;

/// What the text holds, if it is one of them.
pub(super) fn kind(text: &[u8]) -> Option<DocumentKind> {
    if is_clusters(text) {
        Some(DocumentKind::ClustersText)
    } else if is_prometheus(text) || is_stats(text) {
        Some(DocumentKind::Stats)
    } else {
        None
    }
}

/// How far into a text its nature shows.
const START: usize = 64 * 1024;
/// Lines that are looked at where each of them must fit.
const LINES: usize = 8;

fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let start = text.get(..START).unwrap_or(text);
    start.split(|b| *b == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty())
}

/// `name::observability_name::x` or, before Envoy 1.20, `name::default_priority::max_connections::1024`.
fn is_clusters(text: &[u8]) -> bool {
    const FIELDS: [&[u8]; 5] = [
        b"::observability_name::",
        b"::default_priority::",
        b"::high_priority::",
        b"::added_via_api::",
        b"::eds_service_name::",
    ];
    lines(text).next().is_some_and(|line| FIELDS.iter().any(|field| memmem::find(line, field).is_some()))
}

/// `# TYPE envoy_x counter`. Those of ztunnel and istiod look the same, but have no `envoy_` of their own.
fn is_prometheus(text: &[u8]) -> bool {
    let start = text.get(..START).unwrap_or(text);
    lines(start).next().is_some_and(|line| line.starts_with(b"# TYPE ") || line.starts_with(b"# HELP "))
        && memmem::find(start, b"# TYPE envoy_").is_some()
}

/// `cluster.x.upstream_cx_total: 1`.
fn is_stats(text: &[u8]) -> bool {
    const ROOTS: [&str; 13] = [
        "access_logs",
        "cluster",
        "cluster_manager",
        "control_plane",
        "filesystem",
        "http",
        "http1",
        "listener",
        "listener_manager",
        "main_thread",
        "runtime",
        "server",
        "workers",
    ];
    let mut rooted = false;
    let mut count = 0;
    for line in lines(text).take(LINES) {
        let Some(at) = memmem::rfind(line, b": ") else {
            return false;
        };
        let (name, value) = line.split_at(at);
        let value = value.trim_ascii_start().strip_prefix(b": ").unwrap_or_default();
        let value_fits = value.iter().all(u8::is_ascii_digit)
            || value.starts_with(b"\"")
            || value.starts_with(b"P0(")
            || value == b"No recorded values";
        if name.contains(&b' ') || !value_fits {
            return false;
        }
        let root = name.split(|b| *b == b'.').next().unwrap_or_default();
        rooted |= name.contains(&b'.') && ROOTS.iter().any(|known| known.as_bytes() == root);
        count += 1;
    }
    count > 0 && rooted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_tell_what_they_are() {
        use DocumentKind::{ClustersText, Stats};
        let cases = [
            ("a::observability_name::a\n", Some(ClustersText)),
            ("xds-grpc::default_priority::max_connections::1\n", Some(ClustersText)),
            ("outbound|80||a.b::added_via_api::true\n", Some(ClustersText)),
            ("0.0.0.0_15090::0.0.0.0:15090\n", None),
            ("# TYPE envoy_server_live gauge\n", Some(Stats)),
            ("# TYPE istio_build gauge\nistio_build 1\n# TYPE envoy_x counter\n", Some(Stats)),
            ("# HELP process_open_fds Number\n# TYPE process_open_fds gauge\n", None),
            ("cluster.a.x: 0\nserver.live: 1\n", Some(Stats)),
            ("cluster.a.x: P0(nan,1) P25(nan,1)\n", Some(Stats)),
            ("control_plane.identifier: \"a b\"\n", Some(Stats)),
            ("server.port: 80\nname: x\n", None),
            ("port: 80\n", None),
            ("", None),
        ];
        for (text, want) in cases {
            assert_eq!(kind(text.as_bytes()), want, "{text:?}");
        }
    }
}
