use super::unreadable::Unreadable;

/// What stands between the columns of a file.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    strum::Display,
    strum::VariantArray,
)]
#[strum(serialize_all = "lowercase")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab, as in Excel's "Unicode Text".
    Tab,
    /// `|`
    Bar,
}

impl Delimiter {
    /// Its character, which is one byte.
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// What a first line `sep=;` says, with the text after that line. Excel writes and obeys it.
    pub(super) fn announced(text: &str) -> Result<Option<(Self, &str)>, Unreadable> {
        let (first, rest) = text.split_once(['\r', '\n']).unwrap_or((text, ""));
        let first = first
            .strip_prefix('"')
            .and_then(|inside| inside.strip_suffix('"'))
            .unwrap_or(first);
        let Some(named) = first
            .get(..4)
            .filter(|start| start.eq_ignore_ascii_case("sep="))
            .map(|_| &first[4..])
        else {
            return Ok(None);
        };
        let rest = match text.as_bytes().get(text.len() - rest.len() - 1) {
            Some(b'\r') => rest.strip_prefix('\n').unwrap_or(rest),
            _ => rest,
        };
        let delimiter = match named {
            "," => Self::Comma,
            ";" => Self::Semicolon,
            "\t" => Self::Tab,
            "|" => Self::Bar,
            other => return Err(Unreadable::UnknownDelimiter(other.to_owned())),
        };
        Ok(Some((delimiter, rest)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_may_name_the_delimiter() {
        assert_eq!(
            Delimiter::announced("sep=;\r\na;b").unwrap(),
            Some((Delimiter::Semicolon, "a;b"))
        );
        assert_eq!(
            Delimiter::announced("SEP=\t\na\tb").unwrap(),
            Some((Delimiter::Tab, "a\tb"))
        );
        assert_eq!(
            Delimiter::announced("\"sep=,\"\ra,b").unwrap(),
            Some((Delimiter::Comma, "a,b"))
        );
        assert_eq!(
            Delimiter::announced("sep=;").unwrap(),
            Some((Delimiter::Semicolon, ""))
        );
        assert_eq!(Delimiter::announced("Separate,b").unwrap(), None);
        assert_eq!(Delimiter::announced("").unwrap(), None);
        assert_eq!(
            Delimiter::announced("sep=#\na#b"),
            Err(Unreadable::UnknownDelimiter("#".to_owned()))
        );
    }
}
