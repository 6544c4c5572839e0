//! From text to tree. The one place that knows the YAML library.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle};

use super::syntax;
use super::{Located, Node, Value};
use crate::check;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::SourceFile;

/// Values that aliases (`*name`) may add to one file: enough for any honest use, too few for an alias bomb.
const MOST_ALIASED: usize = 10_000;
/// Lists and maps inside each other.
const DEEPEST: usize = 48;

/// Reads the YAML in `range` of `file`. `None` where it cannot be read; then `diagnostics` says why.
///
/// `text` is the whole text of the file, so that spans count from its beginning.
pub fn parse(file: &SourceFile, text: &str, range: Span, diagnostics: &mut Diagnostics) -> Option<Node> {
    let slice = &text[range.start..range.end];
    let bom = slice.len() - slice.trim_start_matches('\u{feff}').len();
    let offset = range.start + bom;
    let slice = &slice[bom..];
    let mut reader = Reader {
        file,
        offset,
        slice,
        diagnostics,
        anchors: HashMap::new(),
        aliased: 0,
        depth: 0,
        broken: false,
        stopped: false,
        events: Parser::new_from_str(slice),
    };
    let node = reader.document();
    (!reader.broken).then_some(node)
}

struct Reader<'a> {
    file: &'a SourceFile,
    offset: usize,
    slice: &'a str,
    diagnostics: &'a mut Diagnostics,
    anchors: HashMap<usize, Node>,
    aliased: usize,
    depth: usize,
    broken: bool,
    stopped: bool,
    events: Parser<'a, granit_parser::StrInput<'a>>,
}

impl Reader<'_> {
    fn document(&mut self) -> Node {
        let mut root = None;
        while let Some((event, span)) = self.next() {
            match event {
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) if root.is_some() => {
                    self.refuse(
                        check::YAML_SYNTAX
                            .at(self.file.place(span), "a second document begins here")
                            .help("a file holds one document: remove the line `---`"),
                    );
                    break;
                }
                Event::DocumentStart(..) => {}
                Event::StreamEnd => break,
                event => {
                    let node = self.node(event, span);
                    root.get_or_insert(node);
                }
            }
        }
        root.unwrap_or(Node { span: Span::new(self.offset..self.offset), value: Value::Empty })
    }

    /// The next event with its span in the file; `None` at the end or after an error, which is then reported.
    fn next(&mut self) -> Option<(Event<'static>, Span)> {
        if self.stopped {
            return None;
        }
        match self.events.next()? {
            Ok((event, span)) => {
                let start = span.start.byte_offset().unwrap_or(0) + self.offset;
                let end = span.end.byte_offset().unwrap_or(0) + self.offset;
                Some((owned(event), Span::new(start..end.max(start))))
            }
            Err(error) => {
                let problem = syntax::explain(self.file, self.slice, self.offset, &error);
                self.refuse(problem);
                None
            }
        }
    }

    fn node(&mut self, event: Event<'static>, span: Span) -> Node {
        if self.depth >= DEEPEST {
            self.refuse(
                check::YAML_SYNTAX
                    .at(self.file.place(span), "this is nested too deeply")
                    .help("lists and groups may lie at most 48 deep inside each other"),
            );
        }
        if let Some(sign) = sign_without_text(&event) {
            let before = self.slice.get(..span.start - self.offset).unwrap_or_default();
            let span = match before.rfind(sign) {
                Some(at) => Span::new(at..at + 1).shifted(self.offset),
                None => span,
            };
            self.refuse(
                check::YAML_SYNTAX
                    .at(self.file.place(span), format!("`{sign}` at the beginning has a special meaning here"))
                    .help("put the text in quotes"),
            );
        }
        self.depth += 1;
        let (node, anchor) = match event {
            Event::Scalar(text, style, anchor, _) => {
                if style == ScalarStyle::Plain {
                    self.look_for_lost_text(span);
                }
                (scalar(text.into_owned(), style, span), anchor)
            }
            Event::SequenceStart(_, anchor, _) => (self.list(span), anchor),
            Event::MappingStart(_, anchor, _) => (self.map(span), anchor),
            Event::Alias(target) => (self.alias(target, span), 0),
            _ => (Node { span, value: Value::Empty }, 0),
        };
        self.depth -= 1;
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        node
    }

    /// `Phase #2` without quotes is the text `Phase` and a remark. A remark that is meant has a space after its `#`.
    fn look_for_lost_text(&mut self, span: Span) {
        let rest = self.slice.get(span.end - self.offset..).unwrap_or_default();
        let line = rest.split(['\r', '\n']).next().unwrap_or_default();
        // A value that is nothing but a remark stands at the colon: so does a colour without quotes.
        let behind = if span.end > span.start { line } else { line.strip_prefix(':').unwrap_or_default() };
        let remark = behind.trim_start_matches([' ', '\t']);
        if remark.strip_prefix('#').is_some_and(|remark| remark.starts_with(|c: char| !c.is_whitespace())) {
            let at = span.end + (line.len() - remark.len());
            let place = self.file.place(Span::new(at..at + remark.len()));
            self.report(
                check::YAML_SYNTAX
                    .at(place, "`#` after a space begins a remark, so the rest of this line is lost")
                    .help("put the whole text in quotes; if a remark is meant, write a space after `#`"),
            );
        }
    }

    fn list(&mut self, span: Span) -> Node {
        let mut items = Vec::new();
        let mut end = span.end;
        while let Some((event, at)) = self.next() {
            if matches!(event, Event::SequenceEnd) {
                end = end.max(at.end);
                break;
            }
            items.push(self.node(event, at));
        }
        Node { span: Span::new(span.start..end), value: Value::List(items) }
    }

    fn map(&mut self, span: Span) -> Node {
        let mut entries: Vec<(Located<String>, Node)> = Vec::new();
        let mut seen: HashMap<String, Span> = HashMap::new();
        let mut end = span.end;
        while let Some((event, at)) = self.next() {
            if matches!(event, Event::MappingEnd) {
                end = end.max(at.end);
                break;
            }
            // As the name of a field, `NULL` is a word like any other.
            let word = match &event {
                Event::Scalar(text, ScalarStyle::Plain, 0, _) if !text.is_empty() => Some(text.to_string()),
                _ => None,
            };
            let key = self.node(event, at);
            let Some((event, at)) = self.next() else { break };
            let value = self.node(event, at);
            let word = word.or(match key.value {
                Value::Scalar { text, .. } => Some(text),
                _ => None,
            });
            let Some(text) = word else {
                self.report(
                    check::YAML_SYNTAX
                        .at(self.file.place(key.span), "the name of a field is a text on one line")
                        .help("write `name: value`; put a name that begins with `[`, `{` or `*` in quotes"),
                );
                continue;
            };
            if let Some(first) = seen.get(&text) {
                let line = self.file.place(*first).line;
                self.report(
                    check::DUPLICATE_FIELD
                        .at(self.file.place(key.span), format!("`{text}` stands here a second time"))
                        .help(format!("it was already given on line {line}: keep one of the two")),
                );
                continue;
            }
            seen.insert(text.clone(), key.span);
            entries.push((Located { value: text, span: key.span }, value));
        }
        Node { span: Span::new(span.start..end), value: Value::Map(entries) }
    }

    fn alias(&mut self, target: usize, span: Span) -> Node {
        let value = self.anchors.get(&target).map(|node| node.value.clone()).unwrap_or(Value::Empty);
        self.aliased += size(&value);
        if self.aliased > MOST_ALIASED {
            self.refuse(
                check::YAML_SYNTAX
                    .at(self.file.place(span), "references like this one make the file too large")
                    .help("write the values out instead of pointing to them with `*`"),
            );
            return Node { span, value: Value::Empty };
        }
        Node { span, value }
    }

    /// A mistake after which the rest of the file can still be read.
    fn report(&mut self, problem: crate::diagnostic::Diagnostic) {
        self.diagnostics.push(problem);
    }

    /// A mistake after which nothing of the file is to be trusted.
    fn refuse(&mut self, problem: crate::diagnostic::Diagnostic) {
        if !self.stopped {
            self.diagnostics.push(problem);
        }
        self.broken = true;
        self.stopped = true;
    }
}

