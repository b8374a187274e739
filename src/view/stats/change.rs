//! The reading before.

use std::collections::HashMap;

use crate::model::stats::{Stat, StatValue};

/// What the numbers were, and how long ago.
#[derive(Debug, Clone, Default)]
pub struct Before {
    values: HashMap<String, u64>,
    seconds: f64,
}

impl Before {
    /// A reading, so many seconds old.
    pub fn new(stats: &[Stat], seconds: f64) -> Self {
        let number = |stat: &Stat| match stat.value {
            StatValue::Number(number) => Some((stat.name.clone(), number)),
            StatValue::Text(_) | StatValue::Quantiles(_) => None,
        };
        Self { values: stats.iter().filter_map(number).collect(), seconds }
    }

    /// How much a number changed. One that was not there was zero: Envoy tells of unused ones only where asked to.
    pub(super) fn change(&self, stat: &Stat) -> Option<i64> {
        let StatValue::Number(now) = stat.value else { return None };
        let before = self.values.get(&stat.name).copied().unwrap_or_default();
        i64::try_from(i128::from(now) - i128::from(before)).ok()
    }

    /// A change in a second. A counter that became less was reset: by a restart, or by hand.
    #[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
    pub(super) fn rate(&self, change: i64) -> Option<f64> {
        (self.seconds > 0.0 && change >= 0).then(|| (change as f64 / self.seconds * 100.0).round() / 100.0)
    }
}
