use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::answers::Answers;
use super::entry::Entry;
use super::funding;
use super::import_file::ImportFile;
use super::intake::Intake;
use super::line_counts::LineCounts;
use super::match_up::{Matched, match_up};
use super::question::Question;
use super::working::Working;
use crate::domain::{
    Caseload, Change, Desk, Edit, ImportLayout, PupilId, Refusal, SchoolId, pupil,
};

/// What an import would do, before anything is written: every line of the file is accounted for.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The file's name, without its folder.
    pub name: String,
    /// The file, as it was read.
    pub file: ImportFile,
    /// What becomes of its children, in their order.
    pub entries: Vec<Entry>,
    /// Pupils of the caseload who are not in the file. They are offered as leavers; nothing is done to them.
    pub leavers: Vec<PupilId>,
    /// What a funding schedule says against the register, as sentences.
    pub funding: Vec<String>,
    answers: Answers,
    /// Those of the leavers of whom the user says that they have left, and on which day.
    left: BTreeMap<PupilId, NaiveDate>,
    /// A file that breaks off is taken as far as it goes.
    in_part: bool,
}

impl Preview {
    /// Works out what the import of a file would do.
    ///
    /// # Errors
    /// When the caseload has no school for new pupils.
    pub fn new(desk: &Desk<'_>, name: &str, file: ImportFile) -> Result<Self, Refusal> {
        let mut preview = Self {
            name: name.to_owned(),
            file,
            entries: Vec::new(),
            leavers: Vec::new(),
            funding: Vec::new(),
            answers: Answers::default(),
            left: BTreeMap::new(),
            in_part: false,
        };
        preview.work_out(desk)?;
        Ok(preview)
    }

    /// Takes the file as it was read in another way. What was answered stands, where it is still asked.
    ///
    /// # Errors
    /// As [`Preview::new`].
    pub fn read_again(&mut self, desk: &Desk<'_>, file: ImportFile) -> Result<(), Refusal> {
        self.file = file;
        self.work_out(desk)
    }

    /// Works it out anew: the caseload has changed.
    ///
    /// # Errors
    /// As [`Preview::new`].
    pub fn work_out(&mut self, desk: &Desk<'_>) -> Result<(), Refusal> {
        let school = desk.caseload.school().ok_or_else(|| {
            Refusal::new("There is no school in this caseload yet, so pupils have no place to go.")
        })?;
        let children = &self.file.pupils;
        let matched = match_up(desk.caseload, children);
        let working = Working {
            desk,
            school: school_of(desk.caseload, &matched).unwrap_or(school.id),
            file: &self.name,
            children,
            answers: &self.answers,
        };
        let mut claimed: Vec<PupilId> = Vec::new();
        self.entries.clear();
        for (place, matched) in matched.iter().enumerate() {
            let entry = working.entry(place, matched, &claimed);
            if matched.sure.is_none() {
                claimed.extend(entry.known);
            }
            self.entries.push(entry);
        }
        let told_of: BTreeSet<PupilId> = self
            .entries
            .iter()
            .flat_map(|entry| entry.known.iter().chain(&entry.perhaps))
            .copied()
            .collect();
        // A list of one school says nothing of the pupils of another.
        let pupils = &desk.caseload.pupils;
        let schools: BTreeSet<SchoolId> = told_of
            .iter()
            .filter_map(|id| Some(pupils.get(*id)?.school))
            .collect();
        let present = desk.caseload.present();
        self.leavers = present
            .filter(|pupil| schools.is_empty() || schools.contains(&pupil.school))
            .map(|pupil| pupil.id)
            .filter(|id| !told_of.contains(id))
            .collect();
        self.left.retain(|id, _| self.leavers.contains(id));
        self.funding = funding::reconcile(desk.caseload, &self.file, &self.entries);
        Ok(())
    }

    /// Says that a pupil who is not in the file has left on a day, or, with none, that nothing is to be done.
    pub fn set_left(&mut self, pupil: PupilId, on: Option<NaiveDate>) {
        match on.filter(|_| self.leavers.contains(&pupil)) {
            Some(day) => self.left.insert(pupil, day),
            None => self.left.remove(&pupil),
        };
    }

    /// The day on which the user says that a pupil has left.
    pub fn left_on(&self, pupil: PupilId) -> Option<NaiveDate> {
        self.left.get(&pupil).copied()
    }

    /// Takes a file that breaks off as far as it goes, or not at all.
    pub fn set_in_part(&mut self, in_part: bool) {
        self.in_part = in_part;
    }

    /// Whether a file that breaks off is taken as far as it goes.
    pub fn is_in_part(&self) -> bool {
        self.in_part
    }

    /// Answers the next question about the child at a place of the file, and works out what follows.
    ///
    /// # Errors
    /// As [`Preview::new`].
    pub fn answer(&mut self, desk: &Desk<'_>, place: usize, yes: bool) -> Result<(), Refusal> {
        let question: Option<Question> = self
            .entries
            .get(place)
            .and_then(|entry| entry.questions.first().cloned());
        let Some(question) = question else {
            return Ok(());
        };
        self.answers.answer(&self.file.pupils[place], question, yes);
        self.work_out(desk)
    }

    /// Takes the answers about a child back.
    ///
    /// # Errors
    /// As [`Preview::new`].
    pub fn ask_again(&mut self, desk: &Desk<'_>, place: usize) -> Result<(), Refusal> {
        if let Some(child) = self.file.pupils.get(place) {
            self.answers.ask_again(child);
        }
        self.work_out(desk)
    }

