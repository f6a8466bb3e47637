//! The field's own things and rules: pure, with no files, clock, SQL or colours.

pub mod area;
pub mod fold;
pub mod nc_year;
pub mod need;
pub mod sex;
pub mod status;
pub mod sureness;
pub mod upn;
