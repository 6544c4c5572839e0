//! Items that name each other: which one is meant, and whether it may be named.

use std::collections::HashMap;

use super::Drafts;
use super::index::{Entry, Index};
use super::used::Used;
use crate::check;
use crate::content::Content;
use crate::content::item::{Audience, Item};
use crate::content::reference::{ItemKind, Reference, Wanted};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::SourceFile;
use crate::spelling::{Guesser, nearest};

/// Leads every reference of `content` to the item that it names.
///
/// `read` is what was found wrong while the files were read: where a file could not be read whole, an item that is not
/// found may only be lost.
pub(super) fn settle(
    content: &mut Content,
    used: &Used,
    index: &Index,
    drafts: Drafts,
    read: &Diagnostics,
) -> Diagnostics {
    let lost = lost(content, read);
    let mut settler = Settler {
        index,
        lost,
        people_listed: content.people_file.is_some(),
        drafts,
        guesser: Guesser::new(),
        answers: HashMap::new(),
        found: Diagnostics::new(),
    };
    for milestone in &mut content.milestones {
        let from = Source::of(&milestone.item);
        milestone.references().into_iter().for_each(|(wanted, one)| settler.settle(&from, wanted, one));
    }
    for task in &mut content.tasks {
        let from = Source::of(&task.item);
        task.references().into_iter().for_each(|(wanted, one)| settler.settle(&from, wanted, one));
    }
    for decision in &mut content.decisions {
        let from = Source::of(&decision.item);
        decision.references().into_iter().for_each(|(wanted, one)| settler.settle(&from, wanted, one));
    }
    // A shared document that nothing links to is not part of this portal.
    for doc in content.docs.iter_mut().filter(|doc| used.has_doc(doc)) {
        let from = Source::of(&doc.item);
        doc.references().into_iter().for_each(|(wanted, one)| settler.settle(&from, wanted, one));
    }
    settler.found
}

/// The kinds of items of which some may be lost, because their file could not be read whole.
fn lost(content: &Content, read: &Diagnostics) -> Vec<ItemKind> {
    const KINDS: [ItemKind; 5] =
        [ItemKind::Person, ItemKind::Phase, ItemKind::Milestone, ItemKind::Task, ItemKind::Decision];
    let folder = content.client_file.path().trim_end_matches("client.yml");
    let broken = |kind: &ItemKind| {
        let start = format!("{folder}{}", kind.source());
        let lost = *kind == ItemKind::Person && content.shared_people_lost;
        lost || read
            .sorted()
            .iter()
            .any(|found| found.severity == Severity::Error && found.place.file.starts_with(&start))
    };
    KINDS.into_iter().filter(broken).collect()
}

/// The item that names another.
struct Source {
    title: String,
    file: SourceFile,
    audience: Audience,
    draft: bool,
}

impl Source {
    fn of(item: &Item) -> Self {
        Source {
            title: item.title.value.clone(),
            file: item.file.clone(),
            audience: item.audience.clone(),
            draft: item.draft,
        }
    }
}

struct Settler<'i> {
    index: &'i Index,
    lost: Vec<ItemKind>,
    /// Whether the client has a `people.yml`.
    people_listed: bool,
    drafts: Drafts,
    guesser: Guesser,
    /// What was found out of names that nothing has.
    answers: HashMap<(Wanted, String), Option<Problem>>,
    found: Diagnostics,
}

