//! The glossary in place: what readers of an opened portal find explained, and where.

use crate::reader::{Contents, on_disk, read_all};
use crate::workspace::Workspace;

fn opened(workspace: &Workspace, person: &str) -> Contents {
    read_all(on_disk(&workspace.path("dist/acme")), person).expect("the portal opens")
}

/// A workspace with this glossary and this page, built and opened.
fn page(glossary: &str, markdown: &str) -> String {
    page_in("", glossary, markdown)
}

/// The same with more lines in `client.yml`.
fn page_in(settings: &str, glossary: &str, markdown: &str) -> String {
    let workspace = Workspace::new()
        .file("acme/client.yml", format!("name: Nobody in particular\nproject: Website\n{settings}"))
        .file("acme/glossary.yml", glossary)
        .file("acme/docs/page.md", markdown)
        .people("acme", &[("tom", "client")]);
    workspace.build();
    opened(&workspace, "tom").pages["/docs/page"].1.clone()
}

/// The text of a page.
fn prose(page: &str) -> &str {
    let from = page.find("<div class=\"prose\">").expect("the page has a text") + "<div class=\"prose\">".len();
    let to = page[from..].find("</article>").expect("the text ends") + from;
    page[from..to].trim_end().strip_suffix("</div>").expect("the text ends").trim_end()
}

/// The text of a page with its buttons as `[word|id]`.
fn marked(page: &str) -> String {
    let mut out = String::new();
    let mut rest = prose(page);
    while let Some((before, button)) = rest.split_once("<button type=\"button\" class=\"term\" popovertarget=\"_term-")
    {
        let (id, button) = button.split_once('"').expect("the id ends");
        let (_, button) = button.split_once('>').expect("the tag ends");
        let (word, behind) = button.split_once("</button>").expect("the button ends");
        out.push_str(&format!("{before}[{word}|{id}]"));
        rest = behind;
    }
    out + rest
}

