//! TLS of clients and of the sink.

use std::sync::Arc;

use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    ClientConfig, DigitallySignedStruct, Error, ServerConfig, SignatureScheme, version::TLS12, version::TLS13,
};

use crate::oracle::certificates::Leaf;

/// What the sink agrees to, the best first: HTTP/2, HTTP/1, bytes.
const SINK_PROTOCOLS: [&str; 9] = [
    "h2",
    "istio-h2",
    "http/1.1",
    "istio-http/1.1",
    "istio-http/1.0",
    "http/1.0",
    "istio-peer-exchange",
    "istio",
    "mysql",
];

fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

fn as_alpn(names: impl IntoIterator<Item: AsRef<str>>) -> Vec<Vec<u8>> {
    names.into_iter().map(|name| name.as_ref().as_bytes().to_vec()).collect()
}

/// A server that asks for no client certificate.
pub(crate) fn server(leaf: &Leaf) -> Arc<ServerConfig> {
    let (chain, key) = leaf.for_tls();
    let builder = ServerConfig::builder_with_provider(provider()).with_protocol_versions(&[&TLS12, &TLS13]).unwrap();
    let mut config = builder.with_no_client_auth().with_single_cert(chain, key).unwrap();
    config.alpn_protocols = as_alpn(SINK_PROTOCOLS);
    Arc::new(config)
}

/// A client that trusts everyone.
pub(crate) fn client(leaf: Option<&Leaf>, alpn: &[String], with_sni: bool) -> Arc<ClientConfig> {
    let provider = provider();
    let builder = ClientConfig::builder_with_provider(provider.clone()).with_protocol_versions(&[&TLS12, &TLS13]);
    let builder = builder.unwrap().dangerous().with_custom_certificate_verifier(Arc::new(TrustsAll(provider)));
    let mut config = match leaf {
        Some(leaf) => {
            let (chain, key) = leaf.for_tls();
            builder.with_client_auth_cert(chain, key).unwrap()
        }
        None => builder.with_no_client_auth(),
    };
    config.alpn_protocols = as_alpn(alpn);
    config.enable_sni = with_sni;
    Arc::new(config)
}

#[derive(Debug)]
struct TrustsAll(Arc<CryptoProvider>);

impl ServerCertVerifier for TrustsAll {
    fn verify_server_cert(
        &self,
        _: &CertificateDer,
        _: &[CertificateDer],
        _: &ServerName,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
