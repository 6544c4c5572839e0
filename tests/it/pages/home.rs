//! Home: how it is going, what is needed, what is next, what is new.

use super::{assert_lacks, assert_reads, page, portal, text};

const CLIENT: &str = "name: Korenbloem Bakeries\nproject: New web shop\n";

const TASKS: &str = "\
- title: Send the photos
  due: 2026-12-04
  why: They are the *one* thing between us and March. [Which](docs/photos.md)
- title: Check the times
- title: Read the texts
  due: 2026-12-11
- title: Prepare the server
  owner: Mira Vos
  due: 2026-11-01
- title: Send the logo
  due: 2026-10-01
  done: 2026-10-02
- title: Print posters
  due: 2026-10-01
  dropped: { on: 2026-10-05, why: There are screens. }
- title: Choose a typeface
  draft: true
  due: 2026-10-01
";

const PEOPLE: &str = "\
- name: Mira Vos
  side: us
  primary: true
  email: mira@studio.example
  phone: +32 9 555 01 42
  away: { from: 2026-12-24, to: 2027-01-02 }
- name: Joost Linden
  side: us
  backup: true
  phone: +32 9 555 01 43
";

const WAITING: &str = "---
title: Pick-up times
status: proposed
needed_by: 2026-11-24
---
## Question

Building starts Wednesday.

More about it.

## Options

- Half-hour slots
- Half days
";

const MILESTONES: &str = "\
- title: Design approved
  due: 2026-11-10
  done: 2026-11-12
- title: Photos in
  due: 2026-12-04
- title: Trial begins
  due: 2027-01-15
- title: Shop opens
  kind: go-live
  due: 2027-03-02
  moves: [{ to: 2027-03-09, why: Two languages were added., on: 2026-10-26 }]
- title: Second shop
  due: 2027-02-01
  dropped: { on: 2026-10-01, why: Next year. }
";

#[test]
fn a_client_with_nothing_but_a_name_has_no_empty_box() {
    let page = page(&[("client.yml", CLIENT)], "/");
    let expected = r##"<div class="sheet cols home"><div class="cover"><header class="lead"><p class="lead-top"><span>Korenbloem Bakeries</span></p><h1>New web shop</h1><p class="lead-state">How the project is going, what is next and what we need from you will stand here.</p></header><div class="cover-foot"><section class="contact" aria-label="Your contact"><p class="contact-who"><b>Mira Vos</b></p><div class="contact-ways"><a class="way" href="mailto:mira@linden.example">"##;
    assert!(page.starts_with(expected), "{page}");
    assert_lacks(&page, &["<ul", "<dl", "class=\"below\"", "class=\"side\"", "class=\"strip\"", "chip", "As of"]);
}

#[test]
fn the_first_screen_says_how_it_goes_and_what_is_next() {
    let update = "---\nhealth: amber\nbecause: \"60 **photos** are missing.\"\n---\n## Done\n\nA basket.\n\n## Next\n\nPaying.\n";
    let files = [("client.yml", CLIENT), ("milestones.yml", MILESTONES), ("updates/2026-11-20.md", update)];
    assert_reads(
        &page(&files, "/"),
        &[
            r#"<p class="lead-top"><span>Korenbloem Bakeries</span><span>As of <time datetime="2026-11-20">Fri&nbsp;20&nbsp;Nov</time></span></p><h1>New web shop</h1>"#.replace("&nbsp;", "\u{a0}").as_str(),
            r#"<div class="lead-state"><span class="chip is-at-risk">"#,
            r#"At risk</span><div class="prose"><p>60 <strong>photos</strong> are missing.</p></div>"#,
            r#"<section class="strip" aria-labelledby="strip">"#,
            r#"<section class="contact" aria-label="Your contact">"#,
            "<dt>Last reached</dt><dd><a href=\"#/roadmap#milestone.design-approved\">Design approved</a>, <time datetime=\"2026-11-12\">",
            "<dt>Next</dt><dd><a href=\"#/roadmap#milestone.photos-in\">Photos in</a>, <time datetime=\"2026-12-04\">Fri\u{a0}4\u{a0}Dec</time><span class=\"due\" data-due=\"2026-12-04\"></span></dd>",
            "<dt>End date</dt><dd><a href=\"#/roadmap#milestone.shop-opens\">Shop opens</a>, <span class=\"moved\"><s><span class=\"unseen\">first promised </span><time datetime=\"2027-03-02\">2\u{a0}Mar\u{a0}2027</time></s><span aria-hidden=\"true\">→</span><span class=\"unseen\">now </span><b><time datetime=\"2027-03-09\">",
        ],
    );
}

