//! Showing what is so now.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::notice::Notice;
use super::{App, Cover};
use crate::commands::{self, Command, Row, Scope};
use crate::ui::shell::{self, Frame};
use crate::ui::{Audience, Role, initials};

impl App {
    /// Draws the whole screen and says where the cursor goes.
    pub fn draw(&mut self, area: Rect) -> (Buffer, Position) {
        self.size = (area.width, area.height);
        let mut buf = Buffer::empty(area);
        let cursor = self.draw_in(area, &mut buf);
        self.is_drawn = true;
        (buf, cursor)
    }

    /// Has the view work out what it would show, as drawing does, so that a command typed ahead of the screen finds the
    /// row under the cursor that it was meant for.
    pub(super) fn settle(&mut self) {
        if !self.is_drawn {
            self.draw(Rect::new(0, 0, self.size.0, self.size.1));
        }
    }

    fn draw_in(&mut self, area: Rect, buf: &mut Buffer) -> Position {
        if shell::is_too_small(self.size) {
            return shell::draw_too_small(area, buf, &self.look);
        }
        if let Some(running) = &self.running {
            return shell::draw_running(&running.words(), area, buf, &self.look);
        }
        if self.backups.is_leaving() {
            let words = "Keeping a backup, then leaving; Ctrl+Q leaves at once";
            return shell::draw_running(words, area, buf, &self.look);
        }
        if matches!(self.cover, Cover::On | Cover::Idle) {
            return shell::draw_cover(area, buf, &self.look);
        }
        let counts = self.holding.standings.counts();
        let is_alone = self.ask(|_, view| view.is_alone());
        let body = shell::body(area, is_alone);
        // What is open beneath the counts is not to be seen yet.
        let is_counts = self.cover == Cover::Counts;
        let cursor = if is_counts {
            let (cx, dialogs, _) = self.split();
            shell::draw_counts(&cx, &counts, !dialogs.is_empty(), body, buf)
        } else {
            self.ask(|cx, view| view.draw(cx, body, buf))
        };
        // After the view, which knows only now what it shows.
        let footer = self.footer();
        let (says, role) = match &self.notice {
            Notice::None => (String::new(), Role::Text),
            Notice::Said(words) => (words.clone(), Role::Done),
            Notice::Refused(words) => (words.clone(), Role::Refusal),
        };
        let pane = self.store().is_some().then_some(self.pane);
        let is_set = self.clock.is_set();
        let reading = self
            .holding
            .reading()
            .map(|reading| reading.made().to_owned());
        let (cx, dialogs, _) = self.split();
        let frame = Frame {
            pane,
            title: dialogs
                .last()
                .map(|view| view.title(&cx))
                .filter(|_| !is_counts),
            is_alone,
            counts,
            is_set,
            reading,
            says: &says,
            role,
            footer: &footer,
        };
        frame.draw(&cx, area, buf);
        if self.look.audience == Audience::Staff {
            self.put_initials(buf);
        }
        cursor
    }

    /// Hides the names of the pupil that the screen is about in whatever was drawn.
    fn put_initials(&mut self, buf: &mut Buffer) {
        let names: BTreeSet<String> = self.ask(|cx, view| {
            let about = [view.pupil(cx), cx.hand.pupil];
            let pupils = about
                .into_iter()
                .flatten()
                .filter_map(|id| cx.desk.caseload.pupils.get(id));
            pupils
                .flat_map(|pupil| cx.family_names(pupil))
                .map(str::to_owned)
                .collect()
        });
        initials::put(buf, &names.iter().map(String::as_str).collect());
    }

    /// The rows of the table that the footer shows: those the view names, less those it would refuse.
    pub(super) fn footer(&mut self) -> Vec<&'static Row> {
        let scopes = self.ask(|_, view| view.scopes());
        let commands = self.ask(|cx, view| {
            let footer = view.footer(cx);
            footer
                .into_iter()
                .filter(|command| view.refusal(cx, *command).is_none())
                .collect::<Vec<Command>>()
        });
        let find = |command| {
            commands::row(scopes, command).or_else(|| commands::row(&[Scope::Everywhere], command))
        };
        commands
            .into_iter()
            .filter_map(find)
            .filter(|row| !row.short.is_empty())
            .collect()
    }
}
