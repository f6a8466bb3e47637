//! Changing the settings of the caseload.

use chrono::NaiveDate;

use super::Setting;
use crate::domain::{
    Desk, Edit, Person, PersonId, PersonKind, Refusal, TimetableDoubt, Weekdays, fold,
};

const NO_DAYS: &str = "Type the days you work as SENCO, such as mon tue thu.";

/// The settings, as they are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingDetails {
    /// The SENCO's name.
    pub senco: String,
    /// Whether a name that is not in the caseload is the same SENCO's new name, rather than somebody new.
    pub renamed: bool,
    /// The days she works as SENCO, as words: "mon tue thu".
    pub working_days: String,
    /// What the school calls the plan.
    pub plan_name: String,
    /// The first day of the caseload.
    pub began_on: NaiveDate,
}

/// Whom a SENCO's name that was typed means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SencoMeant {
    /// The SENCO there is.
    Same,
    /// Somebody else of the staff.
    Other(PersonId),
    /// Nobody who is in the caseload yet.
    Unknown,
}

/// Whom a typed name means.
pub fn senco_meant(desk: &Desk<'_>, name: &str) -> SencoMeant {
    let now = desk.caseload.setting().and_then(|setting| setting.senco);
    let people = desk.caseload.people.iter();
    let fitting: Vec<PersonId> = people
        .filter(|person| person.kind == PersonKind::Staff)
        .filter(|person| fold(&person.name) == fold(name.trim()))
        .map(|person| person.id)
        .collect();
    match (fitting.first(), now) {
        (Some(_), Some(now)) if fitting.contains(&now) => SencoMeant::Same,
        (Some(person), _) => SencoMeant::Other(*person),
        (None, _) => SencoMeant::Unknown,
    }
}

/// The edit that writes the settings.
///
/// # Errors
/// When the name, the days or the plan's name are missing, the days can't be read, or the first day has not come yet.
pub fn change(desk: &Desk<'_>, details: &SettingDetails) -> Result<Edit, Refusal> {
    let name = needed(
        "senco",
        &details.senco,
        "Type your name as the school says it, such as Mrs Ward.",
    )?;
    let days = needed("days", &details.working_days, NO_DAYS)?;
    let working_days: Weekdays = days
        .parse()
        .map_err(|doubt: TimetableDoubt| Refusal::of("days", doubt.to_string()))?;
    if working_days.is_empty() {
        return Err(Refusal::of("days", NO_DAYS));
    }
    let plan_name = needed(
        "plan_name",
        &details.plan_name,
        "Type what your school calls the plan, such as SEN support plan or IEP.",
    )?;
    if details.began_on > desk.today() {
        return Err(Refusal::of(
            "began_on",
            "That day has not come yet. Type the day from which you keep this caseload.",
        ));
    }
    let before = desk.caseload.setting();
    let senco = before.and_then(|setting| desk.caseload.people.get(setting.senco?));
    let renamed = || {
        senco.map(|senco| Person {
            name: name.clone(),
            ..senco.clone()
        })
    };
    let made = || Person {
        id: desk.ids.next(),
        name: name.clone(),
        kind: PersonKind::Staff,
        role: "SENCO".to_owned(),
        days: working_days,
        minutes_a_week: None,
        reach: String::new(),
    };
    let (senco, written) = match senco_meant(desk, &name) {
        SencoMeant::Other(person) => (person, None),
        SencoMeant::Unknown if !details.renamed => written(made()),
        SencoMeant::Same | SencoMeant::Unknown => written(renamed().unwrap_or_else(made)),
    };
    let setting = Setting {
        senco: Some(senco),
        working_days,
        plan_name,
        began_on: details.began_on,
        ..before
            .cloned()
            .unwrap_or_else(|| Setting::new(details.began_on))
    };
    let is_news = |person: &Person| desk.caseload.people.get(person.id) != Some(person);
    Ok(Edit::new("Your days and name changed")
        .put_all(written.filter(is_news))
        .put_all(Some(setting).filter(|setting| before != Some(setting))))
}

