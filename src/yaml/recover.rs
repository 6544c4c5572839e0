//! Reading on after a mistake: the entry in which it stands is left out, those before and after it are read.
//!
//! Where the entry is a block of its own, the same is done inside it, so that of a group of ten fields only the broken
//! one is lost. What is left out stays in the tree as [`Value::Broken`], so that nobody misses it.

use super::entries::Entries;
use super::job::Job;
use super::layout::{Kind, Layout, indent, key_end, lines, says_something};
use super::names::is_odd_space;
use super::pass::{Stop, pass};
use super::{Located, Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// Blocks inside each other in which the broken line is looked for.
const DEEPEST: usize = 16;
/// How often the cause of a mistake may turn out to lie further up.
const MOST_STEPS_BACK: usize = 4;

/// Reads `text`, which begins at byte `offset` of the file, although there is a mistake in it: `problem`, at byte `at`.
///
/// `None` where a limit was met.
pub(super) fn recover(job: &mut Job<'_>, text: &str, offset: usize, problem: Diagnostic, at: usize) -> Option<Node> {
    block(job, text, offset, (problem, at), 0)
}

/// The same of a block that lies `depth` blocks deep.
fn block(job: &mut Job<'_>, text: &str, offset: usize, first: (Diagnostic, usize), depth: usize) -> Option<Node> {
    let mut found = Found { nodes: Vec::new(), text, offset, depth };
    let Some(layout) = Layout::of(text) else {
        job.report(first.0);
        return Some(broken(Span::new(offset..offset)));
    };
    let kind = layout.kind;
    let (mut mistake, mut from) = (first, 0);
    loop {
        let entry = found.up_to_mistake(job, &layout, &mut mistake, from)?;
        let (problem, at) = mistake;
        let entry = entry.start..entry.end.max(end_of_conflict(text, at));
        found.broken_entry(job, kind, entry.clone(), problem, at)?;
        from = entry.end;
        if from >= text.len() || job.is_hopeless() {
            break;
        }
        match pass(job, &text[from..], offset + from) {
            Ok(node) => {
                found.nodes.push(node);
                break;
            }
            Err(Stop::Limit(problem)) => {
                job.report(*problem);
                return None;
            }
            Err(Stop::Mistake { problem, at }) => {
                mistake = (*problem, from + at);
            }
        }
    }
    Some(found.joined(job, kind))
}

/// What has been read of a block.
struct Found<'t> {
    nodes: Vec<Node>,
    text: &'t str,
    offset: usize,
    depth: usize,
}

impl Found<'_> {
    /// Reads what lies between `from` and the entry of the mistake. Where that cannot be read either, the mistake is
    /// there: an open quote is noticed only where the next one begins.
    fn up_to_mistake(
        &mut self,
        job: &mut Job<'_>,
        layout: &Layout,
        mistake: &mut (Diagnostic, usize),
        from: usize,
    ) -> Option<std::ops::Range<usize>> {
        let mut entry = layout.entry(self.text, mistake.1.max(from), from);
        for _ in 0..MOST_STEPS_BACK {
            let before = &self.text[from..entry.start];
            if !lines(before).any(|(_, line)| says_something(line)) {
                return Some(entry);
            }
            match pass(job, before, self.offset + from) {
                Ok(node) => {
                    self.nodes.push(node);
                    return Some(entry);
                }
                Err(Stop::Limit(problem)) => {
                    job.report(*problem);
                    return None;
                }
                Err(Stop::Mistake { problem, at }) => {
                    let at = (from + at).min(entry.start - 1);
                    *mistake = (*problem, at);
                    entry = layout.entry(self.text, at, from);
                }
            }
        }
        self.nodes.push(broken(Span::new(from..entry.start).shifted(self.offset)));
        Some(entry)
    }

    /// The entry at `range`, which cannot be read as a whole.
    fn broken_entry(
        &mut self,
        job: &mut Job<'_>,
        kind: Kind,
        range: std::ops::Range<usize>,
        problem: Diagnostic,
        at: usize,
    ) -> Option<()> {
        let lines = &self.text[range.clone()];
        let offset = self.offset + range.start;
        let alias = self.text.get(at..).and_then(|rest| alias(rest, &problem));
        let is_elsewhere = alias.is_some_and(|name| job.is_named_before(name, self.offset + at));
        let inner = match kind {
            _ if is_elsewhere || self.depth >= DEEPEST => None,
            Kind::List => inside_item(lines).map(|text| (text, offset)),
            Kind::Map => inside_field(lines, at.saturating_sub(range.start))
                .map(|start| (lines[start..].to_owned(), offset + start)),
        };
        let inner = match inner {
            Some((text, offset)) => match pass(job, &text, offset) {
                Err(Stop::Mistake { problem, at }) => Some(block(job, &text, offset, (*problem, at), self.depth + 1)?),
                // It is the way in which it lies in the rest that cannot be read.
                _ => None,
            },
            None => None,
        };
        if inner.is_none() && !is_elsewhere {
            job.report(problem);
        }
        let span = Span::new(offset..offset + lines.trim_end().len());
        let value = inner.unwrap_or(broken(span));
        self.nodes.push(match kind {
            Kind::List => Node { span, value: Value::List(vec![value]) },
            Kind::Map => Node { span, value: Value::Map(vec![named(lines, offset, value)]) },
        });
        Some(())
    }

    /// All that was read, as one list or map.
    fn joined(self, job: &mut Job<'_>, kind: Kind) -> Node {
        let start = self.nodes.first().map_or(self.offset, |node| node.span.start);
        let end = self.nodes.last().map_or(start, |node| node.span.end);
        let mut items = Vec::new();
        let mut entries = Entries::default();
        for node in self.nodes {
            match (kind, node.value) {
                (_, Value::Empty) => {}
                (Kind::List, Value::List(more)) => items.extend(more),
                (Kind::List, _) => items.push(broken(node.span)),
                (Kind::Map, Value::Map(more)) => {
                    for (name, value) in more {
                        match name.span == value.span && value.value == Value::Broken {
                            true => entries.push_broken(name.span),
                            false => {
                                if let Some(problem) = entries.push(job.file, name, value) {
                                    job.report(problem);
                                }
                            }
                        }
                    }
                }
                (Kind::Map, _) => entries.push_broken(node.span),
            }
        }
        let value = match kind {
            Kind::List => Value::List(items),
            Kind::Map => Value::Map(entries.0),
        };
        Node { span: Span::new(start..end.max(start)), value }
    }
}

