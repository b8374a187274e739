//! Substitutes out of a key: the same word has the same one wherever it stands, and nobody without the key can tell
//! whose it is.

use ring::hmac;
use ring::rand::{SecureRandom, SystemRandom};

/// A secret that is not stored.
#[derive(Debug, Clone)]
pub struct Key(hmac::Key);

const CONSONANTS: &[u8; 20] = b"bcdfghjklmnpqrstvwxz";
const VOWELS: &[u8; 5] = b"aeiou";
/// The letters of names that Kubernetes makes (`k8s.io/apimachinery/pkg/util/rand`).
const MADE: &[u8; 27] = b"bcdfghjklmnpqrstvwxz2456789";
/// 10^10 words: two of ten thousand are equal once in two hundred captures.
const SYLLABLES: usize = 5;

impl Key {
    /// A fresh one; `None` where the operating system has no randomness.
    pub fn random() -> Option<Self> {
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).ok()?;
        Some(Self(hmac::Key::new(hmac::HMAC_SHA256, &bytes)))
    }

    /// The one of a text, so that several captures get the same substitutes.
    pub fn of(text: &str) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes()))
    }

    /// What tells keys apart without telling the key.
    pub fn fingerprint(&self) -> String {
        hex(self.bytes("fingerprint", b"").get(..8).unwrap_or_default())
    }

    /// Bytes for a text of a domain.
    pub(super) fn bytes(&self, domain: &str, text: &[u8]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.0);
        context.update(domain.as_bytes());
        context.update(&[0]);
        context.update(text);
        let mut bytes = [0; 32];
        bytes.iter_mut().zip(context.sign().as_ref()).for_each(|(to, from)| *to = *from);
        bytes
    }

    /// Bytes as many as the text has.
    pub(super) fn same_length(&self, domain: &str, text: &[u8]) -> Vec<u8> {
        (0_u32..)
            .flat_map(|block| self.bytes(domain, &[&block.to_be_bytes(), text].concat()))
            .take(text.len())
            .collect()
    }

    /// A word that can be spoken, and be a label of DNS. What Kubernetes made (`7bcsl` of a pod, `r86bt6kbbq` of a replica
    /// set) stays of that kind: it tells the pods of a deployment from those of another.
    pub(super) fn word(&self, text: &str) -> String {
        if (5..=10).contains(&text.len()) && text.bytes().all(|byte| MADE.contains(&byte)) {
            let bytes = self.bytes("made", text.as_bytes());
            return bytes
                .iter()
                .take(text.len())
                .map(|byte| char::from(MADE[usize::from(*byte) % MADE.len()]))
                .collect();
        }
        let bytes = self.bytes("word", text.as_bytes());
        let pairs = bytes.chunks_exact(2).take(SYLLABLES);
        pairs
            .flat_map(|pair| {
                // 256 is no multiple of 20; that some syllables are a little more frequent hurts nobody.
                let [first, second] = [pair[0], pair[1]].map(usize::from);
                [CONSONANTS[first % CONSONANTS.len()], VOWELS[second % VOWELS.len()]]
            })
            .map(char::from)
            .collect()
    }
}

/// Bytes as digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digit = |number: u8| char::from_digit(number.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
