//! How the project is doing.

use chrono::NaiveDate;

use crate::content::health::Health;
use crate::content::markdown::Document;
use crate::content::person::{Person, Side};
use crate::content::update::Update;
use crate::portal::AudiencePortal;

/// How the project is doing, and who says so.
#[derive(Debug, Clone, Copy)]
pub struct State<'p> {
    /// How.
    pub health: Health,
    /// Why.
    pub because: Option<&'p Document>,
    /// The update that says it; `None` where `client.yml` does.
    pub update: Option<&'p Update>,
}

impl<'p> AudiencePortal<'p> {
    /// How the project is doing: what the newest update says that says anything, and what `client.yml` says before the
    /// first.
    pub fn state(&self) -> Option<State<'p>> {
        let newest = self.updates().iter().find_map(|update| {
            let health = update.health.as_ref()?.value;
            Some(State { health, because: update.because.as_ref(), update: Some(update) })
        });
        newest.or_else(|| {
            let client = self.client();
            let health = client.health.as_ref()?.value;
            Some(State { health, because: client.because.as_ref(), update: None })
        })
    }

    /// The day of the next update, where one was promised and there has been one. None once the project is over.
    pub fn next_update(&self) -> Option<NaiveDate> {
        let cadence = self.client().comms.updates.as_ref().filter(|_| self.client().closed.is_none())?;
        Some(cadence.value.after(self.updates().first()?.on))
    }

    /// The person to turn to on the agency's side.
    pub fn primary(&self) -> Option<&'p Person> {
        self.people().iter().copied().find(|person| person.primary && person.side == Side::Us && !person.left.is_done())
    }

    /// Who stands in for that person.
    pub fn backup(&self) -> Option<&'p Person> {
        self.people().iter().copied().find(|person| person.backup && person.side == Side::Us && !person.left.is_done())
    }
}
