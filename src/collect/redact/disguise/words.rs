//! A text in its source form (with the escapes of JSON, YAML or a regex), word by word.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;

use super::key::Key;
use super::{address, reserved, span};

/// The words that are names, and what they and addresses became.
#[derive(Debug, Clone)]
pub(super) struct Words {
    key: Key,
    /// Whether addresses are translated.
    addresses: bool,
    /// In small letters.
    names: HashMap<String, String>,
    /// What addresses became.
    pub(super) met: BTreeMap<IpAddr, IpAddr>,
}

/// One thing in a text.
enum Token {
    /// It stays.
    Other(usize),
    /// Letters and digits.
    Word(usize),
    /// An address, and the length of a network.
    Address(usize, IpAddr, Option<u8>, char),
}

impl Words {
    pub(super) fn new(key: Key, addresses: bool) -> Self {
        Self { key, addresses, names: HashMap::new(), met: BTreeMap::new() }
    }

    /// The names known, with their substitutes.
    pub(super) fn names(&self) -> BTreeMap<&str, &str> {
        self.names.iter().map(|(name, substitute)| (name.as_str(), substitute.as_str())).collect()
    }

    /// How many are known.
    pub(super) fn count(&self) -> usize {
        self.names.len()
    }

    /// All words of a text are names, but for those that mean something by themselves.
    pub(super) fn learn(&mut self, text: &str) {
        let mut at = 0;
        while at < text.len() {
            let token = token(text, at);
            if let Token::Word(end) = token {
                let word = text.get(at..end).unwrap_or_default().to_ascii_lowercase();
                if reserved::may_be_name(&word) && !self.names.contains_key(&word) {
                    let substitute = self.key.word(&word);
                    self.names.insert(word, substitute);
                }
            }
            at = token.end();
        }
    }

    /// The text with substitutes.
    pub(super) fn translate<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let mut result = String::new();
        let (mut at, mut kept) = (0, 0);
        while at < text.len() {
            let token = token(text, at);
            let substitute = match &token {
                Token::Other(_) => None,
                Token::Word(end) if is_key_inside(text, at, *end) => None,
                Token::Word(end) => self.name(text.get(at..*end).unwrap_or_default()),
                Token::Address(_, address, length, separator) => self.address(*address, *length, *separator),
            };
            if let Some(substitute) = substitute {
                result.push_str(text.get(kept..at).unwrap_or_default());
                result.push_str(&substitute);
                kept = token.end();
            }
            at = token.end();
        }
        if kept == 0 {
            return Cow::Borrowed(text);
        }
        result.push_str(text.get(kept..).unwrap_or_default());
        Cow::Owned(result)
    }

    /// In the letters of the word: HTTP and DNS do not care, people do.
    fn name(&self, word: &str) -> Option<String> {
        let substitute = self.names.get(word.to_ascii_lowercase().as_str())?;
        let first_is_large = word.starts_with(|first: char| first.is_ascii_uppercase());
        Some(if !first_is_large {
            substitute.clone()
        } else if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
            substitute.get(..1)?.to_ascii_uppercase() + substitute.get(1..)?
        } else {
            substitute.to_ascii_uppercase()
        })
    }

    fn address(&mut self, address: IpAddr, length: Option<u8>, separator: char) -> Option<String> {
        if !self.addresses {
            return None;
        }
        let substitute = address::substitute(&self.key, address, length);
        if length.is_none() {
            self.met.insert(address, substitute);
        }
        let text = substitute.to_string();
        Some(if separator == '-' { text.replace('.', "-") } else { text })
    }
}

impl Token {
    fn end(&self) -> usize {
        match self {
            Self::Other(end) | Self::Word(end) | Self::Address(end, ..) => *end,
        }
    }
}

