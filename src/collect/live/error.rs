//! Why a cluster or a proxy could not be read at all. Each message says what to do next.

use super::role;

/// Nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Neither a kubeconfig nor a source was named, and there is none where kubectl would look.
    #[error(
        "nothing to read: there is no kubeconfig ({reason}); name one with --kubeconfig or KUBECONFIG, or a saved mesh \
         (a config dump, a directory, an archive, `-` for stdin or `demo`) with --from"
    )]
    NoKubeconfig {
        /// Where it was looked for.
        reason: String,
    },
    /// The kubeconfig is there and cannot be used.
    #[error("kubeconfig: {reason}")]
    Kubeconfig {
        /// What is wrong in it, and what to do.
        reason: String,
    },
    /// The kubeconfig has no such context.
    #[error("kubeconfig: no context {name:?}; {}", match known.as_slice() {
        [] => "it has none at all".to_owned(),
        known => format!("it has {}", known.join(", ")),
    })]
    Context {
        /// The context asked for.
        name: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// No answer from the API server.
    #[error(
        "API server {server}: cannot be reached ({reason}); check the network, the VPN and the context (`kubectl \
         config current-context`)"
    )]
    Unreachable {
        /// Its URL.
        server: String,
        /// What went wrong.
        reason: String,
    },
    /// The API server does not know who asks.
    #[error(
        "API server {server}: the credentials of context {context} are not accepted ({reason}); they may have expired: \
         log in again, then check with `kubectl auth whoami`"
    )]
    Unauthorized {
        /// Its URL.
        server: String,
        /// The context.
        context: String,
        /// What the server says.
        reason: String,
    },
    /// RBAC forbids.
    #[error("{what}: RBAC forbids it ({reason})\n{}", role::text(*.missing, namespace.as_deref()))]
    Forbidden {
        /// What was tried.
        what: String,
        /// What the server says: user, verb and resource.
        reason: String,
        /// What is missing.
        missing: role::Missing,
        /// Where; everywhere if absent.
        namespace: Option<String>,
    },
    /// The API server answered something else.
    #[error("{what}: the API server answers {reason}")]
    Answer {
        /// What was asked.
        what: String,
        /// The answer.
        reason: String,
    },
    /// Nothing in the cluster has the name.
    #[error("{what}{}", match similar.as_slice() {
        [] => String::new(),
        similar => format!("; the nearest names are\n  {}", similar.join("\n  ")),
    })]
    Nothing {
        /// What was looked for, and where.
        what: String,
        /// Names like it.
        similar: Vec<String>,
    },
    /// A proxy could not be read.
    #[error("{proxy}: {reason}")]
    Proxy {
        /// The pod, or the URL.
        proxy: String,
        /// Why, and what to do.
        reason: String,
    },
    /// The runtime could not be started.
    #[error("cannot start: {0}")]
    Start(std::io::Error),
}
