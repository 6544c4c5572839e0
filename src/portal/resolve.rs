//! Linking and checking.

use std::collections::BTreeMap;

use super::assets::Uses;
use super::links::Target;
use super::map::{From, Map};
use super::{Drafts, Portal, ResolvedDoc, ResolvedTerm};
use crate::check;
use crate::content::client::Client;
use crate::content::doc::Doc;
use crate::content::glossary::Term;
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::content::{Agency, Content};
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;
use crate::yaml::Located;

/// Links and checks one client's content; what is wrong is collected.
///
/// `None` where this stage finds errors, or where `content` has no client. What earlier stages found has no part in it.
pub fn resolve(content: Content, agency: &Agency, drafts: Drafts, diagnostics: &mut Diagnostics) -> Option<Portal> {
    let mut found = Diagnostics::new();
    if let Some(client) = &content.client {
        check_address(client, &content, &mut found);
    }
    check_ids(&content, &mut found);
    let anchors: Vec<String> = content.terms.iter().map(|term| term.item.id.value.clone()).collect();
    let (doc_targets, term_targets, uses) = {
        let map = Map::of(&content, &anchors, drafts);
        let mut resolver = Resolver { map: &map, uses: Uses::default(), drafts, diagnostics: &mut found };
        let docs: Vec<Vec<Target>> = content.docs.iter().map(|doc| resolver.doc(doc)).collect();
        let terms: Vec<_> = content.terms.iter().map(|term| resolver.term(term)).collect();
        (docs, terms, resolver.uses)
    };
    let errors = found.has_errors();
    diagnostics.append(found);
    if errors {
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
            left_out: self.leaves_out(&doc.item),
        };
        self.document(&doc.body, from)
    }

    /// The targets of the short and of the long text.
    fn term(&mut self, term: &Term) -> (Vec<Target>, Vec<Target>) {
        let from = From {
            folder: "",
            page: &self.map.places["glossary"],
            audience: &term.item.audience,
            left_out: self.leaves_out(&term.item),
        };
        let short = self.document(&term.short, from);
        let means = term.means.as_ref().map(|means| self.document(means, from));
        (short, means.unwrap_or_default())
    }

    fn leaves_out(&self, item: &Item) -> bool {
        item.draft && self.drafts == Drafts::LeftOut
    }

    /// Links of a draft that is left out are not followed, but say whom the files are for.
    fn document(&mut self, document: &Document, from: From<'_>) -> Vec<Target> {
        let mut targets = Vec::with_capacity(document.references.len());
        for reference in &document.references {
            let target = match self.map.follow(document, reference, from) {
                Ok(target) => target,
                Err(_) if from.left_out => Target::Nowhere,
                Err(problem) => {
                    self.diagnostics.push(*problem);
                    Target::Nowhere
                }
            };
            if let Target::Asset(name) = &target {
                self.uses.add(name, from.audience, !from.left_out);
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
    unique("document", content.docs.iter().map(|doc| (&doc.item.id, &doc.file)), diagnostics);
    unique("term", content.terms.iter().map(|term| (&term.item.id, &term.file)), diagnostics);
}

/// `what` the items are, and their ids with the files that these stand in.
fn unique<'c>(
    what: &str,
    items: impl Iterator<Item = (&'c Located<String>, &'c SourceFile)>,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: BTreeMap<&str, (&Located<String>, &SourceFile)> = BTreeMap::new();
    for (id, file) in items {
        let Some((first, first_file)) = seen.get(id.value.as_str()) else {
            seen.insert(&id.value, (id, file));
            continue;
        };
        let first = first_file.place(first.span);
        let message = format!("there are two {what}s with the id `{}`", id.value);
        let help = format!(
            "the first is at {}:{}; give one of them another name or an `id:` of its own",
            first.file, first.line
        );
        diagnostics.push(check::DUPLICATE_ID.at(file.place(id.span), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::parse;
    use crate::diagnostic::Place;
    use crate::source::ClientSource;

    fn content(start: &str) -> Content {
        let file = |path: &str, text: &str| (path.to_owned(), SourceFile::new(format!("acme/{path}"), text.as_bytes()));
        let client = file("client.yml", "name: Acme\nproject: New shop\naddress: harbour-42\n");
        let files = BTreeMap::from([client, file("docs/start.md", start)]);
        let source = ClientSource { id: "acme".to_owned(), files, problems: Diagnostics::new() };
        parse(&source, &Agency::unknown(), &[], &mut Diagnostics::new()).expect("there is a client.yml")
    }

    #[test]
    fn what_was_found_before_stops_nothing_and_is_kept() {
        let before = check::BROKEN_LINK.at(Place::whole_file("bolt/docs/start.md".into()), "found before");
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(before.clone());
        assert!(resolve(content("# Start\n"), &Agency::unknown(), Drafts::LeftOut, &mut diagnostics).is_some());
        assert_eq!(diagnostics.sorted(), [&before]);
        assert!(resolve(content("[a](gone.md)\n"), &Agency::unknown(), Drafts::LeftOut, &mut diagnostics).is_none());
        assert_eq!(diagnostics.sorted().len(), 2);
    }
}
