//! An update that knows what was said, done, moved and decided.

use super::{dutch, english, is_clean, makes, text};
use crate::workspace::Workspace;

const MILESTONES: &str = "\
- title: Design approved
  due: 2026-11-10
  done: 2026-11-16
- title: Kick-off
  due: 2026-11-01
  done: 2026-11-13
- title: Test version
  due: 2026-11-25
  moves:
    - to: 2026-11-27
      why: The photos came late.
      on: 2026-11-18
    - to: 2026-12-02
      why: \"*Two* pages more.\"
      on: 2026-11-19
- title: Opening
  due: 2026-12-15
  moves: {to: 2026-12-20, why: Long ago, on: 2026-10-01}
- title: Board_meeting SECRET
  due: 2026-11-24
  audience: sponsor
- title: Party SECRET
  due: 2026-11-26
  dropped: {on: 2026-11-17, why: No time}
";

const TASKS: &str = "\
- title: Send the texts
  due: 2026-11-24
- title: Choose a colour
  done: 2026-11-20
- title: Sign the contract
  done: true
- title: Pay SECRET
  done: 2026-11-19
  audience: sponsor
- title: Draft SECRET
  due: 2026-11-24
  draft: true
";

const LAST: &str = "\
---
health: on track
---

Hello.

## Done

- Old news

## Next

We build the *test version*.

- [ ] Send [the plan](../docs/plan.md)
- [x] Design approved by all

## Questions

None.
";

fn with_history(workspace: Workspace) -> Workspace {
    let decision = |status: &str, date: &str, title: &str| {
        format!(
            "---\ntitle: {title}\nstatus: {status}\ndate: {date}\n---\n\n## Chosen\n\nThis.\n\n## Why\n\nBecause.\n"
        )
    };
    workspace
        .file(
            "acme/client.yml",
            "name: Acme\nproject: Shop\naddress: quay-7\naudiences: [sponsor]\ncomms: {updates: weekly}\n",
        )
        .file("acme/docs/plan.md", "# Plan\n")
        .file("acme/milestones.yml", MILESTONES)
        .file("acme/tasks.yml", TASKS)
        .file("acme/decisions/0001-old.md", decision("accepted", "2026-11-13", "Old"))
        .file("acme/decisions/0002-two-languages.md", decision("accepted", "2026-11-17", "Two [languages]"))
        .file("acme/decisions/0003-red.md", decision("rejected", "2026-11-18", "Red"))
        .file("acme/updates/2026-11-06.md", "## Done\n\nOlder.\n\n## Next\n\n- Older still\n")
        .file("acme/updates/2026-11-13.md", LAST)
        .file("acme/updates/2026-11-16.md", "---\naudience: sponsor\n---\n## Next\n\n- SECRET\n")
        .file("acme/updates/2026-11-18.md", "---\ndraft: true\n---\n## Next\n\n- SECRET\n")
        .file("acme/updates/2026-12-01.md", "## Next\n\n- Later\n")
}

#[test]
fn an_update_begins_with_what_is_known() {
    let workspace = with_history(english());
    makes(&workspace, &["update", "acme", "--today", "2026-11-20"], "acme/updates/2026-11-20.md");
    assert_eq!(
        text(&workspace, "acme/updates/2026-11-20.md"),
        "---\nhealth: on track\ndraft: true\n---\n\n\
         ## Done\n\n\
         <!--\nSaid to come next in the last update. What of it is done?\n\n\
         - We build the *test version*.\n\
         - Send [the plan](../docs/plan.md)\n\
         - Design approved by all\n\
         -->\n\n\
         - Design approved\n\
         - Choose a colour\n\
         - Test version: 25\u{a0}November\u{a0}2026 → 2\u{a0}December\u{a0}2026 (The photos came late; Two pages more)\n\
         - [Two \\[languages\\]](../decisions/0002-two-languages.md)\n\n\
         ## Next\n\n\
         - Send the texts (24\u{a0}November\u{a0}2026)\n"
    );
    workspace.remove("acme/updates/2026-12-01.md");
    let ready = text(&workspace, "acme/updates/2026-11-20.md").replace("draft: true\n", "");
    workspace.write("acme/updates/2026-11-20.md", ready);
    is_clean(&workspace);
}

