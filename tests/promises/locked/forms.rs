//! Promise 42, over every form: what is typed in it, the field and the caret are there again after unlocking.

use caseload::domain::{Caseload, Draft, DraftKey, PupilId};
use caseload::store::{Salt, Sealed, Store, open};
use chrono::{DateTime, NaiveDate};
use std::path::Path;
use std::time::Duration;

use super::{body, day};
use crate::sitter::Sitter;
use crate::{Size, Tally, edits};

/// What a form is about, in the made-up school.
pub type About = fn(&Caseload) -> String;

/// Every form, by the name of its file, with what it is about.
pub const FORMS: &[(&str, About)] = &[
    ("action", new),
    ("arrangement", new),
    ("assess", cycle),
    ("closure", school_day),
    ("contact", new),
    ("diagnosis", new),
    ("document", new),
    ("ehc_event", new),
    ("ehc_line", new),
    ("ehc_plan", pupil),
    ("evidence", |caseload| {
        first(caseload.arrangements.iter().map(|one| one.id))
    }),
    ("extra_session", group),
    ("flags", pupil),
    ("half_days", new),
    ("hand_over", pupil),
    ("identity", pupil),
    ("intervention", group),
    ("join", new),
    ("jot", pupil),
    ("leave_register", new),
    ("left", pupil),
    ("measure", new),
    ("medical", pupil),
    ("needs", pupil),
    ("new_pupil", |_| String::new()),
    ("note", new),
    ("other_plan", new),
    ("outcome", new),
    ("place", |caseload| {
        first(caseload.places.iter().map(|place| place.id))
    }),
    ("plan", cycle),
    ("profile", pupil),
    ("provision", |caseload| {
        first(caseload.provisions.iter().map(|provision| provision.id))
    }),
    ("referral", new),
    ("register", |caseload| {
        let mut groups = caseload.interventions.iter();
        let led_by = groups.find_map(|group| group.led_by).expect("a leader");
        format!("{led_by}/2026-11-16")
    }),
    ("review", |caseload| {
        first(caseload.reviews.iter().map(|review| review.id))
    }),
    ("review_booking", new),
    ("school", |caseload| {
        first(caseload.schools.iter().map(|school| school.id))
    }),
    ("setting", |_| String::new()),
    ("status", new),
    ("status_period", |caseload| {
        first(caseload.status_periods.iter().map(|period| period.id))
    }),
    ("strategy", new),
    ("target", new),
    ("term", school_day),
    ("waive", |caseload| {
        first(caseload.targets.iter().map(|target| target.id))
    }),
    ("dates", |_| String::new()),
    ("kept_filter", |_| "words:k y4".to_owned()),
    ("watch_decision", new),
    ("watched", |caseload| {
        format!("{}/tried/new", of_pupil(caseload))
    }),
];

fn first<T: std::fmt::Display>(mut ids: impl Iterator<Item = T>) -> String {
    ids.next().expect("one in the made-up school").to_string()
}

/// A pupil with a plan.
fn of_pupil(caseload: &Caseload) -> PupilId {
    let mut pupils = caseload.present();
    pupils
        .find(|pupil| caseload.cycle_now(pupil.id).is_some())
        .expect("a pupil with a plan")
        .id
}

fn pupil(caseload: &Caseload) -> String {
    of_pupil(caseload).to_string()
}

fn new(caseload: &Caseload) -> String {
    format!("new:{}", of_pupil(caseload))
}

fn cycle(caseload: &Caseload) -> String {
    let cycle = caseload.cycle_now(of_pupil(caseload)).expect("a cycle");
    cycle.id.to_string()
}

fn group(caseload: &Caseload) -> String {
    first(caseload.interventions.iter().map(|group| group.id))
}

fn school_day(caseload: &Caseload) -> String {
    let school = caseload.school().expect("a school");
    format!("{}:new", school.id)
}

