//! Streams of events as crossterm reports them on each console.

use crossterm::event::{KeyEventState, KeyModifiers};

use super::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;
const ALT_GR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

fn event(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Event {
    Event::Key(KeyEvent {
        code,
        modifiers,
        kind,
        state: KeyEventState::NONE,
    })
}

fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    event(code, modifiers, KeyEventKind::Press)
}

fn down(character: char) -> Event {
    press(KeyCode::Char(character), NONE)
}

fn up(character: char) -> Event {
    event(KeyCode::Char(character), NONE, KeyEventKind::Release)
}

/// A text as the Windows console delivers a paste of it.
fn burst(text: &str) -> Vec<Event> {
    let code = |character| match character {
        '\n' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        _ => KeyCode::Char(character),
    };
    let stroke = |character| {
        [KeyEventKind::Press, KeyEventKind::Release].map(|kind| event(code(character), NONE, kind))
    };
    text.chars().flat_map(stroke).collect()
}

fn windows(batch: Vec<Event>) -> Vec<Input> {
    Keyboard::new(Console::Windows).read(batch)
}

fn unix(batch: Vec<Event>) -> Vec<Input> {
    Keyboard::new(Console::Unix).read(batch)
}

fn keys(keys: &[Key]) -> Vec<Input> {
    keys.iter().copied().map(Input::Key).collect()
}

fn typed(text: &str) -> Vec<Input> {
    text.chars().map(Key::char).map(Input::Key).collect()
}

#[test]
fn every_console_brings_a_key_to_one_shape() {
    for (code, modifiers, key) in [
        (KeyCode::Char('k'), NONE, Key::char('k')),
        (KeyCode::Char('K'), SHIFT, Key::char('K')),
        (KeyCode::Char('K'), NONE, Key::char('K')),
        // Caps Lock with Shift types a small letter.
        (KeyCode::Char('k'), SHIFT, Key::char('k')),
        (KeyCode::Char(' '), SHIFT, Key::char(' ')),
        (KeyCode::Char('s'), CTRL, Key::ctrl('s')),
        (KeyCode::Char('S'), CTRL.union(SHIFT), Key::ctrl('s')),
        (KeyCode::Char('h'), CTRL, Key::plain(Code::Backspace)),
        (KeyCode::Backspace, CTRL, Key::plain(Code::Backspace)),
        (KeyCode::Char('i'), CTRL, Key::plain(Code::Tab)),
        (KeyCode::Char('m'), CTRL, Key::plain(Code::Enter)),
        (KeyCode::Char('j'), CTRL, Key::plain(Code::Enter)),
        (KeyCode::Enter, CTRL, Key::plain(Code::Enter)),
        (KeyCode::Enter, SHIFT, Key::plain(Code::Enter)),
        (KeyCode::BackTab, SHIFT, Key::plain(Code::BackTab)),
        (KeyCode::Tab, SHIFT, Key::plain(Code::BackTab)),
        (KeyCode::Left, SHIFT, Key::shift_with(Code::Left)),
        (KeyCode::Left, CTRL, Key::ctrl_with(Code::Left)),
        (KeyCode::F(9), NONE, Key::f(9)),
    ] {
        let expected = keys(&[key]);
        assert_eq!(
            unix(vec![press(code, modifiers)]),
            expected,
            "{code:?} {modifiers:?} on Unix"
        );
        assert_eq!(
            windows(vec![press(code, modifiers)]),
            expected,
            "{code:?} {modifiers:?} on Windows"
        );
    }
}

#[test]
fn nothing_is_typed_twice() {
    let batch = vec![down('Z'), up('Z'), down('o'), down('ë'), up('o'), up('ë')];
    assert_eq!(windows(batch), typed("Zoë"));
    let enter =
        [KeyEventKind::Press, KeyEventKind::Release].map(|kind| event(KeyCode::Enter, NONE, kind));
    assert_eq!(windows(enter.to_vec()), keys(&[Key::plain(Code::Enter)]));
}

#[test]
fn a_key_held_down_repeats() {
    let repeat = event(KeyCode::Down, NONE, KeyEventKind::Repeat);
    let released = event(KeyCode::Down, NONE, KeyEventKind::Release);
    let batch = vec![press(KeyCode::Down, NONE), repeat.clone(), repeat, released];
    assert_eq!(windows(batch), keys(&[Key::plain(Code::Down); 3]));
}

#[test]
fn an_alt_code_is_a_release_without_a_press() {
    assert_eq!(windows(vec![up('é')]), typed("é"));
    let batch = vec![down('Z'), up('Z'), down('o'), up('o'), up('ë')];
    assert_eq!(windows(batch), typed("Zoë"));
    // The numpad digit may be let go after Alt.
    assert_eq!(windows(vec![up('é'), up('3')]), typed("é"));
    assert_eq!(windows(vec![up('é'), up('é')]), typed("éé"));
    assert_eq!(unix(vec![up('é')]), vec![]);
}

#[test]
fn a_key_released_under_another_name_is_no_alt_code() {
    let shift_let_go_first = vec![press(KeyCode::Char('É'), SHIFT), up('é')];
    assert_eq!(windows(shift_let_go_first), typed("É"));
    let on_a_french_keyboard = vec![press(KeyCode::Char('2'), SHIFT), up('é')];
    assert_eq!(windows(on_a_french_keyboard), typed("2"));
    let then_an_alt_code = vec![press(KeyCode::Char('2'), SHIFT), up('é'), up('ï')];
    assert_eq!(windows(then_an_alt_code), typed("2ï"));
}

#[test]
fn a_release_missed_in_another_window_is_forgotten() {
    let batch = vec![down('a'), Event::FocusLost, Event::FocusGained, up('é')];
    let mut expected = typed("a");
    expected.extend([Input::Focus(false), Input::Focus(true)]);
    expected.extend(typed("é"));
    assert_eq!(windows(batch), expected);
}

