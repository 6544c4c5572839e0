//! Names of fields that look right and are not: characters that nobody sees.

use super::Located;
use crate::check;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// What becomes of the name of a field.
pub(super) enum Name {
    /// It is what it looks like.
    Fine(Located<String>),
    /// It is taken without the characters that nobody sees.
    Mended(Located<String>, Diagnostic),
    /// There is no telling which field of which group it is.
    Broken(Span, Diagnostic),
}

/// Looks at the name of a field in `source`, which begins at byte `offset` of `file`.
pub(super) fn clean(file: &SourceFile, source: &str, offset: usize, name: Located<String>) -> Name {
    let written = source.get(name.span.start - offset..name.span.end - offset).unwrap_or_default();
    // What stands in quotes is meant as it is: only characters that nobody sees are odd there.
    let opens_line = !written.starts_with(['"', '\'']) && begins_line(source, name.span.start - offset);
    if super::values::is_glued_dash(&name.value) && opens_line {
        let problem = check::NOT_A_FIELD
            .at(file.place(Span::new(name.span.start..name.span.start + 1)), "there is no space after the `-`")
            .help("write `- ` in front of every entry of the list");
        return Name::Broken(name.span, problem);
    }
    let visible: String = name.value.chars().filter(|c| !is_invisible(*c)).collect();
    let is_ascii = visible.chars().all(|c| c.is_ascii() || is_odd_space(c));
    let is_wrong = |c: char| is_invisible(c) && (is_ascii || is_never_meant(c));
    let is_wide = |c: char| is_odd_space(c) && c != '\u{feff}';
    if name.value.starts_with(is_wide) && opens_line {
        let spaces = written.len() - written.trim_start_matches(is_wide).len();
        let span = Span::new(name.span.start..name.span.start + spaces);
        return Name::Broken(span, indentation(file, span));
    }
    let found = name.value.chars().find(|c| is_wrong(*c)).or_else(|| {
        let ends = [name.value.chars().next(), name.value.chars().next_back()];
        ends.into_iter().flatten().find(|c| is_odd_space(*c))
    });
    let Some(character) = found else { return Name::Fine(name) };
    let value: String = name.value.chars().filter(|c| !is_wrong(*c)).collect();
    let value = value.trim_matches(|c: char| c == ' ' || is_odd_space(c)).to_owned();
    let at = name.span.start + written.find(character).unwrap_or(0);
    let message = format!("a character that nobody sees ({}) stands in the name of this field", in_words(character));
    let problem = check::INVISIBLE_CHARACTER
        .at(file.place(Span::new(at..at + character.len_utf8())), message)
        .help(format!("delete the name and type `{value}` anew"));
    Name::Mended(Located { value, span: name.span }, problem)
}

/// A line at `span` that is indented with spaces that do not count.
pub(super) fn indentation(file: &SourceFile, span: Span) -> Diagnostic {
    check::INVISIBLE_CHARACTER
        .at(file.place(span), "this line is indented with spaces that do not count, as web pages have them")
        .help("delete them and type spaces: two for each level")
}

/// A space that YAML takes for a letter.
pub(super) fn is_odd_space(c: char) -> bool {
    c == '\u{feff}' || (c.is_whitespace() && !c.is_ascii() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}'))
}

/// The name of a character, for people who will look it up.
pub(super) fn in_words(c: char) -> String {
    let name = match c {
        '\u{a0}' | '\u{202f}' => "no-break space, ",
        '\u{200b}' => "zero-width space, ",
        '\u{feff}' => "byte order mark, ",
        '\u{ad}' => "soft hyphen, ",
        _ => "",
    };
    format!("{name}U+{:04X}", u32::from(c))
}

/// Characters without a width. Some are part of how words are written in some scripts: see [`is_never_meant`].
fn is_invisible(c: char) -> bool {
    is_never_meant(c)
        || matches!(c, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_never_meant(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{180e}')
}

fn begins_line(source: &str, at: usize) -> bool {
    source[..at].trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| c == '\n' || c == '\r')
}
