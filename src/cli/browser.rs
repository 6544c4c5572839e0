//! Opening an address in the browser.

use std::io;
use std::process::{Child, Command, Stdio};
use std::thread;

use super::report;

/// Opens an address. Where that cannot be done it is said, and nothing else comes of it.
pub(super) fn open(address: &str) {
    match start(address) {
        // Some programs end when the browser does.
        Ok(mut program) => drop(thread::spawn(move || {
            if !program.wait().is_ok_and(|ended| ended.success()) {
                cannot("this computer names no browser");
            }
        })),
        Err(_) => cannot(&format!("there is no `{PROGRAM}` here")),
    }
}

fn cannot(why: &str) {
    report::say(&format!("the browser cannot be opened from here ({why}): open the address above in it\n"));
}

/// What opens an address with the program that somebody chose for it.
const PROGRAM: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "rundll32"
} else {
    "xdg-open"
};

fn start(address: &str) -> io::Result<Child> {
    let mut command = Command::new(PROGRAM);
    if cfg!(windows) {
        command.arg("url.dll,FileProtocolHandler");
    }
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
}
