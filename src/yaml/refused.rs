//! Values that have the right shape and are wrong.

use crate::check::Check;
use crate::diagnostic::{Diagnostic, Place};

/// Why a value is not accepted.
#[derive(Debug)]
pub struct Refused {
    check: &'static Check,
    message: String,
    help: String,
}

impl Refused {
    /// Which check refuses it, what is wrong, what to do.
    pub fn new(check: &'static Check, message: impl Into<String>, help: impl Into<String>) -> Self {
        Refused { check, message: message.into(), help: help.into() }
    }

    /// The diagnostic at a place.
    pub fn at(self, place: Place) -> Diagnostic {
        self.check.at(place, self.message).help(self.help)
    }
}
