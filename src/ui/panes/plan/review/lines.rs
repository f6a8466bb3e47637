//! The lines of the page Review.

use super::{Row, Shown};
use crate::domain::{Action, Code, Referral, Review, ReviewKind, clock_time, date_words};
use crate::ui::panes::plan::Case;
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

/// Where the words of a row begin, after its day.
const WORDS: usize = 22;

/// All lines; the review under the cursor shows what it found.
pub(super) fn all(
    cx: &Context<'_>,
    case: &Case<'_>,
    shown: &Shown<'_>,
    at: Option<Row>,
    columns: usize,
) -> Vec<Line<Row>> {
    let page = Lines { cx, case, columns };
    let mut lines = Vec::new();
    if !case.is_earlier() || !shown.booked.is_empty() {
        lines.push(Line::heading("BOOKED"));
    }
    lines.extend(shown.booked.iter().flat_map(|review| page.booked(review)));
    if shown.booked.is_empty() && !case.is_earlier() {
        let words = match case.cycle.and_then(|cycle| cycle.review_on) {
            Some(on) if case.is_open() => format!(
                "none yet; agreed for {}: n books it",
                date_words::short(on, cx.desk.today())
            ),
            _ => "none: n books one".to_owned(),
        };
        lines.push(none(&words));
    }
    lines.push(Line::heading("HELD"));
    for review in &shown.held {
        lines.push(page.held(review));
        if at == Some(Row::Review(review.id)) {
            lines.extend(page.found(review));
        }
    }
    if shown.held.is_empty() {
        lines.push(none(case.none("none yet")));
    }
    lines.push(Line::heading("ACTIONS"));
    lines.extend(shown.actions.iter().map(|action| page.action(action)));
    if shown.actions.is_empty() {
        lines.push(none(case.none("none: they are agreed at a review")));
    }
    if !shown.referrals.is_empty() {
        lines.push(Line::heading("ASKED OF OTHERS"));
        lines.extend(shown.referrals.iter().map(|one| page.referral(one)));
    }
    lines
}

fn none(words: &str) -> Line<Row> {
    Line::plain().put(3, usize::MAX, words, Role::Muted)
}

struct Lines<'a> {
    cx: &'a Context<'a>,
    case: &'a Case<'a>,
    columns: usize,
}

