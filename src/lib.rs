//! meshdbg: what every Envoy of an Istio mesh does with a request, why, and whose line of YAML made it so.
//!
//! # Two promises
//! 1. **The trace is true.** For the same configuration and request, meshdbg and a real Envoy decide the same. What
//!    is not modelled is said in the trace, and the verdict is then "undetermined".
//! 2. **The owner is right.** Every decision names the resource behind it and how that is known.
//!
//! # The rooms, in the order in which data flows
//! A room may use only the rooms above it, and only `cli` uses `collect`; `tests/architecture.rs` holds this.
//!
//! | room | from | to |
//! |---|---|---|
//! | [`base`] | | the words everyone shares |
//! | [`collect`] | files, archives, directories | `base::capture::Capture` |
//! | [`model`] | `Capture` | `model::Proxy`, `model::Ztunnel`, `model::Resource` |
//! | [`correlate`] | proxies, ztunnels and resources | `correlate::Mesh` |
//! | [`simulate`] | request and `Mesh` | `simulate::Trace` |
//! | [`compare`] | `Mesh` | differences |
//! | [`view`] | results | `view::document::Document` |
//! | [`render`] | `Document`, typed results | text, JSON, YAML |
//! | [`cli`] | arguments | all of the above, printed |
//!
//! `check` (findings) stands between `simulate` and `compare` once it has work to do.
//!
//! # Where to add
//! | what | touch |
//! |---|---|
//! | an HTTP filter | one file in `simulate/filter/` and its line in the registry there |
//! | a network filter | one file in `simulate/network/` and its line in the registry there |
//! | a field of Envoy's | the struct in `model/envoy/`, or a line with a reason in `model/harmless/` |
//! | a field of a ztunnel's dump | the struct in `model/ztunnel/`, or a line with a reason in `model/harmless/` |
//! | a table | one file in `view/table/` and its variant in `cli/table.rs` |
//! | an output format | one file in `render/` and its variant of `Format` |
//! | where objects come from (an owner) | one file in `correlate/owners/rules/` and its line in the registry there |
//! | why an object is not there | a variant of `correlate::absent::Code` and the check that gives it |
//! | a source | one file in `collect/` |
//! | a command | one file in `cli/` and its variant of `Command` |
//!
//! # Invariants
//! - `simulate`, `view` and `render` cannot fail: the unknown is a value.
//! - Deciding and explaining are one function: a matcher returns its answer and leaves its evidence.
//! - No clock, environment, network or randomness below `cli` and `collect`: same capture, same request, same bytes.
//! - Private keys are redacted at the collector's edge.

pub mod base;
pub mod cli;
pub mod collect;
pub mod compare;
pub mod correlate;
pub mod model;
pub mod render;
pub mod simulate;
pub mod view;
