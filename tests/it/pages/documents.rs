//! Documents: the list, the page of each, files and the glossary.

use super::{assert_lacks, assert_reads, page, portal, text};

const PEOPLE: (&str, &str) = ("people.yml", "- name: Ada Lund\n  side: client\n  role: Director\n");

const AGREED: (&str, &str) = (
    "docs/plans/tests.md",
    "---\nkind: explanation\napproval: { by: Ada Lund, on: 2026-11-13, via: mail }\nwas: What we try\n---\n# What we test\n\nAll.\n",
);

const ASKED: (&str, &str) =
    ("docs/plans/texts.md", "---\norder: 1\napproval: { by: Ada Lund, until: 2026-11-24 }\n---\n# Texts\n\nAll.\n");

const DROPPED: (&str, &str) =
    ("docs/old.md", "---\ndropped: { on: 2026-11-01, why: It is in the plan now. }\n---\n# Old\n\nGone.\n");

#[test]
fn documents_stand_by_folder_with_what_they_are_for_and_whether_they_are_agreed() {
    let files = [PEOPLE, AGREED, ASKED, DROPPED, ("glossary.yml", "Staging: A site to try.\nTill: Where one pays.\n")];
    assert_reads(
        &page(&files, "/documents"),
        &[
            "<h1>Documents</h1>",
            "<a class=\"row row-line\" href=\"#/docs/old\"><span class=\"row-title\"><del>Old</del></span><span class=\"facts\"><span>Dropped</span></span>",
            "<h2 id=\"folder.2\">Plans</h2>",
            "<li id=\"doc.plans/texts\" data-ask><a class=\"row row-line\" href=\"#/docs/plans/texts\"><span class=\"row-title\">Texts</span>",
            "</svg>Waiting for you</span><span><time datetime=\"2026-11-24\">Tue\u{a0}24\u{a0}Nov</time><span class=\"due\" data-due=\"2026-11-24\"></span>",
            "What we test</span><span class=\"facts\"><span>Explanation</span><span>Agreed <time datetime=\"2026-11-13\">13\u{a0}Nov</time></span></span>",
            "<a href=\"#/glossary\">Glossary</a></h2><p class=\"meta\">2 words explained</p>",
        ],
    );
}

#[test]
fn a_document_says_where_it_lies_and_who_agreed_to_it() {
    let files = [PEOPLE, AGREED, ASKED, DROPPED];
    assert_reads(
        &page(&files, "/docs/plans/tests"),
        &[
            "<a href=\"#/documents\">Documents</a> · Plans</p>",
            "<h1 id=\"what-we-test\">What we test</h1><p class=\"facts\"><span>Explanation</span></p>",
            "Agreed <time datetime=\"2026-11-13\">13\u{a0}November\u{a0}2026</time>, by \
             <a href=\"#/about#person.ada-lund\">Ada Lund</a>, Director, via mail",
            "<p class=\"meta\">Formerly What we try</p>",
        ],
    );
    assert_reads(
        &page(&files, "/docs/plans/texts"),
        &[
            "<header class=\"pagehead\" data-ask>",
            "</svg>Waiting for you</span>",
            "needed by <time datetime=\"2026-11-24\">Tue\u{a0}24\u{a0}Nov</time><span class=\"due\" data-due=\"2026-11-24\"></span>",
        ],
    );
    assert_reads(
        &page(&files, "/docs/old"),
        &["<h1 id=\"old\"><del>Old</del></h1>", "<b>Dropped</b>", "<p>It is in the plan now.</p>"],
    );
}

#[test]
fn the_way_to_a_document_says_no_word_twice() {
    let doc = "---\nkind: reference\n---\n# Fares\n\nAll.\n";
    let (title, kind) = ("<h1 id=\"fares\">Fares</h1>", "<p class=\"facts\"><span>Reference</span></p>");
    for (path, way, kind) in [
        ("docs/reference/fares.md", " · Reference</p>", ""),
        ("docs/Reference/fares.md", " · Reference</p>", ""),
        ("docs/documents/fares.md", "</p>", kind),
        ("docs/prices/fares.md", " · Prices</p>", kind),
        ("docs/fares.md", "</p>", kind),
    ] {
        let page = page(&[(path, doc)], &format!("/{}", path.trim_end_matches(".md")));
        let head = format!("<p class=\"crumb\"><a href=\"#/documents\">Documents</a>{way}{title}{kind}</header>");
        assert_reads(&page, &[&head]);
    }
    let list =
        [("docs/reference/fares.md", doc), ("docs/prices/list.md", "---\nkind: reference\n---\n# List\n\nAll.\n")];
    assert_reads(
        &page(&list, "/documents"),
        &[
            "<span class=\"row-title\">List</span><span class=\"facts\"><span>Reference</span></span>",
            "<span class=\"row-title\">Fares</span></a>",
        ],
    );
}

#[test]
fn a_document_says_how_long_it_takes_to_read() {
    let minutes = |words: usize, code: usize| {
        let doc = format!("# Plan\n\n{}\n\n```\n{}\n```\n", "word ".repeat(words), "x ".repeat(code));
        let page = page(&[("docs/plan.md", doc.as_str())], "/docs/plan");
        page.split("<p class=\"facts\"><span>").nth(1).and_then(|rest| rest.split('<').next()).map(str::to_owned)
    };
    assert_eq!(minutes(150, 50), None);
    assert_eq!(minutes(151, 50).as_deref(), Some("2 minutes to read"));
    assert_eq!(minutes(801, 0).as_deref(), Some("5 minutes to read"));
}

