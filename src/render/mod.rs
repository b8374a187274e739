//! Documents to text, typed results to JSON and YAML. The only room that knows colours and widths.
//!
//! | what | where |
//! |---|---|
//! | colours, width | [`style`] |
//! | a document | [`text`], with [`ledger`], [`tree`], [`wrap`] |
//! | a table of rows | [`table`] |
//! | JSON, YAML | [`structured`] |
//!
//! Nothing here fails by itself: the errors are those of the place written to.

mod ledger;
mod structured;
mod style;
mod table;
mod text;
mod tree;
mod wrap;

pub use structured::{json, json_line, yaml};
pub use style::Style;
pub use table::{Columns, listing};
pub use text::document;
