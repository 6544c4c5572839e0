//! The check `no-client-file`.

use super::Check;
use super::Contents::Lines;
use crate::diagnostic::Severity;

/// A folder looks like a client's and has no `client.yml`.
pub static NO_CLIENT_FILE: Check = Check {
    code: "no-client-file",
    severity: Severity::Warning,
    title: "A folder looks like a client's and has no `client.yml`.",
    about: "A client is a folder with a `client.yml`. This folder has what a client's folder has, but not that file, \
            or it is misspelt; so the whole folder is left out and no portal is made of it. Add the file with `name` \
            and `project`. A folder that is not about a client can begin with `_`; such folders are never read.",
    bad: &[("bolt/docs/start.md", Lines(&["# Welcome"]))],
    expect: &[
        "bolt:1:1 warning[no-client-file] this folder has `docs` like a client's, but no `client.yml`: it is left out | add `bolt/client.yml` with `name` and `project`; if no client is meant, call it `_bolt`",
    ],
    good: &[
        ("bolt/docs/start.md", Lines(&["# Welcome"])),
        ("bolt/client.yml", Lines(&["name: Bolt", "project: Web site", "address: meadow-7"])),
    ],
};