#[test]
fn from_three_folders_on_the_list_has_its_contents_beside_it() {
    let mut files = vec![
        ("docs/start.md", "# Start\n"),
        ("docs/plans/a.md", "# A\n"),
        ("files/plain.csv", "a,b\n"),
        ("glossary.yml", "Till: Where one pays.\n"),
    ];
    assert_lacks(&page(&files, "/documents"), &["<nav"]);
    files.push(("docs/tests/b.md", "# B\n"));
    assert_reads(
        &page(&files, "/documents"),
        &[
            "<h2 id=\"folder.2\">Plans</h2>",
            "<h2 id=\"folder.3\">Tests</h2>",
            "<nav class=\"cols-side toc toc-beside\" aria-label=\"On this page\">",
            "<li><a href=\"#/documents#folder.2\">Plans</a></li><li><a href=\"#/documents#folder.3\">Tests</a></li>\
             <li><a href=\"#/documents#files\">Files</a></li><li><a href=\"#/documents#glossary\">Glossary</a></li></ol>",
        ],
    );
}

#[test]
fn files_say_their_version_and_their_day() {
    let notes = "plan.pdf: { title: Test plan, version: \"2\", date: 2026-11-13, was: Draft plan }\n\
                 old.txt: { title: Old list, dropped: { on: 2026-11-14, why: There is a new one. } }\n\
                 hidden.txt: { title: Hidden, audience: [sponsor] }\n";
    let files = [
        ("client.yml", "name: Nobody in particular\nproject: Website\naudiences: [sponsor]\n"),
        ("files.yml", notes),
        ("files/hidden.txt", "x"),
        ("files/old.txt", "x"),
        ("files/plain.csv", "a,b\n"),
        ("files/plan.pdf", "x"),
    ];
    let portal = portal("client", &files);
    let page = text(&portal, "/documents");
    assert_reads(
        &page,
        &[
            "<h2 id=\"files\">Files</h2>",
            "<li id=\"file.old-txt\"><a class=\"file\" data-asset=\"files/old.txt\"",
            "<span class=\"file-title\"><del>Old list</del></span>",
            "<p>There is a new one.</p>",
            "<li><a class=\"file\" data-asset=\"files/plain.csv\"",
            "<span class=\"file-title\">plain.csv</span><span class=\"meta\">CSV, 4\u{a0}B</span>",
            "<li id=\"file.plan-pdf\">",
            "<span class=\"file-title\">Test plan</span><span class=\"meta\">PDF, 1\u{a0}B, version 2, \
             <time datetime=\"2026-11-13\">13\u{a0}Nov</time></span>",
            "<p class=\"meta\">Formerly Draft plan</p>",
        ],
    );
    assert_lacks(&page, &["Hidden", "hidden.txt"]);
}

#[test]
fn a_term_says_what_it_was_called_and_why_it_is_used_no_more() {
    let glossary = "Till:\n  short: Where one pays.\n  aka: [cash desk]\n  was: Desk\n\
                    Counter:\n  short: The same.\n  dropped: { on: 2026-11-01, why: We say till. }\n";
    assert_reads(
        &page(&[("glossary.yml", glossary)], "/glossary"),
        &[
            "<dt id=\"counter\"><span data-term=\"name\"><del>Counter</del></span></dt>",
            "<p>The same.</p>",
            "<p>We say till.</p>",
            "<dt id=\"till\"><span data-term=\"name\">Till</span><span class=\"aka\">also cash desk</span></dt>",
            "<p class=\"meta\">Formerly Desk</p>",
        ],
    );
}

#[test]
fn one_word_is_counted_in_the_language_of_the_client() {
    let files = [
        ("client.yml", "name: Nobody in particular\nproject: Website\nlanguage: nl\n"),
        ("glossary.yml", "Kassa: Waar men betaalt.\n"),
    ];
    assert_reads(&page(&files, "/documents"), &["<h1>Documenten</h1>", "<p class=\"meta\">Eén woord uitgelegd</p>"]);
}

#[test]
fn a_document_with_three_headings_has_contents_and_one_with_two_has_none() {
    let deep = "# Till\n\n### Before\n\n## Open\n\n### Key\n\n#### Lost\n\n### Float\n\n## Close\n\nNow.\n";
    let files = [("docs/till.md", deep), ("docs/short.md", "# Short\n\n## One\n\na\n\n### Two\n\nb\n")];
    let contents = "<ol role=\"list\">\
        <li><a href=\"#/docs/till#before\">Before</a></li>\
        <li><a href=\"#/docs/till#open\">Open</a><ol role=\"list\">\
        <li><a href=\"#/docs/till#key\">Key</a></li><li><a href=\"#/docs/till#float\">Float</a></li></ol></li>\
        <li><a href=\"#/docs/till#close\">Close</a></li></ol>";
    let page = portal("client", &files);
    // Folded above the text, and beside it.
    assert_eq!(text(&page, "/docs/till").matches(contents).count(), 2, "{}", text(&page, "/docs/till"));
    assert_lacks(&text(&page, "/docs/short"), &["toc", "On this page"]);
}
