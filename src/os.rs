//! All that differs between operating systems: locks, limits, who may read our files.

pub mod files;
pub mod holder;
pub mod limits;
pub mod line;
pub mod location;
pub mod lock;
pub mod lock_error;
pub mod mouse;
pub mod opener;
pub mod signals;
