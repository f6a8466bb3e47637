use super::seeded::Seeded;

/// Things of which none is drawn twice before all were drawn.
pub(super) struct Deck<'a, T> {
    things: Vec<&'a T>,
    drawn: usize,
}

impl<'a, T> Deck<'a, T> {
    /// Shuffles a list; there must be something in it.
    pub(super) fn shuffled(things: &'a [T], chance: &mut Seeded) -> Self {
        let mut things: Vec<&T> = things.iter().collect();
        for place in (1..things.len()).rev() {
            things.swap(place, chance.below(place + 1));
        }
        Self { things, drawn: 0 }
    }

    /// The next of them.
    pub(super) fn draw(&mut self) -> &'a T {
        let thing = self.things[self.drawn % self.things.len()];
        self.drawn += 1;
        thing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_drawn_before_one_comes_again() {
        let mut deck = Deck::shuffled(&[1, 2, 3, 4], &mut Seeded::of("deck"));
        let mut drawn: Vec<_> = (0..4).map(|_| *deck.draw()).collect();
        let first = drawn[0];
        drawn.sort_unstable();
        assert_eq!(drawn, [1, 2, 3, 4]);
        assert_eq!(*deck.draw(), first);
    }
}
