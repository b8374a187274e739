//! Whose every Envoy object is, down to the rule, and what every resource made: one relation, read two ways.
//!
//! istiod's marks and names say little: most of its output has none (`pilot/pkg/networking`). The rest is worked out from
//! the resources. Each [`rules`] file says of some objects where they come from; the [`graph`] joins what they say, so
//! that an object inherits the causes of what it stands in, and one of several services behind a listener is told from
//! its only one.
//!
//! | what | where |
//! |---|---|
//! | names of objects | [`object`] |
//! | parts of resources as causes | [`cause`] |
//! | what an object needs, and what that means for its owners | [`graph`] |
//! | the objects of a proxy | [`inventory`] |
//! | the resources, decoded | [`world`] |
//! | a proxy among them | [`view`] |
//! | where objects come from | [`rules`] |
//! | secrets | [`secret`](mod@secret) |
//! | parts that made nothing | [`idle`](mod@idle) |
//! | the relation | [`relation`] |
//! | single objects of one proxy | [`detail`] |

pub mod cause;
pub mod detail;
pub mod graph;
pub mod idle;
pub mod inventory;
pub mod object;
pub mod relation;
pub mod rules;
pub mod secret;
pub mod view;
pub mod world;

pub use detail::{Detail, Told};
pub use idle::{Idle, IdleCode, Why, idle};
pub use inventory::Touched;
pub use object::{EnvoyKind, EnvoyObject, KeyPart};
pub use relation::{Link, Owners, Role};
pub use secret::secret;
