//! The kinds of record, and what holds one of any kind: [`Record`], [`RecordId`], [`Kind`].

use serde::{Deserialize, Serialize};

use super::{
    Action, Arrangement, Cycle, Diagnosis, Document, EhcEvent, EhcLine, HalfDays, HandOver, Id,
    ImportBase, ImportLayout, Intervention, Measure, Note, OtherPlan, Outcome, Person, Place,
    Provision, Pupil, PupilId, Recorded, Referral, Review, School, Session, Setting, StatusPeriod,
    Strategy, Target, Tie,
};

/// Writes, from one list of kinds, the three enums over them. For `records! { about: Note }` it expands to
///
/// ```text
/// enum Kind { Note }   enum RecordId { Note(Id<Note>) }   enum Record { Note(Note) }
/// impl From<Note> for Record      impl From<Id<Note>> for RecordId
/// impl Recorded for Note { id() -> self.id, pupil() -> Some(self.pupil) }
/// ```
///
/// Kinds under `about` belong to one pupil; those under `shared` to none; the pupil herself is both.
macro_rules! records {
    (shared: $($shared:ident),+; about: $($about:ident),+;) => {
        $(impl Recorded for $shared {
            fn id(&self) -> Id<Self> { self.id }
            fn pupil(&self) -> Option<PupilId> { None }
        })+
        $(impl Recorded for $about {
            fn id(&self) -> Id<Self> { self.id }
            fn pupil(&self) -> Option<PupilId> { Some(self.pupil) }
        })+
        impl Recorded for Pupil {
            fn id(&self) -> Id<Self> { self.id }
            fn pupil(&self) -> Option<PupilId> { Some(self.id) }
        }
        records! { all: Pupil, $($shared),+, $($about),+ }
    };
    (all: $($kind:ident),+) => {
        /// The kinds of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
        #[strum(serialize_all = "snake_case")]
        pub enum Kind { $(#[doc = concat!("[`", stringify!($kind), "`]")] $kind),+ }

        /// The id of a record of any kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum RecordId { $(#[doc = concat!("Of a [`", stringify!($kind), "`]")] $kind(Id<$kind>)),+ }

        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Record { $(#[doc = concat!("A [`", stringify!($kind), "`]")] $kind($kind)),+ }

        impl RecordId {
            /// The kind of the record.
            pub fn kind(self) -> Kind { match self { $(Self::$kind(_) => Kind::$kind),+ } }
            /// The id's number.
            pub fn number(self) -> i64 { match self { $(Self::$kind(id) => id.number()),+ } }
            /// The id of that kind with that number.
            pub fn new(kind: Kind, number: i64) -> Self { match kind { $(Kind::$kind => Self::$kind(Id::new(number))),+ } }
        }
        impl Record {
            /// Its id.
            pub fn id(&self) -> RecordId { match self { $(Self::$kind(record) => RecordId::$kind(record.id)),+ } }
            /// The one pupil it is about, if it is about one.
            pub fn pupil(&self) -> Option<PupilId> { match self { $(Self::$kind(record) => Recorded::pupil(record)),+ } }
        }
        $(impl From<$kind> for Record { fn from(record: $kind) -> Self { Self::$kind(record) } }
        impl From<Id<$kind>> for RecordId { fn from(id: Id<$kind>) -> Self { Self::$kind(id) } })+
    };
}

records! {
    shared: School, Person, Provision, Intervention, Setting, ImportLayout, Session;
    about: Tie, StatusPeriod, EhcEvent, Cycle, Outcome, Target, Strategy, Place, Review, Action, Referral, OtherPlan, HandOver, Document, HalfDays, Arrangement, Diagnosis, ImportBase, Measure, Note, EhcLine;
}
