use crate::domain::PupilId;
use crate::import::{Field, Intake, Preview};
use crate::ui::Role;

/// A row of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Something about the whole file: the place of its sentence.
    File(usize),
    /// What the columns hold.
    Columns,
    /// A child of the file, by place.
    Child(usize),
    /// A line of nobody, by place.
    Skipped(usize),
    /// A pupil of the caseload who is not in the file.
    Leaver(PupilId),
}

impl Row {
    /// All rows: what waits for an answer first, what is passed over last.
    pub fn of(preview: &Preview) -> Vec<Self> {
        let children = |intake: Intake| {
            let entries = preview.entries.iter().enumerate();
            entries
                .filter(move |(_, entry)| entry.intake == intake)
                .map(|(place, _)| Self::Child(place))
        };
        children(Intake::Hold)
            .chain((0..sentences(preview).len()).map(Self::File))
            .chain(children(Intake::Add))
            .chain(children(Intake::Change))
            .chain(children(Intake::Same))
            .chain(preview.leavers.iter().copied().map(Self::Leaver))
            .chain(children(Intake::LeaveOut))
            .chain([Self::Columns])
            .chain((0..preview.file.skipped.len()).map(Self::Skipped))
            .collect()
    }

    /// Whether there is something to look at, which is no question.
    pub fn is_doubted(self, preview: &Preview) -> bool {
        match self {
            Self::Child(place) => !preview.file.pupils[place].notices.is_empty(),
            Self::File(_) | Self::Columns | Self::Skipped(_) | Self::Leaver(_) => false,
        }
    }

    /// Its mark and word: "+ new".
    pub fn tag(self, preview: &Preview) -> (&'static str, Role) {
        match self {
            Self::File(0) if preview.file.broken.is_some() => ("! broken", Role::Refusal),
            Self::File(_) => ("! file", Role::Due),
            Self::Columns => ("  columns", Role::Muted),
            Self::Skipped(_) => ("- skipped", Role::Muted),
            Self::Leaver(id) if preview.left_on(id).is_some() => ("- left", Role::Text),
            Self::Leaver(_) => ("- not in it", Role::Muted),
            Self::Child(place) => match preview.entries[place].intake {
                Intake::Hold => ("? held", Role::Focus),
                Intake::Add => ("+ new", Role::Done),
                Intake::Change => ("~ changes", Role::Text),
                Intake::Same => ("  same", Role::Muted),
                Intake::LeaveOut => ("- left out", Role::Muted),
            },
        }
    }
}

/// What is to be said of the whole file, the worst first.
pub(super) fn sentences(preview: &Preview) -> Vec<String> {
    let file = &preview.file;
    let mut sentences: Vec<String> = file.broken.iter().chain(&file.notices).cloned().collect();
    sentences.extend(preview.funding.iter().cloned());
    if let Some(broken) = sentences.first_mut().filter(|_| file.broken.is_some()) {
        broken.push_str(match preview.is_in_part() {
            true => " What stands before is taken; Del takes that back.",
            false => " Nothing is written from it, unless y says to take what stands before.",
        });
    }
    if !file.left_out.is_empty() {
        sentences.push(format!(
            "Never kept, and left out: {}.",
            file.left_out.join(", ")
        ));
    }
    sentences.extend(file.unknown().map(|column| {
        format!(
            "The column \"{}\" is not known: nothing is taken from it. It holds {}. Enter says what it is.",
            column.heading,
            column.samples.join("; ")
        )
    }));
    sentences
}

/// What each column is read as: "DOB is date of birth, House is not known".
pub(super) fn columns(preview: &Preview) -> String {
    let columns = preview.file.columns.iter().map(|column| {
        let holds = column.field.map_or("not known", Field::label);
        format!("{} is {holds}", column.heading)
    });
    columns.collect::<Vec<_>>().join(", ")
}
