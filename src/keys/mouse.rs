//! What a mouse did.

/// A click or a turn of the wheel, and where on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What was done.
    pub kind: MouseKind,
    /// Cells from the left edge, from 0.
    pub column: u16,
    /// Cells from the top edge, from 0.
    pub row: u16,
}

/// What was done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button was pressed.
    Click,
    /// The wheel was turned away from the hand.
    ScrollUp,
    /// The wheel was turned towards the hand.
    ScrollDown,
}
