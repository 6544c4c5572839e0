//! `decisions/*.md`: what was decided, or is to be.
//!
//! Front matter: `title`, `status`, `date`, `decision-makers[]` (other tools: `deciders`), `consulted[]`, `informed[]`,
//! `needed_by`, `effect {days, cost, recovery}`, `supersedes[]`, `approval`, and what every item has. Records of other tools
//! come in as they are: `foreign` finds in the text what they keep there.

mod file_name;
mod foreign;
mod link;
mod options;
mod read;
mod rejection;
mod status;
#[cfg(test)]
mod tests;
mod title;

pub use read::parse_decision;
pub use status::Status;

use chrono::NaiveDate;

use super::approval::Approval;
use super::item::Item;
use super::markdown::Document;
use super::reference::{Reference, Wanted};
use super::section::Sections;
use crate::money::Money;
use crate::names::PagePath;
use crate::yaml::Located;

/// Something decided, or to be decided.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its path in the client's folder, such as `decisions/0003-two-languages.md`.
    pub source: String,
    /// Where it is found in the portal, such as `/decisions/0003-two-languages`.
    pub path: PagePath,
    /// Id (the file's name without `.md`), title, audience, draft.
    pub item: Item,
    /// The number at the beginning of the file's name or else of the title, as written: `0003`.
    pub number: Option<String>,
    /// How far it is, and where that is said.
    pub status: Located<Status>,
    /// When it was decided.
    pub date: Option<NaiveDate>,
    /// Who decides or decided.
    pub makers: Vec<Reference>,
    /// Who was asked.
    pub consulted: Vec<Reference>,
    /// Who was told.
    pub informed: Vec<Reference>,
    /// By when it must be decided.
    pub needed_by: Option<Located<NaiveDate>>,
    /// What it changes.
    pub effect: Option<Effect>,
    /// The decisions that it takes the place of.
    pub supersedes: Vec<Reference>,
    /// The decisions that take its place, where this one says so.
    pub superseded_by: Vec<Reference>,
    /// The client's agreement to it, where it needs one.
    pub approval: Option<Approval>,
    /// The text, without the lines that say status, date and people.
    pub body: Document,
    /// What the parts of the text are.
    pub sections: Sections,
    /// The options by name, in the order of the text.
    pub options: Vec<String>,
}

/// What a decision changes.
#[derive(Debug, Clone)]
pub struct Effect {
    /// Days later; below zero where it is earlier.
    pub days: Option<i64>,
    /// What it costs; below zero where it saves.
    pub cost: Option<Money>,
    /// What makes up for it.
    pub recovery: Option<Document>,
}

impl Decision {
    /// Its texts.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        let recovery = self.effect.iter().filter_map(|effect| effect.recovery.as_ref());
        self.item.texts().chain(recovery).chain([&self.body])
    }

    /// The items it names.
    pub fn named(&self) -> impl Iterator<Item = &Reference> {
        let people = self.makers.iter().chain(&self.consulted).chain(&self.informed);
        let approval = self.approval.iter().filter_map(|approval| approval.by.as_ref());
        people.chain(approval).chain(&self.supersedes).chain(&self.superseded_by)
    }

    /// The items it names, and what each must be.
    pub(crate) fn references(&mut self) -> Vec<(Wanted, &mut Reference)> {
        let people = self.makers.iter_mut().chain(&mut self.consulted).chain(&mut self.informed);
        let approval = self.approval.iter_mut().filter_map(|approval| approval.by.as_mut());
        let people = people.map(|one| (Wanted::Mentioned, one)).chain(approval.map(|one| (Wanted::Name, one)));
        // What other tools wrote into the text may lead nowhere.
        let (_, text) = self.body.key();
        let wanted =
            move |one: &Reference| if one.span().start < text { Wanted::Decision } else { Wanted::DecisionOrWords };
        let supersedes = self.supersedes.iter_mut().map(move |one| (wanted(one), one));
        let superseded = self.superseded_by.iter_mut().map(|one| (Wanted::DecisionOrWords, one));
        people.chain(supersedes).chain(superseded).collect()
    }
}
