//! The recorded mesh with something changed in it, and what meshdbg says of requests there.

use meshdbg::correlate::Mesh;
use meshdbg::model::dump::Entry;
use meshdbg::model::item::Item;
use meshdbg::model::{Model, Proxy};
use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::{self, Answer};
use serde_json::{Value, json};

/// The recorded mesh with other proxies, soon after it was recorded.
pub(crate) fn shop_of(proxies: Vec<Proxy>) -> Mesh {
    let taken_at = Some("2026-11-20T14:00:00Z".parse().unwrap());
    Mesh::new(Model { proxies, resources: super::shop().resources.clone(), taken_at, ..Model::default() })
}

/// An entry of a dump, changed.
pub(crate) fn changed<T>(entry: &Entry<T>, change: impl FnOnce(&mut Value)) -> Entry<T> {
    let mut value = serde_json::from_slice::<Value>(entry.item.text()).unwrap();
    change(&mut value);
    Entry { state: entry.state, item: Item::new(value.to_string().into()) }
}

/// The answer to a request that is followed all the way.
pub(crate) fn followed(mesh: &Mesh, from: &str, to: &str) -> Value {
    let line = json!({ "id": "1", "from": from, "to": to }).to_string();
    let answer = batch::answer(&Engine::new(mesh), batch::read(line.as_bytes()).ask.unwrap(), None);
    let Answer::Followed(followed) = answer else { panic!("{answer:?}") };
    serde_json::to_value(&*followed).unwrap()
}
