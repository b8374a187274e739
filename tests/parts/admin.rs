//! An admin port that gives a recorded proxy, whole or in parts.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex};

use regex::Regex;
use serde_json::{Value, json};

use crate::live::server::{Request, ok, serve};

/// How an admin port takes queries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// As Envoy 1.40 does.
    Envoy,
    /// It refuses masks.
    OnlyWhole,
    /// It does not look at `name_regex` and `filter`, as Envoys did before they knew them.
    NoNames,
    /// It does not look at queries at all.
    NoQueries,
}

const MANNERS: [Manner; 4] = [Manner::Envoy, Manner::OnlyWhole, Manner::NoNames, Manner::NoQueries];

/// The admin ports of one proxy, one for each manner.
pub(super) struct Admin {
    addresses: Vec<SocketAddr>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Admin {
    /// Serves the pages of a folder until the process ends.
    pub(super) fn of(files: &BTreeMap<String, Vec<u8>>, folder: &str) -> Self {
        let page = |name: &str| {
            let text = files.get(&format!("proxies/{folder}/{name}.json"));
            text.map(|text| serde_json::from_slice::<Value>(text).unwrap())
        };
        let dump = page("config_dump").unwrap();
        let clusters = page("clusters").unwrap_or_else(|| json!({ "cluster_statuses": [] }));
        let pages = Arc::new((dump, clusters));
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let addresses = MANNERS.iter().map(|manner| {
            let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
            let address = listener.local_addr().unwrap();
            let (pages, asked, manner) = (pages.clone(), asked.clone(), *manner);
            serve(listener, move |request| {
                asked.lock().unwrap().push(request.path.clone());
                Some(answer(request, manner, &pages.0, &pages.1))
            });
            address
        });
        Self { addresses: addresses.collect(), asked }
    }

    pub(super) fn url(&self, manner: Manner) -> String {
        let index = MANNERS.iter().position(|known| *known == manner).unwrap();
        format!("http://{}", self.addresses[index])
    }

    /// What was asked for since the last time: sections, `whole`, `hosts` and other pages, each with the names.
    pub(super) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap()).iter().map(|path| told(path)).collect()
    }
}

fn answer(request: &Request, manner: Manner, dump: &Value, clusters: &Value) -> Vec<u8> {
    let (page, query) = request.path.trim_start_matches('/').split_once('?').unwrap_or((&request.path[1..], ""));
    let query: BTreeMap<&str, String> =
        query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, ""))).map(|(k, v)| (k, decoded(v))).collect();
    let parameter = |name: &str| query.get(name).filter(|_| manner != Manner::NoQueries);
    let names = |name: &str| {
        let regex = parameter(name).filter(|_| manner != Manner::NoNames)?;
        Some(Regex::new(&format!("^(?:{regex})$")).unwrap())
    };
    let body = match page {
        "runtime" => json!({ "layers": [], "entries": {} }),
        "clusters" => {
            let mut clusters = clusters.clone();
            if let Some(regex) = names("filter") {
                let statuses = clusters["cluster_statuses"].as_array_mut().unwrap();
                statuses.retain(|status| regex.is_match(status["name"].as_str().unwrap()));
            }
            clusters
        }
        "config_dump" => {
            let mask = parameter("mask");
            if mask.is_some() && manner == Manner::OnlyWhole {
                return refusal("FieldMask could not be successfully used.");
            }
            match part(dump, mask.map(String::as_str), names("name_regex").as_ref()) {
                Some(part) => part,
                None => return refusal("FieldMask x could not be successfully applied to any configs."),
            }
        }
        _ => return refusal("no such page"),
    };
    ok(&serde_json::to_vec_pretty(&body).unwrap())
}

fn refusal(says: &str) -> Vec<u8> {
    format!("HTTP/1.1 400 Bad Request\r\ncontent-length: {}\r\n\r\n{says}", says.len()).into_bytes()
}

