//! Go's `sort.Slice`, step by step.
//!
//! istioctl sorts rows with it, and where rows are equal, or where the order is none (route tables are compared by
//! number only), what it prints depends on every comparison and swap of the algorithm: a pattern-defeating quicksort
//! that is not stable. To print the same rows in the same order, the same steps are taken here. They are fixed by
//! the number of items and the answers of `less`, so the order is the same on every run.

/// Up to this many items are sorted by insertion.
const INSERTION_LIMIT: usize = 12;
/// From this many items on, the pivot is chosen among nine instead of three.
const NINTHER_LIMIT: usize = 50;
/// So many swaps while the pivot is chosen among nine say that the items stand in reverse.
const SWAPS_OF_REVERSED: usize = 12;
/// So many misplaced items are moved before nearly sorted items are given up on.
const MISPLACED_LIMIT: usize = 5;
/// Fewer items than this are not worth moving one by one.
const MOVING_LIMIT: usize = 50;

/// Sorts items as Go's `sort.Slice` does. `less` need not be an order.
pub(super) fn sort<T>(items: &mut [T], less: impl Fn(&T, &T) -> bool) {
    let (end, bad_pivots) = (items.len(), bit_length(items.len()));
    Sorter { items, less }.quick(0, end, bad_pivots);
}

/// The order of items by keys that are worked out once: places in `items`.
pub(super) fn order<'a, T, K: Ord>(items: &'a [T], key: impl Fn(&'a T) -> K) -> Vec<usize> {
    let mut keyed: Vec<(K, usize)> = items.iter().enumerate().map(|(index, item)| (key(item), index)).collect();
    sort(&mut keyed, |left, right| left.0 < right.0);
    keyed.into_iter().map(|(_, index)| index).collect()
}

/// The items in an order.
pub(super) fn arrange<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.iter().filter_map(|index| items.get_mut(*index)?.take()).collect()
}

fn bit_length(number: usize) -> u32 {
    usize::BITS - number.leading_zeros()
}

/// What choosing the pivot tells about the items.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hint {
    Ascending,
    Descending,
    Neither,
}

struct Sorter<'a, T, F> {
    items: &'a mut [T],
    less: F,
}