#[test]
fn where_nobody_says_why_the_next_milestone_stands_in_the_sentence() {
    let files = [
        ("client.yml", CLIENT),
        ("milestones.yml", MILESTONES),
        ("updates/2026-11-20.md", "---\nhealth: green\n---\nA basket.\n"),
    ];
    assert_reads(
        &page(&files, "/"),
        &[
            "<p class=\"lead-next\">Next: <a href=\"#/roadmap#milestone.photos-in\">Photos in</a>, <time datetime=\"2026-12-04\">Fri\u{a0}4\u{a0}Dec</time><span class=\"due\" data-due=\"2026-12-04\"></span></p>",
        ],
    );
}

#[test]
fn the_places_say_how_much_waits_for_the_client() {
    let photos = ("docs/photos.md", "# Which photos\n\nThese.\n");
    let files = [("client.yml", CLIENT), ("tasks.yml", TASKS), ("people.yml", PEOPLE), photos];
    let frame = portal("client", &files).frame.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_reads(
        &frame,
        &[
            "<a href=\"#/todos\">To-dos <span class=\"count\">3<span class=\"unseen\"> waiting for you</span></span></a>",
        ],
    );
    assert_eq!(frame.matches("class=\"count\"").count(), 1);
    let done = [("client.yml", CLIENT), ("tasks.yml", "- title: Send the logo\n  done: true\n")];
    assert_reads(&portal("client", &done).frame, &["<a href=\"#/todos\">To-dos</a>"]);
}

#[test]
fn what_client_yml_says_holds_until_the_first_update() {
    let client = format!("{CLIENT}health: off track\nbecause: The supplier closed.\n");
    let before = page(&[("client.yml", client.as_str())], "/");
    assert_reads(&before, &["chip is-off-track", "Off track</span><div class=\"prose\"><p>The supplier closed.</p>"]);
    let after = page(
        &[("client.yml", client.as_str()), ("updates/2026-11-20.md", "---\nhealth: green\n---\nAll well.\n")],
        "/",
    );
    assert_reads(&after, &["chip is-on-track", "On track</span></div>"]);
    assert_lacks(&after, &["off-track", "The supplier closed"]);
}

#[test]
fn at_most_three_asks_stand_there_with_the_most_urgent_open() {
    let files = [
        ("client.yml", CLIENT),
        ("tasks.yml", TASKS),
        ("people.yml", PEOPLE),
        ("decisions/0004-pick-up.md", WAITING),
        ("docs/photos.md", "# Which photos\n\nThese.\n"),
    ];
    let page = page(&files, "/");
    assert_reads(
        &page,
        &[
            r##"<h2 id="asked">Needed from you <span class="count">4</span></h2><a class="more" href="#/todos">All to-dos</a>"##,
            r#"<details class="ask" name="ask" data-ask open><summary><h3>Decide: Pick-up times</h3>"#,
            "<span class=\"ask-due\"><b class=\"due\" data-due=\"2026-11-24\"></b><time class=\"ask-long\" datetime=\"2026-11-24\">Tue\u{a0}24\u{a0}Nov</time><time class=\"ask-short\" datetime=\"2026-11-24\">24\u{a0}Nov</time></span>",
            r##"<div class="ask-why"><div class="prose"><p>Building starts Wednesday.</p></div><a href="#/decisions/0004-pick-up">Compare the options</a></div>"##,
            r#"data-reply="option">Half-hour slots</a>"#,
            r#"data-reply="option">Half days</a>"#,
            r#"<details class="ask" name="ask" data-ask><summary><h3>Send the photos</h3>"#,
            r##"<p>They are the <em>one</em> thing between us and March. <a href="#/docs/photos">Which</a></p>"##,
            r##"<a href="#/todos#task.send-the-photos">More about it</a>"##,
            "<h3>Read the texts</h3>",
            "<p class=\"asks-more\">and 1 more in the portal</p>",
        ],
    );
    let asked = page.split("<section class=\"contact\"").next().expect("the first screen");
    let others = [
        "More about it.</p>",
        "Check the times",
        "Prepare the server",
        "Send the logo",
        "Print posters",
        "Choose a typeface",
    ];
    assert_lacks(asked, &others);
}

