//! Answers: the mails that the buttons beside what is asked for write, and where these buttons stand.

use super::{assert_lacks, assert_reads, page, text};
use crate::reader::{on_disk, read_all};
use crate::workspace::Workspace;

const CLIENT: &str = "name: Korenbloem Bakeries\nproject: New web shop\n";

const PEOPLE: &str = "\
- name: Mira Vos
  side: us
  primary: true
  email: mira+shop@linden.example
  phone: +32 9 555 01 42
- name: Katrien De Smet
  side: client
";

const TIMES: &str = "---\ntitle: Pick-up times\nstatus: proposed\nneeded_by: 2026-11-24\n---\n## Question\n\nWhen do they come?\n\n\
    ## Options\n\n- Half-hour slots\n- Half days\n";

const MILESTONES: &str =
    "- title: French texts\n  due: 2026-12-01\n  approval: { by: Katrien De Smet, until: 2026-12-11 }\n";

/// A mail as a mail program reads it from a link.
#[derive(Debug, PartialEq, Eq)]
struct Mail {
    to: String,
    subject: String,
    body: String,
}

/// The mails that the links of a page write, in order.
fn mails(page: &str) -> Vec<Mail> {
    links(page).iter().map(|link| read(link)).collect()
}

/// The links of a page's answers, with what is escaped in HTML as it is.
fn links(page: &str) -> Vec<String> {
    let tags = page.split("<a class=\"reply ").skip(1);
    let hrefs = tags.filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next());
    hrefs.map(|href| href.replace("&#x2F;", "/").replace("&amp;", "&")).collect()
}

fn read(link: &str) -> Mail {
    let rest = link.strip_prefix("mailto:").expect("it is a mail");
    let (to, fields) = rest.split_once('?').expect("it has a subject");
    let (subject, body) = fields.split_once('&').expect("it has a text");
    let value = |field: &str, name: &str| decoded(field.strip_prefix(name).expect("fields come in order"));
    Mail { to: decoded(to), subject: value(subject, "subject="), body: value(body, "body=") }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut parts = text.split('%');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("a code has two digits"));
        bytes.extend(part[2..].bytes());
    }
    String::from_utf8(bytes).expect("it is text")
}

fn mail(subject: &str, lines: &[&str]) -> Mail {
    Mail { to: "mira+shop@linden.example".to_owned(), subject: subject.to_owned(), body: lines.join("\r\n") }
}

#[test]
fn each_answer_is_a_mail() {
    let files = [
        ("client.yml", CLIENT),
        ("people.yml", PEOPLE),
        ("decisions/0004-times.md", TIMES),
        ("milestones.yml", MILESTONES),
        ("tasks.yml", "- title: Send 60 photos\n  due: 2026-12-04\n"),
    ];
    let facts = |title, due, place| {
        [
            format!("About: {title}"),
            "Project: New web shop, Korenbloem Bakeries".to_owned(),
            format!("Needed by: {due}"),
            format!("In the portal: {place}"),
        ]
    };
    let times = facts("Pick-up times", "24 November 2026", "#/decisions/0004-times");
    let photos = facts("Send 60 photos", "4 December 2026", "#/todos#task.send-60-photos");
    let texts = facts("French texts", "11 December 2026", "#/roadmap#milestone.french-texts");
    let saying = |words: &str, subject: &str, facts: &[String; 4]| {
        let mut lines = vec!["Hello Mira Vos,", "", words, ""];
        if words.ends_with(':') {
            lines.extend(["", ""]);
        }
        lines.extend(facts.iter().map(String::as_str));
        mail(subject, &lines)
    };
    let expected = [
        saying("We choose: Half-hour slots", "Pick-up times: Half-hour slots", &times),
        saying("We choose: Half days", "Pick-up times: Half days", &times),
        saying("Our question:", "Question about “Pick-up times”", &times),
        saying("This is done.", "Send 60 photos: done", &photos),
        saying("Our question:", "Question about “Send 60 photos”", &photos),
        saying("We approve this.", "French texts: approved", &texts),
        saying("Our question:", "Question about “French texts”", &texts),
    ];
    for place in ["/", "/todos"] {
        assert_eq!(mails(&page(&files, place)), expected, "{place}");
    }
    assert_eq!(mails(&page(&files, "/decisions/0004-times")), expected[..3]);
    assert_eq!(mails(&page(&files, "/roadmap")), expected[5..]);
}

