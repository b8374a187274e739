//! X.509 certificates: who they are for, who issued them, and until when they are valid.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde::Serialize;
use x509_parser::prelude::{FromDer, GeneralName, Pem, X509Certificate, X509Name};

use super::envoy::tls::DataSource;

/// A certificate, the parts that people ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// Distinguished name; often empty in a mesh.
    pub subject: String,
    /// Who signed it.
    pub issuer: String,
    /// Names: `spiffe://…`, `DNS:…`, `IP:…`, `email:…`.
    pub names: Vec<String>,
    /// In hex, as istioctl prints it.
    pub serial: String,
    /// Valid from.
    pub not_before: Option<Timestamp>,
    /// Valid until.
    pub not_after: Option<Timestamp>,
    /// Whether it may sign others.
    pub is_ca: bool,
}

impl Certificate {
    /// The first URI among its names.
    pub fn uri(&self) -> Option<&str> {
        self.names.iter().map(String::as_str).find(|name| name.contains("://"))
    }

    /// Whether it is valid at a time.
    pub fn is_valid_at(&self, time: Timestamp) -> bool {
        self.not_before.is_none_or(|start| start <= time) && self.not_after.is_none_or(|end| time <= end)
    }
}

/// The certificates of a data source, leaf first; what is not a certificate is left out.
pub fn certificates(source: &DataSource) -> Vec<Certificate> {
    ders(source).iter().filter_map(|der| certificate(der)).collect()
}

/// The same, as they are (DER).
pub fn ders(source: &DataSource) -> Vec<Vec<u8>> {
    let text = if source.inline_string.is_empty() {
        STANDARD.decode(&source.inline_bytes).unwrap_or_default()
    } else {
        source.inline_string.clone().into_bytes()
    };
    Pem::iter_from_buffer(&text)
        .filter_map(Result::ok)
        .filter(|pem| pem.label == "CERTIFICATE")
        .map(|pem| pem.contents)
        .collect()
}

/// Reads one.
pub fn certificate(der: &[u8]) -> Option<Certificate> {
    let (_, parsed) = X509Certificate::from_der(der).ok()?;
    let names = parsed.subject_alternative_name().ok().flatten();
    let time = |time: x509_parser::time::ASN1Time| Timestamp::from_second(time.timestamp()).ok();
    Some(Certificate {
        subject: name(parsed.subject()),
        issuer: name(parsed.issuer()),
        names: names.iter().flat_map(|names| &names.value.general_names).map(general_name).collect(),
        serial: hexadecimal(parsed.raw_serial()),
        not_before: time(parsed.validity().not_before),
        not_after: time(parsed.validity().not_after),
        is_ca: parsed.is_ca(),
    })
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or_default();
        text.extend([digit(byte >> 4), digit(byte & 0xf)]);
        text
    })
}

fn name(name: &X509Name) -> String {
    name.to_string()
}

fn general_name(name: &GeneralName) -> String {
    match name {
        GeneralName::URI(uri) => (*uri).to_owned(),
        GeneralName::DNSName(name) => format!("DNS:{name}"),
        GeneralName::RFC822Name(name) => format!("email:{name}"),
        GeneralName::IPAddress(bytes) => match <[u8; 4]>::try_from(*bytes) {
            Ok(v4) => format!("IP:{}", std::net::Ipv4Addr::from(v4)),
            Err(_) => <[u8; 16]>::try_from(*bytes)
                .map_or_else(|_| "IP:?".to_owned(), |v6| format!("IP:{}", std::net::Ipv6Addr::from(v6))),
        },
        other => format!("{other:?}"),
    }
}
