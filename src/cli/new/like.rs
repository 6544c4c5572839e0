//! What a new client takes over from another one: the structure, and what explains it. Never dates, people of the client,
//! decisions, updates, files, locks or ledgers, and nothing that names the other client.

mod fields;
mod links;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::yaml_text;
use crate::content::Content;
use crate::content::doc::Doc;
use crate::content::item::Item;
use crate::content::person::{Person, Side};
use crate::diagnostic::{Diagnostics, Span};
use crate::percent::decoded;
use crate::source::{ClientSource, SourceFile};
use crate::yaml::{self, Node, Value, parse};
use fields::{Entry, Kept, take};
use names::Names;

/// The file that makes a folder a client's.
pub(super) const CLIENT_FILE: &str = "client.yml";

/// The line that keeps a page back.
const DRAFT: &str = "draft: true\n";

/// The files of a new client, taken from another one's.
pub(super) struct Copy {
    opening: String,
    /// The fields of `client.yml` below the opening.
    client: Vec<Entry>,
    /// Files that are a list or a map, by path.
    lists: Vec<(&'static str, Vec<Entry>)>,
    /// Documents, by path.
    pages: BTreeMap<String, String>,
    /// Pictures, by path, each with the pages or lists that show it.
    pictures: BTreeMap<String, (Vec<u8>, BTreeSet<String>)>,
    left_out: BTreeSet<String>,
    names: Names,
    /// Whether documents come along as drafts.
    as_drafts: bool,
}

impl Copy {
    /// What `original` has of it on the day `today`; `content` is what its files say. `opening` stands at the top of the
    /// new `client.yml`.
    pub(super) fn of(original: &ClientSource, content: &Content, opening: String, today: NaiveDate) -> Copy {
        let names = Names::of(content);
        let mut copy = Copy {
            opening,
            client: Vec::new(),
            lists: Vec::new(),
            pages: BTreeMap::new(),
            pictures: BTreeMap::new(),
            left_out: BTreeSet::new(),
            names,
            as_drafts: false,
        };
        let names = &copy.names.clone();
        let kept = kept_items(content, names, today);
        if let Some(node) = original.files.get(CLIENT_FILE).and_then(tree) {
            let (entries, left_out) = take(Kept::Client, node, names, &kept);
            copy.client = entries;
            copy.note(original, CLIENT_FILE, left_out);
        }
        for (path, which) in fields::LISTS {
            let Some(node) = original.files.get(path).and_then(tree) else { continue };
            let (entries, left_out) = take(which, node, names, &kept);
            copy.note(original, path, left_out);
            if !entries.is_empty() {
                copy.lists.push((path, entries));
            }
        }
        for doc in content.docs.iter().filter(|doc| !doc.shared) {
            copy.take_page(original, doc, names);
        }
        copy.take_photos(original);
        copy
    }

    /// The files by path.
    pub(super) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut client = self.opening.clone();
        client.extend(self.client.iter().map(|entry| entry.text.as_str()));
        let mut files = BTreeMap::from([(CLIENT_FILE.to_owned(), client.into_bytes())]);
        for (path, entries) in self.lists.iter().filter(|(_, entries)| !entries.is_empty()) {
            let text: String = entries.iter().map(|entry| entry.text.as_str()).collect();
            files.insert((*path).to_owned(), text.into_bytes());
        }
        let page = |text: &String| if self.as_drafts { as_draft(text) } else { text.clone() };
        files.extend(self.pages.iter().map(|(path, text)| (path.clone(), page(text).into_bytes())));
        for (path, (bytes, shown_by)) in &self.pictures {
            if shown_by.iter().any(|page| files.contains_key(page)) {
                files.insert(path.clone(), bytes.clone());
            }
        }
        files
    }

