//! Decisions: the list, and the page of each.

use super::{assert_lacks, assert_reads, page, portal, text};

const PEOPLE: (&str, &str) = (
    "people.yml",
    "- name: Ada Lund\n  side: client\n  role: Director\n- name: Mira Vos\n  side: us\n  primary: true\n- name: Bo Berg\n  side: client\n",
);

const MADE: (&str, &str) = (
    "decisions/0004-two-languages.md",
    "---
status: accepted
date: 2026-10-26
decision-makers: [Ada Lund]
consulted: [Bo Berg]
informed: [Everybody in the shops]
effect: { days: 7, cost: EUR 6000, recovery: Translation runs *beside* it. }
supersedes: [0001-one-language]
approval: { by: Ada Lund, on: 2026-10-27, via: mail }
was: Languages
---
# Which languages does the shop open with?

It came up in the summer.

## Options

- Dutch
- Dutch and French

## Consequences {#after}

More texts.

## What we heard

Much.

## Chosen

Dutch and French.

## Why

Three towns speak French.

## Question

One or two?
",
);

const OLD: (&str, &str) =
    ("decisions/0001-one-language.md", "---\nstatus: superseded\ndate: 2026-08-03\n---\n# One language\n\nEasy.\n");

const ASKED: (&str, &str) = (
    "decisions/0007-pick-up.md",
    "---\nstatus: proposed\nneeded_by: 2026-11-24\ndate: 2026-11-10\n---\n# How do customers pick up?\n\n## Question\n\nWhen?\n\n## Options\n\n- Half hours\n- Half days\n",
);

const MILESTONES: (&str, &str) = (
    "milestones.yml",
    "- title: Shop opens\n  due: 2027-03-02\n  moves:\n    - { to: 2027-03-09, decision: 0004-two-languages }\n",
);

#[test]
fn what_waits_for_the_client_comes_first_then_what_was_decided_and_then_the_others() {
    let files = [
        PEOPLE,
        MADE,
        OLD,
        ASKED,
        MILESTONES,
        (
            "decisions/0008-sooner.md",
            "---\nstatus: proposed\nneeded_by: 2026-11-20\n---\n# Sooner?\n\n## Options\n\n- Yes\n- No\n",
        ),
        (
            "decisions/0009-sign.md",
            "---\nstatus: accepted\ndate: 2026-11-01\napproval: { until: 2026-11-30 }\n---\n# To sign\n\nIt is so.\n",
        ),
        ("decisions/0010-no.md", "---\nstatus: rejected\ndate: 2026-11-02\n---\n# No thanks\n\n## Why\n\nToo dear.\n"),
        ("decisions/0011-later.md", "---\nstatus: on hold\ndate: 2026-11-03\n---\n# Later\n\nNot now.\n"),
        (
            "decisions/0012-gone.md",
            "---\nstatus: proposed\ndropped: { on: 2026-11-04, why: Nobody asks any more. }\n---\n# Gone\n\nOld.\n",
        ),
        ("decisions/0013-own-word.md", "---\nstatus: parked\ndate: 2026-05-04\n---\n# Own word\n\nIt stands.\n"),
    ];
    let page = page(&files, "/decisions");
    assert_reads(
        &page,
        &[
            "<h1>Decisions</h1>",
            "<h2 id=\"waiting\">Waiting for you</h2>",
            "<li id=\"decision.0008-sooner\" data-ask>",
            "<li id=\"decision.0007-pick-up\" data-ask><a class=\"row\" href=\"#/decisions/0007-pick-up\">\
             <span class=\"row-title\">How do customers pick up?</span>",
            "Needed by <time datetime=\"2026-11-24\">Tue\u{a0}24\u{a0}Nov</time><span class=\"due\" data-due=\"2026-11-24\"></span>",
            "No.&nbsp;7",
            "</svg>Waiting for you</span>",
            "<li id=\"decision.0009-sign\" data-ask>",
            "data-due=\"2026-11-30\"",
            "<h2 id=\"decided\">Decided</h2>",
            "No thanks",
            "is-no\">",
            "</svg>Rejected</span>",
            "Which languages does the shop open with?",
            "<time class=\"record-day\" datetime=\"2026-10-26\">26\u{a0}Oct</time><span class=\"record-number\">No.&nbsp;4</span><span class=\"record-state\"><span class=\"chip is-done\">",
            "</svg>Decided</span></span></span></a><div class=\"prose\"><p>Dutch and French.</p></div>",
            "<h2 id=\"others\">All others</h2>",
            "Later",
            "</svg>On hold</span>",
            "One language",
            "</svg>Replaced</span>",
            "Own word",
            "</svg>parked</span>",
            "<del>Gone</del>",
            "<span class=\"record-state\">Dropped</span>",
        ],
    );
}

