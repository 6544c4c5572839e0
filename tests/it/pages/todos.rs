//! To-dos: what is asked for, what was done, and what was agreed to.

use super::{assert_lacks, assert_reads, page, portal, text};

const CLIENT: &str = "name: Korenbloem Bakeries\nproject: New web shop\n";

const PEOPLE: &str =
    "- name: Mira Vos\n  side: us\n- name: Katrien De Smet\n  side: client\n  role: Managing director\n";

const TASKS: &str = "\
- title: Approve the invoice
- title: Check the times
  due: 2026-11-18
  needs: [Send the photos]
- title: Send the photos
  was: Send the pictures
  owner: Katrien De Smet
  due: 2026-12-04
  why: The [guide](docs/photos.md) says which.
- title: Prepare the server
  owner: Mira Vos
  due: 2026-12-01
- title: Send the logo
  due: 2026-10-12
  done: 2026-10-10
  why: It stands on every page.
- title: Name the shops
  done: true
- title: Sign the offer
  done: 2026-10-20
- title: Print posters
  dropped: { on: 2026-11-02, why: There are screens. }
";

#[test]
fn each_task_stands_in_its_group() {
    let files = [
        ("client.yml", CLIENT),
        ("tasks.yml", TASKS),
        ("people.yml", PEOPLE),
        ("docs/photos.md", "# Which photos\n\nThese.\n"),
    ];
    assert_reads(
        &page(&files, "/todos"),
        &[
            "<h1>To-dos</h1>",
            "Needed from you <span class=\"count\">2</span></h2>",
            "<li class=\"todo\" id=\"task.send-the-photos\" data-ask><h3>Send the photos</h3><p class=\"facts\"><span><time datetime=\"2026-12-04\">",
            "data-due=\"2026-12-04\"></span>",
            "</span></p><div class=\"prose\"><p>The <a href=\"#/docs/photos\">guide</a> says which.</p></div><div class=\"replies\"",
            "<dl class=\"particulars\"><div><dt>Who</dt><dd><a href=\"#/about#person.katrien-de-smet\">Katrien De Smet</a>, Managing director</dd></div>\
             <div><dt>Waiting for this</dt><dd><a href=\"#/todos#task.check-the-times\">Check the times</a></dd></div></dl>",
            "<p class=\"meta\">Formerly Send the pictures</p>",
            "<h3>Approve the invoice</h3><div class=\"replies\"",
            "<h2 id=\"later\">Once something else is done</h2>",
            "<li class=\"todo\" id=\"task.check-the-times\" data-ask>",
            "<a href=\"#/todos#task.send-the-photos\">Send the photos</a><span class=\"meta\">still open</span>",
            "<h2 id=\"ours\">We see to</h2>",
            "id=\"task.prepare-the-server\" data-ask>",
            "<h2 id=\"done\">Done</h2>",
            "id=\"task.sign-the-offer\"",
            "<span>Done <time datetime=\"2026-10-20\">",
            "id=\"task.send-the-logo\"",
            "<span>Done <time datetime=\"2026-10-10\">",
            "<span>asked for by <time datetime=\"2026-10-12\">",
            "<p>It stands on every page.</p>",
            "id=\"task.name-the-shops\"",
            "<h2 id=\"dropped\">Dropped</h2>",
            "<li class=\"todo\" id=\"task.print-posters\"><h3><del>Print posters</del></h3>",
            "<time datetime=\"2026-11-02\">2\u{a0}November\u{a0}2026</time>",
            "<p>There are screens.</p>",
        ],
    );
}

#[test]
fn how_far_off_a_day_is_stands_beside_what_is_open_only() {
    let tasks = "- title: Send the logo\n  due: 2026-10-12\n  done: 2026-10-10\n- title: Print posters\n  due: 2026-10-13\n  dropped: { on: 2026-10-01, why: There are screens. }\n";
    let page = page(&[("client.yml", CLIENT), ("tasks.yml", tasks)], "/todos");
    assert_lacks(&page, &["data-due", "data-ask"]);
    assert_reads(&page, &["<p class=\"lede\">Nothing is needed from you right now.</p>", "2026-10-12", "2026-10-13"]);
}

#[test]
fn decisions_and_approvals_lead_to_their_pages() {
    let decision = "---\ntitle: Pick-up times\nstatus: proposed\nneeded_by: 2026-11-24\ndecision-makers: [Katrien De Smet]\n---\n## Question\n\nWhen?\n\n## Options\n\n- Early\n- Late\n";
    let milestones = "\
- title: Design
  due: 2026-12-01
  approval: { by: Katrien De Smet, until: 2026-11-28 }
- title: Offer
  due: 2026-09-01
  done: 2026-09-03
  approval: { by: Katrien De Smet, until: 2026-09-01, on: 2026-09-02, via: mail }
";
    let files = [
        ("client.yml", CLIENT),
        ("people.yml", PEOPLE),
        ("decisions/0004-times.md", decision),
        ("milestones.yml", milestones),
    ];
    assert_reads(
        &page(&files, "/todos"),
        &[
            "<h3><a href=\"#/decisions/0004-times\">Decide: Pick-up times</a></h3>",
            "<p>When?</p>",
            "data-reply=\"option\">Early</a>",
            "data-reply=\"option\">Late</a>",
            "Katrien De Smet</a>, Managing director</dd>",
            "<h3><a href=\"#/roadmap#milestone.design\">Agree to: Design</a></h3>",
            "data-due=\"2026-11-28\"",
            "<h2 id=\"agreed\">What you agreed to</h2>",
            "<h3><a href=\"#/roadmap#milestone.offer\">Offer</a></h3>",
            "<time datetime=\"2026-09-02\">2\u{a0}September\u{a0}2026</time>",
            "Katrien De Smet</a>",
            "mail",
        ],
    );
}

