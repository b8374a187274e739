//! What one side of a TLS connection shows, and whom it trusts.

use jiff::Timestamp;

use crate::base::evidence::{Notes, Truth};
use crate::model::certificate::{certificate, ders};
use crate::model::envoy::secret::Secret;
use crate::model::envoy::tls::{CommonTlsContext, DataSource, SdsSecret, ValidationContext};
use crate::model::trust;
use crate::simulate::engine::ProxyEngine;
use crate::simulate::matcher::string::StringMatch;

/// What one side shows, and whom it trusts.
#[derive(Debug, Clone, Default)]
pub struct Credentials {
    /// The certificate that it shows.
    pub shows: Option<Chain>,
    /// The roots that a certificate of the other side must lead to.
    pub roots: Roots,
    /// Any of these must match a name of the other side; empty accepts every name.
    pub names: Vec<StringMatch>,
    /// Expired certificates are accepted.
    pub accepts_expired: bool,
    /// Whether it checks by the roots that istiod hands to every workload.
    pub by_mesh_roots: bool,
}

/// A certificate with those that vouch for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chain {
    /// The names in the first: `spiffe://…`, `DNS:…`.
    pub names: Vec<String>,
    /// All of them, the first first; empty where only the name is known.
    pub ders: Vec<Vec<u8>>,
    /// Who signed one of which only the name is known.
    pub issuer: Issuer,
}

/// Who signed a certificate of which only the name is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Issuer {
    /// Nobody says: it is taken to be trusted.
    #[default]
    Unknown,
    /// The authority of the mesh.
    Mesh,
    /// Another one.
    Other,
}

/// The secret that holds the roots of the mesh.
const MESH_ROOTS: &str = "ROOTCA";

/// Stands before the name of a client whose certificate is not of the mesh.
const PUBLIC: &str = "public:";

/// The roots of one side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Roots {
    /// It checks nothing.
    #[default]
    Unchecked,
    /// It checks, but the dump does not hold what by: named here.
    Unknown(String),
    /// These (DER).
    These(Vec<Vec<u8>>),
}

/// Why one side does not accept the other's certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// None of its names is accepted.
    Name {
        /// Its names.
        names: Vec<String>,
        /// The names that are accepted.
        accepted: Vec<String>,
    },
    /// It leads to no root that is trusted, or is out of date.
    Untrusted {
        /// Why, in OpenSSL's words.
        why: &'static str,
        /// How many certificates above the first.
        depth: usize,
    },
    /// It cannot be told.
    Unknown(Vec<String>),
}

impl Refusal {
    /// As Envoy reports it (`DefaultCertValidator::doVerifyCertChain`), where blanks have become underscores.
    pub fn logged(&self) -> String {
        match self {
            Self::Name { names, .. } => {
                let bare: Vec<&str> = names.iter().map(|name| name.strip_prefix("DNS:").unwrap_or(name)).collect();
                format!("SAN_matcher,_certificate_SANs_are_[{}]", bare.join(",_"))
            }
            Self::Untrusted { why, depth } => {
                format!("X509_verify_cert:_certificate_verification_error_at_depth_{depth}:_{}", why.replace(' ', "_"))
            }
            Self::Unknown(reasons) => reasons.join("; "),
        }
    }

    /// In words, of the certificate that is refused.
    pub fn words(&self) -> String {
        match self {
            Self::Name { names, accepted } => format!(
                "is for {}, and only {} is accepted",
                if names.is_empty() { "nobody".to_owned() } else { names.join(", ") },
                accepted.join(" or ")
            ),
            Self::Untrusted { why, .. } => format!("is not trusted: {why}"),
            Self::Unknown(reasons) => reasons.join("; "),
        }
    }
}

impl Chain {
    /// A certificate of which only the name is known.
    pub fn named(name: &str) -> Self {
        Self { names: vec![name.to_owned()], ..Self::default() }
    }

    /// The same, of a client that is no proxy: the mesh signs SPIFFE ids, and `public:NAME` is of another authority.
    pub fn of_client(name: &str) -> Self {
        match name.strip_prefix(PUBLIC) {
            Some(name) => Self { names: vec![format!("DNS:{name}")], issuer: Issuer::Other, ..Self::default() },
            None => Self { issuer: Issuer::Mesh, ..Self::named(name) },
        }
    }

    /// The certificates of a data source.
    pub fn of(source: &DataSource) -> Option<Self> {
        let ders = ders(source);
        let leaf = certificate(ders.first()?)?;
        Some(Self { names: leaf.names, ders, ..Self::default() })
    }

    /// The first URI among its names.
    pub fn uri(&self) -> Option<&str> {
        self.names.iter().map(String::as_str).find(|name| name.contains("://"))
    }
}

