//! Keys written down, for tests and demonstrations.

use super::{Code, Key};

/// Why a script of keys can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// A `<` without its `>`.
    #[error("\"{0}\" has no closing >; a < alone is written <lt>")]
    Unclosed(String),
    /// What stands between `<` and `>` is no key.
    #[error("<{0}> is not a key")]
    Unknown(String),
    /// A line break or another control character stands between the keys.
    #[error("{0:?} can't be typed; write <Enter> or <Tab>")]
    Control(char),
}

/// Reads keys written as a script: characters are themselves, other keys stand in angle brackets as [`Key`] displays them.
///
/// ```
/// use caseload::keys::{Code, Key, parse_script};
/// assert_eq!(
///     parse_script("2p<Ctrl+S><Shift+Tab><lt>"),
///     Ok(vec![Key::char('2'), Key::char('p'), Key::ctrl('s'), Key::plain(Code::BackTab), Key::char('<')])
/// );
/// ```
///
/// # Errors
/// [`ScriptError`] if a bracket is not closed, names no key, or a control character stands in the script.
pub fn parse_script(script: &str) -> Result<Vec<Key>, ScriptError> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        if first == '<' {
            let (name, after) = rest[1..]
                .split_once('>')
                .ok_or_else(|| ScriptError::Unclosed(rest.to_owned()))?;
            keys.push(named(name).ok_or_else(|| ScriptError::Unknown(name.to_owned()))?);
            rest = after;
        } else if first.is_control() {
            return Err(ScriptError::Control(first));
        } else {
            keys.push(Key::char(first));
            rest = &rest[first.len_utf8()..];
        }
    }
    Ok(keys)
}

/// The key of this name: `Ctrl+S`, `Shift+Tab`, `lt`; capital and small letters alike.
fn named(name: &str) -> Option<Key> {
    let (name, ctrl) = without_prefix(name, "Ctrl+");
    let (name, shift) = without_prefix(name, "Shift+");
    let code = code_named(name)?;
    // A character alone needs no brackets: `<a>` is more likely a slip.
    (ctrl || !matches!(code, Code::Char(letter) if letter.is_alphanumeric()))
        .then(|| Key::arriving(code, ctrl, shift))
}

fn without_prefix<'a>(name: &'a str, prefix: &str) -> (&'a str, bool) {
    match name.split_at_checked(prefix.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(prefix) => (rest, true),
        _ => (name, false),
    }
}

fn code_named(name: &str) -> Option<Code> {
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return Some(Code::Char(only));
    }
    if let Some(number) = name.strip_prefix(['F', 'f']) {
        return number
            .parse()
            .ok()
            .filter(|number| (1..=24).contains(number))
            .map(Code::F);
    }
    match name.to_ascii_lowercase().as_str() {
        "lt" => Some(Code::Char('<')),
        "space" => Some(Code::Char(' ')),
        "delete" => Some(Code::Delete),
        small => Code::NAMED
            .into_iter()
            .find(|code| code.to_string().eq_ignore_ascii_case(small)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_read_key_by_key() {
        assert_eq!(
            parse_script("pZoë>.<Tab><Ctrl+S><Enter><F1><lt><Space><Ctrl+Left><ctrl+shift+end>"),
            Ok(vec![
                Key::char('p'),
                Key::char('Z'),
                Key::char('o'),
                Key::char('ë'),
                Key::char('>'),
                Key::char('.'),
                Key::plain(Code::Tab),
                Key::ctrl('s'),
                Key::plain(Code::Enter),
                Key::f(1),
                Key::char('<'),
                Key::char(' '),
                Key::ctrl_with(Code::Left),
                Key {
                    code: Code::End,
                    ctrl: true,
                    shift: true
                },
            ])
        );
    }

    #[test]
    fn every_key_reads_back_from_how_it_is_displayed() {
        let named = Code::NAMED.into_iter().map(Key::plain);
        let functions = (1..=12).map(Key::f);
        let with_ctrl = ('a'..='z')
            .filter(|letter| !"hijm".contains(*letter))
            .map(Key::ctrl);
        let moving = [Code::Left, Code::Home]
            .into_iter()
            .flat_map(|code| [Key::ctrl_with(code), Key::shift_with(code)]);
        for key in named
            .chain(functions)
            .chain(with_ctrl)
            .chain(moving)
            .chain([Key::char(' ')])
        {
            assert_eq!(parse_script(&format!("<{key}>")), Ok(vec![key]));
        }
    }

    #[test]
    fn a_script_types_what_a_terminal_would_deliver() {
        assert_eq!(
            parse_script("<Ctrl+H><Ctrl+I><Ctrl+M><Ctrl+J>"),
            Ok([Code::Backspace, Code::Tab, Code::Enter, Code::Enter]
                .map(Key::plain)
                .to_vec())
        );
    }

    #[test]
    fn a_wrong_script_says_where() {
        assert_eq!(
            parse_script("a<Tab"),
            Err(ScriptError::Unclosed("<Tab".to_owned()))
        );
        assert_eq!(
            parse_script("<Entre>"),
            Err(ScriptError::Unknown("Entre".to_owned()))
        );
        assert_eq!(
            parse_script("<F99>"),
            Err(ScriptError::Unknown("F99".to_owned()))
        );
        assert_eq!(
            parse_script("<a>"),
            Err(ScriptError::Unknown("a".to_owned()))
        );
        assert_eq!(parse_script("<>"), Err(ScriptError::Unknown(String::new())));
        assert_eq!(parse_script("a\nb"), Err(ScriptError::Control('\n')));
    }
}
