//! What the people of one audience may know.

use super::reading_order::Section;
use super::{Asset, Portal, ResolvedDoc, ResolvedTerm, reading_order};
use crate::content::Agency;
use crate::content::client::Client;
use crate::names::{AssetName, AudienceId};

/// A portal as one audience sees it: the open items and their own. Made by [`Portal::for_audience`] only, and the only
/// form in which a portal can be rendered.
#[derive(Debug)]
pub struct AudiencePortal<'p> {
    portal: &'p Portal,
    audience: &'p AudienceId,
    sections: Vec<Section<'p>>,
    terms: Vec<&'p ResolvedTerm>,
    assets: Vec<(&'p AssetName, &'p Asset)>,
}

impl Portal {
    /// Leaves out all that `audience` may not see.
    pub fn for_audience<'p>(&'p self, audience: &'p AudienceId) -> AudiencePortal<'p> {
        let docs = self.docs.iter().filter(|doc| doc.doc.item.audience.includes(audience));
        let terms = self.terms.iter().filter(|term| term.term.item.audience.includes(audience));
        let assets = self.assets.iter().filter(|(_, asset)| asset.audience.includes(audience));
        AudiencePortal {
            portal: self,
            audience,
            sections: reading_order::sections(docs.collect()),
            terms: terms.collect(),
            assets: assets.collect(),
        }
    }
}

impl<'p> AudiencePortal<'p> {
    /// Whose view this is.
    pub fn audience(&self) -> &'p AudienceId {
        self.audience
    }

    /// Who publishes the portal.
    pub fn agency(&self) -> &'p Agency {
        &self.portal.agency
    }

    /// Whose portal it is.
    pub fn client(&self) -> &'p Client {
        &self.portal.client
    }

    /// The documentation by folder, in reading order.
    pub fn sections(&self) -> &[Section<'p>] {
        &self.sections
    }

    /// The glossary, in the order of the alphabet.
    pub fn terms(&self) -> &[&'p ResolvedTerm] {
        &self.terms
    }

    /// The files, by name.
    pub fn assets(&self) -> &[(&'p AssetName, &'p Asset)] {
        &self.assets
    }

    /// A file of this audience by name.
    pub fn asset(&self, name: &AssetName) -> Option<&'p Asset> {
        let at = self.assets.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        Some(self.assets[at].1)
    }

    /// Every page of documentation, in reading order.
    pub fn docs(&self) -> impl Iterator<Item = &'p ResolvedDoc> + '_ {
        self.sections.iter().flat_map(|section| section.docs.iter().copied())
    }
}
