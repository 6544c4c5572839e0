//! About: who works together, how, and what changed of what was agreed.

use chrono::NaiveDate;

use crate::content::comms::{Cadence, Interval};
use crate::content::person::{Person, Side};
use crate::content::reference::ItemKind;
use crate::names::PagePath;
use crate::portal::{Place, says_how_we_work};
use crate::render::links::person_href;
use crate::render::parts::phone_digits;
use crate::render::site::{Rendered, Site};
use crate::render::view::about::{AboutView, DutyView, HowView, PersonView, PhotoView, SideView};
use crate::render::view::parts::PersonLink;

impl<'s> Site<'s> {
    /// The page about the project.
    pub(in crate::render) fn about(&self) -> Rendered {
        let page = Place::About.page();
        let sides = [Side::Us, Side::Client].map(|side| self.side(side, &page));
        let changes = self.portal.changes().into_iter().enumerate();
        let view = AboutView {
            sides: sides.into_iter().filter(|side| !side.people.is_empty()).collect(),
            duties: self.duties(),
            how: self.how(&page),
            changes: changes.map(|(at, change)| self.change(change, at + 1, &page)).collect(),
        };
        self.page(page, self.word("places.about"), "about.html", &view)
    }

    fn side_name(&self, side: Side) -> &'s str {
        match side {
            Side::Us => &self.portal.agency().name,
            Side::Client => &self.portal.client().name,
        }
    }

    fn side(&self, side: Side, page: &PagePath) -> SideView<'s> {
        let mut people: Vec<&'s Person> = self.portal.people().iter().copied().filter(|one| one.side == side).collect();
        people.sort_by_key(|person| person.left.is_done_by(self.as_of));
        let people = people.into_iter().map(|person| self.person(person, page)).collect();
        SideView { name: self.side_name(side), people }
    }

    fn person(&self, person: &'s Person, page: &PagePath) -> PersonView<'s> {
        let anchor = ItemKind::Person.anchor(&person.item.id.value);
        let left = person.left.is_done_by(self.as_of);
        PersonView {
            name: person.name(),
            role: person.role.as_deref(),
            photo: self.photo(person),
            initials: initials(person.name()),
            primary: person.primary && !left,
            backup: person.backup && !left,
            email: person.email.as_deref(),
            phone: person.phone.as_deref(),
            phone_digits: person.phone.as_deref().map(phone_digits),
            away: person.away.filter(|_| !left).map(|away| self.away(away)),
            left,
            left_on: person.left.on().map(|on| self.date(on)),
            saw_to: if left { &person.responsible_for } else { &[] },
            bio: person.bio.as_ref().map(|bio| self.prose(bio, page, &format!("{anchor}."))),
            marks: self.marks(&person.item, page, &anchor),
            id: anchor,
        }
    }

    fn photo(&self, person: &Person) -> Option<PhotoView<'s>> {
        let name = self.portal.photo(person)?;
        let asset = self.portal.asset(name)?;
        Some(PhotoView { name: name.as_str(), size: asset.attachment.dimensions })
    }

    /// Who sees to what, of those who work on the project.
    fn duties(&self) -> Vec<DutyView<'s>> {
        let here = self.portal.people().iter().copied().filter(|one| !one.left.is_done_by(self.as_of));
        let here = here.filter(|one| one.item.dropped.is_none());
        let mut people: Vec<&'s Person> = here.collect();
        people.sort_by_key(|person| person.side);
        let duties = people.into_iter().flat_map(|person| {
            person.responsible_for.iter().map(move |what| DutyView {
                what,
                who: PersonLink { name: person.name(), role: None, href: Some(person_href(person)) },
                side: self.side_name(person.side),
            })
        });
        duties.collect()
    }

    fn how(&self, page: &PagePath) -> Option<HowView<'s>> {
        let (client, agency) = (self.portal.client(), self.portal.agency());
        if !says_how_we_work(client, agency) {
            return None;
        }
        let comms = &client.comms;
        Some(HowView {
            updates: comms.updates.as_ref().map(|cadence| self.cadence(cadence.value)),
            next_update: self.portal.next_update().map(|day| self.date(day)),
            channel: comms.channel.as_deref(),
            answer_within: self.answer_words("within"),
            escalation: comms.escalation.as_ref().map(|text| self.prose(text, page, "escalation.")),
            working_hours: client.working_hours.as_deref(),
            timezone: self.time_zone(client.timezone.name()),
            closed_days: self.closed_days(),
            focus: client.focus.iter().map(|what| self.word(&format!("about.focus.{}", what.word()))).collect(),
        })
    }

    /// How often, in words: `every Friday`, `every 2 weeks on Monday`.
    fn cadence(&self, cadence: Cadence) -> String {
        let day = cadence.on.map(|day| self.formats.weekday(day));
        let every = match cadence.every {
            Interval::Days(7) if day.is_some() => None,
            Interval::Days(days) if days % 7 == 0 => Some(self.counted("about.every.weeks", i64::from(days / 7))),
            Interval::Days(days) => Some(self.counted("about.every.days", i64::from(days))),
            Interval::Months(months) => Some(self.counted("about.every.months", i64::from(months))),
        };
        match (every, day) {
            (Some(every), None) => every,
            (Some(every), Some(day)) => self.word("about.every.on").replace("{every}", &every).replace("{day}", &day),
            (None, day) => self.word("about.every.weekday").replace("{day}", &day.unwrap_or_default()),
        }
    }

    /// A time zone by its place where a language calls it so: `Europe/London` is London time.
    fn time_zone(&self, name: &str) -> String {
        match name.rsplit_once('/') {
            Some((region, place)) if region != "Etc" => {
                self.word("about.zone").replace("{place}", &place.replace('_', " ")).replace("{zone}", name)
            }
            _ => name.rsplit('/').next().unwrap_or(name).to_owned(),
        }
    }

    /// The days on which the agency is closed, those in a row in one.
    fn closed_days(&self) -> Vec<String> {
        let mut days = self.portal.agency().closed_days.clone();
        days.sort();
        days.dedup();
        rows(&days).into_iter().map(|(from, to)| self.formats.range(from, to)).collect()
    }
}

/// Days that follow each other, as the first and the last of each row. `days` are in order, and each is there once.
fn rows(days: &[NaiveDate]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut rows: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in days {
        match rows.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(*day) => *last = *day,
            _ => rows.push((*day, *day)),
        }
    }
    rows
}

/// The first letters of the first and the last word of a name.
fn initials(name: &str) -> String {
    let letter = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let mut letters = name.split_whitespace().filter_map(letter);
    let (first, last) = (letters.next(), letters.next_back());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_the_last_word() {
        let names = ["Mira Vos", "Jan van der Meer", "cher", "", "Émile O'Neil", "李 明"];
        assert_eq!(names.map(initials), ["MV", "JM", "C", "", "ÉO", "李明"]);
    }

    #[test]
    fn days_in_a_row_are_one_entry() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let days = ["2026-12-24", "2026-12-31", "2027-01-01", "2027-01-02"].map(day);
        let expected = [("2026-12-24", "2026-12-24"), ("2026-12-31", "2027-01-02")];
        assert_eq!(rows(&days), expected.map(|(from, to)| (day(from), day(to))));
    }
}
