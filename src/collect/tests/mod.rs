//! Whole sources, good and bad. Every test makes its own small input.

mod bad_input;
mod hostile;
mod input;
mod sources;
