//! What istiod's names say.

use super::mesh::owner;
use crate::base::origin::{Known, Owner, ResourceRef};

/// VirtualServices generated from Gateway API routes have names that no Kubernetes object can have.
pub fn is_generated(virtual_service: &str) -> bool {
    virtual_service.contains('~')
}

/// Route names of Gateway API routes without rule names: `NAMESPACE.ROUTE.RULE`.
pub fn gateway_api_route(route_name: &str) -> Option<Owner> {
    let (namespace, rest) = route_name.split_once('.')?;
    let (name, rule) = rest.rsplit_once('.')?;
    let rule: usize = rule.parse().ok()?;
    Some(owner(ResourceRef::new("HTTPRoute", namespace, name), format!("spec.rules[{rule}]"), Known::Named))
}

/// RBAC policies: `ns[NAMESPACE]-policy[NAME]-rule[INDEX]`, with a prefix for CUSTOM actions.
pub fn authorization_policy(policy: &str) -> Option<Owner> {
    let (_, rest) = policy.split_once("ns[")?;
    let (namespace, rest) = rest.split_once("]-policy[")?;
    let (name, rest) = rest.split_once("]-rule[")?;
    let (rule, _) = rest.split_once(']')?;
    Some(owner(ResourceRef::new("AuthorizationPolicy", namespace, name), format!("spec.rules[{rule}]"), Known::Named))
}

/// The provider of a CUSTOM action, whose policies istiod calls `istio-ext-authz-PROVIDER-ns[…`.
pub fn custom_provider(policy: &str) -> Option<&str> {
    policy.strip_prefix("istio-ext-authz-")?.split_once("-ns[").map(|(provider, _)| provider)
}

/// Whether istiod denies in place of a CUSTOM action whose provider the mesh's configuration does not define.
pub fn is_bad_custom(policy: &str) -> bool {
    policy.ends_with("-deny-due-to-bad-CUSTOM-action")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_their_owners() {
        let text = |owner: Option<Owner>| owner.map(|owner| owner.to_string());
        assert_eq!(
            text(authorization_policy("ns[shop]-policy[web]-rule[0]")).as_deref(),
            Some("AuthorizationPolicy shop/web rules[0]")
        );
        assert_eq!(
            text(authorization_policy("istio-ext-authz-fraud-ns[pay]-policy[x]-rule[2]")).as_deref(),
            Some("AuthorizationPolicy pay/x rules[2]")
        );
        assert_eq!(text(authorization_policy("other")), None);
        assert_eq!(custom_provider("istio-ext-authz-fraud-ns[pay]-policy[x]-rule[2]"), Some("fraud"));
        assert_eq!(custom_provider("ns[pay]-policy[x]-rule[2]"), None);
        assert_eq!(
            text(gateway_api_route("default.my.route.3")).as_deref(),
            Some("HTTPRoute default/my.route rules[3]")
        );
        assert_eq!(text(gateway_api_route("default")), None);
    }
}
