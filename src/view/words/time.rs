//! Points in time and stretches of it.

use jiff::Timestamp;

/// Whole days from one time to another; negative where it has passed.
pub fn days(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_second() - from.as_second()).div_euclid(24 * 60 * 60)
}

/// A time to the second, as certificates and logs write it.
pub fn to_the_second(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second()).map_or_else(|_| time.to_string(), |time| time.to_string())
}
