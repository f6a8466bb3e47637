//! The SENCO's own days and name, and what the plan is called.

use crate::domain::date_words::Leaning;
use crate::domain::setting::{self, SencoMeant, SettingDetails};
use crate::domain::{Doubt, DraftKey, Edit, PersonKind, Refusal, Weekdays};
use crate::ui::Context;
use crate::ui::widgets::{Field, Form};

use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "setting";

/// The settings of the caseload.
#[derive(Debug)]
pub struct SettingSheet;

/// The form of the settings.
pub fn form(cx: &Context<'_>) -> FormView<SettingSheet> {
    let caseload = cx.desk.caseload;
    let setting = caseload.setting();
    let people = caseload.people.iter();
    let staff = people.filter(|person| person.kind == PersonKind::Staff);
    let staff = staff.map(|person| person.name.clone()).collect();
    let name = caseload.name_of(setting.and_then(|setting| setting.senco));
    let days = setting.map_or(Weekdays::MON_TO_FRI, |setting| setting.working_days);
    let plan_name = setting.map_or("SEN support plan", |setting| &setting.plan_name);
    let began_on = setting.map_or(cx.desk.today(), |setting| setting.began_on);
    let renamed = [
        ("yes", "me, with a new name"),
        ("no", "somebody else, who takes over"),
    ];
    let renamed = renamed.map(|(code, label)| (code.to_owned(), label.to_owned()));
    FormView::new(
        SettingSheet,
        vec![
            Field::pick("senco", "Your name", name, staff).hint("as the school says it: Mrs Ward"),
            Field::options("renamed", "A changed name is", renamed.to_vec(), "yes"),
            Field::line("days", "Days you are in", &days.to_string()).hint("mon tue thu, mon-fri"),
            Field::line("plan_name", "Plan is called", plan_name)
                .hint("SEN support plan, IEP, ILP, passport: as your school says"),
            Field::date(
                "began_on",
                "Caseload began on",
                Leaning::Back,
                Some(began_on),
            )
            .hint("rules are silent about the time before: nothing of it is ever late"),
        ],
    )
}

impl Sheet for SettingSheet {
    fn key(&self) -> DraftKey {
        DraftKey {
            dialog: NAME.to_owned(),
            about: String::new(),
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Your days and name".to_owned()
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let details = SettingDetails {
            senco: form.text("senco"),
            renamed: form.yes("renamed"),
            working_days: form.text("days"),
            plan_name: form.text("plan_name"),
            began_on: form.needed_date("began_on", &cx.desk)?,
        };
        setting::change(&cx.desk, &details)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let typed = form.text("senco");
        let caseload = cx.desk.caseload;
        let now = caseload.name_of(caseload.setting().and_then(|setting| setting.senco));
        let words = match setting::senco_meant(&cx.desk, &typed) {
            _ if typed.is_empty() || now.is_empty() => return Vec::new(),
            SencoMeant::Same => return Vec::new(),
            SencoMeant::Other(_) => format!("{typed} is the SENCO from now on, not {now}"),
            SencoMeant::Unknown if form.yes("renamed") => {
                format!("{now} is called {typed} everywhere from now on")
            }
            SencoMeant::Unknown => format!("{typed} is added, and is the SENCO from now on"),
        };
        vec![Doubt {
            field: "senco",
            words,
            basis: "what was recorded stays".to_owned(),
        }]
    }
}
