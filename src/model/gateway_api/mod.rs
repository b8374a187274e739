//! Gateway API resources: the parts that say what istiod makes of them.

pub mod gateway;
pub mod grant;
pub mod route;
