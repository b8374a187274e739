//! The collector: bytes to a [`Capture`](crate::base::capture::Capture). The only room that touches the outside.

mod layout;
mod redact;
mod sniff;
mod text;
