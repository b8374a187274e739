//! `ztunnel-config certificate`.

use jiff::Timestamp;

use super::super::listing::Listing;
use super::super::objects::Objects;
use super::pick::pick;
use crate::model::Ztunnel;
use crate::model::ztunnel::certificate::{Certificate, Credential, State};

/// The certificates. `now` tells which are valid.
pub fn table(ztunnel: &Ztunnel, now: Timestamp) -> Listing {
    let rows = ztunnel.dump.certificates.iter().flat_map(|credential| rows(credential, now));
    Listing {
        titles: vec!["CERTIFICATE NAME", "TYPE", "STATUS", "VALID CERT", "SERIAL NUMBER", "NOT AFTER", "NOT BEFORE"],
        rows: rows.collect(),
        padding: 5,
        notes: Vec::new(),
    }
}

/// The certificates as they stand in the dump.
pub fn objects(ztunnel: &Ztunnel) -> Objects<'_> {
    pick(ztunnel, |sections| sections.certificates, |_: &Credential| true, None)
}

/// A row for each certificate of an identity; one where there is none.
fn rows(credential: &Credential, now: Timestamp) -> Vec<Vec<String>> {
    let status = match &credential.state {
        State::Other(word) if word.contains("Unavailable") => "Unavailable",
        state => state.word(),
    };
    let start = |kind: &str| vec![credential.identity.clone(), kind.to_owned(), status.to_owned()];
    if credential.cert_chain.is_empty() {
        let mut row = start("NA");
        row.extend(["false", "NA", "NA", "NA"].map(str::to_owned));
        return vec![row];
    }
    let last = credential.cert_chain.len() - 1;
    let chain = credential.cert_chain.iter().enumerate().map(|(index, certificate)| match index {
        0 => ("Leaf", certificate),
        // Before there was a list of roots, the root ended the chain.
        _ if index == last && credential.root_certs.is_empty() => ("Root", certificate),
        _ => ("Intermediate", certificate),
    });
    chain
        .chain(credential.root_certs.iter().map(|certificate| ("Root", certificate)))
        .map(|(kind, certificate)| {
            let mut row = start(kind);
            row.extend(cells(certificate, now));
            row
        })
        .collect()
}

fn cells(certificate: &Certificate, now: Timestamp) -> [String; 4] {
    let or_na = |text: &str| if text.is_empty() { "NA".to_owned() } else { text.to_owned() };
    [
        certificate.is_valid_at(now).to_string(),
        hexadecimal(&certificate.serial_number).unwrap_or_else(|| "<nil>".to_owned()),
        or_na(&certificate.expiration_time),
        or_na(&certificate.valid_from),
    ]
}

/// A number of any length, from decimal to hexadecimal.
fn hexadecimal(decimal: &str) -> Option<String> {
    // The lowest digit first.
    let mut digits = vec![0_u32];
    for letter in decimal.chars() {
        let mut carry = letter.to_digit(10)?;
        for digit in &mut digits {
            let value = *digit * 10 + carry;
            (*digit, carry) = (value % 16, value / 16);
        }
        if carry > 0 {
            digits.push(carry);
        }
    }
    if decimal.is_empty() {
        return None;
    }
    digits.iter().rev().map(|digit| char::from_digit(*digit, 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::hexadecimal;

    #[test]
    fn numbers_of_any_length() {
        let cases = [
            ("0", Some("0")),
            ("255", Some("ff")),
            ("257236523959670578123801538647189340481", Some("c185f3d25903e38cdecb28266bc3c141")),
            ("", None),
            ("12x", None),
        ];
        for (decimal, want) in cases {
            assert_eq!(hexadecimal(decimal).as_deref(), want, "{decimal}");
        }
    }
}
