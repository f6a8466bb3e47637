//! The keyboard as the rest of the program sees it: the only place that knows how terminals deliver keys.
//!
//! A terminal's [`Event`](crossterm::event::Event)s become [`Input`]s through a [`Keyboard`]. A [`Key`] is always in one
//! shape, whatever the terminal: `Ctrl+H`, which most terminals cannot tell from Backspace, is Backspace on all of them.
//!
//! Tests write keys as a script: see [`parse_script`].

mod code;
mod console;
mod input;
mod key;
mod keyboard;
mod mouse;
mod script;

pub use code::Code;
pub use console::Console;
pub use input::Input;
pub use key::Key;
pub use keyboard::Keyboard;
pub use mouse::{Mouse, MouseKind};
pub use script::{ScriptError, parse_script};
