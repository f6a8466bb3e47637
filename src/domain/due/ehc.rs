//! The law's dates of EHC assessments and plans (regs 5 to 22).

use chrono::NaiveDate;

use super::{Due, DueKind, GoesTo};
use crate::domain::deadline::{
    self, PhaseTransfer, PlanClock, annual_review, annual_review_steps, final_plan_after_notice,
};
use crate::domain::{
    AcademicYear, Caseload, Deadline, DeadlineKind, Desk, EhcStep, Pupil, PupilId, Review,
    ReviewKind, Status,
};

/// What the record says of a pupil's EHC plan.
struct Plan<'a> {
    desk: &'a Desk<'a>,
    pupil: &'a Pupil,
}

/// All that the law and the Code say is due about a pupil's EHC assessment and plan. What somebody outside may do, and no
/// record can show as done, is only told while it is still to come.
pub(in crate::domain) fn of_plan(desk: &Desk<'_>, pupil: &Pupil) -> Vec<Due> {
    let plan = Plan { desk, pupil };
    let mut deadlines = plan.assessment();
    if desk.caseload.status_of(pupil.id) == Status::E {
        deadlines.extend(plan.next_review());
        deadlines.extend(plan.last_review());
    }
    deadlines
        .into_iter()
        .map(|deadline| {
            let goes_to = plan.goes_to(&deadline);
            Due::of_deadline(desk, deadline, Some(pupil.id), goes_to)
        })
        .collect()
}

/// The day from which the twelve months of a pupil's plan run: her latest review, else the making of the plan.
pub(in crate::domain) fn clock(caseload: &Caseload, pupil: PupilId) -> Option<PlanClock> {
    let held = caseload
        .reviews
        .of(pupil)
        .filter(|review| review.is_of_plan())
        .filter_map(|review| review.held_on);
    let reviewed = held
        .chain(days_of(caseload, pupil, EhcStep::Reviewed))
        .max();
    let made = || days_of(caseload, pupil, EhcStep::Made).max();
    reviewed
        .map(PlanClock::Reviewed)
        .or_else(|| made().map(PlanClock::Made))
}

fn days_of(
    caseload: &Caseload,
    pupil: PupilId,
    step: EhcStep,
) -> impl Iterator<Item = NaiveDate> + '_ {
    caseload
        .ehc_events
        .of(pupil)
        .filter(move |event| event.step == step)
        .map(|event| event.on)
}

