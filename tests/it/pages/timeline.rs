//! The timeline on the roadmap, and the strip on the first page.

use super::{assert_lacks, assert_reads, page, portal, text};

const PHASES: &str = "\
- { title: Discover, start: 2026-09-07, end: 2026-10-02, status: done }
- { title: Design, start: 2026-10-05, end: 2026-11-13 }
- { title: Photos, start: 2026-11-02, end: 2026-12-18, status: paused }
- { title: Build, start: 2026-11-16, end: 2027-01-29 }
- { title: Trial, start: 2027-02-01, end: 2027-02-26, status: planned }
- { title: Posters, start: 2027-03-01, end: 2027-03-05, dropped: { on: 2026-11-01, why: No. } }
";

const MILESTONES: &str = "\
- { title: Approved, phase: Design, due: 2026-11-06, done: 2026-11-12, moves: [{ to: 2026-11-11, why: A second round. }] }
- { title: Texts, phase: Photos, due: 2026-12-11, approval: { by: Ada Lund, until: 2026-12-11 } }
- { title: Paid, phase: Build, due: 2026-12-18, buffer_days: 5 }
- { title: Given up, phase: Build, due: 2026-12-20, dropped: { on: 2026-11-01, why: No. } }
- title: Opens
  phase: Trial
  kind: go-live
  due: 2027-03-02
  moves: [{ to: 2027-03-09, why: Two languages were added. }]
  buffer_days: 14
";

const PEOPLE: &str = "- { name: Ada Lund, side: client }\n- { name: Mira Vos, side: us, primary: true }\n";

fn files<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let files = [("roadmap.yml", PHASES), ("milestones.yml", MILESTONES), ("people.yml", PEOPLE)];
    files.into_iter().chain(more.iter().copied()).collect()
}

#[test]
fn the_roadmap_has_one_scale_of_whole_months() {
    assert_reads(
        &page(&files(&[]), "/roadmap"),
        &[
            "<section class=\"plan\" aria-labelledby=\"timeline\" data-timeline=\"2026-09-01\" data-days=\"212\">",
            "<line class=\"tick\" x1=\"0%\" x2=\"0%\" y1=\"0\" y2=\"100%\"/>",
            "<line class=\"tick\" x1=\"14.15%\" x2=\"14.15%\"",
            "<line id=\"_today\" class=\"today\" data-today=\"line\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"100%\" display=\"none\"/>",
            "<text x=\"0%\" dx=\"4\" y=\"1.15em\">Sep</text>",
            "<text x=\"14.15%\" dx=\"4\" y=\"1.15em\">Oct</text>",
            "<text x=\"57.55%\" dx=\"4\" y=\"1.15em\">Jan</text>",
            "<text data-year x=\"57.55%\" dx=\"4\" y=\"2.45em\">2027</text>",
            "<text class=\"today-word\" data-today=\"word\" x=\"0\" y=\"2.45em\" display=\"none\">Today</text>",
        ],
    );
}

#[test]
fn each_phase_has_a_bar_that_says_how_far_it_is_as_far_as_no_day_is_needed() {
    assert_reads(
        &page(&files(&[]), "/roadmap"),
        &[
            "<li class=\"plan-row is-phase\" data-phase=\"phase.discover\"><p class=\"plan-name\"><span><a href=\"#/roadmap#phase.discover\">Discover</a><span class=\"unseen\">, Done</span>",
            "<span>7\u{a0}Sep\u{a0}– 2\u{a0}Oct</span>",
            "<g class=\"bar is-done\"><rect class=\"bar-all\" x=\"2.83%\" y=\"5\" width=\"12.26%\" height=\"10\" rx=\"1\"/></g>",
            // All its milestones are reached.
            ">Design</a><span class=\"unseen\">, Done</span>",
            "<g class=\"bar is-done\"><rect class=\"bar-all\" x=\"16.04%\"",
            ">Photos</a><span class=\"chip is-paused\">",
            "<g class=\"bar is-paused\"><rect class=\"bar-pause\" x=\"29.25%\" y=\"5\" width=\"22.17%\" height=\"10\" rx=\"1\" fill=\"url(#_pause)\"/>",
            ">Build</a><span class=\"unseen\">, <span data-from=\"2026-11-16\"><span data-before>Planned</span><span data-since hidden>Under way</span></span></span>",
            "<g class=\"bar\" data-begins=\"2026-11-16\"><rect class=\"bar-all\" x=\"35.85%\" y=\"5\" width=\"35.38%\" height=\"10\" rx=\"1\"/>\
             <rect class=\"bar-now\" x=\"35.85%\" y=\"5\" width=\"0%\" height=\"10\" rx=\"1\"/></g>",
            ">Trial</a><span class=\"unseen\">, Planned</span>",
            "<g class=\"bar is-planned\">",
            "><del>Posters</del></a><span class=\"unseen\">, Dropped</span>",
            "<g class=\"bar is-dropped\">",
        ],
    );
}

