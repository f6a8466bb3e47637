//! Writing down how a review went.

use crate::domain::action::Agreed;
use crate::domain::date_words::Leaning;
use crate::domain::review::{self, Follows, Held};
use crate::domain::{
    Came, Decision, Doubt, DraftKey, Edit, Intervention, Invitee, Judged, Judgement, KeepIt,
    PupilId, Refusal, Review, ReviewId, Target, TargetNow, Verdict,
};
use crate::ui::widgets::{Field, Form};
use crate::ui::{Context, Effect};

use super::review_booking::names;
use super::{FormView, Sheet};

/// The dialog's name, for drafts.
pub const NAME: &str = "review";

/// Rows for actions: more are seldom agreed, and can be added afterwards.
const ACTIONS: usize = 5;

/// How a review went, on one page in the order of a meeting. Nothing but its day is needed.
#[derive(Debug)]
pub struct ReviewSheet {
    review: ReviewId,
    pupil: PupilId,
}

/// Opens a review: its booking before its day, else how it went.
pub fn open(cx: &Context<'_>, review: &Review) -> Effect {
    if review.held_on.is_none() && review.on > cx.desk.today() {
        Effect::open(super::review_booking::of(cx, review))
    } else {
        Effect::open(of(cx, review))
    }
}

/// The form of a review, to write down or to put right.
pub fn of(cx: &Context<'_>, review: &Review) -> FormView<ReviewSheet> {
    let sheet = ReviewSheet {
        review: review.id,
        pupil: review.pupil,
    };
    let today = cx.desk.today();
    let on = review.held_on.unwrap_or(review.on.min(today));
    let mut fields = vec![Field::date("held_on", "Held on", Leaning::Back, Some(on))];
    fields.extend(came(cx, review));
    fields.extend(words(cx, review));
    fields.extend(targets(cx, review));
    fields.extend(help(cx, review));
    fields.extend(decision(review));
    fields.extend(actions(cx, review));
    if review.held_on.is_none() {
        fields.extend(next(cx, review));
    } else if review.is_of_plan() {
        fields.push(
            Field::date(
                "report_sent_on",
                "Report sent",
                Leaning::Back,
                review.report_sent_on,
            )
            .hint("to the authority and everyone asked, two weeks after (reg 20(7))"),
        );
    }
    FormView::new(sheet, fields).at(if review.invited.is_empty() {
        "also"
    } else {
        "came_0"
    })
}

/// The form that a draft was typed in; none when the review is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<ReviewSheet>> {
    let review = cx.desk.caseload.reviews.get(about.parse().ok()?)?;
    Some(of(cx, review))
}

fn came(cx: &Context<'_>, review: &Review) -> Vec<Field> {
    let mut fields: Vec<Field> = review
        .invited
        .iter()
        .enumerate()
        .map(|(at, invitee)| {
            let name = cx.desk.caseload.who(&invitee.name, invitee.person);
            Field::maybe(
                format!("came_{at}"),
                name.to_owned(),
                "not said",
                invitee.came,
            )
        })
        .collect();
    fields.push(
        Field::line("also", "Came as well", "").hint("who was not asked: names, with commas"),
    );
    head(fields, "WHO CAME")
}

fn words(cx: &Context<'_>, review: &Review) -> Vec<Field> {
    let called = super::called(cx, review.pupil);
    let fields = vec![
        Field::prose("pupil_words", called, 2, &review.pupil_words)
            .hint("the child's own words, as said"),
        Field::prose("family_words", "Family", 2, &review.family_words)
            .hint("the family's words, as said"),
    ];
    head(fields, "WORDS, AS SAID")
}

fn targets(cx: &Context<'_>, review: &Review) -> Vec<Field> {
    let targets = judged(cx, review);
    let mut fields = Vec::new();
    for target in targets {
        let id = target.id;
        let before = review
            .judgements
            .iter()
            .find(|judgement| judgement.target == id);
        let judged = before.map_or(Judged::NotLookedAt, |judgement| judgement.judged);
        let evidence = before.map_or("", |judgement| &judgement.evidence);
        fields.extend([
            Field::choice(format!("judged_{id}"), "Found", judged).about(stands(cx, target)),
            Field::line(format!("evidence_{id}"), "Shown by", evidence)
                .hint("what shows it: a tally of 12 Nov, a book, Mrs Bell"),
        ]);
    }
    head(fields, "TARGETS")
}

/// The targets of the cycle that a review judges.
fn judged<'a>(cx: &Context<'a>, review: &Review) -> Vec<&'a Target> {
    let caseload = cx.desk.caseload;
    let cycle = review.cycle.and_then(|id| caseload.cycles.get(id));
    cycle
        .map(|cycle| caseload.targets_of(cycle))
        .unwrap_or_default()
}

