//! Disguise: a capture that can be given away and still answers. Names, addresses, header values and tokens get
//! substitutes; equal ones get equal substitutes everywhere, so that a request whose words are translated too takes the
//! same way.
//!
//! Names are translated word by word (`reviews-v1` is `reviews` and `v1`): prefixes, suffixes and regexes that end where
//! words end go on matching. Substitutes follow from a key that is forgotten afterwards; nothing has to be known in
//! advance but which words are names, and that is learned from the places where only names stand.
//!
//! | step | where |
//! |---|---|
//! | what is asked for | [`what`] |
//! | substitutes out of a key | [`key`], [`address`] |
//! | words that mean something by themselves, and stay | [`reserved`], [`span`] |
//! | the strings of JSON and YAML, with where they stand | [`place`], [`json`], [`yaml`] |
//! | which words are names | [`learn`] |
//! | a text, translated | [`words`], [`token`] |
//! | certificates, translated inside | [`certificate`], [`der`] |
//! | whole documents | [`document`] |

mod address;
mod certificate;
mod der;
mod document;
mod json;
mod key;
mod learn;
mod place;
mod reserved;
mod span;
mod token;
mod what;
mod words;
mod yaml;

#[cfg(test)]
mod tests;

pub use document::Disguise;
pub use key::Key;
pub use what::What;
