//! The field's own things and rules: pure, with no files, clock, SQL or colours.

pub mod academic_year;
pub mod area;
pub mod bank_holiday;
pub mod break_kind;
pub mod calendar;
pub mod closure;
pub mod closure_kind;
pub mod fold;
pub mod nc_year;
pub mod need;
pub mod school_break;
pub mod season;
pub mod sex;
pub mod status;
pub mod sureness;
pub mod term;
pub mod upn;
pub mod week_of_term;
pub mod whole_term;
