use super::{ActionLine, Ask, Brief, ForTheTable, ForYou, HelpLine, LastTime, SinceLine};
use crate::domain::Said;

impl Brief {
    /// The brief with every word of it told anew: names as whoever sees it may read them. Words that rules set stay.
    #[must_use]
    pub fn told(mut self, tell: impl Fn(&str) -> String) -> Self {
        let tell: &dyn Fn(&str) -> String = &tell;
        if let Some(meeting) = &mut self.meeting {
            anew(&mut meeting.room, tell);
            meeting.who.iter_mut().for_each(|who| anew(who, tell));
        }
        tell_table(&mut self.for_the_table, tell);
        tell_you(&mut self.for_you, tell);
        self
    }
}

fn anew(text: &mut String, tell: &dyn Fn(&str) -> String) {
    *text = tell(text);
}

fn tell_table(table: &mut ForTheTable, tell: &dyn Fn(&str) -> String) {
    anew(&mut table.works, tell);
    if let Some(LastTime {
        reason, actions, ..
    }) = &mut table.last_time
    {
        anew(reason, tell);
        for ActionLine { what, who, .. } in actions {
            anew(what, tell);
            anew(who, tell);
        }
    }
    for target in &mut table.targets {
        anew(&mut target.short, tell);
    }
    for HelpLine { name, .. } in &mut table.help {
        anew(name, tell);
    }
    let said = [&mut table.pupil_words, &mut table.family_words];
    for Said { words, by, to, .. } in said.into_iter().flatten() {
        anew(words, tell);
        anew(by, tell);
        anew(to, tell);
    }
}

fn tell_you(you: &mut ForYou, tell: &dyn Fn(&str) -> String) {
    you.careful.iter_mut().for_each(|words| anew(words, tell));
    for SinceLine { text, .. } in &mut you.since {
        anew(text, tell);
    }
    for line in &mut you.not_given {
        anew(&mut line.name, tell);
    }
    for Ask { prompt, .. } in &mut you.ask {
        anew(prompt, tell);
    }
}