#[test]
fn what_was_open_when_the_project_ended_is_asked_for_no_more() {
    let client = format!("{CLIENT}closed: {{ on: 2027-01-01, summary: All done. }}\n");
    let page = page(
        &[("client.yml", client.as_str()), ("tasks.yml", "- title: Send the logo\n  due: 2026-12-01\n")],
        "/todos",
    );
    assert_reads(&page, &["<h2 id=\"left\">Still open when the project was completed</h2>", "<h3>Send the logo</h3>"]);
    assert_lacks(&page, &["data-due", "Needed from you"]);
}

#[test]
fn a_sponsors_task_is_nowhere_to_be_seen_for_others() {
    let client = format!("{CLIENT}audiences: [sponsor]\n");
    let tasks = "- title: Pay the claim\n  audience: [sponsor]\n  needs: [Send the note]\n- title: Send the note\n";
    let files = [("client.yml", client.as_str()), ("tasks.yml", tasks)];
    assert_lacks(&text(&portal("client", &files), "/todos"), &["Pay the claim", "Waiting for this"]);
    assert_reads(
        &text(&portal("sponsor", &files), "/todos"),
        &["<dt>Waiting for this</dt><dd><a href=\"#/todos#task.pay-the-claim\">"],
    );
}

#[test]
fn what_was_given_up_is_waited_for_no_more() {
    let tasks = "\
- title: Check the times
  needs: [Send the photos]
- title: Send the photos
  dropped: { on: 2026-11-02, why: There are drawings. }
";
    let files = [("client.yml", CLIENT), ("tasks.yml", tasks)];
    let page = page(&files, "/todos");
    assert_reads(
        &page,
        &[
            "Needed from you <span class=\"count\">1</span></h2>",
            "id=\"task.check-the-times\"",
            "<a href=\"#/todos#task.send-the-photos\"><del>Send the photos</del></a><span class=\"meta\">dropped</span>",
        ],
    );
    assert_lacks(&page, &["Once something else is done"]);
}

#[test]
fn home_counts_what_can_be_done_now_as_the_to_dos_do() {
    let tasks = "- title: Check the times\n  due: 2026-11-18\n  needs: [Send the photos]\n- title: Send the photos\n  due: 2026-12-04\n";
    let opened = portal("client", &[("client.yml", CLIENT), ("tasks.yml", tasks)]);
    let (home, todos) = (text(&opened, "/"), text(&opened, "/todos"));
    assert_reads(&home, &["Needed from you <span class=\"count\">1</span>", "<h3>Send the photos</h3>"]);
    assert_lacks(&home, &["Check the times"]);
    assert_reads(&todos, &["Needed from you <span class=\"count\">1</span>", "<h2 id=\"later\">", "Check the times"]);
}

#[test]
fn what_the_agency_decides_or_approves_alone_is_not_asked_of_the_client() {
    let decision = "---\ntitle: Which server\nstatus: proposed\nneeded_by: 2026-11-24\ndecision-makers: [Mira Vos]\n---\n## Question\n\nWhich?\n";
    let milestones = "\
- title: Design
  due: 2026-12-01
  approval: { by: Mira Vos, until: 2026-11-28 }
- title: Offer
  due: 2026-09-01
  done: 2026-09-03
  approval: { by: Mira Vos, until: 2026-09-01, on: 2026-09-02 }
";
    let files = [
        ("client.yml", CLIENT),
        ("people.yml", PEOPLE),
        ("decisions/0004-server.md", decision),
        ("milestones.yml", milestones),
        ("tasks.yml", "- title: Send the logo\n"),
    ];
    let opened = portal("client", &files);
    assert_reads(&text(&opened, "/todos"), &["Needed from you <span class=\"count\">1</span>", "Send the logo"]);
    assert_lacks(&text(&opened, "/todos"), &["Which server", "Design", "Offer"]);
    assert_lacks(&text(&opened, "/roadmap"), &["is-waiting"]);
    assert_lacks(&text(&opened, "/decisions"), &["is-waiting"]);
}

#[test]
fn asks_speak_dutch_too() {
    let client = "name: Bakkerij\nproject: Winkel\nlanguage: nl\n";
    let milestones = "- title: Ontwerp\n  due: 2026-12-01\n  approval: { until: 2026-11-28 }\n";
    let decision = "---\ntitle: Afhaaltijden\nstatus: proposed\nneeded_by: 2026-11-24\n---\n## Vraag\n\nWanneer?\n";
    let files = [("client.yml", client), ("milestones.yml", milestones), ("decisions/0004-tijden.md", decision)];
    let expected = ["Graag uw besluit: Afhaaltijden</a>", "Graag uw akkoord: Ontwerp</a>"];
    assert_reads(&page(&files, "/todos"), &expected);
}
