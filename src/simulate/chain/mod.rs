//! Which filter chain takes a connection: Envoy's sieve over `filter_chain_match` ([`sieve`]), or a matcher tree
//! ([`tree`]).

pub mod sieve;
pub mod tree;
