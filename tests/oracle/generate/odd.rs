//! Requests as nobody should send them, and some do.

use fastrand::Rng;

use crate::oracle::request::Play;

const PATHS: [&str; 40] = [
    "//",
    "/./",
    "/a/../b",
    "/..",
    "/%2e%2e/x",
    "/a%2Fb",
    "/a%2fb",
    "/%61pi/x",
    "/a;p=1",
    "/a;p/b",
    "/x#frag",
    "/#",
    "/?",
    "/a?b#c",
    "/a?x=1&x=2",
    "/a?%78=1",
    "/a//b",
    "/a\\b",
    "/a/%5c/b",
    "/%zz",
    "/a%00b",
    "/a%20b",
    "*",
    "/~user/",
    "http://abs.example.test/y",
    "http://abs.example.test",
    "https://abs.example.test:444/y?z",
    "/A/B",
    "/a/b/",
    "/a/.",
    "/\u{e4}",
    "/a|b",
    "/a..;/b",
    "/..;/x",
    "a/b",
    "/a?;y=1",
    "/a??b",
    "/a\"b",
    "/%",
    "/a/%2e%2e;x/b",
];

/// A path.
pub(super) fn path(random: &mut Rng) -> String {
    match random.u8(..24) {
        0 => format!("/{}", "x".repeat(3000)),
        1 => format!("/{}", "y".repeat(70000)),
        _ => (*random.choice(PATHS).unwrap()).to_owned(),
    }
}

/// A host.
pub(super) fn host(host: &str, random: &mut Rng) -> String {
    match random.u8(..12) {
        0 => format!("{host}:80:80"),
        1 => "[::1]:80".to_owned(),
        2 => "a b".to_owned(),
        3 => format!("{host}/x"),
        4 => format!("user@{host}"),
        5 => format!("{host}:"),
        6 => ":80".to_owned(),
        7 => "*".to_owned(),
        8 => "xn--bcher-kva.example".to_owned(),
        9 => format!("{host}:abc"),
        10 => format!("{host}_x"),
        _ => format!("{host}?x"),
    }
}

/// A method that changes what the target means.
pub(super) fn method(play: &mut Play, random: &mut Rng) {
    let (method, path) = match random.u8(..5) {
        0 => ("OPTIONS", Some("*".to_owned())),
        1 => ("CONNECT", play.authority.clone()),
        2 => ("CONNECT", Some("x.example.test:443".to_owned())),
        3 => ("PRI", None),
        _ => ("get", None),
    };
    play.method = Some(method.to_owned());
    play.path = path.or(play.path.take());
}

/// Header lines.
pub(super) fn headers(random: &mut Rng) -> Vec<(String, String)> {
    let sets: [&[(&str, &str)]; 27] = [
        &[
            ("connection", "Upgrade"),
            ("upgrade", "websocket"),
            ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ("sec-websocket-version", "13"),
        ],
        &[("x-forwarded-proto", "https")],
        &[("x-forwarded-proto", "gopher")],
        &[("x-forwarded-for", "1.2.3.4, 5.6.7.8")],
        &[("x-forwarded-for", "10.0.0.1")],
        &[("x-forwarded-for", "not an address")],
        &[("x_under", "1")],
        &[("transfer-encoding", "gzip")],
        &[("x-envoy-original-dst-host", "10.1.2.3:99")],
        &[("x-envoy-upstream-rq-timeout-ms", "5000")],
        &[("x-envoy-retry-on", "5xx")],
        &[("expect", "100-continue")],
        &[("x-forwarded-host", "zz")],
        &[("x-request-id", "fixed-id")],
        &[("x-envoy-decorator-operation", "x")],
        &[("x-envoy-internal", "true")],
        &[("x-envoy-original-path", "/before")],
        &[("x-envoy-force-trace", "1")],
        &[("te", "trailers")],
        &[("cookie", "a=b"), ("cookie", "c=d")],
        &[("connection", "close, x-other"), ("x-other", "1")],
        &[("proxy-connection", "keep-alive"), ("keep-alive", "300")],
        &[("content-type", "application/grpc-web")],
        &[("host", "second.example.org")],
        &[("x-forwarded-client-cert", "By=spiffe://a;URI=spiffe://b")],
        &[("content-length", "0")],
        &[("accept", "a"), ("accept", "b"), ("user-agent", "one"), ("user-agent", "two")],
    ];
    match random.usize(..sets.len() + 2) {
        0 => vec![("x-big".to_owned(), "b".repeat(70000))],
        1 => (0..120).map(|index| (format!("x-n{index}"), "1".to_owned())).collect(),
        index => sets[index - 2].iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
    }
}
