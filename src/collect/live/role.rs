//! The Role that allows what was forbidden.

/// What somebody may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Neither port-forward nor exec; or the one that `--via` asks for.
    Reaching {
        /// Port-forward is forbidden.
        port_forward: bool,
        /// Exec is forbidden.
        exec: bool,
    },
    /// `get` and `list` of pods.
    Pods,
}

/// The manifest that would allow it. A WebSocket begins with a GET, so RBAC asks for `get` on the subresource; from
/// Kubernetes 1.35 on, and for kubectl's older protocol, for `create` too (KEP-5667 and `kubectl exec`, `port-forward`).
pub(super) fn text(missing: Missing, namespace: Option<&str>) -> String {
    let (kind, scope) = match namespace {
        Some(namespace) => ("Role", format!("{{name: meshdbg, namespace: {namespace}}}")),
        None => ("ClusterRole", "{name: meshdbg}".to_owned()),
    };
    let subresource = match missing {
        Missing::Reaching { port_forward: true, .. } => Some("pods/portforward"),
        Missing::Reaching { .. } => Some("pods/exec"),
        Missing::Pods => None,
    };
    let either = match missing {
        Missing::Reaching { port_forward: true, exec: true } => " (pods/exec would do instead)",
        _ => "",
    };
    let mut text = format!(
        "this {kind} allows it{either}; bind it to the user with a {kind}Binding:\n\
         \x20 apiVersion: rbac.authorization.k8s.io/v1\n\
         \x20 kind: {kind}\n\
         \x20 metadata: {scope}\n\
         \x20 rules:\n\
         \x20 - {{apiGroups: [\"\"], resources: [pods], verbs: [get, list]}}"
    );
    if let Some(subresource) = subresource {
        let rule = format!("{{apiGroups: [\"\"], resources: [{subresource}], verbs: [get, create]}}");
        text.push_str("\n  - ");
        text.push_str(&rule);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_role_names_what_is_missing() {
        let both = text(Missing::Reaching { port_forward: true, exec: true }, Some("shop"));
        assert!(both.contains("kind: Role\n") && both.contains("namespace: shop"), "{both}");
        assert!(both.contains("pods/portforward") && both.contains("pods/exec would do"), "{both}");
        let exec = text(Missing::Reaching { port_forward: false, exec: true }, Some("shop"));
        assert!(exec.contains("[pods/exec]") && !exec.contains("portforward"), "{exec}");
        let pods = text(Missing::Pods, None);
        assert!(pods.contains("ClusterRole\n") && !pods.contains("exec"), "{pods}");
    }
}
