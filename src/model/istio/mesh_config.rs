//! The configuration of a mesh: the key `mesh` of istiod's `ConfigMap`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::sidecar::OutboundTrafficPolicy;

/// `MeshConfig`: the parts that say what a proxy sees.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct MeshConfig {
    /// The namespace whose resources are for the whole mesh.
    pub root_namespace: String,
    /// The namespaces that istiod looks at; none: all.
    pub discovery_selectors: Vec<LabelSelector>,
    /// Who sees a service that does not say so itself.
    pub default_service_export_to: Vec<String>,
    /// Who sees a VirtualService that does not say so itself.
    pub default_virtual_service_export_to: Vec<String>,
    /// Who sees a DestinationRule that does not say so itself.
    pub default_destination_rule_export_to: Vec<String>,
    /// What happens to what a proxy does not see.
    pub outbound_traffic_policy: Option<OutboundTrafficPolicy>,
}

/// `metav1.LabelSelector`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LabelSelector {
    /// Labels with their values.
    pub match_labels: BTreeMap<String, String>,
    /// Conditions on labels.
    pub match_expressions: Vec<LabelCondition>,
}

/// `matchExpressions[]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct LabelCondition {
    /// The label.
    pub key: String,
    /// `In`, `NotIn`, `Exists`, `DoesNotExist`.
    pub operator: String,
    /// Values.
    pub values: Vec<String>,
}

impl LabelSelector {
    /// Whether labels are as it says; an empty one selects all, as in Kubernetes.
    pub fn selects(&self, labels: &BTreeMap<String, String>) -> bool {
        let has = |(key, value): (&String, &String)| labels.get(key) == Some(value);
        self.match_labels.iter().all(has) && self.match_expressions.iter().all(|condition| condition.holds(labels))
    }
}

impl LabelCondition {
    fn holds(&self, labels: &BTreeMap<String, String>) -> bool {
        let value = labels.get(&self.key);
        match self.operator.as_str() {
            "In" => value.is_some_and(|value| self.values.contains(value)),
            "NotIn" => value.is_none_or(|value| !self.values.contains(value)),
            "Exists" => value.is_some(),
            "DoesNotExist" => value.is_none(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_read_as_kubernetes_reads_them() {
        let labels = BTreeMap::from([("team".to_owned(), "a".to_owned())]);
        let cases = [
            ("{}", true),
            (r#"{"matchLabels":{"team":"a"}}"#, true),
            (r#"{"matchLabels":{"team":"b"}}"#, false),
            (r#"{"matchExpressions":[{"key":"team","operator":"In","values":["a","b"]}]}"#, true),
            (r#"{"matchExpressions":[{"key":"team","operator":"NotIn","values":["a"]}]}"#, false),
            (r#"{"matchExpressions":[{"key":"other","operator":"NotIn","values":["a"]}]}"#, true),
            (r#"{"matchExpressions":[{"key":"other","operator":"Exists"}]}"#, false),
            (r#"{"matchExpressions":[{"key":"other","operator":"DoesNotExist"}]}"#, true),
        ];
        for (text, want) in cases {
            let selector: LabelSelector = serde_json::from_str(text).unwrap();
            assert_eq!(selector.selects(&labels), want, "{text}");
        }
    }
}
