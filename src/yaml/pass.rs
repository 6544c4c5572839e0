//! Reading YAML in one go, up to the first mistake. The one place that knows the YAML library.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use super::entries::Entries;
use super::job::Job;
use super::{Located, Node, Value, names, syntax, values};
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};

/// Values that aliases (`*name`) may add to one file: enough for any honest use, too few for an alias bomb.
const MOST_ALIASED: usize = 10_000;
/// Lists and maps inside each other.
const DEEPEST: usize = 48;

/// Why reading stopped.
pub(super) enum Stop {
    /// Something that is no YAML; `at` is the byte of the text where it can be mended.
    Mistake { problem: Box<Diagnostic>, at: usize },
    /// Something that is YAML and too much of it.
    Limit(Box<Diagnostic>),
}

/// Reads `text`, which begins at byte `offset` of the file. What is wrong with values in it is reported where all of it
/// can be read.
pub(super) fn pass(job: &mut Job<'_>, text: &str, offset: usize) -> Result<Node, Stop> {
    let mut reader = Reader {
        job,
        text,
        offset,
        found: Diagnostics::new(),
        anchors: HashMap::new(),
        depth: 0,
        events: Parser::new_from_str(text),
    };
    let node = reader.document()?;
    let found = reader.found;
    job.found(found);
    Ok(node)
}

struct Reader<'a, 'j> {
    job: &'a mut Job<'j>,
    text: &'a str,
    offset: usize,
    found: Diagnostics,
    anchors: HashMap<usize, Node>,
    depth: usize,
    events: Parser<'a, granit_parser::StrInput<'a>>,
}

