//! From Markdown to pieces.

use super::heading::OpenHeading;
use super::html_block::HtmlBlock;
use super::notes::{Notes, only_written};
use super::pieces::Pieces;
use super::raw_html::{Allowed, RawHtml, Within};
use super::running_text::{Part, RunningText};
use super::table::Table;
use super::text::Text;
use super::{Alert, Document, Heading, Origin, Picture, Piece, Reference, looks};
use crate::check;
use crate::content::slug::Anchors;
use crate::diagnostic::{Diagnostics, Span};
use crate::html::escape;
use crate::yaml::Located;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

/// Reads `text`, which was written at `origin`.
pub fn parse(text: &str, origin: Origin, diagnostics: &mut Diagnostics) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let origin = origin.reading(text);
    let mut writer = Writer::new(text, &origin, diagnostics);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        writer.event(event, Span::new(range));
    }
    let (pieces, headings, references) = writer.finish();
    Document { pieces, title: None, headings, references, origin }
}

struct Writer<'a> {
    source: &'a str,
    origin: &'a Origin,
    diagnostics: &'a mut Diagnostics,
    pieces: Pieces,
    headings: Vec<Heading>,
    references: Vec<Reference>,
    anchors: Anchors,
    notes: Notes,
    raw: RawHtml,
    run: RunningText,
    /// HTML of a block, put together before it is read: the parser hands it out line by line.
    html_block: Option<HtmlBlock>,
    /// Where a `]` of the running text ended.
    bracket: Option<usize>,
    /// The heading that is being read.
    heading: Option<OpenHeading>,
    /// The links that are being read, by their reference; `None` for one inside another.
    links: Vec<Option<usize>>,
    /// The code block that is being read: its language, and what it holds so far.
    code: Option<(String, String)>,
    /// The table that is being read, or the last one.
    table: Table,
    /// Quotes, list items and notes that are being read.
    depth: usize,
}

