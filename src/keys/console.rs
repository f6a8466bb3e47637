//! The two families of console, which deliver keys differently.

/// The two families of console, which deliver keys differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Console {
    /// Keys come as bytes: a paste is marked as one, and Alt is sent as Esc before the key.
    Unix,
    /// Keys come as presses and releases: a paste is a burst of presses, an Alt code is a release without a press, and
    /// AltGr is Ctrl with Alt.
    Windows,
}

impl Console {
    /// The console of the system this program was built for.
    pub fn here() -> Self {
        match std::env::consts::FAMILY {
            "windows" => Self::Windows,
            _ => Self::Unix,
        }
    }
}