/// Types in each form, lets it lock, unlocks it, and looks.
pub fn keep_typing(size: Size) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("typing.senco");
    make(&file, day());
    let mut tally = Tally::default();
    for (number, (form, about)) in FORMS.iter().enumerate().step_by(size.of(3, 1, 1)) {
        let found = keeps_typing(&file, form, *about, number);
        tally.count(found.map_err(|wrong| format!("{form}: {wrong}")));
    }
    tally
}

fn make(file: &Path, day: NaiveDate) {
    let salt = Salt::from_bytes([1; 16]);
    let (sealed, conn) =
        Sealed::create(file, salt, &edits::seed(), edits::now()).expect("a new file");
    let mut store = Store::unsealed(sealed, conn, &edits::seed());
    let ids = caseload::domain::Ids::after(0, 1);
    for edit in caseload::demo::edits(day, &ids) {
        store
            .apply(&edit, None, DateTime::UNIX_EPOCH)
            .expect("an edit that fits");
    }
}

fn keeps_typing(file: &Path, form: &str, about: About, number: usize) -> Result<(), String> {
    let key = begin(file, form, about);
    let mut sitter = Sitter::closed(day());
    sitter.opens(file);
    // The form is opened from a draft in which nothing was typed yet.
    sitter.does("0");
    let untouched = sitter.drawn().0;
    if form == "register" {
        // Something must have become of a session before it can be noted.
        sitter.does("=<Tab>");
    }
    if form == "dates" {
        // The first has an EHC plan, of which not all dates mean anything.
        sitter.does("<Down>");
    }
    for tabs in 0..2 + number % 3 {
        sitter.does(&format!("{} words<Left><Left><Tab>", tabs % 10));
    }
    sitter.does("8 of 9<Left><Left><Left>");
    let before = sitter.drawn();
    if body(&before.0) == body(&untouched) {
        return Err(format!("nothing was typed:\n{}", before.0));
    }
    sitter.waits(Duration::from_secs(5 * 60));
    sitter.waits(Duration::from_secs(10 * 60));
    if !sitter.is_locked() {
        return Err("it did not lock".to_owned());
    }
    sitter.unlocks();
    sitter.does("x");
    let after = sitter.drawn();
    let kept = sitter.app.holding().drafts.clone();
    // Both of it are read from the form as it is now: a key that changes nothing else has it kept anew.
    sitter.does("Z<Backspace>");
    sitter.app.keep_drafts();
    let kept_again = sitter.app.holding().drafts.clone();
    drop(sitter);
    throw_away(file, &key);
    let title = |screen: &str| screen.lines().nth(2).map(str::to_owned);
    if title(&before.0) != title(&after.0) || before.1.x != after.1.x {
        return Err(format!("before:\n{}\nafter:\n{}", before.0, after.0));
    }
    match (kept.as_slice(), kept_again.as_slice()) {
        ([kept], [again]) if kept == again => Ok(()),
        _ => Err(format!("{kept:?}\n{kept_again:?}")),
    }
}

fn opened(file: &Path) -> Store {
    let sealed = Sealed::inspect(file, edits::now()).expect("a file");
    let conn = open::open_sealed(&sealed, &edits::seed(), None).expect("a file that opens");
    Store::unsealed(sealed, conn, &edits::seed())
}

/// Puts an empty draft of the form into the file, from which the program opens it.
fn begin(file: &Path, form: &str, about: About) -> DraftKey {
    let mut store = opened(file);
    let key = DraftKey {
        dialog: form.to_owned(),
        about: about(&store.load().expect("a register")),
    };
    let draft = Draft {
        key: key.clone(),
        fields: Default::default(),
        focus: String::new(),
        caret: 0,
    };
    store
        .keep_draft(&draft, edits::now().to_utc())
        .expect("a draft");
    key
}

fn throw_away(file: &Path, key: &DraftKey) {
    opened(file).throw_draft_away(key).expect("a draft");
}
