//! Whole documents: what is done with each string, and what became of what.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::IpAddr;
use std::ops::Range;

use serde::Serialize;

use super::key::Key;
use super::learn::{self, is_header_value};
use super::place::{Found, Part};
use super::what::What;
use super::words::Words;
use super::{certificate, der, json, reserved, token, yaml};
use crate::base::capture::{Document, DocumentKind, Gap};
use crate::base::name::ProxyId;

/// Texts up to this size are remembered with what they became: a mesh says the same a thousand times.
const REMEMBERED: usize = 160;
/// Keys whose values are words of Kubernetes, Istio or Envoy.
const KEPT: [&str; 17] = [
    "@type",
    "type_url",
    "typeUrl",
    "type",
    "kind",
    "apiVersion",
    "protocol",
    "appProtocol",
    "resourceVersion",
    "version_info",
    "last_updated",
    "creationTimestamp",
    "lb_policy",
    "transport_protocol",
    "application_protocols",
    "alpn_protocols",
    "alpnProtocols",
];
/// Mappings whose keys are somebody's own.
const OWN_KEYS: [&str; 8] =
    ["policies", "headers", "claims", "data", "requirement_map", "providers", "cert_chain", "set"];
/// The environment of a container.
const ENVIRONMENT: [&str; 2] = ["env", "environmentVariables"];

/// Gives substitutes to what is not to be told.
#[derive(Debug, Clone)]
pub struct Disguise {
    what: BTreeSet<What>,
    key: Key,
    words: Words,
    remembered: HashMap<String, String>,
}

/// What became of what, for who took the capture.
#[derive(Debug, Serialize)]
pub struct Mapping<'d> {
    /// Words, in small letters.
    words: BTreeMap<&'d str, &'d str>,
    addresses: &'d BTreeMap<IpAddr, IpAddr>,
}

/// What is done with a string.
enum Deed {
    Keep,
    /// Word by word.
    Words,
    /// Nothing of it is left.
    Away,
    /// It is a token as a whole.
    Token,
    /// It is a number that a certificate is found by.
    Serial,
}

impl Disguise {
    /// One that has learned nothing.
    pub fn new(what: impl IntoIterator<Item = What>, key: Key) -> Self {
        let what: BTreeSet<What> = what.into_iter().collect();
        let words = Words::new(key.clone(), what.contains(&What::Ips));
        Self { what, key, words, remembered: HashMap::new() }
    }

    /// What is disguised.
    pub fn what(&self) -> impl Iterator<Item = What> {
        self.what.iter().copied()
    }

    /// Tells disguises apart, of which parts would not fit together.
    pub fn fingerprint(&self) -> String {
        let what: Vec<&str> = self.what.iter().map(|what| what.word()).collect();
        format!("{} {}", what.join(","), self.key.fingerprint())
    }

    /// Learns the names in documents. What is disguised first should be learned first.
    pub fn learn(&mut self, documents: &[Document]) {
        let (names, headers) = (self.what.contains(&What::Names), self.what.contains(&What::Headers));
        let before = self.words.count();
        for document in documents {
            if let Some(ProxyId { namespace, name }) = document.proxy.as_ref().filter(|_| names) {
                self.words.learn(namespace);
                self.words.learn(name);
            }
            let Ok(text) = std::str::from_utf8(&document.text) else { continue };
            let words = &mut self.words;
            strings(text, document.kind, &mut |text, found| {
                learn::learn(words, text.get(found.range.clone()).unwrap_or_default(), &found, names, headers);
            });
        }
        if self.words.count() != before {
            self.remembered.clear();
        }
    }

    /// Learns a name that stands in no document, such as that of a context.
    pub fn learn_name(&mut self, name: &str) {
        if self.what.contains(&What::Names) {
            self.words.learn(name);
            self.remembered.clear();
        }
    }

    /// A document with substitutes, under a place and of a proxy with substitutes.
    #[must_use]
    pub fn document(&mut self, document: &Document) -> Document {
        let text = String::from_utf8_lossy(&document.text);
        let text = self.whole(&text, document.kind);
        Document {
            kind: document.kind,
            place: self.text(&document.place),
            bundle: self.text(&document.bundle),
            proxy: document.proxy.as_ref().map(|proxy| self.proxy(proxy)),
            extent: document.extent.clone(),
            text: text.into(),
        }
    }

    /// A proxy under its other name.
    #[must_use]
    pub fn proxy(&mut self, proxy: &ProxyId) -> ProxyId {
        ProxyId::new(self.text(&proxy.namespace), self.text(&proxy.name))
    }

    /// A gap with substitutes.
    #[must_use]
    pub fn gap(&mut self, gap: &Gap) -> Gap {
        Gap { place: self.text(&gap.place), reason: self.text(&gap.reason) }
    }

    /// Any text with substitutes, such as the path of a request.
    #[must_use]
    pub fn text(&mut self, text: &str) -> String {
        let hidden = self.without_tokens(text);
        self.words.translate(&hidden).into_owned()
    }

    /// The value of a header with substitutes.
    #[must_use]
    pub fn header(&mut self, name: &str, value: &str) -> String {
        let is_secret = self.what.contains(&What::Tokens) && token::is_secret_key(name);
        if is_secret && self.without_tokens(value) == value && !value.is_empty() {
            return token::substitute(&self.key, value);
        }
        self.text(value)
    }

