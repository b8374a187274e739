//! Requests that an RBAC policy speaks of.

use std::net::Ipv4Addr;

use fastrand::Rng;
use meshdbg::simulate::request::Transport;
use serde_json::{Map, Value};

use super::{text, words};
use crate::oracle::bootstrap::items;
use crate::oracle::request::Play;

/// Makes a request fit one permission or principal: a random way where there are several. What is negated is mostly
/// left alone, and sometimes fulfilled.
pub(crate) fn satisfy(node: &Value, play: &mut Play, claims: &mut Map<String, Value>, random: &mut Rng) {
    let Some((kind, inner)) = node.as_object().and_then(|fields| fields.iter().next()) else {
        return;
    };
    match kind.as_str() {
        "and_rules" | "and_ids" => {
            for list in ["rules", "ids"] {
                for node in items(inner, list) {
                    satisfy(node, play, claims, random);
                }
            }
        }
        "or_rules" | "or_ids" => {
            let ways = [items(inner, "rules"), items(inner, "ids")].concat();
            if let Some(way) = random.choice(&ways) {
                satisfy(way, play, claims, random);
            }
        }
        "not_rule" | "not_id" if random.u8(..4) == 0 => satisfy(inner, play, claims, random),
        "header" => header(inner, play, random),
        "url_path" => play.path = text::taken_by(&inner["path"], random).or(play.path.take()),
        "uri_template" => {
            let template = Value::from_iter([("path_match_policy", node["uri_template"].clone())]);
            play.path = words::path(&template, random).or(play.path.take());
        }
        "authenticated" => peer(&inner["principal_name"], play, random),
        "filter_state" => peer(&inner["string_match"], play, random),
        "remote_ip" => {
            let address = address(inner);
            play.headers.extend(address.map(|address| ("x-forwarded-for".to_owned(), address.to_string())));
        }
        "direct_remote_ip" | "source_ip" => play.src = address(inner).unwrap_or(play.src),
        "requested_server_name" => play.sni = text::taken_by(inner, random).or(play.sni.take()),
        "metadata" | "sourced_metadata" => claim(inner, claims, random),
        _ => {}
    }
}

fn header(matcher: &Value, play: &mut Play, random: &mut Rng) {
    match words::header(matcher, random) {
        Some((name, value)) if name == ":method" => play.method = Some(value),
        Some((name, value)) if name == ":authority" => play.authority = Some(value),
        Some((name, value)) if !name.starts_with(':') => play.headers.push((name, value)),
        _ => {}
    }
}

fn peer(matcher: &Value, play: &mut Play, random: &mut Rng) {
    let Some(name) = text::taken_by(matcher, random) else {
        return;
    };
    // A namespace is written as a pattern around `/ns/NAME/`.
    let name = match name.find("/ns/") {
        Some(at) if !name.starts_with("spiffe://") => format!("spiffe://cluster.local{}", &name[at..]),
        _ => name,
    };
    let name = if name.contains("/sa/") { name } else { format!("{}/sa/some", name.trim_end_matches('/')) };
    if play.transport == Transport::Plaintext {
        play.alpn = vec!["istio-http/1.1".to_owned(), "istio".to_owned(), "http/1.1".to_owned()];
    }
    play.transport = Transport::Mtls;
    play.peer = Some(name);
}

fn address(range: &Value) -> Option<Ipv4Addr> {
    let ip: Ipv4Addr = range["address_prefix"].as_str()?.parse().ok()?;
    let [a, b, c, d] = ip.octets();
    Some(if range["prefix_len"] == 32 { ip } else { Ipv4Addr::new(a, b, c, d | 7) })
}

/// A claim that a policy asks for. Who issued a token is not for its bearer to choose.
fn claim(matcher: &Value, claims: &mut Map<String, Value>, random: &mut Rng) {
    let path: Vec<&str> = items(matcher, "path").iter().filter_map(|segment| segment["key"].as_str()).collect();
    let [_, name @ ..] = path.as_slice() else {
        return;
    };
    let value = &matcher["value"];
    let list = value.pointer("/list_match/one_of");
    let inner = list.or(value.pointer("/or_match/value_matchers/0")).unwrap_or(value);
    let inner = inner.pointer("/or_match/value_matchers/0").unwrap_or(inner);
    let text = text::taken_by(&inner["string_match"], random).unwrap_or_else(|| "v".to_owned());
    let [first, rest @ ..] = name else {
        return;
    };
    if *first != "iss" {
        let leaf = if list.is_some() && random.bool() { Value::from(vec![text]) } else { Value::from(text) };
        let value = rest.iter().rev().fold(leaf, |value, key| Value::from_iter([(*key, value)]));
        claims.insert((*first).to_owned(), value);
    }
}
