//! The access log of the real Envoy.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

/// A line of it: the end of a connection, of a TCP proxy's work, or of a request.
#[derive(Debug, Clone)]
pub(crate) struct Row(Value);

impl Row {
    /// A field that says something.
    pub(crate) fn text(&self, field: &str) -> Option<String> {
        shown(&self.0[field])
    }

    /// As it stands in the log, without what says nothing.
    pub(crate) fn shown(&self) -> String {
        let fields = self.0.as_object().into_iter().flatten().filter_map(|(name, value)| Some((name, shown(value)?)));
        fields.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    }

    pub(crate) fn is(&self, kind: &str) -> bool {
        self.0["kind"] == kind
    }

    pub(crate) fn flags(&self) -> impl Iterator<Item = String> {
        let flags = self.text("flags").unwrap_or_default();
        flags.split(',').filter(|flag| !flag.is_empty()).map(str::to_owned).collect::<Vec<_>>().into_iter()
    }

    pub(crate) fn response(&self) -> BTreeMap<String, String> {
        let fields = self.0["response"].as_object().into_iter().flatten();
        fields.filter_map(|(name, value)| Some((name.clone(), shown(value)?))).collect()
    }
}

/// Envoy prints `-`, nothing or `null` for what there is not.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if text.is_empty() || text == "-" => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A log as it grows.
pub(crate) struct Log {
    file: File,
    rest: Vec<u8>,
}

impl Log {
    pub(crate) fn open(path: &Path) -> std::io::Result<Self> {
        Ok(Self { file: File::open(path)?, rest: Vec::new() })
    }

    /// Reads what came since; whether anything did.
    pub(crate) fn more(&mut self, rows: &mut Vec<Row>) -> bool {
        let before = rows.len();
        self.file.read_to_end(&mut self.rest).unwrap();
        let end = self.rest.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let lines: Vec<u8> = self.rest.drain(..end).collect();
        let lines = lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        rows.extend(lines.map(|line| Row(serde_json::from_str(&String::from_utf8_lossy(line)).unwrap())));
        rows.len() > before
    }

    /// Reads until all of these clients' connections have ended, or nothing comes any more.
    pub(crate) async fn settle(&mut self, clients: &[String]) -> Vec<Row> {
        let (mut rows, mut last) = (Vec::new(), Instant::now());
        loop {
            if self.more(&mut rows) {
                last = Instant::now();
            }
            let ended: Vec<String> =
                rows.iter().filter(|row| row.is("conn")).filter_map(|row| row.text("client")).collect();
            let all = clients.iter().all(|client| ended.contains(client));
            let quiet = last.elapsed();
            if all && quiet > Duration::from_millis(150) || quiet > Duration::from_millis(1500) {
                return rows;
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }
}
