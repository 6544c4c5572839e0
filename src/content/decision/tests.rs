//! Decisions of every shape, as they are read.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Decision, Status, foreign, parse_decision};
use crate::content::item::Declared;
use crate::content::markdown::{Origin, Piece, parse};
use crate::content::section::{Role, SectionWords};
use crate::diagnostic::Diagnostics;
use crate::money::Currency;
use crate::source::SourceFile;

const HEADINGS: [(&str, Role); 12] = [
    ("Question", Role::Question),
    ("Context and Problem Statement", Role::Question),
    ("Context", Role::Question),
    ("Decision Drivers", Role::Drivers),
    ("Options", Role::Options),
    ("Considered Options", Role::Options),
    ("Pros and Cons of the Options", Role::Options),
    ("Chosen", Role::Chosen),
    ("Decision Outcome", Role::Chosen),
    ("Decision", Role::Chosen),
    ("Why", Role::Why),
    ("Consequences", Role::Consequences),
];

fn read(name: &str, text: &str) -> (Option<Decision>, Vec<String>) {
    let words = SectionWords::new(HEADINGS.map(|(heading, role)| (heading.to_owned(), role)));
    let file = SourceFile::new(format!("acme/decisions/{name}"), text.as_bytes());
    let mut found = Diagnostics::new();
    let source = format!("decisions/{name}");
    let decision = parse_decision(&source, &file, &words, Currency::from_code("EUR"), Declared::Unknown, &mut found);
    let line = |one: &&crate::diagnostic::Diagnostic| {
        let help = one.help.as_deref().unwrap_or("no way out");
        format!("{}:{} {}[{}] {} | {help}", one.place.line, one.place.column, one.severity, one.code, one.message)
    };
    (decision, found.sorted().iter().map(line).collect())
}

/// One that nothing is wrong with.
#[track_caller]
fn fine(name: &str, text: &str) -> Decision {
    let (decision, found) = read(name, text);
    assert_eq!(found, [""; 0], "{name}");
    decision.expect("this is a decision")
}

/// Title, number, status, day, who decides, and what takes its place; in a line.
fn summary(decision: &Decision) -> String {
    let names = |references: &[super::Reference]| {
        references.iter().map(|one| one.written().to_owned()).collect::<Vec<_>>().join("+")
    };
    let status = match &decision.status.value {
        Status::Other(word) => word.clone(),
        status => status.word().to_owned(),
    };
    format!(
        "{} | {} | {status} | {} | {} | {}",
        decision.item.title.value,
        decision.number.as_deref().unwrap_or("-"),
        decision.date.map_or("-".to_owned(), |date| date.to_string()),
        names(&decision.makers),
        names(&decision.superseded_by),
    )
}

/// The words of the text, without markup.
fn words(decision: &Decision) -> String {
    let text = decision.body.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.as_str().to_owned(),
        Piece::Heading(index) => format!("[{}] ", decision.body.headings[*index].level),
        _ => " ".to_owned(),
    });
    text.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn roles(decision: &Decision) -> Vec<Role> {
    decision.sections.parts.iter().map(|part| part.role).collect()
}

