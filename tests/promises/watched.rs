//! The program that another was started to run.

use rustix::process::Pid;

/// The one program that this one runs, as strace does.
pub fn child_of(parent: Pid) -> Pid {
    let pid = parent.as_raw_nonzero();
    let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
    let children = children.expect("the children of a process");
    let child = children.split_whitespace().next().expect("one child");
    Pid::from_raw(child.parse().expect("a number")).expect("a process")
}
