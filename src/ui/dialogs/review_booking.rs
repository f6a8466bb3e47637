//! Booking a review: when, where, and who is asked.

use chrono::NaiveDate;

use crate::domain::date_words::Leaning;
use crate::domain::review::{self, Booking};
use crate::domain::{
    DeadlineKind, Doubt, DraftKey, DueKind, Edit, PupilId, Refusal, Review, ReviewId, ReviewKind,
    Status, clock_time,
};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "review_booking";

/// A review to be booked, or a booking to be changed.
#[derive(Debug)]
pub struct BookingSheet {
    pupil: PupilId,
    review: Option<ReviewId>,
}

/// The form of a new booking about a pupil.
pub fn new(cx: &Context<'_>, pupil: PupilId) -> FormView<BookingSheet> {
    let caseload = cx.desk.caseload;
    let kind = usual_kind(cx, pupil);
    let agreed = caseload.cycle_now(pupil).filter(|cycle| !cycle.is_closed());
    let agreed = agreed.and_then(|cycle| cycle.review_on);
    let on = agreed.filter(|on| *on >= cx.desk.today() && kind == ReviewKind::Support);
    let day = Field::date("on", "Day", Leaning::Ahead, on);
    new_with(cx, pupil, kind, day).at("on")
}

/// The form of a new booking about a pupil, on a day that was chosen.
pub fn new_on(cx: &Context<'_>, pupil: PupilId, on: NaiveDate) -> FormView<BookingSheet> {
    let kind = usual_kind(cx, pupil);
    let day = Field::date("on", "Day", Leaning::Ahead, Some(on)).given();
    new_with(cx, pupil, kind, day).at("at")
}

fn usual_kind(cx: &Context<'_>, pupil: PupilId) -> ReviewKind {
    match cx.desk.caseload.status_of(pupil) {
        Status::E => ReviewKind::Annual,
        Status::N | Status::K => ReviewKind::Support,
    }
}

fn new_with(
    cx: &Context<'_>,
    pupil: PupilId,
    kind: ReviewKind,
    day: Field,
) -> FormView<BookingSheet> {
    let caseload = cx.desk.caseload;
    let invited = review::whom_to_invite(caseload, pupil, cx.desk.today());
    let sheet = BookingSheet {
        pupil,
        review: None,
    };
    let fields = vec![
        Field::choice("kind", "What", kind),
        day,
        time_field(""),
        Field::line("room", "Room", "").hint("library, SENCO's room"),
        invited_field(&invited.join(", ")),
    ];
    FormView::new(sheet, fields)
}

/// The form of a booking.
pub fn of(cx: &Context<'_>, review: &Review) -> FormView<BookingSheet> {
    let sheet = BookingSheet {
        pupil: review.pupil,
        review: Some(review.id),
    };
    let at = review.at.map(clock_time::write).unwrap_or_default();
    let invited: Vec<&str> = review
        .invited
        .iter()
        .map(|invitee| cx.desk.caseload.who(&invitee.name, invitee.person))
        .collect();
    let mut fields = vec![
        Field::choice("kind", "What", review.kind),
        Field::date("on", "Day", Leaning::Ahead, Some(review.on)),
        time_field(&at),
        Field::line("room", "Room", &review.room),
        invited_field(&invited.join(", ")),
    ];
    if review.is_of_plan() {
        fields.push(
            Field::date(
                "papers_out_on",
                "Papers went out",
                Leaning::Back,
                review.papers_out_on,
            )
            .hint("notice and papers, two weeks before (reg 20(4))"),
        );
    }
    FormView::new(sheet, fields).at("on")
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<BookingSheet>> {
    let caseload = cx.desk.caseload;
    match super::new_for(about) {
        Some(pupil) => Some(new(cx, caseload.pupils.get(pupil)?.id)),
        None => Some(of(cx, caseload.reviews.get(about.parse().ok()?)?)),
    }
}

pub(super) fn time_field(at: &str) -> Field {
    Field::line("at", "Time", at).hint("15:30, 3:30pm: empty while it is open")
}

fn invited_field(names: &str) -> Field {
    Field::prose("invited", "Who is asked", 3, names).hint("names, with commas between")
}

/// The names in a list of them.
pub(super) fn names(list: &str) -> Vec<String> {
    let names = list.split([',', ';', '\n']).map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

impl BookingSheet {
    fn booking(&self, cx: &Context<'_>, form: &Form) -> Result<Booking, Refusal> {
        Ok(Booking {
            kind: form.choice("kind").unwrap_or(ReviewKind::Support),
            on: form.needed_date("on", &cx.desk)?,
            at: form.time("at")?,
            room: form.text("room"),
            invited: names(&form.text("invited")),
            papers_out_on: form.date("papers_out_on", &cx.desk)?,
        })
    }

    /// Last days of the law's that the meeting is booked after.
    fn too_late(&self, cx: &Context<'_>, booking: &Booking) -> Vec<Doubt> {
        let is_meeting = |kind: DueKind| {
            let kinds = [
                DeadlineKind::AnnualReviewMeeting,
                DeadlineKind::TransferMeeting,
            ];
            kinds.into_iter().any(|one| kind == DueKind::Rule(one))
        };
        let dues = cx.standings.get(self.pupil).map(|standing| &standing.dues);
        dues.into_iter()
            .flatten()
            .filter(|due| booking.kind != ReviewKind::Support && is_meeting(due.kind))
            .filter_map(|due| Some((due.on.filter(|on| *on < booking.on)?, due)))
            .map(|(on, due)| Doubt {
                field: "on",
                words: format!("{}: the last day is {}", due.what, on.format("%a %-d %B")),
                basis: due.basis.clone(),
            })
            .collect()
    }
}

impl Sheet for BookingSheet {
    fn tells_names(&self) -> bool {
        true
    }

    fn key(&self) -> DraftKey {
        super::key(NAME, self.review.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let what = if self.review.is_some() {
            "Booked review"
        } else {
            "Book a review"
        };
        format!("{what}: {}", super::called(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let booking = self.booking(cx, form)?;
        match self.review {
            None => review::book(&cx.desk, cx.desk.caseload.pupil(self.pupil)?, &booking),
            Some(id) => {
                let stored = cx
                    .desk
                    .caseload
                    .reviews
                    .get(id)
                    .ok_or_else(|| Refusal::new(super::GONE))?;
                review::rebook(&cx.desk, stored, &booking)
            }
        }
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let Ok(booking) = self.booking(cx, form) else {
            return Vec::new();
        };
        let mut doubts = booking.doubts(&cx.desk, self.pupil);
        doubts.extend(self.too_late(cx, &booking));
        doubts
    }
}
