//! `vestibule check`.

use std::path::Path;

use super::args::{Check, Format};
use super::{Failure, Outcome, open, report, today};
use crate::build;
use crate::diagnostic::{Diagnostics, Severity};

/// Says everything that is wrong.
pub(super) fn run(root: &Path, arguments: &Check) -> Result<Outcome, Failure> {
    let (workspace, clients) = open(root, &arguments.client)?;
    let mut diagnostics = Diagnostics::new();
    build::check(&workspace, &clients, today(arguments.today), &mut diagnostics);
    report::to_stdout(&diagnostics, arguments.format, arguments.hints)?;
    if clients.is_empty() {
        report::say("there is no client here yet: a client is a folder with a `client.yml`\n");
    } else if arguments.format == Format::Human && diagnostics.sorted().is_empty() {
        report::result(&format!("{} checked, nothing to mend\n", count(clients.len())))?;
    }
    let failed = diagnostics.has_errors() || (arguments.strict && diagnostics.count(Severity::Warning) > 0);
    Ok(if failed { Outcome::ContentErrors } else { Outcome::Fine })
}

fn count(clients: usize) -> String {
    if clients == 1 { "1 client".to_owned() } else { format!("{clients} clients") }
}
