//! A session that was not on the timetable: an extra, or a one-off.

use chrono::NaiveDate;

use crate::domain::date_words::Leaning;
use crate::domain::session::{self, Happened, Told, USUAL_REASONS};
use crate::domain::{
    Attendance, Code, Doubt, DraftKey, Edit, Intervention, InterventionId, Keeping, Mark, Pupil,
    PupilId, Refusal, Session, date_words,
};
use crate::ui::widgets::{Field, Form};
use crate::ui::{Context, Effect};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "extra_session";

/// What is said of it where something new is chosen.
pub const WORDS: &str = "that was not on the timetable";

/// A session of a group that was not on its timetable.
#[derive(Debug)]
pub struct ExtraSession {
    group: InterventionId,
    /// Those who have or had a place in the group, in the order of the list.
    pupils: Vec<PupilId>,
}

/// Opens the form of a group; refuses where the group has no register or may not be shown.
pub fn open(cx: &Context<'_>, group: &Intervention) -> Effect {
    let name = cx.group_name(group);
    if group.keeping == Keeping::Standing {
        return Effect::refuse(format!(
            "{name} is standing support: it is costed and has no register."
        ));
    }
    if !cx.may_show_group(group.id) {
        return Effect::refuse(format!(
            "{name} can't be shown: F8 keeps some of its pupils off the screen."
        ));
    }
    Effect::open(form(cx, group))
}

/// The form that a draft was typed in; none when the group is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<ExtraSession>> {
    let group = cx.desk.caseload.interventions.get(about.parse().ok()?)?;
    Some(form(cx, group))
}

fn form(cx: &Context<'_>, group: &Intervention) -> FormView<ExtraSession> {
    let caseload = cx.desk.caseload;
    let today = cx.desk.today();
    let on = group.ends_on.map_or(today, |last| last.min(today));
    let pupils = pupils(cx, group.id, on);
    let teller = match group.led_by {
        senco if caseload.is_senco(senco) => "",
        person => caseload.name_of(person),
    };
    let reasons = USUAL_REASONS.map(str::to_owned).to_vec();
    let mut fields = vec![
        Field::date("on", "On", Leaning::Back, Some(on)),
        Field::line("at", "At", "").hint("the time it began, where it is known: 13:30"),
        Field::yes_no("ran", "Did it run?", true),
        Field::pick("not_given", "If not, why", "", reasons)
            .hint("a word is enough: adult away, assembly, trip"),
    ];
    for (number, pupil) in pupils.iter().enumerate() {
        let mark = if has_place(cx, group.id, pupil.id, on) {
            Mark::There.code()
        } else {
            ""
        };
        let field = Field::options(mark_of(pupil.id), cx.look.name(pupil), marks(), mark);
        fields.push(if number == 0 {
            field.heading("WHO CAME")
        } else {
            field
        });
    }
    fields.push(Field::pick("told_by", "Told by", teller, cx.people_names()));
    fields.push(
        Field::prose("note", "Note", 2, "")
            .hint("for the group: each child's papers show only that child's part"),
    );
    let sheet = ExtraSession {
        group: group.id,
        pupils: pupils.iter().map(|pupil| pupil.id).collect(),
    };
    FormView::new(sheet, fields)
}

/// The pupils who have a place in a group or had one, and are still here on a day, in the order of the list.
fn pupils<'a>(cx: &Context<'a>, group: InterventionId, on: NaiveDate) -> Vec<&'a Pupil> {
    let caseload = cx.desk.caseload;
    let mut pupils: Vec<&Pupil> = caseload
        .places_in(group)
        .filter_map(|place| caseload.pupils.get(place.pupil))
        .filter(|pupil| pupil.left_on.is_none_or(|left| on <= left))
        .collect();
    pupils.sort_by_cached_key(|pupil| (crate::domain::fold(&pupil.listed()), pupil.id));
    pupils.dedup_by_key(|pupil| pupil.id);
    pupils
}

