//! `proxy-config listener`.

use std::cmp::Reverse;

use serde_json::value::RawValue;

use super::listing::Listing;
use super::naming::Naming;
use super::note::Note;
use super::objects::Objects;
use super::{destination, go_sort, listener_match, raw, waypoint};
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::address::Address;
use crate::model::envoy::listener::Listener;

/// istioctl's flags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// `--address`: one of the addresses, without a port; case does not count.
    pub address: Option<String>,
    /// `--port`; 0 is any.
    pub port: Option<u32>,
    /// `--type`: `HTTP`, `TCP`, `HTTP+TCP` or `UNKNOWN`; case does not count.
    pub kind: Option<String>,
    /// `--verbose`: a row for each chain instead of one for each listener.
    pub verbose: bool,
    /// `--waypoint`: the chains of all listeners with their names; other flags do not count.
    pub waypoint: bool,
}

impl Default for Filter {
    fn default() -> Self {
        Self { address: None, port: None, kind: None, verbose: true, waypoint: false }
    }
}

impl Filter {
    fn admits(&self, listener: &Listener) -> bool {
        let is_set = |flag: &&String| !flag.is_empty();
        let address = self.address.as_ref().filter(is_set);
        let kind = self.kind.as_ref().filter(is_set);
        address.is_none_or(|wanted| addresses(listener).iter().any(|address| address.eq_ignore_ascii_case(wanted)))
            && self.port.is_none_or(|wanted| wanted == 0 || port(listener) == wanted)
            && kind.is_none_or(|wanted| destination::listener_type(listener).eq_ignore_ascii_case(wanted))
    }
}

/// The active listeners, by port, address and type; with `--waypoint` their chains.
pub fn table(proxy: &Proxy, filter: &Filter) -> Listing {
    if filter.waypoint { waypoint::listing(proxy) } else { listing(proxy, filter, Naming::Plain) }
}

/// Envoy's objects of them, in the order of the dump.
pub fn objects<'a>(proxy: &'a Proxy, filter: &Filter) -> Objects<'a> {
    match select(proxy) {
        Ok((listeners, notes)) => {
            let admitted = listeners.iter().filter(|(listener, _)| filter.admits(listener));
            Objects::list(admitted.map(|(_, raw)| raw::tree(raw)), notes)
        }
        Err(note) => Objects::refusal(note),
    }
}

/// The table, with the name in front where `all` prints it.
pub(super) fn listing(proxy: &Proxy, filter: &Filter, naming: Naming) -> Listing {
    let (mut listeners, notes) = match select(proxy) {
        Ok(selection) => selection,
        Err(note) => return Listing::refusal(note),
    };
    listeners.retain(|(listener, _)| filter.admits(listener));
    let order = go_sort::order(&listeners, |(listener, _)| sort_key(listener));
    let titles: &[&str] =
        if filter.verbose { &["ADDRESSES", "PORT", "MATCH", "DESTINATION"] } else { &["ADDRESSES", "PORT", "TYPE"] };
    Listing {
        titles: naming.titles(titles),
        rows: order.iter().flat_map(|index| rows(&listeners[*index].0, filter.verbose, naming)).collect(),
        padding: 1,
        notes,
    }
}

/// Port, address and type.
pub(super) fn sort_key(listener: &Listener) -> (u32, &str, &'static str) {
    (port(listener), address(&listener.address), destination::listener_type(listener))
}

/// Listeners with their texts, and what is to be said of them.
pub(super) type Selection<'a> = (Vec<(Listener, &'a RawValue)>, Vec<Note>);

/// The active listeners, in the order of the dump.
pub(super) fn select(proxy: &Proxy) -> Result<Selection<'_>, Note> {
    if !proxy.dump.has(Section::Listeners) {
        return Err(Note::NoSection(Section::Listeners));
    }
    let picked = raw::pick(&proxy.dump.listeners, &["active_state", "listener"], &["listener"]);
    if picked.objects.is_empty() {
        return Err(Note::NoneFound("listeners"));
    }
    let what = "warming, draining and rejected listeners";
    let mut notes: Vec<Note> = Note::hidden(what, picked.hidden, "listeners").into_iter().collect();
    let listeners = raw::decode(&picked.objects, "listener", &mut notes);
    Ok((listeners, notes))
}

fn rows(listener: &Listener, verbose: bool, naming: Naming) -> Vec<Vec<String>> {
    let mut cells = vec![addresses(listener).join(","), port(listener).to_string()];
    if naming == Naming::WithKind {
        cells.insert(0, naming.name("listener", &listener.name));
    }
    if !verbose {
        cells.push(destination::listener_type(listener).to_owned());
        return vec![cells];
    }
    let chains: Vec<(String, String)> = destination::chains(listener)
        .map(|chain| (listener_match::words(chain.filter_chain_match.as_ref()), destination::of_chain(chain)))
        .collect();
    let order = go_sort::order(&chains, |(_, destination)| Reverse(destination));
    let chains = go_sort::arrange(chains, &order).into_iter();
    chains.map(|(matches, destination)| cells.iter().cloned().chain([matches, destination]).collect()).collect()
}

fn addresses(listener: &Listener) -> Vec<&str> {
    let more = listener.additional_addresses.iter();
    let more = more.map(|more| more.address.socket_address.as_ref().map_or("", |socket| socket.address.as_str()));
    std::iter::once(address(&listener.address)).chain(more).collect()
}

/// The IP address or the path of the socket; empty for a listener inside of Envoy.
fn address(address: &Address) -> &str {
    match (&address.socket_address, &address.pipe) {
        (Some(socket), _) => &socket.address,
        (None, Some(pipe)) => &pipe.path,
        (None, None) => "",
    }
}

/// The port; 0 where it has none.
fn port(listener: &Listener) -> u32 {
    listener.address.port().map_or(0, u32::from)
}