#[test]
fn our_own_form_says_everything_in_fields() {
    let decision = fine(
        "0003-two-languages.md",
        "---\ntitle: Two languages\nstatus: accepted\ndate: 2026-11-20\ndecision-makers: [Ana Ruiz, Tom Baert]\n\
         consulted: [Mia Lund]\ninformed: Jo Park\nneeded_by: 2026-11-25\n\
         effect:\n  days: 5\n  cost: 1200.50\n  recovery: The *shop* opens first.\n\
         supersedes: [0001-one-language]\napproval: {by: Tom Baert, until: 2026-12-01}\n---\n\n\
         ## Question\n\nWhich languages?\n\n## Options\n\n- Dutch\n- Dutch and French\n\n## Chosen\n\nBoth.\n\n## Why\n\nReaders.\n",
    );
    assert_eq!(summary(&decision), "Two languages | 0003 | accepted | 2026-11-20 | Ana Ruiz+Tom Baert | ");
    assert_eq!(decision.consulted[0].written(), "Mia Lund");
    assert_eq!(decision.informed[0].written(), "Jo Park");
    assert_eq!(decision.supersedes[0].written(), "0001-one-language");
    assert_eq!(decision.needed_by.as_ref().map(|day| day.value.to_string()).as_deref(), Some("2026-11-25"));
    let effect = decision.effect.as_ref().expect("there is an effect");
    assert_eq!((effect.days, effect.cost.map(|cost| cost.minor)), (Some(5), Some(120_050)));
    assert!(effect.recovery.is_some());
    assert!(decision.approval.as_ref().is_some_and(super::Approval::waits));
    assert_eq!(decision.path.as_str(), "/decisions/0003-two-languages");
    assert_eq!(decision.item.id.value, "0003-two-languages");
    assert_eq!(roles(&decision), [Role::Question, Role::Options, Role::Chosen, Role::Why]);
    assert_eq!(decision.options, ["Dutch", "Dutch and French"]);
}

#[test]
fn a_list_of_bullets_above_the_first_part_is_no_part_of_the_text() {
    let decision = fine(
        "0002-host.md",
        "# Where the shop runs\n\n* Status: accepted <!-- optional -->\n* Deciders: Ana Ruiz, [Tom Baert](mailto:t@example.org) <!-- x -->\n\
         * Date: 2026-03-04 <!-- optional -->\n\nTechnical Story: ticket 12\n\n## Context and Problem Statement\n\nWhere?\n\n\
         ## Decision Drivers <!-- optional -->\n\n* price\n\n## Considered Options\n\n* [Here](https://example.org)\n* `There` & back\n\n\
         ## Decision Outcome\n\nChosen option: \"Here\", because near.\n",
    );
    assert_eq!(summary(&decision), "Where the shop runs | 0002 | accepted | 2026-03-04 | Ana Ruiz+Tom Baert | ");
    assert!(
        words(&decision).starts_with("Technical Story: ticket 12 [2] Context and Problem Statement"),
        "{}",
        words(&decision)
    );
    assert_eq!(decision.options, ["Here", "There & back"]);
    let expected = [Role::Opening, Role::Question, Role::Drivers, Role::Options, Role::Chosen];
    assert_eq!(roles(&decision), expected);
}

#[test]
fn what_stays_keeps_its_place() {
    let text = "# Where – the shop\n\n- Status: aççepted\n- Tags: shop\n\n## Question\n\n[where](nowhere.md)\n";
    let (decision, _) = read("0002-host.md", text);
    let decision = decision.expect("this is a decision");
    let link = &decision.body.references[0].to;
    assert_eq!(&text[link.span.start..link.span.end], "[where](nowhere.md)");
    assert_eq!(words(&decision), "Tags: shop [2] Question where");
}

#[test]
fn fields_of_other_tools_are_understood() {
    let (decision, found) = read(
        "0005-x.md",
        "---\nparent: Decisions\nstatus: \"superseded by [ADR-0007](0007-y.md)\"\ndate: 2026-03-04\ndeciders: Ana Ruiz, Tom Baert\n---\n\
         # Use X\n\n## Context and Problem Statement\n\nText.\n\n## Decision Outcome\n\nX.\n\n### Consequences\n\n* Good\n",
    );
    let decision = decision.expect("this is a decision");
    assert_eq!(summary(&decision), "Use X | 0005 | superseded | 2026-03-04 | Ana Ruiz+Tom Baert | 0007-y");
    assert_eq!(roles(&decision), [Role::Question, Role::Chosen]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("2:1 warning[unknown-front-matter] there is no field `parent` here | "), "{found:?}");
}

