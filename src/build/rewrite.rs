//! The pages of documents whose text was just written, ahead of all that follows from it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Settings, audiences};
use crate::content::doc::{Doc, parse_doc};
use crate::content::item::Declared;
use crate::diagnostic::Diagnostics;
use crate::names::{AudienceId, PagePath};
use crate::portal::Portal;
use crate::render::Renderer;
use crate::seal::{Access, Manifest, PortalKeys, SealedPages};
use crate::source::SourceFile;

/// Puts what the file of a document says now into the portal, and gives the document's page. `source` is its path in the
/// client's folder.
///
/// `None` where the file has errors, where it says what it said, or where more than its own page is certain to follow: then
/// the portal is as it was.
pub fn rewrite(portal: &mut Portal, source: &str, file: &SourceFile) -> Option<PagePath> {
    let doc = read(portal, source, file)?;
    Some(portal.rewrite(doc)?.path.clone())
}

fn read(portal: &Portal, source: &str, file: &SourceFile) -> Option<Doc> {
    let mut found = Diagnostics::new();
    let doc = parse_doc(source, file, Declared::These(audiences(portal)), &mut found)?;
    (!found.has_errors()).then_some(doc)
}

/// Renders and seals the pages of some documents, for every audience that has them. `manifests` are those of the portal as
/// it was sealed last, and are brought up to it.
///
/// `None` where a template cannot be used, or a page is too long: then some manifests may be ahead of others.
pub fn seal_docs(
    settings: &Settings,
    portal: &Portal,
    docs: &BTreeSet<PagePath>,
    (keys, access): (&PortalKeys, &Access),
    manifests: &mut BTreeMap<AudienceId, Manifest>,
) -> Option<SealedPages> {
    let mut sealed = SealedPages::default();
    let renderer = Renderer::new(&settings.theme, settings.gate.mark(), audiences(portal).len());
    for audience in audiences(portal) {
        let pages = renderer.render_docs(&portal.for_audience(audience), docs).ok()?;
        let manifest = manifests.get_mut(audience)?;
        if !pages.is_empty() && !sealed.add(keys, access, manifest, &pages) {
            return None;
        }
    }
    Some(sealed)
}
