//! `meshdbg secrets`: certificates and what they say. Keys are never here.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::row::{Cells, Column, Row, column, wide};
use super::{OfProxy, State};
use crate::correlate::Mesh;
use crate::model::Proxy;
use crate::model::certificate::{Certificate, certificates};
use crate::model::dump::Section;
use crate::model::envoy::entry::SecretEntry;
use crate::model::envoy::secret::Secret;
use crate::view::document::Role;
use crate::view::words::time::{days, to_the_second};

/// Fewer days than this are worth a warning.
const SOON: i64 = 7;

/// A certificate of a secret; a secret without one has one row too.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct SecretRow {
    /// Name of the secret.
    pub name: String,
    /// What it holds: `certificate chain`, `root certificates`, `generic`, `session ticket keys`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its state.
    pub state: Option<State>,
    /// Whom the certificate is for; often empty in a mesh.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Its names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Who signed it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Serial number, in hex.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub serial: String,
    /// Valid from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Timestamp>,
    /// Valid until.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Timestamp>,
    /// Whole days until then; negative once it has passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// Whether it is valid now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid: Option<bool>,
    /// When it was loaded.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub updated: String,
    /// Why Envoy refused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Row for SecretRow {
    const KIND: &'static str = "secrets";
    const COLUMNS: &'static [Column] = &[
        column("name", "NAME"),
        column("type", "TYPE"),
        column("state", "STATE"),
        column("san", "NAMES"),
        wide("subject", "SUBJECT"),
        column("issuer", "ISSUER"),
        wide("serial", "SERIAL"),
        wide("not-before", "NOT BEFORE"),
        column("not-after", "NOT AFTER"),
        column("days", "DAYS LEFT"),
        column("valid", "VALID"),
        wide("updated", "UPDATED"),
        column("error", "ERROR"),
    ];

    fn cells(&self, cells: &mut Cells) {
        let time = |time: Option<Timestamp>| time.map(to_the_second).unwrap_or_default();
        let days = self.days_left;
        cells.add(Role::Name, &self.name);
        cells.plain(&self.kind);
        match self.state {
            Some(state) => cells.add(state.role(), state),
            None => cells.plain(""),
        }
        cells.list(Role::Plain, &self.names);
        cells.plain(&self.subject);
        cells.plain(&self.issuer);
        cells.plain(&self.serial);
        cells.plain(time(self.not_before));
        cells.plain(time(self.not_after));
        let role = match days {
            Some(days) if days < 0 => Role::Bad,
            Some(days) if days < SOON => Role::Warning,
            _ => Role::Plain,
        };
        cells.add(role, days.map(|days| days.to_string()).unwrap_or_default());
        cells.verdict(self.valid);
        cells.plain(&self.updated);
        cells.add(Role::Bad, self.error.as_deref().unwrap_or_default());
    }
}

/// The secrets of a proxy, judged at a time.
pub fn rows(_: &Mesh, proxy: &Proxy, now: Timestamp) -> OfProxy<SecretRow> {
    let (mut rows, mut gaps) = (Vec::new(), Vec::new());
    for (index, entry) in proxy.dump.secrets.iter().enumerate() {
        match entry.item.decode() {
            Ok(decoded) => rows.extend(of_entry(decoded, entry.state.into(), now)),
            Err(error) => gaps.push(format!("secret {index} of the dump cannot be read: {error}")),
        }
    }
    gaps.extend(proxy.dump.gap(Section::Secrets));
    OfProxy { proxy: proxy.id.clone(), rows, gaps }
}

fn of_entry(entry: SecretEntry, state: State, now: Timestamp) -> Vec<SecretRow> {
    let name = if entry.name.is_empty() { entry.secret.name.clone() } else { entry.name };
    let (kind, found) = content(&entry.secret);
    let base = SecretRow {
        name,
        kind: kind.to_owned(),
        state: Some(state),
        updated: entry.last_updated,
        ..SecretRow::default()
    };
    let mut rows: Vec<SecretRow> = found.into_iter().map(|certificate| row(&base, certificate, now)).collect();
    if rows.is_empty() {
        rows.push(base.clone());
    }
    if let Some(error) = entry.error_state {
        let updated = error.last_update_attempt;
        rows.push(SecretRow { state: Some(State::Rejected), error: Some(error.details), updated, ..base });
    }
    rows
}

fn content(secret: &Secret) -> (&'static str, Vec<Certificate>) {
    if let Some(certificate) = &secret.tls_certificate {
        let chain = certificate.certificate_chain.as_ref().map(certificates).unwrap_or_default();
        // Of a chain the leaf counts: the others are the issuers that the roots should know.
        ("certificate chain", chain.into_iter().take(1).collect())
    } else if let Some(validation) = &secret.validation_context {
        ("root certificates", validation.trusted_ca.as_ref().map(certificates).unwrap_or_default())
    } else if secret.generic_secret.is_some() {
        ("generic", Vec::new())
    } else if secret.session_ticket_keys.is_some() {
        ("session ticket keys", Vec::new())
    } else {
        ("not there yet", Vec::new())
    }
}

fn row(base: &SecretRow, certificate: Certificate, now: Timestamp) -> SecretRow {
    SecretRow {
        valid: Some(certificate.is_valid_at(now)),
        days_left: certificate.not_after.map(|end| days(now, end)),
        subject: certificate.subject,
        names: certificate.names,
        issuer: certificate.issuer,
        serial: certificate.serial,
        not_before: certificate.not_before,
        not_after: certificate.not_after,
        ..base.clone()
    }
}