impl Plan<'_> {
    /// The latest day of a step.
    fn latest(&self, step: EhcStep) -> Option<NaiveDate> {
        days_of(self.desk.caseload, self.pupil.id, step).max()
    }

    /// Whether one of these steps was taken on a day or after it.
    fn since(&self, day: NaiveDate, steps: &[EhcStep]) -> bool {
        steps.iter().any(|step| self.latest(*step) >= Some(day))
    }

    fn to_come(&self, deadline: Deadline) -> Option<Deadline> {
        (!deadline.is_late(self.desk.today())).then_some(deadline)
    }

    /// The plan's reviews that are booked and not held, the next first.
    fn booked(&self) -> Option<&Review> {
        self.desk
            .caseload
            .reviews
            .of(self.pupil.id)
            .filter(|review| review.is_of_plan() && review.held_on.is_none())
            .min_by_key(|review| review.on)
    }

    fn held(&self) -> Option<&Review> {
        self.desk
            .caseload
            .reviews
            .of(self.pupil.id)
            .filter(|review| review.is_of_plan() && review.held_on.is_some())
            .max_by_key(|review| review.held_on)
    }

    fn assessment(&self) -> Vec<Deadline> {
        use EhcStep::{AdviceSent, DecidedToAssess, DraftReceived, Made, Refused};
        let mut deadlines = Vec::new();
        if let Some(received) = self.latest(EhcStep::Requested) {
            let ends: [&[EhcStep]; 3] = [
                &[DecidedToAssess, DraftReceived, Refused, Made],
                &[DraftReceived, Refused, Made],
                &[Refused, Made],
            ];
            let steps = deadline::assessment(self.desk.rules, received);
            let open = steps
                .into_iter()
                .zip(ends)
                .filter(|(_, ends)| !self.since(received, ends));
            deadlines.extend(open.map(|(step, _)| step));
        }
        if let Some(asked) = self.latest(EhcStep::AdviceAsked)
            && !self.since(asked, &[AdviceSent])
        {
            deadlines.push(deadline::school_advice(self.desk.rules, asked));
        }
        if let Some(refused) = self.latest(Refused) {
            deadlines.extend(self.to_come(deadline::appeal(self.desk.rules, refused, None)));
        }
        if let Some(arrived) = self.latest(EhcStep::Consulted) {
            deadlines.extend(self.to_come(deadline::consultation_answer(self.desk.rules, arrived)));
        }
        for served in [DraftReceived, EhcStep::AmendmentNotice] {
            if let Some(served) = self.latest(served) {
                deadlines.extend(self.to_come(deadline::family_answer(self.desk.rules, served)));
            }
        }
        deadlines
    }

    /// Towards the next review: the twelve months, the meeting, the steps before it, and a change of phase.
    fn next_review(&self) -> Vec<Deadline> {
        let mut deadlines = Vec::new();
        let booked = self.booked();
        let transfer = self.transfer();
        let to_meet = transfer.filter(|transfer| self.transfer_held(*transfer).is_none());
        if let Some(clock) = clock(self.desk.caseload, self.pupil.id) {
            let [complete, meeting] = annual_review(self.desk.rules, clock, self.desk.calendar);
            let comes_first = to_meet.filter(|_| booked.is_none()).and_then(|transfer| {
                transfer.comes_first(self.desk.rules, meeting.on, self.desk.calendar)
            });
            if comes_first.is_none() && booked.is_none_or(|review| review.on > meeting.on) {
                deadlines.push(meeting);
            }
            deadlines.extend(comes_first);
            deadlines.push(complete);
        }
        if let Some(review) = booked {
            let [ask, papers, ..] =
                annual_review_steps(self.desk.rules, review.on, self.desk.calendar);
            deadlines.extend(self.to_come(ask));
            deadlines.extend(Some(papers).filter(|_| review.papers_out_on.is_none()));
        }
        if let Some(transfer) = transfer {
            deadlines.extend(self.towards(transfer, booked, &deadlines));
        }
        deadlines
    }

    /// A change of phase: the meeting, until one was held, and the final plan, until it is there.
    fn towards(
        &self,
        transfer: PhaseTransfer,
        booked: Option<&Review>,
        so_far: &[Deadline],
    ) -> Vec<Deadline> {
        let final_plan = transfer.final_plan(self.desk.rules);
        let told = so_far
            .iter()
            .any(|deadline| deadline.kind == DeadlineKind::TransferComesFirst);
        match (self.transfer_held(transfer), booked) {
            (Some(held), _) if self.final_since(held) => Vec::new(),
            (None, Some(review)) => {
                let late = transfer.booked_late(self.desk.rules, review.on);
                vec![late.unwrap_or(final_plan)]
            }
            (None, None) if !told => {
                vec![
                    transfer.meeting(self.desk.rules, self.desk.calendar),
                    final_plan,
                ]
            }
            (Some(_), _) | (None, None) => vec![final_plan],
        }
    }

    /// The change of phase at the end of this academic year.
    fn transfer(&self) -> Option<PhaseTransfer> {
        let school = self.desk.caseload.school_of(self.pupil.school)?;
        PhaseTransfer::of(self.pupil.year?, &school.leaving_years, self.desk.today())
    }

    /// When the transfer review was held: in the leaving year, or in the year before it.
    fn transfer_held(&self, transfer: PhaseTransfer) -> Option<NaiveDate> {
        let from = AcademicYear::starting(transfer.september - 2).first();
        self.desk
            .caseload
            .reviews
            .of(self.pupil.id)
            .filter(|review| review.kind == ReviewKind::Transfer)
            .filter_map(|review| review.held_on)
            .filter(|held_on| *held_on >= from)
            .max()
    }

    fn final_since(&self, day: NaiveDate) -> bool {
        self.since(day, &[EhcStep::Final, EhcStep::Amended])
    }

    /// After the last review that was held: report, the authority's decision, final plan.
    fn last_review(&self) -> Vec<Deadline> {
        let Some((review, held_on)) = self
            .held()
            .and_then(|review| Some((review, review.held_on?)))
        else {
            return Vec::new();
        };
        let decided = self.since(held_on, &[EhcStep::LaDecided, EhcStep::AmendmentNotice]);
        let [_, _, report, decision, final_plan] =
            annual_review_steps(self.desk.rules, held_on, self.desk.calendar);
        let mut deadlines = Vec::new();
        deadlines.extend(Some(report).filter(|_| review.report_sent_on.is_none()));
        if self.final_since(held_on) {
            return deadlines;
        }
        let notice = self
            .latest(EhcStep::AmendmentNotice)
            .filter(|day| *day >= held_on);
        if let Some(notice) = notice {
            deadlines.push(final_plan_after_notice(self.desk.rules, notice));
        } else if !decided {
            // Until the authority has decided, it may still amend: both dates stand.
            deadlines.extend([decision, final_plan]);
        }
        deadlines
    }

    fn goes_to(&self, deadline: &Deadline) -> GoesTo {
        use DeadlineKind::{AskForReports, PapersOut, Report, TransferMeetingLate};
        let review = match deadline.kind {
            AskForReports | PapersOut | TransferMeetingLate => self.booked(),
            Report => self.held(),
            _ => None,
        };
        review.map_or(GoesTo::Plan(self.pupil.id), |review| {
            GoesTo::Review(review.id)
        })
    }
}

impl DueKind {
    /// Whether it is shown however far its day is away, because it needs doing now.
    pub fn is_urgent(self) -> bool {
        self == Self::Rule(DeadlineKind::TransferMeetingLate)
    }
}
