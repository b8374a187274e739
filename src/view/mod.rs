//! Results to documents: headings, tables, ledgers of decisions, trees. Words and order are chosen here; colours, widths
//! and formats are not.
//!
//! | what | where |
//! |---|---|
//! | the parts of a document | [`document`] |

pub mod document;
