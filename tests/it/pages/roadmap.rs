//! The roadmap.

use super::{assert_lacks, assert_reads, page, portal, text};

const PHASES: &str = "\
- title: Design
  start: 2026-09-07
  end: 2026-10-02
  summary: Every screen, *on paper*.
  status: done
- title: Build
  was: Making it
- title: Training
  start: 2026-11-02
  status: paused
- title: Care
  dropped: { on: 2026-11-01, why: Somebody in the house does it. }
";

const MILESTONES: &str = "\
- title: Design approved
  phase: Design
  kind: approval
  due: 2026-10-01
  approval: { by: Ada Lund, until: 2026-10-01, on: 2026-09-30, via: mail }
  note: Thank you for *every* remark.
  done: 2026-09-30
- title: Shop opens
  was: Launch
  phase: Build
  kind: go-live
  due: 2026-11-16
  moves:
    - { to: 2026-11-20, on: 2026-10-20, why: The supplier is late., recovery: Tests run beside it. }
    - { to: 2026-11-23, decision: 0001-two-languages }
  buffer_days: 5
  needs: [Design approved, Training held, Send the photos]
  steps:
    - { title: Move the pages, done: 2026-11-02 }
    - Switch the address
- title: Texts agreed
  phase: Build
  due: 2026-11-12
  approval: { by: Ada Lund, until: 2026-11-10 }
- title: Posters
  phase: Build
  due: 2026-11-18
  dropped: { on: 2026-11-03, why: Nobody reads posters. }
- title: Training held
  due: 2027-01-15
";

const REST: [(&str, &str); 5] = [
    ("roadmap.yml", PHASES),
    ("milestones.yml", MILESTONES),
    ("tasks.yml", "- title: Send the photos\n  done: 2026-11-01\n"),
    (
        "people.yml",
        "- name: Ada Lund\n  side: client\n  role: Director\n- name: Mira Vos\n  side: us\n  primary: true\n",
    ),
    (
        "decisions/0001-two-languages.md",
        "---\nstatus: accepted\ndate: 2026-10-26\n---\n# Two languages\n\n## Chosen\n\nBoth.\n\n## Why\n\nTwo towns.\n",
    ),
];

#[test]
fn phases_stand_in_order_with_their_days_and_how_far_they_are() {
    assert_reads(
        &page(&REST, "/roadmap"),
        &[
            "<h1>Roadmap</h1>",
            "<section class=\"block phase\" id=\"phase.design\">",
            "<h2>Design</h2>",
            "<span>7\u{a0}Sep\u{a0}– 2\u{a0}Oct</span>",
            "is-done\">",
            "</svg>Done</span>",
            "<p>Every screen, <em>on paper</em>.</p>",
            "id=\"phase.build\">",
            "<h2>Build</h2>",
            // It begins after the phase before, and ends with its last milestone that is not given up.
            "<span>3\u{a0}Oct\u{a0}– 23\u{a0}Nov</span>",
            "<span data-from=\"2026-10-03\"><span data-before>Planned</span><span data-since hidden>Under way</span></span>",
            "<p class=\"meta\">Formerly Making it</p>",
            "id=\"phase.training\">",
            "is-paused\">",
            "</svg>Paused</span>",
            "id=\"phase.care\">",
            "<h2><del>Care</del></h2><div class=\"dropped\"><p class=\"meta\"><b>Dropped</b><time datetime=\"2026-11-01\">1\u{a0}November\u{a0}2026</time>",
            "<p>Somebody in the house does it.</p>",
            "<h2 id=\"further\">Further dates</h2>",
            "id=\"milestone.training-held\"",
        ],
    );
}