/// `!` and `&` in front of a value mean something in YAML that no file of ours needs; where they stand in front of what
/// was meant to be text, the text would be lost.
fn sign_without_text(event: &Event<'_>) -> Option<char> {
    match event {
        Event::Scalar(_, _, _, Some(_)) | Event::SequenceStart(_, _, Some(_)) | Event::MappingStart(_, _, Some(_)) => {
            Some('!')
        }
        Event::Scalar(text, ScalarStyle::Plain, anchor, None) if *anchor != 0 && matches!(&**text, "" | "~") => {
            Some('&')
        }
        _ => None,
    }
}

fn scalar(text: String, style: ScalarStyle, span: Span) -> Node {
    let plain = style == ScalarStyle::Plain;
    let value = if plain && matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL") {
        Value::Empty
    } else {
        Value::Scalar { text, plain }
    };
    Node { span, value }
}

fn size(value: &Value) -> usize {
    match value {
        Value::Empty | Value::Scalar { .. } => 1,
        Value::List(items) => 1 + items.iter().map(|node| size(&node.value)).sum::<usize>(),
        Value::Map(entries) => 1 + entries.iter().map(|(_, node)| 1 + size(&node.value)).sum::<usize>(),
    }
}

fn owned(event: Event<'_>) -> Event<'static> {
    match event {
        Event::Scalar(text, style, anchor, tag) => {
            Event::Scalar(text.into_owned().into(), style, anchor, tag.map(|tag| Cow::Owned(tag.into_owned())))
        }
        Event::SequenceStart(style, anchor, tag) => {
            Event::SequenceStart(style, anchor, tag.map(|tag| Cow::Owned(tag.into_owned())))
        }
        Event::MappingStart(style, anchor, tag) => {
            Event::MappingStart(style, anchor, tag.map(|tag| Cow::Owned(tag.into_owned())))
        }
        Event::Alias(target) => Event::Alias(target),
        Event::DocumentStart(explicit, _) => Event::DocumentStart(explicit, None),
        Event::StreamStart => Event::StreamStart,
        Event::StreamEnd => Event::StreamEnd,
        Event::DocumentEnd => Event::DocumentEnd,
        Event::SequenceEnd => Event::SequenceEnd,
        Event::MappingEnd => Event::MappingEnd,
        _ => Event::DocumentEnd,
    }
}
