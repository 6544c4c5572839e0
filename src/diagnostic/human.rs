//! Problems for a person at a terminal: the line itself, a caret under the part that is meant, what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};

/// How to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Colours and bold, for a terminal.
    pub colour: bool,
    /// Draw hints one by one; otherwise they are only counted.
    pub hints: bool,
}

/// Every problem with its line, and a closing line that counts them. Empty where there is nothing to say.
pub fn render(diagnostics: &Diagnostics, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() }.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for d in diagnostics.sorted() {
        if d.severity == Severity::Hint && !style.hints {
            continue;
        }
        out.push_str(&draw(&renderer, d));
        out.push_str("\n\n");
    }
    if let Some(sentence) = tally(diagnostics) {
        out.push_str(&sentence);
        if !style.hints && diagnostics.count(Severity::Hint) > 0 {
            out.push_str("; `vestibule check --hints` shows the hints");
        }
        out.push('\n');
    }
    out
}

/// "2 errors, 1 warning, 3 hints", or nothing where nothing was found.
fn tally(diagnostics: &Diagnostics) -> Option<String> {
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .map(|severity| (severity, diagnostics.count(severity)))
        .filter(|(_, n)| *n > 0)
        .map(|(severity, n)| severity.counted(n))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A line of the content, of the same length: the library shows the control characters of ASCII as pictures, and leaves the
/// others to the terminal, which may obey them.
fn quoted(line: &str) -> String {
    let is_control = |c: char| matches!(c, '\u{80}'..='\u{9f}');
    line.chars().map(|c| if is_control(c) { '\u{b7}' } else { c }).collect()
}

fn draw(renderer: &Renderer, d: &Diagnostic) -> String {
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP.with_name("hint"),
    };
    // A file name or a title may carry control characters; the library takes care of those in the source line only.
    let message = visible(&d.message);
    let mut group = match &d.place.excerpt {
        Some(excerpt) => level.primary_title(message).id(d.code).element(
            Snippet::source(quoted(&excerpt.line))
                .line_start(d.place.line as usize)
                .path(visible(&d.place.file))
                .annotation(AnnotationKind::Primary.span(excerpt.marked.clone())),
        ),
        None => level.primary_title(message).id(d.code).element(Origin::path(visible(&d.place.file))),
    };
    if let Some(help) = &d.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    renderer.render(&[group])
}

/// The text with control and direction-changing characters written out, so that content cannot steer a terminal.
pub(crate) fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' => " ".to_owned(),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => c.escape_unicode().to_string(),
            c if c.is_control() => c.escape_default().to_string(),
            c => c.to_string(),
        })
        .collect()
}
