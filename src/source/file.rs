//! One file of the workspace, as read from disk.

use std::sync::{Arc, OnceLock};

use crate::check;
use crate::diagnostic::{Diagnostic, Place, Span, begins_of_lines};

/// A file's path and bytes. Copies share them.
#[derive(Debug, Clone)]
pub struct SourceFile {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    path: Arc<str>,
    bytes: Arc<[u8]>,
    /// Where each line begins, worked out when the first place is asked for; `None` where the file is no text.
    lines: OnceLock<Option<Vec<usize>>>,
}

/// The same path, and the same bytes.
impl PartialEq for SourceFile {
    fn eq(&self, other: &SourceFile) -> bool {
        self.path() == other.path() && self.bytes() == other.bytes()
    }
}

impl SourceFile {
    /// `path` is relative to the workspace, with `/` between folders.
    pub fn new(path: impl Into<Arc<str>>, bytes: impl Into<Arc<[u8]>>) -> Self {
        let inner = Inner { path: path.into(), bytes: bytes.into(), lines: OnceLock::new() };
        SourceFile { inner: Arc::new(inner) }
    }

    /// Relative to the workspace, with `/` between folders.
    pub fn path(&self) -> &Arc<str> {
        &self.inner.path
    }

    /// The contents.
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.inner.bytes
    }

    /// The contents as text, without a byte order mark counted in: spans count from the first byte of the file.
    ///
    /// # Errors
    /// A diagnostic at the first byte that is not UTF-8, or at a NUL.
    pub fn text(&self) -> Result<&str, Box<Diagnostic>> {
        let text = match std::str::from_utf8(self.bytes()) {
            Ok(text) => text,
            Err(error) => return Err(Box::new(self.not_utf8(error.valid_up_to()))),
        };
        match text.find('\0') {
            Some(at) => Err(Box::new(
                check::NUL_BYTE
                    .at(self.place(Span::new(at..at + 1)), "this file holds a NUL character, so it is not a text file")
                    .help("save it again as plain text (UTF-8)"),
            )),
            None => Ok(text),
        }
    }

    /// Where `span` stands in this file; the file as a whole where it is no text.
    pub fn place(&self, span: Span) -> Place {
        self.place_in_line(span).unwrap_or_else(|| self.whole())
    }

    /// The file as a whole.
    pub fn whole(&self) -> Place {
        Place::whole_file(self.path().clone())
    }

    /// The place in the line where `span` begins, with the number of that line. A file can have thousands of problems:
    /// none of them looks at more of it than its own line.
    fn place_in_line(&self, span: Span) -> Option<Place> {
        let bytes = self.bytes();
        let begins = || Some(begins_of_lines(std::str::from_utf8(bytes).ok()?).collect());
        let lines = self.inner.lines.get_or_init(begins).as_ref()?;
        let line = lines.partition_point(|begin| *begin <= span.start) - 1;
        let begin = lines[line];
        let end = lines.get(line + 1).copied().unwrap_or(bytes.len());
        let text = std::str::from_utf8(&bytes[begin..end]).ok()?;
        let in_line = Span::new(span.start - begin..span.end.max(span.start) - begin);
        let mut place = Place::in_text(self.path().clone(), text, in_line);
        place.line = u32::try_from(line + 1).unwrap_or(u32::MAX);
        Some(place)
    }

    fn not_utf8(&self, valid_up_to: usize) -> Diagnostic {
        let rest = &self.bytes()[valid_up_to..];
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        // The bytes that are no text are shown as the sign that stands for such.
        let text = String::from_utf8_lossy(&self.bytes()[..valid_up_to + end]);
        let span = Span::new(valid_up_to..valid_up_to + char::REPLACEMENT_CHARACTER.len_utf8());
        let place = Place::in_text(self.path().clone(), &text, span);
        check::NOT_UTF8
            .at(place, "from here on this file is not UTF-8 text")
            .help("open it in your editor and save it with the encoding UTF-8")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every span of up to three bytes, and some past the end, stands where the whole text says it does.
    #[test]
    fn a_place_is_that_in_the_whole_text() {
        for text in [
            "",
            "a",
            "\n",
            "\r\n\r\n",
            "\u{feff}name: x\r\nné\n\n  日本: 🥐\r\n",
            "a\nb\nc",
            "a\n\u{feff}b\n",
            "\ra\r\rb\r\nc\r",
        ] {
            let file = SourceFile::new("acme/client.yml", text.as_bytes());
            for start in 0..text.len() + 3 {
                for end in start..start + 4 {
                    let span = Span::new(start..end);
                    assert_eq!(
                        file.place(span),
                        Place::in_text("acme/client.yml".into(), text, span),
                        "{text:?} {span:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_no_text_has_no_lines() {
        let file = SourceFile::new("acme/client.yml", *b"a: b\nc: \xff\n");
        assert_eq!(file.place(Span::new(0..1)), file.whole());
    }
}
