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
        let newest = self.updates_that_hold().find_map(|update| {
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
        Some(cadence.value.after(self.newest_update()?.on))
    }

    /// The newest update that was not withdrawn.
    pub fn newest_update(&self) -> Option<&'p Update> {
        self.updates_that_hold().next()
    }

    fn updates_that_hold(&self) -> impl Iterator<Item = &'p Update> + '_ {
        self.updates().iter().copied().filter(|update| update.item.dropped.is_none())
    }

    /// The person to turn to on the agency's side.
    pub fn primary(&self) -> Option<&'p Person> {
        self.our_people().find(|person| person.primary)
    }

    /// Who stands in for that person: somebody else.
    pub fn backup(&self) -> Option<&'p Person> {
        let primary = self.primary();
        let is_primary = |person: &Person| primary.is_some_and(|primary| std::ptr::eq(primary, person));
        self.our_people().find(|person| person.backup && !is_primary(person))
    }

    /// The agency's people who work on the project.
    fn our_people(&self) -> impl Iterator<Item = &'p Person> + '_ {
        let as_of = self.as_of();
        let here = move |person: &&Person| !person.left.is_done_by(as_of) && person.item.dropped.is_none();
        self.people().iter().copied().filter(|person| person.side == Side::Us).filter(here)
    }
}
