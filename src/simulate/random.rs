//! The one random number of a stream.
//!
//! Envoy draws one number for each stream and uses it for every `runtime_fraction` of a route table, for the weights of
//! a route and for its mirrors. They are therefore not independent: behind a route that takes 50 % of the requests, a
//! 50/50 split always goes to the second cluster. [`StreamRandom`] keeps what is known of that number r as conditions
//! on r modulo some m, and tells the share of the numbers that are left.

use std::ops::Range;

/// What is known of the random number of a stream.
#[derive(Debug, Clone, Default)]
pub struct StreamRandom {
    /// Conditions, by rising modulus; each modulus divides the next.
    levels: Vec<Level>,
}

#[derive(Debug, Clone)]
struct Level {
    modulus: u64,
    /// Sorted and disjoint.
    ranges: Vec<Range<u64>>,
}

/// Beyond so many pieces the conditions are taken as independent.
const MOST_PIECES: usize = 10_000;

impl StreamRandom {
    /// The share of the numbers still possible that have `r % modulus` in the range.
    #[expect(clippy::cast_precision_loss, reason = "shares are shown with a few digits")]
    pub fn share(&self, modulus: u64, range: &Range<u64>) -> f64 {
        let mut narrowed = self.clone();
        narrowed.narrow(modulus, range);
        let (all, all_of) = self.count();
        let (some, some_of) = narrowed.count();
        if all == 0 {
            return 0.0;
        }
        (some as f64 / some_of as f64) / (all as f64 / all_of as f64)
    }

    /// Notes that `r % modulus` lies in the range.
    pub fn narrow(&mut self, modulus: u64, range: &Range<u64>) {
        if modulus == 0 {
            return;
        }
        if let Some(level) = self.levels.iter_mut().find(|level| level.modulus == modulus) {
            level.ranges = level
                .ranges
                .iter()
                .map(|known| known.start.max(range.start)..known.end.min(range.end))
                .filter(|left| !left.is_empty())
                .collect();
            return;
        }
        let mut new = Level { modulus, ranges: vec![range.clone()] };
        // Lift the new condition until it fits the chain of moduli that divide each other.
        for level in &self.levels {
            let (small, large) = (level.modulus.min(new.modulus), level.modulus.max(new.modulus));
            if large % small != 0 && !new.lift_to_multiple_of(level.modulus) {
                return;
            }
        }
        match self.levels.iter().position(|level| level.modulus >= new.modulus) {
            Some(at) if self.levels[at].modulus == new.modulus => {
                let known = std::mem::take(&mut self.levels[at].ranges);
                self.levels[at].ranges = intersect(&known, &new.ranges);
            }
            Some(at) => self.levels.insert(at, new),
            None => self.levels.push(new),
        }
    }

    /// How many numbers below the largest modulus meet all conditions, and that modulus.
    fn count(&self) -> (u64, u64) {
        match self.levels.split_last() {
            None => (1, 1),
            Some((top, below)) => (top.count_whole(below), top.modulus),
        }
    }
}

impl Level {
    /// Numbers below the modulus that meet this condition and those below it.
    fn count_whole(&self, below: &[Self]) -> u64 {
        self.ranges.iter().map(|range| count_below(range.end, below) - count_below(range.start, below)).sum()
    }

    /// Rewrites the condition for the least common multiple. Gives up where that has too many pieces.
    fn lift_to_multiple_of(&mut self, other: u64) -> bool {
        let factor = other / greatest_common_divisor(other, self.modulus);
        let pieces = usize::try_from(factor).ok().and_then(|factor| factor.checked_mul(self.ranges.len()));
        if pieces.is_none_or(|pieces| pieces > MOST_PIECES) {
            return false;
        }
        let Some(modulus) = self.modulus.checked_mul(factor) else {
            return false;
        };
        self.ranges = (0..factor)
            .flat_map(|turn| {
                let offset = turn * self.modulus;
                self.ranges.iter().map(move |range| range.start + offset..range.end + offset)
            })
            .collect();
        self.modulus = modulus;
        true
    }
}

/// Numbers below `end` that meet the conditions.
fn count_below(end: u64, levels: &[Level]) -> u64 {
    let Some((top, below)) = levels.split_last() else {
        return end;
    };
    let rest = end % top.modulus;
    let in_rest: u64 = top
        .ranges
        .iter()
        .map(|range| count_below(range.end.min(rest), below).saturating_sub(count_below(range.start.min(rest), below)))
        .sum();
    end / top.modulus * top.count_whole(below) + in_rest
}

fn intersect(left: &[Range<u64>], right: &[Range<u64>]) -> Vec<Range<u64>> {
    let mut result: Vec<_> = left
        .iter()
        .flat_map(|a| right.iter().map(move |b| a.start.max(b.start)..a.end.min(b.end)))
        .filter(|range| !range.is_empty())
        .collect();
    result.sort_by_key(|range| range.start);
    result
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_route_fraction_and_weights_share_one_number() {
        let mut random = StreamRandom::default();
        assert!((random.share(100, &(0..50)) - 0.5).abs() < 1e-9);
        // The first route takes r % 100 < 50; the second is asked with the rest.
        random.narrow(100, &(50..100));
        assert!(random.share(100, &(0..50)) < 1e-9);
        assert!((random.share(100, &(50..100)) - 1.0).abs() < 1e-9);
        // One in a million among them.
        assert!((random.share(1_000_000, &(0..100_000)) - 0.1).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn shares_are_those_of_counting(
            conditions in prop::collection::vec((1u64..13, 0u64..13, 0u64..13), 1..4),
            asked in (1u64..13, 0u64..13, 0u64..13),
        ) {
            let range = |(modulus, a, b): (u64, u64, u64)| (modulus, (a % modulus)..(b % modulus).max(a % modulus) + 1);
            let mut random = StreamRandom::default();
            let mut left: Vec<u64> = (0..360_360).collect();
            for condition in conditions {
                let (modulus, range) = range(condition);
                random.narrow(modulus, &range);
                left.retain(|r| range.contains(&(r % modulus)));
            }
            let (modulus, range) = range(asked);
            let hit = left.iter().filter(|r| range.contains(&(*r % modulus))).count();
            #[expect(clippy::cast_precision_loss, reason = "small counts")]
            let want = if left.is_empty() { 0.0 } else { hit as f64 / left.len() as f64 };
            prop_assert!((random.share(modulus, &range) - want).abs() < 1e-9);
        }
    }
}
