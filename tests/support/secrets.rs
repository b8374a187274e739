//! Certificates of the tests' own in a mesh that was read.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use meshdbg::model::Proxy;
use meshdbg::model::dump::Entry;
use meshdbg::model::envoy::entry::{EntryState, SecretEntry};
use meshdbg::model::item::Item;

/// Gives a proxy another certificate as a workload, and another authority to trust.
pub(crate) fn replace(proxy: &mut Proxy, certificate: &str, authority: &str) {
    let own = [("default", certificate), ("ROOTCA", authority)];
    proxy.dump.secrets.retain(|entry| !own.iter().any(|(name, _)| secret_name(entry) == *name));
    proxy.dump.secrets.extend(own.map(|(name, pem)| secret(name, pem)));
}

fn secret_name(entry: &Entry<SecretEntry>) -> String {
    entry.item.decode().map(|entry| entry.secret.name).unwrap_or_default()
}

/// A secret as the admin port prints it.
fn secret(name: &str, pem: &str) -> Entry<SecretEntry> {
    let bytes = serde_json::json!({ "inline_bytes": STANDARD.encode(pem) });
    let content = match name {
        "ROOTCA" => serde_json::json!({ "name": name, "validation_context": { "trusted_ca": bytes } }),
        _ => serde_json::json!({ "name": name, "tls_certificate": { "certificate_chain": bytes } }),
    };
    let text = serde_json::json!({ "name": name, "secret": content }).to_string();
    Entry { state: EntryState::Active, item: Item::new(text.into()) }
}
