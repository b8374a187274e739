//! Conditions of a policy against a connection (ztunnel's `Authorization::matches`).

use std::fmt::Display;
use std::net::{IpAddr, SocketAddr};

use super::balance::list;
use super::judge::Failed;
use crate::base::evidence::Truth;
use crate::model::ztunnel::matching::{Match, StringMatch, Terms};

/// What policies are asked about.
#[derive(Debug, Clone)]
pub(super) struct Connection {
    source: IpAddr,
    /// The pod's own address and port.
    destination: SocketAddr,
    /// The client's identity, without `spiffe://`.
    principal: Option<String>,
    /// Namespace and service account of it.
    account: Option<(String, String)>,
}

impl Connection {
    /// A connection; without an identity it is plaintext.
    pub(super) fn new(source: IpAddr, destination: SocketAddr, identity: Option<&str>) -> Self {
        let principal = identity.and_then(|identity| identity.strip_prefix("spiffe://")).map(str::to_owned);
        let account = principal.as_deref().and_then(|principal| {
            // TRUST DOMAIN/ns/NAMESPACE/sa/SERVICE ACCOUNT
            let mut parts = principal.split('/').skip(1);
            match (parts.next(), parts.next(), parts.next(), parts.next(), parts.next()) {
                (Some("ns"), Some(namespace), Some("sa"), Some(name), None) => {
                    Some((namespace.to_owned(), name.to_owned()))
                }
                _ => None,
            }
        });
        Self { source, destination, principal, account }
    }

    fn identity(&self) -> String {
        self.principal.clone().unwrap_or_else(|| "none: the connection is plaintext".to_owned())
    }
}

/// Whether all conditions of a match hold; else the first that does not, and how many held before it.
pub(super) fn judge(asked: &Match, connection: &Connection) -> (Truth, Option<Failed>, usize) {
    if asked.is_empty() {
        let failed = Failed {
            condition: "a condition that ztunnel can check",
            wanted: "an HTTP attribute, which only a waypoint sees".to_owned(),
            got: "ztunnel sees no HTTP: this never matches".to_owned(),
        };
        return (Truth::No, Some(failed), 0);
    }
    let namespace = connection.account.as_ref().map(|(namespace, _)| namespace.as_str());
    let checks = [
        check("destination.ip", &asked.destination_ips, &connection.destination.ip(), |net| {
            net.contains(&connection.destination.ip())
        }),
        check("source.ip", &asked.source_ips, &connection.source, |net| net.contains(&connection.source)),
        check("destination.port", &asked.destination_ports, &connection.destination.port(), |port| {
            *port == connection.destination.port()
        }),
        check("source.serviceAccount", &asked.service_accounts, &connection.identity(), |wanted| {
            let own = connection.account.as_ref();
            own.is_some_and(|(namespace, name)| *namespace == wanted.namespace && *name == wanted.service_account)
        }),
        // Without an identity there is nothing to compare, not even an empty text.
        check("source.principal", &asked.principals, &connection.identity(), |pattern: &StringMatch| {
            connection.principal.as_deref().is_some_and(|principal| pattern.holds(principal))
        }),
        check(
            "source.namespace",
            &asked.namespaces,
            &namespace.map_or_else(|| connection.identity(), str::to_owned),
            |pattern| pattern.holds(namespace.unwrap_or_default()),
        ),
    ];
    let mut held = 0;
    for failed in checks {
        match failed {
            Ok(asked) => held += usize::from(asked),
            Err(failed) => return (Truth::No, Some(failed), held),
        }
    }
    if asked.unknown.is_empty() {
        return (Truth::Yes, None, held);
    }
    let failed = Failed {
        condition: "a condition that is not modelled",
        wanted: asked.unknown.join(", "),
        got: "it cannot be told".to_owned(),
    };
    (Truth::Unknown, Some(failed), held)
}

/// Whether any of the wanted values is there and none of the unwanted; says whether anything was asked at all.
fn check<T: Display>(
    condition: &'static str,
    terms: &Terms<T>,
    got: &impl Display,
    holds: impl Fn(&T) -> bool,
) -> Result<bool, Failed> {
    let failed = |wanted: String| Err(Failed { condition, wanted, got: got.to_string() });
    if !terms.any.is_empty() && !terms.any.iter().any(&holds) {
        return failed(list(&terms.any));
    }
    if terms.none.iter().any(&holds) {
        return failed(format!("not {}", list(&terms.none)));
    }
    Ok(!terms.is_empty())
}
