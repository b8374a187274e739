//! The words that every room shares: names, where things come from, what was read, and three-valued truth with its
//! evidence. No parsing of formats, no input or output.

pub mod capture;
pub mod evidence;
pub mod field;
pub mod name;
pub mod origin;
pub mod section;
