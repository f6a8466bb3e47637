//! Caseload: starts the screen or one plain command.

use std::process::ExitCode;

fn main() -> ExitCode {
    // A refusal leaves us no less safe than any other program, and is no reason to keep a SENCO from her work.
    let _ = caseload::os::limits::keep_memory_private();
    let _ = caseload::os::limits::take_size_limits_as_errors();
    caseload::cli::main()
}
