//! The field's own things and rules: pure, with no files, clock, SQL or colours.

pub mod academic_year;
pub mod area;
pub mod bank_holiday;
pub mod break_kind;
pub mod calendar;
pub mod clock_doubt;
pub mod clock_time;
pub mod closure;
pub mod closure_kind;
pub mod fold;
pub mod nc_year;
pub mod need;
pub mod quoted;
pub mod school_break;
pub mod season;
pub mod sex;
pub mod slot;
pub mod status;
pub mod sureness;
pub mod term;
pub mod timetable_doubt;
pub mod upn;
pub mod week_of_term;
pub mod weekday_words;
pub mod weekdays;
pub mod whole_term;
