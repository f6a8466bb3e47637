//! The screen: views that draw, and answer commands with what should be done.
//!
//! A [`View`] is a pane or a dialog. It never does anything itself: it answers a [`Command`](crate::commands::Command)
//! with an [`Effect`], and the app carries that out. Views stand on a stack, panes below, dialogs above; the top one hears
//! the keys. A view never holds another: a dialog hands what was chosen down as an [`Answer`].

mod answer;
mod audience;
mod context;
pub mod dialogs;
mod effect;
pub mod gate;
mod hand;
pub mod initials;
mod log_page;
mod look;
mod pane;
pub mod panes;
mod role;
pub mod shell;
mod view;
pub mod widgets;

pub use answer::Answer;
pub use audience::Audience;
pub use context::Context;
pub use effect::Effect;
pub use hand::Hand;
pub use log_page::LogPage;
pub use look::{Look, Style};
pub use pane::Pane;
pub use role::Role;
pub use view::View;
