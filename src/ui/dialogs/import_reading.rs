//! How a list is to be read, where the file alone does not say: which sheet is meant, or what its columns hold.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::import::{Field as Kind, FoundColumn, OfferedSheet, Table, Wanted, WantedSheets};
use crate::keys::Key;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Audience, Context, Effect, Role, View};

/// The code of "all sheets with headings"; the others are numbers.
const ALL: &str = "all";
/// The code of a column from which nothing is taken.
const NOTHING: &str = "";

/// Asks how a list is to be read.
#[derive(Debug)]
pub struct ImportReading {
    name: String,
    table: Arc<Table>,
    wanted: Wanted,
    asked: Asked,
    form: Form,
}

/// What is asked.
#[derive(Debug)]
enum Asked {
    Sheet(Vec<OfferedSheet>),
    Columns {
        columns: Vec<FoundColumn>,
        /// Whether all of them have headings, so that what nobody says is not lost.
        headed: bool,
    },
}

impl ImportReading {
    /// Which of several sheets is meant.
    pub fn sheet(
        name: String,
        table: Arc<Table>,
        wanted: Wanted,
        sheets: Vec<OfferedSheet>,
    ) -> Self {
        let headed = sheets
            .iter()
            .enumerate()
            .filter(|(_, sheet)| sheet.rows.is_some());
        let mut options: Vec<(String, String)> = headed
            .map(|(place, sheet)| (place.to_string(), sheet.to_string()))
            .collect();
        options.push((ALL.to_owned(), "all of them".to_owned()));
        let first = options[0].0.clone();
        let form = Form::new(vec![Field::options("sheet", "Sheet", options, &first)]);
        Self {
            name,
            table,
            wanted,
            asked: Asked::Sheet(sheets),
            form,
        }
    }

    /// What the columns of a list hold that has no headings.
    pub fn without_headings(
        name: String,
        table: Arc<Table>,
        wanted: Wanted,
        columns: Vec<FoundColumn>,
    ) -> Self {
        Self::of_columns(name, table, wanted, columns, false)
    }

    /// What columns hold: those whose headings are not known stand first.
    pub fn columns(
        name: String,
        table: Arc<Table>,
        wanted: Wanted,
        columns: Vec<FoundColumn>,
    ) -> Self {
        Self::of_columns(name, table, wanted, columns, true)
    }

    fn of_columns(
        name: String,
        table: Arc<Table>,
        wanted: Wanted,
        mut columns: Vec<FoundColumn>,
        headed: bool,
    ) -> Self {
        if headed {
            columns.sort_by_key(|column| column.field.is_some());
        }
        let fields = columns.iter().enumerate().map(|(place, column)| {
            let unknown = (NOTHING.to_owned(), "nothing is taken from it".to_owned());
            let known = column.field.filter(|field| !Kind::OFFERED.contains(field));
            let kinds = known.iter().chain(Kind::OFFERED);
            let kinds = kinds.map(|kind| (kind.label().to_owned(), kind.label().to_owned()));
            let options = Some(unknown)
                .filter(|_| column.field.is_none() || !headed)
                .into_iter()
                .chain(kinds);
            let now = column.field.map_or(NOTHING, Kind::label);
            Field::options(
                place.to_string(),
                column.heading.clone(),
                options.collect(),
                now,
            )
            .about(format!("In it: {}", column.samples.join("; ")))
        });
        let form = Form::new(fields.collect());
        Self {
            name,
            table,
            wanted,
            asked: Asked::Columns { columns, headed },
            form,
        }
    }

    fn read(&mut self) -> Effect {
        self.form.settle();
        let mut wanted = self.wanted.clone();
        match &self.asked {
            Asked::Sheet(sheets) => {
                let chosen = self.form.text("sheet");
                let sheet = chosen
                    .parse()
                    .ok()
                    .and_then(|place: usize| sheets.get(place));
                wanted.sheets = match sheet {
                    Some(sheet) => WantedSheets::Named(vec![sheet.name.clone()]),
                    None => WantedSheets::All,
                };
            }
            Asked::Columns { columns, headed } => {
                for (place, column) in columns.iter().enumerate() {
                    let chosen = Kind::from_words(&self.form.text(&place.to_string()));
                    // What the dictionary says is said by nobody; of a list without headings all has to be said.
                    if let Some(kind) = chosen.filter(|_| chosen != column.field || !headed) {
                        wanted.mapping.set(&column.heading, kind);
                    }
                }
                if !headed && wanted.mapping.is_empty() {
                    return Effect::refuse(
                        "Say of a column or two what they hold: the names at least. Esc leaves the file alone.",
                    );
                }
            }
        }
        Effect::Job(Job::ReadTable {
            name: self.name.clone(),
            table: Arc::clone(&self.table),
            wanted,
            again: matches!(self.asked, Asked::Columns { headed: true, .. }),
        })
    }
}

impl View for ImportReading {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Reading]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        match self.asked {
            Asked::Sheet(_) => format!("Which sheet of {}?", self.name),
            Asked::Columns { .. } => format!("What the columns of {} hold", self.name),
        }
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        if cx.look.audience != Audience::Me {
            paper.line(
                " A list shows names. Press F8 and choose full names to go on.",
                Role::Refusal,
            );
            return paper.place(1, 0);
        }
        paper.skip(1);
        let words = match self.asked {
            Asked::Sheet(_) => {
                "The workbook has several sheets with headings. All of them are read together where each class has its own. Left and Right choose, Ctrl+S reads it."
            }
            Asked::Columns { .. } => {
                "Say what each column holds, as far as it is to be kept. What stands in it is shown above it. Left and Right choose, Tab goes to the next; Ctrl+S reads the list so. With the import it is remembered for lists with the same headings."
            }
        };
        paper.prose(2, words, Role::Text);
        paper.skip(1);
        let room = paper.room_for_form();
        self.form.draw(cx, &[], room, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Save, Command::Back, Command::Help, Command::Cover]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Save => self.read(),
            Command::NextField => {
                self.form.next();
                Effect::None
            }
            Command::PreviousField => {
                self.form.previous();
                Effect::None
            }
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.form.type_key(key).then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.form.paste(text).then_some(Effect::None)
    }
}