impl<'a> Reader<'a, '_> {
    fn document(&mut self) -> Result<Node, Stop> {
        let mut root = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) => {
                    if let Some(root) = &mut root {
                        self.report(
                            check::YAML_SYNTAX
                                .at(self.job.file.place(span), "a second document begins here")
                                .help("a file holds one document: remove the line `---`"),
                        );
                        cut_short(root, span);
                        break;
                    }
                }
                Event::StreamEnd => break,
                event => {
                    let node = self.node(event, span)?;
                    root.get_or_insert(node);
                }
            }
        }
        Ok(root.unwrap_or(Node { span: Span::new(self.offset..self.offset), value: Value::Empty }))
    }

    /// The next event with its span in the file; `None` at the end.
    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, Stop> {
        match self.events.next() {
            None => Ok(None),
            Some(Ok((event, span))) => {
                let start = span.start.byte_offset().unwrap_or(0) + self.offset;
                let end = span.end.byte_offset().unwrap_or(0) + self.offset;
                Ok(Some((event, Span::new(start..end.max(start)))))
            }
            Some(Err(error)) => {
                let (problem, at) = syntax::explain(self.job.file, self.text, self.offset, &error);
                Err(Stop::Mistake { problem: Box::new(problem), at })
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span) -> Result<Node, Stop> {
        if self.depth >= DEEPEST {
            return Err(self.limit(
                span,
                "this is nested too deeply",
                "lists and groups may lie at most 48 deep inside each other",
            ));
        }
        let sign = sign_without_text(&event);
        self.depth += 1;
        let (node, anchor) = match event {
            Event::Scalar(text, style, anchor, _) => {
                let is_plain = style == ScalarStyle::Plain && sign.is_none();
                let mut text = text.into_owned();
                if text.contains('\0') {
                    self.report(values::nul(self.job.file, self.text, self.offset, span));
                    text.retain(|c| c != '\0');
                }
                let lost = is_plain.then(|| values::lost_text(self.job.file, self.text, self.offset, &text, span));
                let mut node = scalar(text, style, span);
                if let Some(problem) = lost.flatten() {
                    self.report(problem);
                    if node.value == Value::Empty {
                        node.value = Value::Broken;
                    }
                }
                (node, anchor)
            }
            Event::SequenceStart(style, anchor, _) => (self.list(style, span)?, anchor),
            Event::MappingStart(style, anchor, _) => (self.map(style, span)?, anchor),
            Event::Alias(target) => (self.alias(target, span)?, 0),
            _ => (Node { span, value: Value::Empty }, 0),
        };
        self.depth -= 1;
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match sign {
            Some(sign) => Ok(self.refuse_sign(sign, node)),
            None => Ok(node),
        }
    }

    fn refuse_sign(&mut self, sign: char, node: Node) -> Node {
        let before = self.text.get(..node.span.start - self.offset).unwrap_or_default();
        let at = match before.rfind(sign) {
            Some(at) => Span::new(at..at + 1).shifted(self.offset),
            None => node.span,
        };
        self.report(
            check::YAML_SYNTAX
                .at(self.job.file.place(at), format!("`{sign}` at the beginning has a special meaning here"))
                .help("put the text in quotes"),
        );
        Node { span: node.span, value: Value::Broken }
    }

    fn list(&mut self, style: StructureStyle, span: Span) -> Result<Node, Stop> {
        let mut items = Vec::new();
        let mut end = span.end;
        while let Some((event, at)) = self.next()? {
            if matches!(event, Event::SequenceEnd) {
                end = end.max(at.end);
                break;
            }
            items.push(self.node(event, at)?);
        }
        if style == StructureStyle::Flow {
            let split = values::split_by_comma(self.job.file, self.text, self.offset, &mut items);
            self.found.extend(split);
        }
        Ok(Node { span: Span::new(span.start..end), value: Value::List(items) })
    }

    fn map(&mut self, style: StructureStyle, span: Span) -> Result<Node, Stop> {
        let mut entries = Entries::default();
        let mut end = span.end;
        while let Some((event, at)) = self.next()? {
            if matches!(event, Event::MappingEnd) {
                end = end.max(at.end);
                break;
            }
            // As the name of a field, `NULL` is a word like any other.
            let word = match &event {
                Event::Scalar(text, ScalarStyle::Plain, 0, _) if !text.is_empty() => Some(text.to_string()),
                _ => None,
            };
            let key = self.node(event, at)?;
            let Some((event, at)) = self.next()? else { break };
            let value = self.node(event, at)?;
            let word = word.or(match key.value {
                Value::Scalar { text, .. } => Some(text),
                _ => None,
            });
            let Some(text) = word else {
                self.no_name(key.span);
                entries.push_broken(key.span);
                continue;
            };
            let name = Located { value: text, span: key.span };
            if style == StructureStyle::Flow
                && let Some(problem) =
                    values::text_as_field(self.job.file, self.text, self.offset, &mut entries.0, &name, &value)
            {
                self.report(problem);
                continue;
            }
            self.entry(&mut entries, name, value);
        }
        Ok(Node { span: Span::new(span.start..end), value: Value::Map(entries.0) })
    }

    fn no_name(&mut self, span: Span) {
        self.report(
            check::YAML_SYNTAX
                .at(self.job.file.place(span), "the name of a field is a text on one line")
                .help("write `name: value`; put a name that begins with `[`, `{` or `*` in quotes"),
        );
    }

    /// Adds a field, unless there is something wrong with its name.
    fn entry(&mut self, entries: &mut Entries, name: Located<String>, value: Node) {
        match names::clean(self.job.file, self.text, self.offset, name) {
            names::Name::Fine(name) => self.found.extend(entries.push(self.job.file, name, value)),
            names::Name::Mended(name, problem) => {
                self.report(problem);
                self.found.extend(entries.push(self.job.file, name, value));
            }
            names::Name::Broken(span, problem) => {
                self.report(problem);
                entries.push_broken(span);
            }
        }
    }

    fn alias(&mut self, target: usize, span: Span) -> Result<Node, Stop> {
        let value = self.anchors.get(&target).map(|node| node.value.clone()).unwrap_or(Value::Empty);
        self.job.aliased += size(&value);
        if self.job.aliased > MOST_ALIASED {
            return Err(self.limit(
                span,
                "references like this one make the file too large",
                "write the values out instead of pointing to them with `*`",
            ));
        }
        Ok(Node { span, value })
    }

    /// A mistake after which the rest of the file can still be read.
    fn report(&mut self, problem: Diagnostic) {
        self.found.push(problem);
    }

    fn limit(&self, span: Span, message: &str, help: &str) -> Stop {
        Stop::Limit(Box::new(check::YAML_SYNTAX.at(self.job.file.place(span), message).help(help)))
    }
}

/// Something of a document is missing after `span`.
fn cut_short(root: &mut Node, span: Span) {
    let rest = Node { span, value: Value::Broken };
    match &mut root.value {
        Value::List(items) => items.push(rest),
        Value::Map(entries) => entries.push((Located { value: "unreadable".to_owned(), span }, rest)),
        value => *value = Value::Broken,
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
        Value::Empty | Value::Scalar { .. } | Value::Broken => 1,
        Value::List(items) => 1 + items.iter().map(|node| size(&node.value)).sum::<usize>(),
        Value::Map(entries) => 1 + entries.iter().map(|(_, node)| 1 + size(&node.value)).sum::<usize>(),
    }
}
