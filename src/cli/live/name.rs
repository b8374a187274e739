//! Names of proxies as questions to the API server.

use crate::collect::live::Wanted;

/// The words for workloads, as kubectl takes them.
const WORKLOADS: [(&[&str], &str); 7] = [
    (&["deployment", "deployments", "deploy"], "deployments"),
    (&["statefulset", "statefulsets", "sts"], "statefulsets"),
    (&["daemonset", "daemonsets", "ds"], "daemonsets"),
    (&["replicaset", "replicasets", "rs"], "replicasets"),
    (&["job", "jobs"], "jobs"),
    (&["cronjob", "cronjobs", "cj"], "cronjobs"),
    (&["replicationcontroller", "replicationcontrollers", "rc"], "replicationcontrollers"),
];

/// A name with its namespace, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) wanted: Wanted,
    pub(super) namespace: Option<String>,
}

/// Reads `[KIND/][NAMESPACE/]NAME[.NAMESPACE]`. A dot may end the name or be part of it: the readings are in the order
/// in which to try them.
pub(super) fn readings(text: &str) -> Vec<Named> {
    let (kind, rest) = match text.split_once('/') {
        Some((word, rest)) if wanted(word, rest).is_some() => (word, rest),
        _ => ("", text),
    };
    let make = |name: &str, namespace: Option<&str>| Named {
        wanted: wanted(kind, name).unwrap_or(Wanted::Pod { name: name.to_owned(), only: false }),
        namespace: namespace.map(str::to_owned),
    };
    match (rest.split_once('/'), rest.rsplit_once('.')) {
        (Some((namespace, name)), _) => vec![make(name, Some(namespace))],
        (None, Some((name, namespace))) => vec![make(rest, None), make(name, Some(namespace))],
        (None, None) => vec![make(rest, None)],
    }
}

fn wanted(kind: &str, name: &str) -> Option<Wanted> {
    let name = name.to_owned();
    if let Some((_, plural)) = WORKLOADS.iter().find(|(words, _)| words.contains(&kind)) {
        return Some(Wanted::Workload { kind: plural, name });
    }
    match kind {
        "pod" | "pods" | "po" => Some(Wanted::Pod { name, only: true }),
        "service" | "services" | "svc" => Some(Wanted::Service(name)),
        "gateway" | "gateways" | "gtw" | "gw" => Some(Wanted::Gateway(name)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_kubectl_and_istioctl_write_them() {
        let pod = |name: &str, only| Wanted::Pod { name: name.to_owned(), only };
        let cases = [
            ("pod/web", vec![(pod("web", true), None)]),
            ("web.shop", vec![(pod("web.shop", false), None), (pod("web", false), Some("shop"))]),
            ("shop/web-0", vec![(pod("web-0", false), Some("shop"))]),
            ("gateway/edge/public", vec![(Wanted::Gateway("public".to_owned()), Some("edge"))]),
            ("deploy/web", vec![(Wanted::Workload { kind: "deployments", name: "web".to_owned() }, None)]),
        ];
        for (text, want) in cases {
            let want: Vec<Named> = want
                .into_iter()
                .map(|(wanted, namespace)| Named { wanted, namespace: namespace.map(str::to_owned) })
                .collect();
            assert_eq!(readings(text), want, "{text}");
        }
    }
}
