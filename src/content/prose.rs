//! Fields whose value is Markdown.

use super::markdown::{self, Document, Origin};
use crate::yaml::{Fields, Located};

/// Takes a field that is Markdown.
pub(super) fn prose(fields: &mut Fields<'_>, name: &'static str) -> Option<Document> {
    let text = fields.text(name)?;
    (!text.value.trim().is_empty()).then(|| document(fields, text))
}

/// Takes a field that is a list of Markdown texts.
pub(super) fn proses(fields: &mut Fields<'_>, name: &'static str) -> Vec<Document> {
    let texts = fields.texts(name);
    texts.into_iter().filter(|text| !text.value.trim().is_empty()).map(|text| document(fields, text)).collect()
}

fn document(fields: &mut Fields<'_>, text: Located<String>) -> Document {
    let origin = Origin::value(fields.file(), text.span);
    markdown::parse(&text.value, origin, fields.diagnostics())
}
