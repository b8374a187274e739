//! The resource in istiod's mark, as istioctl writes it: `NAME.NAMESPACE`.

use crate::model::envoy::metadata::Metadata;

/// The resource that the metadata of a route or cluster names, whatever its kind; empty where there is no mark, and
/// `<unknown>` for resources outside of `networking.istio.io`.
pub(super) fn resource(metadata: &Metadata) -> String {
    let Some(mark) = metadata.value("istio") else { return String::new() };
    let Some(config) = mark.get("config") else { return String::new() };
    let path = config.as_str().unwrap_or_default();
    if !path.starts_with("/apis/networking.istio.io/") {
        return "<unknown>".to_owned();
    }
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        [_, _, _, _, _, namespace, _, name] => format!("{name}.{namespace}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_rendered_as_istioctl_does() {
        let cases = [
            (r#"{"config":"/apis/networking.istio.io/v1/namespaces/shop/virtual-service/reviews"}"#, "reviews.shop"),
            (r#"{"config":"/apis/networking.istio.io/v1/virtual-service/reviews"}"#, ""),
            (r#"{"config":"/apis/security.istio.io/v1/namespaces/a/b/c"}"#, "<unknown>"),
            (r#"{"config":""}"#, "<unknown>"),
            (r#"{"config":7}"#, "<unknown>"),
            (r#"{"subset":"v1"}"#, ""),
        ];
        for (mark, want) in cases {
            let metadata: Metadata =
                serde_json::from_str(&format!(r#"{{"filter_metadata":{{"istio":{mark}}}}}"#)).unwrap();
            assert_eq!(resource(&metadata), want, "{mark}");
        }
        assert_eq!(resource(&Metadata::default()), "");
    }
}
