//! What a text holds, judged by its content: cheaply, from its start or its first decisive key, and without a pass
//! over the whole. Where it holds nothing of use, why, and what to do about it.

mod complaint;
mod istiod;
mod json;
mod judge;
mod metrics;
mod verdict;
mod yaml;

pub(super) use judge::{is_promising, judge};
pub(super) use verdict::{Useless, Verdict};