#[test]
fn where_nothing_is_asked_for_the_page_says_so() {
    let files = [("client.yml", CLIENT), ("tasks.yml", "- title: Send the logo\n  done: true\n")];
    assert_reads(&page(&files, "/"), &["Needed from you</h2>", "<p>Nothing is needed from you right now.</p>"]);
}

#[test]
fn approvals_that_wait_are_asks() {
    let milestone = "- title: Design\n  due: 2026-12-01\n  approval: { by: Tom, until: 2026-11-28 }\n";
    let doc = "---\napproval: { until: 2026-11-27 }\n---\n# The texts\n\nRead me.\n";
    let files = [("client.yml", CLIENT), ("milestones.yml", milestone), ("docs/texts.md", doc)];
    assert_reads(
        &page(&files, "/"),
        &[
            "<h3>Agree to: The texts</h3>",
            "data-due=\"2026-11-27\"",
            "<a href=\"#/docs/texts\">See what it is about</a>",
            "<h3>Agree to: Design</h3>",
            "data-due=\"2026-11-28\"",
            "<a href=\"#/roadmap#milestone.design\">See what it is about</a>",
        ],
    );
}

#[test]
fn the_contact_promises_to_answer_and_has_a_stand_in() {
    let client = format!("{CLIENT}comms: {{ answer_within: 1 working day }}\n");
    let portal = portal("client", &[("client.yml", client.as_str()), ("people.yml", PEOPLE)]);
    assert_reads(
        &text(&portal, "/"),
        &[
            r#"<p class="contact-who"><b>Mira Vos</b><span class="meta contact-promise">answers within 1 working day</span>"#,
            "<span class=\"meta contact-away\" data-within-from=\"2026-12-24\" data-within-to=\"2027-01-02\" hidden>Away 24\u{a0}Dec\u{a0}2026",
            r#"href="mailto:mira@studio.example""#,
            r#"href="tel:+3295550142""#,
            r#"<p class="contact-more">Stand-in: Joost Linden, <a href="tel:+3295550143">+32 9 555 01 43</a></p>"#,
        ],
    );
    let frame = portal.frame.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_reads(
        &frame,
        &["Questions? Mira Vos answers within 1 working day, <a href=\"mailto:mira@studio.example\">"],
    );
}

#[test]
fn news_are_the_newest_first_and_a_script_knows_their_days() {
    let accepted =
        "---\ntitle: Two languages\nstatus: accepted\ndate: 2026-10-26\n---\n## Chosen\n\nTwo.\n\n## Why\n\nMany.\n";
    let files = [
        ("client.yml", CLIENT),
        ("milestones.yml", MILESTONES),
        ("decisions/0003-languages.md", accepted),
        ("files/offer.pdf", "%PDF"),
        ("files.yml", "offer.pdf: { title: Our offer, date: 2026-11-19 }\n"),
        ("updates/2026-11-20.md", "## Done\n\nA basket works.\n\nMore of it.\n"),
    ];
    assert_reads(
        &page(&files, "/"),
        &[
            r#"<section class="block" aria-labelledby="since" data-recent="14">"#,
            r##"<li data-on="2026-11-20">"##,
            r##"<p>Update: <a href="#/updates/2026-11-20">A basket works.</a></p>"##,
            r##"<li data-on="2026-11-19">"##,
            r##"<p>New file: <a data-asset="files/offer.pdf" href="#">Our offer</a></p>"##,
            r##"<p><b>Reached</b>: <a href="#/roadmap#milestone.design-approved">Design approved</a></p>"##,
            r##"<p>Decided: <a href="#/decisions/0003-languages">Two languages</a></p>"##,
            r##"<p>New date: <a href="#/roadmap#milestone.shop-opens">Shop opens</a>, <b><time datetime="2027-03-09">"##,
            r##"<p>Dropped: <a href="#/roadmap#milestone.second-shop">Second shop</a></p>"##,
            r#"<h2 id="update">Latest update</h2>"#,
            r#"<div class="prose"><p>A basket works.</p></div>"#,
        ],
    );
}