#[test]
fn each_milestone_has_a_diamond_and_one_that_moved_its_first_day_beside_it() {
    assert_reads(
        &page(&files(&[]), "/roadmap"),
        &[
            ">Approved</a></span></p><p class=\"plan-when\"><span><s><span class=\"unseen\">first promised </span>\
             <time datetime=\"2026-11-06\">6\u{a0}Nov</time></s> <span aria-hidden=\"true\">→</span> Done \
             <time datetime=\"2026-11-12\">12\u{a0}Nov</time></span>",
            // It lies on the day on which it was reached.
            "<line class=\"move\" x1=\"31.13%\" x2=\"33.96%\" y1=\"10\" y2=\"10\"/>\
             <use class=\"point-mark is-was\" href=\"#_diamond-was\" x=\"31.13%\" y=\"10\"/>\
             <use class=\"point-mark is-reached\" href=\"#_diamond\" x=\"33.96%\" y=\"10\"/>",
            ">Texts</a><span class=\"chip is-waiting\">",
            "<use class=\"point-mark is-waiting\" href=\"#_diamond-waiting\" x=\"47.64%\" y=\"10\"/>",
            ">Paid</a></span></p><p class=\"plan-when\"><span><b><time datetime=\"2026-12-18\">Fri\u{a0}18\u{a0}Dec</time></b></span>",
            "<rect class=\"slack\" x=\"50.94%\" y=\"5.5\" width=\"2.36%\" height=\"9\" fill=\"url(#_hatch)\"/>\
             <use class=\"point-mark is-open\" href=\"#_diamond\" x=\"50.94%\" y=\"10\"/>",
            "><del>Given up</del></a></span></p><p class=\"plan-when\"><span>Dropped</span>",
            "<use class=\"point-mark is-given-up\" href=\"#_cross\" x=\"51.89%\" y=\"10\"/>",
            "<li class=\"plan-row is-sub is-end\"><p class=\"plan-name\"><span><a href=\"#/roadmap#milestone.opens\">Opens</a></span>",
            "<rect class=\"slack\" x=\"89.15%\" y=\"5.5\" width=\"6.6%\"",
            "<use class=\"point-mark is-was\" href=\"#_diamond-was\" x=\"85.85%\" y=\"10\"/>\
             <use class=\"point-mark is-end\" href=\"#_diamond\" x=\"89.15%\" y=\"10\"/>",
        ],
    );
}

#[test]
fn the_legend_explains_what_there_is_and_nothing_else() {
    let legend = |files: &[(&str, &str)]| {
        let page = page(files, "/roadmap");
        let (_, legend) = page.split_once("<ul class=\"plan-legend\"").expect("there is a legend");
        let (legend, _) = legend.split_once("</ul>").expect("it has an end");
        let words = legend.split("</li>").filter_map(|one| one.rsplit_once("</svg>")).map(|(_, word)| word.to_owned());
        words.collect::<Vec<_>>()
    };
    let all = [
        "done",
        "under way",
        "to come",
        "paused",
        "dropped",
        "milestone reached",
        "milestone",
        "waiting for you",
        "what it all leads to",
        "milestone dropped",
        "first promised, and now",
        "kept free",
    ];
    assert_eq!(legend(&files(&[])), all);
    let two = "- { title: A, due: 2026-11-02 }\n- { title: B, due: 2026-11-03 }\n";
    assert_eq!(legend(&[("milestones.yml", two)]), ["milestone", "what it all leads to"]);
}

#[test]
fn the_strip_has_lanes_names_and_what_everything_leads_to() {
    assert_reads(
        &page(&files(&[]), "/"),
        &[
            "<div class=\"timeline-strip\" data-timeline=\"2026-09-07\" data-days=\"198\"><div class=\"unseen\">\
             <p>7\u{a0}Sep\u{a0}2026\u{a0}– 23\u{a0}Mar\u{a0}2027</p>",
            "<li>Discover, 7\u{a0}Sep\u{a0}– 2\u{a0}Oct: Done</li>",
            "<li>Build, 16\u{a0}Nov\u{a0}2026\u{a0}– 29\u{a0}Jan\u{a0}2027: <span data-from=\"2026-11-16\">",
            "<li>Posters, 1\u{a0}Mar\u{a0}– 5\u{a0}Mar\u{a0}2027: Dropped</li>",
            "<svg class=\"timeline-bars\" width=\"100%\" height=\"49\" aria-hidden=\"true\" focusable=\"false\">",
            "<rect class=\"bar-all\" x=\"0%\" y=\"36\" width=\"13.13%\" height=\"10\" rx=\"1\"/>",
            "<rect class=\"bar-pause\" x=\"28.28%\" y=\"20\" width=\"23.74%\" height=\"8\"",
            "<rect class=\"slack\" x=\"92.42%\" y=\"36\" width=\"7.07%\"",
            "<text class=\"timeline-wide\" x=\"52.02%\" dx=\"6\" y=\"28\">Photos</text>",
            "<use class=\"point-mark is-waiting\" href=\"#_diamond-waiting\" x=\"47.98%\" y=\"24\"/>",
            "<use class=\"point-mark is-end\" href=\"#_diamond\" x=\"92.42%\" y=\"41\"/>",
            "<text class=\"fits-32\" x=\"0%\" y=\"1em\">Discover</text>",
            "<text x=\"35.35%\" y=\"1em\">Build</text>",
            "<line class=\"tick\" x1=\"12.12%\" x2=\"12.12%\" y1=\"0\" y2=\"5\"/>",
        ],
    );
}