/// The ids of the terms that are marked on a page, in their order.
fn marked_terms(page: &str) -> Vec<&str> {
    let mut ids = Vec::new();
    for id in page.split(" popovertarget=\"_term-").skip(1).filter_map(|button| button.split('"').next()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

#[test]
fn a_term_in_the_text_is_a_button() {
    let page = page(
        "Go-live:\n  short: The day of days.\n  aka: [going live]\nStaging: A site to try.\n",
        "After *staging* & \\<going live>, staging.\n\n## More\n\nGoing\nlive.\n",
    );
    assert_eq!(
        prose(&page),
        "<p>After <em><button type=\"button\" class=\"term\" popovertarget=\"_term-staging\">staging</button></em> \
         &amp; &lt;<button type=\"button\" class=\"term\" popovertarget=\"_term-go-live\">going live</button>&gt;, \
         staging.</p>\n\
         <h2 id=\"more\">More</h2>\n\
         <p><button type=\"button\" class=\"term\" popovertarget=\"_term-go-live\">Going\nlive</button>.</p>"
    );
    assert!(!page.contains("The day of days"), "what a term means is written once, in the glossary: {page}");
}

#[test]
fn the_glossary_has_what_notes_are_made_of() {
    let workspace = Workspace::new()
        .client("acme")
        .file(
            "acme/glossary.yml",
            "Go-live:\n  short: The day of [all days](docs/page.md), \"<1>\" & only.\n  aka: [going live]\n  means: More.\n",
        )
        .file("acme/docs/page.md", "Going live.\n")
        .people("acme", &[("tom", "client")]);
    workspace.build();
    let page = &opened(&workspace, "tom").pages["/glossary"].1;
    let entry = "<dt id=\"go-live\"><span data-term=\"name\">Go-live</span> <span class=\"aka\">also going live</span></dt>\n        \
         <dd><div data-term=\"short\"><p>The day of <a href=\"#/docs/page\">all days</a>, &quot;&lt;1&gt;&quot; &amp; only.</p>\n\
         </div><div class=\"prose\"><p>More.</p>\n</div>\
         <p class=\"used\">Used in <a href=\"#/docs/page\">Page</a></p></dd>";
    assert!(page.contains(entry), "{page}");
    let (before, pattern) = page.split_once("<template id=\"_terms\">\n").expect("the pattern of the notes is there");
    assert!(before.contains("<dl"), "a browser would take a template at the very beginning out of the page: {page}");
    assert_eq!(
        pattern,
        "<section class=\"terms sheet\">\n\
         <h2>Words explained</h2>\n\
         <div class=\"term-note\" popover role=\"dialog\" tabindex=\"-1\" autofocus>\n\
         <div class=\"term-name\" data-term=\"name\"></div>\n\
         <div data-term=\"short\"></div>\n\
         <p class=\"term-more\"><a data-term=\"more\">In the glossary</a></p>\n\
         </div>\n\
         </section>\n\
         </template>\n"
    );
}

#[test]
fn only_the_first_use_in_each_section_is_marked() {
    let page = page(
        "Deploy: d\nSite: s\n",
        "Deploy, deploy.\n\n- deploy[^1]\n- the site\n\n## One\n\n> Deploy\n\nDeploy the *site*.\n\n## Two\n\nNothing.\n\n\
         [^1]: Deploy, deploy.\n",
    );
    let text = marked(&page);
    let marks: Vec<&str> = text.split('[').skip(1).filter_map(|rest| rest.split(']').next()).collect();
    assert_eq!(marks, ["Deploy|deploy", "site|site", "Deploy|deploy", "site|site", "Deploy|deploy"]);
    assert_eq!(marked_terms(&page), ["deploy", "site"]);
}

#[test]
fn the_longest_term_wins() {
    let page = page(
        "Window: w\nBooking window: b\nBooking: {short: k, aka: [book]}\n",
        "A booking window, a window, to book.\n",
    );
    assert_eq!(marked(&page), "<p>A [booking window|booking-window], a [window|window], to [book|booking].</p>");
}

#[test]
fn code_links_and_headings_have_no_marks() {
    let page = page(
        "Deploy: d\n",
        "# Deploy now\n\n## Deploy\n\n`deploy` [deploy](page.md) <a href=\"page.md\">*deploy*</a> <kbd>deploy</kbd> \
         <samp>deploy</samp> <code>deploy</code>\n\n```\ndeploy\n```\n\n<pre>deploy</pre>\n\n\
         <details><summary>deploy</summary></details>\n",
    );
    assert!(!page.contains("class=\"term\""), "{page}");
}

#[test]
fn a_word_of_few_is_marked_for_them_alone() {
    let workspace = Workspace::new()
        .file("acme/client.yml", "name: Nobody in particular\nproject: Website\naudiences: [client, sponsor]\n")
        .file("acme/glossary.yml", "Grant: {short: Money., audience: sponsor}\nGrant claim: A letter.\n")
        .file("acme/docs/page.md", "The grant, a grant claim.\n")
        .people("acme", &[("tom", "client"), ("ada", "sponsor")]);
    workspace.build();
    let page = |person| opened(&workspace, person).pages["/docs/page"].1.clone();
    assert_eq!(marked(&page("tom")), "<p>The grant, a [grant claim|grant-claim].</p>");
    assert!(!opened(&workspace, "tom").pages["/glossary"].1.contains("Money"));
    assert_eq!(marked(&page("ada")), "<p>The [grant|grant], a [grant claim|grant-claim].</p>");
    assert_eq!(marked_terms(&page("ada")), ["grant", "grant-claim"]);
}

#[test]
fn a_draft_of_a_term_is_not_marked() {
    let page = page("Deploy: {short: d, draft: true}\nSite: s\n", "Deploy the site.\n");
    assert_eq!(marked(&page), "<p>Deploy the [site|site].</p>");
}

#[test]
fn the_glossary_has_no_marks() {
    let workspace = Workspace::new()
        .client("acme")
        .file(
            "acme/glossary.yml",
            "Deploy:\n  short: \"## To deploy\\n\\nDeploy a site.\"\n  means: Site, deploy.\nSite: Deploy it.\n",
        )
        .file("acme/docs/page.md", "Deploy.\n")
        .people("acme", &[("tom", "client")]);
    workspace.build();
    let pages = opened(&workspace, "tom").pages;
    let glossary = &pages["/glossary"].1;
    assert!(!glossary.contains("<button"), "{glossary}");
    assert_eq!(marked_terms(&pages["/docs/page"].1), ["deploy"]);
    // Links from a text of it lead to the glossary, wherever it is shown.
    let heading = "<h2 id=\"deploy.short.to-deploy\">To deploy</h2>";
    assert!(glossary.contains(heading), "{glossary}");
}

#[test]
fn ukrainian_words_are_found_in_all_their_spellings() {
    let page = page(
        "Реліз:\n  short: р\n  aka: [релізу, релізом]\nІм'я вузла: і\nПДВ: п\nКомп: к\n",
        "Після РЕЛІЗУ: ім\u{2019}я\u{a0}вузла. Релізний, пдв, комп\u{2bc}ютер, ПДВ-код.\n\n## Й\n\nімʼя вузла\n",
    );
    let text = marked(&page);
    assert!(text.starts_with(
        "<p>Після [РЕЛІЗУ|реліз]: [ім\u{2019}я\u{a0}вузла|ім-я-вузла]. Релізний, пдв, комп\u{2bc}ютер, [ПДВ|пдв]-код.</p>"
    ), "{text}");
    assert!(text.ends_with("<p>[імʼя вузла|ім-я-вузла]</p>"), "{text}");
    assert_eq!(marked_terms(&page), ["реліз", "ім-я-вузла", "пдв"]);
}

#[test]
fn dutch_words_are_found_in_all_their_spellings() {
    let page = page_in(
        "language: nl\n",
        "API: a\nFoto: {short: f, aka: [\"foto's\"]}\nReünie: r\nSleutel: s\nGo-live: g\n",
        "De API-sleutel, Foto\u{2019}s, reu\u{308}nie en de pre-go-live; een api. De go\u{2011}live.\n",
    );
    assert_eq!(
        marked(&page),
        "<p>De [API|api]-sleutel, [Foto\u{2019}s|foto], [reu\u{308}nie|reünie] en de pre-go-live; een api. De [go\u{2011}live|go-live].</p>"
    );
}

/// The glossary of a workspace with these files.
fn glossary(files: &[(&str, &str)]) -> String {
    let mut workspace = Workspace::new().client("acme");
    for (path, text) in files {
        workspace = workspace.file(&format!("acme/{path}"), *text);
    }
    let workspace = workspace.people("acme", &[("tom", "client")]);
    workspace.build();
    opened(&workspace, "tom").pages["/glossary"].1.clone()
}

#[test]
fn words_stand_under_their_letter() {
    let page = glossary(&[("glossary.yml", "Éclair: e\nZoo: z\napple: a\nEnd: e\n.NET: n\n4G: g\nОкно: о\n")]);
    let mut letters: Vec<(&str, Vec<&str>)> = Vec::new();
    for section in page.split("<section class=\"block letter\"").skip(1) {
        let letter = section.split("</h2>").next().and_then(|head| head.rsplit('>').next()).expect("there is a letter");
        let terms = section.split("<span data-term=\"name\">").skip(1).filter_map(|name| name.split('<').next());
        letters.push((letter, terms.collect()));
    }
    let expected = [
        ("#", vec![".NET", "4G"]),
        ("A", vec!["apple"]),
        ("E", vec!["Éclair", "End"]),
        ("Z", vec!["Zoo"]),
        ("О", vec!["Окно"]),
    ];
    assert_eq!(letters, expected);
    assert!(page.contains("aria-labelledby=\"letter.3\">\n      <h2 id=\"letter.3\">E</h2>"), "{page}");
    assert!(!page.contains("<nav"), "so few words are seen at a glance: {page}");
}

#[test]
fn one_jumps_to_a_letter_where_there_are_many_words() {
    let words = |count: usize| (0..count).map(|n| format!("{}{n}: w\n", ["Ant", "Bee"][n % 2])).collect::<String>();
    assert!(!glossary(&[("glossary.yml", &words(24))]).contains("<nav"));
    let page = glossary(&[("glossary.yml", &words(25))]);
    let row = "<nav class=\"jumps\" aria-label=\"Letters\"><a href=\"#/glossary#letter.1\">A</a><a href=\"#/glossary#letter.2\">B</a></nav>";
    assert!(page.contains(row), "{page}");
}

#[test]
fn a_word_says_on_which_pages_it_is_used() {
    let page = glossary(&[
        ("glossary.yml", "Till: t\nSlot: s\nShop: p\nCode: c\n"),
        ("roadmap.yml", "- title: Build\n  summary: Every till.\n"),
        ("docs/a.md", "# A\n\nA till, another till, [a slot](b.md) and `code`.\n"),
        ("docs/b.md", "# B <1>\n\nThe till.\n"),
        ("docs/c.md", "---\naudience: few\n---\n# C\n\nThe shop.\n"),
        ("client.yml", "name: Nobody in particular\nproject: Website\naudiences: [few]\n"),
        ("decisions/0001-tills.md", "# Which tills?\n\nThe till by the door.\n"),
        ("updates/2026-11-20.md", "## Done\n\nA till.\n"),
    ]);
    let used = |id: &str| {
        let entry = page.split(&format!("<dt id=\"{id}\">")).nth(1).and_then(|rest| rest.split("</dd>").next());
        entry.expect("the term is there").split("<p class=\"used\">").nth(1).map(str::to_owned)
    };
    assert_eq!(
        used("till").as_deref(),
        Some(
            "Used in <a href=\"#/docs/a\">A</a>, <a href=\"#/docs/b\">B &lt;1&gt;</a>, \
             <a href=\"#/decisions/0001-tills\">Which tills?</a> and on 2 more pages</p>"
        )
    );
    assert_eq!(used("slot").as_deref(), Some("Used in <a href=\"#/docs/a\">A</a></p>"));
    assert_eq!(used("shop"), None, "the page is not this reader's");
    assert_eq!(used("code"), None, "code is no word");
}