/// What begins at a place in a text.
fn token(text: &str, at: usize) -> Token {
    let bytes = text.as_bytes();
    let byte = bytes.get(at).copied().unwrap_or_default();
    match byte {
        b'\\' => return Token::Other(escape_end(bytes, at)),
        // `%DOWNSTREAM_REMOTE_ADDRESS%`, `%REQ(X-USER)%`: commands stay, what they are about does not.
        b'%' => {
            let name = bytes.iter().skip(at + 1).take_while(|byte| byte.is_ascii_uppercase() || **byte == b'_').count();
            return Token::Other(at + 1 + name);
        }
        _ => {}
    }
    let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    if (byte.is_ascii_hexdigit() || byte == b':')
        && !before.is_ascii_alphanumeric()
        && let Some(found) = address_at(text, at, before)
    {
        return found;
    }
    if byte.is_ascii_alphanumeric() {
        let begins_run = !matches!(before, b'.' | b'-' | b'_');
        if begins_run && let Some(end) = span::end(text, at) {
            return Token::Other(end);
        }
        let length = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        return Token::Word(at + length);
    }
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    Token::Other(at + length)
}

/// Backslashes and what they escape: `\n`, `\d` of a regex in JSON (`\\d`), `\u003c`.
fn escape_end(bytes: &[u8], at: usize) -> usize {
    let end = at + bytes.iter().skip(at).take_while(|byte| **byte == b'\\').count();
    match bytes.get(end) {
        Some(b'u') if bytes.get(end + 1..end + 5).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit)) => end + 5,
        Some(letter) if letter.is_ascii_alphabetic() => end + 1,
        _ => end,
    }
}

/// Whether a word is a key of JSON inside of a text: `"name": …`, `\"name\": …`.
fn is_key_inside(text: &str, at: usize, end: usize) -> bool {
    if !text.get(..at).is_some_and(|before| before.ends_with('"')) {
        return false;
    }
    let after = text.get(end..).unwrap_or_default().trim_start_matches('\\');
    after.strip_prefix('"').is_some_and(|rest| rest.trim_start().starts_with(':'))
}

fn address_at(text: &str, at: usize, before: u8) -> Option<Token> {
    let rest = text.get(at..)?;
    let run = |is_part: fn(&u8) -> bool| rest.get(..rest.bytes().take_while(is_part).count()).unwrap_or_default();
    let dotted = run(|byte| byte.is_ascii_digit() || *byte == b'.').trim_end_matches('.');
    let end = |found: &str| at + found.len();
    let follows = |end: usize, signs: &[u8]| {
        text.as_bytes().get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || signs.contains(byte))
    };
    if before != b'.'
        && let Ok(address) = dotted.parse::<std::net::Ipv4Addr>()
        && !follows(end(dotted), b"")
    {
        return Some(Token::Address(end(dotted), address.into(), network(text, end(dotted), 32), '.'));
    }
    let dashed = run(|byte| byte.is_ascii_digit() || *byte == b'-').trim_end_matches('-');
    if dashed.matches('-').count() == 3
        && let Ok(address) = dashed.replace('-', ".").parse::<std::net::Ipv4Addr>()
        && !follows(end(dashed), b"")
    {
        return Some(Token::Address(end(dashed), address.into(), None, '-'));
    }
    let mut colons = run(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
    if before == b':' || colons.bytes().filter(|byte| *byte == b':').count() < 2 {
        return None;
    }
    // `fd00::1:` in a sentence, `::` of a rule.
    while !colons.is_empty() {
        if let Ok(address) = colons.parse::<std::net::Ipv6Addr>() {
            // `a::b` may be one, and is a name more often.
            let is_more_than_colons = colons.bytes().any(|byte| byte.is_ascii_digit());
            let token = Token::Address(end(colons), address.into(), network(text, end(colons), 128), ':');
            return (is_more_than_colons && !follows(end(colons), b":")).then_some(token);
        }
        colons = colons.strip_suffix([':', '.'])?;
    }
    None
}

/// The length of a network behind an address: `/24`, and in JSON `\/24`.
fn network(text: &str, at: usize, most: u8) -> Option<u8> {
    let rest = text.get(at..)?.trim_start_matches('\\').strip_prefix('/')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    rest.get(..digits)?.parse().ok().filter(|length| *length <= most)
}
