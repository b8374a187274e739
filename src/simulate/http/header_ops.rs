//! Headers that routes, virtual hosts and route tables add and remove.

use super::headers::Headers;
use crate::model::envoy::route_config::{AppendAction, HeaderOption};
use crate::simulate::format::{Source, fill};

/// The operations of one level.
#[derive(Debug, Clone, Copy)]
pub struct Level<'c> {
    request_add: &'c [HeaderOption],
    request_remove: &'c [String],
    response_add: &'c [HeaderOption],
    response_remove: &'c [String],
}

impl<'c> Level<'c> {
    /// The operations of a table, virtual host, route or weighted cluster.
    pub fn new(
        request_add: &'c [HeaderOption],
        request_remove: &'c [String],
        response_add: &'c [HeaderOption],
        response_remove: &'c [String],
    ) -> Self {
        Self { request_add, request_remove, response_add, response_remove }
    }
}

impl Level<'_> {
    /// Changes the headers of a request. Returns format commands that are not modelled.
    pub fn change_request(&self, headers: &mut Headers, source: &Source) -> Vec<String> {
        change(headers, self.request_add, self.request_remove, source)
    }

    /// Changes the headers of a response. Returns format commands that are not modelled.
    pub fn change_response(&self, headers: &mut Headers, source: &Source) -> Vec<String> {
        change(headers, self.response_add, self.response_remove, source)
    }
}

/// Removes first, then adds (`HeaderParser::evaluateHeaders`).
pub fn change(headers: &mut Headers, add: &[HeaderOption], remove: &[String], source: &Source) -> Vec<String> {
    let mut unknown = Vec::new();
    for name in remove {
        headers.remove(&name.to_ascii_lowercase());
    }
    for option in add {
        let name = option.header.key.to_ascii_lowercase();
        let value = match fill(&option.header.value, source, "") {
            Ok(value) => value,
            Err(command) => {
                unknown.push(command);
                option.header.value.clone()
            }
        };
        if value.is_empty() && !option.keep_empty_value {
            continue;
        }
        match option.action() {
            AppendAction::AppendIfExistsOrAdd => headers.add(name, value),
            AppendAction::AddIfAbsent if headers.has(&name) => {}
            AppendAction::OverwriteIfExists if !headers.has(&name) => {}
            AppendAction::AddIfAbsent | AppendAction::OverwriteIfExistsOrAdd | AppendAction::OverwriteIfExists => {
                headers.set(name, value);
            }
        }
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::connection::{Connection, Local};

    #[test]
    fn append_actions() {
        let connection = Connection {
            direct_source: [10, 0, 0, 1].into(),
            source: [10, 0, 0, 1].into(),
            destination: Local::Internal("x".to_owned()),
            restored: false,
            transport_protocol: "",
            server_name: None,
            application_protocols: Vec::new(),
            tls: None,
            filter_state: std::collections::BTreeMap::new(),
            metadata: serde_json::Map::new(),
        };
        let cases = [
            (r#"{"header":{"key":"A","value":"2"}}"#, "a=1 a=2"),
            (r#"{"header":{"key":"A","value":"2"},"append":false}"#, "a=2"),
            (r#"{"header":{"key":"A","value":"2"},"append_action":"ADD_IF_ABSENT"}"#, "a=1"),
            (r#"{"header":{"key":"B","value":"2"},"append_action":"ADD_IF_ABSENT"}"#, "a=1 b=2"),
            (r#"{"header":{"key":"B","value":"2"},"append_action":"OVERWRITE_IF_EXISTS"}"#, "a=1"),
            (r#"{"header":{"key":"B","value":"%REQ(missing)%"}}"#, "a=1"),
            (r#"{"header":{"key":"B","value":"%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%"}}"#, "a=1 b=10.0.0.1"),
        ];
        for (option, want) in cases {
            let option: HeaderOption = serde_json::from_str(option).unwrap();
            let mut headers = Headers::default();
            headers.add("a", "1");
            change(&mut headers, std::slice::from_ref(&option), &[], &Source::of_connection(&connection));
            let got: Vec<_> = headers.iter().map(|(name, value)| format!("{name}={value}")).collect();
            assert_eq!(got.join(" "), want, "{option:?}");
        }
    }
}