impl<'a> Writer<'a> {
    fn new(source: &'a str, origin: &'a Origin, diagnostics: &'a mut Diagnostics) -> Self {
        Writer {
            source,
            origin,
            run: RunningText::default(),
            diagnostics,
            pieces: Pieces::default(),
            headings: Vec::new(),
            references: Vec::new(),
            anchors: Anchors::default(),
            notes: Notes::default(),
            raw: RawHtml::default(),
            html_block: None,
            bracket: None,
            heading: None,
            links: Vec::new(),
            code: None,
            table: Table::default(),
            depth: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        if !matches!(event, Event::Text(_)) {
            self.end_run();
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.words(&text, span),
            Event::Code(code) => self.inline_code(&code),
            Event::Html(html) => match &mut self.html_block {
                Some(block) => block.push(&html, span),
                None => self.raw_html(&HtmlBlock::of(&html, span), Within::Block),
            },
            Event::InlineHtml(html) => self.raw_html(&HtmlBlock::of(&html, span), Within::Line),
            Event::FootnoteReference(label) => {
                let reference = self.notes.refer(&label);
                self.pieces.push(reference);
            }
            Event::SoftBreak => self.text(written("\n", span)),
            Event::HardBreak => self.html("<br>\n"),
            Event::Rule => self.html("<hr>\n"),
            Event::TaskListMarker(done) => self.piece(Piece::Task(done)),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(written(&text, span)),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        if matches!(tag, Tag::BlockQuote(_) | Tag::Item | Tag::FootnoteDefinition(_)) {
            self.depth += 1;
        }
        if tag != Tag::HtmlBlock {
            for end in self.raw.open_container() {
                self.allowed(end, span);
            }
        }
        match tag {
            Tag::Paragraph => {
                self.diagnostics.extend(looks::paragraph(self.source, span, self.origin));
                self.html("<p>");
            }
            Tag::Heading { level, .. } => self.start_heading(level, span),
            Tag::BlockQuote(None) => self.html("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.piece(Piece::Alert(alert(kind))),
            Tag::CodeBlock(kind) => self.code = Some((fence_language(kind), String::new())),
            Tag::HtmlBlock => self.html_block = Some(HtmlBlock::default()),
            Tag::List(None) => self.html("<ul>\n"),
            Tag::List(Some(1)) => self.html("<ol>\n"),
            Tag::List(Some(start)) => self.html(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => self.html("<li>"),
            Tag::FootnoteDefinition(label) => {
                let around = std::mem::take(&mut self.pieces.all);
                self.notes.begin(&label, around);
            }
            Tag::Table(alignments) => {
                self.table = Table::new(&alignments, self.pieces.all.len());
                self.piece(Piece::Table { folds: false });
            }
            Tag::TableHead => {
                let head = self.table.start_head();
                self.html(&head);
            }
            Tag::TableRow => {
                let row = self.table.start_row();
                self.html(&row);
            }
            Tag::TableCell => {
                let cell = self.table.start_cell(&self.source[span.start..span.end]);
                self.html(&cell);
            }
            Tag::Emphasis => self.html("<em>"),
            Tag::Strong => self.html("<strong>"),
            Tag::Strikethrough => self.html("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(link_type, &dest_url, &title, span),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title, span),
            // Parts of Markdown that are not switched on.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if matches!(tag, TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition) {
            self.depth -= 1;
        }
        if tag == TagEnd::HtmlBlock {
            if let Some(block) = self.html_block.take() {
                self.raw_html(&block, Within::Block);
            }
            return;
        }
        for end in self.raw.close_container() {
            self.allowed(end, Span::default());
        }
        match tag {
            TagEnd::Paragraph => self.html("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(None) => self.html("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.html("</aside>\n"),
            TagEnd::CodeBlock => {
                if let Some((language, source)) = self.code.take() {
                    self.piece(Piece::Code { language: language.into(), source: source.into() });
                }
            }
            TagEnd::List(false) => self.html("</ul>\n"),
            TagEnd::List(true) => self.html("</ol>\n"),
            TagEnd::Item => self.html("</li>\n"),
            TagEnd::FootnoteDefinition => self.notes.end(&mut self.pieces.all),
            TagEnd::Table => {
                if let Some(begin) = self.pieces.all.get_mut(self.table.begin) {
                    *begin = Piece::Table { folds: self.table.folds() };
                }
                self.html("</tbody>\n");
                self.piece(Piece::EndTable);
            }
            TagEnd::TableHead => {
                let end = self.table.end_head();
                self.html(&end);
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                let end = self.table.end_cell();
                self.html(end);
            }
            TagEnd::Emphasis => self.html("</em>"),
            TagEnd::Strong => self.html("</strong>"),
            TagEnd::Strikethrough => self.html("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.pieces.end_picture(),
            _ => {}
        }
    }

    /// Writes the running text that has been put together, with links on the addresses in it.
    fn end_run(&mut self) {
        let is_plain = self.links.is_empty() && !self.raw.is_in_code();
        for part in self.run.take(is_plain) {
            match part {
                Part::Words(text) => self.text(text),
                Part::Address(text, to) => {
                    self.open_link(to, None, text.written(0..text.len()));
                    self.text(text);
                    self.end_link();
                }
            }
        }
    }

    /// A part of the text, or of a code block.
    fn words(&mut self, words: &str, span: Span) {
        self.check_space(words, span);
        match &mut self.code {
            Some((_, source)) => source.push_str(words),
            None if self.pieces.is_in_picture() => self.note_words(words),
            None => self.run.push(words, span),
        }
    }

    fn text(&mut self, text: Text) {
        self.note_words(&text);
        self.pieces.text(text);
    }

    /// `[plan](our plan.pdf)` is text, not a link: the address ends at the space.
    fn check_space(&mut self, text: &str, span: Span) {
        let after_bracket = self.bracket == Some(span.start);
        self.bracket = text.ends_with(']').then_some(span.end);
        if self.code.is_none() && self.links.is_empty() {
            self.diagnostics.extend(looks::no_link(self.source, text, span, after_bracket, self.origin));
        }
    }

    fn inline_code(&mut self, code: &str) {
        self.note_words(code);
        self.html(&format!("<code>{}</code>", escape(code)));
    }

    /// Words count towards the heading, the picture or the cell they stand in.
    fn note_words(&mut self, text: &str) {
        self.pieces.describe(text);
        if let Some(heading) = &mut self.heading {
            heading.title.push_str(text);
        }
        self.table.note_words(text);
    }

    fn html(&mut self, html: &str) {
        self.pieces.html(html);
    }

    fn piece(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    fn start_heading(&mut self, level: HeadingLevel, span: Span) {
        let index = self.headings.len();
        self.headings.push(Heading {
            level: level as u8,
            id: String::new(),
            title: String::new(),
            span,
            nested: self.depth > 0 || self.raw.is_open(),
        });
        self.heading = Some(OpenHeading { index, title: String::new() });
        self.piece(Piece::Heading(index));
    }

    fn end_heading(&mut self) {
        let Some(mut heading) = self.heading.take() else { return };
        let wanted = match self.pieces.all.last_mut() {
            Some(Piece::Text(text)) => {
                let lines = self.headings[heading.index].span;
                heading.take_anchor(text, &self.source[lines.start..lines.end])
            }
            _ => None,
        };
        let OpenHeading { index, title } = heading;
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        self.headings[index].id = match wanted {
            Some(id) => self.anchors.free(id),
            None => self.anchors.for_title(&title),
        };
        self.headings[index].title = title;
        self.piece(Piece::EndHeading(index));
    }

    fn start_link(&mut self, kind: LinkType, to: &str, title: &str, span: Span) {
        let to = match kind {
            LinkType::Email => format!("mailto:{to}"),
            _ => to.to_owned(),
        };
        self.diagnostics.extend(looks::without_address(&to, span, self.origin));
        self.open_link(to, some(title), span);
    }

    /// Links do not lie inside each other: one inside another is only its text.
    fn open_link(&mut self, to: String, title: Option<String>, span: Span) {
        if !self.links.is_empty() {
            self.links.push(None);
            return;
        }
        let reference = self.refer(to, false, span);
        self.links.push(Some(reference));
        self.piece(Piece::Link(reference, title.map(String::into_boxed_str)));
    }

    fn end_link(&mut self) {
        if let Some(Some(reference)) = self.links.pop() {
            if matches!(self.pieces.all.last(), Some(Piece::Link(..))) {
                self.diagnostics.push(looks::without_text(self.references[reference].to.span, self.origin));
            }
            self.piece(Piece::EndLink(reference));
        }
    }

    fn start_image(&mut self, to: &str, title: &str, span: Span) {
        if self.pieces.start_picture() {
            let reference = self.refer(to.to_owned(), true, span);
            self.pieces.open_picture(reference, some(title));
        }
    }

    fn refer(&mut self, to: String, embedded: bool, span: Span) -> usize {
        self.references.push(Reference { to: Located { value: to, span }, embedded });
        self.references.len() - 1
    }

    fn raw_html(&mut self, block: &HtmlBlock, within: Within) {
        for (part, at) in self.raw.read(&block.html, within, !self.links.is_empty()) {
            match part {
                Allowed::Text(text) => self.text(block.text(&text, at.start)),
                part => self.allowed(part, block.in_text(at)),
            }
        }
    }

    /// Puts what became of a tag at `span` on the page.
    fn allowed(&mut self, part: Allowed, span: Span) {
        match part {
            Allowed::Html(html) => self.html(&html),
            Allowed::Text(text) => self.text(written(&text, span)),
            Allowed::Link { to, title } => self.open_link(to, title, span),
            Allowed::EndLink => self.end_link(),
            Allowed::Image { to, alt, title } => {
                let reference = self.refer(to, true, span);
                self.piece(Piece::Image(reference, Box::new(Picture { description: alt, title })));
            }
            Allowed::Removed(name) => self.diagnostics.push(
                check::REMOVED_HTML
                    .at(self.origin.place(span), format!("{name} is left out of the page"))
                    .help("raw HTML may format text and nothing else; write it in Markdown, or remove it"),
            ),
        }
    }

    fn finish(mut self) -> (Vec<Piece>, Vec<Heading>, Vec<Reference>) {
        self.end_run();
        for end in self.raw.close_all() {
            self.allowed(end, Span::default());
        }
        let mut pieces = self.pieces.all;
        pieces.extend(self.notes.written());
        let (headings, references) = only_written(&mut pieces, self.headings, self.references);
        // All texts of a portal are kept until it is built.
        pieces.shrink_to_fit();
        (pieces, headings, references)
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn fence_language(kind: CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Indented => String::new(),
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default().to_owned(),
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Text that was written at `span`.
fn written(text: &str, span: Span) -> Text {
    let mut all = Text::default();
    all.push(text, span);
    all
}