#[test]
fn what_was_decided_and_moved_a_date_on_one_day_is_told_once() {
    let client = format!("{CLIENT}currency: EUR\nfocus: [budget]\n");
    let decision = "---\ntitle: Two languages\nstatus: accepted\ndate: 2026-10-26\neffect: { days: 5, cost: 6000 }\n---\n## Chosen\n\nTwo.\n\n## Why\n\nMany.\n";
    let on = |day: &str| {
        let milestones = format!(
            "- {{ title: Opening, due: 2027-03-02, moves: [{{ to: 2027-03-09, decision: Two languages, on: {day} }}] }}\n"
        );
        let files = [
            ("client.yml", client.as_str()),
            ("decisions/0003-languages.md", decision),
            ("milestones.yml", milestones.as_str()),
        ];
        page(&files, "/")
    };
    let once = on("2026-10-26");
    assert_eq!(once.matches("data-on=\"2026-10").count(), 1, "{once}");
    let link = "By decision: <a href=\"#/decisions/0003-languages\">Two languages</a>";
    assert_reads(
        &once,
        &[
            "<p>New date: <a href=\"#/roadmap#milestone.opening\">Opening</a>, <b><time datetime=\"2027-03-09\">",
            &format!("</time></b><span class=\"meta\">{link}</span></p>"),
            "<h2 id=\"changes\">What has changed</h2>",
            "<ul class=\"rows\" role=\"list\"><li><a href=\"#/roadmap#milestone.opening\">Opening</a>: ",
            &format!(", 7 days later, costs €6,000<p class=\"meta\">{link}</p></li></ul>"),
        ],
    );
    assert_lacks(&once, &["Decided:"]);
    assert_reads(
        &on("2026-10-27"),
        &["<li data-on=\"2026-10-27\">", "New date:", "<li data-on=\"2026-10-26\">", "Decided:"],
    );
}

#[test]
fn those_after_the_next_milestone_wait_until_it_is_overdue() {
    let following = |milestones: &str| {
        let page = page(&[("client.yml", CLIENT), ("milestones.yml", milestones)], "/");
        let strip = page.split("class=\"strip-facts\">").nth(1).and_then(|rest| rest.split("</dl>").next());
        strip.expect("there are dates").to_owned()
    };
    // The last of all stands there as the end, so that its place among the others is empty.
    assert_reads(
        &following(MILESTONES),
        &[
            "<div data-then=\"2026-12-04\" hidden><dt>After that</dt><dd data-on=\"2027-01-15\" hidden><a href=\"#/roadmap#milestone.trial-begins\">Trial begins</a>, <time datetime=\"2027-01-15\">",
            "</dd><dd data-on=\"2027-03-09\" hidden></dd></div><div><dt>End date</dt>",
        ],
    );
    assert_lacks(&following("- { title: Opening, due: 2027-03-02 }\n"), &["After that"]);
    let many: String = (1..=20).map(|day| format!("- {{ title: Day {day}, due: 2026-12-{day:02} }}\n")).collect();
    assert_eq!(following(&many).matches("<dd data-on=").count(), 12);
}

#[test]
fn a_milestone_that_was_reached_and_agreed_to_on_one_day_is_in_the_news_once() {
    let milestone = "- title: Design\n  due: 2026-11-10\n  done: 2026-11-12\n  approval: { by: Tom, on: 2026-11-12 }\n";
    let page = page(&[("client.yml", CLIENT), ("milestones.yml", milestone)], "/");
    assert_eq!(page.matches("data-on=").count(), 1, "{page}");
}

