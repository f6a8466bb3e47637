//! Money, in whole pence.

use std::fmt;
use std::iter::Sum;

use serde::{Deserialize, Serialize};

/// An amount of money in pence, shown as "£1,234.50".
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Pence(pub i64);

/// Adds up; an amount beyond all money stays at the largest.
impl Sum for Pence {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), |sum, amount| Self(sum.0.saturating_add(amount.0)))
    }
}

/// "£1,234.50", "-£0.05".
impl fmt::Display for Pence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (pounds, pence) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let digits = pounds.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        f.pad(&format!("{sign}£{grouped}.{pence:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_shown_in_pounds_with_commas() {
        let table = [
            (0, "£0.00"),
            (5, "£0.05"),
            (-5, "-£0.05"),
            (99_999, "£999.99"),
            (100_000, "£1,000.00"),
            (123_456_789, "£1,234,567.89"),
            (i64::MIN, "-£92,233,720,368,547,758.08"),
        ];
        for (pence, shown) in table {
            assert_eq!(Pence(pence).to_string(), shown);
        }
        assert_eq!(format!("{:>8}", Pence(5160)), "  £51.60");
    }

    #[test]
    fn sums_stop_at_the_largest_amount() {
        let sum: Pence = [Pence(i64::MAX), Pence(1)].into_iter().sum();
        assert_eq!(sum, Pence(i64::MAX));
    }
}
