//! `allow`: warnings that are switched off, each with its reason.

use crate::check::{self, Check};
use crate::diagnostic::{Severity, Span};
use crate::spelling::nearest;
use crate::yaml::{Fields, Refused};

/// A warning or a hint that is switched off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The check.
    pub code: &'static str,
    /// Where that is written.
    pub span: Span,
}

/// Takes the field `allow`, a list of `{check, why}`.
pub(super) fn read_allowed(fields: &mut Fields<'_>) -> Vec<Allowed> {
    fields.groups("allow", |one| {
        one.required("check", "update-overdue");
        one.required("why", "the client asked for a break until March");
        one.text("why");
        let check = one.parsed("check", find)?;
        Some(Allowed { code: check.value.code, span: check.span })
    })
}

fn find(code: &str) -> Result<&'static Check, Refused> {
    match check::ALL.iter().find(|check| check.code == code) {
        Some(check) if check.severity == Severity::Error => Err(Refused::new(
            &check::WRONG_VALUE,
            format!("`{code}` is an error, and errors cannot be switched off"),
            "only warnings and hints can be; mend what it is about, and take this entry out",
        )),
        Some(check) => Ok(check),
        None => {
            let codes = || check::ALL.iter().filter(|check| check.severity != Severity::Error).map(|check| check.code);
            let help = match nearest(code, codes()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write what stands in brackets behind `warning` or `hint`, such as `update-overdue`".to_owned(),
            };
            Err(Refused::new(&check::WRONG_VALUE, format!("there is no check `{code}`"), help))
        }
    }
}
