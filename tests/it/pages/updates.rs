//! Updates: the list, and the page of each.

use super::{assert_lacks, assert_reads, page, portal, text};

const CLIENT: (&str, &str) =
    ("client.yml", "name: Nobody in particular\nproject: Website\ncomms: { updates: weekly }\naudiences: [sponsor]\n");

const FIRST: (&str, &str) =
    ("updates/2026-11-06.md", "---\nhealth: green\n---\n## Done\n\n- The basket.\n- The till.\n");

const SECOND: (&str, &str) = (
    "updates/2026-11-13.md",
    "---\nhealth: amber\nbecause: Photos are *missing*.\n---\n# Half way\n\nGood news first.[^1]\n\nMore.\n\n## What we saw\n\nThings.\n\n## Next\n\n- A photo day.\n\n## Done\n\n- The list.\n\n[^1]: Noted.\n",
);

const THIRD: (&str, &str) = ("updates/2026-11-20.md", "Short.\n");

#[test]
fn the_newest_update_comes_first_with_its_state_and_how_it_begins() {
    let page = page(&[CLIENT, FIRST, SECOND, THIRD], "/updates");
    assert_reads(
        &page,
        &[
            "<h1>Updates</h1>",
            "Next update: <time datetime=\"2026-11-27\">Fri\u{a0}27\u{a0}Nov</time>",
            "data-after=\"2026-11-27\" hidden>",
            "<article class=\"block entry\" id=\"update.2026-11-20\">",
            "<h2><a href=\"#/updates/2026-11-20\"><time datetime=\"2026-11-20\">Fri\u{a0}20\u{a0}Nov</time></a></h2></div>",
            "<p>Short.</p>",
            "<h2 id=\"earlier\">Earlier</h2>",
            "<li class=\"entry\" id=\"update.2026-11-13\"><h3>",
            "<time datetime=\"2026-11-13\">Fri\u{a0}13\u{a0}Nov</time>: Half way</a></h3><p class=\"entry-state\"><span class=\"chip is-at-risk\">",
            "</svg>At risk</span></p><div class=\"prose\"><p>Photos are <em>missing</em>.</p></div></li>",
            "id=\"update.2026-11-06\">",
            "</svg>On track</span>",
            "<li>The basket.</li>",
        ],
    );
    assert_lacks(&page, &["Good news first.", "More.", "A photo day.", "note."]);
}

#[test]
fn an_update_is_called_after_its_day_and_says_what_was_done_before_what_comes_next() {
    let portal = portal("client", &[CLIENT, FIRST, SECOND, THIRD]);
    assert_eq!(portal.pages["/updates/2026-11-20"].0, "20\u{a0}November\u{a0}2026");
    assert_eq!(portal.pages["/updates/2026-11-13"].0, "13\u{a0}November\u{a0}2026: Half way");
    assert_reads(
        &text(&portal, "/updates/2026-11-13"),
        &[
            "<a href=\"#/updates\">Updates</a>",
            "<h1 id=\"half-way\"><time datetime=\"2026-11-13\">13\u{a0}November\u{a0}2026</time><span class=\"own-title\">Half way</span></h1>",
            "</svg>At risk</span>",
            "<p>Photos are <em>missing</em>.</p>",
            "<p>Good news first.",
            "<h2 id=\"done\">Done",
            "<h2 id=\"next\">Next",
            "<h2 id=\"what-we-saw\">What we saw",
            "Noted.",
            "<a class=\"turn-back\" href=\"#/updates/2026-11-06\" rel=\"prev\"><span class=\"meta\">Previous</span> 6\u{a0}November\u{a0}2026</a>",
            "<a class=\"turn-on\" href=\"#/updates/2026-11-20\" rel=\"next\"><span class=\"meta\">Next</span> 20\u{a0}November\u{a0}2026</a>",
        ],
    );
}

#[test]
fn an_update_says_how_the_project_was_doing_before_where_that_is_another() {
    let again =
        ("updates/2026-11-20.md", "---\nhealth: amber\nbecause: They still are.\n---\n## Next\n\n- Two days more.\n");
    let taken = (
        "updates/2026-11-12.md",
        "---\nhealth: red\nbecause: A slip.\ndropped: { on: 2026-11-12, why: It was another shop. }\n---\n## Next\n\n- Look again.\n",
    );
    let portal = portal("client", &[CLIENT, FIRST, taken, SECOND, again]);
    assert_reads(
        &text(&portal, "/updates/2026-11-13"),
        &[
            "<p class=\"facts\"><span class=\"unseen\">before </span><span class=\"was-state\"><span class=\"chip is-on-track\">",
            "</svg>On track</span></span><span aria-hidden=\"true\">→</span><span class=\"unseen\">now </span><span class=\"chip is-at-risk\">",
        ],
    );
    for path in ["/updates/2026-11-06", "/updates/2026-11-20"] {
        assert_lacks(&text(&portal, path), &["was-state"]);
    }
}

#[test]
fn what_an_update_asks_for_comes_after_what_was_done_and_what_comes_next() {
    let asks = "---\nhealth: green\n---\n## Needed from you\n\nThe photos.\n\n## Next\n\n- A day.\n\n## Seen\n\nThings.\n\n## Done\n\n- The list.\n";
    assert_reads(
        &page(&[CLIENT, ("updates/2026-11-06.md", asks)], "/updates/2026-11-06"),
        &[
            "<div class=\"parts\"><section class=\"part part-done\">",
            "<section class=\"part part-next\">",
            "<section class=\"part part-needed\"><h2 id=\"needed-from-you\">Needed from you",
            "<p>The photos.</p>",
            "<section class=\"part part-other\">",
        ],
    );
}

#[test]
fn updates_of_another_audience_are_neither_listed_nor_next_to_others() {
    let secret = ("updates/2026-11-13.md", "---\naudience: [sponsor]\n---\nSecret.\n");
    let portal = portal("client", &[CLIENT, FIRST, secret, THIRD]);
    assert_lacks(&text(&portal, "/updates"), &["2026-11-13", "Secret"]);
    assert_reads(&text(&portal, "/updates/2026-11-20"), &["turn-back\" href=\"#/updates/2026-11-06\""]);
    assert!(!portal.pages.contains_key("/updates/2026-11-13"));
}

#[test]
fn without_a_promise_no_update_is_expected() {
    assert_lacks(&page(&[FIRST], "/updates"), &["Next update", "data-after"]);
}

#[test]
fn an_update_can_be_taken_back_in_the_open() {
    let taken = "---\ndropped: { on: 2026-11-07, why: The figures were of another shop. }\n---\nOld.\n";
    let files = [("updates/2026-11-06.md", taken)];
    for path in ["/updates", "/updates/2026-11-06"] {
        assert_reads(&page(&files, path), &["<del><time datetime=\"2026-11-06\">", "Dropped", "of another shop"]);
    }
}
