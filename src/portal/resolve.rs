//! Linking and checking.

use std::collections::{BTreeMap, HashMap};

use super::assets::Uses;
use super::links::{Anchor, From, LinkedPage, Map, Standing, Target};
use super::{Drafts, Portal, ResolvedDoc, ResolvedTerm};
use crate::check;
use crate::content::client::Client;
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::content::{Agency, Content};
use crate::diagnostic::{Diagnostics, Place};
use crate::names::PagePath;

/// Links and checks one client's content. `None` where there are errors; what is wrong is collected either way.
pub fn resolve(content: Content, agency: &Agency, drafts: Drafts, diagnostics: &mut Diagnostics) -> Option<Portal> {
    if let Some(client) = &content.client {
        check_address(client, &content, diagnostics);
    }
    check_ids(&content, diagnostics);
    let anchors: Vec<String> = content.terms.iter().map(|term| term.item.id.value.clone()).collect();
    let (doc_targets, term_targets, uses) = {
        let map = map(&content, &anchors, drafts);
        let mut resolver = Resolver { map: &map, uses: Uses::default(), drafts, diagnostics };
        let docs: Vec<Vec<Target>> = content.docs.iter().map(|doc| resolver.doc(doc)).collect();
        let terms: Vec<_> = content.terms.iter().map(|term| resolver.term(term)).collect();
        (docs, terms, resolver.uses)
    };
    if diagnostics.has_errors() {
        return None;
    }
    let kept = |draft: bool| drafts == Drafts::Shown || !draft;
    let docs = content.docs.into_iter().zip(doc_targets).filter(|(doc, _)| kept(doc.item.draft));
    let terms = content.terms.into_iter().zip(anchors).zip(term_targets).filter(|((term, _), _)| kept(term.item.draft));
    let mut terms: Vec<ResolvedTerm> = terms
        .map(|((term, anchor), (short_targets, means_targets))| ResolvedTerm {
            term,
            anchor,
            short_targets,
            means_targets,
        })
        .collect();
    terms.sort_by_cached_key(|term| (term.term.term.value.to_lowercase(), term.anchor.clone()));
    Some(Portal {
        agency: agency.clone(),
        client: content.client?,
        docs: docs.map(|(doc, targets)| ResolvedDoc { doc, targets }).collect(),
        terms,
        assets: uses.assets(content.attachments),
    })
}

fn map<'c>(content: &'c Content, terms: &'c [String], drafts: Drafts) -> Map<'c> {
    let place = |path: &'static str, anchors: Vec<Anchor<'c>>| {
        let page = PagePath::parse(path).expect("a constant path is well-formed");
        (path.trim_start_matches('/'), LinkedPage { path: page, anchors, standing: None })
    };
    let mut places = HashMap::from([place("/", Vec::new())]);
    if !content.docs.is_empty() || content.attachments.values().any(|file| file.listed) {
        places.extend([place("/documents", Vec::new())]);
    }
    let term = |(term, id): (&'c Term, &'c String)| Anchor {
        id,
        standing: Some(standing(&term.term.value, &term.item, drafts)),
    };
    places.extend([place("/glossary", content.terms.iter().zip(terms).map(term).collect())]);
    let page = |doc: &'c Doc| LinkedPage {
        path: doc.path.clone(),
        anchors: doc.body.headings.iter().map(|heading| Anchor { id: &heading.id, standing: None }).collect(),
        standing: Some(standing(&doc.title, &doc.item, drafts)),
    };
    Map {
        pages: content.docs.iter().map(|doc| (doc.source.as_str(), page(doc))).collect(),
        places,
        files: &content.attachments,
    }
}

fn standing<'c>(title: &'c str, item: &'c Item, drafts: Drafts) -> Standing<'c> {
    Standing { title, audience: &item.audience, left_out: item.draft && drafts == Drafts::LeftOut }
}

struct Resolver<'c, 'd> {
    map: &'c Map<'c>,
    uses: Uses,
    drafts: Drafts,
    diagnostics: &'d mut Diagnostics,
}

impl Resolver<'_, '_> {
    fn doc(&mut self, doc: &Doc) -> Vec<Target> {
        let from = From {
            folder: doc.source.rsplit_once('/').map_or("", |(folder, _)| folder),
            page: &self.map.pages[doc.source.as_str()],
            audience: &doc.item.audience,
        };
        self.document(&doc.body, from, doc.item.draft)
    }

    /// The targets of the short and of the long text.
    fn term(&mut self, term: &Term) -> (Vec<Target>, Vec<Target>) {
        let from = From { folder: "", page: &self.map.places["glossary"], audience: &term.item.audience };
        let short = self.document(&term.short, from, term.item.draft);
        let means = term.means.as_ref().map(|means| self.document(means, from, term.item.draft));
        (short, means.unwrap_or_default())
    }

    /// Links of a draft that is left out are not followed, but say whom the files are for.
    fn document(&mut self, document: &Document, from: From<'_>, draft: bool) -> Vec<Target> {
        let left_out = draft && self.drafts == Drafts::LeftOut;
        let mut targets = Vec::with_capacity(document.references.len());
        for reference in &document.references {
            let target = match self.map.follow(document, reference, from) {
                Ok(target) => target,
                Err(_) if left_out => Target::Nowhere,
                Err(problem) => {
                    self.diagnostics.push(*problem);
                    Target::Nowhere
                }
            };
            if let Target::Asset(name) = &target {
                self.uses.add(name, from.audience, !left_out);
            }
            targets.push(target);
        }
        targets
    }
}

/// Everybody can see an address; it should not say who the client is.
fn check_address(client: &Client, content: &Content, diagnostics: &mut Diagnostics) {
    let address = &client.address;
    let name = crate::content::slug::slug(&client.name);
    if let Some(word) = name.split('-').find(|word| word.chars().count() >= 4 && address.value.contains(word)) {
        let message = format!("the address `{}` tells everybody that the client is called `{word}`", address.value);
        diagnostics.push(
            check::TELLING_ADDRESS
                .at(content.client_file.place(address.span), message)
                .help("an address such as `harbour-42` says nothing: `address: harbour-42`"),
        );
    }
}

fn check_ids(content: &Content, diagnostics: &mut Diagnostics) {
    let docs = content.docs.iter().map(|doc| ("document", &doc.item.id.value, doc.file.place(doc.item.id.span)));
    unique(docs, diagnostics);
    let terms = content.terms.iter().map(|term| ("term", &term.item.id.value, term.file.place(term.item.id.span)));
    unique(terms, diagnostics);
}

fn unique<'c>(items: impl Iterator<Item = (&'static str, &'c String, Place)>, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
    for (what, id, place) in items {
        if let Some(first) = seen.get(id.as_str()) {
            let help = format!(
                "the first is at {}:{}; give one of them another name or an `id:` of its own",
                first.file, first.line
            );
            diagnostics
                .push(check::DUPLICATE_ID.at(place, format!("there are two {what}s with the id `{id}`")).help(help));
        } else {
            seen.insert(id, place);
        }
    }
}
