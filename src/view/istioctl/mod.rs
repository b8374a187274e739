//! What `istioctl proxy-config` and `ztunnel-config` print, cell for cell and blank for blank, for those who have it in
//! their fingers or in their scripts. What it should have printed is in [`table`](super::table).
//!
//! | command | where |
//! |---|---|
//! | `cluster` | [`cluster`] |
//! | `listener`, with the hidden `--waypoint` | [`listener`] |
//! | `route` | [`route`] |
//! | `endpoint` | [`endpoint`] |
//! | `eds`, which is hidden | [`eds`] |
//! | `secret` | [`secret`] |
//! | `bootstrap` | [`bootstrap`] |
//! | `ecds` | [`ecds`] |
//! | `all` | [`all`] |
//! | `log` | [`log`] |
//! | `ztunnel-config` | [`ztunnel`] |
//!
//! Each has a `table`, which is `-o short`, and (but for `log`) `objects`, which are `-o json` and `-o yaml`. Where
//! istioctl has flags, a `Filter` holds them; its default is that of istioctl. What cannot be answered is a sentence.
//! Notes stand beside the answer: istioctl does not print them.
//!
//! # Where istioctl is wrong or hides things
//!
//! Its rows are kept here as they are. The other tables of meshdbg tell what is missing in them:
//!
//! - `cluster`, `listener`: objects that are warming or draining, and updates that Envoy rejected, are not shown. A note
//!   counts them.
//! - `cluster`: the type of every cluster whose discovery is an extension is `STATIC`.
//! - `cluster`: flags are looked for anywhere in the name, so that `--direction inbound` finds `inbound-vip` too, and
//!   `--subset v1` a host with `v1` in it.
//! - `cluster`: the column DESTINATION RULE is whatever resource the cluster is marked with, such as a Sidecar, and only
//!   the last of several `DestinationRule`s that were merged.
//! - `listener`: chains are sorted by destination from Z to A, not in the order in which Envoy matches them. The chain
//!   that takes the rest has no mark.
//! - `listener`: MATCH leaves out where a connection comes from (addresses, ports, type of source), suffix lengths and
//!   the name of the chain. Where a matcher of the listener chooses the chain, as in waypoints, MATCH is `ALL` for
//!   every chain; `--waypoint` shows it, but not where the matcher is a list.
//! - `listener`: listeners inside of Envoy have an empty address and the port 0.
//! - `listener`: filters are told by their names, not by their types; a TCP proxy with weighted clusters leads to
//!   `Cluster: ` and nothing.
//! - `route`: there is no destination, no weight, no redirect and no direct response. MATCH leaves out method, headers,
//!   query, cookies and shares, so that several routes look alike; it is empty for CONNECT and templates.
//! - `route`: routes to `PassthroughCluster` are left out. A note counts them.
//! - `route`: `404` stands for a virtual host without routes, also where it has a matcher instead.
//! - `route`: VIRTUAL SERVICE names the `VirtualService` that istiod generates for an `HTTPRoute`, not the `HTTPRoute`.
//! - `route`: only tables with numbers for names are sorted, and what is between them stays where it happens to be.
//! - `route`: domains with ports are left out where there are several, IPv6 addresses with fewer than three colons too.
//! - `endpoint`: STATUS is what EDS says; failed active health checks are not in it. Priority, weight and locality are
//!   not shown, and IPv6 addresses have no brackets.
//! - `secret`: only the first certificate of a chain or of several roots is looked at, and private keys never are.
//!   Secrets that have not arrived are `ACTIVE` with an empty type. Static secrets are not shown.
//!
//! # Where this differs
//!
//! - istioctl stops at the first object that it cannot read. Here it is left out, with a note.
//! - `endpoint` of a dump without `/clusters` is an empty table in istioctl, and a sentence here; `eds` of a dump without
//!   EDS likewise. The text form of `/clusters` is read too; only for `-o json` the JSON form is needed.
//! - `all` goes on after a table that cannot be printed. `all -o json` holds the sections of the dump without what
//!   stands beside their items, such as `version_info`.
//! - `-o json` has the fields in the order of the dump, and `<`, `>` and `&` as they are: the same JSON in other bytes.
//!   Messages that istioctl does not know are kept, where istioctl empties them. Private keys are redacted.
//! - `listener --waypoint`: several ways to one chain are sorted; istioctl prints them in random order.
//! - Filters under the names that they had in API v2 are known, and dumps with `?resource=` are read.

pub mod all;
pub mod bootstrap;
pub mod cluster;
mod destination;
mod domains;
pub mod ecds;
pub mod eds;
pub mod endpoint;
mod go_sort;
pub mod listener;
mod listener_match;
mod listing;
pub mod log;
mod management;
mod naming;
mod note;
mod objects;
mod raw;
pub mod route;
mod route_match;
pub mod secret;
mod section;
mod subset_key;
mod tree;
mod waypoint;
pub mod ztunnel;

pub use listing::Listing;
pub use note::Note;
pub use objects::Objects;
pub use tree::Tree;