impl Settler<'_> {
    fn settle(&mut self, from: &Source, wanted: Wanted, reference: &mut Reference) {
        let meant: Vec<&Entry> =
            wanted.kinds().iter().filter_map(|kind| self.index.find(*kind, reference.written())).collect();
        let problem = match meant[..] {
            [] => self.unknown(wanted, reference.written()),
            [one] => {
                let problem = refuse(from, one);
                reference.lead_to(one.id.clone());
                problem
            }
            [first, second, ..] => Some(ambiguous(reference, first, second)),
        };
        // Nobody hears of what is wrong with a draft that is left out.
        let left_out = from.draft && self.drafts == Drafts::LeftOut;
        if let Some((check, message, help)) = problem.filter(|_| !left_out) {
            self.found.push(report(from, reference, check, message, help));
        }
    }

    /// What is wrong with a name that nothing has. The same name often comes again.
    fn unknown(&mut self, wanted: Wanted, written: &str) -> Option<Problem> {
        let key = (wanted, written.to_owned());
        if let Some(answer) = self.answers.get(&key) {
            return answer.clone();
        }
        let answer = self.find_out(wanted, written);
        self.answers.insert(key, answer.clone());
        answer
    }

    fn find_out(&self, wanted: Wanted, written: &str) -> Option<Problem> {
        let kinds = wanted.kinds();
        let near = self.near(wanted, written);
        let may_be_a_name = match wanted {
            Wanted::Name | Wanted::Mentioned => near.is_none(),
            Wanted::DecisionOrWords => true,
            _ => false,
        };
        if may_be_a_name || kinds.iter().any(|kind| self.lost.contains(kind)) {
            return None;
        }
        let what = kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", no ");
        let message = format!("there is no {what} called `{written}`");
        if let (Wanted::Mentioned, Some(near)) = (wanted, near) {
            let help = format!("did you mean `{near}`? if somebody else is meant, add them to people.yml");
            return Some((&check::PERSON_NOT_KNOWN, message, help));
        }
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => self.several(wanted, written).unwrap_or_else(|| self.as_it_stands(kinds)),
        };
        Some((&check::UNKNOWN_REFERENCE, message, help))
    }

    /// The title, or else the id, or the only person of this first name, that `written` was most likely meant to be.
    fn near(&self, wanted: Wanted, written: &str) -> Option<&str> {
        // Who is to agree must not slip through because many other names are wrong.
        let kinds = wanted.kinds();
        let index = self.index;
        let titles = || kinds.iter().flat_map(|kind| index.titles_of(*kind));
        let ids = || kinds.iter().flat_map(|kind| index.ids(*kind));
        let near = match wanted {
            Wanted::Name => nearest(written, titles()).or_else(|| nearest(written, ids())),
            _ => self.guesser.guess(written, titles()).or_else(|| self.guesser.guess(written, ids())),
        };
        near.or_else(|| kinds.contains(&ItemKind::Person).then(|| index.by_first_name(written))?)
    }

    /// What to do where one name has several in it, with commas between them.
    fn several(&self, wanted: Wanted, written: &str) -> Option<String> {
        let parts: Vec<&str> = written.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        let is_known = |part: &&str| wanted.kinds().iter().any(|kind| self.index.find(*kind, part).is_some());
        if parts.len() < 2 || !parts.iter().any(is_known) {
            return None;
        }
        Some(match wanted {
            Wanted::Person | Wanted::Name | Wanted::Mentioned => "one person only: write one name".to_owned(),
            Wanted::Phase => "one phase only: write one title".to_owned(),
            _ => format!("name each for itself: `[{}]`", parts.join(", ")),
        })
    }

    /// How an item of these kinds is named.
    fn as_it_stands(&self, kinds: &[ItemKind]) -> String {
        let files: Vec<String> = kinds.iter().map(|kind| format!("`{}`", kind.source())).collect();
        match kinds {
            [ItemKind::Person] if self.people_listed => "write a name as it stands in `people.yml`".to_owned(),
            [ItemKind::Person] => "say in `people.yml` who that is, and on which `side`".to_owned(),
            _ => format!("write a title as it stands in {}, or its `id`", files.join(" or ")),
        }
    }
}

type Problem = (&'static check::Check, String, String);

fn refuse(from: &Source, to: &Entry) -> Option<Problem> {
    let title = &to.title;
    if to.secret {
        let help = "name somebody else, or take `public: false` away from this person";
        let message = format!("`{title}` is not public, and this would name them");
        return Some((&check::PERSON_NOT_PUBLIC, message, help.to_owned()));
    }
    if to.left_out {
        let help = "publish it by removing `draft: true`, or take it out here until then";
        let message = format!("`{title}` is a draft, and drafts are not published");
        return Some((&check::UNKNOWN_REFERENCE, message, help.to_owned()));
    }
    if !from.audience.is_within(&to.audience) {
        let message = format!(
            "this would give away `{title}` ({}:{}): not everybody who sees `{}` may see that one",
            to.place.file, to.place.line, from.title
        );
        return Some((&check::RESTRICTED_LINK, message, "take it out, or give both the same `audience`".to_owned()));
    }
    None
}

fn ambiguous(reference: &Reference, first: &Entry, second: &Entry) -> Problem {
    let message = format!("`{}` is a {} and a {}", reference.written(), first.id.kind.word(), second.id.kind.word());
    let help =
        format!("give one of the two an `id:` of its own ({}:{}), and use that", second.place.file, second.place.line);
    (&check::UNKNOWN_REFERENCE, message, help)
}

fn report(from: &Source, reference: &Reference, check: &check::Check, message: String, help: String) -> Diagnostic {
    check.at(from.file.place(reference.span()), message).help(help)
}
