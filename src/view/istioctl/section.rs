//! Sections of a dump, put together again out of their entries.

use std::borrow::Cow;

use super::note::Note;
use super::objects::Objects;
use super::tree::{Keys, Tree};
use crate::model::Proxy;
use crate::model::dump::{Entry, Section};
use crate::model::envoy::entry::EntryState;

/// All sections with their messages, in Envoy's order.
const ALL: &[(Section, &str)] = &[
    (Section::Bootstrap, "BootstrapConfigDump"),
    (Section::Clusters, "ClustersConfigDump"),
    (Section::Ecds, "EcdsConfigDump"),
    (Section::Endpoints, "EndpointsConfigDump"),
    (Section::Listeners, "ListenersConfigDump"),
    (Section::ScopedRoutes, "ScopedRoutesConfigDump"),
    (Section::Routes, "RoutesConfigDump"),
    (Section::Secrets, "SecretsConfigDump"),
];

type Fields<'a> = Vec<(Cow<'a, str>, Tree<'a>)>;

/// One section, under the names that istioctl prints.
pub(super) fn objects(proxy: &Proxy, section: Section) -> Objects<'_> {
    if !proxy.dump.has(section) {
        return Objects::refusal(Note::NoSection(section));
    }
    Objects { tree: Tree::Object(fields(proxy, section, Keys::Fields)), notes: Vec::new() }
}

/// The whole dump, under Envoy's own names.
pub(super) fn dump(proxy: &Proxy) -> Objects<'_> {
    let sections = ALL.iter().filter(|(section, _)| proxy.dump.has(*section)).map(|(section, message)| {
        let type_url = format!("type.googleapis.com/envoy.admin.v3.{message}");
        let mut all = vec![("@type".into(), Tree::Text(type_url.into()))];
        all.extend(fields(proxy, *section, Keys::Data));
        Tree::Object(all)
    });
    Objects { tree: Tree::Object(vec![("configs".into(), Tree::List(sections.collect()))]), notes: Vec::new() }
}

fn fields(proxy: &Proxy, section: Section, keys: Keys) -> Fields<'_> {
    use EntryState::{Active, Static, Warming};
    let dump = &proxy.dump;
    match section {
        Section::Bootstrap => match dump.bootstrap.as_ref().map(|item| Tree::read(item.text(), keys)) {
            Some(Tree::Object(fields)) => fields,
            _ => Vec::new(),
        },
        Section::Listeners => {
            lists(&dump.listeners, &[("static_listeners", Static), ("dynamic_listeners", Active)], keys)
        }
        Section::Routes => {
            lists(&dump.routes, &[("static_route_configs", Static), ("dynamic_route_configs", Active)], keys)
        }
        Section::ScopedRoutes => {
            let names = [("inline_scoped_route_configs", Static), ("dynamic_scoped_route_configs", Active)];
            lists(&dump.scoped_routes, &names, keys)
        }
        Section::Clusters => {
            let names = [
                ("static_clusters", Static),
                ("dynamic_active_clusters", Active),
                ("dynamic_warming_clusters", Warming),
            ];
            lists(&dump.clusters, &names, keys)
        }
        Section::Endpoints => {
            lists(&dump.endpoints, &[("static_endpoint_configs", Static), ("dynamic_endpoint_configs", Active)], keys)
        }
        Section::Secrets => {
            let names =
                [("static_secrets", Static), ("dynamic_active_secrets", Active), ("dynamic_warming_secrets", Warming)];
            lists(&dump.secrets, &names, keys)
        }
        Section::Ecds => lists(&dump.ecds, &[("ecds_filters", Active)], keys),
    }
}

/// The lists of a section that are not empty.
fn lists<'a, T>(entries: &'a [Entry<T>], names: &[(&'static str, EntryState)], keys: Keys) -> Fields<'a> {
    let list = |state| {
        let entries = entries.iter().filter(|entry| entry.state == state);
        entries.map(|entry| Tree::read(entry.item.text(), keys)).collect::<Vec<_>>()
    };
    let lists = names.iter().map(|(name, state)| (keys.rename((*name).into()), list(*state)));
    lists.filter(|(_, list)| !list.is_empty()).map(|(name, list)| (name, Tree::List(list))).collect()
}
