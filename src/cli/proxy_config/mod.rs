//! `meshdbg proxy-config KIND [POD] -f FILE`: istioctl's command, flags and columns.

mod flags;
mod kind;

pub(super) use kind::{Kind, run};
