//! Why a waypoint is used or not that a label asks for.

use std::fmt::Write as _;

use meshdbg::correlate::Mesh;
use meshdbg::model::Model;
use meshdbg::simulate::ztunnel::{Ambient, Asked, Attachment, Subject, attachment};

use super::recorded::recording;

fn line(attachment: &Attachment) -> String {
    let mut text = match &attachment.asked {
        Asked::Nothing => "asks for nothing".to_owned(),
        Asked::ForNone { by } => format!("{} asks for none", by.resource),
        Asked::For { by, namespace, name } => format!("{} asks for {namespace}/{name}", by.resource),
    };
    match attachment.used.as_slice() {
        [] => text.push_str(", uses none"),
        used => write!(text, ", uses {}", used.join(" and ")).unwrap(),
    }
    attachment.obstacles.iter().for_each(|obstacle| write!(text, "\n  {obstacle}").unwrap());
    text
}

fn service(mesh: &Mesh, name: &str) -> Attachment {
    let ambient = Ambient::of(mesh).unwrap();
    let mut services = ambient.any().ztunnel.dump.services.iter();
    let service = services.find(|service| format!("{}/{}", service.namespace, service.name) == name).unwrap();
    attachment(mesh, &ambient, Subject::Service(service))
}

#[test]
fn a_service_uses_its_waypoint_or_not_and_why() {
    let denied = "Gateway amb-pay/waypoint lets namespaces with team=shop attach (allowedRoutes), and not namespace";
    let says = |object: &str| {
        format!(
            "{object} says WaypointBound=False, AttachmentDenied: we are not permitted to attach to waypoint \"amb-pay/waypoint\" (missing allowedRoutes?)"
        )
    };
    let cases = [
        ("base", "amb-shop/web", "Service amb-shop/web asks for amb-shop/wp-web, uses amb-shop/wp-web.amb-shop.svc.cluster.local".to_owned()),
        ("base", "amb-shop/web-v2", "asks for nothing, uses none".to_owned()),
        ("base", "amb-pay/ledger", "Namespace amb-pay asks for amb-pay/waypoint, uses amb-pay/waypoint.amb-pay.svc.cluster.local".to_owned()),
        ("base", "amb-pay/bank-api", "Namespace amb-pay asks for amb-pay/waypoint, uses amb-pay/waypoint.amb-pay.svc.cluster.local".to_owned()),
        ("base", "amb-pay/refund", "Service amb-pay/refund asks for none, uses none".to_owned()),
        ("base", "amb-shop/billing", "Service amb-shop/billing asks for amb-pay/waypoint, uses amb-pay/waypoint.amb-pay.svc.cluster.local".to_owned()),
        ("base", "amb-shop/catalog",
            "Service amb-shop/catalog asks for amb-shop/wp-missing, uses none\n  there is no Gateway amb-shop/wp-missing\n  Service amb-shop/catalog says WaypointBound=False, WaypointIsNotReady: waypoint \"amb-shop/wp-missing\" is not ready".to_owned()),
        ("base", "amb-batch/report",
            format!("Service amb-batch/report asks for amb-pay/waypoint, uses none\n  {denied} amb-batch\n  {}", says("Service amb-batch/report"))),
        ("base", "amb-batch/wp-all", "Namespace amb-batch asks for amb-batch/wp-all, uses none\n  it is a waypoint itself".to_owned()),
        ("00-waypoint-refuses-own-namespace", "amb-pay/ledger",
            format!("Namespace amb-pay asks for amb-pay/waypoint, uses none\n  {denied} amb-pay\n  {}", says("Service amb-pay/ledger"))),
        ("00-waypoint-refuses-own-namespace", "amb-pay/bank-api",
            format!("Namespace amb-pay asks for amb-pay/waypoint, uses none\n  {denied} amb-pay\n  {}", says("ServiceEntry amb-pay/bank-api"))),
        ("01-waypoint-no-endpoints", "amb-shop/web", "Service amb-shop/web asks for amb-shop/wp-web, uses amb-shop/wp-web.amb-shop.svc.cluster.local".to_owned()),
        ("02-waypoint-label-removed", "amb-shop/web", "asks for nothing, uses none".to_owned()),
        ("06-waypoint-listener-not-hbone", "amb-shop/web", "Service amb-shop/web asks for amb-shop/wp-web, uses amb-shop/wp-web.amb-shop.svc.cluster.local".to_owned()),
    ];
    for (name, object, want) in cases {
        assert_eq!(line(&service(&recording(name).0, object)), want, "{name} {object}");
    }
}

