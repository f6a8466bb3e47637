//! The reading of a measure in words: ages in years and months.

use crate::domain::{Refusal, fold};

/// Reads what an instrument said: a number, or an age as `7:04` (years and months, kept as months).
///
/// # Errors
/// When it is neither.
pub fn read_value(words: &str) -> Result<f64, Refusal> {
    let not_a_reading = || {
        let words = if words.is_empty() {
            "What did it say? Type a number such as 8, or an age such as 7:04.".to_owned()
        } else {
            format!(
                "\"{words}\" is not a reading. Type a number such as 8, or an age such as 7:04."
            )
        };
        Refusal::of("value", words)
    };
    if let Some((years, months)) = words.split_once(':') {
        let part = |digits: &str| digits.trim().parse::<u8>().ok();
        return match (part(years), part(months)) {
            (Some(years), Some(months)) if years < 100 && months < 12 => {
                Ok(f64::from(u16::from(years) * 12 + u16::from(months)))
            }
            _ => Err(not_a_reading()),
        };
    }
    match words.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(not_a_reading()),
    }
}

/// Writes what an instrument said: an age as `7:04` where the instrument is one of ages.
pub fn value_words(instrument: &str, value: f64) -> String {
    let is_age = fold(instrument)
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| word == "age" || word == "ages");
    let is_months = value.fract() == 0.0 && (0.0..1200.0).contains(&value);
    if is_age && is_months {
        format!("{}:{:02}", (value / 12.0).floor(), value % 12.0)
    } else {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_years_and_months() {
        assert_eq!(read_value("7:04"), Ok(88.0));
        assert_eq!(read_value("88"), Ok(88.0));
        assert_eq!(read_value("-4.5"), Ok(-4.5));
        assert_eq!(value_words("Salford reading age (months)", 88.0), "7:04");
        assert_eq!(value_words("tally", 88.0), "88");
        assert_eq!(value_words("language screen", 4.5), "4.5");
    }

    #[test]
    fn what_is_no_reading_says_what_to_type() {
        for words in ["", "lots", "7:13", "a:b", "inf", "NaN"] {
            let refusal = read_value(words).expect_err(words);
            assert_eq!(refusal.field.as_deref(), Some("value"));
            assert!(refusal.words.contains("such as 7:04"));
        }
    }
}
