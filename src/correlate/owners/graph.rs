//! What each object of a proxy needs to be there, and what shapes it: an and-or graph over causes and objects.
//!
//! A rule says of an object that it is there because of *this*, or because of *one of these*. From that follows what an
//! engineer asks: which resources could be taken away and the object with them ([`Owned::made`]), which would leave it
//! there but different ([`Owned::shaped`]), and which are only one of several that would do ([`Owned::shared`]).

use std::collections::HashMap;

use super::cause::{self, Cause};
use super::object::EnvoyObject;

/// An object's place in the graph.
pub type NodeId = usize;

/// The graph of one proxy while its rules add to it.
#[derive(Debug, Default)]
pub struct Graph {
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    object: EnvoyObject,
    /// It goes when any of these goes.
    needs: Vec<Need>,
    /// It changes when all alternatives of one of these go.
    shaped: Vec<Vec<Cause>>,
    /// It is there with these, and would be without.
    shared: Vec<Cause>,
    /// They stand before it in a list, and its name holds its place.
    numbered: Vec<Cause>,
}

#[derive(Debug)]
enum Need {
    /// One of these parts of resources.
    OneOf(Vec<Cause>),
    /// One of these objects, which say where it comes from.
    OneObject(Vec<NodeId>),
    /// One of these objects, in which it stands.
    Place(Vec<NodeId>),
}

/// The owners of an object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owned {
    /// It is there because of these: without any one of them it goes. Those of its own come first, then those of what
    /// it stands in.
    pub made: Vec<Cause>,
    /// How many of [`made`](Self::made) are its own.
    pub own: usize,
    /// It would be there without these, but different.
    pub shaped: Vec<Cause>,
    /// Each of these alone would do for it to be there, or to be as it is.
    pub shared: Vec<Cause>,
    /// It is called by its place in a list, which these give it: without one of them it has another name.
    pub numbered: Vec<Cause>,
}

impl Graph {
    /// Adds an object that stands in another one, if in any, and goes with it.
    pub fn add(&mut self, object: EnvoyObject, parent: Option<NodeId>) -> NodeId {
        let needs = parent.into_iter().map(|parent| Need::Place(vec![parent])).collect();
        self.nodes.push(Node { object, needs, shaped: Vec::new(), shared: Vec::new(), numbered: Vec::new() });
        self.nodes.len() - 1
    }

    /// The object needs one of these. No causes say nothing: what they are is not known.
    pub fn need(&mut self, node: NodeId, one_of: Vec<Cause>) {
        if !one_of.is_empty() {
            self.nodes[node].needs.push(Need::OneOf(one_of));
        }
    }

    /// The object comes from where one of these objects comes from.
    pub fn need_object(&mut self, node: NodeId, one_of: Vec<NodeId>) {
        if !one_of.is_empty() {
            self.nodes[node].needs.push(Need::OneObject(one_of));
        }
    }

    /// The object stands in one of these objects.
    pub fn place(&mut self, node: NodeId, one_of: Vec<NodeId>) {
        if !one_of.is_empty() {
            self.nodes[node].needs.push(Need::Place(one_of));
        }
    }

    /// The object is as it is because of one of these.
    pub fn shape(&mut self, node: NodeId, one_of: Vec<Cause>) {
        let known = &mut self.nodes[node].shaped;
        if !one_of.is_empty() && !known.contains(&one_of) {
            known.push(one_of);
        }
    }

    /// The object is as it is because of each of these.
    pub fn shape_each(&mut self, node: NodeId, causes: impl IntoIterator<Item = Cause>) {
        for cause in causes {
            self.shape(node, vec![cause]);
        }
    }

    /// The object is allowed by these, and would be without them.
    pub fn share(&mut self, node: NodeId, causes: Vec<Cause>) {
        cause::add(&mut self.nodes[node].shared, causes);
    }

    /// The object is called by its place in a list, behind these.
    pub fn number(&mut self, node: NodeId, before: impl IntoIterator<Item = Cause>) {
        cause::add(&mut self.nodes[node].numbered, before);
    }

    /// Works out the owners of all objects.
    pub fn resolve(self) -> Vec<(EnvoyObject, Owned)> {
        let mut known = HashMap::with_capacity(self.nodes.len());
        let owned: Vec<Owned> = (0..self.nodes.len()).map(|id| self.owned(id, &mut known)).collect();
        self.nodes.into_iter().map(|node| node.object).zip(owned).collect()
    }

    fn owned(&self, id: NodeId, known: &mut HashMap<NodeId, Critical>) -> Owned {
        let node = &self.nodes[id];
        let Critical { own, all, shared } = self.critical(id, known).clone();
        let mut owned = Owned { own: own.len(), made: own, shared, ..Owned::default() };
        cause::add(&mut owned.made, all);
        for alternatives in &node.shaped {
            let common = meet_of(alternatives);
            if common.is_empty() {
                cause::add(&mut owned.shared, alternatives.iter().cloned());
            }
            cause::add(&mut owned.shaped, common);
        }
        cause::add(&mut owned.shared, node.shared.iter().cloned());
        cause::add(&mut owned.numbered, node.numbered.iter().cloned());
        let made = &owned.made;
        // What a resource made it also shaped: only a part of it says more.
        let says_more =
            |cause: &Cause| !cause.path.is_empty() || !made.iter().any(|own| own.resource == cause.resource);
        owned.shaped.retain(|cause| !made.contains(cause) && says_more(cause));
        owned.shared.retain(|cause| !made.contains(cause));
        owned
    }

    /// What takes the object away when it goes. A listener that needs one of its chains is no parent of theirs.
    fn critical<'k>(&self, id: NodeId, known: &'k mut HashMap<NodeId, Critical>) -> &'k Critical {
        if !known.contains_key(&id) {
            // Objects that came to stand in one another, as broken input may have it, say nothing of each other.
            known.insert(id, Critical::default());
            let mut critical = Critical::default();
            for need in &self.nodes[id].needs {
                let alternatives: Vec<Vec<Cause>> = match need {
                    Need::OneOf(causes) => causes.iter().map(|cause| vec![cause.clone()]).collect(),
                    Need::OneObject(objects) | Need::Place(objects) => {
                        objects.iter().map(|object| self.critical(*object, known).all.clone()).collect()
                    }
                };
                let common = cause::meet(alternatives.iter().cloned());
                if !matches!(need, Need::Place(_)) {
                    if common.is_empty() {
                        cause::add(&mut critical.shared, alternatives.into_iter().flatten());
                    }
                    cause::add(&mut critical.own, common.iter().cloned());
                }
                cause::add(&mut critical.all, common);
            }
            known.insert(id, critical);
        }
        &known[&id]
    }
}

/// What the needs of an object come to.
#[derive(Debug, Clone, Default)]
struct Critical {
    /// It goes with any of these, by needs of its own.
    own: Vec<Cause>,
    /// It goes with any of these.
    all: Vec<Cause>,
    /// One of these would do.
    shared: Vec<Cause>,
}

fn meet_of(causes: &[Cause]) -> Vec<Cause> {
    cause::meet(causes.iter().map(|cause| vec![cause.clone()]))
}