fn has_place(cx: &Context<'_>, group: InterventionId, pupil: PupilId, on: NaiveDate) -> bool {
    let mut places = cx.desk.caseload.places_in(group);
    places.any(|place| place.pupil == pupil && place.covers(on))
}

/// The field of a pupil's mark.
fn mark_of(pupil: PupilId) -> String {
    format!("mark {pupil}")
}

fn marks() -> Vec<(String, String)> {
    let marks = <Mark as strum::VariantArray>::VARIANTS.iter();
    let marks = marks.map(|mark| (mark.code().to_owned(), mark.label().to_owned()));
    marks
        .chain([(String::new(), "not marked".to_owned())])
        .collect()
}

impl ExtraSession {
    /// What the form tells. Who has no place in the group on the day is left out.
    fn told(&self, cx: &Context<'_>, form: &Form) -> Result<Told, Refusal> {
        let on = form.needed_date("on", &cx.desk)?;
        let reason = form.text("not_given");
        let happened = match (form.yes("ran"), reason.is_empty()) {
            (false, _) => Happened::NotGiven(reason),
            (true, true) => Happened::Given(self.marked(cx, form, on)),
            (true, false) => {
                return Err(Refusal::of(
                    "ran",
                    "There is a reason why it did not run. Say no here, or empty the reason.",
                ));
            }
        };
        Ok(Told {
            intervention: self.group,
            on,
            at: form.time("at")?,
            happened,
            note: form.text("note"),
            by: form.text("told_by"),
        })
    }

    fn marked(&self, cx: &Context<'_>, form: &Form, on: NaiveDate) -> Vec<Attendance> {
        let in_group = self.pupils.iter().copied();
        in_group
            .filter(|pupil| has_place(cx, self.group, *pupil, on))
            .filter_map(|pupil| {
                let mark = form.choice(&mark_of(pupil))?;
                let note = String::new();
                Some(Attendance { pupil, mark, note })
            })
            .collect()
    }

    fn that_day(&self, cx: &Context<'_>, on: NaiveDate) -> Result<Vec<Session>, Refusal> {
        let recorded = cx.log.sessions_on(self.group, on);
        recorded.map_err(|error| Refusal::new(error.to_string()))
    }

    /// That pupils who are marked are left out, because they have no place in the group that day.
    fn left_out(&self, cx: &Context<'_>, form: &Form, told: &Told) -> Option<Doubt> {
        if !matches!(told.happened, Happened::Given(_)) {
            return None;
        }
        let caseload = cx.desk.caseload;
        let names: Vec<String> = self
            .pupils
            .iter()
            .filter(|pupil| form.choice::<Mark>(&mark_of(**pupil)).is_some())
            .filter(|pupil| !has_place(cx, self.group, **pupil, told.on))
            .filter_map(|pupil| caseload.pupils.get(*pupil))
            .map(|pupil| cx.look.called(pupil))
            .collect();
        let day = date_words::short(told.on, cx.desk.today());
        (!names.is_empty()).then(|| Doubt {
            field: "on",
            words: format!(
                "not in the group on {day}, so left out: {}",
                names.join(", ")
            ),
            basis: "the days of their places".to_owned(),
        })
    }
}

impl Sheet for ExtraSession {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: self.group.to_string(),
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        match cx.desk.caseload.interventions.get(self.group) {
            Some(group) => format!("A session {WORDS}: {}", cx.group_name(group)),
            None => super::GONE.to_owned(),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let told = self.told(cx, form)?;
        session::record_extra(&cx.desk, &told, &self.that_day(cx, told.on)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let Ok(told) = self.told(cx, form) else {
            return Vec::new();
        };
        let that_day = self.that_day(cx, told.on).unwrap_or_default();
        let mut doubts = session::extra_doubts(&cx.desk, &told, &that_day);
        doubts.extend(self.left_out(cx, form, &told));
        doubts
    }
}
