//! The parts of an X.509 certificate that say whose it is, replaced; all else, and the shape, stays. Its signature does
//! not fit any more: who checks it is somebody else's.

use super::key::Key;

/// So deep are names in certificates.
const DEEPEST: usize = 16;

/// Replaces what names somebody. `None` where it is no DER.
pub(super) fn rewrite(der: &[u8], key: &Key, translate: &mut impl FnMut(&str) -> String) -> Option<Vec<u8>> {
    let mut walk = Walk { key, translate };
    let (result, rest) = walk.value(der, 0)?;
    rest.is_empty().then_some(result)
}

struct Walk<'a, F> {
    key: &'a Key,
    translate: &'a mut F,
}

impl<F: FnMut(&str) -> String> Walk<'_, F> {
    fn value<'d>(&mut self, der: &'d [u8], depth: usize) -> Option<(Vec<u8>, &'d [u8])> {
        let (&tag, rest) = der.split_first()?;
        let (length, rest) = length(rest)?;
        let content = rest.get(..length)?;
        let is_constructed = tag & 0x20 != 0;
        let content = if is_constructed && depth < DEEPEST {
            self.all(content, depth + 1)?
        } else {
            self.primitive(tag, content, depth)
        };
        let mut result = vec![tag];
        put_length(&mut result, content.len());
        result.extend(content);
        Some((result, rest.get(length..)?))
    }

    fn all(&mut self, mut content: &[u8], depth: usize) -> Option<Vec<u8>> {
        let mut result = Vec::new();
        while !content.is_empty() {
            let (value, rest) = self.value(content, depth)?;
            result.extend(value);
            content = rest;
        }
        Some(result)
    }

    fn primitive(&mut self, tag: u8, content: &[u8], depth: usize) -> Vec<u8> {
        let text = |bytes: &[u8]| std::str::from_utf8(bytes).ok().map(str::to_owned);
        match tag {
            // Strings of names, and general names: mail, DNS, URI.
            0x0c | 0x13 | 0x14 | 0x16 | 0x81 | 0x82 | 0x86 => match text(content) {
                Some(text) => (self.translate)(&text).into_bytes(),
                None => content.to_vec(),
            },
            // An address among the general names.
            0x87 if content.len() == 4 || content.len() == 16 => self.address(content),
            // Serial numbers; public certificates are found by them.
            0x02 if content.len() >= 8 => serial(self.key, content),
            // The signature, which would not fit any more: zeros say that it was taken off.
            0x03 if content.len() >= 32 && depth == 1 => vec![0; content.len()],
            // Keys.
            0x03 if content.len() >= 32 => {
                let (unused, bits) = content.split_at(1);
                [unused, &self.key.same_length("bits", bits)].concat()
            }
            // Extensions hold DER; identifiers of keys hold bytes.
            0x04 => match self.all(content, depth + 1).filter(|_| depth < DEEPEST) {
                Some(inner) => inner,
                None if content.len() >= 16 => self.key.same_length("identifier", content),
                None => content.to_vec(),
            },
            0x80 if content.len() >= 16 => self.key.same_length("identifier", content),
            _ => content.to_vec(),
        }
    }

    fn address(&mut self, content: &[u8]) -> Vec<u8> {
        let address = <[u8; 4]>::try_from(content)
            .map(std::net::IpAddr::from)
            .or_else(|_| <[u8; 16]>::try_from(content).map(std::net::IpAddr::from));
        let translated = address.ok().and_then(|address| (self.translate)(&address.to_string()).parse().ok());
        match translated {
            Some(std::net::IpAddr::V4(address)) => address.octets().to_vec(),
            Some(std::net::IpAddr::V6(address)) => address.octets().to_vec(),
            None => content.to_vec(),
        }
    }
}

/// The substitute of a serial number, positive and as long.
pub(super) fn serial(key: &Key, content: &[u8]) -> Vec<u8> {
    let digits = content.iter().position(|byte| *byte != 0).unwrap_or(content.len());
    let (zeros, digits) = content.split_at(digits);
    let mut result = key.same_length("serial", digits);
    if let Some(first) = result.first_mut() {
        // With a zero before it its first bit was set, without one it was not.
        *first = if zeros.is_empty() { *first & 0x7f | 0x40 } else { *first | 0x80 };
    }
    [zeros, &result].concat()
}

fn length(der: &[u8]) -> Option<(usize, &[u8])> {
    let (&first, rest) = der.split_first()?;
    if first < 0x80 {
        return Some((first.into(), rest));
    }
    let count = usize::from(first & 0x7f);
    let bytes = rest.get(..count).filter(|_| (1..=4).contains(&count))?;
    let length = bytes.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
    Some((length, rest.get(count..)?))
}

fn put_length(result: &mut Vec<u8>, length: usize) {
    let bytes = length.to_be_bytes();
    let digits = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len() - 1);
    let bytes = bytes.get(digits..).unwrap_or_default();
    match bytes {
        [short @ 0..0x80] => result.push(*short),
        _ => {
            result.push(0x80 | u8::try_from(bytes.len()).unwrap_or_default());
            result.extend(bytes);
        }
    }
}
