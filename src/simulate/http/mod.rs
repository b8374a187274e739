//! HTTP inside of a proxy: what the connection manager does to a request before, around and after the HTTP filters.

pub mod arrive;
pub mod client_cert;
pub mod codec;
pub mod finalize;
pub mod hash;
pub mod header_ops;
pub mod headers;
pub mod local;
pub mod manager;
pub mod message;
pub mod normalize;
pub mod path_index;
pub mod per_filter;
pub mod redirect;
pub mod refuse;
pub mod reply;
pub mod rewrite;
pub mod route;
pub mod route_table;
pub mod router;
pub mod scope;
pub mod select;
pub mod stream;
pub mod timeout;
pub mod tree;
pub mod upstream;
