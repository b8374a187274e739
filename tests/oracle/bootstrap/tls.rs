//! Certificates and what is checked of the other side's.

use serde_json::{Map, Value, json};

use super::dump::items;
use super::make::Making;

impl Making<'_> {
    /// Puts certificates of the test's own in place of those that come by SDS or stand redacted in the dump.
    pub(super) fn replace_secrets(&self, common: &mut Map<String, Value>, is_upstream: bool) {
        let by_sds = common.remove("tls_certificate_sds_secret_configs");
        if by_sds.is_some() || common.contains_key("tls_certificates") {
            let secret = by_sds.as_ref().and_then(|list| list.pointer("/0/name")).and_then(Value::as_str);
            // Only a workload certificate holds an identity; that of a gateway holds host names.
            let leaf = match secret {
                Some("default") | None => self.setting.own.clone(),
                Some(_) if is_upstream => self.setting.public.leaf(&["client.example.test"]),
                Some(_) => self.setting.public.leaf(&["*.example.test"]),
            };
            let certificate = json!({
                "certificate_chain": { "inline_string": leaf.certificate_pem },
                "private_key": { "inline_string": leaf.key_pem },
            });
            common.insert("tls_certificates".to_owned(), json!([certificate]));
        }
        let combined = common.remove("combined_validation_context");
        let single = common.remove("validation_context_sds_secret_config");
        let inline = common.get("validation_context").filter(|context| context.get("trusted_ca").is_some());
        if combined.is_none() && single.is_none() && inline.is_none() {
            return;
        }
        let by_sds = combined.as_ref().and_then(|combined| combined.get("validation_context_sds_secret_config"));
        let secret = by_sds.or(single.as_ref()).and_then(|secret| secret["name"].as_str());
        let checks = combined.as_ref().and_then(|combined| combined.get("default_validation_context")).or(inline);
        let mut context = json!({});
        if secret.is_some() || checks.is_some_and(|checks| checks.get("trusted_ca").is_some()) {
            let authority = if secret == Some("ROOTCA") { self.setting.mesh } else { self.setting.public };
            context["trusted_ca"] = json!({ "inline_string": authority.pem });
        }
        // A sink that stands for all endpoints has none of their names.
        if let Some(checks) = checks
            && (!is_upstream || self.setting.seat.is_some())
        {
            let names = subject_checks(checks);
            if !names.is_empty() {
                context["match_typed_subject_alt_names"] = names.into();
            }
        }
        if let Some(trust) = checks.and_then(|checks| checks.get("trust_chain_verification")) {
            context["trust_chain_verification"] = trust.clone();
        }
        common.insert("validation_context".to_owned(), context);
    }
}

/// Which names of a client are accepted. The older field does not say of which kind.
fn subject_checks(checks: &Value) -> Vec<Value> {
    let typed = items(checks, "match_typed_subject_alt_names");
    if !typed.is_empty() {
        return typed.to_vec();
    }
    let untyped = items(checks, "match_subject_alt_names").iter();
    untyped.flat_map(|matcher| ["URI", "DNS"].map(|kind| json!({ "san_type": kind, "matcher": matcher }))).collect()
}