/// "1 asks for help in 4-word sentences: 3 > 5, aim 8".
fn stands(cx: &Context<'_>, target: &Target) -> String {
    let short = format!("{} {}", target.place, target.short);
    let now = cx
        .standings
        .get(target.pupil)
        .and_then(|standing| standing.targets.iter().find(|one| one.target == target.id))
        .and_then(|one| one.now);
    let number = |value: Option<f64>| value.map_or_else(|| "?".to_owned(), |at| at.to_string());
    let start = number(target.start);
    let aim = number(target.aim);
    match now {
        Some(now) => format!("{short}: {start} > {}, aim {aim}", now.value),
        None if target.start.is_none() && target.aim.is_none() => short,
        None => format!("{short}: start {start}, aim {aim}"),
    }
}

fn help(cx: &Context<'_>, review: &Review) -> Vec<Field> {
    let mut fields = Vec::new();
    for (intervention, figures) in running(cx, review) {
        let id = intervention.id;
        let before = review
            .verdicts
            .iter()
            .find(|verdict| verdict.intervention == id);
        let keep = before.map(|verdict| verdict.keep);
        let why = before.map_or("", |verdict| &verdict.why);
        fields.extend([
            Field::maybe(format!("keep_{id}"), "Goes on?", "not said", keep).about(figures),
            Field::line(format!("why_{id}"), "Why, how", why),
        ]);
    }
    head(fields, "HELP   stop ends the place in it that day")
}

/// What the pupil is in, or was in when the review judged it, with its figures.
fn running<'a>(cx: &Context<'a>, review: &Review) -> Vec<(&'a Intervention, String)> {
    let caseload = cx.desk.caseload;
    let standing = cx.standings.get(review.pupil);
    let runs = standing.into_iter().flat_map(|standing| &standing.runs);
    runs.filter_map(|(place, run)| {
        let place = caseload.places.get(*place)?;
        let intervention = caseload.interventions.get(place.intervention)?;
        let told = format!(
            "{}: {} of {} given, came to {}",
            intervention.name, run.given, run.promised, run.came
        );
        Some((intervention, told))
    })
    .collect()
}

fn decision(review: &Review) -> Vec<Field> {
    let fields = vec![
        Field::maybe("decision", "Decision", "not decided yet", review.decision),
        Field::prose("reason", "Why", 2, &review.reason),
        Field::maybe("agreement", "The family", "not said", review.agreement),
    ];
    head(fields, "DECISION")
}

fn actions(cx: &Context<'_>, review: &Review) -> Vec<Field> {
    let people = cx.people_names();
    let mut fields = Vec::new();
    for number in 1..=ACTIONS {
        fields.extend([
            Field::line(format!("what_{number}"), format!("{number} What"), "")
                .hint("in a few words: ring the hearing clinic"),
            Field::pick(format!("who_{number}"), "  Who", "", people.clone())
                .hint("empty means you"),
            Field::date(format!("by_{number}"), "  By", Leaning::Ahead, None),
        ]);
    }
    let heading = if review.held_on.is_some() {
        "MORE ACTIONS: those agreed before stand on the Review page"
    } else {
        "ACTIONS"
    };
    head(fields, heading)
}

fn next(cx: &Context<'_>, review: &Review) -> Vec<Field> {
    let mut fields = vec![
        Field::date("next_on", "Next review", Leaning::Ahead, None)
            .hint("the day agreed: it is booked, and the same people are asked"),
    ];
    if review::may_open_cycle(&cx.desk, review) {
        let last = cx.desk.caseload.cycle_now(review.pupil);
        let number = last.map_or(1, |last| last.number.saturating_add(1));
        fields.push(Field::yes_no("opens", format!("Open cycle {number}"), true));
    }
    head(fields, "NEXT")
}

/// The fields with this heading over the first.
fn head(mut fields: Vec<Field>, heading: &str) -> Vec<Field> {
    if !fields.is_empty() {
        let first = fields.remove(0);
        fields.insert(0, first.heading(heading));
    }
    fields
}

impl ReviewSheet {
    fn held(&self, cx: &Context<'_>, review: &Review, form: &Form) -> Result<Held, Refusal> {
        Ok(Held {
            on: form.needed_date("held_on", &cx.desk)?,
            came: self.came(cx, review, form),
            pupil_words: form.text("pupil_words"),
            family_words: form.text("family_words"),
            judgements: judged(cx, review)
                .into_iter()
                .map(|target| judgement(target, form))
                .collect(),
            verdicts: verdicts(cx, review, form),
            decision: form.choice("decision"),
            reason: form.text("reason"),
            agreement: form.choice("agreement"),
            report_sent_on: match review.held_on {
                Some(_) if review.is_of_plan() => form.date("report_sent_on", &cx.desk)?,
                Some(_) | None => review.report_sent_on,
            },
            actions: agreed(cx, form)?,
        })
    }