/// All ranges are half open: `start..end`.
impl<T, F: Fn(&T, &T) -> bool> Sorter<'_, T, F> {
    fn less(&self, left: usize, right: usize) -> bool {
        (self.less)(&self.items[left], &self.items[right])
    }

    fn quick(&mut self, mut start: usize, mut end: usize, mut bad_pivots: u32) {
        let (mut was_balanced, mut was_parted) = (true, true);
        loop {
            let length = end - start;
            if length <= INSERTION_LIMIT {
                return self.insertion(start, end);
            }
            if bad_pivots == 0 {
                return self.heap(start, end);
            }
            if !was_balanced {
                self.scatter(start, end);
                bad_pivots -= 1;
            }
            let (mut pivot, mut hint) = self.choose_pivot(start, end);
            if hint == Hint::Descending {
                self.items[start..end].reverse();
                pivot = (end - 1) - (pivot - start);
                hint = Hint::Ascending;
            }
            if was_balanced && was_parted && hint == Hint::Ascending && self.nearly_sorted(start, end) {
                return;
            }
            // Nothing in the range is less than what stands before it: if the pivot is not greater, it is equal.
            if start > 0 && !self.less(start - 1, pivot) {
                start = self.part_equal(start, end, pivot);
                continue;
            }
            let (middle, parted) = self.part(start, end, pivot);
            was_parted = parted;
            let (left, right) = (middle - start, end - middle);
            was_balanced = left.min(right) >= length / 8;
            if left < right {
                self.quick(start, middle, bad_pivots);
                start = middle + 1;
            } else {
                self.quick(middle + 1, end, bad_pivots);
                end = middle;
            }
        }
    }

    fn insertion(&mut self, start: usize, end: usize) {
        for sorted in start + 1..end {
            let mut at = sorted;
            while at > start && self.less(at, at - 1) {
                self.items.swap(at, at - 1);
                at -= 1;
            }
        }
    }

    fn heap(&mut self, start: usize, end: usize) {
        let length = end - start;
        for root in (0..=(length - 1) / 2).rev() {
            self.sift_down(start, root, length);
        }
        for last in (0..length).rev() {
            self.items.swap(start, start + last);
            self.sift_down(start, 0, last);
        }
    }

    /// `root` and `length` count from `start`.
    fn sift_down(&mut self, start: usize, mut root: usize, length: usize) {
        loop {
            let mut child = 2 * root + 1;
            if child >= length {
                return;
            }
            if child + 1 < length && self.less(start + child, start + child + 1) {
                child += 1;
            }
            if !self.less(start + root, start + child) {
                return;
            }
            self.items.swap(start + root, start + child);
            root = child;
        }
    }

    /// Moves three items to places that look random but depend on the length only.
    fn scatter(&mut self, start: usize, end: usize) {
        let length = end - start;
        let mask = (1_usize << bit_length(length)) - 1;
        let mut random = length as u64;
        let middle = start + length / 4 * 2;
        for index in middle - 1..=middle + 1 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let mut other = usize::try_from(random & mask as u64).unwrap_or_default();
            if other >= length {
                other -= length;
            }
            self.items.swap(index, start + other);
        }
    }

    /// The range holds more than [`INSERTION_LIMIT`] items.
    fn choose_pivot(&self, start: usize, end: usize) -> (usize, Hint) {
        let (length, mut swaps) = (end - start, 0);
        let mut quarters = [1, 2, 3].map(|quarter| start + length / 4 * quarter);
        if length >= NINTHER_LIMIT {
            quarters = quarters.map(|at| self.median([at - 1, at, at + 1], &mut swaps));
        }
        let pivot = self.median(quarters, &mut swaps);
        let hint = match swaps {
            0 => Hint::Ascending,
            SWAPS_OF_REVERSED => Hint::Descending,
            _ => Hint::Neither,
        };
        (pivot, hint)
    }

    fn median(&self, [mut low, mut middle, high]: [usize; 3], swaps: &mut usize) -> usize {
        let mut order = |left: &mut usize, right: usize| {
            if self.less(right, *left) {
                *swaps += 1;
                return Some(std::mem::replace(left, right));
            }
            None
        };
        middle = order(&mut low, middle).unwrap_or(middle);
        order(&mut middle, high);
        order(&mut low, middle).unwrap_or(middle)
    }

    /// Less than the pivot to the left, the rest to the right. Says where the pivot ended, and whether nothing moved.
    fn part(&mut self, start: usize, end: usize, pivot: usize) -> (usize, bool) {
        self.items.swap(start, pivot);
        let (mut left, mut right) = (start + 1, end - 1);
        let mut untouched = true;
        loop {
            while left <= right && self.less(left, start) {
                left += 1;
            }
            while left <= right && !self.less(right, start) {
                right -= 1;
            }
            if left > right {
                break;
            }
            untouched = false;
            self.items.swap(left, right);
            left += 1;
            right -= 1;
        }
        self.items.swap(right, start);
        (right, untouched)
    }

    /// Equal to the pivot to the left, greater to the right. Says where the greater ones begin.
    fn part_equal(&mut self, start: usize, end: usize, pivot: usize) -> usize {
        self.items.swap(start, pivot);
        let (mut left, mut right) = (start + 1, end - 1);
        loop {
            while left <= right && !self.less(start, left) {
                left += 1;
            }
            while left <= right && self.less(start, right) {
                right -= 1;
            }
            if left > right {
                return left;
            }
            self.items.swap(left, right);
            left += 1;
            right -= 1;
        }
    }

    /// Puts a few misplaced items right. Says whether the range is sorted then.
    fn nearly_sorted(&mut self, start: usize, end: usize) -> bool {
        let mut at = start + 1;
        for _ in 0..MISPLACED_LIMIT {
            while at < end && !self.less(at, at - 1) {
                at += 1;
            }
            if at == end {
                return true;
            }
            if end - start < MOVING_LIMIT {
                return false;
            }
            self.items.swap(at, at - 1);
            if at - start >= 2 {
                self.sink(at - 1);
            }
            if end - at >= 2 {
                self.rise(at + 1, end);
            }
        }
        false
    }

    /// Moves an item left as long as it is less; past the start of the range, as Go does.
    fn sink(&mut self, mut at: usize) {
        while at >= 1 && self.less(at, at - 1) {
            self.items.swap(at, at - 1);
            at -= 1;
        }
    }

    /// Moves the item before `at` right as long as it is greater.
    fn rise(&mut self, mut at: usize, end: usize) {
        while at < end && self.less(at, at - 1) {
            self.items.swap(at, at - 1);
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// The order of the items, in one number.
    fn fingerprint(items: &[(i64, u64)]) -> u64 {
        items.iter().fold(0, |sum: u64, (_, id)| sum.wrapping_mul(31).wrapping_add(*id))
    }

    fn items(count: u64, key: impl Fn(i64) -> i64) -> Vec<(i64, u64)> {
        (0..count).map(|id| (key(id.cast_signed()), id)).collect()
    }

    /// What Go 1.26 made of the same items.
    #[test]
    fn orders_are_those_of_go() {
        let cases = [
            (12, 5, 0, 3, 2_625_258_315_215_826, 1_668_396_161_700_486),
            (13, 5, 0, 3, 4_802_450_384_414_380_818, 4_777_696_978_418_991_558),
            (40, 7, 1, 5, 13_776_275_894_626_599_088, 192_899_075_187_603_476),
            (49, 0, 0, 1, 552_634_825_432_740_632, 552_634_825_432_740_632),
            (60, 31, 3, 7, 9_884_356_412_739_819_318, 12_146_793_179_715_337_078),
            (200, 17, 5, 11, 17_681_444_034_813_505_188, 15_548_823_603_981_331_070),
            (500, 1, 0, 500, 15_713_154_281_389_315_322, 15_713_154_281_389_315_322),
            (500, -1, 0, 500, 17_120_268_786_572_440_186, 18_091_639_053_262_003_776),
            (300, 1, 1, 2, 17_840_791_099_072_486_550, 17_840_791_099_072_486_550),
            (1000, 13, 7, 997, 7_639_639_453_044_731_788, 8_064_309_943_009_703_290),
            (700, 1, 0, 10, 8_518_196_001_048_734_640, 9_931_704_968_444_530_014),
            (1000, 127, 31, 40, 17_959_642_652_294_537_976, 17_270_485_272_960_884_452),
        ];
        for (count, factor, square, modulus, ordered, unordered) in cases {
            let key = |id: i64| (id * factor + id * id * square).rem_euclid(modulus);
            let mut got = items(count, key);
            sort(&mut got, |left, right| left.0 < right.0);
            assert_eq!(fingerprint(&got), ordered, "{count} {factor} {square} {modulus}");
            assert!(got.is_sorted_by_key(|item| item.0));
            let mut got = items(count, key);
            sort(&mut got, |left, right| left.0 % 3 != 0 && right.0 % 3 != 0 && left.0 < right.0);
            assert_eq!(fingerprint(&got), unordered, "{count} {factor} {square} {modulus}, without order");
        }
    }

    #[test]
    fn bad_pivots_and_nonsense_end_as_in_go() {
        let mut pipe = items(3000, |id| if id > 1500 { 3000 - id } else { id });
        sort(&mut pipe, |left, right| left.0 < right.0);
        assert_eq!(fingerprint(&pipe), 12_090_887_842_779_601_532);
        let mut chaos = items(3000, |id| id * 7919 % 3001);
        sort(&mut chaos, |left, right| (left.0 ^ right.0) % 5 < 2 && left.1 != right.1);
        assert_eq!(fingerprint(&chaos), 198_029_594_523_563_798);
    }

    /// An adversary: the keys are made up while they are compared, so that every pivot is bad.
    #[test]
    fn an_adversary_leads_to_the_heap_as_in_go() {
        const GAS: i64 = 3000;
        let keys = RefCell::new((vec![GAS; 3000], 0, 0));
        let mut ids: Vec<usize> = (0..3000).collect();
        sort(&mut ids, |left, right| {
            let (keys, solid, candidate) = &mut *keys.borrow_mut();
            if keys[*left] == GAS && keys[*right] == GAS {
                keys[if *left == *candidate { *left } else { *right }] = *solid;
                *solid += 1;
            }
            if keys[*left] == GAS {
                *candidate = *left;
            } else if keys[*right] == GAS {
                *candidate = *right;
            }
            keys[*left] < keys[*right]
        });
        let ids: Vec<(i64, u64)> = ids.into_iter().map(|id| (0, id as u64)).collect();
        assert_eq!(fingerprint(&ids), 17_303_860_641_502_514_050);
        let keys = keys.into_inner().0;
        let mut killed = items(3000, |id| keys[usize::try_from(id).unwrap()] / 3);
        sort(&mut killed, |left, right| left.0 < right.0);
        assert_eq!(fingerprint(&killed), 14_034_251_686_221_226_220);
    }
}
