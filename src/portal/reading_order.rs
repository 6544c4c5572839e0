//! In which order documentation is read: what lies directly in `docs/` first, then folder by folder.

use crate::content::doc::Doc;

/// The documentation of one folder.
#[derive(Debug)]
pub struct Section<'p> {
    /// The folder below `docs/`; empty for `docs/` itself.
    pub folder: &'p str,
    /// What the folder is called: its name in words.
    pub title: String,
    /// Its pages: those with an `order` first, then by title.
    pub docs: Vec<&'p Doc>,
}

/// Puts pages into sections and order.
pub(super) fn sections(mut docs: Vec<&Doc>) -> Vec<Section<'_>> {
    docs.sort_by(|a, b| key(a).cmp(&key(b)));
    let mut sections: Vec<Section<'_>> = Vec::new();
    for doc in docs {
        let folder = folder(doc);
        match sections.last_mut().filter(|section| section.folder == folder) {
            Some(section) => section.docs.push(doc),
            None => sections.push(Section { folder, title: words(folder), docs: vec![doc] }),
        }
    }
    sections
}

fn key(doc: &Doc) -> (&str, bool, i64, String, &str) {
    let order = doc.order;
    (folder(doc), order.is_none(), order.unwrap_or_default(), doc.item.title.value.to_lowercase(), doc.path.as_str())
}

fn folder(doc: &Doc) -> &str {
    let below = doc.source.strip_prefix("docs/").unwrap_or(&doc.source);
    below.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `roll-out/phase_two` is "Roll out / Phase two".
fn words(folder: &str) -> String {
    let part = |name: &str| {
        let name = name.replace(['-', '_'], " ");
        let mut letters = name.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    folder.split('/').map(part).collect::<Vec<_>>().join(" / ")
}