/// The headings of the blocks below the first screen, in their order.
fn blocks(focus: &str) -> Vec<String> {
    let client = format!("{CLIENT}currency: EUR\nfocus: [{focus}]\n");
    let accepted = "---\ntitle: Two languages\nstatus: accepted\ndate: 2026-10-26\neffect: { days: 5, cost: 6000 }\n---\n## Chosen\n\nTwo.\n\n## Why\n\nMany.\n";
    let files = [
        ("client.yml", client.as_str()),
        ("milestones.yml", MILESTONES),
        ("decisions/0003-languages.md", accepted),
        ("docs/photos.md", "# Which photos\n\nThese.\n"),
    ];
    let page = page(&files, "/");
    let below = page.split("class=\"below\"").nth(1).expect("there are blocks");
    let headings = below.split("<h2 ").skip(1).filter_map(|rest| rest.split('>').nth(1)?.split('<').next());
    headings.map(str::to_owned).collect()
}

#[test]
fn what_matters_to_the_client_comes_first() {
    let new = "New in the last two weeks";
    assert_eq!(blocks(""), [new, "Documents"]);
    assert_eq!(blocks("date, quality"), [new, "After that", "Latest decisions", "Documents"]);
    assert_eq!(blocks("quality, budget"), [new, "Latest decisions", "Documents", "What has changed"]);
}

#[test]
fn money_and_days_of_a_change_are_words() {
    let client = format!("{CLIENT}currency: EUR\nfocus: [budget]\n");
    let accepted = "---\ntitle: Less\nstatus: accepted\ndate: 2026-10-26\neffect: { days: -1, cost: -1500 }\n---\n## Chosen\n\nLess.\n\n## Why\n\nSo.\n";
    let page = page(&[("client.yml", client.as_str()), ("decisions/0003-less.md", accepted)], "/");
    assert_reads(&page, &["<a href=\"#/decisions/0003-less\">Less</a>, 1 day earlier, saves €1,500"]);
}

#[test]
fn a_project_that_is_over_asks_for_nothing_and_says_what_comes_after() {
    let closed = "closed:\n  on: 2027-03-31\n  summary: The shop is **open**.\n  support: Ring us.\n  follow_up: 2027-06-01\n  lessons: [Test early., Fewer buttons.]\n";
    let client = format!("{CLIENT}health: on track\n{closed}");
    let files = [
        ("client.yml", client.as_str()),
        ("tasks.yml", TASKS),
        ("people.yml", PEOPLE),
        ("milestones.yml", MILESTONES),
        ("docs/photos.md", "# Which photos\n\nThese.\n"),
    ];
    let page = page(&files, "/");
    assert_reads(
        &page,
        &[
            "chip is-done",
            "Done</span><p>The project was completed on <time datetime=\"2027-03-31\">31\u{a0}March\u{a0}2027</time>.</p>",
            "<p>The shop is <strong>open</strong>.</p>",
            "<h2>Help from now on</h2><div class=\"prose\"><p>Ring us.</p>",
            "<p>We get in touch again on <time datetime=\"2027-06-01\">1\u{a0}June\u{a0}2027</time>.</p>",
            "<h2>What we learned together</h2>",
            "<p>Test early.</p>",
            "<p>Fewer buttons.</p>",
            "<dt>Last reached</dt>",
        ],
    );
    assert_lacks(&page, &["Needed from you", "is-on-track", "<dt>Next</dt>", "<dt>End date</dt>"]);
}

#[test]
fn the_page_speaks_the_clients_language() {
    let client = "name: Bakkerij\nproject: Winkel\nlanguage: nl\ncomms: { answer_within: 2 working days }\n";
    let page = page(&[("client.yml", client), ("tasks.yml", "- title: Stuur foto's\n  due: 2026-12-04\n")], "/");
    assert_reads(&page, &["Wat we van u nodig hebben", "Hele lijst", "Meer hierover", "antwoordt binnen 2 werkdagen"]);
}

