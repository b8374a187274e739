//! All objects of a kind, as one JSON list.

use kube::Client;
use serde_json::{Map, Value, json};

use super::kinds::Kind;

/// So many objects come in one answer.
const PAGE: usize = 500;
/// Parts of objects that nobody reads here: who last wrote which field, and a copy of the object in itself.
const LAST_APPLIED: &str = "kubectl.kubernetes.io/last-applied-configuration";

/// Reads all objects of a kind.
pub(super) async fn list(client: &Client, kind: &Kind, namespace: Option<&str>) -> Result<Vec<Value>, kube::Error> {
    let mut items = Vec::new();
    let mut token = String::new();
    loop {
        let mut url = format!("{}?limit={PAGE}", kind.path(namespace));
        if !token.is_empty() {
            url.push_str("&continue=");
            url.push_str(&token);
        }
        let request = ::http::Request::get(url).body(Vec::new()).map_err(kube::Error::HttpError)?;
        let mut page: Value = client.request(request).await?;
        if let Some(Value::Array(more)) = page.get_mut("items").map(Value::take) {
            items.extend(more.into_iter().map(|mut item| {
                trim(kind, &mut item);
                item
            }));
        }
        match page.pointer("/metadata/continue").and_then(Value::as_str).filter(|token| !token.is_empty()) {
            // It is base64 for URLs, as the API server makes it.
            Some(next) => next.clone_into(&mut token),
            None => return Ok(items),
        }
    }
}

/// The list as kubectl prints it, each object on a line of its own.
pub(super) fn text(kind: &Kind, items: &[Value]) -> Vec<u8> {
    let version = if kind.group.is_empty() { kind.version.clone() } else { format!("{}/{}", kind.group, kind.version) };
    let mut text =
        format!("{{\"apiVersion\":{},\"kind\":{},\"items\":[", json!(version), json!(format!("{}List", kind.in_yaml)));
    for (index, item) in items.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&item.to_string());
    }
    text.push_str("\n]}\n");
    text.into_bytes()
}

fn trim(kind: &Kind, item: &mut Value) {
    if let Some(Value::Object(metadata)) = item.get_mut("metadata") {
        metadata.remove("managedFields");
        if let Some(Value::Object(annotations)) = metadata.get_mut("annotations") {
            annotations.remove(LAST_APPLIED);
        }
    }
    if kind.group.is_empty() && kind.plural == "pods" {
        for list in ["containers", "initContainers", "ephemeralContainers"] {
            let containers = item.pointer_mut(&format!("/spec/{list}")).and_then(Value::as_array_mut);
            containers.into_iter().flatten().filter_map(Value::as_object_mut).for_each(forget_environment);
        }
    }
}

/// People put passwords there.
fn forget_environment(container: &mut Map<String, Value>) {
    container.remove("env");
    container.remove("envFrom");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_lose_what_nobody_reads_and_what_may_be_secret() {
        let kind = Kind {
            group: String::new(),
            version: "v1".to_owned(),
            plural: "pods".to_owned(),
            in_yaml: "Pod".to_owned(),
            is_namespaced: true,
        };
        let mut pod = json!({
            "metadata": { "name": "a", "managedFields": [1], "annotations": { LAST_APPLIED: "{}", "b": "c" } },
            "spec": { "containers": [{ "name": "x", "env": [{ "name": "PASSWORD", "value": "1234" }] }] },
        });
        trim(&kind, &mut pod);
        let text = String::from_utf8(text(&kind, &[pod])).unwrap();
        assert_eq!(
            text,
            "{\"apiVersion\":\"v1\",\"kind\":\"PodList\",\"items\":[\n\
             {\"metadata\":{\"annotations\":{\"b\":\"c\"},\"name\":\"a\"},\"spec\":{\"containers\":[{\"name\":\"x\"}]}}\n]}\n"
        );
        assert_eq!(kind.path(Some("shop")), "/api/v1/namespaces/shop/pods");
    }
}
