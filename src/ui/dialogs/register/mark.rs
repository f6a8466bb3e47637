//! Marking in a register: what the keys do to the session under the cursor.

use super::marked::Marked;
use super::{Register, SlotKey};
use crate::commands::Command;
use crate::domain::session::Happened;
use crate::domain::{Keeping, Mark, date_words};
use crate::ui::dialogs::why_not::WhyNot;
use crate::ui::{Context, Effect};

impl Register {
    /// The whole week as timetabled: every session up to now of which nothing is known ran, and everyone came.
    pub(super) fn mark_week(&mut self, cx: &Context<'_>) -> Effect {
        let Some(group) = self.shown() else {
            return Effect::None;
        };
        if group.intervention.keeping == Keeping::ByException {
            return Effect::refuse(format!(
                "{} is kept by exception: it is as timetabled already, but for what is marked.",
                group.intervention.name
            ));
        }
        let (minutes, now) = (group.intervention.minutes, cx.desk.time());
        let open: Vec<(SlotKey, Marked)> = group
            .slots
            .iter()
            .filter(|slot| slot.is_past(minutes, now))
            .map(|slot| (group.key(slot), group.marked(slot, &self.marks)))
            .filter(|(_, marked)| !marked.is_known())
            .map(|(key, marked)| {
                let pupils = group.group_on(cx.desk.caseload, key.on);
                (key, marked.all_there(&pupils))
            })
            .collect();
        if open.is_empty() {
            return Effect::refuse(
                "Every session of this week up to now has an entry. Mark one of them to change it.",
            );
        }
        self.marks.step();
        let sessions = match open.len() {
            1 => "1 session".to_owned(),
            many => format!("{many} sessions"),
        };
        for (key, marked) in open {
            self.put(key, marked);
        }
        Effect::Say(format!(
            "As timetabled: {sessions} ran and everyone came. Change what was otherwise; Ctrl+S saves."
        ))
    }

    /// A pupil's mark; in the row of the session itself, that it ran and everyone came.
    pub(super) fn mark_here(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let Some((key, marked)) = self.here() else {
            return nothing_here();
        };
        if let Some(refusal) = not_yet(cx, key) {
            return refusal;
        }
        let Some(group) = self.shown() else {
            return Effect::None;
        };
        let day = date_words::short(key.on, cx.desk.today());
        let present = group.group_on(cx.desk.caseload, key.on);
        let mark = match command {
            Command::Absent => Mark::Absent,
            Command::KeptOut => Mark::School,
            _ => Mark::There,
        };
        let Some(pupil) = self.grid.pupil else {
            if mark != Mark::There {
                return Effect::refuse(
                    "This row says whether the session ran: . for yes, - for no. Go down to a pupil to mark one.",
                );
            }
            self.mark(key, marked.all_there(&present));
            return Effect::None;
        };
        let name = cx.desk.caseload.pupils.get(pupil);
        let name = name.map(|pupil| cx.look.called(pupil)).unwrap_or_default();
        if !present.contains(&pupil) && marked.of(pupil).is_none() {
            return Effect::refuse(format!(
                "{name} had no place in the group on {day}. Provision (v on screen 4) says from when the place is."
            ));
        }
        let was_known = matches!(marked.happened, Happened::Given(_));
        self.mark(key, marked.with_mark(pupil, mark, &present));
        if was_known || present.len() < 2 {
            return Effect::None;
        }
        let who = match mark {
            Mark::There => "everyone is".to_owned(),
            Mark::Absent | Mark::School => format!("all but {name} are"),
        };
        Effect::Say(format!(
            "{day}: it ran, and {who} marked there. Change who was not."
        ))
    }

    /// It did not run: asks why.
    pub(super) fn ask_why(&mut self, cx: &Context<'_>) -> Effect {
        let Some((key, _)) = self.here() else {
            return nothing_here();
        };
        if let Some(refusal) = not_yet(cx, key) {
            return refusal;
        }
        let Some(group) = self.shown() else {
            return Effect::None;
        };
        let day = date_words::short(key.on, cx.desk.today());
        let what = format!("{} on {day}", group.intervention.name);
        let run = cx.standings.group(key.intervention).map(|group| &group.run);
        let before: Vec<String> = run
            .into_iter()
            .flat_map(|run| run.not_given.iter().map(|(reason, _)| reason.clone()))
            .collect();
        self.asked = Some(key);
        Effect::open(WhyNot::new(what, before))
    }

    /// Nothing is known of it.
    pub(super) fn forget(&mut self, cx: &Context<'_>) -> Effect {
        let Some((key, marked)) = self.here() else {
            return nothing_here();
        };
        if !marked.is_known() {
            let day = date_words::short(key.on, cx.desk.today());
            return Effect::refuse(format!("{day} has no entry as it is."));
        }
        self.mark(key, Marked::default());
        Effect::None
    }
}

fn nothing_here() -> Effect {
    Effect::refuse("There is no session here: the group has no slot in this week.")
}

fn not_yet(cx: &Context<'_>, key: SlotKey) -> Option<Effect> {
    (key.on > cx.desk.today()).then(|| {
        let day = date_words::short(key.on, cx.desk.today());
        Effect::refuse(format!("{day} has not come yet. Log it when it has."))
    })
}
