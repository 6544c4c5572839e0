//! No field is read for nothing: whatever may be written is shown on some page or used by some check.
//!
//! The tables name every field and where it is seen. That none is left out does not depend on anybody's memory: the
//! program itself lists the fields that it knows, in the help for one that it does not.

mod pages;
mod people;
mod plan;
mod portals;
mod settings;

use std::collections::BTreeSet;

use crate::checks::{example, found};
use portals::{Portal, Portals, is_written, plain};
use vestibule::check::BASE;

/// Where a field is seen.
enum Seen {
    /// These words and tags stand on this page.
    On(Portal, &'static str, &'static str),
    /// These words and tags stand around every page.
    Frame(Portal, &'static str),
    /// These words stand on this page for sponsors, and nowhere for others.
    ForSponsors(&'static str, &'static str),
    /// These words are nowhere, because of this field.
    Nowhere(&'static str),
    /// The portal says that this is its language and its time zone.
    Manifest(Portal, &'static str, &'static str),
    /// A file of this name is published.
    Address(&'static str),
    /// These words stand in a public file.
    Public(Portal, &'static str),
    /// `build` says these words.
    Said(Portal, &'static str),
    /// This check says something of these files.
    Check(&'static str, &'static [(&'static str, &'static str)]),
}

/// Fields that stand side by side.
struct Group {
    /// The file, and where in it.
    at: &'static str,
    /// Files in which [`UNKNOWN`] stands among these fields.
    probe: &'static [(&'static str, &'static str)],
    fields: &'static [(&'static str, Seen)],
}

/// A field far from any that is known.
const UNKNOWN: &str = "qqqqqqqqqqqqqqqqqqqqqqqq";

fn groups() -> impl Iterator<Item = &'static Group> {
    [settings::GROUPS, people::GROUPS, plan::GROUPS, pages::GROUPS].into_iter().flatten()
}

#[test]
fn every_field_is_shown_or_used() {
    let portals = Portals::build();
    let mut unseen = String::new();
    for group in groups() {
        for (field, seen) in group.fields {
            if let Err(problem) = look(seen, &portals) {
                unseen.push_str(&format!("{} `{field}`: {problem}\n", group.at));
            }
        }
    }
    assert!(unseen.is_empty(), "{unseen}");
}

fn look(seen: &Seen, portals: &Portals) -> Result<(), String> {
    let stands = |words: &str, text: &str| match text.contains(words) {
        true => Ok(()),
        false => Err(format!("`{words}` does not stand in\n{text}\n")),
    };
    match seen {
        Seen::On(portal, path, words) => stands(&plain(words), &portals.of(*portal).page(path)?),
        Seen::Frame(portal, words) => stands(&plain(words), &plain(&portals.of(*portal).open.frame)),
        Seen::ForSponsors(path, words) => {
            let running = portals.of(Portal::Running);
            stands(words, &running.sponsors_page(path)?)?;
            running.lacks(words)
        }
        Seen::Nowhere(words) if !is_written(words) => Err(format!("`{words}` is not even written")),
        Seen::Nowhere(words) => portals.of(Portal::Running).lacks(words),
        Seen::Manifest(portal, language, timezone) => {
            let open = &portals.of(*portal).open;
            stands(&format!("{language} {timezone}"), &format!("{} {}", open.language, open.timezone))
        }
        Seen::Address(path) => stands(path, &portals.of(Portal::Running).published_names()),
        Seen::Public(portal, words) => stands(words, &portals.of(*portal).public_text()),
        Seen::Said(portal, words) => stands(words, &portals.of(*portal).said),
        Seen::Check(code, files) => stands(&format!("[{code}]"), &all_found(files).join("\n")),
    }
}

/// All that is said of these files, put over the base that the examples of the checks have, too.
fn all_found(files: &[(&str, &str)]) -> Vec<String> {
    let workspace = example(BASE);
    files.iter().for_each(|(path, text)| workspace.write(path, text));
    found(&workspace)
}

#[test]
fn the_table_has_exactly_the_fields_that_are_known() {
    for group in groups() {
        let said = all_found(group.probe);
        let problem = format!("there is no field `{UNKNOWN}` here | the fields known here are ");
        let known = said.iter().find_map(|line| line.split_once(&problem));
        let (_, known) =
            known.unwrap_or_else(|| panic!("{}: nothing is said of its unknown field: {said:#?}", group.at));
        let known: BTreeSet<&str> = known.split(", ").map(|name| name.trim_matches('`')).collect();
        let listed: BTreeSet<&str> = group.fields.iter().map(|(name, _)| *name).collect();
        assert_eq!(known, listed, "{}", group.at);
        assert_eq!(listed.len(), group.fields.len(), "{}: a field stands there twice", group.at);
    }
}

/// What a project manager may write, as it was promised.
const PROMISED: &[(&str, &str)] = &[
    ("vestibule.yml", "name contact language timezone base_url brand theme closed_days allow"),
    ("vestibule.yml brand", "logo accent"),
    (
        "client.yml",
        "name project address language timezone working_hours focus currency health because audiences comms closed allow",
    ),
    ("client.yml comms", "updates channel answer_within escalation"),
    ("client.yml closed", "on summary support follow_up lessons"),
    ("people.yml", "name side role email phone photo primary backup away left responsible_for bio public"),
    ("people.yml away", "from to"),
    ("roadmap.yml", "title start end summary status"),
    ("milestones.yml", "title phase due moves buffer_days approval needs kind note steps done"),
    ("milestones.yml moves[]", "to why decision recovery on"),
    ("milestones.yml approval", "by until on via"),
    ("tasks.yml", "title owner due why needs done"),
    ("decisions/", "status date decision-makers consulted informed needed_by effect supersedes approval title"),
    ("decisions/ effect", "days cost recovery"),
    ("decisions/ approval", "by until on via"),
    ("glossary.yml", "short aka means"),
    ("docs/", "title kind order approval"),
    ("docs/ approval", "by until on via"),
    ("updates/", "health because"),
    ("files.yml", "title version date"),
];

/// What any item may carry besides.
const ANY_ITEM: [&str; 5] = ["id", "was", "audience", "draft", "dropped"];

/// The kinds of items.
const ITEMS: [&str; 9] = [
    "people.yml",
    "roadmap.yml",
    "milestones.yml",
    "tasks.yml",
    "decisions/",
    "glossary.yml",
    "docs/",
    "updates/",
    "files.yml",
];

#[test]
fn every_promised_field_is_in_the_table() {
    let listed: BTreeSet<(&str, &str)> =
        groups().flat_map(|group| group.fields.iter().map(|(name, _)| (group.at, *name))).collect();
    let promised = PROMISED.iter().flat_map(|(at, names)| names.split(' ').map(move |name| (*at, name)));
    let of_items = ITEMS.into_iter().flat_map(|at| ANY_ITEM.map(|name| (at, name)));
    let missing: Vec<(&str, &str)> = promised.chain(of_items).filter(|field| !listed.contains(field)).collect();
    assert_eq!(missing, []);
    for at in ITEMS {
        let dropped = groups().find(|group| group.at == format!("{at} dropped"));
        let names: Vec<&str> =
            dropped.into_iter().flat_map(|group| group.fields.iter().map(|(name, _)| *name)).collect();
        assert_eq!(names, ["on", "why"], "{at}");
    }
}
