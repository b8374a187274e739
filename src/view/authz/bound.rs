//! What the pages of sidecars and of ztunnels say alike of policies that bind.

use crate::base::origin::Owner;
use crate::view::document::{Line, Role};

/// Policies in words, such as `2 policies bind shop/reviews: 1 DENY, 1 as a dry run`. Of each the action, and whether it is
/// only logged.
pub(super) fn sentence(workload: &str, policies: &[(&str, bool)]) -> Line {
    let mut words: Vec<String> = Vec::new();
    for action in ["CUSTOM", "DENY", "ALLOW", "AUDIT", "matcher"] {
        let number = policies.iter().filter(|(own, dry_run)| *own == action && !dry_run).count();
        words.extend((number > 0).then(|| format!("{number} {action}")));
    }
    let dry = policies.iter().filter(|(_, dry_run)| *dry_run).count();
    words.extend((dry > 0).then(|| format!("{dry} as a dry run")));
    let bind = match policies.len() {
        1 => "1 policy binds".to_owned(),
        several => format!("{several} policies bind"),
    };
    Line::of(Role::Strong, format!("{bind} {workload}: {}", words.join(", ")))
}

/// The label of a policy.
pub(super) fn label(action: &str, dry_run: bool) -> Line {
    Line::of(Role::Strong, if dry_run { format!("dry {action}") } else { action.to_owned() })
}

/// Where an owner is written; empty where that is not known.
pub(super) fn place(owner: &Owner) -> Line {
    owner.place.as_ref().map(|place| Line::of(Role::Muted, place.to_string())).unwrap_or_default()
}
