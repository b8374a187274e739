//! Conditions of the configuration, compiled once and then asked: each returns a `Truth` and leaves its evidence.

pub mod address;
pub mod header;
pub mod metadata;
pub mod path;
mod predicate;
pub mod query;
pub mod regex;
pub mod string;
pub mod template;
pub mod tree;