#[test]
fn mails_are_in_the_portals_language() {
    let client = "name: Bakkerijen De Korenbloem\nproject: Nieuwe webwinkel\nlanguage: nl\n";
    let decision = TIMES.replace("Question", "Vraag").replace("Options", "Opties");
    let decision = decision.replace("Half days", "Per dagdeel").replace("Pick-up times", "Afhaalmomenten");
    let files = [("client.yml", client), ("people.yml", PEOPLE), ("decisions/0004-times.md", &decision)];
    let facts = [
        "Het gaat over: Afhaalmomenten",
        "Project: Nieuwe webwinkel, Bakkerijen De Korenbloem",
        "Uiterlijk nodig: 24 november 2026",
        "In het portaal: #/decisions/0004-times",
    ];
    let chosen = [&["Dag Mira Vos,", "", "Wij kiezen: Per dagdeel", ""], &facts[..]].concat();
    let asked = [&["Dag Mira Vos,", "", "Onze vraag:", "", "", ""], &facts[..]].concat();
    let mails = mails(&page(&files, "/decisions/0004-times"));
    assert_eq!(mails[1..], [mail("Afhaalmomenten: Per dagdeel", &chosen), mail("Vraag over “Afhaalmomenten”", &asked)]);
}

#[test]
fn buttons_are_alike_where_they_are_equal() {
    let files = [
        ("client.yml", CLIENT),
        ("people.yml", PEOPLE),
        ("decisions/0004-times.md", TIMES),
        ("docs/texts.md", "---\ntitle: French texts\napproval: { until: 2026-12-11 }\n---\nDu pain.\n"),
    ];
    assert_reads(
        &page(&files, "/"),
        &[
            "role=\"group\" aria-label=\"Your answer to “Pick-up times”\">",
            "<a class=\"reply is-option\"",
            "data-reply=\"option\">Half-hour slots</a>",
            "<a class=\"reply is-option\"",
            "data-reply=\"option\">Half days</a>",
            "<a class=\"reply is-ask\"",
            "data-reply=\"ask\">Ask us</a>",
            "<p class=\"reply-post\">Your answer to: mira+shop@linden.example, +32 9 555 01 42 · Half-hour slots · Half days</p>",
        ],
    );
    assert_reads(
        &page(&files, "/docs/texts"),
        &[
            "data-reply=\"approve\">Approve</a>",
            "data-reply=\"ask\">Ask us</a>",
            "<p class=\"reply-post\">Your answer to: mira+shop@linden.example, +32 9 555 01 42</p>",
        ],
    );
}

#[test]
fn a_decision_without_options_is_answered_in_ones_own_words() {
    let open = "---\ntitle: Opening day\nstatus: proposed\n---\n## Question\n\nWhen?\n";
    let files = [("client.yml", CLIENT), ("people.yml", PEOPLE), ("decisions/0001-day.md", open)];
    // Nor is there anything to compare.
    assert_reads(&page(&files, "/"), &["<a href=\"#/decisions/0001-day\">More about it</a></div>"]);
    let mails = mails(&page(&files, "/decisions/0001-day"));
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0].subject, "Opening day: our answer");
    assert_eq!(
        mails[0].body.split("\r\n").collect::<Vec<_>>(),
        [
            "Hello Mira Vos,",
            "",
            "Our answer:",
            "",
            "",
            "",
            "About: Opening day",
            "Project: New web shop, Korenbloem Bakeries",
            "In the portal: #/decisions/0001-day"
        ]
    );
}

#[test]
fn what_cannot_be_done_yet_or_is_not_the_clients_has_no_buttons() {
    let tasks =
        "- title: Check the times\n  needs: [Prepare the server]\n- title: Prepare the server\n  owner: Mira Vos\n";
    let files = [("client.yml", CLIENT), ("people.yml", PEOPLE), ("tasks.yml", tasks)];
    assert_lacks(&page(&files, "/todos"), &["data-reply"]);
    let closed = format!("{CLIENT}closed: {{ on: 2027-01-01 }}\n");
    let files = [
        ("client.yml", closed.as_str()),
        ("people.yml", PEOPLE),
        ("decisions/0004-times.md", TIMES),
        ("milestones.yml", MILESTONES),
    ];
    for path in ["/", "/roadmap", "/decisions/0004-times"] {
        assert_lacks(&page(&files, path), &["data-reply"]);
    }
}

#[test]
fn who_stands_in_is_written_to_where_who_is_to_be_asked_cannot() {
    let tasks = ("tasks.yml", "- title: Send the logo\n");
    let away = PEOPLE.replace("primary: true\n", "primary: true\n  away: { from: 2026-12-24, to: 2027-01-02 }\n");
    let away = format!("{away}- name: Joost Linden\n  side: us\n  backup: true\n  email: joost@linden.example\n");
    let files = [("client.yml", CLIENT), ("people.yml", &away), tasks];
    let todos = page(&files, "/todos");
    assert_reads(
        &todos,
        &[
            "data-away-from=\"2026-12-24\" data-away-to=\"2027-01-02\">",
            "href=\"mailto:mira%2Bshop@linden.example?",
            "data-away=\"mailto:joost@linden.example?",
            "body=Hello%20Joost%20Linden%2C",
            "joost@linden.example",
        ],
    );
    let without = away.replace("  email: mira+shop@linden.example\n", "");
    let files = [("client.yml", CLIENT), ("people.yml", &without), tasks];
    let todos = page(&files, "/todos");
    assert_lacks(&todos, &["data-away"]);
    assert_eq!(mails(&todos)[0].to, "joost@linden.example");
    assert!(mails(&todos)[0].body.starts_with("Hello Joost Linden,\r\n"));
}

