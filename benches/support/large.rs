//! A config dump of any size, shaped as Envoy prints what istiod sent it, and the same each time.

use std::fmt::Write;

use super::template as form;

/// So many clusters make about 150 MB.
pub(crate) const FULL: usize = 100_000;
/// Ports of services; each has a listener and a route table.
const PORTS: usize = 50;
/// One cluster in so many is of a subset, with mutual TLS.
const SUBSETS: usize = 20;
/// One cluster in so many has endpoints. (Those of a large mesh mostly share theirs with other ports.)
const ENDPOINTS: usize = 3;
/// One cluster in so many has a virtual host.
const VIRTUAL_HOSTS: usize = 8;

/// One cluster, with the service that it stands for.
struct Service {
    name: String,
    namespace: String,
    host: String,
    port: usize,
    cluster: String,
    subset: &'static str,
    address: String,
}

impl Service {
    fn new(number: usize) -> Self {
        let (name, namespace) = (format!("svc-{number:06}"), format!("ns-{}", number % 97));
        let host = format!("{name}.{namespace}.svc.cluster.local");
        let port = 8000 + number % PORTS;
        let subset = if number % SUBSETS == 1 { "v1" } else { "" };
        Self {
            cluster: format!("outbound|{port}|{subset}|{host}"),
            address: format!("10.{}.{}.{}", 100 + number / 65536, number / 256 % 256, number % 256),
            name,
            namespace,
            host,
            port,
            subset,
        }
    }

    /// A form with its words.
    fn fill(&self, form: &str) -> String {
        form.replace("CLUSTER", &self.cluster)
            .replace("HOST", &self.host)
            .replace("SERVICE", &self.name)
            .replace("NAMESPACE", &self.namespace)
            .replace("ADDRESS", &self.address)
            .replace("PORT", &self.port.to_string())
    }

    fn cluster(&self) -> String {
        let tls = if self.subset.is_empty() { "" } else { form::TLS };
        let sni = format!("outbound_.{}_.{}_.{}", self.port, self.subset, self.host);
        self.fill(&form::CLUSTER.replace("TLS", tls).replace("SNI", &sni))
    }
}

/// The dump of a sidecar with so many clusters.
pub(crate) fn dump(clusters: usize) -> Vec<u8> {
    let mut text = String::with_capacity(clusters * 1700);
    let services: Vec<Service> = (0..clusters).map(Service::new).collect();
    text.push_str(form::START);
    text.push_str(form::PASSTHROUGH);
    for service in &services {
        text.push_str(&service.cluster());
    }
    text.push_str(form::ENDPOINTS);
    let with_endpoints = services.iter().step_by(ENDPOINTS).map(|service| service.fill(form::ENDPOINT));
    list(&mut text, with_endpoints);
    text.push_str(form::LISTENERS);
    text.push_str(form::OUTBOUND);
    for port in 8000..8000 + PORTS {
        text.push_str(&form::LISTENER.replace("PORT", &port.to_string()));
    }
    text.push_str(form::ROUTES);
    let tables = (0..PORTS).map(|port| {
        let mut table = form::TABLE.replace("PORT", &(8000 + port).to_string());
        let hosts = services.iter().filter(|service| service.port == 8000 + port && service.subset.is_empty());
        list(&mut table, hosts.step_by(VIRTUAL_HOSTS).map(|service| service.fill(form::VIRTUAL_HOST)));
        table + form::TABLE_END
    });
    list(&mut text, tables);
    text.push_str(form::END);
    text.into_bytes()
}

/// The resources behind a dump with so many clusters: for each a Service, its EndpointSlice and a DestinationRule.
pub(crate) fn resources(clusters: usize) -> Vec<u8> {
    let mut text = String::from(r#"{"apiVersion":"v1","kind":"List","items":["#);
    let services = (0..clusters).map(|number| Service::new(number).fill(form::RESOURCES));
    list(&mut text, services);
    text.push_str("]}");
    text.into_bytes()
}

/// A host that has a route and endpoints, as a trace asks for it.
pub(crate) fn destination() -> String {
    let service = Service::new(0);
    let mut to = String::new();
    let _ = write!(to, "http://{}:{}/", service.host, service.port);
    to
}

fn list(text: &mut String, items: impl Iterator<Item = String>) {
    for (number, item) in items.enumerate() {
        if number > 0 {
            text.push(',');
        }
        text.push_str(&item);
    }
}
