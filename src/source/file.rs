//! One file of the workspace, as read from disk.

use std::sync::Arc;

use crate::check;
use crate::diagnostic::{Diagnostic, Place, Span};

/// A file's path and bytes.
#[derive(Debug, Clone)]
pub struct SourceFile {
    path: Arc<str>,
    bytes: Arc<[u8]>,
}

impl SourceFile {
    /// `path` is relative to the workspace, with `/` between folders.
    pub fn new(path: impl Into<Arc<str>>, bytes: impl Into<Arc<[u8]>>) -> Self {
        SourceFile { path: path.into(), bytes: bytes.into() }
    }

    /// Relative to the workspace, with `/` between folders.
    pub fn path(&self) -> &Arc<str> {
        &self.path
    }

    /// The contents.
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// The contents as text, without a byte order mark counted in: spans count from the first byte of the file.
    ///
    /// # Errors
    /// A diagnostic at the first byte that is not UTF-8, or at a NUL.
    pub fn text(&self) -> Result<&str, Box<Diagnostic>> {
        let text = match std::str::from_utf8(&self.bytes) {
            Ok(text) => text,
            Err(error) => return Err(Box::new(self.not_utf8(error.valid_up_to()))),
        };
        match text.find('\0') {
            Some(at) => Err(Box::new(
                check::NUL_BYTE
                    .at(
                        self.place_in(text, Span::new(at..at + 1)),
                        "this file holds a NUL character, so it is not a text file",
                    )
                    .help("save it again as plain text (UTF-8)"),
            )),
            None => Ok(text),
        }
    }

    /// Where `span` stands in this file.
    pub fn place(&self, span: Span) -> Place {
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => self.place_in(text, span),
            Err(_) => self.whole(),
        }
    }

    /// The file as a whole.
    pub fn whole(&self) -> Place {
        Place::whole_file(self.path.clone())
    }

    fn place_in(&self, text: &str, span: Span) -> Place {
        Place::in_text(self.path.clone(), text, span)
    }

    fn not_utf8(&self, valid_up_to: usize) -> Diagnostic {
        let before = String::from_utf8_lossy(&self.bytes[..valid_up_to]);
        let mut place = self.place_in(&before, Span::new(before.len()..before.len()));
        place.excerpt = None;
        check::NOT_UTF8
            .at(place, "from here on this file is not UTF-8 text")
            .help("open it in your editor and save it with the encoding UTF-8")
    }
}
