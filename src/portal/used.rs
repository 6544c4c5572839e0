//! What a portal has of the shared people, words and documents: what its own content uses, and what that uses in turn.

use std::collections::{HashMap, HashSet};

use super::terms::{Matcher, all_uses};
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::markdown::Document;
use crate::content::person::Person;
use crate::content::reference::Reference;

/// All that there is, and where to begin.
#[derive(Debug, Default)]
pub(super) struct Stock<'c> {
    /// The texts of the client's own content.
    pub(super) texts: Vec<&'c Document>,
    /// Whom and what the client's own items name.
    pub(super) named: Vec<&'c Reference>,
    /// All words that are explained. Shared and own ones: where both have one form, a text does not use both.
    pub(super) terms: Vec<&'c Term>,
    /// The shared people.
    pub(super) people: Vec<&'c Person>,
    /// The shared documents.
    pub(super) docs: Vec<&'c Doc>,
}

/// What a link leads to, as far as it may be shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lead {
    /// The document with this path.
    Doc(String),
    /// The word with this id.
    Term(String),
}

/// How to find out where references lead.
pub(super) struct Leads<'l> {
    /// What the links of a text lead to.
    pub(super) links: &'l dyn Fn(&Document) -> Vec<Lead>,
    /// The id of the person that an item names.
    pub(super) person: &'l dyn Fn(&Reference) -> Option<String>,
}

/// What is used of all that is shared.
#[derive(Debug, Default)]
pub(super) struct Used {
    people: HashSet<String>,
    terms: HashSet<String>,
    docs: HashSet<String>,
}

impl Used {
    /// Goes on from text to text until nothing new comes.
    pub(super) fn of(stock: Stock<'_>, leads: &Leads<'_>) -> Used {
        let Stock { texts, named, terms, people, docs } = stock;
        if people.is_empty() && docs.is_empty() && !terms.iter().any(|term| term.shared) {
            return Used::default();
        }
        let matcher = if terms.iter().any(|term| term.shared) { matcher(&terms) } else { Matcher::default() };
        let shared_terms = terms.iter().filter(|term| term.shared);
        let mut walk = Walk {
            people: people.into_iter().map(|one| (one.item.id.value.as_str(), one)).collect(),
            terms: shared_terms.map(|one| (one.item.id.value.as_str(), *one)).collect(),
            docs: docs.into_iter().map(|one| (one.path.as_str(), one)).collect(),
            texts,
            named,
            used: Used::default(),
        };
        loop {
            while let Some(reference) = walk.named.pop() {
                walk.person((leads.person)(reference));
            }
            let Some(text) = walk.texts.pop() else { break };
            for lead in (leads.links)(text) {
                match lead {
                    Lead::Doc(path) => walk.doc(&path),
                    Lead::Term(id) => walk.term(&id),
                }
            }
            let terms = all_uses(&text.pieces, &matcher).into_iter().map(|one| terms[one.found.term]);
            for term in terms.filter(|term| term.shared) {
                walk.term(&term.item.id.value);
            }
        }
        walk.used
    }

    /// Adds what others use.
    pub(super) fn add(&mut self, other: &Used) {
        self.people.extend(other.people.iter().cloned());
        self.terms.extend(other.terms.iter().cloned());
        self.docs.extend(other.docs.iter().cloned());
    }

    /// Whether somebody is part of the portal.
    pub(super) fn has_person(&self, person: &Person) -> bool {
        !person.shared || self.people.contains(&person.item.id.value)
    }

    /// Whether a word is.
    pub(super) fn has_term(&self, term: &Term) -> bool {
        !term.shared || self.terms.contains(&term.item.id.value)
    }

    /// Whether a document is.
    pub(super) fn has_doc(&self, doc: &Doc) -> bool {
        !doc.shared || self.docs.contains(doc.path.as_str())
    }
}

/// What is shared and not used yet, and what is still to be gone through.
struct Walk<'c> {
    people: HashMap<&'c str, &'c Person>,
    terms: HashMap<&'c str, &'c Term>,
    docs: HashMap<&'c str, &'c Doc>,
    texts: Vec<&'c Document>,
    named: Vec<&'c Reference>,
    used: Used,
}

impl Walk<'_> {
    fn person(&mut self, id: Option<String>) {
        if let Some(id) = id
            && let Some(person) = self.people.remove(id.as_str())
        {
            self.texts.extend(person.texts());
            self.used.people.insert(id);
        }
    }

    fn term(&mut self, id: &str) {
        if let Some(term) = self.terms.remove(id) {
            self.texts.extend(term.texts());
            self.used.terms.insert(id.to_owned());
        }
    }

    fn doc(&mut self, path: &str) {
        if let Some(doc) = self.docs.remove(path) {
            self.texts.extend(doc.texts());
            self.named.extend(doc.named());
            self.used.docs.insert(path.to_owned());
        }
    }
}

/// What looks for the words of the glossary; a term's number is its place in `terms`. A term's own name comes before what
/// another is also called.
pub(super) fn matcher(terms: &[&Term]) -> Matcher {
    let names = terms.iter().enumerate().map(|(at, term)| (at, term.word()));
    let others = terms.iter().enumerate().flat_map(|(at, term)| term.aka.iter().map(move |form| (at, form.as_str())));
    Matcher::new(names.chain(others))
}
