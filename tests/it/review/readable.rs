//! Texts that are too long, and sentences that put the blame on somebody.

use super::{DUTCH, PEOPLE, says};

const BLAME: &str = "say what happened and what is being done about it, without naming anybody";

#[test]
fn a_name_beside_a_fault_reads_like_blame() {
    let milestones = "\
- title: Design approved
  due: 2026-12-04
  moves:
    - to: 2026-12-11
      why: Ana de la Cruz was late with the photos.
      recovery: >
        The texts come first. We ring Linden on Monday,
        because the last answer came too late.
";
    says(
        &[("people.yml", PEOPLE), ("milestones.yml", milestones)],
        &[
            &format!(
                "milestones.yml:5:12 warning[blame] `Ana de la Cruz` stands in one sentence with `was late`, and that reads like blame | {BLAME}"
            ),
            &format!(
                "milestones.yml:7:39 warning[blame] `Linden` stands in one sentence with `too late`, and that reads like blame | {BLAME}"
            ),
        ],
    );
}

#[test]
fn blame_is_found_in_a_reason_a_task_and_what_was_given_up() {
    let tasks = "- title: Photos\n  owner: Ana de la Cruz\n  why: The last ones were Ana's mistake.\n";
    let roadmap = "- title: Film\n  dropped: {on: 2026-11-02, why: \"It was Joost\u{2019}s fault.\"}\n";
    let update =
        "---\nhealth: at risk\nbecause: Mira didn\u{2019}t answer the bank.\n---\n## Next\n\nWe ring the bank.\n";
    says(
        &[("people.yml", PEOPLE), ("tasks.yml", tasks), ("roadmap.yml", roadmap), ("updates/2026-11-20.md", update)],
        &[
            &format!(
                "roadmap.yml:2:42 warning[blame] `Joost` stands in one sentence with `'s fault`, and that reads like blame | {BLAME}"
            ),
            &format!(
                "tasks.yml:3:27 warning[blame] `Ana` stands in one sentence with `'s mistake`, and that reads like blame | {BLAME}"
            ),
            &format!(
                "updates/2026-11-20.md:3:10 warning[blame] `Mira` stands in one sentence with `didn't answer`, and that reads like blame | {BLAME}"
            ),
        ],
    );
}

#[test]
fn blame_is_known_in_dutch() {
    let update = "## Gedaan\n\nDe foto\u{2019}s staan erin.\n\n- De prijslijst is door *Joost* over het hoofd gezien.\n- Mira is te laat gekomen.\n";
    says(
        &[("client.yml", DUTCH), ("people.yml", PEOPLE), ("updates/2026-11-20.md", update)],
        &[
            &format!(
                "updates/2026-11-20.md:5:26 warning[blame] `Joost` stands in one sentence with `over het hoofd gezien`, and that reads like blame | {BLAME}"
            ),
            &format!(
                "updates/2026-11-20.md:6:3 warning[blame] `Mira` stands in one sentence with `te laat`, and that reads like blame | {BLAME}"
            ),
        ],
    );
}

#[test]
fn a_name_and_a_fault_in_two_sentences_are_no_blame() {
    let update = "\
## Done

The bank's form was forgotten. Mira Vos rings them on Monday, in the late afternoon.

- Mira Vos repaired the fault in the scanner, and found a mistake in the fares.
- The payment failed twice; Joost saw why. Miranda was late.
- `Mira forgot`

## Next

Ana de la Cruz chooses the photos. Nobody is late.
";
    let doc = "# How we work\n\nMira Vos made a mistake in 1998, and has told of it ever since.\n";
    says(&[("people.yml", PEOPLE), ("updates/2026-11-20.md", update), ("docs/start.md", doc)], &[]);
}

#[test]
fn a_summary_is_read_at_a_glance() {
    let long = "Every visitor sees a chair. ".repeat(11);
    let roadmap = format!("- title: Design\n  summary: >\n    {long}\n");
    let tasks = format!("- title: Photos\n  why: {long}\n");
    let update = format!("---\nhealth: on track\nbecause: |\n  {long}\n---\n## Done\n\n{long}\n");
    let milestones = format!("- title: Sketches\n  done: true\n  note: \"{long}\"\n");
    let said = "has 307 characters, and is read at a glance | keep to 280 characters, and put the rest into a document that it links to";
    says(
        &[
            ("roadmap.yml", &roadmap),
            ("tasks.yml", &tasks),
            ("updates/2026-11-20.md", &update),
            ("milestones.yml", &milestones),
        ],
        &[
            &format!("milestones.yml:3:10 warning[long-summary] `note` {said}"),
            &format!("roadmap.yml:3:5 warning[long-summary] `summary` {said}"),
            &format!("tasks.yml:2:8 warning[long-summary] `why` {said}"),
            &format!("updates/2026-11-20.md:4:3 warning[long-summary] `because` {said}"),
        ],
    );
}

#[test]
fn the_address_of_a_link_does_not_make_a_summary_long() {
    let link = format!("See [the plan](https://example.com/{}).", "a".repeat(300));
    says(&[("tasks.yml", &format!("- title: Photos\n  why: {link}\n"))], &[]);
}

#[test]
fn the_five_longest_sentences_are_named() {
    let sentence = |words: usize| format!("{}end.", "word ".repeat(words - 1));
    let doc: String = [36, 40, 35, 37, 39, 36, 38, 41].map(sentence).map(|text| format!("{text}\n\n")).concat();
    let said = |line: usize, words: usize| {
        format!(
            "docs/start.md:{line}:1 hint[long-sentence] this sentence has {words} words | make two of it: more than 35 words are hard to follow"
        )
    };
    says(&[("docs/start.md", &doc)], &[&said(3, 40), &said(7, 37), &said(9, 39), &said(13, 38), &said(15, 41)]);
}

#[test]
fn lists_and_tables_are_no_long_sentences() {
    let item = "- a chair and a table and a lamp\n";
    let row = format!("| {} |\n", "word ".repeat(50));
    let doc = format!(
        "What there is:\n\n{}\n| what |\n|--|\n{row}\nOne `a b c`, two. {}",
        item.repeat(20),
        "x. Y ".repeat(60)
    );
    says(&[("docs/start.md", &doc)], &[]);
}

#[test]
fn a_sentence_goes_on_through_links_and_line_breaks() {
    let doc = format!(
        "# Start\n\nShort. A {}\n[and](x.md) **then** {}.\n",
        "word ".repeat(16).trim(),
        "word ".repeat(17).trim()
    );
    says(
        &[("docs/start.md", &doc), ("docs/x.md", "# X\n")],
        &[
            "docs/start.md:3:8 hint[long-sentence] this sentence has 36 words | make two of it: more than 35 words are hard to follow",
        ],
    );
}
