//! Envoy's own objects, for `-o json` and `-o yaml`.

use serde::{Serialize, Serializer};

use super::note::Note;
use super::tree::Tree;

/// The objects that istioctl prints for a kind. Serializes as the objects alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Objects<'a> {
    /// A list (clusters, listeners, route tables, endpoints), a section of the dump (bootstrap, secrets, ECDS) or the
    /// whole dump (`all`).
    pub tree: Tree<'a>,
    /// What they do not say.
    pub notes: Vec<Note>,
}

impl<'a> Objects<'a> {
    /// No objects, and why.
    pub(super) fn refusal(note: Note) -> Self {
        Self { tree: Tree::List(Vec::new()), notes: vec![note] }
    }

    /// Objects that stand in a list.
    pub(super) fn list(objects: impl IntoIterator<Item = Tree<'a>>, notes: Vec<Note>) -> Self {
        Self { tree: Tree::List(objects.into_iter().map(Tree::without_type).collect()), notes }
    }

    /// Whether the question could be answered, be it with nothing.
    pub fn is_answer(&self) -> bool {
        !self.notes.iter().any(Note::is_refusal)
    }

    /// The text that istioctl prints, indented as it does. A refusal is a sentence.
    pub fn to_json(&self) -> String {
        if let Some(refusal) = self.notes.iter().find(|note| note.is_refusal()) {
            return format!("{refusal}\n");
        }
        let mut text = Vec::new();
        let formatter = serde_json::ser::PrettyFormatter::with_indent(b"    ");
        // Writing to memory cannot fail, and neither can a tree.
        let _ = self.tree.serialize(&mut serde_json::Serializer::with_formatter(&mut text, formatter));
        text.push(b'\n');
        String::from_utf8_lossy(&text).into_owned()
    }
}

impl Serialize for Objects<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.tree.serialize(serializer)
    }
}
