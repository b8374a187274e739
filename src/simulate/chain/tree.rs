//! `filter_chain_matcher`: a matcher tree over the connection that ends in the name of a chain.

use crate::model::any::TypedConfig;
use crate::simulate::connection::Connection;
use crate::simulate::matcher::tree::Input;

/// What an input of the tree gives for a connection (`source/common/network/matching/inputs.cc`).
pub fn input(connection: &Connection, config: &TypedConfig) -> Input {
    let text = |text: String| {
        if text.is_empty() { Input::Missing } else { Input::Text(text) }
    };
    let name = config.type_name.rsplit('.').next().unwrap_or_default();
    match name {
        "DestinationIPInput" => connection.destination.ip().map_or(Input::Missing, |ip| Input::Text(ip.to_string())),
        "DestinationPortInput" => {
            connection.destination.socket().map_or(Input::Missing, |address| Input::Text(address.port().to_string()))
        }
        "SourceIPInput" => Input::Text(connection.source.to_string()),
        "DirectSourceIPInput" => Input::Text(connection.direct_source.to_string()),
        "SourceTypeInput" => {
            let local = connection.source.is_loopback() || connection.destination.ip() == Some(connection.source);
            if local { Input::Text("local".to_owned()) } else { Input::Missing }
        }
        "ServerNameInput" => text(connection.server_name.clone().unwrap_or_default()),
        "TransportProtocolInput" => text(connection.transport_protocol.to_owned()),
        // One text of all protocols, each in quotes.
        "ApplicationProtocolInput" => text(
            connection
                .application_protocols
                .iter()
                .map(|protocol| format!("'{protocol}'"))
                .collect::<Vec<_>>()
                .join(","),
        ),
        "FilterStateInput" => match serde_json::from_str::<FilterStateInput>(config.json.get()) {
            Ok(input) => {
                connection.filter_state.get(&input.key).map_or(Input::Missing, |fact| Input::Text(fact.text.clone()))
            }
            Err(_) => Input::Unknown(config.type_name.clone()),
        },
        "UriSanInput" => text(connection.tls.as_ref().and_then(|tls| tls.peer.clone()).unwrap_or_default()),
        _ => Input::Unknown(format!("matcher input {}", config.type_name)),
    }
}

#[derive(serde::Deserialize)]
struct FilterStateInput {
    #[serde(default)]
    key: String,
}
