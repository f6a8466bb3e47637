//! The real program in a real terminal, driven by keys and read from the screen. Linux only.
#![cfg(target_os = "linux")]

mod bytes;
mod edge;
mod journeys;
mod program;
mod terminal;
