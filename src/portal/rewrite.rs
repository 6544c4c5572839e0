//! A document of which the text alone is another: the portal need not be linked anew to show its page.

use std::collections::HashMap;

use super::dead_ends::place;
use super::terms::all_uses;
use super::used::matcher;
use super::{Portal, Target};
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::markdown::Reference;

impl Portal {
    /// Puts the text of `newer` in the place of the one that the same document has, where nothing but its own page is
    /// certain to follow from that: it is another text; what stands at its head, its title and its headings are the same;
    /// and it refers to nothing that it did not refer to before, nor to a place such as the glossary, which may be there
    /// because of a word in this very text; and it uses no shared word that was used nowhere before. Otherwise the portal
    /// stays as it is, and the answer is `None`; else it is the document as it is now.
    ///
    /// What other pages say of a document's text, such as where a word of the glossary is used, is for
    /// [`resolve`](super::resolve()) to find out.
    pub fn rewrite(&mut self, newer: Doc) -> Option<&Doc> {
        let at = self.docs.iter().position(|doc| doc.source == newer.source && !doc.shared)?;
        let doc = &self.docs[at];
        if doc.body.origin.file().bytes() == newer.body.origin.file().bytes() {
            return None;
        }
        if head(doc) != head(&newer) || doc.item.title.value != newer.item.title.value || !same_headings(doc, &newer) {
            return None;
        }
        let targets = doc.body.references.iter().map(written).zip(self.links.of(&doc.body));
        let known: HashMap<_, _> = targets.filter(|(_, target)| **target != Target::Nowhere).collect();
        let target = |one: &Reference| known.get(&written(one)).map(|target| (*target).clone());
        let targets: Vec<Target> = newer.body.references.iter().map(target).collect::<Option<_>>()?;
        if targets.iter().any(|target| place(target).is_some()) || self.uses_another_term(&newer) {
            return None;
        }
        self.links.add(&newer.body, targets);
        self.docs[at].body = newer.body;
        Some(&self.docs[at])
    }

    /// Whether a document uses a shared word that was no part of the portal: the whole portal has it then.
    fn uses_another_term(&self, doc: &Doc) -> bool {
        let unused: Vec<&Term> = self.unused_terms.iter().collect();
        !all_uses(&doc.body.pieces, &matcher(&unused)).is_empty()
    }
}

/// What decides where a reference of a document leads.
fn written(reference: &Reference) -> (&str, bool) {
    (reference.to.value.as_str(), reference.embedded)
}

/// What stands before the text.
fn head(doc: &Doc) -> &[u8] {
    let (_, begin) = doc.body.key();
    &doc.body.origin.file().bytes()[..begin]
}

/// Others may lead to a heading.
fn same_headings(one: &Doc, other: &Doc) -> bool {
    one.body.anchors().eq(other.body.anchors())
}
