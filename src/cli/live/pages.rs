//! Which pages of an admin port a command needs.

use crate::cli::input::Part;
use crate::collect::live::Page;

/// The pages of a part.
pub(in crate::cli) fn pages(part: Part) -> &'static [Page] {
    match part {
        Part::ForTrace => &Page::FOR_TRACE,
        Part::Stats => &Page::FOR_STATS,
        Part::AllStats => &Page::FOR_ALL_STATS,
    }
}
