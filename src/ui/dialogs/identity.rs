//! Who a pupil is, as the school's own list has her.

use crate::domain::date_words::Leaning;
use crate::domain::{
    Code as _, Doubt, DraftKey, Edit, NcYear, Pupil, PupilId, Refusal, SchoolId, Sex, SupportLayer,
    pupil,
};
use crate::ui::widgets::{Field, Form};
use crate::ui::{Audience, Context};

use super::{FormView, Sheet, full_name, key};

/// The dialog's name, for drafts.
pub const NAME: &str = "identity";

/// Who a pupil is.
#[derive(Debug)]
pub struct Identity {
    pupil: PupilId,
}

/// The form. The pointer to the safeguarding lead is in it only while nobody else sees the screen.
pub fn of(cx: &Context<'_>, pupil: &Pupil) -> FormView<Identity> {
    let mut fields = vec![
        Field::line("forename", "First name", &pupil.forename),
        Field::line("surname", "Surname", &pupil.surname),
        Field::line("preferred", "Known as", &pupil.preferred).hint("where that differs"),
        Field::date("dob", "Date of birth", Leaning::Back, pupil.dob).hint("14/2/18, 14 feb 2018"),
        year(pupil.year),
        class(cx, &pupil.class),
        sex(pupil.sex),
        Field::line("upn", "UPN", &pupil.upn).hint("a letter and 12 digits"),
        Field::line("adno", "Admission number", &pupil.adno),
        Field::line("language", "First language", &pupil.language).hint("where it is not English"),
        Field::line(
            "contact_language",
            "Contact language",
            &pupil.contact_language,
        )
        .hint("that the family is spoken to in, where it is not English"),
        layer(pupil.layer),
    ];
    if cx.desk.caseload.schools.len() > 1 {
        fields.push(school(cx, pupil.school));
    }
    if cx.look.audience == Audience::Me {
        fields.push(Field::yes_no("see_dsl", "See DSL", pupil.see_dsl));
    }
    FormView::new(Identity { pupil: pupil.id }, fields)
}

/// The form that a draft was typed in; none when the pupil is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<Identity>> {
    let id: PupilId = about.parse().ok()?;
    Some(of(cx, cx.desk.caseload.pupils.get(id)?))
}

/// The national curriculum year, or not known.
pub(super) fn year(chosen: Option<NcYear>) -> Field {
    let years = <NcYear as strum::VariantArray>::VARIANTS.iter();
    let options = years.map(|year| (year.code().to_owned(), year.label()));
    let none = (String::new(), "not known".to_owned());
    let options = std::iter::once(none).chain(options).collect();
    let code = chosen.map(NcYear::code).unwrap_or_default();
    Field::options("year", "Year", options, code)
}

/// The class, with those there are to pick from.
pub(super) fn class(cx: &Context<'_>, text: &str) -> Field {
    let classes: std::collections::BTreeSet<_> = cx
        .desk
        .caseload
        .present()
        .map(|pupil| pupil.class.clone())
        .filter(|class| !class.is_empty())
        .collect();
    Field::pick("class", "Class", text, classes.into_iter().collect())
}

fn sex(chosen: Option<Sex>) -> Field {
    let sexes = <Sex as strum::VariantArray>::VARIANTS.iter();
    let options = sexes.map(|sex| (sex.code().to_owned(), sex.label().to_owned()));
    let none = (String::new(), "not known".to_owned());
    let options = std::iter::once(none).chain(options).collect();
    let code = chosen.map(Sex::code).unwrap_or_default();
    Field::options("sex", "Sex", options, code)
}

/// The layer of support. Its words are proposed and no law.
fn layer(chosen: Option<SupportLayer>) -> Field {
    let layers = <SupportLayer as strum::VariantArray>::VARIANTS.iter();
    let options = layers.map(|layer| (layer.code().to_owned(), layer.label().to_owned()));
    let none = (String::new(), "not used".to_owned());
    let options = std::iter::once(none).chain(options).collect();
    let code = chosen.map(SupportLayer::code).unwrap_or_default();
    Field::options("layer", "Support layer", options, code)
        .hint("the layers proposed in 2026, not law: leave it where your school does not use them")
}

/// The school, of those there are.
pub(super) fn school(cx: &Context<'_>, chosen: SchoolId) -> Field {
    let schools = cx.desk.caseload.schools.iter();
    let options = schools.map(|school| (school.id.to_string(), school.name.clone()));
    Field::options("school", "School", options.collect(), &chosen.to_string())
}

impl Identity {
    fn read(&self, cx: &Context<'_>, form: &Form) -> Result<Pupil, Refusal> {
        let stored = cx.desk.caseload.pupil(self.pupil)?.clone();
        Ok(Pupil {
            forename: form.text("forename"),
            surname: form.text("surname"),
            preferred: form.text("preferred"),
            dob: form.date("dob", &cx.desk)?,
            year: NcYear::read(&form.text("year")),
            class: form.text("class"),
            sex: Sex::read(&form.text("sex")),
            upn: form.text("upn"),
            adno: form.text("adno"),
            language: form.text("language"),
            contact_language: form.text("contact_language"),
            layer: form.text("layer").parse().ok(),
            school: form.text("school").parse().unwrap_or(stored.school),
            see_dsl: if form.has("see_dsl") {
                form.yes("see_dsl")
            } else {
                stored.see_dsl
            },
            ..stored
        })
    }
}

impl Sheet for Identity {
    fn tells_names(&self) -> bool {
        true
    }

    fn key(&self) -> DraftKey {
        key(NAME, Some(self.pupil.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Who {} is", full_name(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        pupil::change(&cx.desk, self.read(cx, form)?)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let Ok(pupil) = self.read(cx, form) else {
            return Vec::new();
        };
        let mut doubts = pupil::doubts(&cx.desk, &pupil, cx.desk.caseload.status_of(pupil.id));
        doubts.retain(|doubt| doubt.field != super::needs::NAME);
        doubts
    }
}
