//! Diagrams: who talks to whom in which order, and graphs. What they say is chosen here; their syntax is not.

use super::document::Role;

/// Messages between participants, from top to bottom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sequence {
    /// Who takes part, from left to right.
    pub participants: Vec<Participant>,
    /// What happens.
    pub parts: Vec<Part>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The name.
    pub name: String,
    /// Whether it is the one who asks.
    pub is_client: bool,
}

/// A part of a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A message between two participants, by their index.
    Message {
        /// From.
        from: usize,
        /// To.
        to: usize,
        /// What it says.
        text: String,
        /// How it is drawn.
        arrow: Arrow,
    },
    /// A remark on a participant.
    Note {
        /// On whom.
        over: usize,
        /// The remark.
        text: String,
    },
    /// Exactly one of these happens.
    Alternatives(Vec<Alternative>),
}

/// One of several things that may happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// How often, or when.
    pub label: String,
    /// What happens.
    pub parts: Vec<Part>,
}

/// The kinds of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrow {
    /// A request.
    Request,
    /// A request on a connection that fails.
    Refused,
    /// An answer.
    Answer,
    /// The end of a connection without an answer.
    Reset,
}

/// Nodes and directed edges.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    /// What it is of.
    pub title: String,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The edges.
    pub edges: Vec<Edge>,
}

/// A node of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its text, in lines.
    pub lines: Vec<String>,
    /// What it stands for.
    pub shape: Shape,
    /// What is to be thought of it; a colour.
    pub role: Role,
}

/// What a node stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The one who asks.
    Client,
    /// A proxy.
    Proxy,
    /// How it ends.
    End,
}

/// An edge of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// From this node, by its index.
    pub from: usize,
    /// To this node.
    pub to: usize,
    /// Its text, in lines.
    pub lines: Vec<String>,
    /// What is to be thought of it; a colour.
    pub role: Role,
}
