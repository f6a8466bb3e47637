//! The program on the screen: what it is fed and what it shows.

pub mod terminal;
