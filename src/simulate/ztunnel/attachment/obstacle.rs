//! What keeps an object from the waypoint that it asks for.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::Subject;
use crate::base::origin::ResourceRef;
use crate::correlate::Mesh;
use crate::model::Resource;
use crate::model::gateway_api::gateway::GatewaySpec;

const GROUP: &str = "gateway.networking.k8s.io/";
const WAYPOINT_FOR: &str = "istio.io/waypoint-for";
/// On what istiod makes for a Gateway: the controller, with dashes for slashes.
const MANAGED: &str = "gateway.istio.io/managed";
const CONTROLLER: &str = "istio.io/mesh-controller";

/// What keeps an object from the waypoint that it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Obstacle {
    /// There is no Gateway with the name.
    NoGateway {
        /// Which.
        gateway: ResourceRef,
    },
    /// The Gateway is no waypoint.
    NotAWaypoint {
        /// Which.
        gateway: ResourceRef,
        /// Its class.
        class: String,
    },
    /// The Gateway has no address.
    NotReady {
        /// Which.
        gateway: ResourceRef,
    },
    /// The Gateway does not let the namespace attach.
    NotAllowed {
        /// Which.
        gateway: ResourceRef,
        /// Whom it lets.
        allows: String,
        /// The namespace of the object.
        namespace: String,
    },
    /// The Gateway is for other traffic.
    WrongTraffic {
        /// Which.
        gateway: ResourceRef,
        /// What it is for.
        waypoint_for: String,
    },
    /// istiod says in the status why it is not attached.
    Reported {
        /// The object.
        resource: ResourceRef,
        /// The reason of the condition.
        reason: String,
        /// Its message.
        message: String,
    },
    /// It is a waypoint itself.
    IsWaypoint,
    /// Nothing in the resources explains it.
    Unexplained,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGateway { gateway } => write!(f, "there is no {gateway}"),
            Self::NotAWaypoint { gateway, class } => write!(f, "{gateway} has class {class}, which is no waypoint"),
            Self::NotReady { gateway } => write!(f, "{gateway} has no address yet"),
            Self::NotAllowed { gateway, allows, namespace } => {
                write!(f, "{gateway} lets {allows} attach (allowedRoutes), and not namespace {namespace}")
            }
            Self::WrongTraffic { gateway, waypoint_for } => {
                write!(f, "{gateway} is a waypoint for {waypoint_for} ({WAYPOINT_FOR})")
            }
            Self::Reported { resource, reason, message } => {
                write!(f, "{resource} says WaypointBound=False, {reason}: {message}")
            }
            Self::IsWaypoint => f.write_str("it is a waypoint itself"),
            Self::Unexplained => f.write_str(
                "the resources let it attach, and the dump does not have it: istiod may not have sent it yet",
            ),
        }
    }
}

/// What keeps an object from a waypoint, by the resources. Where no Gateways were read, nothing is said of them.
pub(super) fn obstacles(mesh: &Mesh, subject: &Subject, namespace: &str, name: &str) -> Vec<Obstacle> {
    let reference = subject.resource();
    let managed_by = copies(mesh, &reference).find_map(|resource| resource.metadata.labels.get(MANAGED));
    if managed_by.is_some_and(|controller| controller.replace('-', "/").ends_with("mesh/controller")) {
        return vec![Obstacle::IsWaypoint];
    }
    let mut found = Vec::new();
    found.extend(by_gateway(mesh, subject, namespace, name));
    found.extend(copies(mesh, &reference).find_map(reported));
    found
}

/// An object as it was read: a manifest, and what the API server returned, which has a status.
fn copies<'a>(mesh: &'a Mesh, reference: &'a ResourceRef) -> impl Iterator<Item = &'a Resource> {
    mesh.of_kind(&reference.kind).filter(move |resource| resource.id == *reference)
}

