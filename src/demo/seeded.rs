/// Chance that is the same every time: SplitMix64 from a seed.
pub(super) struct Seeded {
    state: u64,
}

impl Seeded {
    /// What chance has in store for something of this name (the seed is its FNV-1a), whatever is told beside it.
    pub(super) fn of(name: &str) -> Self {
        let mixed = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        Self {
            state: name.bytes().fold(0xCBF2_9CE4_8422_2325, mixed),
        }
    }

    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 when that is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.draw() % end).unwrap_or_default()
    }

    /// A number from `first` to `last`, both included.
    pub(super) fn within(&mut self, (first, last): (usize, usize)) -> usize {
        first + self.below((last + 1).saturating_sub(first))
    }

    /// One of a few; there must be one.
    pub(super) fn one<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}
