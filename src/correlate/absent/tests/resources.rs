//! Reasons that follow from the resources.

use super::scene::{Dump, GATEWAY, SIDECAR, ask, codes, mesh};
use crate::correlate::absent::{Code, Kind};

/// One reason: who is asked for what, resources that give it, and near ones that do not.
pub(super) struct Case {
    pub(super) code: Code,
    node: &'static str,
    kind: Kind,
    name: &'static str,
    gives: &'static str,
    does_not: &'static str,
}

const fn case(
    code: Code,
    node: &'static str,
    asked: (Kind, &'static str),
    gives: &'static str,
    does_not: &'static str,
) -> Case {
    Case { code, node, kind: asked.0, name: asked.1, gives, does_not }
}

const CLUSTER: (Kind, &str) = (Kind::Cluster, "outbound|80||web.shop.svc.cluster.local");
const SUBSET: (Kind, &str) = (Kind::Cluster, "outbound|80|v9|web.shop.svc.cluster.local");

/// All of them. `[WEB]` is a Service `shop/web` with port 80.
pub(super) const CASES: &[Case] = &[
    case(Code::NoService, SIDECAR, CLUSTER,
        "{apiVersion: v1, kind: Service, metadata: {name: webb, namespace: shop}, spec: {ports: [{port: 80}]}}",
        "[WEB]"),
    case(Code::NoService, SIDECAR, (Kind::Cluster, "outbound|443||api.example.test"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}
         {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: api, namespace: shop}, spec: {hosts: [ap.example.test], ports: [{number: 443, name: tls, protocol: TLS}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}
         {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: api, namespace: shop}, spec: {hosts: ['*.example.test'], ports: [{number: 443, name: tls, protocol: TLS}]}}"),
    case(Code::NoPort, SIDECAR, (Kind::Cluster, "outbound|81||web.shop.svc.cluster.local"),
        "[WEB]",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}, {port: 81}]}}"),
    case(Code::PortProtocol, SIDECAR, CLUSTER,
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80, protocol: UDP}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80, protocol: TCP}]}}"),
    case(Code::PortProtocol, SIDECAR, (Kind::Route, "web:80"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80, name: tcp-web}]}}",
        "[WEB]"),
    case(Code::PortProtocol, SIDECAR, (Kind::Listener, "0.0.0.0_80"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80, name: tcp-web}]}}",
        "[WEB]"),
    case(Code::ExternalName, SIDECAR, CLUSTER,
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {type: ExternalName, externalName: example.test, ports: [{port: 80}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {type: ClusterIP, ports: [{port: 80}]}}"),
    case(Code::DiscoverySelectors, SIDECAR, CLUSTER,
        "[WEB]
         {apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'discoverySelectors: [{matchLabels: {mesh: \"on\"}}]'}}
         {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {mesh: off-side}}}",
        "[WEB]
         {apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'discoverySelectors: [{matchLabels: {mesh: \"on\"}}]'}}
         {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {mesh: 'on'}}}"),
    case(Code::NotExported, SIDECAR, (Kind::Cluster, "outbound|80||web.far.svc.cluster.local"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: far, annotations: {networking.istio.io/exportTo: '., pay'}}, spec: {ports: [{port: 80}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: far, annotations: {networking.istio.io/exportTo: '., shop'}}, spec: {ports: [{port: 80}]}}"),
    case(Code::NotExported, SIDECAR, (Kind::Cluster, "outbound|80||web.far.svc.cluster.local"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: far}, spec: {ports: [{port: 80}]}}
         {apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'defaultServiceExportTo: [\".\"]'}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: far, annotations: {networking.istio.io/exportTo: '*'}}, spec: {ports: [{port: 80}]}}
         {apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'defaultServiceExportTo: [\".\"]'}}"),
    case(Code::NotExported, SIDECAR, (Kind::Route, "a.example.test"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: far}, spec: {hosts: [a.example.test], exportTo: [.], http: [{route: []}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: far}, spec: {hosts: [a.example.test], http: [{route: []}]}}"),
    case(Code::SidecarEgress, SIDECAR, CLUSTER,
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: default, namespace: shop}, spec: {egress: [{hosts: ['./api.shop.svc.cluster.local', 'pay/*']}]}}",
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: default, namespace: shop}, spec: {egress: [{hosts: ['./*.shop.svc.cluster.local']}]}}"),
    // The Sidecar that selects the workload counts, not that of its namespace; that of the root namespace counts last.
    case(Code::SidecarEgress, SIDECAR, CLUSTER,
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: default, namespace: shop}, spec: {egress: [{hosts: ['*/*']}]}}
         {apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: client, namespace: shop}, spec: {workloadSelector: {labels: {app: client}}, egress: [{hosts: ['~/*']}]}}",
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: default, namespace: shop}, spec: {egress: [{hosts: ['*/*']}]}}
         {apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: other, namespace: shop}, spec: {workloadSelector: {labels: {app: other}}, egress: [{hosts: ['~/*']}]}}
         {apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: default, namespace: istio-system}, spec: {egress: [{hosts: ['~/*']}]}}"),
    case(Code::NoSubset, SIDECAR, SUBSET,
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: web, namespace: shop}, spec: {host: web, subsets: [{name: v1, labels: {version: v1}}]}}",
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: web, namespace: shop}, spec: {host: web, subsets: [{name: v9, labels: {version: v9}}]}}"),
    case(Code::DestinationRuleNotApplied, SIDECAR, SUBSET,
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: web, namespace: pay}, spec: {host: web.shop.svc.cluster.local, subsets: [{name: v9}]}}",
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: web, namespace: istio-system}, spec: {host: web.shop.svc.cluster.local, subsets: [{name: v9}]}}"),
    case(Code::DestinationRuleNotApplied, SIDECAR, (Kind::Cluster, "outbound|80|v9|web.far.svc.cluster.local"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: far}, spec: {ports: [{port: 80}]}}
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: far, namespace: far}, spec: {host: web, subsets: [{name: v9}]}}
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: own, namespace: shop}, spec: {host: web.far.svc.cluster.local}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: far}, spec: {ports: [{port: 80}]}}
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: far, namespace: far}, spec: {host: web, subsets: [{name: v9}]}}"),
    case(Code::DestinationRuleNotApplied, SIDECAR, SUBSET,
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: web, namespace: shop}, spec: {host: web, workloadSelector: {matchLabels: {app: other}}, subsets: [{name: v9}]}}",
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: web, namespace: shop}, spec: {host: web, workloadSelector: {matchLabels: {app: client}}, subsets: [{name: v9}]}}"),
    case(Code::SubsetLabels, SIDECAR, (Kind::Endpoint, "outbound|80|v9|web.shop.svc.cluster.local"),
        "[WEB] [POD]
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: web, namespace: shop}, spec: {host: web, subsets: [{name: v9, labels: {version: '1'}}]}}",
        "[WEB] [POD]
         {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: web, namespace: shop}, spec: {host: web, subsets: [{name: v9, labels: {version: v1}}]}}"),
    case(Code::ServiceSelector, SIDECAR, (Kind::Endpoint, "web:80"),
        "[WEB]
         {apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: shop, labels: {app: webs}}, status: {phase: Running}}",
        "[WEB] [POD]"),
    case(Code::ServiceSelector, SIDECAR, (Kind::Endpoint, "outbound|80||vm.example.test"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}
         {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: vm, namespace: shop}, spec: {hosts: [vm.example.test], ports: [{number: 80, name: http, protocol: HTTP}], workloadSelector: {labels: {app: vm}}}}
         {apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: vm, namespace: shop}, spec: {address: 10.9.9.9, labels: {app: vms}}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}
         {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: vm, namespace: shop}, spec: {hosts: [vm.example.test], ports: [{number: 80, name: http, protocol: HTTP}], workloadSelector: {labels: {app: vm}}}}
         {apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: vm, namespace: shop}, spec: {address: 10.9.9.9, labels: {app: vm}}}"),
    case(Code::NoEndpoints, SIDECAR, (Kind::Endpoint, "web:80"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}
         {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web-x, namespace: shop, labels: {kubernetes.io/service-name: web}}, endpoints: [{addresses: [10.0.0.9]}]}"),
    case(Code::PodsNotReady, SIDECAR, (Kind::Endpoint, "web:80"),
        "[WEB]
         {apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: shop, labels: {app: web}}, status: {phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: app, ready: false, state: {waiting: {reason: CrashLoopBackOff}}}]}}",
        "[WEB] [POD]
         {apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop, labels: {app: web}}, status: {phase: Running, conditions: [{type: Ready, status: 'False'}]}}"),
    case(Code::PodsNotReady, SIDECAR, (Kind::Endpoint, "web:80"),
        "[WEB]
         {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web-x, namespace: shop, labels: {kubernetes.io/service-name: web}}, endpoints: [{addresses: [10.0.0.9], conditions: {ready: false}}]}",
        "[WEB]
         {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web-x, namespace: shop, labels: {kubernetes.io/service-name: web}}, endpoints: [{addresses: [10.0.0.9]}]}"),
    case(Code::TargetPort, SIDECAR, (Kind::Endpoint, "web:80"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: web}]}}
         [POD]",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}}
         [POD]"),
    case(Code::PodNotSelected, SIDECAR, (Kind::Endpoint, "10.0.0.9:8080"),
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: webs}, ports: [{port: 80}]}}
         [POD]",
        "[WEB] [POD]"),
    case(Code::NoPod, SIDECAR, (Kind::Endpoint, "10.0.0.8:8080"), "[WEB] [POD]", "[WEB] [POD]
         {apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop, labels: {app: web}}, status: {phase: Running, podIP: 10.0.0.8}}"),
    case(Code::NoInbound, SIDECAR, (Kind::Cluster, "inbound|9999||"),
        "{apiVersion: v1, kind: Service, metadata: {name: client, namespace: shop}, spec: {selector: {app: client}, ports: [{port: 80, targetPort: 8080}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: client, namespace: shop}, spec: {selector: {app: client}, ports: [{port: 80, targetPort: 9999}]}}"),
    case(Code::NoHost, GATEWAY, (Kind::Route, "a.example.test"),
        "[GATEWAY]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [b.example.test], gateways: [edge/public], http: [{route: []}]}}",
        "[GATEWAY] [BOUND]"),
    case(Code::OtherGateways, SIDECAR, (Kind::Route, "a.example.test"),
        "[WEB] [GATEWAY] [BOUND]",
        "[WEB] [GATEWAY]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [a.example.test], gateways: [edge/public, mesh], http: [{route: []}]}}"),
    case(Code::OtherGateways, GATEWAY, (Kind::Route, "a.example.test"),
        "[GATEWAY]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [a.example.test], http: [{route: []}]}}",
        "[GATEWAY] [BOUND]"),
    case(Code::NoGateway, GATEWAY, (Kind::Route, "a.example.test"),
        "[GATEWAY]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [a.example.test], gateways: [public], http: [{route: []}]}}",
        "[GATEWAY] [BOUND]"),
    case(Code::GatewaySelector, GATEWAY, (Kind::Route, "a.example.test"),
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edges}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}}
         [BOUND] [POD]",
        "[GATEWAY] [BOUND] [POD]"),
    case(Code::GatewayHosts, GATEWAY, (Kind::Route, "a.example.test"),
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [./a.example.test]}]}}
         [BOUND]",
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['shop/*.example.test']}]}}
         [BOUND]"),
    case(Code::PortProtocol, GATEWAY, (Kind::Route, "a.example.test"),
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edge}, servers: [{port: {number: 443, name: tls, protocol: TLS}, tls: {mode: PASSTHROUGH}, hosts: ['*']}]}}
         [BOUND]",
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edge}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE}, hosts: ['*']}]}}
         [BOUND]"),
    case(Code::GatewayPort, GATEWAY, (Kind::Listener, "0.0.0.0_8443"),
        "[GATEWAY]",
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edge}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ['*']}]}}
         {apiVersion: v1, kind: Service, metadata: {name: edge, namespace: edge}, spec: {selector: {istio: edge}, ports: [{port: 443, targetPort: 8443}]}}"),
    case(Code::Shared, GATEWAY, (Kind::Listener, "0.0.0.0_443"),
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edge}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ['*']}]}}
         {apiVersion: v1, kind: Service, metadata: {name: edge, namespace: edge}, spec: {selector: {istio: edge}, ports: [{port: 443, targetPort: 8443}]}}",
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edge}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ['*']}]}}
         {apiVersion: v1, kind: Service, metadata: {name: edge, namespace: edge}, spec: {selector: {istio: edge}, ports: [{port: 443, targetPort: 443}]}}"),
    case(Code::HostConflict, SIDECAR, (Kind::Route, "young"),
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop, creationTimestamp: '2026-01-02T00:00:00Z'}, spec: {hosts: [web], http: [{name: young}]}}
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: b, namespace: shop, creationTimestamp: '2026-01-01T00:00:00Z'}, spec: {hosts: [web.shop.svc.cluster.local], http: [{name: old}]}}",
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop, creationTimestamp: '2026-01-01T00:00:00Z'}, spec: {hosts: [web], http: [{name: young}]}}
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: b, namespace: shop, creationTimestamp: '2026-01-02T00:00:00Z'}, spec: {hosts: [web.shop.svc.cluster.local], http: [{name: old}]}}"),
    case(Code::DelegateMissing, GATEWAY, (Kind::Route, "team"),
        "[GATEWAY]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [a.example.test], gateways: [edge/public], http: [{name: team, delegate: {name: part}}]}}
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: parts, namespace: shop}, spec: {http: [{name: x}]}}",
        "[GATEWAY]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [a.example.test], gateways: [edge/public], http: [{name: team, delegate: {name: part}}]}}
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: part, namespace: shop}, spec: {http: [{name: x}]}}"),
    case(Code::DelegateMissing, GATEWAY, (Kind::Route, "x"),
        "[GATEWAY]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: part, namespace: shop}, spec: {http: [{name: x}]}}",
        "[GATEWAY]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [a.example.test], gateways: [edge/public], http: [{name: team, delegate: {name: part}}]}}
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: part, namespace: shop}, spec: {http: [{name: x}]}}"),
    case(Code::Shadowed, SIDECAR, (Kind::Route, "late"),
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [web], http: [{name: all}, {name: late, match: [{uri: {prefix: /x}}]}]}}",
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [web], http: [{name: all, match: [{uri: {prefix: /y}}]}, {name: late, match: [{uri: {prefix: /x}}]}]}}"),
    case(Code::OtherClients, SIDECAR, (Kind::Route, "some"),
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [web], http: [{name: some, match: [{sourceLabels: {app: other}}]}]}}",
        "[WEB]
         {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [web], http: [{name: some, match: [{sourceLabels: {app: client}}]}]}}"),
];

