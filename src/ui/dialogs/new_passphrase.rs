//! [`NewPassphrase`]: another passphrase for the open caseload.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use zeroize::Zeroizing;

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::domain::{Caseload, Refusal};
use crate::keys::Key;
use crate::store::Passphrase;
use crate::store::Unlock;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Asks for the passphrase of now, and twice for the new one.
#[derive(Debug)]
pub struct NewPassphrase {
    /// Five words to take.
    offered: Zeroizing<String>,
    form: Form,
}

impl NewPassphrase {
    /// With these words offered.
    pub fn new(offered: Zeroizing<String>) -> Self {
        let form = Form::new(vec![
            Field::secret("now", "The one of now").hint("or the 48 digits of the recovery sheet"),
            Field::secret("passphrase", "The new one")
                .hint("the words above, or 12 characters and more of your own"),
            Field::secret("again", "The same again").hint("Ctrl+S changes it"),
        ]);
        Self { offered, form }
    }

    fn job(&self, caseload: &Caseload) -> Result<Job, Refusal> {
        let now = Unlock::from_words(&self.form.text("now"));
        let now = now.map_err(|error| Refusal::of("now", error.to_string()))?;
        if self.form.text("now").is_empty() {
            return Err(Refusal::of("now", "Type the passphrase of now first."));
        }
        let words = Zeroizing::new(self.form.text("passphrase"));
        let new = Passphrase::choose_beside(&words, &names(caseload));
        let new = new.map_err(|refusal| Refusal::of("passphrase", refusal.to_string()))?;
        if *words != self.form.text("again") {
            return Err(Refusal::of(
                "again",
                "The two new passphrases are not the same. Type the second one again.",
            ));
        }
        Ok(Job::ChangePassphrase { now, new })
    }
}

/// What whoever knows the school would try: its name, and those of all who are in the caseload.
fn names(caseload: &Caseload) -> Vec<&str> {
    let schools = caseload.schools.iter().map(|school| &school.name);
    let people = caseload.people.iter().map(|person| &person.name);
    let pupils = caseload.pupils.iter();
    let pupils = pupils.flat_map(|pupil| [&pupil.forename, &pupil.surname, &pupil.preferred]);
    schools
        .chain(people)
        .chain(pupils)
        .map(String::as_str)
        .collect()
}

impl View for NewPassphrase {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Change the passphrase".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        paper.prose(
            2,
            "Five words drawn at random are best. Take these, or words of your own:",
            Role::Text,
        );
        paper.skip(1);
        paper.prose(6, &self.offered, Role::Heading);
        paper.skip(1);
        paper.prose(2, "A backup is made first. With a new passphrase comes a new recovery sheet; the old sheet is dead then, but for the backups made until now.", Role::Text);
        paper.skip(1);
        let room = paper.room_for_form();
        self.form.draw(cx, &[], room, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Save,
            Command::NextField,
            Command::Back,
            Command::Help,
            Command::Cover,
        ]
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Save => match self.job(cx.desk.caseload) {
                Ok(job) => return Effect::Job(job),
                Err(refusal) => {
                    self.form.refuse(refusal.clone());
                    return Effect::Refuse(refusal);
                }
            },
            Command::NextField => self.form.next(),
            Command::PreviousField => self.form.previous(),
            Command::Back => return Effect::Close,
            _ => {}
        }
        Effect::None
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.form.type_key(key).then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.form.paste(text).then_some(Effect::None)
    }
}