    /// What became of what. Tokens are not told.
    pub fn mapping(&self) -> Mapping<'_> {
        Mapping { words: self.words.names(), addresses: &self.words.met }
    }

    fn without_tokens<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.what.contains(&What::Tokens) { token::hide(&self.key, text) } else { Cow::Borrowed(text) }
    }

    fn whole(&mut self, text: &str, kind: DocumentKind) -> String {
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        let is_structured = strings(text, kind, &mut |around, found| {
            let value = around.get(found.range.clone()).unwrap_or_default();
            if let Some(new) = self.string(value, &found) {
                edits.push((found.range, new));
            }
        });
        if !is_structured {
            return self.text(text);
        }
        let mut result = String::with_capacity(text.len());
        let mut at = 0;
        for (range, new) in edits {
            result.push_str(text.get(at..range.start).unwrap_or_default());
            result.push_str(&new);
            at = range.end;
        }
        result.push_str(text.get(at..).unwrap_or_default());
        result
    }

    /// What a string becomes, if it does not stay.
    fn string(&mut self, text: &str, found: &Found<'_>) -> Option<String> {
        match self.deed(text, found) {
            Deed::Keep => None,
            Deed::Away => Some(if found.part == Part::Comment { String::new() } else { "[redacted]".to_owned() }),
            Deed::Token => Some(token::substitute(&self.key, text)),
            Deed::Serial => serial(&self.key, text),
            Deed::Words if certificate::is_in(text) => {
                if !self.what.contains(&What::Names) {
                    return None;
                }
                let key = self.key.clone();
                Some(certificate::rewrite(text, &key, &mut |name| self.text(name)))
            }
            Deed::Words if text.len() <= REMEMBERED => {
                if let Some(known) = self.remembered.get(text) {
                    return Some(known.clone());
                }
                let new = self.text(text);
                self.remembered.insert(text.to_owned(), new.clone());
                Some(new)
            }
            Deed::Words => Some(self.text(text)),
        }
    }

    fn deed(&self, text: &str, found: &Found<'_>) -> Deed {
        let key = found.key();
        let has = |what| self.what.contains(&what);
        match found.part {
            Part::Comment => return if has(What::Names) { Deed::Away } else { Deed::Words },
            Part::Key => {
                let is_field = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_@$".contains(&byte));
                return if is_field && !OWN_KEYS.contains(&found.parent()) { Deed::Keep } else { Deed::Words };
            }
            Part::Value => {}
        }
        if has(What::Tokens) && !token::is_substitute(text) && !text.is_empty() {
            let is_of_environment =
                found.is_below(&ENVIRONMENT) && (key == "value" || found.parent() == ENVIRONMENT[1]);
            if is_of_environment {
                return Deed::Away;
            }
            let is_named_secret = token::is_secret_key(key) && !found.is_below(&["annotations", "labels"]);
            let is_header = matches!(key, "exact" | "exact_match" | "value")
                && is_header_value(found)
                && found.path.iter().any(|level| token::is_secret_key(&level.name) || token::is_secret_key(&level.key));
            if (is_named_secret || is_header) && token::hide(&self.key, text) == text {
                return Deed::Token;
            }
        }
        if has(What::Names) && matches!(key, "serial_number" | "serialNumber") {
            return Deed::Serial;
        }
        let names_port =
            matches!(found.parent(), "ports" | "port") && text.split('-').next().is_some_and(reserved::is_protocol);
        let is_enum = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
            && text.bytes().any(|byte| byte.is_ascii_uppercase());
        let is_kept = is_enum && !is_header_value(found) && self.without_tokens(text) == text;
        if KEPT.contains(&key) || names_port || is_kept { Deed::Keep } else { Deed::Words }
    }
}

/// A serial number in hex.
fn serial(key: &Key, text: &str) -> Option<String> {
    let digits = text.len() / 2;
    let bytes = (0..digits)
        .map(|at| u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok())
        .collect::<Option<Vec<u8>>>()
        .filter(|bytes| bytes.len() >= 8 && text.len().is_multiple_of(2))?;
    let signed = if bytes.first()? & 0x80 != 0 { [&[0][..], &bytes].concat() } else { bytes.clone() };
    let new = der::serial(key, &signed);
    let new = new.get(new.len() - bytes.len()..)?;
    Some(super::key::hex(new))
}

/// Visits the strings of a document, with the text that they stand in. Texts inside of `ConfigMap`s are configuration
/// themselves. Returns whether it has such a structure at all.
fn strings(text: &str, kind: DocumentKind, each: &mut dyn FnMut(&str, Found<'_>)) -> bool {
    match kind {
        DocumentKind::ResourcesYaml => {
            if yaml::strings(text, |_| {}).is_err() {
                return false;
            }
            let visited = yaml::strings(text, |found| {
                let start =
                    text.get(..found.range.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
                let block = text.get(start..found.range.end).unwrap_or_default();
                let is_block = found.part == Part::Value
                    && found.parent() == "data"
                    && block.contains('\n')
                    && block.contains(':')
                    && yaml::strings(block, |_| {}).is_ok();
                if !is_block {
                    return each(text, found);
                }
                let _ = yaml::strings(block, |inner| {
                    let range = inner.range.start + start..inner.range.end + start;
                    each(text, Found { range, ..inner });
                });
            });
            visited.is_ok()
        }
        DocumentKind::ClustersText => false,
        _ if !text.trim_start().starts_with(['{', '[']) => false,
        _ => {
            json::strings(text, |found| each(text, found));
            true
        }
    }
}
