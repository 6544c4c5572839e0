//! Words of the glossary, and abbreviations that are none of them.

use super::{DUTCH, PEOPLE, says};

const GLOSSARY: &str = "Basket: What a visitor means to buy.\n";

/// How a reader is told of an abbreviation.
fn unexplained(place: &str, acronym: &str) -> String {
    format!(
        "{place} warning[unexplained-acronym] `{acronym}` is explained nowhere | add it to `glossary.yml`, or write it out the first time: `… ({acronym})`"
    )
}

#[test]
fn an_abbreviation_is_named_once_at_its_first_place() {
    let doc = "\
---
title: Start
---
Your [basket](https://example.com/SSO) and `the SSO` come first:
then **the SSO**, two ERPs & an SSO.

| What | Where |
| --- | --- |
| Sign-in | SSO |
| `DAM` | DAM |

## The PIM

Notes[^1] are read, too.

[^1]: As in any WMS.
";
    says(
        &[("glossary.yml", GLOSSARY), ("docs/start.md", doc)],
        &[
            &unexplained("docs/start.md:5:12", "SSO"),
            &unexplained("docs/start.md:5:23", "ERP"),
            &unexplained("docs/start.md:10:11", "DAM"),
            &unexplained("docs/start.md:12:8", "PIM"),
            &unexplained("docs/start.md:16:17", "WMS"),
        ],
    );
}

#[test]
fn an_abbreviation_is_found_in_titles_and_fields() {
    let tasks = "- title: Basket with SSO\n  why: \"The ERP sends\\n  what the \\\"WMS\\\" has.\"\n";
    let glossary = "Basket:\n  short: What a visitor means to buy.\n  means: The list that the OMS gets.\n";
    says(
        &[("glossary.yml", glossary), ("tasks.yml", tasks)],
        &[
            &unexplained("glossary.yml:3:28", "OMS"),
            &unexplained("tasks.yml:1:22", "SSO"),
            &unexplained("tasks.yml:2:13", "ERP"),
            &unexplained("tasks.yml:2:37", "WMS"),
        ],
    );
}

#[test]
fn what_is_explained_known_or_no_abbreviation_is_left_alone() {
    let glossary =
        "Basket: {short: What a visitor means to buy., aka: [OMS basket]}\nPIM: Where products are described.\n";
    let doc = "\
# PIM, FAQ and basket

The content management system (CMS) and its APIs (the doors for other programs) are new. Each API is open.
A <abbr title=\"single sign-on\">SSO</abbr> is not. The SSO comes later, and two CMSs never.

ERP: the program with your stock in it. We ask the ERP twice, in EUR, on a PC, until 8 PM, in the UK and the USA.

MV and JL read the PDF of Part XIV, order INV-2026-118, booking K7M2QP, room A4, and the OMS.
Do NOT send it by mail to office@WMS.example or https://example.com/WMS; do not reply.

DO NOT SEND IT

```
WMS
```
";
    says(&[("glossary.yml", glossary), ("people.yml", PEOPLE), ("docs/start.md", doc)], &[]);
}

#[test]
fn names_of_clients_and_projects_are_no_abbreviations() {
    let client = "name: BKV Gouda\nproject: New WMS\naddress: harbour-42\n";
    let doc = "# Basket\n\nThe WMS of BKV is yours.\n";
    says(&[("client.yml", client), ("glossary.yml", GLOSSARY), ("docs/start.md", doc)], &[]);
}

#[test]
fn without_a_glossary_abbreviations_are_not_asked_about() {
    says(&[("docs/start.md", "# Start\n\nThe SSO, the ERP and the WMS.\n")], &[]);
}

#[test]
fn abbreviations_are_known_in_dutch() {
    let doc =
        "# Mandje\n\nInclusief BTW, met de NS naar het IJ, als BV. Een SMS of een pdf is genoeg. De ERP-koppeling.\n";
    says(
        &[("client.yml", DUTCH), ("glossary.yml", "Mandje: Wat iemand wil kopen.\n"), ("docs/start.md", doc)],
        &[&unexplained("docs/start.md:3:80", "ERP")],
    );
}

#[test]
fn a_word_in_a_heading_a_title_or_a_link_is_used() {
    let glossary = "Basket: What a visitor means to buy.\nGate: Where one comes in.\nShelf: Where it lies.\nLamp: It gives light.\n";
    let doc = "# Start\n\n## The basket\n\n[The gate](x.md) and `lamp`.\n";
    let tasks = "- title: Build the shelf\n";
    says(
        &[("glossary.yml", glossary), ("docs/start.md", doc), ("docs/x.md", "# X\n"), ("tasks.yml", tasks)],
        &[
            "glossary.yml:4:1 hint[unused-term] `Lamp` is explained, and no text uses it | take it out, or add the form that your texts use to `aka:`",
        ],
    );
}

#[test]
fn a_word_is_not_used_by_its_own_explanation() {
    let glossary =
        "Basket: The basket is what a visitor means to buy.\nGate: Where the shelf is.\nShelf: Behind the gate.\n";
    says(
        &[("glossary.yml", glossary), ("docs/start.md", "# Start\n")],
        &[
            "glossary.yml:1:1 hint[unused-term] `Basket` is explained, and no text uses it | take it out, or add the form that your texts use to `aka:`",
        ],
    );
}

#[test]
fn one_word_has_one_meaning_in_any_case() {
    let glossary = "Basket: {short: What a visitor means to buy., aka: [Cart]}\nCart: What carries it.\n";
    says(
        &[("glossary.yml", glossary), ("docs/start.md", "# Start\n\nThe basket, and the cart.\n")],
        &[
            "glossary.yml:2:1 warning[ambiguous-term] `Cart` already stands for `Basket` | give each word one meaning: take it away from one of the two",
            "glossary.yml:2:1 hint[unused-term] `Cart` is explained, and no text uses it | take it out, or add the form that your texts use to `aka:`",
        ],
    );
}
