//! What several pages say in the same way: days, people, agreements, links.

use chrono::{Datelike, NaiveDate};

use super::links::{decision_link, milestone_href, person_href, task_href};
use super::site::Site;
use super::text::{self, Setting};
use super::view::parts::{
    ApprovalView, ContactView, DateView, DroppedView, MarksView, MoveView, NeedView, PersonLink, PromiseView,
};
use crate::content::approval::Approval;
use crate::content::contact::Contact;
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::content::milestone::Milestone;
use crate::content::reference::{ItemKind, Reference};
use crate::formats::DateStyle;
use crate::money::Money;
use crate::names::PagePath;

/// A contact as templates see it.
pub(super) fn contact(contact: &Contact) -> ContactView<'_> {
    ContactView {
        name: &contact.name,
        email: contact.email.as_deref(),
        phone: contact.phone.as_deref(),
        phone_digits: contact.phone.as_deref().map(phone_digits),
    }
}

/// A telephone number for a `tel:` link: digits, and a `+` in front.
pub(super) fn phone_digits(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

impl<'s> Site<'s> {
    /// A day.
    pub(super) fn date(&self, date: NaiveDate) -> DateView {
        let this_year = self.as_of.is_none_or(|as_of| as_of.year() == date.year());
        let (short, weekday) = match this_year {
            true => (DateStyle::DayMonth, DateStyle::Weekday),
            false => (DateStyle::Short, DateStyle::Short),
        };
        DateView {
            iso: date.to_string(),
            short: self.formats.date(date, short),
            weekday: self.formats.date(date, weekday),
            full: self.formats.date(date, DateStyle::Full),
        }
    }

    /// A difference in days, in words, such as `5 days later`.
    pub(super) fn shifted(&self, days: i64) -> String {
        match days {
            0 => self.word("decisions.same_days").to_owned(),
            1.. => self.counted("later", days),
            _ => self.counted("earlier", days.saturating_abs()),
        }
    }

    /// What something costs or saves, in words.
    pub(super) fn cost(&self, cost: Money) -> String {
        let (words, amount) = match cost.minor {
            0 => ("costs_nothing", cost),
            1.. => ("costs", cost),
            _ => ("saves", Money { minor: cost.minor.saturating_neg(), ..cost }),
        };
        self.word(words).replace("{amount}", &self.formats.money(amount))
    }

    /// The days of a milestone; `None` where it has none. `page` is the page they are shown on.
    pub(super) fn promise(&self, milestone: &Milestone, page: &PagePath) -> Option<PromiseView> {
        self.promise_at(milestone, page, &ItemKind::Milestone.anchor(&milestone.item.id.value))
    }

    /// The same with an anchor of its own, where a page shows the days of one milestone twice.
    pub(super) fn promise_at(&self, milestone: &Milestone, page: &PagePath, anchor: &str) -> Option<PromiseView> {
        let days = self.days_of(milestone)?;
        let mut before = milestone.original()?;
        let moves = milestone.moves.iter().enumerate().map(|(at, one)| {
            let prefix = format!("{anchor}.move.{}.", at + 1);
            MoveView {
                from: self.date(std::mem::replace(&mut before, one.to.value)),
                to: self.date(one.to.value),
                why: one.why.as_ref().map(|why| self.prose(why, page, &prefix)),
                decision: one.decision.as_ref().and_then(|of| self.portal.decision(of)).map(decision_link),
                recovery: one.recovery.as_ref().map(|text| self.prose(text, page, &format!("{prefix}recovery."))),
                on: one.on.map(|on| self.date(on)),
            }
        });
        Some(PromiseView { moves: moves.collect(), ..days })
    }

    /// The days of a milestone without how they moved.
    pub(super) fn days_of(&self, milestone: &Milestone) -> Option<PromiseView> {
        let (original, current) = (milestone.original()?, milestone.current()?);
        let slip = milestone.slip();
        Some(PromiseView {
            current: self.date(current),
            original: (original != current).then(|| self.date(original)),
            slip: (slip != 0).then(|| self.shifted(slip)),
            moves: Vec::new(),
        })
    }

    /// What may be said of any item. `anchor` is the item's on `page`; empty where the page is its own.
    pub(super) fn marks<'i>(&self, item: &'i Item, page: &PagePath, anchor: &str) -> MarksView<'i> {
        MarksView {
            draft: item.draft,
            dropped: item.dropped.as_ref().map(|dropped| DroppedView {
                on: dropped.on.as_ref().map(|on| self.date(on.value)),
                why: self.prose(&dropped.why, page, &format!("{anchor}.dropped.")),
            }),
            was: item.was.iter().map(|was| was.value.as_str()).collect(),
        }
    }

    /// Somebody who is named.
    pub(super) fn named<'r>(&self, reference: &'r Reference) -> PersonLink<'r>
    where
        's: 'r,
    {
        match self.portal.person(reference) {
            Some(person) => {
                PersonLink { name: person.name(), role: person.role.as_deref(), href: Some(person_href(person)) }
            }
            None => PersonLink { name: reference.written(), role: None, href: None },
        }
    }

    /// All who are named.
    pub(super) fn people<'r>(&self, references: &'r [Reference]) -> Vec<PersonLink<'r>>
    where
        's: 'r,
    {
        references.iter().map(|one| self.named(one)).collect()
    }

    /// The client's agreement to something.
    pub(super) fn approval<'r>(&self, approval: &'r Approval) -> ApprovalView<'r>
    where
        's: 'r,
    {
        ApprovalView {
            by: approval.by.as_ref().map(|by| self.named(by)),
            until: approval.until.as_ref().map(|day| self.date(day.value)),
            on: approval.on.as_ref().map(|day| self.date(day.value)),
            via: approval.via.as_deref(),
        }
    }

    /// Whether the client is asked for this agreement.
    pub(super) fn asks_for(&self, approval: Option<&Approval>) -> bool {
        approval.is_some_and(|approval| self.portal.waits_for(approval))
    }

    /// What must be done before something else.
    pub(super) fn needs(&self, needs: &[Reference]) -> Vec<NeedView> {
        needs.iter().filter_map(|need| self.need(need)).collect()
    }

    fn need(&self, need: &Reference) -> Option<NeedView> {
        let done = !self.portal.is_open(need);
        let view = |item: &Item, href| NeedView {
            title: item.title.value.clone(),
            href,
            done: done && item.dropped.is_none(),
            dropped: item.dropped.is_some(),
        };
        if let Some(one) = self.portal.milestone(need) {
            return Some(view(&one.item, milestone_href(one)));
        }
        if let Some(one) = self.portal.task(need) {
            return Some(view(&one.item, task_href(one)));
        }
        let one = self.portal.decision(need)?;
        Some(view(&one.item, decision_link(one).href))
    }

    /// A text as safe HTML, among others on `page`. `prefix` stands before the anchors in it.
    pub(super) fn prose(&self, text: &Document, page: &PagePath, prefix: &str) -> String {
        text::html(text, self.setting(page, prefix))
    }

    /// What a text on `page` needs to know to become HTML.
    pub(super) fn setting<'t>(&'t self, page: &'t PagePath, prefix: &'t str) -> Setting<'t> {
        Setting { portal: self.portal, page, prefix, words: self.locale, highlighter: self.highlighter }
    }
}
