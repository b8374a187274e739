//! Documents to text, typed results to JSON and YAML. The only room that knows colours and widths.
//!
//! | what | where |
//! |---|---|
//! | colours, width | [`style`] |
//! | a document | [`text`], with [`ledger`], [`tree`], [`wrap`] |
//! | a table of rows | [`listing`](mod@listing), and [`table`] for its lines |
//! | JSON, YAML | [`structured`] |
//! | diagrams | [`mermaid`](mod@mermaid), [`dot`](mod@dot) |
//!
//! Nothing here fails by itself: the errors are those of the place written to.

mod dot;
mod ledger;
mod listing;
mod mermaid;
mod structured;
mod style;
mod table;
mod text;
mod tree;
mod wrap;

pub use dot::dot;
pub use listing::{Columns, listing};
pub use mermaid::mermaid;
pub use structured::{json, json_line, yaml};
pub use style::Style;
pub use text::document;