#[test]
fn a_date_that_moved_remembers_what_was_promised_first_and_why() {
    assert_reads(
        &page(&REST, "/roadmap"),
        &[
            "<li class=\"milestone\" id=\"milestone.shop-opens\">",
            "<h3>Shop opens</h3>",
            "<span class=\"moved\"><s><span class=\"unseen\">first promised </span><time datetime=\"2026-11-16\">16\u{a0}Nov</time></s>\
             <span aria-hidden=\"true\">→</span><span class=\"unseen\">now </span>\
             <b><time datetime=\"2026-11-23\">Mon\u{a0}23\u{a0}Nov</time></b></span>, 7 days later \
             <span class=\"due\" data-due=\"2026-11-23\"></span>",
            "<span>Going live</span><span>5 days kept free after it</span></p>",
            "<time datetime=\"2026-11-16\">16\u{a0}Nov</time>",
            "<time datetime=\"2026-11-20\">20\u{a0}Nov</time>",
            "<p>The supplier is late.</p></div><p class=\"meta\">Said on <time datetime=\"2026-10-20\">20\u{a0}Oct</time></p></dd>",
            "<dt>What makes up for it</dt><dd><div class=\"prose\"><p>Tests run beside it.</p></div></dd>",
            "<time datetime=\"2026-11-20\">20\u{a0}Nov</time>",
            "<time datetime=\"2026-11-23\">23\u{a0}Nov</time>",
            "<dd><p>Decided: <a href=\"#/decisions/0001-two-languages\">Two languages</a></p></dd>",
            "<p class=\"meta\">Formerly Launch</p>",
        ],
    );
}

#[test]
fn the_next_date_and_the_one_that_all_leads_to_come_first() {
    let page = page(&REST, "/roadmap");
    assert_reads(
        &page,
        &[
            "<h1>Roadmap</h1><dl class=\"figures\"><div><dt>Next</dt><dd class=\"figure\"><time datetime=\"2026-11-12\">Thu\u{a0}12\u{a0}Nov</time></dd>\
             <dd><a href=\"#/roadmap#milestone.texts-agreed\">Texts agreed</a><span class=\"due\" data-due=\"2026-11-12\"></span></dd></div>",
            "<div><dt>End date</dt><dd class=\"figure\"><span class=\"moved\">",
            "<a href=\"#/roadmap#milestone.shop-opens\">Shop opens</a>",
            "</dl></header>",
        ],
    );
    let over = "name: Nobody in particular\nproject: Website\nclosed: { on: 2026-11-20, summary: All done. }\n";
    let files: Vec<(&str, &str)> = [("client.yml", over)].into_iter().chain(REST).collect();
    assert_reads(&super::page(&files, "/roadmap"), &["<h1>Roadmap</h1></header>"]);
}

#[test]
fn what_a_milestone_needs_and_what_is_done_on_the_way_says_how_far_it_is() {
    assert_reads(
        &page(&REST, "/roadmap"),
        &[
            "id=\"milestone.shop-opens\"",
            "What is needed first",
            "<a href=\"#/roadmap#milestone.design-approved\">Design approved</a><span class=\"meta\">done</span>",
            "<a href=\"#/roadmap#milestone.training-held\">Training held</a><span class=\"meta\">still open</span>",
            "<a href=\"#/todos#task.send-the-photos\">Send the photos</a><span class=\"meta\">done</span>",
            "Steps on the way",
            "<span>Move the pages <span class=\"meta\">done <time datetime=\"2026-11-02\">2\u{a0}Nov</time></span></span>",
            "<span>Switch the address</span>",
        ],
    );
}

#[test]
fn a_milestone_is_reached_waits_for_the_client_or_was_given_up() {
    let page = page(&REST, "/roadmap");
    assert_reads(
        &page,
        &[
            "<li class=\"milestone\" id=\"milestone.design-approved\">",
            "<span class=\"chip is-done\">",
            "<span>Reached on <time datetime=\"2026-09-30\">30\u{a0}September\u{a0}2026</time></span><span>first promised <time datetime=\"2026-10-01\">Thu\u{a0}1\u{a0}Oct</time></span><span>Approval</span>",
            "<p>Thank you for <em>every</em> remark.</p>",
            "Agreed <time datetime=\"2026-09-30\">30\u{a0}September\u{a0}2026</time>, by \
             <a href=\"#/about#person.ada-lund\">Ada Lund</a>, Director, via mail",
            "<li class=\"milestone\" id=\"milestone.texts-agreed\" data-ask>",
            "</svg>Waiting for you</span>",
            "Waiting for approval, needed by \
             <time datetime=\"2026-11-10\">Tue\u{a0}10\u{a0}Nov</time><span class=\"due\" data-due=\"2026-11-10\"></span></p><p class=\"meta\">To be given by <a href=\"#/about#person.ada-lund\">Ada Lund</a>, Director</p>",
            "<li class=\"milestone\" id=\"milestone.posters\">",
            "<h3><del>Posters</del></h3><p class=\"facts\"><span><del><time datetime=\"2026-11-18\">Wed\u{a0}18\u{a0}Nov</time></del></span>",
            "<p>Nobody reads posters.</p>",
        ],
    );
    // Nothing that is over is due.
    assert_lacks(&page, &["data-due=\"2026-10-01\"", "data-due=\"2026-11-18\""]);
}