#[test]
fn a_decision_reads_from_the_question_to_what_follows_whatever_the_order_of_its_text() {
    let page = page(&[PEOPLE, MADE, OLD, MILESTONES], "/decisions/0004-two-languages");
    assert_reads(
        &page,
        &[
            "<a href=\"#/decisions\">Decisions</a> · No.&nbsp;4</p>",
            "<h1 id=\"which-languages-does-the-shop-open-with\">Which languages does the shop open with?</h1>",
            "</svg>Decided</span><time datetime=\"2026-10-26\">26\u{a0}October\u{a0}2026</time>",
            "Agreed <time datetime=\"2026-10-27\">27\u{a0}October\u{a0}2026</time>, by \
             <a href=\"#/about#person.ada-lund\">Ada Lund</a>, Director, via mail",
            "<p class=\"meta\">Formerly Languages</p>",
            "<p>It came up in the summer.</p>",
            "<h2 id=\"question\">Question",
            "<section class=\"part part-chosen\"><h2 id=\"chosen\">Chosen</h2>",
            "<p>Dutch and French.</p>",
            "<dt>On the dates</dt><dd class=\"figure\">7 days later</dd>",
            "<dt>On the price</dt><dd class=\"figure\">costs €6,000</dd>",
            "<dt>What makes up for it</dt><dd><p>Translation runs <em>beside</em> it.</p></dd>",
            "<h2 id=\"why\">Why",
            "<details class=\"fold part\"><summary><h2 id=\"options\">Options</h2>",
            "<h2 id=\"after\">Consequences",
            "<h2 id=\"what-we-heard\">What we heard",
        ],
    );
}

#[test]
fn beside_a_decision_stand_its_people_what_it_moved_and_what_it_took_the_place_of() {
    let files = [PEOPLE, MADE, OLD, MILESTONES];
    assert_reads(
        &page(&files, "/decisions/0004-two-languages"),
        &[
            "<dt>Who decided</dt><dd><a href=\"#/about#person.ada-lund\">Ada Lund</a>, Director</dd>",
            "<dt>Who was asked</dt><dd><a href=\"#/about#person.bo-berg\">Bo Berg</a></dd>",
            "<dt>Who was told</dt><dd>Everybody in the shops</dd>",
            "<dt>What it moved</dt><dd><a href=\"#/roadmap#milestone.shop-opens\">Shop opens</a><span class=\"moved\">",
            "<dt>In the place of</dt><dd><a href=\"#/decisions/0001-one-language\">One language</a></dd>",
        ],
    );
    // The other one says nothing of it.
    assert_reads(
        &page(&files, "/decisions/0001-one-language"),
        &[
            "</svg>Replaced</span>",
            "<p class=\"replaced\">Replaced by <a href=\"#/decisions/0004-two-languages\">Which languages does the shop open with?</a></p>",
            "<p>Easy.</p>",
        ],
    );
}

#[test]
fn the_options_are_open_while_the_decision_is() {
    assert_reads(
        &page(&[ASKED], "/decisions/0007-pick-up"),
        &[
            "<header class=\"pagehead\" data-ask>",
            "</svg>Waiting for you</span>",
            "Needed by <time datetime=\"2026-11-24\">Tue\u{a0}24\u{a0}Nov</time><span class=\"due\" data-due=\"2026-11-24\"></span>",
            "<details class=\"fold part\" open><summary><h2 id=\"options\">Options</h2>",
            "<li>Half hours</li>",
        ],
    );
}

