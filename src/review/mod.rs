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
    let reading = Reading::of(portal);
    let reviews: &[&(dyn Fn(&mut Diagnostics) + Sync)] = &[
        &|found| contacts::review(portal, today, found),
        &|found| approvals::review(portal, found),
        &|found| buffer::review(portal, found),
        &|found| terms::review(portal, &reading, found),
        &|found| overdue::review(portal, today, found),
        &|found| future::review(portal, today, found),
        &|found| plan::review(portal, found),
        &|found| placeholder::review(portal, found),
        &|found| blame::review(portal, words, found),
        &|found| acronyms::review(portal, &reading, words, found),
        &|found| summaries::review(portal, found),
        &|found| sentences::review(&reading, found),
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
