/// What a school's system flags; none where the file says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Pupil premium.
    pub pp: Option<bool>,
    /// Free school meals.
    pub fsm: Option<bool>,
    /// English as an additional language.
    pub eal: Option<bool>,
    /// Looked after by a local authority, or once was.
    pub cla: Option<bool>,
    /// Looked after before, and not now.
    pub cla_before: Option<bool>,
    /// A parent serves in the forces.
    pub service: Option<bool>,
    /// A young carer.
    pub young_carer: Option<bool>,
}
