//! `meshdbg ztunnel KIND [ZTUNNEL]`: istioctl's `ztunnel-config`, with its flags and columns; `-o wide` shows what
//! istioctl hides, and `waypoints` why a waypoint is used or not.

mod chosen;
mod flags;
mod kind;
mod show;

pub(super) use chosen::Chosen;
pub(super) use kind::{Kind, run};