#[test]
fn a_workload_has_a_waypoint_of_its_own() {
    let (mesh, _) = recording("base");
    let ambient = Ambient::of(&mesh).unwrap();
    let cases = [
        (
            "amb-batch",
            "worker-v1-vzqthm6j4f-dknrl",
            "Namespace amb-batch asks for amb-batch/wp-all, uses amb-batch/wp-all.amb-batch.svc.cluster.local",
        ),
        (
            "amb-batch",
            "cron-v1-r4fqptfbtg-l82gt",
            "Pod amb-batch/cron-v1-r4fqptfbtg-l82gt asks for amb-batch/wp-workload, uses amb-batch/wp-workload.amb-batch.svc.cluster.local",
        ),
        (
            "amb-batch",
            "vm-1",
            "Namespace amb-batch asks for amb-batch/wp-all, uses amb-batch/wp-all.amb-batch.svc.cluster.local",
        ),
        ("amb-shop", "db-0", "asks for nothing, uses none"),
        (
            "amb-pay",
            "refund-v1-lph2nvmmd9-c7p7k",
            "Namespace amb-pay asks for amb-pay/waypoint, uses none\n  Gateway amb-pay/waypoint is a waypoint for service (istio.io/waypoint-for)",
        ),
    ];
    for (namespace, name, want) in cases {
        let workload = ambient.pod(namespace, name).unwrap();
        assert_eq!(line(&attachment(&mesh, &ambient, Subject::Workload(workload))), want, "{name}");
    }
}

#[test]
fn who_goes_past_a_waypoint() {
    let (mesh, _) = recording("base");
    let bypasses: Vec<String> = service(&mesh, "amb-shop/web").bypasses.iter().map(ToString::to_string).collect();
    assert_eq!(
        bypasses,
        [
            "clients with a sidecar: side/caller-v1-8qqklrl7ld-8mnwn, side/side-api-v1-5jv57rv2r5-75z28",
            "clients without a ztunnel: amb-shop/cart-v1-nv4lt6tncg-2pt82, amb-shop/optout-v1-sjcc44dgzr-9l7gz, plain/legacy-v1-5x6qrzn65j-h8mlj",
            "service amb-shop/web-v2.amb-shop.svc.cluster.local over the same pods",
            "the addresses of amb-shop/web-v1-bvmswnlmkz-l6lv9, amb-shop/web-v1-bvmswnlmkz-xsf9r, amb-shop/web-v2-jjkc8xmcbb-b28qr",
        ]
    );
}

/// The resources of a recording after a change.
fn changed(kind: &str, name: &str, change: impl Fn(&mut serde_json::Value)) -> Mesh {
    let (mut mesh, _) = recording("base");
    for service in mesh.ztunnels.iter_mut().flat_map(|ztunnel| &mut ztunnel.dump.services) {
        service.waypoint = None;
    }
    // The manifests have no status.
    mesh.resources.retain(|resource| resource.source.file.contains("resources/"));
    let resource = mesh.resources.iter_mut().find(|resource| resource.id.kind == kind && resource.id.name == name);
    let resource = resource.unwrap();
    change(&mut resource.body);
    resource.metadata = serde_json::from_value(resource.body["metadata"].clone()).unwrap();
    let (ztunnels, resources) = (mesh.ztunnels, mesh.resources);
    Mesh::new(Model { ztunnels, resources, ..Model::default() })
}

#[test]
fn each_obstacle_has_its_words() {
    let set = |pointer: &'static str, value: serde_json::Value| {
        move |body: &mut serde_json::Value| {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            body.pointer_mut(parent).unwrap()[key] = value.clone();
        }
    };
    let cases = [
        (
            changed("Gateway", "wp-web", set("/spec/gatewayClassName", "istio".into())),
            "Gateway amb-shop/wp-web has class istio, which is no waypoint",
        ),
        (
            changed("Gateway", "wp-web", set("/status/addresses", serde_json::json!([]))),
            "Gateway amb-shop/wp-web has no address yet",
        ),
        (
            changed(
                "Gateway",
                "wp-web",
                set("/metadata/labels", serde_json::json!({"istio.io/waypoint-for": "workload"})),
            ),
            "Gateway amb-shop/wp-web is a waypoint for workload (istio.io/waypoint-for)",
        ),
        (
            changed(
                "Gateway",
                "wp-web",
                set("/spec/listeners/0/allowedRoutes", serde_json::json!({"namespaces": {"from": "None"}})),
            ),
            "Gateway amb-shop/wp-web lets nobody attach (allowedRoutes), and not namespace amb-shop",
        ),
        (
            changed("Service", "web", set("/metadata/labels", serde_json::json!({"istio.io/use-waypoint": "wp-web"}))),
            "the resources let it attach, and the dump does not have it: istiod may not have sent it yet",
        ),
    ];
    for (mesh, want) in cases {
        let obstacles: Vec<String> = service(&mesh, "amb-shop/web").obstacles.iter().map(ToString::to_string).collect();
        assert_eq!(obstacles, [want]);
    }
}