impl Lines<'_> {
    fn day(&self, on: chrono::NaiveDate) -> String {
        date_words::short(on, self.cx.desk.today())
    }

    /// A day in few letters, without its weekday.
    fn day_alone(&self, on: chrono::NaiveDate) -> String {
        let day = self.day(on);
        day.split_once(' ')
            .map_or(day.clone(), |(_, day)| day.to_owned())
    }

    /// "Thu 26 Nov 15:30   review, 1 of 3   library: Mrs Khan, Mr Lowe", and what it waits for.
    fn booked(&self, review: &Review) -> Vec<Line<Row>> {
        let at = review.at.map(clock_time::write).unwrap_or_default();
        let day = format!("{} {at}", self.day(review.on));
        let kind = review.kind.label();
        let who = self.who(review);
        let is_alone = review.room.is_empty() && who.is_empty();
        let what = match (review.kind, self.case.standing) {
            (ReviewKind::Support, Some(standing)) if is_alone => {
                format!("{kind}, {}", standing.reviews_this_year.next_in_full())
            }
            (ReviewKind::Support, Some(standing)) => {
                format!("{kind}, {}", standing.reviews_this_year.next())
            }
            _ => kind.to_owned(),
        };
        let mut words = vec![what.as_str(), review.room.as_str(), who.as_str()];
        words.retain(|part| !part.is_empty());
        let is_due = review.on <= self.cx.desk.today();
        let role = if is_due { Role::Due } else { Role::Text };
        let mut lines = vec![
            Line::of(Row::Review(review.id))
                .put(3, WORDS - 4, day, role)
                .put(WORDS, usize::MAX, words.join("; "), Role::Text),
        ];
        let next = match (is_due, review.is_of_plan(), review.papers_out_on) {
            (true, ..) => "~ n writes down how it went".to_owned(),
            (false, true, None) => "papers not out yet: x when they are".to_owned(),
            (false, true, Some(on)) => format!("+ papers out {}", self.day(on)),
            (false, false, _) => "n writes down how it went, if it was held earlier".to_owned(),
        };
        let line = Line::of(Row::Review(review.id));
        lines.push(line.put(WORDS, usize::MAX, next, Role::Muted));
        lines
    }

    fn who(&self, review: &Review) -> String {
        let names: Vec<&str> = review
            .invited
            .iter()
            .map(|invitee| self.cx.desk.caseload.who(&invitee.name, invitee.person))
            .collect();
        names.join(", ")
    }

    /// "Thu 2 Jul   review   carry on   family agrees"
    fn held(&self, review: &Review) -> Line<Row> {
        let day = review.held_on.map(|on| self.day(on)).unwrap_or_default();
        let (decision, role) = match review.decision {
            Some(decision) => (decision.label(), Role::Text),
            None => ("no decision written down", Role::Due),
        };
        let agreement = review
            .agreement
            .map(|one| format!("family {}", one.label()));
        let report = match review.report_sent_on {
            None if review.is_of_plan() => "; report not sent",
            _ => "",
        };
        let kind = format!("{}{report}", review.kind.label());
        let after = WORDS + 28;
        Line::of(Row::Review(review.id))
            .put(3, WORDS - 4, day, Role::Text)
            .put(WORDS, 27, decision, role)
            .put(after, 24, agreement.unwrap_or_default(), Role::Text)
            .put_right(self.columns - 1, kind, Role::Muted)
    }

    /// What a review found and heard: who came, the words, each target and each intervention, why.
    fn found(&self, review: &Review) -> Vec<Line<Row>> {
        let caseload = self.cx.desk.caseload;
        let came: Vec<String> = review
            .invited
            .iter()
            .filter_map(|invitee| {
                let name = caseload.who(&invitee.name, invitee.person);
                Some(format!("{name} {}", invitee.came?.label()))
            })
            .collect();
        let called = self.cx.look.called(self.case.pupil);
        let quoted = |words: &str| (!words.is_empty()).then(|| format!("“{words}”"));
        let mut parts: Vec<(String, String)> = Vec::new();
        parts.push(("Came".to_owned(), came.join(", ")));
        parts.push((called, quoted(&review.pupil_words).unwrap_or_default()));
        let family = quoted(&review.family_words).unwrap_or_default();
        parts.push(("Family".to_owned(), family));
        for judgement in &review.judgements {
            let target = caseload.targets.get(judgement.target);
            let Some(target) = target else { continue };
            let words = with_why(judgement.judged.label(), &judgement.evidence);
            let label = format!("Target {}", target.place);
            parts.push((label, format!("{}: {words}", target.short)));
        }
        for verdict in &review.verdicts {
            let intervention = caseload.interventions.get(verdict.intervention);
            let Some(intervention) = intervention else {
                continue;
            };
            let words = with_why(verdict.keep.label(), &verdict.why);
            parts.push(("Help".to_owned(), format!("{}: {words}", intervention.name)));
        }
        parts.push(("Why".to_owned(), review.reason.clone()));
        let room = self.columns.saturating_sub(WORDS + 1);
        parts
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .flat_map(|(label, words)| {
                let lines = wrap(&words, room).into_iter().enumerate();
                lines
                    .map(|(at, words)| {
                        let line = Line::of(Row::Review(review.id));
                        let label = if at == 0 { label.as_str() } else { "" };
                        line.put(5, WORDS - 6, label, Role::Muted).put(
                            WORDS,
                            usize::MAX,
                            words,
                            Role::Text,
                        )
                    })
                    .collect::<Vec<_>>()
            })
            .collect()
    }

    /// "Fri 24 Jul   hearing test result   Mrs Ward   125d!"
    fn action(&self, action: &Action) -> Line<Row> {
        let caseload = self.cx.desk.caseload;
        let senco = caseload.setting().and_then(|setting| setting.senco);
        // By name, as the brief has it.
        let who = match caseload.who(&action.who, action.person) {
            "" => caseload.name_of(senco),
            who => who,
        };
        let who = if who.is_empty() { "you" } else { who };
        let late = action.by.map(|by| (self.cx.desk.today() - by).num_days());
        let (state, role) = match (action.done_on, late) {
            (Some(on), _) => (format!("+ done {}", self.day_alone(on)), Role::Done),
            (None, _) if !action.dropped.is_empty() => {
                (format!("dropped: {}", action.dropped), Role::Muted)
            }
            (None, Some(days)) if days > 0 => (format!("{days}d late!"), Role::Overdue),
            (None, _) => ("open".to_owned(), Role::Text),
        };
        self.row(
            Row::Action(action.id),
            action.by,
            (&action.what, who),
            (&state, role),
        )
    }

    fn referral(&self, referral: &Referral) -> Line<Row> {
        let of = self.cx.desk.caseload.who(&referral.of, referral.person);
        let late = referral
            .due_on
            .map(|on| (self.cx.desk.today() - on).num_days());
        let (state, role) = match (referral.received_on, late) {
            (Some(on), _) => (format!("+ came {}", self.day_alone(on)), Role::Done),
            (None, _) if !referral.dropped.is_empty() => {
                (format!("dropped: {}", referral.dropped), Role::Muted)
            }
            (None, Some(days)) if days > 0 => (format!("{days}d late!"), Role::Overdue),
            (None, _) => ("awaited".to_owned(), Role::Text),
        };
        self.row(
            Row::Referral(referral.id),
            referral.due_on,
            (&referral.what, of),
            (&state, role),
        )
    }

    /// A day, what, who, and how it stands.
    fn row(
        &self,
        row: Row,
        on: Option<chrono::NaiveDate>,
        (what, who): (&str, &str),
        (state, role): (&str, Role),
    ) -> Line<Row> {
        let day = on.map_or_else(|| "no date".to_owned(), |on| self.day(on));
        let who_at = self.columns.saturating_sub(32);
        Line::of(row)
            .put(3, WORDS - 4, day, Role::Text)
            .put(WORDS, who_at - WORDS - 1, what, Role::Text)
            .put(who_at, 13, who, Role::Text)
            .put_right(self.columns - 1, state, role)
    }
}

fn with_why(words: &str, why: &str) -> String {
    if why.is_empty() {
        words.to_owned()
    } else {
        format!("{words}; {why}")
    }
}
