//! Lines of ztunnel's log.

use std::collections::BTreeMap;
use std::net::SocketAddr;

/// A line about a connection, or about a verdict.
pub(super) enum Line {
    /// A connection that ended: the fields of the access log.
    Access(Access),
    /// A verdict: the workload and the words.
    Verdict { workload: String, words: String },
}

/// The fields of a line of the access log.
pub(super) struct Access(BTreeMap<String, String>);

impl Access {
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(super) fn address(&self, name: &str) -> Option<SocketAddr> {
        self.field(name)?.parse().ok()
    }
}

/// Reads a line; others than these two are not about a decision.
pub(super) fn read(line: &str) -> Option<Line> {
    let parts: Vec<&str> = line.split('\t').collect();
    match parts.as_slice() {
        [_, _, "access", _, fields] => Some(Line::Access(Access(self::fields(fields)))),
        [_, _, state, words @ ..] => {
            let workload = state.strip_prefix("state:proxy{wl=")?.split('}').next()?.to_owned();
            Some(Line::Verdict { workload, words: words.join(" ").trim_end().to_owned() })
        }
        _ => None,
    }
}

/// `name=value name="a value with blanks"`.
fn fields(text: &str) -> BTreeMap<String, String> {
    let (mut fields, mut rest) = (BTreeMap::new(), text);
    while let Some((name, after)) = rest.split_once('=') {
        let (value, after) = match after.strip_prefix('"') {
            None => after.split_once(' ').map_or((after.to_owned(), ""), |(value, rest)| (value.to_owned(), rest)),
            Some(_) => {
                let mut values = serde_json::Deserializer::from_str(after).into_iter::<String>();
                let value = values.next().unwrap().unwrap();
                (value, &after[values.byte_offset()..])
            }
        };
        fields.insert(name.trim().to_owned(), value);
        rest = after.trim_start();
    }
    fields
}

#[test]
fn fields_are_read_with_their_quotes() {
    let line = r#"2026-11-20T14:13:58.5Z	error	access	connection complete	src.addr=10.0.0.1:1 dst.service="a.b" error="x: \"y z\"""#;
    let Some(Line::Access(access)) = read(line) else { panic!("an access line") };
    assert_eq!(access.address("src.addr").unwrap().port(), 1);
    assert_eq!((access.field("dst.service"), access.field("error")), (Some("a.b"), Some("x: \"y z\"")));
    let line = "2026Z\tinfo\tstate:proxy{wl=ns/a}:inbound{id=1 peer=10.0.0.1:1}\tallow policy match\tpolicy=\"ns/p\"";
    let Some(Line::Verdict { workload, words }) = read(line) else { panic!("a verdict") };
    assert_eq!((workload.as_str(), words.as_str()), ("ns/a", "allow policy match policy=\"ns/p\""));
}
