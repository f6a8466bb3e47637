//! The encrypted file. Only this layer holds SQL.

pub mod key;
pub mod looks_like;
pub mod open;
pub mod open_error;
pub mod passphrase;
pub mod passphrase_refusal;
pub mod recovery_code;
pub mod recovery_code_error;
pub mod salt;
pub mod schema;
pub mod sealed;
pub mod seed;
mod settings;
pub mod trouble;
pub mod unlock;