fn by_gateway(mesh: &Mesh, subject: &Subject, namespace: &str, name: &str) -> Option<Obstacle> {
    let mut gateways = mesh.of_kind("Gateway").filter(|gateway| gateway.api_version.starts_with(GROUP)).peekable();
    gateways.peek()?;
    let reference = ResourceRef::new("Gateway", namespace, name);
    let Some(gateway) = gateways.find(|gateway| gateway.id == reference) else {
        return Some(Obstacle::NoGateway { gateway: reference });
    };
    let spec: GatewaySpec = gateway.part("spec").unwrap_or_default();
    if !is_waypoint_class(mesh, &spec.gateway_class_name) {
        return Some(Obstacle::NotAWaypoint { gateway: reference, class: spec.gateway_class_name });
    }
    // A manifest has no status, and says nothing of it.
    let status = copies(mesh, &reference).find_map(|gateway| gateway.part::<GatewayStatus>("status"));
    if status.is_some_and(|status| status.addresses.is_empty()) {
        return Some(Obstacle::NotReady { gateway: reference });
    }
    let own = &subject.resource().namespace;
    let allowed = Allowed::of(gateway);
    if !allowed.lets(mesh, namespace, own) {
        return Some(Obstacle::NotAllowed { gateway: reference, allows: allowed.words(), namespace: own.clone() });
    }
    let waypoint_for = gateway.metadata.labels.get(WAYPOINT_FOR).map_or("service", String::as_str);
    let is_for = waypoint_for == "all" || waypoint_for == subject.traffic();
    (!is_for).then(|| Obstacle::WrongTraffic { gateway: reference, waypoint_for: waypoint_for.to_owned() })
}

/// A class is for waypoints by its name, or by the controller behind it.
fn is_waypoint_class(mesh: &Mesh, class: &str) -> bool {
    let resource = mesh.resource(&ResourceRef::new("GatewayClass", "", class));
    let controller = resource.and_then(|class| class.body.pointer("/spec/controllerName")?.as_str());
    class == "istio-waypoint" || controller == Some(CONTROLLER)
}

/// The condition of a service that was not attached.
fn reported(resource: &Resource) -> Option<Obstacle> {
    let status: Status = resource.part("status")?;
    let bound = status.conditions.into_iter().find(|condition| condition.kind == "istio.io/WaypointBound")?;
    (bound.status == "False").then(|| Obstacle::Reported {
        resource: resource.id.clone(),
        reason: bound.reason,
        message: bound.message,
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct GatewayStatus {
    addresses: Vec<serde_json::Value>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Status {
    conditions: Vec<Condition>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Condition {
    #[serde(rename = "type")]
    kind: String,
    status: String,
    reason: String,
    message: String,
}

/// Whose objects may attach: `allowedRoutes.namespaces` of the listener that takes tunnels.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Allowed {
    from: String,
    selector: LabelSelector,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct LabelSelector {
    match_labels: BTreeMap<String, String>,
    match_expressions: Vec<Expression>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Expression {
    key: String,
    operator: String,
    values: Vec<String>,
}

impl Allowed {
    fn of(gateway: &Resource) -> Self {
        let listeners = gateway.body.pointer("/spec/listeners").and_then(|listeners| listeners.as_array());
        let listener = listeners.into_iter().flatten().find(|listener| {
            let field = |name: &str| listener.get(name);
            field("protocol").and_then(|word| word.as_str()) == Some("HBONE")
                && field("port").and_then(serde_json::Value::as_u64) == Some(15008)
        });
        let namespaces = listener.and_then(|listener| listener.pointer("/allowedRoutes/namespaces"));
        namespaces.and_then(|namespaces| Self::deserialize(namespaces).ok()).unwrap_or_default()
    }

    /// `Same` is the default. Labels of a namespace that was not read cannot be asked: nothing is claimed then.
    fn lets(&self, mesh: &Mesh, gateway: &str, namespace: &str) -> bool {
        match self.from.as_str() {
            "All" => true,
            "None" => false,
            "Selector" => {
                let resource = mesh.resource(&ResourceRef::new("Namespace", "", namespace));
                resource.is_none_or(|resource| self.selector.selects(&resource.metadata.labels))
            }
            _ => gateway == namespace,
        }
    }

    fn words(&self) -> String {
        match self.from.as_str() {
            "None" => "nobody".to_owned(),
            "Selector" => format!("namespaces with {}", self.selector.words()),
            _ => "its own namespace".to_owned(),
        }
    }
}

impl LabelSelector {
    fn selects(&self, labels: &BTreeMap<String, String>) -> bool {
        let holds = |Expression { key, operator, values }: &Expression| {
            let value = labels.get(key);
            match operator.as_str() {
                "In" => value.is_some_and(|value| values.contains(value)),
                "NotIn" => value.is_none_or(|value| !values.contains(value)),
                "Exists" => value.is_some(),
                "DoesNotExist" => value.is_none(),
                _ => false,
            }
        };
        self.match_labels.iter().all(|(key, value)| labels.get(key) == Some(value))
            && self.match_expressions.iter().all(holds)
    }

    fn words(&self) -> String {
        let labels = self.match_labels.iter().map(|(key, value)| format!("{key}={value}"));
        let expressions = self
            .match_expressions
            .iter()
            .map(|Expression { key, operator, values }| format!("{key} {operator} {}", values.join("|")));
        labels.chain(expressions).collect::<Vec<_>>().join(", ")
    }
}
