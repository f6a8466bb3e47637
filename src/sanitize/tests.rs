//! Hostile text does nothing, and real names are shown whole.

use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

#[test]
fn what_a_terminal_would_obey_or_hide_is_taken_out() {
    for (hostile, shown) in [
        ("", ""),
        ("Khan, Aisha", "Khan, Aisha"),
        ("\u{1b}[2Jgone", "[2Jgone"),
        ("\u{1b}]52;c;aGk=\u{7}", "]52;c;aGk="),
        ("\u{1b}]8;;http://x\u{1b}\\here", "]8;;http://x\\here"),
        (
            "\u{1b}Pq\u{1b}\\ \u{1b}_a \u{1b}^b \u{1b}Xc",
            "Pq\\ _a ^b Xc",
        ),
        ("\u{9b}31mred\u{9d}0;title\u{9c}", "31mred0;title"),
        ("a\u{0}b\u{8}c\u{7f}d", "abcd"),
        (
            "one\r\ntwo\tthree\u{0b}\u{0c}\u{85}\u{2028}\u{2029}",
            "one two three     ",
        ),
        (
            "\u{202e}nahK\u{202c} \u{2066}x\u{2069} \u{200f}\u{200e}\u{61c}",
            "nahK x ",
        ),
        (
            "zero\u{200b}width\u{2060}\u{feff}\u{ad}\u{34f}\u{3164}",
            "zerowidth",
        ),
        ("to\u{200d}m\u{200c}", "tom"),
        ("tag\u{e0001}\u{e0074}\u{e007f}", "tag"),
        ("heart \u{2764}\u{fe0f}", "heart \u{2764}"),
        ("\u{fff9}a\u{fffa}b\u{fffb}\u{fffd}", "ab\u{fffd}"),
    ] {
        assert_eq!(clean(hostile), shown, "{hostile:?}");
    }
}

#[test]
fn json_keeps_every_letter_and_obeys_none() {
    for (text, written) in [
        ("Khan", "\"Khan\""),
        ("Zoë 李伟 علی\u{200c}رضا", "\"Zoë 李伟 علی\u{200c}رضا\""),
        (
            "a\u{1b}]0;b\u{7f}\u{9b}2J",
            "\"a\\u001b]0;b\\u007f\\u009b2J\"",
        ),
        (
            "\u{202e}b\u{200c}\u{e0041}",
            "\"\\u202eb\\u200c\\udb40\\udc41\"",
        ),
    ] {
        let json = serde_json::to_string(text).expect("text");
        let escaped = escape(&json);
        assert_eq!(escaped, written);
        assert_eq!(
            serde_json::from_str::<String>(&escaped).expect("JSON"),
            text
        );
    }
    assert!(matches!(escape("{\n  \"a\": 1\n}"), Cow::Borrowed(_)));
}

#[test]
fn marks_are_capped_on_every_letter() {
    let heap = "\u{301}".repeat(60);
    let eight = "\u{301}".repeat(8);
    assert_eq!(
        clean(&format!("Z{heap}oe{heap}")),
        format!("Z{eight}oe{eight}")
    );
    // A joiner is no new letter to start counting from.
    let vowels = "\u{64b}".repeat(8);
    let joined = format!("\u{627}{vowels}\u{200c}\u{64b}");
    assert_eq!(clean(&joined), format!("\u{627}{vowels}\u{200c}"));
}

