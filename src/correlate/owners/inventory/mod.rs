//! What a proxy has, as far as its owners can be told from it: the objects of its dump with the few fields that the
//! rules look at, each with its node in the graph.
//!
//! | what | where |
//! |---|---|
//! | listeners, chains and filters | [`listener`] |
//! | route tables, virtual hosts and routes | [`table`] |
//! | clusters and endpoints | [`cluster`] |
//! | all of a proxy | [`read`](mod@read) |

pub mod cluster;
pub mod listener;
pub mod read;
pub mod table;

pub use cluster::{ClusterFacts, EndpointFacts};
pub use listener::{ChainFacts, FilterFacts, ListenerFacts};
pub use read::{Inventory, Touched};
pub use table::{ActionFacts, RouteFacts, TableFacts, VirtualHostFacts};