    /// Whether a question about the child at a place of the file was answered.
    pub fn is_answered(&self, place: usize) -> bool {
        let child = self.file.pupils.get(place);
        child.is_some_and(|child| !self.answers.of(child).is_empty())
    }

    /// How many lines become what.
    pub fn counts(&self) -> LineCounts {
        let mut counts = LineCounts {
            read: self.file.lines_read,
            skipped: self.file.skipped.len(),
            ..LineCounts::default()
        };
        for (entry, child) in self.entries.iter().zip(&self.file.pupils) {
            let count = match entry.intake {
                Intake::Add => &mut counts.added,
                Intake::Change => &mut counts.changed,
                Intake::Same => &mut counts.unchanged,
                Intake::LeaveOut => &mut counts.skipped,
                Intake::Hold => &mut counts.held,
            };
            *count += child.lines.len();
        }
        counts
    }

    /// How many pupils become this.
    pub fn pupils(&self, intake: Intake) -> usize {
        let entries = self.entries.iter();
        entries.filter(|entry| entry.intake == intake).count()
    }

    /// How many pupils have something to look at, which is no question: a year that does not go with the date of birth.
    pub fn doubted(&self) -> usize {
        let pupils = self.file.pupils.iter();
        pupils.filter(|child| !child.notices.is_empty()).count()
    }

    /// What the lines come to: "16 lines, 12 pupils (~ 1 to look at): 2 held, 10 new; 1 line skipped".
    pub fn counted(&self) -> String {
        let intakes = [
            (Intake::Hold, "held"),
            (Intake::Add, "new"),
            (Intake::Change, "with changes"),
            (Intake::Same, "the same"),
            (Intake::LeaveOut, "left out"),
        ];
        let said: Vec<String> = intakes
            .into_iter()
            .map(|(intake, what)| (self.pupils(intake), what))
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        let mut words = format!(
            "{}, {}",
            count(self.file.lines_read, "line"),
            count(self.entries.len(), "pupil")
        );
        if self.doubted() > 0 {
            words.push_str(&format!(" (~ {} to look at)", self.doubted()));
        }
        if !said.is_empty() {
            words.push_str(&format!(": {}", said.join(", ")));
        }
        if !self.file.skipped.is_empty() {
            let lines = count(self.file.skipped.len(), "line");
            words.push_str(&format!("; {lines} skipped"));
        }
        words
    }

    /// What the user said of the columns, where it is news: the next list with the same headings is read so.
    fn layouts(&self, desk: &Desk<'_>) -> Vec<Change> {
        let known = &desk.caseload.import_layouts;
        let news = self.file.said.iter().filter_map(|columns| {
            let known = known.iter().find(|layout| layout.is_of(columns));
            if known.is_some_and(|layout| layout.columns == *columns) {
                return None;
            }
            let layout = ImportLayout {
                id: known.map_or_else(|| desk.ids.next(), |layout| layout.id),
                said_on: desk.today(),
                columns: columns.clone(),
            };
            Some(Change::Put(layout.into()))
        });
        news.collect()
    }

    /// All that is taken, as one edit. Lines that wait for an answer are left as they are; it is empty when nothing is new.
    ///
    /// # Errors
    /// When the file breaks off and the user has not said that it is to be taken as far as it goes.
    pub fn edit(&self, desk: &Desk<'_>) -> Result<Edit, Refusal> {
        if let Some(broken) = self.file.broken.as_ref().filter(|_| !self.in_part) {
            let broken = broken.strip_prefix("The").unwrap_or(broken);
            return Err(Refusal::new(format!("Nothing was imported: the{broken}")));
        }
        let taken = self.pupils(Intake::Add) + self.pupils(Intake::Change);
        let mut said = match taken {
            0 => format!("Compared with {}: nothing new", self.name),
            taken => format!("Imported {} from {}", count(taken, "pupil"), self.name),
        };
        match self.pupils(Intake::Hold) {
            0 => {}
            1 => said.push_str(", and 1 waits: take the list again to answer"),
            held => said.push_str(&format!(", and {held} wait: take the list again to answer")),
        }
        let records = self.entries.iter().flat_map(|entry| entry.records.clone());
        let mut changes: Vec<Change> = records.collect();
        for (&pupil, &day) in &self.left {
            changes.extend(pupil::leave(desk, pupil, Some(day), "")?.changes);
        }
        if !self.left.is_empty() {
            said.push_str(&format!("; {} left", count(self.left.len(), "pupil")));
        }
        let layouts = self.layouts(desk);
        if !layouts.is_empty() {
            said.push_str("; what its columns hold is remembered");
            changes.extend(layouts);
        }
        Ok(Edit {
            label: said,
            changes,
        })
    }
}

fn count(number: usize, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{number} {thing}s"),
    }
}

/// The school that most pupils of the file are at, where any is known.
fn school_of(caseload: &Caseload, matched: &[Matched]) -> Option<SchoolId> {
    let mut at: BTreeMap<SchoolId, usize> = BTreeMap::new();
    let known = matched.iter().filter_map(|matched| matched.sure);
    for pupil in known.filter_map(|pupil| caseload.pupils.get(pupil)) {
        *at.entry(pupil.school).or_default() += 1;
    }
    let most = at.into_iter().max_by_key(|(_, pupils)| *pupils);
    most.map(|(school, _)| school)
}
