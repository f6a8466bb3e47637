//! An intervention: a provision running for named pupils.

use crate::domain::date_words::Leaning;
use crate::domain::intervention::{self, Arranged};
use crate::domain::provision::{self, Provision};
use crate::domain::{
    Area, Doubt, DraftKey, Edit, Intervention, InterventionId, Keeping, PersonKind, Refusal, slot,
};
use crate::ui::widgets::{Field, Form};
use crate::ui::{Context, Effect};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "intervention";

/// What the draft of a new one is about.
const NEW: &str = "new";

/// An intervention.
#[derive(Debug)]
pub struct InterventionSheet {
    /// The intervention before; none for a new one.
    before: Option<InterventionId>,
}

/// Opens the form of a new intervention, of a provision of the catalogue if one is at hand, where names may show.
pub fn open(cx: &Context<'_>, of: Option<&Provision>) -> Effect {
    if cx.look.audience.is_narrow() {
        return Effect::refuse(
            "A new intervention shows the names of pupils. Press F8 and choose full names first.",
        );
    }
    Effect::open(new(cx, of))
}

/// The form of a new intervention, of a provision of the catalogue if one is at hand.
fn new(cx: &Context<'_>, of: Option<&Provision>) -> FormView<InterventionSheet> {
    let mut fields = fields(cx, None, of);
    let pupil = cx.pupil_in_hand().map(|pupil| pupil.full_name());
    fields.push(
        Field::prose("pupils", "Pupils", 4, &pupil.unwrap_or_default())
            .hint("one a line; part of a name is enough"),
    );
    fields.push(Field::maybe::<Area>(
        "area",
        "New one's area",
        "none yet",
        None,
    ));
    fields.push(Field::options("wave", "New one's wave", waves(), "2"));
    let focus = if of.is_some() { "led_by" } else { "provision" };
    FormView::new(InterventionSheet { before: None }, fields).at(focus)
}

/// The form of an intervention.
pub fn of(cx: &Context<'_>, intervention: &Intervention) -> FormView<InterventionSheet> {
    let provision = cx.desk.caseload.provisions.get(intervention.provision);
    let mut fields = fields(cx, Some(intervention), provision);
    fields.push(
        Field::prose("pupils", "Pupils joining", 3, "")
            .hint("one a line; those in it keep their places, which Right lists in Provision"),
    );
    let has_begun = intervention.began_on <= cx.desk.today();
    let joins_on = has_begun.then(|| cx.desk.today());
    fields.push(Field::date(
        "joining",
        "They join on",
        Leaning::Back,
        joins_on,
    ));
    let sheet = InterventionSheet {
        before: Some(intervention.id),
    };
    FormView::new(sheet, fields).at("led_by")
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<InterventionSheet>> {
    if about == NEW {
        return Some(new(cx, None));
    }
    let id: InterventionId = about.parse().ok()?;
    Some(of(cx, cx.desk.caseload.interventions.get(id)?))
}

/// The waves of the catalogue, to choose from.
pub fn waves() -> Vec<(String, String)> {
    [
        ("1", "1 for all"),
        ("2", "2 targeted"),
        ("3", "3 specialist"),
    ]
    .map(|(code, label)| (code.to_owned(), label.to_owned()))
    .to_vec()
}

fn fields(cx: &Context<'_>, before: Option<&Intervention>, of: Option<&Provision>) -> Vec<Field> {
    let caseload = cx.desk.caseload;
    let mut provisions: Vec<String> = caseload
        .provisions
        .iter()
        .map(|provision| provision.name.clone())
        .collect();
    for starter in provision::starters() {
        if provision::named(caseload, &starter.name).is_none() {
            provisions.push(starter.name);
        }
    }
    let adults = caseload
        .people
        .iter()
        .filter(|person| person.kind != PersonKind::Family)
        .map(|person| person.name.clone());
    let provision = of.map_or("", |provision| &provision.name);
    let minutes = before.map(|before| before.minutes);
    let minutes = minutes.or(of.and_then(|provision| provision.minutes));
    let slots = before.map(|before| slot::write_slots(&before.slots));
    let began = before.map_or_else(|| cx.desk.today(), |before| before.began_on);
    vec![
        Field::pick("provision", "Provision", provision, provisions)
            .hint("of the catalogue or the starter list; a new name adds one"),
        Field::line("name", "Name of this run", before.map_or("", |it| &it.name))
            .hint("what staff call it: Phonics, Year 2. Empty means the provision's name"),
        Field::pick(
            "led_by",
            "Led by",
            before.map_or("", |it| caseload.name_of(it.led_by)),
            adults.collect(),
        ),
        Field::date("began", "Begins on", Leaning::Back, Some(began)),
        Field::date(
            "ends",
            "Ends on",
            Leaning::Ahead,
            before.and_then(|it| it.ends_on),
        )
        .hint("end of term, +12w: empty while that is open"),
        Field::line("timetable", "Timetable", &slots.unwrap_or_default())
            .hint("mon wed fri 9:10; tue 14:00"),
        Field::number("minutes", "Minutes a session", minutes.map(f64::from)),
        Field::choice(
            "keeping",
            "Kept",
            before.map_or(Keeping::EachSession, |it| it.keeping),
        ),
        Field::line("room", "Room", before.map_or("", |it| &it.room)),
    ]
}

impl InterventionSheet {
    fn arranged(&self, cx: &Context<'_>, form: &Form) -> Result<Arranged, Refusal> {
        let slots = slot::read_slots(&form.text("timetable"))
            .map_err(|doubt| Refusal::of("timetable", doubt.to_string()))?;
        Ok(Arranged {
            provision: form.text("provision"),
            area: form.choice("area"),
            wave: form.text("wave").parse().unwrap_or(2),
            name: form.text("name"),
            led_by: form.text("led_by"),
            began_on: form.needed_date("began", &cx.desk)?,
            ends_on: form.date("ends", &cx.desk)?,
            keeping: form.choice("keeping").unwrap_or(Keeping::EachSession),
            minutes: form.whole("minutes")?,
            slots,
            room: form.text("room"),
            pupils: form.text("pupils"),
            joining_on: form.date("joining", &cx.desk)?,
        })
    }
}

impl Sheet for InterventionSheet {
    fn tells_names(&self) -> bool {
        self.before.is_none()
    }

    fn key(&self) -> DraftKey {
        let id = self.before.map(|id| id.to_string());
        DraftKey {
            dialog: NAME.to_owned(),
            about: id.unwrap_or_else(|| NEW.to_owned()),
        }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let before = self
            .before
            .and_then(|id| cx.desk.caseload.interventions.get(id));
        match before {
            Some(before) => before.name.clone(),
            None => "New intervention: a provision for named pupils".to_owned(),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let arranged = self.arranged(cx, form)?;
        let Some(id) = self.before else {
            return intervention::start(&cx.desk, &arranged);
        };
        match cx.desk.caseload.interventions.get(id) {
            Some(before) => intervention::change(&cx.desk, before, &arranged),
            None => Err(Refusal::new(super::GONE)),
        }
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let arranged = self.arranged(cx, form);
        arranged.map_or_else(
            |_| Vec::new(),
            |arranged| intervention::doubts(&cx.desk, &arranged, self.before),
        )
    }
}