#[test]
fn what_only_a_sponsor_may_see_is_counted_for_a_sponsor_alone() {
    let client = format!("{CLIENT}audiences: [sponsor]\n");
    let tasks =
        "- title: Pay the claim\n  audience: [sponsor]\n  due: 2026-12-01\n- title: Send the logo\n  due: 2026-12-02\n";
    let milestones =
        "- title: Claim paid\n  audience: [sponsor]\n  due: 2026-12-03\n- title: Opening\n  due: 2027-01-10\n";
    let files = [("client.yml", client.as_str()), ("tasks.yml", tasks), ("milestones.yml", milestones)];
    let client = text(&portal("client", &files), "/");
    assert_reads(&client, &["class=\"count\">1</span>", "Send the logo", "Opening"]);
    assert_lacks(&client, &["Pay the claim", "Claim paid"]);
    assert_reads(&text(&portal("sponsor", &files), "/"), &["class=\"count\">2</span>", "Pay the claim", "Claim paid"]);
}

#[test]
fn what_was_withdrawn_says_nothing_about_today() {
    let update = "---\nhealth: red\nbecause: The mill burned.\ndropped: { on: 2026-11-19, why: That was another mill. }\n---\nAll is lost.\n\n## Next\n\nAnother mill.\n";
    let accepted = "---\ntitle: Two languages\nstatus: accepted\ndate: 2026-10-26\neffect: { days: 5, cost: 6000 }\ndropped: { on: 2026-11-01, why: One will do. }\n---\n## Chosen\n\nTwo.\n\n## Why\n\nMany.\n";
    let people = "- name: Mira Vos\n  side: us\n  primary: true\n  email: mira@studio.example\n  dropped: { on: 2026-11-01, why: Never came. }\n- name: Joost Linden\n  side: us\n  backup: true\n  email: joost@studio.example\n";
    let client = format!("{CLIENT}currency: EUR\nfocus: [budget]\nhealth: on track\n");
    let files = [
        ("client.yml", client.as_str()),
        ("updates/2026-11-18.md", update),
        ("updates/2026-11-11.md", "A basket works.\n"),
        ("decisions/0003-languages.md", accepted),
        ("people.yml", people),
    ];
    let page = page(&files, "/");
    assert_reads(
        &page,
        &[
            "chip is-on-track",
            "<p class=\"contact-who\"><b>Mira Vos</b>",
            "<h2 id=\"update\">",
            "<p>A basket works.</p>",
        ],
    );
    assert_lacks(&page, &["is-off-track", "<h2 id=\"changes\">", "6,000", "mira@studio.example"]);
}

#[test]
fn nobody_stands_in_for_themselves() {
    let people = "- name: Mira Vos\n  side: us\n  primary: true\n  backup: true\n  email: mira@studio.example\n";
    assert_lacks(&page(&[("client.yml", CLIENT), ("people.yml", people)], "/"), &["Stand-in"]);
}

#[test]
fn the_first_words_of_an_update_stand_in_the_news() {
    let files = [
        ("client.yml", CLIENT),
        (
            "updates/2026-11-20.md",
            "## Done\n\n- One, two, **three** four five six seven eight nine ten, eleven.\n- More.\n",
        ),
        ("updates/2026-11-13.md", "# Half way\n\nMuch.\n"),
        ("updates/2026-11-06.md", "## Done\n\n- Fewer\n  words\n- More\n"),
    ];
    assert_reads(
        &page(&files, "/"),
        &[
            "<a href=\"#/updates/2026-11-20\">One, two, three four five six seven eight nine ten\u{a0}…</a>",
            "<a href=\"#/updates/2026-11-13\">Half way</a>",
            "<a href=\"#/updates/2026-11-06\">Fewer words</a>",
        ],
    );
}

#[test]
fn the_beginning_of_an_update_leads_to_no_heading_that_is_elsewhere() {
    let update = "## Done\n\n### Shop\n\nA basket.\n\n## Next\n\nPaying.\n";
    let files = [("client.yml", CLIENT), ("updates/2026-11-20.md", update)];
    let opened = portal("client", &files);
    for place in ["/", "/updates"] {
        let page = text(&opened, place);
        assert_reads(&page, &["Shop</h"]);
        assert_lacks(&page, &["id=\"update.shop\""]);
    }
}
