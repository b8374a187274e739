//! The headers of a request or response.
//!
//! Envoy keeps some request headers in one slot each ("inline" headers, `envoy/http/header_map.h`): a second line of
//! such a header is joined to the first when it arrives. All others stay separate lines.

use std::borrow::Cow;

/// Headers that Envoy joins with `,` on arrival: its own inline request headers and those that core filters register.
const INLINE: &[&str] = &[
    "accept",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "access-control-request-private-network",
    "authorization",
    "cache-control",
    "client-trace-id",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "grpc-accept-encoding",
    "grpc-timeout",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "keep-alive",
    "origin",
    "pragma",
    "proxy-connection",
    "proxy-status",
    "referer",
    "te",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "via",
    "x-envoy-decorator-operation",
    "x-envoy-downstream-service-cluster",
    "x-envoy-downstream-service-node",
    "x-envoy-expected-rq-timeout-ms",
    "x-envoy-external-address",
    "x-envoy-force-trace",
    "x-envoy-hedge-on-per-try-timeout",
    "x-envoy-internal",
    "x-envoy-ip-tags",
    "x-envoy-is-timeout-retry",
    "x-envoy-max-retries",
    "x-envoy-original-path",
    "x-envoy-original-url",
    "x-envoy-retriable-header-names",
    "x-envoy-retriable-status-codes",
    "x-envoy-retry-grpc-on",
    "x-envoy-retry-on",
    "x-envoy-upstream-alt-stat-name",
    "x-envoy-upstream-rq-per-try-timeout-ms",
    "x-envoy-upstream-rq-timeout-alt-response",
    "x-envoy-upstream-rq-timeout-ms",
    "x-forwarded-client-cert",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-port",
    "x-forwarded-proto",
    "x-request-id",
];

/// Header lines in order, with lower-case names. Pseudo headers are not in here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers {
    lines: Vec<(Cow<'static, str>, String)>,
}

impl Headers {
    /// The headers as they arrive on the wire: names lower-cased, inline headers joined. HTTP/2 may cut
    /// a cookie into several lines, which its codec joins.
    pub fn arriving(lines: &[(String, String)], http2: bool) -> Self {
        let mut headers = Self::default();
        for (name, value) in lines {
            headers.arrive(name, value, http2);
        }
        headers
    }

    /// One more line from the wire.
    pub fn arrive(&mut self, name: &str, value: &str, http2: bool) {
        let name = name.to_ascii_lowercase();
        // HTTP/1 has optional white space around a value; in HTTP/2 it is part of it.
        let value = if http2 { value } else { value.trim_matches([' ', '\t']) };
        let separator = match name.as_str() {
            "cookie" if http2 => "; ",
            inline if INLINE.binary_search(&inline).is_ok() => ",",
            _ => {
                self.lines.push((name.into(), value.to_owned()));
                return;
            }
        };
        match self.lines.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => {
                known.push_str(separator);
                known.push_str(value);
            }
            None => self.lines.push((name.into(), value.to_owned())),
        }
    }

    /// Joins the lines of a cookie, as HTTP/2 hands them on; an empty one goes.
    pub fn join_cookies(&mut self) {
        let values: Vec<&str> = self.all("cookie").filter(|value| !value.is_empty()).collect();
        let joined = values.join("; ");
        if joined.is_empty() {
            self.remove("cookie");
        } else {
            self.set("cookie", joined);
        }
    }

    /// The first value of a header (lower-case name).
    pub fn get(&self, name: &str) -> Option<&str> {
        self.lines.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All values of a header (lower-case name), in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.lines.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the header is there.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Adds a line.
    pub fn add(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) {
        self.lines.push((name.into(), value.into()));
    }

    /// Replaces all lines of a header by one, in the place of the first.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) {
        let name = name.into();
        match self.lines.iter().position(|(known, _)| *known == name) {
            Some(first) => {
                let mut index = 0;
                self.lines.retain(|(known, _)| {
                    index += 1;
                    index - 1 <= first || *known != name
                });
                self.lines[first].1 = value.into();
            }
            None => self.lines.push((name, value.into())),
        }
    }

    /// Removes all lines of a header. Says whether there were any.
    pub fn remove(&mut self, name: &str) -> bool {
        let before = self.lines.len();
        self.lines.retain(|(known, _)| known != name);
        self.lines.len() != before
    }

    /// All lines.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().map(|(name, value)| (name.as_ref(), value.as_str()))
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_inline_headers_is_sorted() {
        assert!(INLINE.is_sorted());
    }

    #[test]
    fn inline_headers_are_joined_others_stay_lines() {
        let lines: Vec<_> =
            [("Accept", "a"), ("X-A", "1"), ("accept", " b "), ("x-a", "2"), ("cookie", "k=v"), ("Cookie", "l=w")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into();
        let headers = Headers::arriving(&lines, true);
        let got: Vec<_> = headers.iter().collect();
        assert_eq!(got, [("accept", "a,b"), ("x-a", "1"), ("x-a", "2"), ("cookie", "k=v; l=w")]);
    }

    #[test]
    fn setting_keeps_the_place_of_the_first_line() {
        let mut headers = Headers::default();
        for (name, value) in [("a", "1"), ("b", "2"), ("a", "3")] {
            headers.add(name, value);
        }
        headers.set("a", "4");
        assert_eq!(headers.iter().collect::<Vec<_>>(), [("a", "4"), ("b", "2")]);
    }
}