    fn came(&self, cx: &Context<'_>, review: &Review, form: &Form) -> Vec<Invitee> {
        let asked = review.invited.iter().enumerate();
        let asked = asked.map(|(at, invitee)| Invitee {
            came: form.choice(&format!("came_{at}")),
            ..invitee.clone()
        });
        let as_well = names(&form.text("also")).into_iter().map(|name| {
            let person = cx.desk.caseload.person_named(&name, self.pupil);
            Invitee {
                name: person.map_or(name, |person| person.name.clone()),
                person: person.map(|person| person.id),
                came: Some(Came::Came),
            }
        });
        asked.chain(as_well).collect()
    }
}

fn judgement(target: &Target, form: &Form) -> Judgement {
    let id = target.id;
    Judgement {
        target: id,
        judged: form
            .choice(&format!("judged_{id}"))
            .unwrap_or(Judged::NotLookedAt),
        evidence: form.text(&format!("evidence_{id}")),
    }
}

/// What was decided about each intervention; what the form did not ask about stands as it was.
fn verdicts(cx: &Context<'_>, review: &Review, form: &Form) -> Vec<Verdict> {
    let asked: Vec<&Intervention> = running(cx, review)
        .into_iter()
        .map(|(intervention, _)| intervention)
        .collect();
    let was_asked = |verdict: &&Verdict| asked.iter().any(|one| one.id == verdict.intervention);
    let others = review.verdicts.iter().filter(|one| !was_asked(one));
    let told = asked.iter().filter_map(|intervention| {
        let id = intervention.id;
        let keep: KeepIt = form.choice(&format!("keep_{id}"))?;
        Some(Verdict {
            intervention: id,
            keep,
            why: form.text(&format!("why_{id}")),
        })
    });
    others.cloned().chain(told).collect()
}

fn agreed(cx: &Context<'_>, form: &Form) -> Result<Vec<Agreed>, Refusal> {
    let mut agreed = Vec::new();
    for number in 1..=ACTIONS {
        let what = form.text(&format!("what_{number}"));
        let who = form.text(&format!("who_{number}"));
        let by = form.date(&format!("by_{number}"), &cx.desk)?;
        if what.is_empty() {
            if !who.is_empty() || by.is_some() {
                return Err(Refusal::of(
                    format!("what_{number}"),
                    "What is to be done? Type it in a few words, or empty who and by.",
                ));
            }
            continue;
        }
        agreed.push(Agreed { what, who, by });
    }
    Ok(agreed)
}

impl Sheet for ReviewSheet {
    fn tells_names(&self) -> bool {
        true
    }

    fn key(&self) -> DraftKey {
        super::key(NAME, Some(self.review.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let review = cx.desk.caseload.reviews.get(self.review);
        let what = match review.and_then(|review| review.held_on) {
            Some(on) => format!("Review of {}", on.format("%-d %b %Y")),
            None => "How the review went".to_owned(),
        };
        format!("{what}: {}", super::called(cx, self.pupil))
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        let stored = cx.desk.caseload.reviews.get(self.review);
        let review = stored.ok_or_else(|| Refusal::new(super::GONE))?;
        let held = self.held(cx, review, form)?;
        if review.held_on.is_some() {
            return review::correct(&cx.desk, review, &held);
        }
        let follows = Follows {
            next_on: form.date("next_on", &cx.desk)?,
            opens_cycle: form.yes("opens") && held.decision != Some(Decision::Leave),
        };
        let standing = cx.standings.get(self.pupil);
        let latest: &[TargetNow] = standing.map_or(&[], |standing| &standing.targets);
        review::hold(&cx.desk, review, &held, follows, latest)
    }

    fn doubts(&self, cx: &Context<'_>, form: &Form) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        let mut doubt = |field, words: String, basis: &str| {
            doubts.push(Doubt {
                field,
                words,
                basis: basis.to_owned(),
            });
        };
        let Some(review) = cx.desk.caseload.reviews.get(self.review) else {
            return doubts;
        };
        if review.held_on.is_some() {
            return doubts;
        }
        let decision: Option<Decision> = form.choice("decision");
        if review::leaves(&cx.desk, review, decision) {
            doubt(
                "decision",
                "saving ends SEN support; the pupil is watched from then on, and no cycle opens"
                    .to_owned(),
                "CoP 6.55",
            );
        }
        let next_on = form.date("next_on", &cx.desk).ok().flatten();
        if let Some(why) = next_on.and_then(|on| cx.desk.calendar.why_closed(on)) {
            doubt(
                "next_on",
                format!("the school is closed on the next review's day: {why}"),
                "the term dates you entered",
            );
        }
        doubts
    }
}
