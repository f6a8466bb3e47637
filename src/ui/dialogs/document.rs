//! A document attached to a pupil: a file to attach, or what is known of one that is.

use crate::app::Job;
use crate::domain::date_words::Leaning;
use crate::domain::{
    Document, DocumentFormat, DocumentId, DocumentKind, DraftKey, Edit, PupilId, Refusal, document,
};
use crate::ui::Context;
use crate::ui::Effect;
use crate::ui::widgets::{Field, Form};

use super::{Choose, CopyTo, FormView, Sheet, full_name, key, new_for};

/// The dialog's name, for drafts.
pub const NAME: &str = "document";

/// A document.
#[derive(Debug)]
pub struct DocumentSheet {
    pupil: PupilId,
    /// None for a file that is to be attached.
    id: Option<DocumentId>,
}

/// The form that attaches a file.
pub fn new(pupil: PupilId) -> FormView<DocumentSheet> {
    form(pupil, None)
}

/// The form of what is known of a document.
pub fn of(document: &Document) -> FormView<DocumentSheet> {
    form(document.pupil, Some(document))
}

/// The form that a draft was typed in; none when what it was about is gone.
pub fn reopen(cx: &Context<'_>, about: &str) -> Option<FormView<DocumentSheet>> {
    let caseload = cx.desk.caseload;
    match new_for(about) {
        Some(pupil) => Some(new(caseload.pupils.get(pupil)?.id)),
        None => Some(of(caseload.documents.get(about.parse().ok()?)?)),
    }
}

/// What can be done with a document: open it, save a copy, change what is known of it.
pub fn choices(document: &Document) -> Choose {
    Choose::new(
        document.name.clone(),
        [
            ('o', "open it in its own program".to_owned(), Effect::OpenDocument(document.id)),
            (
                's',
                "save a copy outside the caseload".to_owned(),
                Effect::open(CopyTo::new(document)),
            ),
            ('d', "change its name, kind, day, sender or note".to_owned(), Effect::open(of(document))),
        ],
    )
    .saying(format!(
        "{}. To open it, a copy is written that is not encrypted, in a folder that only you can read; it is removed when Caseload is locked or left. What you change in the copy is lost: save it as a file of your own, and attach that.",
        document.words()
    ))
}

fn form(pupil: PupilId, document: Option<&Document>) -> FormView<DocumentSheet> {
    let sheet = DocumentSheet {
        pupil,
        id: document.map(|document| document.id),
    };
    let text = |part: fn(&Document) -> &str| document.map_or("", part);
    let mut fields = Vec::new();
    if document.is_none() {
        fields.push(
            Field::line("path", "File", "").hint(
                "paste its path: in Explorer, Shift and a right click on it, \"Copy as path\"",
            ),
        );
    }
    let name = Field::line("name", "Name", text(|document| &document.name));
    let kind = document.map_or(DocumentKind::Other, |document| document.kind);
    fields.extend([
        match document {
            None => name.hint("empty: the file's own"),
            Some(_) => name,
        },
        Field::choice("kind", "What it is", kind),
        Field::date(
            "on",
            "Dated",
            Leaning::Back,
            document.and_then(|document| document.on),
        )
        .hint("the day it bears"),
        Field::line("sender", "From", text(|document| &document.sender))
            .hint("who wrote or sent it"),
        Field::prose("note", "Note", 3, text(|document| &document.note)),
    ]);
    FormView::new(sheet, fields)
}

impl DocumentSheet {
    fn read(&self, cx: &Context<'_>, form: &Form) -> Result<Document, Refusal> {
        let stored = match self.id {
            Some(id) => {
                let stored = cx.desk.caseload.documents.get(id);
                stored.cloned().ok_or_else(|| Refusal::new(super::GONE))?
            }
            // What its content tells is filled in when the file was read.
            None => Document {
                id: cx.desk.ids.next(),
                pupil: self.pupil,
                name: String::new(),
                kind: DocumentKind::Other,
                format: DocumentFormat::Text,
                on: None,
                sender: String::new(),
                person: None,
                note: String::new(),
                attached_on: cx.desk.today(),
                length: 0,
                sum: String::new(),
            },
        };
        Ok(Document {
            name: form.text("name"),
            kind: form.choice("kind").unwrap_or(DocumentKind::Other),
            on: form.date("on", &cx.desk)?,
            sender: form.text("sender"),
            note: form.text("note"),
            ..stored
        })
    }
}

impl Sheet for DocumentSheet {
    fn key(&self) -> DraftKey {
        key(NAME, self.id.map(|id| id.to_string()), self.pupil)
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let whose = full_name(cx, self.pupil);
        match self.id {
            Some(_) => format!("A document of {whose}"),
            None => format!("Attach a document to {whose}"),
        }
    }

    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal> {
        document::put(&cx.desk, self.read(cx, form)?)
    }

    fn save(&self, cx: &Context<'_>, form: &Form) -> Result<Effect, Refusal> {
        if self.id.is_some() {
            let edit = self.edit(cx, form)?;
            return Ok(Effect::Save { edit, close: true });
        }
        let path = form.path("path").ok_or_else(|| {
            Refusal::of(
                "path",
                "Type or paste where the file is, such as C:\\Users\\you\\Downloads\\EP report.pdf.",
            )
        })?;
        let document = self.read(cx, form)?;
        cx.desk.has_come("on", document.on)?;
        Ok(Effect::Job(Job::Attach { path, document }))
    }

    fn tells_names(&self) -> bool {
        true
    }
}
