//! Links to a page that is made from many files, where some who read the link do not have that page.
//!
//! Whether a page is there for everybody is known beforehand ([`super::map`]) but for what is shared, and for files: an
//! audience has of them what its own texts use, and that shows only once the portal is theirs.

use std::collections::BTreeSet;

use super::{AudiencePortal, Place, Portal, Target};
use crate::check;
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::diagnostic::Diagnostics;

/// Whether every place that a text links to is there for each audience that reads the text. Where it is not, that is
/// reported.
pub(super) fn check_places(portal: &Portal, diagnostics: &mut Diagnostics) -> bool {
    let mut targets = portal.links.texts.values().flat_map(|texts| texts.values().flatten());
    if !targets.any(|target| place(target).is_some()) {
        return true;
    }
    let mut found = Diagnostics::new();
    for audience in &portal.client.audiences {
        let view = portal.for_audience(audience);
        let places: BTreeSet<&str> = view.places().into_iter().map(Place::path).collect();
        for text in texts(&view) {
            for (reference, target) in text.references.iter().zip(portal.links.of(text)) {
                let Some(place) = place(target).filter(|place| !places.contains(place.path())) else { continue };
                let message = format!(
                    "this link would give away `{}`: for some who read this page nothing stands there",
                    place.path()
                );
                let help = "take the link out, or give this text the `audience` of those who have something there";
                found.push(check::RESTRICTED_LINK.at(text.origin.place(reference.to.span), message).help(help));
            }
        }
    }
    let are_there = !found.has_errors();
    diagnostics.append(found);
    are_there
}

/// The place that a link leads to, if it is one.
pub(super) fn place(target: &Target) -> Option<Place> {
    match target {
        // Home is there for everybody.
        Target::Page(path, _) => Place::ALL.into_iter().skip(1).find(|place| place.path() == path.as_str()),
        _ => None,
    }
}

/// Everything that an audience reads.
fn texts<'p>(view: &'p AudiencePortal<'_>) -> impl Iterator<Item = &'p Document> {
    let terms = view.terms().iter().flat_map(|term| term.texts());
    let noted = view.assets().iter().filter_map(|(_, asset)| asset.attachment.item.as_ref()).flat_map(Item::texts);
    view.texts().chain(terms).chain(noted)
}