/// The sections that a mask fits, with the items whose names fit.
fn part(dump: &Value, mask: Option<&str>, names: Option<&Regex>) -> Option<Value> {
    let fields: Option<Vec<&str>> = mask.map(|mask| mask.split(',').collect());
    let of_section = |section: &Value| -> Option<Value> {
        let mut kept = serde_json::Map::new();
        let kind = section["@type"].as_str().unwrap().rsplit('.').next().unwrap();
        if fields.as_ref().is_some_and(|fields| !fields_of(kind).contains(&fields[0])) {
            return None;
        }
        for (field, value) in section.as_object().unwrap() {
            if field != "@type" && fields.as_ref().is_some_and(|fields| !fields.contains(&field.as_str())) {
                continue;
            }
            let mut value = value.clone();
            if let (Some(regex), Some(items)) = (names, value.as_array_mut()) {
                items.retain(|item| regex.is_match(name(item)));
                if items.is_empty() {
                    continue;
                }
            }
            kept.insert(field.clone(), value);
        }
        Some(Value::Object(kept))
    };
    let configs: Vec<Value> = dump["configs"].as_array().unwrap().iter().filter_map(of_section).collect();
    (!configs.is_empty()).then(|| json!({ "configs": configs }))
}

/// The fields of a message; Envoy knows them, a dump need not have all.
fn fields_of(kind: &str) -> &'static [&'static str] {
    match kind {
        "BootstrapConfigDump" => &["bootstrap"],
        "ListenersConfigDump" => &["static_listeners"],
        "RoutesConfigDump" => &["static_route_configs"],
        "ScopedRoutesConfigDump" => &["inline_scoped_route_configs"],
        "ClustersConfigDump" => &["static_clusters"],
        "EndpointsConfigDump" => &["static_endpoint_configs"],
        "SecretsConfigDump" => &["static_secrets"],
        "EcdsConfigDump" => &["ecds_filters"],
        _ => &[],
    }
}

fn name(item: &Value) -> &str {
    let mut inside = ["cluster", "route_config", "listener", "endpoint_config", "ecds_filter"].iter();
    let inner = inside.find_map(|field| item.get(*field));
    let fields = [Some(item), inner].into_iter().flatten();
    fields.flat_map(|of| [&of["name"], &of["cluster_name"]]).find_map(Value::as_str).unwrap_or_default()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// A path in words.
fn told(path: &str) -> String {
    let (page, query) = path.trim_start_matches('/').split_once('?').unwrap_or((&path[1..], ""));
    let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).map(decoded);
    let field = value("mask").map(|mask| mask.split(',').next().unwrap().to_owned());
    let what = match (page, field.as_deref()) {
        ("config_dump", None) => "whole",
        ("config_dump", Some("static_listeners")) => "listeners",
        ("config_dump", Some("static_route_configs")) => "routes",
        ("config_dump", Some("inline_scoped_route_configs")) => "scoped",
        ("config_dump", Some("static_clusters")) => "clusters",
        ("config_dump", Some("static_endpoint_configs")) => "endpoints",
        ("config_dump", Some("static_secrets")) => "secrets",
        ("config_dump", Some("ecds_filters")) => "ecds",
        ("config_dump", Some("bootstrap")) => return "bootstrap".to_owned(),
        ("clusters", None) => "hosts",
        (other, _) => other,
    };
    match value("name_regex").or(value("filter")) {
        Some(names) => format!("{what} of {names}"),
        None => what.to_owned(),
    }
}

/// The manifests of the recorded mesh, in a folder.
pub(super) fn manifests(packed: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    for (path, text) in crate::support::unpacked(packed.file_name().unwrap().to_str().unwrap()) {
        if path.starts_with("manifests/") && !path.ends_with('/') {
            std::fs::write(folder.path().join(path.trim_start_matches("manifests/")), text).unwrap();
        }
    }
    folder
}