#[test]
fn a_part_called_status_is_taken_out() {
    let decision = fine(
        "0002-use-x.md",
        "# 2. Use X\n\nDate: 2026-03-04\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Decision\n\nX.\n\n## Consequences\n\nNone.\n",
    );
    assert_eq!(summary(&decision), "Use X | 0002 | accepted | 2026-03-04 |  | ");
    assert_eq!(words(&decision), "[2] Context Text. [2] Decision X. [2] Consequences None.");
    assert_eq!(roles(&decision), [Role::Question, Role::Chosen, Role::Consequences]);
    assert_eq!(decision.body.title.as_ref().map(|title| title.title.as_str()), Some("Use X"));
}

#[test]
fn a_part_called_status_names_what_came_before_and_after() {
    let decision = fine(
        "0002-use-x.md",
        "# 2. Use X\n\nDate: 2026-03-04\n\n## Status\n\nAccepted\n\nSupercedes [1. Use W](0001-use-w.md)\n\n\
         Superceded by [3. Use Y](0003-use-y.md)\n\nAmended by [4. Use Z](0004-use-z.md)\n\n## Context\n\nText.\n",
    );
    assert_eq!(summary(&decision), "Use X | 0002 | superseded | 2026-03-04 |  | 0003-use-y");
    assert_eq!(decision.supersedes[0].written(), "0001-use-w");
    assert_eq!(words(&decision), "[2] Status Amended by 4. Use Z [2] Context Text.");
}

#[test]
fn lines_without_bullets_and_in_bold_are_understood() {
    let decision = fine(
        "use-x.md",
        "# ADR-0012: Use X\n\n**Status:** Accepted  \n**Date**: 2026-03-04\n**Decision makers:** Ana Ruiz; Tom Baert\n\n## Decision\n\nX.\n",
    );
    assert_eq!(summary(&decision), "Use X | 0012 | accepted | 2026-03-04 | Ana Ruiz+Tom Baert | ");
    assert_eq!(words(&decision), "[2] Decision X.");
}

#[test]
fn people_may_stand_in_a_list_of_their_own() {
    let decision = fine(
        "0001-x.md",
        "# Use X\n\n- Status: proposed\n- Deciders:\n  - Ana Ruiz\n  - Tom Baert,\n    Jo Park\n- Consulted: Mia Lund\n\n## Decision\n\nX.\n\n## Informed\n\n- Kim Vos\n",
    );
    assert_eq!(summary(&decision), "Use X | 0001 | proposed | - | Ana Ruiz+Tom Baert+Jo Park | ");
    assert_eq!(decision.consulted[0].written(), "Mia Lund");
    assert_eq!(decision.informed[0].written(), "Kim Vos");
    assert_eq!(words(&decision), "[2] Decision X.");
}

#[test]
fn examples_in_code_and_lines_below_the_first_part_say_nothing() {
    let decision = fine(
        "0001-x.md",
        "# Use X\n\n```markdown\n- Status: rejected\n```\n\n<!--\n- Status: rejected\n-->\n\n## Decision\n\n- Status: draft\n\n\
         ```\n## Status\n\nDraft\n```\n\n### Status\n\nText.\n",
    );
    assert_eq!(summary(&decision), "Use X | 0001 | accepted | - |  | ");
}

#[test]
fn the_file_says_the_day_and_the_title_where_nothing_else_does() {
    let text = "## Context and Problem Statement\n\nText.\n\n## Decision Outcome\n\nText.\n";
    assert_eq!(summary(&fine("20260304-first-one.md", text)), "First one | - | accepted | 2026-03-04 |  | ");
    assert_eq!(summary(&fine("2026-03-04-first-one.md", text)), "First one | - | accepted | 2026-03-04 |  | ");
    assert_eq!(summary(&fine("0004-first_one.md", text)), "First one | 0004 | accepted | - |  | ");
    let dated = format!("- Date: 2026-03-05\n\n{text}");
    assert_eq!(summary(&fine("20260304-first-one.md", &dated)), "First one | - | accepted | 2026-03-05 |  | ");
}