/// The settings, for what is kept in them.
///
/// # Errors
/// When there are none yet.
pub(in crate::domain) fn needed_for<'a>(desk: &Desk<'a>) -> Result<&'a Setting, Refusal> {
    desk.caseload.setting().ok_or_else(|| {
        Refusal::new("There are no settings to keep this in yet. Ctrl+O: say first who you are.")
    })
}

fn written(person: Person) -> (PersonId, Option<Person>) {
    (person.id, Some(person))
}

fn needed(field: &'static str, typed: &str, words: &str) -> Result<String, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Refusal::of(field, words));
    }
    Ok(typed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::TestDesk;

    fn details() -> SettingDetails {
        SettingDetails {
            senco: "Mrs Ward".to_owned(),
            renamed: true,
            working_days: "mon tue thu".to_owned(),
            plan_name: "IEP".to_owned(),
            began_on: "2024-09-02".parse().expect("a real date"),
        }
    }

    fn changed(test: &mut TestDesk, details: &SettingDetails) -> Edit {
        let edit = change(&test.desk(), details).expect("an edit");
        test.save(edit.clone());
        edit
    }

    fn senco(test: &TestDesk) -> &Person {
        let setting = test.caseload.setting().expect("settings");
        let senco = setting.senco.expect("a SENCO");
        test.caseload.people.get(senco).expect("a person")
    }

    #[test]
    fn settings_are_made_and_changed() {
        let mut test = TestDesk::new();
        changed(&mut test, &details());
        let setting = test.caseload.setting().expect("settings");
        assert_eq!(setting.working_days.to_string(), "Mon Tue Thu");
        assert_eq!(setting.plan_name, "IEP");
        assert_eq!(senco(&test).name, "Mrs Ward");
        assert!(
            changed(&mut test, &details()).is_empty(),
            "nothing was changed"
        );
    }

    #[test]
    fn a_new_name_is_the_same_senco_or_somebody_new_as_she_says() {
        let mut test = TestDesk::new();
        changed(&mut test, &details());
        let first = senco(&test).id;
        let married = SettingDetails {
            senco: "Mrs Hill".to_owned(),
            ..details()
        };
        changed(&mut test, &married);
        assert_eq!(
            (senco(&test).id, senco(&test).name.as_str()),
            (first, "Mrs Hill")
        );

        let successor = SettingDetails {
            senco: "Mr Day".to_owned(),
            renamed: false,
            ..details()
        };
        changed(&mut test, &successor);
        assert_ne!(senco(&test).id, first);
        assert_eq!(
            test.caseload.people.get(first).expect("her").name,
            "Mrs Hill"
        );

        assert_eq!(
            senco_meant(&test.desk(), "mrs hill"),
            SencoMeant::Other(first)
        );
        changed(&mut test, &married);
        assert_eq!(senco(&test).id, first);
        assert_eq!(test.caseload.people.len(), 2, "nobody was made twice");
    }

    #[test]
    fn what_is_missing_or_does_not_read_is_refused_by_field() {
        let test = TestDesk::new();
        let field = |details: &SettingDetails| {
            let refusal = change(&test.desk(), details).expect_err("a refusal");
            refusal.field.expect("a field").into_owned()
        };
        let nameless = SettingDetails {
            senco: " ".to_owned(),
            ..details()
        };
        assert_eq!(field(&nameless), "senco");
        for days in ["", "funday", ";"] {
            let idle = SettingDetails {
                working_days: days.to_owned(),
                ..details()
            };
            assert_eq!(field(&idle), "days");
        }
        let planless = SettingDetails {
            plan_name: String::new(),
            ..details()
        };
        assert_eq!(field(&planless), "plan_name");
        let tomorrow = SettingDetails {
            began_on: "2026-11-24".parse().expect("a real date"),
            ..details()
        };
        assert_eq!(field(&tomorrow), "began_on");
    }
}
