//! Files that are published as they are: everything under `files/`, and pictures and the like beside Markdown once
//! something links to them.

use chrono::NaiveDate;

use super::file_note::FileNote;
use super::item::Item;
use crate::names::AssetName;
use crate::source::SourceFile;

/// A file beside the texts.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// What it is called in the portal: its path in the client's folder.
    pub name: AssetName,
    /// What it is called on the page of files.
    pub title: String,
    /// Which version it is, where that is known.
    pub version: Option<String>,
    /// The day it is of, where that is known.
    pub date: Option<NaiveDate>,
    /// What `files.yml` says of it: id, audience, draft.
    pub item: Option<Item>,
    /// Its media type, from its ending.
    pub media_type: &'static str,
    /// Width and height in pixels, for a picture that says so.
    pub dimensions: Option<(usize, usize)>,
    /// The contents.
    pub file: SourceFile,
    /// Whether it lies under `files/`, and so is published and listed without being linked.
    pub listed: bool,
}

impl Attachment {
    /// `source` is the path in the client's folder. `None` where it cannot be a name in a portal.
    pub fn new(source: &str, file: &SourceFile) -> Option<Self> {
        let name = AssetName::parse(source).ok()?;
        let media_type = media_type(source);
        let dimensions = match media_type.starts_with("image/") {
            true => dimensions(file),
            false => None,
        };
        Some(Attachment {
            name,
            title: source.rsplit('/').next().unwrap_or(source).to_owned(),
            version: None,
            date: None,
            item: None,
            media_type,
            dimensions,
            file: file.clone(),
            listed: source.starts_with("files/"),
        })
    }
}

impl Attachment {
    /// The same with what `files.yml` says of it.
    pub(super) fn noted(&mut self, note: FileNote) {
        self.title = note.title.unwrap_or_else(|| std::mem::take(&mut self.title));
        self.version = note.version.or(self.version.take());
        self.date = note.date.or(self.date);
        self.item = Some(note.item);
    }
}

/// Width and height in pixels of a picture; `None` for an SVG, and for what is no picture.
pub fn dimensions(file: &SourceFile) -> Option<(usize, usize)> {
    imagesize::blob_size(file.bytes()).ok().map(|size| (size.width, size.height))
}

/// The media type that the ending of a file name stands for; a pile of bytes where it is not known, which a browser
/// only ever downloads.
pub fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        "pdf" => "application/pdf",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" => "audio/ogg",
        "wav" => "audio/wav",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "txt" | "log" => "text/plain",
        "csv" => "text/csv",
        "md" => "text/markdown",
        "html" | "htm" => "text/html",
        "json" => "application/json",
        "zip" => "application/zip",
        "ics" => "text/calendar",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        _ => "application/octet-stream",
    }
}