#[test]
fn a_field_outdoes_the_text() {
    let decision = fine(
        "0001-x.md",
        "---\nstatus: rejected\ndate: 2026-03-05\ndecision-makers: Jo Park\n---\n# Use X\n\n* Status: accepted\n* Date: 2026-03-04\n* Deciders: Ana Ruiz\n\n## Decision\n\nIt costs too much.\n",
    );
    assert_eq!(summary(&decision), "Use X | 0001 | rejected | 2026-03-05 | Jo Park | ");
    assert_eq!(words(&decision), "[2] Decision It costs too much.");
}

#[test]
fn a_title_in_a_field_takes_the_same_heading_away_and_leaves_another() {
    let same = fine("0002-x.md", "---\ntitle: Use X\n---\n# 2. Use X\n\n## Chosen\n\nX.\n");
    assert_eq!(
        (summary(&same), words(&same)),
        ("Use X | 0002 | accepted | - |  | ".to_owned(), "[2] Chosen X.".to_owned())
    );
    let other = fine("0002-x.md", "---\ntitle: Use X\n---\n# All about X\n\n- Status: draft\n\n## Chosen\n\nX.\n");
    assert_eq!(summary(&other), "Use X | 0002 | draft | - |  | ");
    assert_eq!(words(&other), "[1] All about X [2] Chosen X.");
    assert_eq!(roles(&other), [Role::Other, Role::Chosen]);
}

#[test]
fn without_a_status_what_is_still_asked_is_proposed() {
    for (text, status) in [
        ("## Question\n\nWhich?\n", "proposed"),
        ("## Options\n\n- A\n- B\n\n## Chosen\n\n", "proposed"),
        ("## Question\n\nWhich?\n\n## Chosen\n\nA.\n", "accepted"),
        ("---\nneeded_by: 2026-11-20\n---\n\n## Chosen\n\nA, most likely.\n", "proposed"),
        ("We take A.\n", "accepted"),
        ("* Status:\n\n## Chosen\n\nA.\n", "accepted"),
        ("* Status: [draft | proposed]\n\n## Question\n\nWhich?\n", "proposed"),
    ] {
        assert_eq!(fine("0001-x.md", text).status.value.word(), status, "{text}");
    }
}

#[test]
fn options_are_items_or_headings_whichever_come_first() {
    for (text, options) in [
        ("- A\n- B\n  - with more\n\n- C\n\n  Text.\n\nBut:\n\n- D\n", &["A", "B", "C"][..]),
        ("1. First\n2. Second\n", &["First", "Second"]),
        ("Three of them.\n\n### A\n\n- Good\n- Bad\n\n### B\n\n#### Detail\n", &["A", "B"]),
        ("- A\n- B\n\n### A\n\nText.\n", &["A", "B"]),
        ("None yet.\n", &[]),
        (
            "- Dutch and French – what most shops in town have\n- A third language – for the whole harbour, the ferries and the market\n",
            &["Dutch and French – what most shops in town have", "A third language"],
        ),
        (
            "- Call every page by `kind: name` in front of what it is about, as is done today\n- Call it by name (what it is: a page of the shop, or of the till)\n",
            &["Call every page by kind: name in front of what it is about, as is done today", "Call it by name"],
        ),
        ("- *Keep* the `old`\n  one\n- …\n- [ ] Ask\n", &["Keep the old one", "Ask"]),
    ] {
        let decision = fine("0001-x.md", &format!("# X\n\n## Options\n\n{text}"));
        assert_eq!(decision.options, options, "{text}");
    }
    let later = fine(
        "0001-x.md",
        "# X\n\n## Considered Options\n\nSee below.\n\n## Pros and Cons of the Options\n\n### A\n\n### B\n",
    );
    assert_eq!(later.options, ["A", "B"]);
}