/// Where the two versions end that a version control has written below each other from byte `at` on.
fn end_of_conflict(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let end = rest.starts_with("<<<<<<<").then(|| rest.find("\n>>>>>>>")).flatten();
    end.map_or(0, |end| at + end + 1 + rest[end + 1..].find('\n').map_or(rest.len() - end - 1, |line| line + 1))
}

fn broken(span: Span) -> Node {
    Node { span, value: Value::Broken }
}

/// The name of the alias at the beginning of `text`, if not knowing it is the whole problem.
fn alias<'t>(text: &'t str, problem: &Diagnostic) -> Option<&'t str> {
    let rest = text.strip_prefix('*').filter(|_| problem.message.starts_with("`*`"))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || "-_".contains(c))).unwrap_or(rest.len());
    (end > 0).then_some(&rest[..end])
}

/// The lines of a list entry that is a group of fields, its `-` replaced by a space so that its fields lie below each
/// other and every byte keeps its place.
fn inside_item(entry: &str) -> Option<String> {
    let dash = indent(entry);
    let rest = entry[dash..].strip_prefix('-').filter(|rest| rest.starts_with(char::is_whitespace))?;
    let first = rest.split(['\n', '\r']).next().unwrap_or_default();
    if !first.trim().is_empty() {
        key_end(first.trim_start_matches(' '))?;
    }
    Some(format!("{} {rest}", &entry[..dash]))
}

/// Where the lines below `name:` begin, if the field's value is there and the mistake, at byte `at`, too.
fn inside_field(entry: &str, at: usize) -> Option<usize> {
    let column = indent(entry);
    let line = entry[column..].split(['\n', '\r']).next().unwrap_or_default();
    let behind = line[key_end(line)? + 1..].trim();
    let begin = column + line.len();
    let begin = begin + entry[begin..].find(|c| c != '\n' && c != '\r')?;
    ((behind.is_empty() || behind.starts_with('#')) && at >= begin).then_some(begin)
}

/// The field whose lines these are. Where there is no telling what it is called, name and value share their place.
fn named(entry: &str, offset: usize, value: Node) -> (Located<String>, Node) {
    let column = indent(entry);
    let line = entry[column..].split(['\n', '\r']).next().unwrap_or_default();
    let end = key_end(line).or_else(|| {
        let end = line.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'))?;
        (end > 0 && line[end..].starts_with([':', '：'])).then_some(end)
    });
    let start = offset + column;
    match end.filter(|_| !line.starts_with('-')) {
        Some(end) => {
            let name = line[..end].trim_matches(|c| matches!(c, '"' | '\'' | ' ') || is_odd_space(c)).to_owned();
            let value =
                if value.span == Span::new(start..start + end) { broken(Span::new(offset..offset)) } else { value };
            (Located { value: name, span: Span::new(start..start + end) }, value)
        }
        None => (Located { value: "unreadable".to_owned(), span: value.span }, broken(value.span)),
    }
}