#[test]
fn what_a_decision_saves_is_said_without_a_sign() {
    let decision = "---\nstatus: accepted\neffect: { days: -1, cost: EUR -1200.50 }\n---\n# Less\n\nIt is so.\n";
    let zero = "---\nstatus: accepted\neffect: { days: 0, cost: EUR 0 }\n---\n# Same\n\nIt is so.\n";
    let files = [
        ("client.yml", "name: Nobody in particular\nproject: Website\nlanguage: nl\n"),
        ("decisions/less.md", decision),
        ("decisions/same.md", zero),
    ];
    assert_reads(
        &page(&files, "/decisions/less"),
        &["<dd class=\"figure\">1 dag eerder</dd>", "<dd class=\"figure\">bespaart €\u{a0}1.200,50</dd>"],
    );
    assert_reads(
        &page(&files, "/decisions/same"),
        &["<dd class=\"figure\">de data blijven</dd>", "<dd class=\"figure\">kost niets extra</dd>"],
    );
}

#[test]
fn a_text_without_known_headings_is_shown_as_it_is() {
    let decision = "---\nstatus: accepted\n---\n# Plain\n\nFirst.[^1]\n\n## Some\n\n### Inner\n\nSecond.\n\n## Thing\n\nThird.\n\n[^1]: Noted.\n";
    assert_reads(
        &page(&[("decisions/plain.md", decision)], "/decisions/plain"),
        &[
            "<p>First.",
            "<h2 id=\"some\">Some",
            "<h3 id=\"inner\">Inner",
            "<p>Second.</p>",
            "<h2 id=\"thing\">Thing",
            "Noted.",
        ],
    );
}

#[test]
fn a_decision_of_another_audience_is_named_nowhere() {
    let files = [
        ("client.yml", "name: Nobody in particular\nproject: Website\naudiences: [sponsor]\n"),
        ("decisions/0001-open.md", "---\nstatus: superseded\n---\n# Open\n\nIt is so.\n"),
        (
            "decisions/0002-secret.md",
            "---\nstatus: accepted\naudience: [sponsor]\nsupersedes: [0001-open]\n---\n# Secret\n\nIt is so.\n",
        ),
    ];
    let open = portal("client", &files);
    for path in ["/decisions", "/decisions/0001-open"] {
        assert_lacks(&text(&open, path), &["Secret", "0002-secret"]);
    }
    let theirs = portal("sponsor", &files);
    assert_reads(&text(&theirs, "/decisions/0001-open"), &["Replaced by", "Secret"]);
}

#[test]
fn a_decision_leads_to_those_before_and_after_it_that_the_reader_may_know_of() {
    let decision = |title: &str| format!("---\nstatus: accepted\n---\n# {title}\n\n## Decision\n\nYes.\n");
    let hidden = decision("Ours").replacen("---\n", "---\naudience: [sponsor]\n", 1);
    let (first, last) = (decision("First"), decision("Last"));
    let files = [
        ("client.yml", "name: Nobody in particular\nproject: Website\naudiences: [sponsor]\n"),
        ("decisions/0001-first.md", first.as_str()),
        ("decisions/0002-ours.md", hidden.as_str()),
        ("decisions/0003-last.md", last.as_str()),
    ];
    let opened = portal("client", &files);
    assert_reads(
        &text(&opened, "/decisions/0001-first"),
        &["<nav class=\"turn\" aria-label=\"Before and after this page\">\
             <a class=\"turn-on\" href=\"#/decisions/0003-last\" rel=\"next\"><span class=\"meta\">Next</span> Last</a></nav>"],
    );
    assert_reads(
        &text(&opened, "/decisions/0003-last"),
        &[
            "<a class=\"turn-back\" href=\"#/decisions/0001-first\" rel=\"prev\"><span class=\"meta\">Previous</span> First</a></nav>",
        ],
    );
}
