//! What is done with an entry of the timeline: it is opened where it is changed, or taken away.

use crate::domain::{Edit, Entry, RecordId, Refusal, Stage, measure, note, session, week};
use crate::store::StoreError;
use crate::ui::dialogs::{self, FormView, register};
use crate::ui::{Context, Effect, Pane, View};

/// Opens an entry where it is changed.
pub fn open(cx: &Context<'_>, entry: &Entry) -> Effect {
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
        _ => match entry.pupil {
            Some(pupil) => Effect::Many(vec![
                Effect::TakeInHand(Some(pupil)),
                Effect::Turn(Some(Stage::Review)),
                Effect::Show(Pane::Plan),
            ]),
            None => gone(),
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
