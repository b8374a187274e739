//! `proxy-config secret`.

use jiff::Timestamp;
use serde::Deserialize;

use super::listing::Listing;
use super::naming::Naming;
use super::note::Note;
use super::objects::Objects;
use super::section;
use crate::model::Proxy;
use crate::model::certificate::{Certificate, certificates};
use crate::model::dump::Section;
use crate::model::envoy::entry::{EntryState, SecretEntry};
use crate::model::envoy::tls::{DataSource, ValidationContext};

const SPIFFE_VALIDATOR: &[&str] = &["envoy.extensions.transport_sockets.tls.v3.SPIFFECertValidatorConfig"];

/// The secrets that came by SDS: those that are waited for, then those in use. `now` tells which certificates are valid.
pub fn table(proxy: &Proxy, now: Timestamp) -> Listing {
    listing(proxy, now, Naming::Plain)
}

/// Envoy's section of them. Private keys are not in it.
pub fn objects(proxy: &Proxy) -> Objects<'_> {
    section::objects(proxy, Section::Secrets)
}

/// The table, with the kind before the name where `all` prints it.
pub(super) fn listing(proxy: &Proxy, now: Timestamp, naming: Naming) -> Listing {
    if !proxy.dump.has(Section::Secrets) {
        return Listing::refusal(Note::NoSection(Section::Secrets));
    }
    let mut notes = Vec::new();
    let (mut found, mut items) = (false, Vec::new());
    for (state, word) in [(EntryState::Warming, "WARMING"), (EntryState::Active, "ACTIVE")] {
        for entry in proxy.dump.secrets.iter().filter(|entry| entry.state == state) {
            found = true;
            match entry.item.decode() {
                Ok(secret) => items.extend(Item::of_secret(&secret, word)),
                Err(error) => notes.push(Note::unreadable("secret", entry.item.text(), error.reason)),
            }
        }
    }
    if items.is_empty() {
        let text = if found { "No secret items to show." } else { "No active or warming secrets found." };
        return Listing { notes, ..Listing::sentence(text) };
    }
    let mut titles = vec!["RESOURCE NAME", "TYPE", "STATUS", "VALID CERT", "SERIAL NUMBER", "NOT AFTER", "NOT BEFORE"];
    let knows_domains = items.iter().all(|item| !item.trust_domain.is_empty());
    if knows_domains {
        titles.push("TRUST DOMAIN");
    }
    let rows = items.into_iter().map(|item| {
        let mut row = item.cells(now, naming);
        row.truncate(titles.len());
        row
    });
    let rows = rows.collect();
    Listing { titles, rows, padding: 5, notes }
}

/// A certificate of a secret, or a secret without one.
struct Item {
    name: String,
    state: &'static str,
    trust_domain: String,
    certificate: Option<Certificate>,
}

impl Item {
    fn of_secret(entry: &SecretEntry, state: &'static str) -> Vec<Self> {
        let secret = &entry.secret;
        let chain = secret.tls_certificate.as_ref().and_then(|certificate| certificate.certificate_chain.as_ref());
        let context = secret.validation_context.as_ref();
        let roots = context.and_then(|context| context.trusted_ca.as_ref());
        let mut sources = [chain, roots].into_iter().flatten();
        let source = sources.find(|source| !source.inline_bytes.is_empty());
        if source.is_none()
            && let Some(bundles) = context.and_then(trust_bundles)
        {
            let bundles = bundles.into_iter();
            return bundles
                .map(|bundle| Self::new(&secret.name, state, bundle.name, Some(&bundle.trust_bundle)))
                .collect();
        }
        vec![Self::new(&entry.name, state, String::new(), source)]
    }

    /// istioctl looks at the first certificate only, and at the trust domain only where there is one.
    fn new(name: &str, state: &'static str, mut trust_domain: String, source: Option<&DataSource>) -> Self {
        let certificate = source.map(certificates).unwrap_or_default().into_iter().next();
        match &certificate {
            None => trust_domain.clear(),
            Some(certificate) if trust_domain.is_empty() => {
                let mut domains = certificate.names.iter().filter_map(|name| name.strip_prefix("spiffe://"));
                let domain = domains.next_back().and_then(|id| id.split('/').next());
                domain.unwrap_or_default().clone_into(&mut trust_domain);
            }
            Some(_) => {}
        }
        Self { name: name.to_owned(), state, trust_domain, certificate }
    }

    fn cells(self, now: Timestamp, naming: Naming) -> Vec<String> {
        let name = naming.name("secret", &self.name);
        let time = |time: Option<Timestamp>| time.map(|time| time.to_string()).unwrap_or_default();
        let (kind, is_valid, serial, [after, before]) = match &self.certificate {
            None => ("", false, String::new(), [String::new(), String::new()]),
            Some(certificate) => (
                if certificate.is_ca { "CA" } else { "Cert Chain" },
                certificate.not_before < Some(now) && certificate.not_after.is_some_and(|end| now < end),
                // A number of at least 32 digits.
                format!("{:0>32}", certificate.serial.trim_start_matches('0')),
                [time(certificate.not_after), time(certificate.not_before)],
            ),
        };
        vec![
            name,
            kind.to_owned(),
            self.state.to_owned(),
            is_valid.to_string(),
            serial,
            after,
            before,
            self.trust_domain,
        ]
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct SpiffeValidator {
    trust_domains: Vec<TrustBundle>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct TrustBundle {
    name: String,
    trust_bundle: DataSource,
}

/// The roots of each trust domain, where a mesh is federated by SPIFFE.
fn trust_bundles(context: &ValidationContext) -> Option<Vec<TrustBundle>> {
    let config = context.custom_validator_config.as_ref()?.typed_config.as_ref()?;
    config
        .is(SPIFFE_VALIDATOR)
        .then(|| serde_json::from_str::<SpiffeValidator>(config.json.get()).unwrap_or_default().trust_domains)
}