#[test]
fn templates_and_lists_are_passed_over_whatever_is_in_them() {
    let why = "this name is a template's or a list's, not a decision's, so it is left out";
    let unfilled = "the title of this file is still that of a template, so it is left out";
    let broken = "---\nstatus: acepted\n---\n# Decisions\n";
    for (name, text, why) in [
        ("template.md", broken, why),
        ("README.md", broken, why),
        ("Index.md", broken, why),
        ("adr-template.md", broken, why),
        ("0009-x.md", "---\nstatus: acepted\n---\n# [short title of solved problem and solution]\n", unfilled),
        ("0009-x.md", "---\ntitle: \"{short title}\"\n---\nText.\n", unfilled),
        ("0009-x.md", "# NUMBER. TITLE\n\nDate: DATE\n\n## Status\n\nSTATUS\n", unfilled),
    ] {
        let (decision, found) = read(name, text);
        let help = "nothing needs to be done; if it is a decision, give the file and its title names of their own";
        assert!(decision.is_none(), "{name}");
        assert_eq!(found, [format!("1:1 hint[not-a-decision] {why} | {help}")], "{name}");
    }
    assert_eq!(fine("0009-x.md", "# [Shop] and [till]\n").item.title.value, "[Shop] and [till]");
}

#[test]
fn a_rejected_decision_says_why() {
    for (text, is_fine) in [
        ("## Question\n\nA chat?\n\n## Why\n\nNobody has time.\n", true),
        ("## Question\n\nA chat?\n\n## Chosen\n\nA form, which is answered the next day.\n", true),
        ("## Context\n\nA chat.\n\n## Decision\n\n| a | b |\n|---|---|\n| c | d |\n", true),
        ("Nobody has time for a chat.\n", true),
        ("## Question\n\nA chat?\n", false),
        ("## Question\n\nA chat?\n\n## Why\n\n<!-- later -->\n", false),
        ("## Options\n\n- A chat\n- No chat\n\n## Chosen\n\n**No chat.**\n", false),
        ("## Options\n\n- A chat\n- No chat\n\n## Decision Outcome\n\nChosen option: \"No chat\"\n", false),
        ("## Chosen\n\nRejected.\n", false),
        ("", false),
    ] {
        let (_, found) = read("0002-chat.md", &format!("---\nstatus: rejected\n---\n\n# A chat\n\n{text}"));
        let message = "2:9 error[rejected-without-why] this was rejected, and nothing says why | add a heading `## Why` with the reason, and with what is done instead";
        let expected: &[&str] = if is_fine { &[] } else { &[message] };
        assert_eq!(found, expected, "{text}");
    }
}

/// What decisions are made of, and what could be mistaken for it.
const SCRAPS: [&str; 34] = [
    "---\n",
    "# ",
    "## ",
    "### ",
    "Status",
    "status: ",
    "* Status: ",
    "- Date: ",
    "**Status:** ",
    "Deciders:",
    "  - ",
    "Date: ",
    "\n",
    "\n\n",
    "\r\n",
    "superseded by ",
    "Supersedes ",
    "accepted",
    "acepted",
    "rejected",
    "ADR-",
    "0005",
    "2. ",
    "[a](",
    "b.md)",
    "[",
    "](",
    "<!--",
    "-->",
    "```\n",
    "2026-11-20",
    "é–…",
    "Options\n\n- ",
    "effect: {days: 1}\n",
];

proptest! {
    #[test]
    fn no_text_is_too_strange_to_be_read(scraps in vec(select(&SCRAPS[..]), 0..40), stem in "[0-9a-zé.-]{1,14}") {
        let text = scraps.concat();
        let (decision, found) = read(&format!("{stem}.md"), &text);
        prop_assert!(decision.is_some() || !found.is_empty(), "nothing is said about {text:?}");
    }

    #[test]
    fn what_is_taken_out_of_a_text_leaves_blanks_of_the_same_length(scraps in vec(select(&SCRAPS[..]), 0..40)) {
        let text = scraps.concat();
        let file = SourceFile::new("acme/decisions/0001-x.md", text.as_bytes());
        let document = parse(&text, Origin::at(&file, 0), &mut Diagnostics::new());
        let blanked = foreign::told(&text, &document).blanked(&text);
        prop_assert_eq!(blanked.len(), text.len());
        prop_assert!(blanked.bytes().zip(text.bytes()).all(|(new, old)| new == old || new == b' '));
    }
}