#[test]
fn alt_gr_types_its_character() {
    let euro = vec![press(KeyCode::Char('€'), ALT_GR), up('4')];
    assert_eq!(windows(euro), typed("€"));
    assert_eq!(windows(vec![press(KeyCode::Char('@'), ALT_GR)]), typed("@"));
    assert_eq!(unix(vec![down('€')]), typed("€"));
}

#[test]
fn alt_does_nothing_on_windows() {
    assert_eq!(
        windows(vec![
            press(KeyCode::Char('s'), ALT),
            press(KeyCode::Enter, ALT),
            press(KeyCode::Home, ALT)
        ]),
        vec![]
    );
}

#[test]
fn esc_and_a_key_that_waited_together_are_two_keys() {
    let esc = Key::plain(Code::Esc);
    assert_eq!(
        unix(vec![press(KeyCode::Char('n'), ALT)]),
        keys(&[esc, Key::char('n')])
    );
    assert_eq!(
        unix(vec![press(KeyCode::Char('s'), ALT_GR)]),
        keys(&[esc, Key::ctrl('s')])
    );
    assert_eq!(
        unix(vec![press(KeyCode::Enter, ALT)]),
        keys(&[esc, Key::plain(Code::Enter)])
    );
}

#[test]
fn alt_with_a_moving_key_moves() {
    assert_eq!(
        unix(vec![press(KeyCode::Up, ALT)]),
        keys(&[Key::plain(Code::Up)])
    );
    let words = vec![
        press(KeyCode::Char('b'), ALT),
        press(KeyCode::Char('f'), ALT),
    ];
    assert_eq!(
        unix(words),
        keys(&[Key::ctrl_with(Code::Left), Key::ctrl_with(Code::Right)])
    );
    assert_eq!(
        unix(vec![press(KeyCode::Backspace, ALT)]),
        keys(&[Key::plain(Code::Backspace)])
    );
}

#[test]
fn a_marked_paste_has_plain_line_breaks() {
    let batch = vec![Event::Paste("a\r\nb\rc\n".to_owned())];
    assert_eq!(unix(batch), vec![Input::Paste("a\nb\nc\n".to_owned())]);
}

#[test]
fn a_burst_on_windows_is_a_paste() {
    assert_eq!(
        windows(burst("Khan, Aisha")),
        vec![Input::Paste("Khan, Aisha".to_owned())]
    );
    assert_eq!(
        windows(burst("Zoë\tLee\nSiân\n")),
        vec![Input::Paste("Zoë\tLee\nSiân\n".to_owned())]
    );
    let mut around = vec![press(KeyCode::Esc, NONE)];
    around.extend(burst("12345678"));
    around.push(press(KeyCode::Char('s'), CTRL));
    assert_eq!(
        windows(around),
        vec![
            Input::Key(Key::plain(Code::Esc)),
            Input::Paste("12345678".to_owned()),
            Input::Key(Key::ctrl('s')),
        ]
    );
}

#[test]
fn fast_typing_and_a_held_key_are_no_paste() {
    assert_eq!(windows(burst("1234567")), typed("1234567"));
    assert_eq!(windows(burst("jjjjjjjjjjjj")), typed("jjjjjjjjjjjj"));
}

#[test]
fn keys_that_waited_on_unix_stay_keys() {
    assert_eq!(
        unix("nKhan, Aisha".chars().map(down).collect()),
        typed("nKhan, Aisha")
    );
}

#[test]
fn a_burst_and_a_paste_are_the_same_text() {
    let lines = "Aisha Khan\nConor Byrne\n".repeat(10);
    let pasted = unix(vec![Event::Paste(lines.clone())]);
    assert_eq!(windows(burst(&lines)), pasted);
    let keyed: String = unix(burst(&lines))
        .iter()
        .filter_map(super::pasted)
        .collect();
    assert_eq!(keyed, lines);
}

#[test]
fn a_paste_may_still_be_arriving_only_on_windows() {
    assert!(Keyboard::new(Console::Windows).is_pasting(&burst("Khan, Ai")));
    assert!(!Keyboard::new(Console::Windows).is_pasting(&burst("Khan, A")));
    assert!(!Keyboard::new(Console::Windows).is_pasting(&burst("jjjjjjjjjj")));
    assert!(!Keyboard::new(Console::Unix).is_pasting(&burst("Khan, Aisha")));
}

#[test]
fn the_mouse_clicks_and_scrolls_and_nothing_else() {
    let mouse = |kind| {
        Event::Mouse(MouseEvent {
            kind,
            column: 3,
            row: 4,
            modifiers: NONE,
        })
    };
    let batch = vec![
        mouse(MouseEventKind::Moved),
        mouse(MouseEventKind::Down(MouseButton::Left)),
        mouse(MouseEventKind::Up(MouseButton::Left)),
        mouse(MouseEventKind::Down(MouseButton::Right)),
        mouse(MouseEventKind::ScrollUp),
        mouse(MouseEventKind::ScrollDown),
    ];
    let expected = [MouseKind::Click, MouseKind::ScrollUp, MouseKind::ScrollDown];
    assert_eq!(
        unix(batch),
        expected
            .map(|kind| Input::Mouse(Mouse {
                kind,
                column: 3,
                row: 4
            }))
            .to_vec()
    );
}

#[test]
fn keys_of_the_desktop_and_lone_modifiers_do_nothing() {
    assert_eq!(
        unix(vec![
            press(KeyCode::Char('l'), KeyModifiers::SUPER),
            press(KeyCode::CapsLock, NONE)
        ]),
        vec![]
    );
}