#[test]
fn without_a_mail_address_there_is_a_text_to_copy_and_a_telephone_number() {
    let people = PEOPLE.replace("  email: mira+shop@linden.example\n", "");
    let workspace = Workspace::new().client("acme").people("acme", &[("tom", "client")]);
    let workspace = workspace.file("vestibule.yml", "name: Linden Studio\n").file("acme/client.yml", CLIENT);
    let workspace = workspace.file("acme/people.yml", &people).file("acme/tasks.yml", "- title: Send the logo\n");
    workspace.build();
    let portal = read_all(on_disk(&workspace.path("dist/acme")), "tom").expect("the portal opens");
    let todos = text(&portal, "/todos");
    assert_lacks(&todos, &["mailto:"]);
    assert_reads(
        &todos,
        &[
            "<button class=\"reply is-done\" type=\"button\" data-text=\"Hello Mira Vos, This is done. About: Send the logo \
             Project: New web shop, Korenbloem Bakeries In the portal: #/todos#task.send-the-logo\" data-reply=\"done\">It is done</button>",
            "href=\"tel:+3295550142\"",
            "<p class=\"reply-post\">Your answer to: +32 9 555 01 42</p>",
        ],
    );
}

#[test]
fn nothing_that_is_written_becomes_a_header_or_a_line_of_its_own() {
    for evil in [
        "a&cc=eve@x.example",
        "a?bcc=eve@x.example",
        "a%0D%0ABcc: eve@x.example",
        "a\\r\\nBcc: eve@x.example\\r\\n\\r\\nAnd this",
        "a\\\" onclick=\\\"x",
        "a, b; <eve@x.example>",
        "{option} {name}",
        "a\\u2028b",
    ] {
        let tasks = format!("- title: \"{evil}\"\n  id: one\n");
        let people = PEOPLE.replace("Mira Vos", "Vos, Mira & Co");
        let files = [("client.yml", CLIENT), ("people.yml", people.as_str()), ("tasks.yml", tasks.as_str())];
        let todos = page(&files, "/todos");
        let title =
            evil.replace("\\r\\n\\r\\n", " ").replace("\\r\\n", " ").replace("\\u2028", " ").replace("\\\"", "\"");
        let links = links(&todos);
        assert_eq!(links.len(), 2, "{evil}");
        for link in &links {
            let fields = link.split(['?', '&']).skip(1).map(|field| field.split('=').next().unwrap_or_default());
            assert_eq!(fields.collect::<Vec<_>>(), ["subject", "body"], "{link}");
        }
        let mail = read(&links[0]);
        assert_eq!(mail.subject, format!("{title}: done"));
        assert_eq!(
            mail.body.split("\r\n").collect::<Vec<_>>(),
            [
                "Hello Vos, Mira & Co,",
                "",
                "This is done.",
                "",
                &format!("About: {title}"),
                "Project: New web shop, Korenbloem Bakeries",
                "In the portal: #/todos#task.one"
            ]
        );
    }
}

#[test]
fn a_mail_is_never_too_long_for_a_mail_program() {
    let long = "Погодження текстів ".repeat(40);
    let decision = format!(
        "---\ntitle: {long}\nid: texts\nstatus: proposed\n---\n## Options\n\n- {long}\n- {}\n",
        "x".repeat(3_000)
    );
    let client = format!("name: {long}\nproject: {long}\n");
    let files = [("client.yml", client.as_str()), ("people.yml", PEOPLE), ("decisions/0001-texts.md", &decision)];
    let page = page(&files, "/decisions/0001-texts");
    let links = links(&page);
    assert_eq!(links.len(), 3);
    for link in &links {
        assert!(link.len() <= 1_550, "{}", link.len());
        assert!(read(link).body.ends_with("In the portal: #/decisions/0001-texts"), "{link}");
        assert!(read(link).body.contains("…"), "{link}");
    }
}

#[test]
fn another_question_has_another_key_and_another_day_has_not() {
    let key = |tasks: &str| {
        let files = [("client.yml", CLIENT), ("people.yml", PEOPLE), ("tasks.yml", tasks)];
        let todos = page(&files, "/todos");
        let key = todos.split("data-replies=\"").nth(1).and_then(|rest| rest.split('"').next());
        key.expect("it can be answered").to_owned()
    };
    let first = key("- title: Send the logo\n  why: It stands on every page.\n");
    assert_eq!(first.len(), 16);
    assert_eq!(
        first,
        key("- title: Send the logo\n  why: >-\n    It stands on\n    every page.\n  due: 2026-12-01\n")
            .replace(' ', "")
    );
    for other in [
        "- title: Send the logos\n  why: It stands on every page.\n",
        "- title: Send the logo\n  why: It stands on every box.\n",
        "- title: Send the logo\n  id: logo\n  why: It stands on every page.\n",
        "- title: Send the logo\n",
    ] {
        assert_ne!(first, key(other), "{other}");
    }
}
