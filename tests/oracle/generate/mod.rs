//! Requests made from a configuration: those that every listener, chain, virtual host, route and policy speaks of, then
//! the same with one thing changed ("near misses"), then with several. The same seed makes the same requests.

mod doors;
mod generator;
mod hits;
mod mutate;
mod odd;
mod policy;
mod text;
mod token;
mod words;

pub(crate) use generator::requests;
pub(crate) use words::Words;
