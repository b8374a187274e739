//! What is disguised.

/// What of a capture gets substitutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// Namespaces, services, pods, hosts, identities, labels.
    Names,
    /// Addresses, in the middle of whatever text.
    Ips,
    /// Values that headers are compared with, or set to.
    Headers,
    /// Bearer tokens, JWTs, keys of APIs, passwords, and what environments hold.
    Tokens,
}

impl What {
    /// All of it.
    pub const ALL: [Self; 4] = [Self::Names, Self::Ips, Self::Headers, Self::Tokens];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Ips => "ips",
            Self::Headers => "headers",
            Self::Tokens => "tokens",
        }
    }
}
