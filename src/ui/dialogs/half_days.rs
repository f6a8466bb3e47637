//! A pupil's attendance and suspension in a term.

use strum::VariantArray as _;

use crate::domain::{
    AcademicYear, Code, DraftKey, Edit, HalfDays, HalfDaysId, PupilId, Refusal, Season, half_days,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "half_days";

/// So many academic years back figures can be typed.
const YEARS: i32 = 4;

/// A pupil's attendance and suspension in a term.
#[derive(Debug)]
pub struct HalfDaysSheet {
    pupil: PupilId,
    /// None for a new one.
    id: Option<HalfDaysId>,
}

/// The form of a term of which there are no figures yet: the latest such, from this one back.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<HalfDaysSheet> {
    let today = cx.desk.today();
    let (year, season) = (AcademicYear::of(today), cx.desk.calendar.season(today));
    let known = |year: AcademicYear, season: Season| {
        let mut terms = cx.desk.caseload.half_days.of(pupil);
        terms.any(|term| term.academic_year() == year && term.season == season)
    };
    let begun = terms(year).filter(|(one, other)| (*one, *other) <= (year, season));
    let mut begun: Vec<_> = begun.collect();
    begun.sort();
    let free = begun
        .into_iter()
        .rfind(|(year, season)| !known(*year, *season));
    let (year, season) = free.unwrap_or((year, season));
    form(
        cx,
        None,
        &HalfDays::new(HalfDaysId::new(0), pupil, year, season),
    )
}

/// The form of a term.
pub fn of(cx: &Context<'_>, term: &HalfDays) -> FormView<HalfDaysSheet> {
    form(cx, Some(term.id), term)
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<HalfDaysSheet>> {
    let caseload = cx.desk.caseload;
    match new_for(about) {
        Some(pupil) => Some(new(cx, caseload.pupils.get(pupil)?.id)),
        None => Some(of(cx, caseload.half_days.get(about.parse().ok()?)?)),
    }
}

/// The terms of the years up to one, the newest year first.
fn terms(until: AcademicYear) -> impl Iterator<Item = (AcademicYear, Season)> {
    let years = (0..YEARS).map(move |back| AcademicYear::starting(until.starts_in() - back));
    years.flat_map(|year| Season::VARIANTS.iter().map(move |season| (year, *season)))
}

fn code(year: AcademicYear, season: Season) -> String {
    format!("{} {}", year.starts_in(), season.code())
}

/// The year and the season that a code stands for.
fn read_code(code: &str) -> Option<(AcademicYear, Season)> {
    let (year, season) = code.split_once(' ')?;
    Some((
        AcademicYear::starting(year.parse().ok()?),
        season.parse().ok()?,
    ))
}

fn form(cx: &Context<'_>, id: Option<HalfDaysId>, term: &HalfDays) -> FormView<HalfDaysSheet> {
    let chosen = (term.academic_year(), term.season);
    let mut all: Vec<_> = terms(AcademicYear::of(cx.desk.today())).collect();
    if !all.contains(&chosen) {
        all.push(chosen);
    }
    let options = all
        .into_iter()
        .map(|(year, season)| (code(year, season), half_days::label(year, season)));
    let whole = |number: Option<u32>| number.map(f64::from);
    let percent = whole(term.per_mille).map(|share| share / 10.0);
    let suspended = (term.suspended > 0).then(|| f64::from(term.suspended) / 2.0);
    let fields = vec![
        Field::options("term", "Term", options.collect(), &code(chosen.0, chosen.1)).given(),
        Field::number("possible", "Half-days possible", whole(term.possible))
            .hint("sessions that were possible, as the register has them"),
        Field::number("attended", "Attended", whole(term.attended)),
        Field::number("percent", "Or attendance, %", percent)
            .hint("where the half-days are not known: 86.2"),
        Field::number("suspended", "Suspended, days", suspended)
            .hint("school days, a lunchtime is half of one: 2.5"),
        Field::line("note", "Remark", &term.note),
    ];
    let sheet = HalfDaysSheet {
        pupil: term.pupil,
        id,
    };
    FormView::new(sheet, fields)
}

/// A number in so many parts, as whole parts: tenths of a percent, halves of a day.
fn parts(form: &Form, name: &'static str, parts: f64, most: f64) -> Result<Option<u32>, Refusal> {
    let Some(number) = form.number(name)? else {
        return Ok(None);
    };
    let count = (number * parts).round();
    if !(0.0..=most * parts).contains(&count) {
        return Err(Refusal::of(
            name,
            format!("That number is out of range: it lies between 0 and {most}."),
        ));
    }
    Ok(Some(count as u32))
}

impl Sheet for HalfDaysSheet {
    fn key(&self) -> DraftKey {
        key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Attendance of {} in a term", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let (year, season) =
            read_code(&form.text("term")).ok_or_else(|| Refusal::of("term", "Choose the term."))?;
        let id = self.id.unwrap_or_else(|| cx.desk.ids.next());
        let suspended = parts(form, "suspended", 2.0, 200.0)?;
        let term = HalfDays {
            possible: form.whole("possible")?,
            attended: form.whole("attended")?,
            per_mille: parts(form, "percent", 10.0, 100.0)?,
            suspended: suspended.unwrap_or_default(),
            note: form.text("note"),
            ..HalfDays::new(id, self.pupil, year, season)
        };
        half_days::put(&cx.desk, term)
    }
}
