//! Admin ports that misbehave, and many that do not: one server for all addresses, which tells them apart by the address
//! that was connected to.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use super::server::{Request, last, ok, serve};
use crate::support;

/// Where they listen.
pub(crate) const PORT: u16 = 15900;
/// So many pods of the crowd.
pub(crate) const CROWD: u8 = 200;
/// The recorded pod that those of the crowd are copies of.
const MODEL: &str = "shop.frontend-v1-mh65l5nm7j-rzjl7";

/// What an admin port does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It answers as a proxy does.
    Crowd(u8),
    /// It takes the request and says nothing.
    Hangs,
    /// Its answer breaks off in the middle.
    Cuts,
    /// It answers as a proxy does, and ends the connection after the last page of a trace.
    Ends,
    /// It answers, but is no Envoy.
    Stranger,
}

impl Manner {
    /// The address that stands for it.
    pub(crate) fn address(self) -> Ipv4Addr {
        match self {
            Self::Crowd(number) => Ipv4Addr::new(10, 99, 1, number),
            Self::Hangs => Ipv4Addr::new(10, 99, 2, 1),
            Self::Cuts => Ipv4Addr::new(10, 99, 2, 2),
            Self::Stranger => Ipv4Addr::new(10, 99, 2, 3),
            Self::Ends => Ipv4Addr::new(10, 99, 2, 4),
        }
    }

    fn of(address: Ipv4Addr) -> Self {
        match address.octets() {
            [10, 99, 2, 1] => Self::Hangs,
            [10, 99, 2, 2] => Self::Cuts,
            [10, 99, 2, 4] => Self::Ends,
            [10, 99, 1, number] => Self::Crowd(number),
            _ => Self::Stranger,
        }
    }
}

/// The pod of a number.
pub(crate) fn name(number: u8) -> String {
    format!("copy-{number:03}")
}

/// Serves until the process ends.
pub(crate) fn start() {
    let files = support::unpacked("live.tar.zst");
    let of_model = |page: &str| {
        let text = files.get(&format!("proxies/{MODEL}/{page}.json")).cloned().unwrap_or_else(|| b"{}".to_vec());
        String::from_utf8(text).unwrap()
    };
    let pages = ["config_dump", "clusters", "server_info", "certs", "listeners", "init_dump", "stats"];
    let pages: BTreeMap<&str, String> = pages.into_iter().map(|page| (page, of_model(page))).collect();
    let pages = Arc::new(pages);
    let listener = TcpListener::bind(("0.0.0.0", PORT)).unwrap();
    serve(listener, move |request| answer(request, &pages));
}

fn answer(request: &Request, pages: &BTreeMap<&str, String>) -> Option<Vec<u8>> {
    let page = request.path.trim_start_matches('/').split('?').next().unwrap_or_default();
    match Manner::of(request.to) {
        Manner::Crowd(number) => Some(ok(of_proxy(page, pages, &format!("{}.crowd", name(number))).as_bytes())),
        Manner::Ends => {
            let text = of_proxy(page, pages, "ends.default");
            Some(if page == "runtime" { last(text.as_bytes()) } else { ok(text.as_bytes()) })
        }
        Manner::Hangs => {
            std::thread::sleep(Duration::from_mins(2));
            None
        }
        Manner::Cuts => {
            let whole = ok(pages["config_dump"].as_bytes());
            Some(whole[..whole.len() / 2].to_vec())
        }
        Manner::Stranger => Some(b"HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n\r\nnot found".to_vec()),
    }
}

/// A page of the model, as if it were another pod's.
fn of_proxy(page: &str, pages: &BTreeMap<&str, String>, pod: &str) -> String {
    let (namespace, model) = MODEL.split_once('.').unwrap();
    match pages.get(page) {
        Some(text) => text.replace(&format!("~{model}.{namespace}~"), &format!("~{pod}~")),
        None => "{\"entries\":{},\"layers\":[]}".to_owned(),
    }
}
