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

use crate::diagnostic::Diagnostics;
use crate::portal::Portal;
use texts::Reading;

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
    let mut found = Diagnostics::new();
    let reading = Reading::of(portal);
    contacts::review(portal, today, &mut found);
    approvals::review(portal, &mut found);
    buffer::review(portal, &mut found);
    terms::review(portal, &reading, &mut found);
    overdue::review(portal, today, &mut found);
    future::review(portal, today, &mut found);
    plan::review(portal, &mut found);
    placeholder::review(portal, &mut found);
    blame::review(portal, words, &mut found);
    acronyms::review(portal, &reading, words, &mut found);
    summaries::review(portal, &mut found);
    sentences::review(&reading, &mut found);
    found
}
