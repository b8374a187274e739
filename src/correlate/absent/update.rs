//! Whether the proxy has got, and taken, what istiod makes.

use jiff::Timestamp;

use super::case::{Case, of};
use super::held::Held;
use super::reason::{Basis, Code, Reason};
use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::model::{Proxy, Resource};

/// So many proxies are named.
const MOST_PROXIES: usize = 3;

/// Says that an object was refused or waits; whether it did.
pub(super) fn look(case: &mut Case, what: &str, held: &Held) -> bool {
    match held {
        Held::Rejected(details) => {
            let sentence = format!("Envoy refused {what}: {details}");
            let next = "correct what it complains of; until then the proxy keeps what it had before";
            case.blame(Reason::new(Code::Rejected, Basis::Dump, sentence, next));
            true
        }
        Held::Warming => {
            let sentence = format!("{what} is loaded and waits for its endpoints, routes or secrets");
            let next = "look for what it waits for in /init_dump, and for missing secrets";
            case.blame(Reason::new(Code::Warming, Basis::Dump, sentence, next));
            true
        }
        Held::InUse(_) | Held::Nothing => false,
    }
}

/// Where nothing else explains it: who has it, and whether the proxy is behind.
pub(super) fn compare(case: &mut Case, what: &str, owners: &[Owner], has: &dyn Fn(&Proxy) -> bool) {
    // Who else has it costs a look into every dump, and tells nothing where the reason is known.
    if !case.reasons.is_empty() {
        return;
    }
    let (own, kind) = (&case.proxy.id, case.proxy.kind);
    let alike = case.mesh.proxies.iter().filter(|proxy| proxy.id != *own && proxy.kind == kind);
    let (holders, others): (Vec<&Proxy>, Vec<&Proxy>) = alike.partition(|proxy| has(proxy));
    let holders: Vec<&ProxyId> = holders.iter().map(|proxy| &proxy.id).collect();
    let word = case.proxy.kind.word();
    if holders.is_empty() && !others.is_empty() {
        case.fine(match others.len() {
            1 => format!("the only other {word} that was read does not have it either"),
            several => format!("none of the {several} other {word}s that were read has it either"),
        });
    }
    stale(case, what, owners, &holders);
    if !holders.is_empty() && case.reasons.is_empty() {
        let sentence =
            format!("{} {} it, and no resource says why this one should not", named(&holders), has_word(&holders));
        let next = "compare what both see: namespaces, labels and Sidecars of the two; then ask istiod whether this proxy is in sync (istioctl proxy-status)";
        case.blame(Reason::new(Code::OnlyElsewhere, Basis::Comparison, sentence, next));
    }
}

/// A resource that was changed after the proxy's last update is news to it.
fn stale(case: &mut Case, what: &str, owners: &[Owner], holders: &[&ProxyId]) {
    if owners.is_empty() {
        return;
    }
    let Some(updated) = last_update(case.proxy) else {
        case.open("whether the proxy is up to date: its dump does not say when it got what it has");
        return;
    };
    let newest = owners
        .iter()
        .flat_map(|owner| case.mesh.resources.iter().filter(|resource| resource.id == owner.resource))
        .filter_map(|resource| Some((changed(resource)?, resource)))
        .max_by_key(|(time, _)| *time);
    let Some((time, resource)) = newest else {
        case.open("whether the resources are younger than the dump: they do not say when they were made");
        return;
    };
    if time <= updated {
        return case.fine(format!("the proxy has been updated ({updated}) since {} was changed ({time})", resource.id));
    }
    let elsewhere = if holders.is_empty() {
        String::new()
    } else {
        format!("; {} {} it already", named(holders), has_word(holders))
    };
    let sentence = format!(
        "the proxy has not got {what} yet: its last update is of {updated}, {} was changed at {time}{elsewhere}",
        resource.id
    );
    let next =
        "take a new dump; if it still lacks it, ask istiod whether this proxy is in sync (istioctl proxy-status)";
    case.blame(Reason::new(Code::Stale, Basis::Comparison, sentence, next).by([of(resource, "")]));
}

fn named(proxies: &[&ProxyId]) -> String {
    let names: Vec<String> = proxies.iter().take(MOST_PROXIES).map(ToString::to_string).collect();
    let more = proxies.len().saturating_sub(MOST_PROXIES);
    if more == 0 { names.join(", ") } else { format!("{} and {more} more", names.join(", ")) }
}

fn has_word(proxies: &[&ProxyId]) -> &'static str {
    if proxies.len() == 1 { "has" } else { "have" }
}

/// When anything that istiod sends was last loaded.
fn last_update(proxy: &Proxy) -> Option<Timestamp> {
    let dump = &proxy.dump;
    let clusters = dump.clusters.iter().filter_map(|entry| entry.item.decode().ok()).map(|entry| entry.last_updated);
    let routes = dump.routes.iter().filter_map(|entry| entry.item.decode().ok()).map(|entry| entry.last_updated);
    let listeners = dump.listeners.iter().filter_map(|entry| entry.item.decode().ok());
    let listeners = listeners.filter_map(|entry| entry.active_state).map(|state| state.last_updated);
    clusters.chain(routes).chain(listeners).filter_map(|time| time.parse().ok()).max()
}

/// When a resource was last written: by its managers, else when it was made.
fn changed(resource: &Resource) -> Option<Timestamp> {
    let managers = resource.body.pointer("/metadata/managedFields").and_then(|fields| fields.as_array());
    let times = managers.into_iter().flatten().filter(|manager| manager.get("subresource").is_none());
    let times = times.filter_map(|manager| manager.get("time")?.as_str());
    times.chain(resource.metadata.creation_timestamp.as_deref()).filter_map(|time| time.parse().ok()).max()
}