#[test]
fn a_table_says_the_same_with_anchors_of_its_own() {
    let page = page(&REST, "/roadmap");
    assert_reads(
        &page,
        &[
            "<h2>The same as a table</h2>",
            "<th role=\"columnheader\" scope=\"col\">What</th>",
            "<b>Design</b></th><td role=\"cell\">7\u{a0}Sep\u{a0}– 2\u{a0}Oct</td>",
            "<tr role=\"row\" class=\"is-sub\"><th role=\"rowheader\" scope=\"row\">Shop opens</th>",
            "<td role=\"cell\">To come</td><td role=\"cell\" data-label=\"Kept free\">5 days</td><td role=\"cell\"><div class=\"prose\"><p>The supplier is late.</p></div>",
            "<del>Posters</del></th><td role=\"cell\"><del><time datetime=\"2026-11-18\">Wed\u{a0}18\u{a0}Nov</time></del></td>",
            "<td role=\"cell\">Dropped</td>",
            "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">Training held</th>",
        ],
    );
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn once_the_project_is_over_nothing_waits_for_the_client() {
    let client = "name: Nobody in particular\nproject: Website\nclosed: { on: 2026-12-01, summary: It is done. }\n";
    let mut files = REST.to_vec();
    files.push(("client.yml", client));
    let page = page(&files, "/roadmap");
    assert_reads(&page, &["id=\"milestone.texts-agreed\">", "Waiting for approval, needed by"]);
    assert_lacks(&page, &["data-ask", "Waiting for you", "data-due=\"2026-11-10\""]);
}

#[test]
fn milestones_of_another_audience_are_nowhere_and_a_lone_date_needs_no_phase() {
    let files = [
        ("client.yml", "name: Nobody in particular\nproject: Website\nlanguage: nl\naudiences: [sponsor]\n"),
        (
            "milestones.yml",
            "- title: Zichtbaar\n  due: 2026-11-20\n- title: Geheim\n  due: 2026-11-21\n  audience: [sponsor]\n",
        ),
    ];
    let open = text(&portal("client", &files), "/roadmap");
    assert_reads(&open, &["<h1>Planning</h1>", "<h2 id=\"further\">Data</h2>", "Zichtbaar"]);
    assert_lacks(&open, &["Geheim", "2026-11-21"]);
    assert_reads(&text(&portal("sponsor", &files), "/roadmap"), &["Zichtbaar", "Geheim"]);
}

#[test]
fn a_year_is_said_where_it_is_not_the_one_in_which_the_portal_was_last_written_to() {
    let files = [
        ("updates/2026-11-20.md", "All is well.\n"),
        (
            "roadmap.yml",
            "- title: Now\n  start: 2026-11-02\n  end: 2026-11-27\n- title: Across\n  start: 2026-12-01\n  end: 2027-01-15\n\
             - title: Then\n  start: 2027-02-01\n  end: 2027-02-26\n- title: One day\n  start: 2027-03-01\n  end: 2027-03-01\n\
             - title: Open end\n  start: 2027-04-01\n",
        ),
    ];
    assert_reads(
        &page(&files, "/roadmap"),
        &[
            "<span>2\u{a0}Nov\u{a0}– 27\u{a0}Nov</span>",
            "<span>1\u{a0}Dec\u{a0}2026\u{a0}– 15\u{a0}Jan\u{a0}2027</span>",
            "<span>1\u{a0}Feb\u{a0}– 26\u{a0}Feb\u{a0}2027</span>",
            "<span>1\u{a0}Mar\u{a0}2027</span>",
            "<span>from 1\u{a0}Apr\u{a0}2027</span>",
        ],
    );
}

#[test]
fn a_phase_that_was_given_up_puts_off_none_after_it() {
    let phases = "- title: Design\n  start: 2026-09-07\n  end: 2026-10-02\n- title: Posters\n  end: 2026-12-18\n  dropped: { on: 2026-11-01, why: Nobody reads them. }\n- title: Build\n  end: 2027-02-01\n";
    let page = page(&[("roadmap.yml", phases)], "/roadmap");
    assert_reads(&page, &["<h2>Build</h2>", "<span data-from=\"2026-10-03\">"]);
}
