//! Before a caseload is open: choosing, making and unlocking one.

mod create;
mod unlock;
mod welcome;

pub use create::Create;
pub use unlock::Unlock;
pub use welcome::Welcome;
