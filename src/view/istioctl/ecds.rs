//! `proxy-config ecds`: filters that come by their own discovery service.

use serde::Deserialize;

use super::listing::Listing;
use super::note::Note;
use super::objects::Objects;
use super::{go_sort, raw, section};
use crate::model::Proxy;
use crate::model::any::short_type_name;
use crate::model::dump::Section;

/// A filter, with the type that stands outside: the model takes the wrapper off a `TypedStruct`, istioctl does not.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Filter {
    name: String,
    typed_config: Typed,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Typed {
    #[serde(rename = "@type")]
    type_url: String,
}

/// The filters, by type and name.
pub fn table(proxy: &Proxy) -> Listing {
    if !proxy.dump.has(Section::Ecds) {
        return Listing::refusal(Note::NoSection(Section::Ecds));
    }
    let picked = raw::pick(&proxy.dump.ecds, &["ecds_filter"], &[]);
    let mut notes: Vec<Note> = Note::hidden("updates that were rejected", picked.hidden, "ecds").into_iter().collect();
    let filters = raw::decode::<Filter>(&picked.objects, "ECDS filter", &mut notes);
    let order = go_sort::order(&filters, |(filter, _)| (&filter.typed_config.type_url, &filter.name));
    let filters = order.iter().map(|index| &filters[*index].0);
    let row = |filter: &Filter| vec![filter.name.clone(), short_type_name(&filter.typed_config.type_url).to_owned()];
    Listing { titles: vec!["ECDS NAME", "TYPE"], rows: filters.map(row).collect(), padding: 5, notes }
}

/// Envoy's section of them.
pub fn objects(proxy: &Proxy) -> Objects<'_> {
    section::objects(proxy, Section::Ecds)
}
