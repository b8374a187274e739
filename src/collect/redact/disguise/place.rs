//! Where a string stands in JSON or YAML.

use std::ops::Range;

/// A mapping around a string.
#[derive(Debug, Clone, Default)]
pub(super) struct Level {
    /// The key at hand. Lists add no level: their items stand under the key of the list.
    pub(super) key: String,
    /// The value of `name`, or of `key`, where it came before: what the other values of the mapping are about.
    pub(super) name: String,
}

/// What a string is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A key of the mapping.
    Key,
    /// A value.
    Value,
    /// A comment of YAML.
    Comment,
}

/// A string in its source form, without quotes.
#[derive(Debug)]
pub(super) struct Found<'p> {
    pub(super) part: Part,
    pub(super) range: Range<usize>,
    /// From the outermost mapping inwards.
    pub(super) path: &'p [Level],
}

impl Found<'_> {
    /// The key at hand: of a value its own.
    pub(super) fn key(&self) -> &str {
        self.path.last().map_or("", |level| &level.key)
    }

    /// The key around it.
    pub(super) fn parent(&self) -> &str {
        self.path.len().checked_sub(2).and_then(|at| self.path.get(at)).map_or("", |level| &level.key)
    }

    /// What its neighbours are about.
    pub(super) fn name(&self) -> &str {
        self.path.last().map_or("", |level| &level.name)
    }

    /// Whether it stands below a key.
    pub(super) fn is_below(&self, keys: &[&str]) -> bool {
        let above = self.path.len().saturating_sub(1);
        self.path.iter().take(above).any(|level| keys.contains(&level.key.as_str()))
    }
}

/// Notes a value in the mapping around it.
pub(super) fn note(path: &mut [Level], value: &str) {
    if let Some(level) = path.last_mut()
        && matches!(level.key.as_str(), "name" | "key")
    {
        value.clone_into(&mut level.name);
    }
}
