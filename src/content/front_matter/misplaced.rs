//! Fields of a page that stand where nothing reads them.

use memchr::memchr2;

use crate::check;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// The fields that pages have, here and in the programs that people come from.
const FIELDS: [&str; 31] = [
    "approval",
    "audience",
    "author",
    "because",
    "consulted",
    "date",
    "deciders",
    "decision-makers",
    "description",
    "draft",
    "dropped",
    "effect",
    "health",
    "id",
    "informed",
    "kind",
    "layout",
    "needed_by",
    "options",
    "order",
    "owner",
    "permalink",
    "slug",
    "status",
    "summary",
    "supersedes",
    "tags",
    "template",
    "title",
    "type",
    "was",
];

/// Those of them that a page may begin with although no line stands above them: `Status: accepted` is how records of
/// decisions begin, and is read there.
const FIRST: [&str; 6] = ["title", "audience", "draft", "kind", "order", "id"];

/// Those with which a page is not for everybody, or not yet.
const KEPT_BACK: [&str; 2] = ["audience", "draft"];

/// How many lines with something on them count as the top of a page.
const TOP: usize = 40;

/// What is most likely meant as fields in `text[from..]`, the part of `file` that is read as text. `above` is whether
/// there are fields above it that count.
pub(super) fn misplaced(file: &SourceFile, text: &str, from: usize, above: bool) -> Option<Diagnostic> {
    let lines = top(text, from);
    if let Some(first) = lines.clone().next().filter(|_| !above && is_block(lines.clone())) {
        let message =
            "the fields of this page do not count: they begin with `---` on the very first line, and nothing else";
        let help = match first.text.starts_with('+') {
            true => "write `---` instead of `+++`, and a colon behind each name, such as `title: Start`",
            false => "make `---` the first line of the file, and the line below the last field",
        };
        return Some(check::MISPLACED_FRONT_MATTER.at(file.place(first.span()), message).help(help));
    }
    let line = kept_back(lines)?;
    let name = line.name()?;
    let message = format!(
        "`{name}` does not count here: it stands in the text, and not between two lines of `---` at the top of the file"
    );
    let help = format!("move it to the top of the file; if it is meant as text, write it as `**{name}:**`");
    Some(check::MISPLACED_FRONT_MATTER.at(file.place(line.span()), message).help(help))
}

/// What stands around a line and is no part of it.
const BLANK: [char; 5] = ['\u{feff}', ' ', '\t', '\r', '\n'];

/// Without what is blank around it. Most lines begin and end with plain signs.
fn trimmed(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let is_plain = |sign: Option<&u8>| sign.is_some_and(u8::is_ascii_graphic);
    match is_plain(line.as_bytes().first()) && is_plain(line.as_bytes().last()) {
        true => line,
        false => line.trim_matches(BLANK),
    }
}

/// What a line that is nearly `---` is made of.
const DASHES: [char; 4] = ['-', '–', '—', '―'];

/// A line of a page, without the space around it.
struct Line<'t> {
    text: &'t str,
    /// As it stands in the file, with its end.
    written: &'t str,
    /// Where it begins there, in bytes.
    at: usize,
}

impl<'t> Line<'t> {
    /// Where it stands in the file, with the space in front of it: that may be what is wrong.
    fn span(&self) -> Span {
        let mark = self.written.len() - self.written.trim_start_matches('\u{feff}').len();
        Span::new(self.at + mark..self.at + self.written.trim_end_matches(BLANK).len().max(mark))
    }

    /// The name in front of the first colon or equals sign, as it is written.
    fn name(&self) -> Option<&'t str> {
        let end = memchr2(b':', b'=', self.text.as_bytes())?;
        Some(self.text[..end].trim().trim_matches(['"', '\'']))
    }

    fn is_one_of(&self, fields: &[&str]) -> bool {
        self.name().is_some_and(|name| fields.contains(&name.to_lowercase().as_str()))
    }

    /// Whether it is nearly `---`: hyphens and dashes, or the line that other programs have for it.
    fn is_rule(&self) -> bool {
        // Most lines are words: they are done with one look.
        if !self.text.starts_with(DASHES) {
            return self.is_plus_rule();
        }
        let line = self.text.split_once(" #").map_or(self.text, |(line, _)| line.trim_end());
        let is_dashes = line.chars().all(|c| DASHES.contains(&c));
        is_dashes && (line.chars().count() > 1 || line.starts_with(['—', '―']))
    }

    fn is_plus_rule(&self) -> bool {
        self.text.len() >= 3 && self.text.bytes().all(|byte| byte == b'+')
    }

    /// A rule that nobody takes for a dash.
    fn is_long_rule(&self) -> bool {
        self.is_rule() && self.text.chars().count() >= 3
    }

    /// Whether it could be a part of fields: a name with its value, an entry of a list, or a remark.
    fn may_be_field(&self) -> bool {
        self.text.starts_with(['-', '#']) || self.name().is_some_and(|name| !name.contains(char::is_whitespace))
    }
}

/// The lines at the top that have something on them, without blocks of code.
fn top(text: &str, from: usize) -> impl Iterator<Item = Line<'_>> + Clone {
    let mut fence: Option<&str> = None;
    let mut at = from;
    let mut rest = &text[from..];
    let written = std::iter::from_fn(move || {
        let line;
        (line, rest) = rest.split_at(memchr2(b'\n', b'\r', rest.as_bytes()).map_or(rest.len(), |end| end + 1));
        (!line.is_empty()).then_some(line)
    });
    let lines = written.filter_map(move |written| {
        let line = Line { text: trimmed(written), written, at };
        at += written.len();
        if line.text.is_empty() {
            return None;
        }
        if let Some(mark) = fence {
            let is_end = line.text.starts_with(mark) && line.text.trim_matches(['`', '~']).is_empty();
            fence = fence.filter(|_| !is_end);
            return None;
        }
        fence = ["```", "~~~"].into_iter().find(|mark| line.text.starts_with(mark));
        fence.is_none().then_some(line)
    });
    lines.take(TOP)
}

/// Whether a page begins with fields: a line that is nearly `---` with a field below it, or a field with `---` below it.
fn is_block<'t>(mut lines: impl Iterator<Item = Line<'t>>) -> bool {
    match lines.next() {
        Some(first) if first.is_rule() => lines.next().is_some_and(|second| second.is_one_of(&FIELDS)),
        Some(first) => first.is_one_of(&FIRST) && lines.any(|line| line.is_long_rule()),
        None => false,
    }
}

/// The line that was to keep the page back, between two lines that are nearly `---`. At the very top, or right below the
/// fields that count, the first of the two may be missing where nothing but fields stands in its place.
fn kept_back<'t>(lines: impl Iterator<Item = Line<'t>>) -> Option<Line<'t>> {
    let mut is_top = true;
    let mut is_open = true;
    let mut found = None;
    for line in lines {
        if line.is_rule() {
            if found.is_some() {
                return found;
            }
            (is_top, is_open) = (false, true);
        } else if is_open && line.is_one_of(&KEPT_BACK) {
            found = found.or(Some(line));
        } else if is_top && !line.may_be_field() {
            (is_top, is_open, found) = (false, false, None);
        }
    }
    None
}
