//! Text that looks like something else: its writer meant a heading, a table, a list or a link.

use crate::check;
use crate::diagnostic::{Diagnostic, Span};

use super::Origin;

/// The longest line that is repeated in a piece of advice.
const LONGEST: usize = 60;

/// A line of a paragraph without what stands in front of it, such as the sign of a quote.
struct Line<'t> {
    text: &'t str,
    at: usize,
}

impl Line<'_> {
    fn span(&self) -> Span {
        Span::new(self.at..self.at + self.text.len())
    }
}

/// What the paragraph at `span` of `text`, written at `origin`, looks like and is not.
pub(super) fn paragraph(text: &str, span: Span, origin: &Origin) -> Vec<Diagnostic> {
    let lines = lines(text.get(span.start..span.end).unwrap_or_default(), span.start);
    let mut found: Vec<Diagnostic> = Vec::new();
    found.extend(lines.iter().filter_map(|line| heading(line, lines.len() == 1, origin)));
    found.extend(table(&lines, origin));
    found.extend(list(&lines, origin));
    found
}

/// What keeps the brackets from being a link in which, or behind which, `text` stands; `span` is its place in `source`.
/// `after_bracket` says whether a `]` stands just before it.
pub(super) fn no_link(
    source: &str,
    text: &str,
    span: Span,
    after_bracket: bool,
    origin: &Origin,
) -> Option<Diagnostic> {
    if after_bracket && let Some(found) = space_in_link(text, span, origin).or_else(|| apart(text, span, origin)) {
        return Some(found);
    }
    if text.starts_with('[') { swapped(source, span.start, origin) } else { None }
}

/// An address in round brackets behind square ones, which `text` begins with, that a space keeps from being a link.
fn space_in_link(text: &str, span: Span, origin: &Origin) -> Option<Diagnostic> {
    let (address, _) = text.strip_prefix('(')?.split_once(')')?;
    let is_path = address.contains(['/', '#'])
        || address.rsplit_once('.').is_some_and(|(_, ending)| (1..=5).contains(&ending.len()));
    if !address.trim().contains(' ') || !is_path {
        return None;
    }
    let message = format!("this is no link, because there is a space in `{address}`");
    let help = format!("write `(<{address}>)`, or take the space out of the file's name");
    let place = origin.place(Span::new(span.start..span.start + address.len() + 2));
    Some(check::SPACE_IN_LINK.at(place, message).help(help))
}

/// `[text] (address)`: the round brackets, which `text` begins with behind a space, stand apart from the square ones.
fn apart(text: &str, span: Span, origin: &Origin) -> Option<Diagnostic> {
    let inside = text.trim_start_matches([' ', '\t']);
    let gap = text.len() - inside.len();
    let (address, _) = inside.strip_prefix('(')?.split_once(')')?;
    (gap > 0 && is_address(address)).then(|| {
        let start = span.start + gap;
        let message = format!("this is no link, because there is a space in front of `({address})`");
        let place = origin.place(Span::new(start..start + address.len() + 2));
        check::NOT_A_LINK.at(place, message).help(format!("take the space out: `[…]({address})`"))
    })
}

/// `(text)[address]`: at byte `at` of `text` the square brackets begin that should be the round ones.
fn swapped(text: &str, at: usize, origin: &Origin) -> Option<Diagnostic> {
    let (before, behind) = text.split_at_checked(at)?;
    let (address, rest) = behind.strip_prefix('[')?.split_once(']')?;
    let words = before.strip_suffix(')')?;
    let begin = words.rfind(['(', '\n'])?;
    let is_link = words[..begin].ends_with(']') || rest.starts_with('(');
    if !words[begin..].starts_with('(') || is_link || !is_address(address) {
        return None;
    }
    let words = &words[begin + 1..];
    let message = format!("this is no link, because the brackets around `{address}` are swapped");
    let place = origin.place(Span::new(at..at + address.len() + 2));
    Some(check::NOT_A_LINK.at(place, message).help(format!("write `[{words}]({address})`")))
}

/// Whether what stands in brackets is an address: the name of a file, a page of the web, a place on this page.
fn is_address(text: &str) -> bool {
    let path = text.split('#').next().unwrap_or_default();
    let is_file = path.rsplit_once('.').is_some_and(|(stem, ending)| {
        (2..=5).contains(&ending.len())
            && ending.starts_with(|c: char| c.is_ascii_lowercase())
            && ending.chars().all(|c| c.is_ascii_alphanumeric())
            && stem.ends_with(char::is_alphanumeric)
    });
    let is_known = ["http://", "https://", "mailto:", "./", "../", "#"].iter().any(|start| text.starts_with(start));
    !text.contains(char::is_whitespace) && (is_file || is_known)
}

