//! `meshdbg ztunnel certificates -o wide`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::super::row::{Cells, Column, Row, column};
use crate::model::certificate::{self, certificates};
use crate::model::envoy::tls::DataSource;
use crate::model::ztunnel::certificate::{Certificate, Credential, State};
use crate::simulate::ztunnel as simulate;
use crate::view::document::Role;
use crate::view::words::time::{days, to_the_second};

/// A certificate of an identity; an identity without one has one row too.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct CertificateRow {
    /// The identity.
    pub identity: String,
    /// `leaf`, `intermediate` or `root`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `Available`, `Initializing` or `Unavailable`.
    pub state: String,
    /// Why there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Whom it is for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Who signed it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Valid until.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Timestamp>,
    /// Whole days until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// Whether it is valid now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid: Option<bool>,
}

impl Row for CertificateRow {
    const KIND: &'static str = "certificates";
    const COLUMNS: &'static [Column] = &[
        column("identity", "IDENTITY"),
        column("type", "TYPE"),
        column("state", "STATE"),
        column("valid", "VALID"),
        column("days", "DAYS LEFT"),
        column("not-after", "NOT AFTER"),
        column("issuer", "ISSUER"),
        column("san", "NAMES"),
        column("reason", "REASON"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.add(Role::Name, &self.identity);
        cells.plain(&self.kind);
        let role = if self.state == State::Available.word() { Role::Good } else { Role::Bad };
        cells.add(role, &self.state);
        cells.verdict(self.valid);
        cells.plain(self.days_left.map(|days| days.to_string()).unwrap_or_default());
        cells.plain(self.not_after.map(to_the_second).unwrap_or_default());
        cells.plain(&self.issuer);
        cells.list(Role::Plain, &self.names);
        cells.add(Role::Bad, &self.reason);
    }
}

/// The certificates that a ztunnel holds, judged at a time.
pub fn rows(state: &simulate::State, now: Timestamp) -> Vec<CertificateRow> {
    state.ztunnel.dump.certificates.iter().flat_map(|credential| of(credential, now)).collect()
}

fn of(credential: &Credential, now: Timestamp) -> Vec<CertificateRow> {
    let reason = match &credential.state {
        State::Unavailable(reason) => reason.as_str(),
        State::Available | State::Initializing | State::Other(_) => "",
    };
    let base = CertificateRow {
        identity: credential.identity.clone(),
        state: credential.state.word().to_owned(),
        reason: reason.to_owned(),
        ..CertificateRow::default()
    };
    let kinds = credential.cert_chain.iter().enumerate().map(|(index, certificate)| {
        let kind = if index == 0 { "leaf" } else { "intermediate" };
        (kind, certificate)
    });
    let roots = credential.root_certs.iter().map(|certificate| ("root", certificate));
    let rows: Vec<CertificateRow> = kinds
        .chain(roots)
        .map(|(kind, certificate)| CertificateRow { kind: kind.to_owned(), ..row(&base, certificate, now) })
        .collect();
    if rows.is_empty() { vec![base] } else { rows }
}

fn row(base: &CertificateRow, certificate: &Certificate, now: Timestamp) -> CertificateRow {
    let not_after = certificate.expiration_time.parse::<Timestamp>().ok();
    let parsed = parse(certificate);
    CertificateRow {
        names: parsed.as_ref().map(|parsed| parsed.names.clone()).unwrap_or_default(),
        issuer: parsed.map(|parsed| parsed.issuer).unwrap_or_default(),
        not_after,
        days_left: not_after.map(|end| days(now, end)),
        valid: Some(certificate.is_valid_at(now)),
        ..base.clone()
    }
}

/// Its text is base64 of PEM.
fn parse(certificate: &Certificate) -> Option<certificate::Certificate> {
    let pem = String::from_utf8(STANDARD.decode(&certificate.pem).ok()?).ok()?;
    certificates(&DataSource { inline_string: pem, ..DataSource::default() }).into_iter().next()
}
