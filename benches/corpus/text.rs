//! Pages as a project has them: some 600 words, headings, lists, a table, two pieces of code, three links and a picture.

use std::sync::LazyLock;

use super::random::Random;

/// What the pages are made of: nouns and verbs of a project, and the small words between them.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| TEXT.split_whitespace().collect());
const TEXT: &str = "\
    agreement analytics approval archive backlog backup banner booking branch browser budget calendar campaign \
    catalogue certificate checkout component consent contract customer dashboard database deadline decision delivery \
    deployment design discount domain download editor endpoint estimate feature feedback filter footer gateway \
    handover header hosting import integration invoice iteration keyboard language launch layout licence mailing \
    maintenance measure meeting menu migration milestone monitor navigation newsletter notice order owner partner \
    password payment permission photo pilot planning policy portal preview product prototype purchase question \
    receipt redirect refund register release report request review roadmap schedule search section server session \
    shipment sitemap staging stock storage supplier support survey template ticket timetable training translation \
    update upload user version visitor warehouse workshop a about after all an and any are as at be before by can \
    each for from has have if in into is it its may more must new no not of on one only or other our should so than \
    that the their them then there these they this to until was we were when where which while who will with without \
    you your";

/// How the pages of one tool are written.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    /// Whether the pieces of code say their language, so that they are coloured.
    pub(crate) code: bool,
    /// How a page links to another, both by number.
    pub(crate) link: fn(from: usize, to: usize) -> String,
    /// How a page shows the picture.
    pub(crate) picture: &'static str,
}

/// A page: its title and its Markdown, below the front matter.
pub(crate) struct Page {
    pub(crate) title: String,
    pub(crate) body: String,
}

/// The words that a glossary could explain: long ones, so that they are no small words.
pub(crate) fn terms() -> impl Iterator<Item = &'static str> {
    WORDS.iter().copied().filter(|word| word.len() > 6).take(50)
}

/// Page `number` of `all`.
pub(crate) fn page(number: usize, all: usize, style: Style) -> Page {
    let random = &mut Random::new(number as u64);
    let title =
        format!("{} {number}", capital(&[random.one(&WORDS), random.one(&WORDS), random.one(&WORDS)].join(" ")));
    let mut parts = vec![paragraph(random, 55)];
    for section in 1..=4 {
        parts.push(format!("## {} {section}", capital(&words(random, 4))));
        parts.extend([paragraph(random, 45), paragraph(random, 45)]);
        match section {
            1 => parts.push(list(random, 5, |_| "-".to_owned())),
            2 => parts.extend([format!("### In short {number}"), table(random)]),
            3 => parts.extend([rust(random, number, style.code), list(random, 4, |at| format!("{at}."))]),
            _ => {
                parts.extend([format!("### In detail {number}"), yaml(random, style.code)]);
                let mut link = |text: &str| format!("[{text}]({})", (style.link)(number, random.below(all)));
                parts.push(format!(
                    "See {}, {} and {}.",
                    link("this page"),
                    link("the one after it"),
                    link("a third one")
                ));
                parts.push(format!("![Picture {number}]({})", style.picture));
            }
        }
    }
    Page { title, body: parts.join("\n\n") + "\n" }
}

fn words(random: &mut Random, count: usize) -> String {
    (0..count).map(|_| random.one(&WORDS)).collect::<Vec<_>>().join(" ")
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

fn sentence(random: &mut Random) -> String {
    let length = random.between(8, 18);
    let mut all: Vec<String> = (0..length).map(|_| random.one(&WORDS).to_owned()).collect();
    for (percent, around) in [(15, "**"), (8, "*"), (10, "`")] {
        if random.chance(percent) {
            let at = random.below(length);
            all[at] = format!("{around}{}{around}", random.one(&WORDS));
        }
    }
    capital(&all.join(" ")) + "."
}

fn paragraph(random: &mut Random, least: usize) -> String {
    let mut text = sentence(random);
    while text.split(' ').count() < least {
        text = text + " " + &sentence(random);
    }
    text
}

fn list(random: &mut Random, entries: usize, sign: impl Fn(usize) -> String) -> String {
    (1..=entries).map(|at| format!("{} {}", sign(at), sentence(random))).collect::<Vec<_>>().join("\n")
}

fn table(random: &mut Random) -> String {
    let row = |at| {
        let state = random.one(&["done", "open", "blocked"]);
        let day = format!("2026-{:02}-{:02}", random.between(1, 12), random.between(1, 28));
        format!("| {} {at} | {} | {state} | {day} |", random.one(&WORDS), random.one(&WORDS))
    };
    let rows: Vec<String> = (1..=5).map(row).collect();
    format!("| What | Who | State | Until |\n|---|---|---|---|\n{}", rows.join("\n"))
}

fn rust(random: &mut Random, number: usize, coloured: bool) -> String {
    let name = random.one(&WORDS);
    let line = |at: usize| {
        format!(
            "    let {}_{at} = text.len() + {}; // {}\n",
            random.one(&WORDS),
            random.between(1, 999),
            random.one(&WORDS)
        )
    };
    let lines: String = (0..7).map(line).collect();
    let language = if coloured { "rust" } else { "" };
    format!(
        "```{language}\nfn {name}_{number}(text: &str) -> Result<usize, Error> {{\n{lines}    Ok(text.len())\n}}\n```"
    )
}

fn yaml(random: &mut Random, coloured: bool) -> String {
    let line = |at: usize| format!("  {}_{at}: {}\n", random.one(&WORDS), random.one(&WORDS));
    let lines: String = (0..8).map(line).collect();
    let language = if coloured { "yaml" } else { "" };
    format!("```{language}\nproject:\n{lines}```")
}
