//! How rows are named.

/// Whether the name of an object stands in front of its row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Naming {
    /// As the command of the kind prints them.
    #[default]
    Plain,
    /// As `all` prints them: the name comes first, with the kind before it, as in `cluster/NAME`.
    WithKind,
}

impl Naming {
    /// A name, with its kind where that is asked for.
    pub(super) fn name(self, kind: &str, name: &str) -> String {
        match self {
            Self::Plain => name.to_owned(),
            Self::WithKind => format!("{kind}/{name}"),
        }
    }

    /// Titles, with the one of the name where that is asked for.
    pub(super) fn titles(self, titles: &[&'static str]) -> Vec<&'static str> {
        let name = (self == Self::WithKind).then_some("NAME");
        name.into_iter().chain(titles.iter().copied()).collect()
    }
}