/// What stands for the words in brackets.
const WORDS: [(&str, &str); 4] = [
    (
        "[WEB]",
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80, name: http, targetPort: 8080}]}}\n",
    ),
    (
        "[POD]",
        "{apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: shop, labels: {app: web, version: v1}}, spec: {containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]}, status: {phase: Running, podIP: 10.0.0.9, conditions: [{type: Ready, status: 'True'}]}}\n",
    ),
    (
        "[GATEWAY]",
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: public, namespace: edge}, spec: {selector: {istio: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}}\n",
    ),
    (
        "[BOUND]",
        "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: shop}, spec: {hosts: [a.example.test], gateways: [edge/public], http: [{route: []}]}}\n",
    ),
];

fn written(resources: &str) -> String {
    WORDS.iter().fold(resources.to_owned(), |text, (word, meaning)| text.replace(word, meaning))
}

#[test]
fn each_reason_has_a_case_and_a_near_one_that_is_none() {
    for case in CASES {
        let answer =
            |resources| ask(&mesh(&[(case.node, &Dump::default())], &written(resources)), case.kind, case.name);
        let (gives, does_not) = (answer(case.gives), answer(case.does_not));
        assert_eq!(codes(&gives).first(), Some(&case.code), "{} {}\n{gives:#?}", case.name, case.gives);
        assert!(!codes(&does_not).contains(&case.code), "{} {}\n{does_not:#?}", case.name, case.does_not);
        for reason in &gives.reasons {
            assert!(!reason.next.is_empty() && !reason.sentence.ends_with('.'), "{reason:?}");
            assert!(reason.owners.iter().all(|owner| owner.place.is_some()), "{reason:?}");
        }
    }
}
