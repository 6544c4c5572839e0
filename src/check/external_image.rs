//! The check `external-image`.

use super::Check;
use super::Contents::{Bytes, Lines};
use crate::diagnostic::Severity;

/// A picture lies on another site.
pub static EXTERNAL_IMAGE: Check = Check {
    code: "external-image",
    severity: Severity::Error,
    title: "A picture lies on another site.",
    about: "A portal never asks another site for anything: that site would learn who reads it and when, and the \
            picture might change or vanish. Save the picture in the client's folder and show that one.",
    bad: &[("acme/docs/start.md", Lines(&["![Our office](https://example.com/office.jpg)"]))],
    expect: &[
        "acme/docs/start.md:1:1 error[external-image] `https://example.com/office.jpg` lies on another site, and a portal asks no other site for anything | save the picture in the client's folder and refer to that",
    ],
    good: &[
        ("acme/docs/start.md", Lines(&["![Our office](office.jpg)"])),
        ("acme/docs/office.jpg", Bytes(b"\xff\xd8\xff")),
    ],
};
