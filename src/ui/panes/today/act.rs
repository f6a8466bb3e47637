//! What a row of Today leads to, and what says that it is done.

use super::key::Key;
use super::page::Page;
use crate::domain::{
    DeadlineKind, DueKind, GoesTo, InterventionId, PupilId, Refusal, action, review,
};
use crate::ui::dialogs::{self, Choose};
use crate::ui::{Context, Effect, Pane};

/// Goes to where the work is done.
pub(super) fn open(cx: &Context<'_>, page: &Page, key: Key) -> Effect {
    match key {
        Key::Due(..) => page
            .due(key)
            .map_or(Effect::None, |due| dialogs::go_to(cx, due)),
        Key::Log(group) => log(cx, page, group),
        Key::NextIn => Effect::Show(Pane::Calendar),
        Key::FillIn(missing) => Effect::open(dialogs::to_fill_in::ToFillIn::new(missing)),
        Key::Drafts => Effect::open(dialogs::drafts::Drafts::default()),
    }
}

/// The register of a group's week.
fn log(cx: &Context<'_>, page: &Page, group: InterventionId) -> Effect {
    let groups = &page.today().to_log;
    let group = groups.iter().find(|one| one.intervention == group);
    group.map_or(Effect::None, |group| {
        dialogs::register::open(cx, group.intervention, group.week)
    })
}

/// Why what is under the cursor can't be said to be done from here, if it can't.
pub(super) fn done_refusal(key: Option<Key>) -> Option<Refusal> {
    let words = match key {
        None => "Nothing wants doing: there is nothing to be done with.",
        Some(Key::Due(_, kind, goes_to)) => match (kind, goes_to) {
            (DueKind::Action, GoesTo::Action(_)) | (DueKind::Referral, GoesTo::Referral(_)) => {
                return None;
            }
            (DueKind::Rule(DeadlineKind::PapersOut | DeadlineKind::Report), GoesTo::Review(_)) => {
                return None;
            }
            (DueKind::Review(_) | DueKind::WriteUp, _) => {
                "A review is done when it is written down: Enter, once its day has come."
            }
            _ => "This date is kept by doing what it asks for: Enter goes there.",
        },
        Some(Key::Log(_)) => "A group is done when its week is logged: Enter opens the register.",
        Some(Key::NextIn | Key::FillIn(_) | Key::Drafts) => {
            "This row only counts. Enter shows what it counts."
        }
    };
    Some(Refusal::new(words))
}

/// Says that it is done today.
pub(super) fn done(cx: &Context<'_>, key: Key) -> Effect {
    let caseload = cx.desk.caseload;
    let Key::Due(_, kind, goes_to) = key else {
        return Effect::None;
    };
    match (kind, goes_to) {
        (_, GoesTo::Action(id)) => caseload.actions.get(id).map_or(Effect::None, |action| {
            Effect::save(action::done(&cx.desk, action))
        }),
        (_, GoesTo::Referral(id)) => caseload.referrals.get(id).map_or(Effect::None, |referral| {
            dialogs::referral::ask_done(cx, referral)
        }),
        (DueKind::Rule(DeadlineKind::PapersOut), GoesTo::Review(id)) => {
            caseload.reviews.get(id).map_or(Effect::None, |review| {
                Effect::save(review::papers_out(&cx.desk, review))
            })
        }
        (DueKind::Rule(DeadlineKind::Report), GoesTo::Review(id)) => {
            caseload.reviews.get(id).map_or(Effect::None, |review| {
                Effect::save(review::report_sent(&cx.desk, review))
            })
        }
        _ => Effect::None,
    }
}

/// Asks what is new: about the pupil of the row, or a pupil.
pub(super) fn new(cx: &Context<'_>, pupil: Option<PupilId>) -> Effect {
    let Some(pupil) = pupil.and_then(|id| cx.desk.caseload.pupils.get(id)) else {
        return Effect::refuse(
            "New about whom? Go to a row with a pupil; on screen 1, n adds a pupil; Ctrl+N jots something down.",
        );
    };
    let id = pupil.id;
    let title = format!("New about {}", cx.look.called(pupil));
    let choose = Effect::open(Choose::new(
        title,
        [
            (
                'a',
                "action: who does what by when".to_owned(),
                Effect::open(dialogs::action::new(cx, id)),
            ),
            (
                'r',
                "request: a report, a visit or an answer, and wait for it".to_owned(),
                Effect::open(dialogs::referral::new(cx, id)),
            ),
            (
                'b',
                "booking of a review".to_owned(),
                Effect::open(dialogs::review_booking::new(cx, id)),
            ),
            (
                'n',
                "note: what was said or seen".to_owned(),
                dialogs::jot::open(cx, Some(id)),
            ),
        ],
    ));
    // In hand, so that the frame names the same pupil as the form.
    Effect::Many(vec![Effect::TakeInHand(Some(id)), choose])
}
