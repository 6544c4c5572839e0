//! About: who works together, how, and what changed.

use super::{assert_lacks, assert_reads, page, portal, text};
use crate::reader::{on_disk, read_all};
use crate::workspace::Workspace;

const CLIENT: &str = "name: Korenbloem Bakeries\nproject: New web shop\n";

const PEOPLE: &str = "\
- name: Ann Old
  side: us
  left: 2026-10-01
  responsible_for: [Drawings]
- name: Mira Vos
  side: us
  role: Project lead
  email: mira@studio.example
  phone: +32 9 555 01 42
  photo: people/mira.svg
  primary: true
  away: { from: 2026-12-24, to: 2026-12-31 }
  responsible_for: [Plan, Budget]
  bio: Likes **bread**.
- name: Joost van der Linden
  side: us
  backup: true
- name: Katrien De Smet
  was: Katrien Smet
  side: client
  primary: true
  responsible_for: [Scope and money]
";

#[test]
fn people_stand_under_their_side_with_all_that_is_said_of_them() {
    let files = [
        ("client.yml", CLIENT),
        ("people.yml", PEOPLE),
        ("people/mira.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ];
    assert_reads(
        &page(&files, "/about"),
        &[
            "<h1>About this project</h1>",
            "<h3 class=\"side-head\">Linden Studio</h3>",
            "<li class=\"person\" id=\"person.mira-vos\"><img class=\"face\" data-asset=\"people/mira.svg\" alt=\"Mira Vos\"><div><h4>Mira Vos</h4><p class=\"meta\">Project lead</p><p class=\"meta\"><b>Main contact</b></p>",
            "<p class=\"meta\" data-within-from=\"2026-12-24\" data-within-to=\"2026-12-31\" hidden><b>Away 24\u{a0}Dec",
            "</b><br>Stand-in: <a href=\"#/about#person.joost-van-der-linden\">Joost van der Linden</a></p>",
            "<p>Likes <strong>bread</strong>.</p>",
            "href=\"mailto:mira@studio.example\"",
            "href=\"tel:+3295550142\"",
            "id=\"person.joost-van-der-linden\"><span class=\"face\" aria-hidden=\"true\">JL</span>",
            "<b>Stand-in</b>",
            "<h4>Ann Old</h4><p class=\"meta\">On the project until <time datetime=\"2026-10-01\">1\u{a0}October\u{a0}2026</time></p><p class=\"meta\">Saw to Drawings</p>",
            "<h3 class=\"side-head\">Korenbloem Bakeries</h3>",
            "<h4>Katrien De Smet</h4>",
            "<b>Main contact</b>",
            "<p class=\"meta\">Formerly Katrien Smet</p>",
        ],
    );
}

#[test]
fn a_table_says_who_does_what_of_those_who_are_there() {
    let people = PEOPLE.replace("  photo: people/mira.svg\n", "");
    let page = page(&[("client.yml", CLIENT), ("people.yml", people.as_str())], "/about");
    let table = page.split("<table>").nth(1).and_then(|rest| rest.split("</table>").next()).expect("there is a table");
    assert_reads(
        table,
        &[
            "<th scope=\"col\">What</th><th scope=\"col\">Who</th><th scope=\"col\">For</th>",
            "<tr><th scope=\"row\">Plan</th><td><a href=\"#/about#person.mira-vos\">Mira Vos</a></td><td>Linden Studio</td></tr>",
            "<th scope=\"row\">Budget</th>",
            "<tr><th scope=\"row\">Scope and money</th><td><a href=\"#/about#person.katrien-de-smet\">Katrien De Smet</a></td><td>Korenbloem Bakeries</td></tr>",
        ],
    );
    assert_lacks(table, &["Drawings", "Ann Old"]);
}

/// What stands on the page about working together.
fn how(client: &str) -> String {
    let client = format!("{CLIENT}{client}");
    let files = [("client.yml", client.as_str()), ("updates/2026-11-20.md", "## Done\n\nA basket.\n")];
    page(&files, "/about")
}

#[test]
fn how_the_two_work_together_is_in_words() {
    let page = how(
        "timezone: America/New_York\nworking_hours: Mornings\nfocus: [quality, date]\ncomms:\n  updates: every Friday\n  channel: By mail\n  answer_within: 4 hours\n  escalation: \"Ring **Joost**.\"\n",
    );
    assert_reads(
        &page,
        &[
            "<h2 id=\"how\">How we work together</h2>",
            "<dt>Updates</dt><dd>every Friday<p class=\"meta\">Next update on <time datetime=\"2026-11-27\">",
            "<p class=\"meta\" data-after=\"2026-11-27\" hidden>That day has passed. Please ask us for the update.</p>",
            "<dt>How we keep in touch</dt><dd>By mail</dd>",
            "<dt>We answer</dt><dd>within 4 hours</dd>",
            "<dt>If that does not help</dt><dd class=\"prose\"><p>Ring <strong>Joost</strong>.</p>",
            "<dt>Your working hours</dt><dd>Mornings</dd>",
            "<dt>Time zone</dt><dd>New York time</dd>",
            "<dt>What matters most to you</dt><dd>the quality, then the date</dd>",
        ],
    );
    assert_lacks(&page, &["We are closed", "<table", "id=\"people\"", "id=\"changes\""]);
}

#[test]
fn how_often_is_said_as_people_say_it() {
    for (written, words) in [
        ("daily", "every day"),
        ("weekly", "every week"),
        ("every two weeks on Monday", "every 2 weeks on Monday"),
        ("every 10 days", "every 10 days"),
        ("monthly", "every month"),
    ] {
        assert_reads(&how(&format!("comms: {{ updates: {written} }}\n")), &[&format!("<dt>Updates</dt><dd>{words}<")]);
    }
    let dutch = how("language: nl\ncomms: { updates: every two weeks on Monday }\n");
    assert_reads(&dutch, &["<dd>elke 2 weken op maandag<", "<dt>Tijdzone</dt>"]);
}

#[test]
fn what_changed_says_by_how_much_and_what_makes_up_for_it() {
    let client = format!("{CLIENT}currency: EUR\n");
    let decision = "---\ntitle: Two languages\nstatus: accepted\ndate: 2026-10-26\neffect: { days: 5, cost: 6000, recovery: French first. }\n---\n## Chosen\n\nTwo.\n\n## Why\n\nMany.\n";
    let milestones = "\
- title: Opening
  due: 2027-03-02
  moves:
    - { to: 2027-03-09, decision: Two languages, on: 2026-10-27 }
    - { to: 2027-03-08, why: A day was won., recovery: Nothing needed., on: 2026-11-16 }
";
    let files =
        [("client.yml", client.as_str()), ("decisions/0003-languages.md", decision), ("milestones.yml", milestones)];
    assert_reads(
        &page(&files, "/about"),
        &[
            "<h2 id=\"changes\">What has changed</h2>",
            "<li><time datetime=\"2026-11-16\">",
            "<a href=\"#/roadmap#milestone.opening\">Opening</a>: <span class=\"moved\"><s><span class=\"unseen\">before </span><time datetime=\"2027-03-09\">",
            "<b><time datetime=\"2027-03-08\">",
            ", 1 day earlier</p><div class=\"prose\"><p>A day was won.</p></div><div class=\"recovery\">",
            "<p>Nothing needed.</p>",
            "<time datetime=\"2026-10-27\">",
            ", 7 days later, costs €6,000</p><p>By decision: <a href=\"#/decisions/0003-languages\">Two languages</a></p>",
            "<p>French first.</p>",
        ],
    );
}

#[test]
fn a_move_and_the_decision_behind_it_are_one_change_and_cost_once() {
    let client = format!("{CLIENT}currency: EUR\naudiences: [sponsor]\n");
    let decision = "---\ntitle: Two languages\nstatus: accepted\ndate: 2026-10-26\neffect: { days: 5, cost: 6000, recovery: French first. }\n---\n## Chosen\n\nTwo.\n\n## Why\n\nMany.\n";
    let milestones = "\
- { title: Trial, due: 2027-02-02, moves: [{ to: 2027-02-09, decision: Two languages, recovery: Fewer screens. }] }
- { title: Opening, due: 2027-03-02, moves: [{ to: 2027-03-09, decision: Two languages, on: 2026-10-27 }] }
- { title: Party, due: 2027-04-02, moves: [{ to: 2027-04-09, decision: Two languages }], dropped: { on: 2026-11-01, why: No. } }
";
    let files = |milestones| {
        [("client.yml", client.as_str()), ("decisions/0003-languages.md", decision), ("milestones.yml", milestones)]
    };
    let both = page(&files(milestones), "/about");
    assert_eq!(both.matches("costs €6,000").count(), 1, "{both}");
    assert_eq!(both.matches("By decision: <a href=\"#/decisions/0003-languages\">").count(), 2, "{both}");
    // The day of a move that has none is the decision's.
    assert_reads(
        &both,
        &[
            "<li><time datetime=\"2026-10-27\">",
            ">Opening</a>",
            "costs €6,000</p>",
            "<p>French first.</p>",
            "<li><time datetime=\"2026-10-26\">",
            ">Trial</a>",
            ", 7 days later</p>",
            "<p>Fewer screens.</p>",
        ],
    );
    // Who may not know of the milestone reads of the decision alone.
    let alone = "- { title: Opening, audience: [sponsor], due: 2027-03-02, moves: [{ to: 2027-03-09, decision: Two languages }] }\n";
    let open = text(&portal("client", &files(alone)), "/about");
    assert_reads(&open, &["<a href=\"#/decisions/0003-languages\">Two languages</a>, 5 days later, costs €6,000</p>"]);
    assert_lacks(&open, &["By decision"]);
}

#[test]
fn a_sponsor_is_introduced_to_sponsors_only() {
    let client = format!("{CLIENT}audiences: [sponsor]\n");
    let people = "- name: Mira Vos\n  side: us\n- name: Flora Beaton\n  audience: [sponsor]\n  side: client\n  responsible_for: [Claims]\n";
    let files = [("client.yml", client.as_str()), ("people.yml", people)];
    assert_lacks(&text(&portal("client", &files), "/about"), &["Flora", "Claims", "Korenbloem"]);
    assert_reads(&text(&portal("sponsor", &files), "/about"), &["Korenbloem Bakeries", "Flora Beaton", "Claims"]);
}

#[test]
fn somebody_who_leaves_on_a_day_still_to_come_is_there_until_then() {
    let people = "- name: Mira Vos\n  side: us\n  primary: true\n  email: mira@studio.example\n  responsible_for: [Plan]\n  left: 2026-12-31\n";
    let files = [("client.yml", CLIENT), ("people.yml", people), ("updates/2026-11-20.md", "All well.\n")];
    let opened = portal("client", &files);
    assert_reads(
        &text(&opened, "/about"),
        &["<b>Main contact</b>", "On the project until <time datetime=\"2026-12-31\">", "<th scope=\"row\">Plan</th>"],
    );
    assert_reads(&text(&opened, "/"), &["mira@studio.example"]);
}

#[test]
fn it_is_there_where_the_agency_says_when_it_is_closed() {
    let workspace = Workspace::new().client("acme").people("acme", &[("tom", "client")]);
    workspace.write("vestibule.yml", "name: Linden Studio\nclosed_days: [2026-12-24, 2026-12-25]\n");
    workspace.build();
    let portal = read_all(on_disk(&workspace.path("dist/acme")), "tom").expect("the portal opens");
    assert_eq!(portal.pages.keys().collect::<Vec<_>>(), ["/", "/about"]);
    assert_reads(&text(&portal, "/about"), &["<dt>We are closed</dt><dd>24"]);
}
