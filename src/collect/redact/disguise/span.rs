//! Runs of words that are one name of Envoy's, Istio's or HTTP's, and stay as a whole: `envoy.filters.http.router`,
//! `security.istio.io/tlsMode`, `user-agent`.

/// How names begin that stay.
const STARTS: [&str; 13] = [
    "envoy.",
    "istio.",
    "istio_",
    "io.istio.",
    "type.googleapis.com",
    "type.envoyproxy.io",
    "x-envoy-",
    "x-forwarded-",
    "x-b3-",
    "x-istio-",
    "x-request-id",
    "x-client-trace-id",
    "accept-",
];
/// How names end that stay, with what follows after a slash.
const GROUPS: [&str; 5] = ["istio.io", "k8s.io", "kubernetes.io", "googleapis.com", "envoyproxy.io"];
/// Headers that mean something to Envoy, or to everybody.
const HEADERS: [&str; 22] = [
    "user-agent",
    "content-type",
    "content-length",
    "transfer-encoding",
    "if-match",
    "if-none-match",
    "if-modified-since",
    "www-authenticate",
    "set-cookie",
    "cache-control",
    "access-control-allow-origin",
    "access-control-allow-methods",
    "access-control-allow-headers",
    "access-control-allow-credentials",
    "access-control-expose-headers",
    "access-control-max-age",
    "access-control-request-method",
    "access-control-request-headers",
    "strict-transport-security",
    "grpc-status",
    "grpc-timeout",
    "grpc-message",
];

/// The end of a run that begins at `from` and stays; `None` where it is made of words like any other.
pub(super) fn end(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    // Few words begin one: most texts are told apart by a letter.
    let run = rest.get(..rest.bytes().take_while(|byte| is_part(*byte)).count())?;
    let folded = run.to_ascii_lowercase();
    if HEADERS.contains(&folded.as_str()) {
        return Some(from + run.len());
    }
    if matches!(folded.as_str(), "text" | "application") && rest.get(run.len()..)?.starts_with('/') {
        // A media type.
        let below = rest.get(run.len() + 1..)?;
        return Some(from + run.len() + 1 + below.bytes().take_while(|byte| is_part(*byte) || *byte == b'+').count());
    }
    let is_host = folded.contains(".svc");
    if !is_host && STARTS.iter().any(|start| folded.starts_with(start))
        || GROUPS.iter().any(|group| is_of(&folded, group))
    {
        let after = rest.get(run.len()..)?;
        let below = after.strip_prefix('/').map_or(0, |below| {
            let length = below.bytes().take_while(|byte| is_part(*byte)).count();
            if length == 0 { 0 } else { length + 1 }
        });
        return Some(from + run.len() + below);
    }
    None
}

fn is_of(run: &str, group: &str) -> bool {
    run.strip_suffix(group).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')
}
