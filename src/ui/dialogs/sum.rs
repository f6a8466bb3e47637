//! [`Sum`]: how a date came about.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{Due, GoesTo, PupilId, Refusal, WhoMust, date_words};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, Role, View};

use super::go_to;

/// Columns of the labels.
const LABELS: usize = 16;

/// How a date came about: who must act, with what force, on what basis, and the sum. Enter goes to where the work is done.
#[derive(Debug)]
pub struct Sum {
    due: Due,
}

impl Sum {
    /// The sum of what is due.
    pub fn of(due: Due) -> Self {
        Self { due }
    }

    fn who(&self) -> &str {
        match self.due.who_must {
            WhoMust::School => "the school",
            WhoMust::La => "the local authority",
            WhoMust::Us => "you",
            WhoMust::Other => &self.due.who,
        }
    }

    /// What a closed day means for the date, where it is one.
    fn closed(&self, cx: &Context<'_>) -> Option<String> {
        let why = cx.desk.calendar.why_closed(self.due.on?)?;
        Some(format!(
            "The school is closed that day ({why}). Only what the school must do before a meeting moves to the school \
             day before; this date does not move."
        ))
    }
}

impl View for Sum {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let pupil = self
            .due
            .pupil
            .and_then(|id| cx.desk.caseload.pupils.get(id));
        match pupil {
            Some(pupil) => {
                let what = cx.told(Some(pupil.id), &self.due.what);
                format!("{}: {what}", cx.look.name(pupil))
            }
            None => format!("The school: {}", self.due.what),
        }
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        let due = &self.due;
        let on = due.on.map(|on| date_words::echo(on, cx.desk.today()));
        let force = format!("{}. {}", due.force.label(), due.force.meaning());
        let closed = self.closed(cx).unwrap_or_default();
        let lines = [
            ("Last day", on.as_deref().unwrap_or("no date")),
            ("Who must", self.who()),
            ("With what force", &force),
            ("Basis", &due.basis),
            ("The sum", &due.formula),
            ("Closed", &closed),
        ];
        paper.skip(1);
        let at = paper.here(2);
        for (label, words) in lines.into_iter().filter(|(_, words)| !words.is_empty()) {
            paper.put(2, LABELS - 1, label, Role::Muted);
            paper.prose(2 + LABELS, words, Role::Text);
            paper.skip(1);
        }
        at
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Back,
            Command::Brief,
            Command::Help,
            Command::Cover,
        ]
    }

    fn refusal(&self, _cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let of_school = self.due.goes_to == GoesTo::School && command == Command::Open;
        of_school.then(|| {
            Refusal::new(
                "This date is the whole school's: nothing in Caseload has to be done for it.",
            )
        })
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Open => Effect::Many(vec![Effect::Close, go_to(cx, &self.due)]),
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn pupil(&self, cx: &Context<'_>) -> Option<PupilId> {
        self.due.pupil.filter(|pupil| cx.look.may_show(*pupil))
    }
}