#[test]
fn without_a_promise_an_update_looks_two_weeks_ahead() {
    let workspace = with_history(english());
    let client = text(&workspace, "acme/client.yml").replace("comms: {updates: weekly}\n", "");
    workspace.write("acme/client.yml", client);
    makes(&workspace, &["update", "acme", "--today", "2026-11-20"], "acme/updates/2026-11-20.md");
    let made = text(&workspace, "acme/updates/2026-11-20.md");
    let next = made.split("## Next\n").nth(1).expect("it has that heading");
    assert_eq!(next, "\n- Send the texts (24\u{a0}November\u{a0}2026)\n- Test version (2\u{a0}December\u{a0}2026)\n");
}

#[test]
fn what_is_late_is_no_promise_and_nobody_says_that_all_is_well() {
    let workspace = with_history(english());
    makes(&workspace, &["update", "acme", "--today", "2026-11-30"], "acme/updates/2026-11-30.md");
    let made = text(&workspace, "acme/updates/2026-11-30.md");
    assert!(made.starts_with("---\ndraft: true\n---\n"), "{made}");
    assert!(made.ends_with("## Next\n\n- Test version (2\u{a0}December\u{a0}2026)\n"));
}

#[test]
fn bad_news_is_thought_about_anew() {
    let last = "---\nhealth: at risk\nbecause: Rain.\n---\n## Next\n\n- Wait\n";
    let workspace = english().file("acme/updates/2026-11-13.md", last);
    makes(&workspace, &["update", "acme", "--today", "2026-11-20"], "acme/updates/2026-11-20.md");
    let made = text(&workspace, "acme/updates/2026-11-20.md");
    assert_eq!(
        made,
        "---\ndraft: true\n---\n\n## Done\n\n<!--\nSaid to come next in the last update. What of it is done?\n\n- Wait\n-->\n\n## Next\n"
    );
    is_clean(&workspace);
}

#[test]
fn the_first_update_has_its_headings_in_the_language_of_the_client() {
    let workspace =
        dutch().file("acme/tasks.yml", "- title: Foto's\n  due: 2026-11-24\n- title: Tekst\n  done: 2020-01-01\n");
    makes(&workspace, &["update", "acme", "--today", "2026-11-20"], "acme/updates/2026-11-20.md");
    assert_eq!(
        text(&workspace, "acme/updates/2026-11-20.md"),
        "---\ndraft: true\n---\n\n## Gedaan\n\n- Tekst\n\n## Hierna\n\n- Foto's (24\u{a0}november\u{a0}2026)\n"
    );
    is_clean(&workspace);
}

#[test]
fn headings_in_another_language_are_known_again() {
    let workspace = dutch().file("acme/updates/2026-11-13.md", "## Done\n\nx\n\n## Next\n\nWe wachten.\n");
    makes(&workspace, &["update", "acme", "--today", "2026-11-20"], "acme/updates/2026-11-20.md");
    let made = text(&workspace, "acme/updates/2026-11-20.md");
    assert!(made.contains("## Gedaan\n\n<!--\nStond in de vorige update als volgende stap. Wat is daarvan gedaan?\n\n- We wachten.\n-->\n"), "{made}");
}

#[test]
fn today_is_the_day_of_the_computer() {
    let workspace = english();
    let before = chrono_today();
    let made = workspace.run(["new", "update", "acme"]).ended_with(0).stdout;
    let days = [before, chrono_today()].map(|day| format!("acme/updates/{day}.md\n"));
    assert!(days.contains(&made), "{made}");
}

fn chrono_today() -> String {
    chrono::Local::now().date_naive().to_string()
}
