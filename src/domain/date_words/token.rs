//! Typed words, cut into what the readers look at.

/// A piece of a date in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Digits, with how many were typed: "03" and "2026" are told apart from "3" and "26".
    Number { value: u32, digits: usize },
    /// Letters, in lower case.
    Word(&'a str),
    /// A plus sign before all else.
    Plus,
    /// A minus sign before all else.
    Minus,
}

/// What may stand between the parts of a date.
const BETWEEN: &str = "-–−/.,'’()";

/// Words that change nothing: "by half term", "the 3rd of December".
const FILLERS: [&str; 6] = ["on", "by", "at", "the", "of", "due"];

const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];

/// Cuts words in lower case into tokens; none when there is a character in them that no date has.
pub(super) fn tokens(lower: &str) -> Option<Vec<Token<'_>>> {
    let mut rest = lower.trim_start();
    let mut tokens = Vec::new();
    let signs = [('+', Token::Plus), ('-', Token::Minus), ('−', Token::Minus)];
    if let Some((sign, token)) = signs.into_iter().find(|(sign, _)| rest.starts_with(*sign)) {
        rest = rest[sign.len_utf8()..].trim_start();
        tokens.push(token);
        if rest.starts_with(|letter| BETWEEN.contains(letter)) {
            return None;
        }
    }
    let mut after_number = false;
    while let Some(first) = rest.chars().next() {
        let same: fn(char) -> bool = match first {
            '0'..='9' => |letter| letter.is_ascii_digit(),
            _ if first.is_alphabetic() => char::is_alphabetic,
            _ if first.is_whitespace() || BETWEEN.contains(first) => {
                |letter| letter.is_whitespace() || BETWEEN.contains(letter)
            }
            _ => return None,
        };
        let end = rest.find(|letter| !same(letter)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        if first.is_ascii_digit() {
            tokens.push(Token::Number {
                value: piece.parse().unwrap_or(u32::MAX),
                digits: piece.len(),
            });
        } else if first.is_alphabetic() {
            let filler = FILLERS.contains(&piece) || after_number && ORDINALS.contains(&piece);
            tokens.extend((!filler).then_some(Token::Word(piece)));
        }
        after_number = first.is_ascii_digit();
    }
    Some(tokens)
}