    /// Leaves out what stands at these places, each a path, a line and a column: of a link in a document the address, of
    /// anything else the whole. `false` where there is nothing left to leave out.
    pub(super) fn leave_out<'p>(&mut self, places: impl Iterator<Item = (&'p str, u32, u32)>) -> bool {
        let mut changed = false;
        // From the end: what stands in front of a place keeps its own.
        let places: BTreeSet<(&str, u32, u32)> = places.collect();
        for (path, line, column) in places.into_iter().rev() {
            if let Some(text) = self.pages.remove(path) {
                changed = true;
                match links::without_link(&text, line, column) {
                    Some(text) => {
                        self.left_out.insert(format!("{path}: links to what was not taken along (their words stay)"));
                        self.pages.insert(path.to_owned(), text);
                    }
                    None => {
                        self.left_out.insert(format!("{path}, which cannot stand without what was not taken along"));
                    }
                }
            }
            let above = if path == CLIENT_FILE { self.opening.lines().count() } else { 0 };
            let client = (path == CLIENT_FILE).then_some(&mut self.client);
            let list = self.lists.iter_mut().find(|(known, _)| *known == path).map(|(_, entries)| entries);
            let Some(entries) = client.or(list) else { continue };
            if let Some(at) = entry_at(entries, above, line) {
                let entry = entries.remove(at);
                self.left_out.insert(format!("{path}: `{}`, which leads to what was not taken along", entry.name));
                changed = true;
            }
        }
        changed
    }

    /// What was left out that could have been expected, in words.
    pub(super) fn left_out(&self) -> impl Iterator<Item = &str> {
        self.left_out.iter().map(String::as_str)
    }

    /// Lets the documents come along as drafts, or as they are. Places in them hold for documents as they are.
    pub(super) fn make_drafts(&mut self, as_drafts: bool) {
        self.as_drafts = as_drafts;
    }

    /// The documents that come along: their words were written for somebody else.
    pub(super) fn documents(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// The files in which a word of what the other client, its project or somebody there is called still stands.
    pub(super) fn to_be_read(&self) -> Vec<String> {
        let mut files = self.files();
        // What stands at the top of this one is the new client's own.
        let settings: String = self.client.iter().map(|entry| entry.text.as_str()).collect();
        files.insert(CLIENT_FILE.to_owned(), settings.into_bytes());
        let named = files.into_iter().filter(|(_, bytes)| self.names.may_be_in(&String::from_utf8_lossy(bytes)));
        named.map(|(path, _)| path).collect()
    }

    fn note(&mut self, original: &ClientSource, path: &str, left_out: Vec<String>) {
        for name in left_out {
            self.left_out.insert(format!("{path}: `{name}`, which names `{}` or somebody there", original.id));
        }
    }

    fn take_page(&mut self, original: &ClientSource, doc: &Doc, names: &Names) {
        let path = doc.source.as_str();
        let Some(text) = page(doc) else { return };
        if names.are_in(&text) || names.are_in(path) {
            self.left_out.insert(format!("{path}, which names `{}` or somebody there", original.id));
            return;
        }
        self.pages.insert(path.to_owned(), text);
        for reference in &doc.body.references {
            if let Some(target) = beside(path, &reference.to.value).filter(|target| target.starts_with("docs/")) {
                self.take_picture(original, target, path);
            }
        }
    }

    fn take_photos(&mut self, original: &ClientSource) {
        let people = self.lists.iter().find(|(path, _)| *path == "people.yml").map(|(_, entries)| entries);
        let photos: Vec<String> = people.into_iter().flatten().filter_map(|entry| entry.picture.clone()).collect();
        for photo in photos {
            self.take_picture(original, photo, "people.yml");
        }
    }

    fn take_picture(&mut self, original: &ClientSource, path: String, shown_by: &str) {
        let Some(file) = original.files.get(&path).filter(|_| !path.ends_with(".md") && !path.starts_with("files/"))
        else {
            return;
        };
        let bytes = || (file.bytes().to_vec(), BTreeSet::new());
        self.pictures.entry(path).or_insert_with(bytes).1.insert(shown_by.to_owned());
    }
}

/// The entry that covers a line of its file, of which `above` lines are not entries'.
fn entry_at(entries: &[Entry], above: usize, line: u32) -> Option<usize> {
    let line = usize::try_from(line).ok()?.checked_sub(above)?;
    let mut ends = 0;
    entries.iter().position(|entry| {
        ends += entry.text.lines().count();
        (1..=ends).contains(&line)
    })
}

/// The ids and titles of phases, milestones, tasks and people that are taken over, to which others may still refer. Who is
/// still to leave is there.
fn kept_items(content: &Content, names: &Names, today: NaiveDate) -> BTreeSet<String> {
    let stays = |item: &&Item| item.dropped.is_none() && !names.are_in(&item.title.value);
    let items = content.phases.iter().map(|one| &one.item);
    let items =
        items.chain(content.milestones.iter().map(|one| &one.item)).chain(content.tasks.iter().map(|one| &one.item));
    let is_there = |one: &&Person| one.side == Side::Us && !one.left.is_done_by(Some(today));
    let people = content.people.iter().filter(is_there).map(|one| &one.item);
    let items = items.chain(people).filter(stays);
    items.flat_map(|item| [item.id.value.clone(), item.title.value.clone()]).collect()
}

fn tree(file: &SourceFile) -> Option<Node> {
    yaml::read(file, &mut Diagnostics::new())
}

/// A document with only those fields above it that mean the same elsewhere.
fn page(doc: &Doc) -> Option<String> {
    let file = &doc.item.file;
    let text = file.text().ok()?;
    let (front, body) = text.split_at_checked(doc.body.key().1)?;
    let mut fields = String::new();
    let begin = front.find('\n').map_or(front.len(), |at| at + 1);
    let end = front.trim_end().rfind("---").filter(|end| *end >= begin).unwrap_or(begin);
    if let Some(Node { value: Value::Map(entries), .. }) =
        parse(file, text, Span::new(begin..end), &mut Diagnostics::new()).filter(|_| begin < end)
    {
        for (key, value) in entries.iter().filter(|(key, _)| fields::PAGE.contains(&key.value.as_str())) {
            fields.push_str(&yaml_text::field(&key.value, value, 0));
        }
    }
    if doc.item.draft {
        fields.push_str(DRAFT);
    }
    let body = body.trim_start_matches('\u{feff}');
    Some(if fields.is_empty() { body.to_owned() } else { format!("---\n{fields}---\n{body}") })
}

/// A document, as [`page`] makes it, that nobody but the writer sees until they have read it.
fn as_draft(text: &str) -> String {
    match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((fields, _)) if fields.lines().any(|line| line == DRAFT.trim_end()) => text.to_owned(),
        Some((fields, body)) => format!("---\n{fields}\n{DRAFT}---\n{body}"),
        None => format!("---\n{DRAFT}---\n{text}"),
    }
}

/// Where a link in the file at `path` leads, seen from the client's folder; `None` for one that leads out of it.
fn beside(path: &str, to: &str) -> Option<String> {
    let to = to.split(['#', '?']).next().filter(|to| !to.is_empty() && !to.contains(':'))?;
    let mut parts: Vec<String> = match to.starts_with('/') {
        true => Vec::new(),
        false => path.rsplit_once('/').map_or("", |(folder, _)| folder).split('/').map(str::to_owned).collect(),
    };
    for part in decoded(to).split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part.to_owned()),
        }
    }
    Some(parts.join("/"))
}
