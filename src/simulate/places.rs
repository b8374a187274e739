//! Where the objects of a section of the dump stand, by name.
//!
//! An index over a hundred thousand clusters costs more than all else that one request needs of them. So the first few
//! names are looked for, and only a batch, which asks for many, makes the index.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use memchr::memmem;

use crate::model::peek;

/// So many names are looked for before the index is made.
const FEW: usize = 8;
/// Names stand near the beginning of an object; where one does not, the index finds it.
const NEAR: usize = 512;

/// The places of the objects of one section.
#[derive(Debug)]
pub(super) struct Places {
    /// The objects around the name, and its field.
    path: (&'static str, &'static str),
    index: OnceLock<HashMap<String, usize>>,
    asked: AtomicUsize,
}

impl Places {
    /// Names stand in this field of this object of each item.
    pub(super) fn new(inside: &'static str, field: &'static str) -> Self {
        Self { path: (inside, field), index: OnceLock::new(), asked: AtomicUsize::new(0) }
    }

    /// The first of so many items with a name. `text` gives the items that count.
    pub(super) fn find<'t>(&self, name: &str, items: usize, text: &dyn Fn(usize) -> Option<&'t [u8]>) -> Option<usize> {
        let name_of = |index: usize| peek::name(text(index)?, &[self.path.0], &[self.path.1]);
        if self.index.get().is_none() && self.asked.fetch_add(1, Ordering::Relaxed) < FEW {
            let finder = memmem::Finder::new(name);
            let is_near = |index: &usize| {
                let text = text(*index).unwrap_or_default();
                finder.find(&text[..text.len().min(NEAR)]).is_some() && name_of(*index).as_deref() == Some(name)
            };
            if let Some(found) = (0..items).find(is_near) {
                return Some(found);
            }
        }
        let index = self.index.get_or_init(|| {
            // Not on several cores: a core that waits for others would take up another request, which may need this
            // very index.
            let mut named = HashMap::with_capacity(items);
            for index in 0..items {
                // Of several objects with one name the first counts, however it is found.
                if let Some(name) = name_of(index) {
                    named.entry(name).or_insert(index);
                }
            }
            named
        });
        index.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_name_is_found_with_and_without_the_index() {
        let far = format!(r#"{{"cluster":{{"metadata":"{}","name":"far"}}}}"#, "x".repeat(NEAR));
        let items =
            [r#"{"cluster":{"name":"off"}}"#, r#"{"cluster":{"name":"a"}}"#, r#"{"cluster":{"name":"a"}}"#, &far];
        let text = |index: usize| (index > 0).then(|| items[index].as_bytes());
        let places = Places::new("cluster", "name");
        for _ in 0..2 * FEW {
            for (name, want) in [("a", Some(1)), ("far", Some(3)), ("off", None), ("b", None), ("", None)] {
                assert_eq!(places.find(name, items.len(), &text), want, "{name}");
            }
        }
    }
}