impl Credentials {
    /// What a TLS context says, with the secrets of its proxy.
    pub fn of(common: &CommonTlsContext, engine: &ProxyEngine) -> Self {
        let mut credentials = Self { shows: shown(common, engine), ..Self::default() };
        let combined = common.combined_validation_context.as_ref();
        let by_secret = common
            .validation_context_sds_secret_config
            .iter()
            .chain(combined.and_then(|combined| combined.validation_context_sds_secret_config.as_ref()));
        for secret in by_secret {
            credentials.by_mesh_roots |= secret.name == MESH_ROOTS;
            match engine.secret(&secret.name).and_then(|secret| secret.validation_context.as_ref()) {
                Some(validation) => credentials.add(validation, &secret.name),
                None => credentials.roots = Roots::Unknown(format!("the roots of secret {}", secret.name)),
            }
        }
        let inline = common.validation_context.iter();
        for validation in inline.chain(combined.map(|combined| &combined.default_validation_context)) {
            credentials.add(validation, "the validation context");
        }
        credentials
    }

    fn add(&mut self, validation: &ValidationContext, place: &str) {
        self.names.extend(names(validation));
        self.accepts_expired |= validation.allow_expired_certificate;
        if validation.trust_chain_verification == "ACCEPT_UNTRUSTED" {
            self.roots = Roots::Unchecked;
        } else if validation.custom_validator_config.is_some() || validation.system_root_certs.is_some() {
            self.roots = Roots::Unknown(format!("the roots of {place}"));
        } else if let Some(ca) = &validation.trusted_ca {
            let read = ders(ca);
            self.roots =
                if read.is_empty() { Roots::Unknown(format!("the roots of {place}")) } else { Roots::These(read) };
        }
    }

    /// Whether a certificate of the other side is accepted.
    ///
    /// # Errors
    /// Why it is not.
    pub fn accept(&self, chain: &Chain, at: Timestamp, notes: &mut Notes) -> Result<(), Refusal> {
        match &self.roots {
            Roots::These(roots) if !chain.ders.is_empty() => match trust::verify(&chain.ders, roots, at) {
                Err((trust::Distrust::Expired, _)) if self.accepts_expired => {}
                Err((distrust, depth)) => return Err(Refusal::Untrusted { why: distrust.words(), depth }),
                Ok(()) => {}
            },
            Roots::Unknown(roots) if !chain.ders.is_empty() => {
                notes.assume(|| format!("{roots}, which are not in the dump, vouch for {}", chain.names.join(", ")));
            }
            // Of a certificate that is known by its name alone, the authority is known at best: that of the mesh signs
            // for workloads, and is not the one that a gateway's own credential trusts.
            Roots::These(_) | Roots::Unknown(_) => {
                let is_trusted = match chain.issuer {
                    Issuer::Unknown => true,
                    Issuer::Mesh => self.by_mesh_roots,
                    Issuer::Other => !self.by_mesh_roots,
                };
                if !is_trusted && chain.ders.is_empty() {
                    return Err(Refusal::Untrusted { why: trust::Distrust::NoIssuer.words(), depth: 0 });
                }
                notes.assume(|| {
                    let names = chain.names.join(", ");
                    format!("the certificate of {names}, known by name only, is valid and of a trusted authority")
                });
            }
            Roots::Unchecked => {}
        }
        if self.names.is_empty() {
            return Ok(());
        }
        let shown = || chain.names.join(", ");
        let accepted = notes.group(
            || format!("certificate: {}", shown()),
            |notes| {
                Truth::any(&self.names, |accepted| {
                    let holds = Truth::any(&chain.names, |name| {
                        accepted.matches(name.strip_prefix("DNS:").unwrap_or(name), notes)
                    });
                    notes.fact(holds, || (format!("name: {accepted}"), String::new()))
                })
            },
        );
        match accepted {
            Truth::Yes => Ok(()),
            Truth::Unknown => Err(Refusal::Unknown(notes.take_unknown())),
            Truth::No => Err(Refusal::Name {
                names: chain.names.clone(),
                accepted: self.names.iter().map(ToString::to_string).collect(),
            }),
        }
    }
}

/// The certificate that a side shows: inline, by its secret, or what is known of it by who the proxy says it is.
fn shown(common: &CommonTlsContext, engine: &ProxyEngine) -> Option<Chain> {
    let inline = common.tls_certificates.first().and_then(|certificate| certificate.certificate_chain.as_ref());
    if let Some(chain) = inline {
        return Chain::of(chain);
    }
    let by_secret = |wanted: &SdsSecret| {
        let secret: Option<&Secret> = engine.secret(&wanted.name);
        let chain = secret.and_then(|secret| secret.tls_certificate.as_ref()?.certificate_chain.as_ref());
        match chain {
            Some(chain) => Chain::of(chain),
            None => engine.proxy.identity().filter(|_| wanted.name == "default").map(|name| Chain::named(&name)),
        }
    };
    by_secret(common.tls_certificate_sds_secret_configs.first()?)
}

/// The names that a validation context accepts.
pub(super) fn names(validation: &ValidationContext) -> impl Iterator<Item = StringMatch> {
    let typed = validation.match_typed_subject_alt_names.iter().map(|typed| StringMatch::new(&typed.matcher));
    let untyped = validation.match_subject_alt_names.iter().map(StringMatch::new);
    let old = validation.verify_subject_alt_name.iter().map(StringMatch::exact);
    typed.chain(untyped).chain(old)
}
