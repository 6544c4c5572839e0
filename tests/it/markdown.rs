//! What becomes of Markdown: the text of a page as it stands in the opened portal.

use crate::reader::{on_disk, read_all};
use crate::workspace::Workspace;

/// A text and the HTML of its page.
const CASES: &[(&str, &str)] = &[
    ("Two\nlines and a  \nbreak.\n", "<p>Two\nlines and a<br>\nbreak.</p>\n"),
    ("*a* **b** ~~c~~ `<d>`\n", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>&lt;d&gt;</code></p>\n"),
    (
        "## Set up {#start}\n\n## Use of {name}\n",
        "<h2 id=\"start\">Set up</h2>\n\
         <h2 id=\"use-of-name\">Use of {name}</h2>\n",
    ),
    ("a\n\n# First\n", "<p>a</p>\n<h2 id=\"first\">First</h2>\n"),
    (
        "| a | b |\n|:--|--:|\n| 1 | 2 |\n",
        "<div class=\"table\">\n<table>\n<thead>\n\
         <tr><th scope=\"col\" class=\"align-left\">a</th><th scope=\"col\" class=\"align-right\">b</th></tr>\n</thead>\n\
         <tbody>\n<tr><td class=\"align-left\">1</td><td class=\"align-right\">2</td></tr>\n</tbody>\n</table>\n</div>\n",
    ),
    // A column without a word at its head heads the rows, and an empty cell heads nothing.
    (
        "| | a |\n|---|---|\n| **1** | 2 |\n\n| | |\n|---|---|\n| 3 | |\n",
        "<div class=\"table\">\n<table>\n<thead>\n<tr><td></td><th scope=\"col\">a</th></tr>\n</thead>\n\
         <tbody>\n<tr><th scope=\"row\"><strong>1</strong></th><td>2</td></tr>\n</tbody>\n</table>\n</div>\n\
         <div class=\"table\">\n<table>\n<thead>\n<tr><td></td><td></td></tr>\n</thead>\n\
         <tbody>\n<tr><th scope=\"row\">3</th><td></td></tr>\n</tbody>\n</table>\n</div>\n",
    ),
    (
        // Four columns that have room on a phone stay beside each other.
        "| Kind of ticket | A | B | C |\n|---|--:|--:|--:|\n| Islander fare, adult | 1 | 2 | 3 |\n",
        "<div class=\"table\">\n<table>\n<thead role=\"rowgroup\">\n<tr role=\"row\"><th scope=\"col\" role=\"columnheader\">Kind of ticket</th>\
         <th scope=\"col\" role=\"columnheader\" class=\"align-right\">A</th><th scope=\"col\" role=\"columnheader\" class=\"align-right\">B</th>\
         <th scope=\"col\" role=\"columnheader\" class=\"align-right\">C</th></tr>\n</thead>\n<tbody role=\"rowgroup\">\n\
         <tr role=\"row\"><td role=\"cell\" data-head=\"Kind of ticket\">Islander fare, adult</td><td role=\"cell\" class=\"align-right\" data-head=\"A\">1</td>\
         <td role=\"cell\" class=\"align-right\" data-head=\"B\">2</td><td role=\"cell\" class=\"align-right\" data-head=\"C\">3</td></tr>\n</tbody>\n</table>\n</div>\n",
    ),
    (
        // Those that have none fold; a head may be empty, and may hold anything.
        "| Who | *What* & \"`x`\" | | When |\n|---|---|---|---|\n| Somebody with a long name | Something to read | More of the same | Now |\n",
        "<div class=\"table folds\">\n<table role=\"table\">\n<thead role=\"rowgroup\">\n<tr role=\"row\"><th scope=\"col\" role=\"columnheader\">Who</th>\
         <th scope=\"col\" role=\"columnheader\"><em>What</em> &amp; &quot;<code>x</code>&quot;</th><td role=\"cell\"></td>\
         <th scope=\"col\" role=\"columnheader\">When</th></tr>\n</thead>\n<tbody role=\"rowgroup\">\n\
         <tr role=\"row\"><td role=\"cell\" data-head=\"Who\">Somebody with a long name</td><td role=\"cell\" data-head=\"What &amp; &quot;x&quot;\">Something to read</td>\
         <td role=\"cell\">More of the same</td><td role=\"cell\" data-head=\"When\">Now</td></tr>\n</tbody>\n</table>\n</div>\n",
    ),
    (
        "- [x] done\n- [ ] open\n",
        "<ul>\n<li><input type=\"checkbox\" disabled checked aria-label=\"done\"> done</li>\n\
         <li><input type=\"checkbox\" disabled aria-label=\"still open\"> open</li>\n</ul>\n",
    ),
    ("3. three\n4. four\n", "<ol start=\"3\">\n<li>three</li>\n<li>four</li>\n</ol>\n"),
    (
        "> [!WARNING]\n> Mind the step.\n",
        "<aside class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Take care</p>\n<p>Mind the step.</p>\n</aside>\n",
    ),
    (
        // The first definition is never used, the second stands before its reference and is spelled in another case.
        "[^unused]: x\n\n[^N]: A note.\n\nText[^n] and again[^n].\n",
        "<p>Text<sup class=\"note-reference\"><a id=\"note.1.text\" href=\"#/docs/PAGE#note.1\">1</a></sup> and again\
         <sup class=\"note-reference\"><a id=\"note.1.text.2\" href=\"#/docs/PAGE#note.1\">1</a></sup>.</p>\n\
         <section class=\"notes\" aria-label=\"Notes\">\n<ol>\n<li id=\"note.1\" value=\"1\"><p>A note.</p>\n \
         <a class=\"note-back\" href=\"#/docs/PAGE#note.1.text\" aria-label=\"Back to the text\">↩</a> \
         <a class=\"note-back\" href=\"#/docs/PAGE#note.1.text.2\" aria-label=\"Back to the text\">↩</a></li>\n</ol>\n</section>\n",
    ),
    (
        "```yaml\ndue: 2026-03-09\n```\n",
        "<div class=\"code\"><pre><code><span class=\"hl-source hl-yaml\">\
         <span class=\"hl-string hl-unquoted hl-plain hl-out hl-yaml\"><span class=\"hl-entity hl-name hl-tag hl-yaml\">due</span></span>\
         <span class=\"hl-punctuation hl-separator hl-key-value hl-mapping hl-yaml\">:</span> \
         <span class=\"hl-constant hl-other hl-timestamp hl-yaml\">2026-03-09</span>\n</span></code></pre></div>\n",
    ),
    ("```unheard-of\n<b>\n```\n", "<div class=\"code\"><pre><code>&lt;b&gt;\n</code></pre></div>\n"),
    (
        "[site](https://example.com \"A \\\"site\\\"\") <mira@example.com>\n",
        "<p><a href=\"https://example.com\" rel=\"noopener noreferrer\" title=\"A &quot;site&quot;\">site</a> \
         <a href=\"mailto:mira@example.com\" rel=\"noopener noreferrer\">mira@example.com</a></p>\n",
    ),
    (
        "[page](other%20page.md#part-100) [file](../files/a.txt) [glossary](/glossary)\n",
        "<p><a href=\"#/docs/other%20page#part-100\">page</a> <a href=\"#\" data-asset=\"files/a.txt\">file</a> \
         <a href=\"#/glossary\">glossary</a></p>\n",
    ),
    (
        "![A & map](map.png \"Map\")\n",
        "<p><img data-asset=\"docs/map.png\" alt=\"A &amp; map\" title=\"Map\" width=\"3\" height=\"2\"></p>\n",
    ),
    (
        "<details>\n<summary>More</summary>\n\nIn **Markdown**.\n\n</details>\n",
        "<details>\n<summary>More</summary>\n<p>In <strong>Markdown</strong>.</p>\n</details>\n",
    ),
    ("Press <kbd>Ctrl</kbd>, H<sub>2</sub>O\n", "<p>Press <kbd>Ctrl</kbd>, H<sub>2</sub>O</p>\n"),
    ("<b>never closed\n\nnext\n", "<p><b>never closed</b></p>\n<p>next</p>\n"),
    (
        "<a href=\"other page.md\">raw</a> and <a href=\"other page.md\">[inner](https://example.com)</a>\n",
        "<p><a href=\"#/docs/other%20page\">raw</a> and <a href=\"#/docs/other%20page\">inner</a></p>\n",
    ),
];

/// A picture of three by two pixels, as far as its header goes.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0";

#[test]
fn every_piece_becomes_the_html_it_should() {
    let mut workspace = Workspace::new()
        .client("acme")
        .file("acme/docs/other page.md", "## Part 100\n")
        .file("acme/docs/map.png", PNG)
        .file("acme/files/a.txt", "a")
        .file("acme/glossary.yml", "Term: A word.\n")
        .people("acme", &[("tom", "client")]);
    for (number, (markdown, _)) in CASES.iter().enumerate() {
        workspace = workspace.file(&format!("acme/docs/p{number}.md"), markdown);
    }
    workspace.build().ended_with(0);
    let portal = read_all(on_disk(&workspace.path("dist/acme")), "tom").expect("the portal opens");
    for (number, (markdown, expected)) in CASES.iter().enumerate() {
        let (_, page) = &portal.pages[&format!("/docs/p{number}")];
        let prose = between(page, "<div class=\"prose\">", "</div>\n    <nav class=\"turn\"");
        assert_eq!(prose, expected.replace("PAGE", &format!("p{number}")), "{markdown}");
    }
}

#[test]
fn a_heading_that_is_the_title_keeps_its_anchor() {
    let workspace = Workspace::new()
        .client("acme")
        .file("acme/docs/a.md", "# Set up {#start}\n\n[top](#start)\n")
        .file("acme/docs/b.md", "[there](a.md#start)\n")
        .people("acme", &[("tom", "client")]);
    workspace.build().ended_with(0);
    let portal = read_all(on_disk(&workspace.path("dist/acme")), "tom").expect("the portal opens");
    let (title, page) = &portal.pages["/docs/a"];
    assert_eq!(title, "Set up");
    assert!(page.contains("<h1 id=\"start\">Set up</h1>"), "{page}");
    assert!(portal.pages["/docs/b"].1.contains("<a href=\"#/docs/a#start\">there</a>"));
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("`{from}` is on the page: {text}")) + from.len();
    let end = text[start..].find(to).unwrap_or_else(|| panic!("`{to}` is on the page: {text}"));
    &text[start..start + end]
}
