//! What is done with an entry of the timeline: it is opened where it is changed, or taken away.

use crate::commands::Command;
use crate::domain::{Edit, Entry, RecordId, Refusal, measure, note, session, week};
use crate::store::StoreError;
use crate::ui::dialogs::{self, FormView, register};
use crate::ui::{Context, Effect, View};

/// Opens an entry where it is changed.
pub fn open(cx: &Context<'_>, entry: &Entry) -> Effect {
    let caseload = cx.desk.caseload;
    match entry.of {
        RecordId::Note(id) => opened(cx.log.note(id), |note| dialogs::note::of(cx, note)),
        RecordId::Measure(id) => opened(cx.log.measure(id), |measure| {
            Some(dialogs::measure::of(cx, &measure))
        }),
        RecordId::Session(id) => match cx.log.session(id) {
            Ok(Some(session)) => {
                register::open(cx, session.intervention, week::monday_of(session.on))
            }
            Ok(None) => gone(),
            Err(error) => Effect::refuse(error.to_string()),
        },
        RecordId::EhcEvent(id) => match caseload.ehc_events.get(id) {
            Some(event) => Effect::open(dialogs::ehc_event::of(event)),
            None => gone(),
        },
        RecordId::StatusPeriod(id) => match caseload.status_periods.get(id) {
            Some(period) => Effect::open(dialogs::status_period::of(period)),
            None => gone(),
        },
        of => match (entry.pupil, of) {
            (Some(pupil), RecordId::Referral(_)) => dialogs::go_with(pupil, Command::Assess),
            (Some(pupil), _) => dialogs::go_with(pupil, Command::Review),
            (None, _) => gone(),
        },
    }
}

/// Takes an entry away.
pub fn remove(cx: &Context<'_>, entry: &Entry) -> Effect {
    let edit = match entry.of {
        RecordId::Note(id) => removed(cx.log.note(id), |it| note::remove(&cx.desk, &it)),
        RecordId::Measure(id) => removed(cx.log.measure(id), |it| measure::remove(&cx.desk, &it)),
        RecordId::Session(id) => removed(cx.log.session(id), |it| session::remove(&cx.desk, &it)),
        _ => Err(Refusal::new(
            "Notes, sessions and measures are taken away here. Enter goes to where this was recorded.",
        )),
    };
    Effect::save(edit)
}

fn gone() -> Effect {
    Effect::refuse("This is not on record any more.")
}

/// Opens the form of a record of the log.
fn opened<T, S>(
    read: Result<Option<T>, StoreError>,
    form: impl FnOnce(T) -> Option<FormView<S>>,
) -> Effect
where
    FormView<S>: View + 'static,
{
    match read {
        Ok(record) => record.and_then(form).map_or_else(gone, Effect::open),
        Err(error) => Effect::refuse(error.to_string()),
    }
}

/// The edit that takes a record of the log away.
fn removed<T>(
    read: Result<Option<T>, StoreError>,
    edit: impl FnOnce(T) -> Edit,
) -> Result<Edit, Refusal> {
    match read {
        Ok(Some(record)) => Ok(edit(record)),
        Ok(None) => Err(Refusal::new("This is not on record any more.")),
        Err(error) => Err(Refusal::new(error.to_string())),
    }
}
