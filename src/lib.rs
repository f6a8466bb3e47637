//! Caseload.

pub mod app;
pub mod cli;
pub mod commands;
pub mod demo;
pub mod domain;
pub mod import;
pub mod keys;
pub mod os;
pub mod sanitize;
pub mod store;
pub mod ui;
