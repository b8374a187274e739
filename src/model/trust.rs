//! Whether a chain of certificates leads to a root.

use jiff::Timestamp;
use x509_parser::prelude::{FromDer, X509Certificate};

/// Why a chain is not trusted, in OpenSSL's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distrust {
    /// No root and no certificate of the chain has signed it.
    NoIssuer,
    /// A certificate is no longer valid.
    Expired,
    /// A certificate is not valid yet.
    NotYetValid,
    /// It cannot be parsed.
    Unreadable,
}

impl Distrust {
    /// As OpenSSL's `X509_verify_cert_error_string` says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoIssuer => "unable to get local issuer certificate",
            Self::Expired => "certificate has expired",
            Self::NotYetValid => "certificate is not yet valid",
            Self::Unreadable => "unspecified certificate verification error",
        }
    }
}

fn parse(der: &[u8]) -> Option<X509Certificate<'_>> {
    X509Certificate::from_der(der).map(|(_, certificate)| certificate).ok()
}

/// Follows a chain (DER, leaf first) by its signatures to one of the roots.
///
/// # Errors
/// Why it is not trusted, and how many certificates above the leaf.
pub fn verify(chain: &[Vec<u8>], roots: &[Vec<u8>], at: Timestamp) -> Result<(), (Distrust, usize)> {
    let roots: Vec<X509Certificate> = roots.iter().filter_map(|der| parse(der)).collect();
    let mut unused: Vec<X509Certificate> = chain.iter().filter_map(|der| parse(der)).collect();
    if unused.is_empty() || unused.len() < chain.len() {
        return Err((Distrust::Unreadable, 0));
    }
    let mut current = unused.remove(0);
    for depth in 0..=chain.len() {
        in_time(&current, at).map_err(|distrust| (distrust, depth))?;
        let signed_by = |issuer: &X509Certificate| issuer.subject() == current.issuer() && signs(issuer, &current);
        if roots.iter().any(|root| root.as_raw() == current.as_raw()) {
            return Ok(());
        }
        if let Some(root) = roots.iter().find(|root| signed_by(root)) {
            return in_time(root, at).map_err(|distrust| (distrust, depth + 1));
        }
        match unused.iter().position(signed_by) {
            Some(next) => current = unused.remove(next),
            None => return Err((Distrust::NoIssuer, depth)),
        }
    }
    Err((Distrust::NoIssuer, chain.len()))
}

/// A redacted snapshot has no signatures, only zeros: then the names tell who signed.
fn signs(issuer: &X509Certificate, certificate: &X509Certificate) -> bool {
    let is_redacted = certificate.signature_value.data.iter().all(|byte| *byte == 0);
    is_redacted || certificate.verify_signature(Some(issuer.public_key())).is_ok()
}

fn in_time(certificate: &X509Certificate, at: Timestamp) -> Result<(), Distrust> {
    let validity = certificate.validity();
    if at.as_second() < validity.not_before.timestamp() {
        return Err(Distrust::NotYetValid);
    }
    if at.as_second() > validity.not_after.timestamp() {
        return Err(Distrust::Expired);
    }
    Ok(())
}