/// A link at `span` to nothing.
pub(super) fn without_address(to: &str, span: Span, origin: &Origin) -> Option<Diagnostic> {
    to.trim().is_empty().then(|| {
        check::EMPTY_LINK
            .at(origin.place(span), "this link leads nowhere")
            .help("write the address between `(` and `)`, or take the brackets away")
    })
}

/// A link at `span` that nobody can see.
pub(super) fn without_text(span: Span, origin: &Origin) -> Diagnostic {
    check::EMPTY_LINK
        .at(origin.place(span), "nothing of this link can be seen: it has no text")
        .help("write a text between `[` and `]`, or take the link away")
}

fn lines(paragraph: &str, start: usize) -> Vec<Line<'_>> {
    let mut at = start;
    // A line ends with either sign. To look for one at a time lets many letters be looked at together.
    let written = paragraph.split_inclusive('\n').flat_map(|line| line.split_inclusive('\r'));
    let trimmed = written.map(|line| {
        at += line.len();
        let said = line.trim_start_matches([' ', '\t', '>']);
        Line { text: said.trim_end(), at: at - said.len() }
    });
    trimmed.filter(|line| !line.text.is_empty()).collect()
}

/// `##Costs`. One `#` alone begins a tag or a number, too: then it counts only where the line is all there is.
fn heading(line: &Line<'_>, is_alone: bool, origin: &Origin) -> Option<Diagnostic> {
    let title = line.text.trim_start_matches('#');
    let level = line.text.len() - title.len();
    let first = title.chars().next()?;
    let is_odd = !first.is_ascii() && first.is_whitespace();
    let why = match level {
        0 => return None,
        7.. if first.is_whitespace() => "a heading has at most six `#`",
        _ if is_odd => "the space after the `#` is one that does not count",
        1 if is_alone && first.is_uppercase() => "there is no space after the `#`",
        2..=6 if first.is_alphanumeric() => "there is no space after the `#`",
        _ => return None,
    };
    let title = title.trim();
    let help = match title.chars().count() {
        0..=LONGEST => format!("write `{} {title}`", "#".repeat(level.min(6))),
        _ => "write the `#`, a space, and then the heading".to_owned(),
    };
    let message = format!("this is no heading, because {why}");
    Some(check::NOT_A_HEADING.at(origin.place(line.span()), message).help(help))
}

/// Lines between bars that the line of dashes does not make a table.
fn table(lines: &[Line<'_>], origin: &Origin) -> Option<Diagnostic> {
    let is_row = |line: &Line<'_>| cells(line.text).is_some_and(|cells| cells > 1);
    let is_rule = |line: &Line<'_>| line.text.contains('-') && line.text.chars().all(|c| "|-: \t".contains(c));
    let first = lines.windows(2).position(|pair| is_row(&pair[0]) && (is_row(&pair[1]) || is_rule(&pair[1])))?;
    let (head, next) = (&lines[first], &lines[first + 1]);
    let columns = cells(head.text)?;
    let row = format!("|{}", " --- |".repeat(columns));
    let (message, help) = match is_rule(next) {
        true if cells(next.text) == Some(columns) => {
            ("this is no table, because it does not begin a paragraph", "put an empty line above this line".to_owned())
        }
        true => (
            "this is no table, because the line of dashes has not as many cells as the first line",
            format!("write `{row}` below this line"),
        ),
        false => (
            "this is no table, because the line of dashes below its first line is missing",
            format!("add `{row}` below this line"),
        ),
    };
    Some(check::NOT_A_TABLE.at(origin.place(head.span()), message).help(help))
}

/// How many cells a line has that begins and ends with a bar.
fn cells(line: &str) -> Option<usize> {
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.replace("\\|", "").matches('|').count() + 1)
}

/// Lines that begin with a bullet from another program, or with a dash without a space.
fn list(lines: &[Line<'_>], origin: &Origin) -> Option<Diagnostic> {
    let mark = |line: &Line<'_>| {
        let mut characters = line.text.chars();
        let (mark, next) = (characters.next()?, characters.next()?);
        let is_bullet = "•◦‣●○▪▫∙·–—".contains(mark) && !characters.as_str().is_empty();
        (is_bullet || (mark == '-' && next.is_alphabetic())).then_some(mark)
    };
    let first = lines.windows(2).position(|pair| mark(&pair[0]).is_some() && mark(&pair[0]) == mark(&pair[1]))?;
    let message = "these lines are no list: they run together into one paragraph";
    Some(check::NOT_A_LIST.at(origin.place(lines[first].span()), message).help("begin each of them with `- `"))
}
