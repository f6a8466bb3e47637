//! From what a terminal reports to what a person did.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{Code, Console, Input, Key, Mouse, MouseKind};

/// So many characters in one batch were pasted, not typed, where the console marks no paste.
///
/// The fastest typists press about ten keys a second and the program reads within a tenth of that, so a batch of typing
/// is one key, two or three after a slow save. What people paste (a name, a date, a line of a spreadsheet) is eight
/// characters or more; a shorter piece in a text box is the same text either way.
const BURST: usize = 8;

/// Turns what a terminal reports into what a person did.
///
/// - **Presses and repeats** act; releases do not, but for an *Alt code* (Alt+0235 for ë), which Windows reports as the
///   release of a character that was never pressed.
/// - **AltGr** arrives on Windows as Ctrl with Alt: the character is typed. Other keys with Alt are the window's
///   business there and do nothing.
/// - **Alt on Unix** is sent as Esc before the key, so Esc and a letter that were waiting together look like Alt with
///   that letter: they are taken as the two keys.
/// - **A burst** of eight or more characters, Enters and Tabs in one batch is a paste on Windows, unless it is one key
///   held down. On Unix a paste is marked by the terminal, and a batch of keys is typing that waited.
#[derive(Debug)]
pub struct Keyboard {
    console: Console,
    /// Characters pressed and not yet released, oldest first: Windows only.
    held: Vec<char>,
}

impl Keyboard {
    /// The keyboard of this console, with no key pressed.
    pub const fn new(console: Console) -> Self {
        Self {
            console,
            held: Vec::new(),
        }
    }

    /// What a person did, in order, from a batch of events that were waiting together.
    pub fn read(&mut self, batch: Vec<Event>) -> Vec<Input> {
        let mut inputs = Vec::with_capacity(batch.len());
        for event in batch {
            self.read_one(event, &mut inputs);
        }
        match self.console {
            Console::Unix => inputs,
            Console::Windows => with_pastes(inputs),
        }
    }

    /// Whether this batch is the start of a paste whose rest may still be on its way: worth a moment's wait, so that no
    /// part of it is taken for keys.
    pub fn is_pasting(&self, batch: &[Event]) -> bool {
        let presses = || {
            batch.iter().filter_map(|event| match event {
                Event::Key(key) if key.kind != KeyEventKind::Release => Some(key.code),
                _ => None,
            })
        };
        self.console == Console::Windows
            && presses().count() >= BURST
            && presses().any(|code| Some(code) != presses().next())
    }

    fn read_one(&mut self, event: Event, inputs: &mut Vec<Input>) {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Release => {
                inputs.extend(self.released(key).map(Input::Key));
            }
            Event::Key(key) => self.pressed(key, inputs),
            Event::Paste(text) => {
                inputs.push(Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n")))
            }
            Event::Mouse(mouse) => inputs.extend(clicked(mouse).map(Input::Mouse)),
            Event::Resize(columns, rows) => inputs.push(Input::Resize(columns, rows)),
            Event::FocusGained => self.focus(true, inputs),
            Event::FocusLost => self.focus(false, inputs),
        }
    }

    fn pressed(&mut self, event: KeyEvent, inputs: &mut Vec<Input>) {
        if let KeyCode::Char(character) = event.code
            && self.console == Console::Windows
            && !self.held.contains(&character)
        {
            self.held.push(character);
        }
        let Some(code) = code_of(event) else { return };
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let key = Key::arriving(code, ctrl, shift);
        if !event.modifiers.contains(KeyModifiers::ALT) {
            inputs.push(Input::Key(key));
            return;
        }
        match (self.console, code) {
            (Console::Windows, Code::Char(character)) if ctrl => {
                inputs.push(Input::Key(Key::char(character)));
            }
            (Console::Windows, _) => {}
            // What a Mac sends for a word left and a word right.
            (Console::Unix, Code::Char('b')) if !ctrl => {
                inputs.push(Input::Key(Key::ctrl_with(Code::Left)));
            }
            (Console::Unix, Code::Char('f')) if !ctrl => {
                inputs.push(Input::Key(Key::ctrl_with(Code::Right)));
            }
            (Console::Unix, Code::Char(_) | Code::Enter | Code::Tab) => {
                inputs.extend([Key::plain(Code::Esc), key].map(Input::Key));
            }
            (Console::Unix, _) => inputs.push(Input::Key(key)),
        }
    }

    /// The character of an Alt code, when this release is one.
    ///
    /// A key can be released under another character than it was pressed (Shift let go first: É, é; on a French keyboard
    /// 2, é), so only a release while nothing is held down is an Alt code.
    fn released(&mut self, event: KeyEvent) -> Option<Key> {
        let KeyCode::Char(character) = event.code else {
            return None;
        };
        if self.held.is_empty() {
            let is_alt_code = self.console == Console::Windows && !character.is_ascii();
            return (is_alt_code && !character.is_control()).then(|| Key::char(character));
        }
        let same = |held: &char| *held == character;
        let same_key = |held: &char| held.to_lowercase().eq(character.to_lowercase());
        let pressed = self
            .held
            .iter()
            .position(same)
            .or_else(|| self.held.iter().position(same_key));
        self.held.remove(pressed.unwrap_or(0));
        None
    }

    /// Keys released in another window are never reported here.
    fn focus(&mut self, gained: bool, inputs: &mut Vec<Input>) {
        self.held.clear();
        inputs.push(Input::Focus(gained));
    }
}

fn code_of(event: KeyEvent) -> Option<Code> {
    let windows_own = KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
    if event.modifiers.intersects(windows_own) {
        return None;
    }
    Some(match event.code {
        KeyCode::Char(character) if character.is_control() => return None,
        KeyCode::Char(character) => Code::Char(character),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::F(number) => Code::F(number),
        KeyCode::Null
        | KeyCode::CapsLock
        | KeyCode::ScrollLock
        | KeyCode::NumLock
        | KeyCode::PrintScreen
        | KeyCode::Pause
        | KeyCode::Menu
        | KeyCode::KeypadBegin
        | KeyCode::Media(_)
        | KeyCode::Modifier(_) => return None,
    })
}

fn clicked(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Click,
        MouseEventKind::ScrollUp => MouseKind::ScrollUp,
        MouseEventKind::ScrollDown => MouseKind::ScrollDown,
        _ => return None,
    };
    Some(Mouse {
        kind,
        column: event.column,
        row: event.row,
    })
}

/// The same inputs, with every burst of characters joined to the paste it was.
fn with_pastes(inputs: Vec<Input>) -> Vec<Input> {
    let mut joined = Vec::with_capacity(inputs.len());
    for run in inputs.chunk_by(|one, next| pasted(one).is_some() && pasted(next).is_some()) {
        let is_key_held = run.iter().all(|input| *input == run[0]);
        if run.len() >= BURST && !is_key_held {
            joined.push(Input::Paste(run.iter().filter_map(pasted).collect()));
        } else {
            joined.extend_from_slice(run);
        }
    }
    joined
}

/// The character this input would be part of a paste as.
fn pasted(input: &Input) -> Option<char> {
    match input {
        Input::Key(key) if *key == Key::plain(Code::Enter) => Some('\n'),
        Input::Key(key) if *key == Key::plain(Code::Tab) => Some('\t'),
        Input::Key(key) => key.typed(),
        Input::Paste(_) | Input::Mouse(_) | Input::Resize(..) | Input::Focus(_) => None,
    }
}

#[cfg(test)]
mod tests;
