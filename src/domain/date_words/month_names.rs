//! The names of the months.

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month a word in lower case names, 1 to 12: three letters are enough ("dec", "sept", "november").
pub(super) fn month(word: &str) -> Option<u32> {
    let named = |name: &&str| word.len() >= 3 && name.to_lowercase().starts_with(word);
    let place = NAMES.iter().position(named)?;
    u32::try_from(place + 1).ok()
}

/// The name of a month, 1 to 12: "November".
pub(super) fn name(month: u32) -> &'static str {
    let place = usize::try_from(month.saturating_sub(1)).unwrap_or(0);
    NAMES.get(place).unwrap_or(&"that month")
}
