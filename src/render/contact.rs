//! Whom to ask, how soon they answer, and who stands in for them.

use super::parts::{contact, phone_digits};
use super::site::Site;
use super::view::parts::{AwayView, ContactCard, ContactView};
use crate::content::person::{Away, Person};

impl<'s> Site<'s> {
    /// Whom to ask about this project: the primary contact of the agency's people as far as they can be reached, or else
    /// the agency's own contact.
    pub(super) fn contact_card(&self) -> Option<ContactCard<'s>> {
        let primary = self.portal.primary();
        let agency = || self.portal.agency().contact.as_ref().map(contact);
        let promise = self.answer_words("answers");
        match primary.filter(|person| can_be_reached(person) || self.portal.agency().contact.is_none()) {
            Some(person) => Some(ContactCard {
                contact: person_contact(person),
                promise,
                away: person.away.map(|away| self.away(away)),
                backup: self.portal.backup().map(person_contact),
            }),
            None => agency().map(|contact| ContactCard { contact, promise, away: None, backup: None }),
        }
    }

    /// How soon a question is answered, in the words of one group of the locale: `answers` or `within`.
    pub(super) fn answer_words(&self, group: &str) -> Option<String> {
        let time = self.portal.client().comms.answer_within?;
        Some(self.counted(&format!("{group}.{}", time.unit.word()), i64::from(time.count)))
    }

    /// The days on which somebody cannot be reached.
    pub(super) fn away(&self, away: Away) -> AwayView {
        let Away { from, to } = away;
        AwayView { from: self.date(from), to: self.date(to), range: self.formats.range(from, to) }
    }
}

fn can_be_reached(person: &Person) -> bool {
    person.email.is_some() || person.phone.is_some()
}

fn person_contact(person: &Person) -> ContactView<'_> {
    ContactView {
        name: person.name(),
        email: person.email.as_deref(),
        phone: person.phone.as_deref(),
        phone_digits: person.phone.as_deref().map(phone_digits),
    }
}
