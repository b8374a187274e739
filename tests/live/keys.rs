//! The certificates of the cluster, and of the proxies' own.

use std::path::Path;

use rcgen::{BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, SanType};

/// Writes a CA (`ca.crt`), a pair for servers (`server.crt`, `.key`), one for the API server as a client of kubelets
/// (`client.crt`, `.key`), and the keys of service accounts (`accounts.key`, `.pub`).
pub(crate) fn write(folder: &Path) {
    let key = KeyPair::generate().unwrap();
    let mut authority = CertificateParams::default();
    authority.distinguished_name.push(DnType::CommonName, "ca");
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let certificate = authority.self_signed(&key).unwrap();
    std::fs::write(folder.join("ca.crt"), certificate.pem()).unwrap();
    let issuer = Issuer::new(authority, key);
    for (name, common_name, organization) in
        [("server", "server", None), ("client", "apiserver", Some("system:masters"))]
    {
        let key = KeyPair::generate().unwrap();
        let mut leaf = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        leaf.subject_alt_names.push(SanType::IpAddress("127.0.0.1".parse().unwrap()));
        leaf.distinguished_name.push(DnType::CommonName, common_name);
        if let Some(organization) = organization {
            leaf.distinguished_name.push(DnType::OrganizationName, organization);
        }
        leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
        let certificate = leaf.signed_by(&key, &issuer).unwrap();
        std::fs::write(folder.join(format!("{name}.crt")), certificate.pem()).unwrap();
        std::fs::write(folder.join(format!("{name}.key")), key.serialize_pem()).unwrap();
    }
    let accounts = KeyPair::generate().unwrap();
    std::fs::write(folder.join("accounts.key"), accounts.serialize_pem()).unwrap();
    std::fs::write(folder.join("accounts.pub"), accounts.public_key_pem()).unwrap();
}