#[test]
fn how_the_project_is_doing_is_left_to_the_browser_where_it_is_worth_a_colour() {
    let with = |health| page(&files(&[("updates/2026-11-20.md", health)]), "/roadmap");
    let risky = with("---\nhealth: at risk\nbecause: Photos are missing.\n---\n# Week 47\n\n## Next\n\nText.\n");
    assert_reads(
        &risky,
        &[
            "data-days=\"212\" data-health=\"at-risk\">",
            ">Build</a><span class=\"unseen\">",
            "<span data-health=\"phase.build\" hidden><span class=\"chip is-at-risk\">",
        ],
    );
    assert_eq!(
        risky.matches("<span data-health=\"phase.build\" hidden>").count(),
        2,
        "in the row and in the table of what may be under way"
    );
    assert_lacks(&with("---\nhealth: on track\n---\n# Week 47\n\n## Next\n\nText.\n"), &["data-health"]);
}

#[test]
fn once_the_project_is_over_nothing_is_under_way_and_there_is_no_today() {
    let closed = "name: Acme\nproject: Shop\nclosed: { on: 2026-12-01 }\n";
    let page = page(&files(&[("client.yml", closed)]), "/roadmap");
    assert_reads(
        &page,
        &[">Build</a><span class=\"unseen\">, Done</span>", ">Trial</a><span class=\"unseen\">, Planned</span>"],
    );
    assert_lacks(&page, &["data-today", "data-begins", "_today", "data-from=", "Under way"]);
    // Also a phase of which only the end is known.
    let phases = "- { title: Design, end: 2026-10-02 }\n- { title: Care, start: 2026-12-15 }\n";
    let page = super::page(&[("client.yml", closed), ("roadmap.yml", phases)], "/roadmap");
    assert_reads(
        &page,
        &[">Design</a><span class=\"unseen\">, Done</span>", ">Care</a><span class=\"unseen\">, Planned</span>"],
    );
}

#[test]
fn without_a_day_there_is_no_picture() {
    let files = [("roadmap.yml", "- title: Design\n- title: Build\n"), ("milestones.yml", "- title: Done\n")];
    assert_lacks(&page(&files, "/roadmap"), &["class=\"plan\"", "<svg width"]);
    assert_lacks(&page(&files, "/"), &["timeline-strip"]);
    // A phase or milestone without one has a row and no mark.
    let files = [
        ("roadmap.yml", "- title: Design\n- title: Build\n"),
        ("milestones.yml", "- title: Open\n  due: 2026-11-02\n- title: Later\n"),
    ];
    assert_reads(
        &page(&files, "/roadmap"),
        &[
            ">Design</a><span class=\"unseen\">, Planned</span></span></p><p class=\"plan-when\"><span></span></p>",
            "<svg class=\"plan-marks\" width=\"100%\" height=\"20\" aria-hidden=\"true\" focusable=\"false\"></svg></li>",
            ">Open</a></span>",
            "x=\"3.33%\" y=\"10\"/>",
            ">Later</a></span></p><p class=\"plan-when\"><span></span></p>",
        ],
    );
}

#[test]
fn what_few_may_know_moves_nothing_on_the_timeline_of_others() {
    let hidden = "- { title: Long, start: 2020-01-01, end: 2030-01-01, audience: [sponsor] }\n";
    let phases = format!("{PHASES}{hidden}");
    let secret = "- { title: Audit, due: 2031-01-01, audience: [sponsor] }\n";
    let milestones = format!("{MILESTONES}{secret}");
    let client = ("client.yml", "name: Acme\nproject: Shop\naudiences: [sponsor]\n");
    let with = [client, ("roadmap.yml", &phases), ("milestones.yml", &milestones), ("people.yml", PEOPLE)];
    let (with, without) = (portal("client", &with), portal("client", &files(&[client])));
    for path in ["/", "/roadmap"] {
        assert_eq!(text(&with, path), text(&without, path), "{path}");
    }
}

#[test]
fn the_table_says_all_that_the_picture_shows() {
    assert_reads(
        &page(&files(&[]), "/roadmap"),
        &[
            "<th role=\"columnheader\" scope=\"col\">What</th>",
            "scope=\"col\">When</th>",
            "scope=\"col\">State</th>",
            "scope=\"col\">Kept free</th>",
            "scope=\"col\">Why it moved, and what makes up for it</th>",
            "scope=\"row\">Approved</th>",
            "first promised",
            "</svg>Done</span> <time datetime=\"2026-11-12\">12\u{a0}Nov</time></td>",
            "<p>A second round.</p>",
            "scope=\"row\">Opens</th>",
            "To come</td><td role=\"cell\" data-label=\"Kept free\">14 days</td>",
            "<p>Two languages were added.</p>",
        ],
    );
}