#[test]
fn real_names_are_shown_whole() {
    for name in [
        "O'Brien",
        "O\u{2019}Brien-Nowak",
        "Zoë",
        "Zoe\u{308}",
        "Siân Ngô",
        "Łukasz Żółć",
        "Nguyễn Thị Ánh Tuyết",
        "Nguye\u{302}\u{303}n",
        "Adébáyọ̀ Ọlá",
        "O\u{323}\u{301}la\u{301}",
        "محمد علی",
        "مُحَمَّد",
        "علی\u{200c}رضا",
        "می\u{200c}خواهم",
        "ﻣﺤﻤﺪ",
        "חַנָּה לוי",
        "فاطمہ بتول",
        "李伟",
        "吳麗慧",
        "김민준",
        "ともこ",
        "ﾊﾟｸ",
        "Дарья Щукина",
        "Αθηνά",
        "क्षितिज",
        "क्\u{200d}ष",
        "ജോണ്\u{200d}",
        "ශ්\u{200d}රී",
        "সঞ্জয়",
        "ਗੁਰਪ੍ਰੀਤ",
        "தமிழ்",
        "สมชาย",
        "နွေ",
        "Ʃɛ ŋ",
        "Kahurangi Māori",
    ] {
        assert!(
            matches!(clean(name), Cow::Borrowed(shown) if shown == name),
            "{name:?}"
        );
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "drawing by strings leaves some of it out"
)]
fn a_screen_is_swept_and_keeps_its_columns() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
    for (column, symbol) in [
        "a",
        "\u{1b}",
        "\u{9b}",
        "",
        "\u{301}",
        "e\u{301}\u{202e}",
        "\u{200b}",
        "│",
    ]
    .into_iter()
    .enumerate()
    {
        buffer.content[column].set_symbol(symbol);
    }
    sweep(&mut buffer);
    let symbols: Vec<&str> = buffer.content.iter().map(|cell| cell.symbol()).collect();
    assert_eq!(symbols, ["a", " ", " ", " ", " ", "e\u{301}", " ", "│"]);
}

#[test]
fn what_was_glued_together_does_not_run_over_its_neighbours() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    buffer.set_string(0, 0, "\u{1f469}\u{200d}\u{1f467}ok", Style::new());
    sweep(&mut buffer);
    let symbols: Vec<&str> = buffer.content.iter().map(|cell| cell.symbol()).collect();
    assert_eq!(symbols, ["\u{1f469}", " ", "o", "k"]);
}

#[test]
fn a_swept_name_is_drawn_whole() {
    for name in [
        "علی\u{200c}رضا",
        "李伟",
        "Nguye\u{302}\u{303}n",
        "ﾊﾟｸ",
        "ශ්\u{200d}රී",
    ] {
        let mut drawn = Buffer::empty(Rect::new(0, 0, 20, 1));
        drawn.set_string(0, 0, name, Style::new());
        let mut swept = drawn.clone();
        sweep(&mut swept);
        assert_eq!(swept, drawn);
    }
}

/// Any text, with far more than its share of what is to be taken out.
fn text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        any::<char>(),
        proptest::char::range('\u{0}', '\u{a0}'),
        proptest::char::range('\u{200b}', '\u{206f}'),
        proptest::char::range('\u{300}', '\u{360}'),
        proptest::char::range('\u{620}', '\u{64f}'),
        proptest::char::range('\u{e0000}', '\u{e007f}'),
        proptest::char::range('a', 'z'),
    ];
    proptest::collection::vec(character, 0..60).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn nothing_forbidden_is_left(text in text()) {
        let shown = clean(&text).into_owned();
        for character in shown.chars() {
            prop_assert!(!character.is_control());
            prop_assert!(!matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'), "direction");
            prop_assert!(!matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}'), "zero width");
            prop_assert!(!matches!(character, '\u{e0000}'..='\u{e007f}'), "tag");
        }
        let marks = shown.split(|character| !is_combining_mark(character)).map(|run| run.chars().count());
        prop_assert!(marks.max() <= Some(MARKS));
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in text()) {
        let once = clean(&text).into_owned();
        prop_assert!(matches!(clean(&once), Cow::Borrowed(twice) if twice == once));
    }

    #[test]
    fn sweeping_keeps_every_column(text in text()) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        buffer.set_string(0, 0, &text, Style::new());
        let widths: Vec<u16> = buffer.content.iter().map(CellWidth::cell_width).collect();
        sweep(&mut buffer);
        for (cell, room) in buffer.content.iter().zip(widths) {
            prop_assert!((1..=room).contains(&cell.cell_width()));
            prop_assert!(matches!(clean(cell.symbol()), Cow::Borrowed(_)));
        }
    }
}
