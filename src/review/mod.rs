//! What a careful colleague would say about a portal before it goes out.
//!
//! Nothing here keeps a portal from being built. Some of it depends on the day, which is an argument.

mod acronym;
mod acronyms;
mod approvals;
mod blame;
mod block;
mod buffer;
mod contacts;
mod future;
mod overdue;
pub mod placeholder;
mod plan;
mod sentences;
mod summaries;
mod terms;
mod texts;
mod words;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::portal::Portal;

/// The words of a language that texts are looked through for.
#[derive(Debug, Clone, Default)]
pub struct ReviewWords {
    /// Words that put the blame on somebody, in small letters.
    pub fault: Vec<String>,
    /// Words that take the blame out of a sentence again, in small letters: thanks, and that it was nobody.
    pub no_fault: Vec<String>,
    /// Abbreviations that need no explanation.
    pub known: Vec<String>,
}

impl ReviewWords {
    /// All are lists with `|` between their words.
    pub fn new(fault: &str, no_fault: &str, known: &str) -> Self {
        let small = |list: &str| listed(&list.to_lowercase());
        ReviewWords { fault: small(fault), no_fault: small(no_fault), known: listed(known) }
    }
}

fn listed(list: &str) -> Vec<String> {
    list.split('|').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Everything worth saying about `portal` on the day `today`.
pub fn review(portal: &Portal, words: &ReviewWords, today: NaiveDate) -> Diagnostics {
    let reviews: &[&(dyn Fn(&mut Diagnostics) + Sync)] = &[
        &|found| contacts::review(portal, today, found),
        &|found| approvals::review(portal, found),
        &|found| buffer::review(portal, found),
        &|found| terms::review(portal, found),
        &|found| read(portal, words, found),
        &|found| overdue::review(portal, today, found),
        &|found| future::review(portal, today, found),
        &|found| plan::review(portal, found),
        &|found| placeholder::review(portal, found),
        &|found| blame::review(portal, words, found),
        &|found| summaries::review(portal, found),
    ];
    let one = |review: &&(dyn Fn(&mut Diagnostics) + Sync)| {
        let mut found = Diagnostics::new();
        review(&mut found);
        found
    };
    let all: Vec<Diagnostics> = reviews.par_iter().map(one).collect();
    let mut found = Diagnostics::new();
    all.into_iter().for_each(|one| found.append(one));
    found
}

/// What shows only when all that the client reads is read: once, for everything that looks through it.
fn read(portal: &Portal, words: &ReviewWords, found: &mut Diagnostics) {
    let (mut terms, mut acronyms) = (terms::Unused::new(portal), acronyms::Unexplained::new(portal, words));
    let mut sentences = sentences::Longest::default();
    texts::read_texts(portal, |blocks| {
        rayon::join(|| sentences.read(blocks), || rayon::join(|| terms.read(blocks), || acronyms.read(blocks)));
    });
    terms.say(found);
    acronyms.say(portal, found);
    sentences.say(found);
}
