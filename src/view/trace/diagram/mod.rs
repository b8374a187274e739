//! A trace as diagrams.
//!
//! | what | where |
//! |---|---|
//! | the ways as a tree, merged where they end alike | [`tree`] |
//! | messages between client, proxies and application | [`sequence`] |
//! | the tree as a graph | [`graph`] |
//! | names and messages in words | [`words`] |

mod graph;
mod sequence;
mod tree;
mod words;
