//! From Markdown to pieces.

use super::heading::OpenHeading;
use super::html_block::HtmlBlock;
use super::looks;
use super::notes::{Notes, only_written};
use super::raw_html::{Allowed, RawHtml, Within};
use super::running_text::{Part, RunningText};
use super::{Alert, Document, Heading, Origin, Piece, Reference};
use crate::check;
use crate::content::slug::Anchors;
use crate::diagnostic::{Diagnostics, Span};
use crate::html::escape;
use crate::yaml::Located;
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};

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
    pieces: Vec<Piece>,
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
    /// A picture that is being read: its reference, description so far, title.
    image: Option<(usize, String, Option<String>)>,
    image_depth: usize,
    code: Option<(String, String)>,
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
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
            pieces: Vec::new(),
            headings: Vec::new(),
            references: Vec::new(),
            anchors: Anchors::default(),
            notes: Notes::default(),
            raw: RawHtml::default(),
            html_block: None,
            bracket: None,
            heading: None,
            links: Vec::new(),
            image: None,
            image_depth: 0,
            code: None,
            alignments: Vec::new(),
            cell: 0,
            in_head: false,
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
            Event::Text(text) => {
                self.check_space(&text, span);
                match self.code.is_some() || self.image.is_some() {
                    true => self.text(&text),
                    false => self.run.push(text.into_string(), span),
                }
            }
            Event::Code(code) => self.inline_code(&code),
            Event::Html(html) => match &mut self.html_block {
                Some(block) => block.push(&html, span),
                None => self.raw_html(&HtmlBlock::of(&html, span), Within::Block),
            },
            Event::InlineHtml(html) => self.raw_html(&HtmlBlock::of(&html, span), Within::Line),
            Event::FootnoteReference(label) => {
                let reference = self.notes.refer(&label);
                self.piece(reference);
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.html("<br>\n"),
            Event::Rule => self.html("<hr>\n"),
            Event::TaskListMarker(done) => self.piece(Piece::Task(done)),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
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
                let around = std::mem::take(&mut self.pieces);
                self.notes.begin(&label, around);
            }
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.piece(Piece::Table);
            }
            Tag::TableHead => {
                (self.in_head, self.cell) = (true, 0);
                self.html("<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.html("<tr>");
            }
            Tag::TableCell => self.start_cell(),
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
                    self.piece(Piece::Code { language, source });
                }
            }
            TagEnd::List(false) => self.html("</ul>\n"),
            TagEnd::List(true) => self.html("</ol>\n"),
            TagEnd::Item => self.html("</li>\n"),
            TagEnd::FootnoteDefinition => self.notes.end(&mut self.pieces),
            TagEnd::Table => {
                self.html("</tbody>\n");
                self.piece(Piece::EndTable);
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.html("</tr>\n</thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                self.html(if self.in_head { "</th>" } else { "</td>" });
                self.cell += 1;
            }
            TagEnd::Emphasis => self.html("</em>"),
            TagEnd::Strong => self.html("</strong>"),
            TagEnd::Strikethrough => self.html("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            _ => {}
        }
    }

    /// Writes the running text that has been put together, with links on the addresses in it.
    fn end_run(&mut self) {
        let is_plain = self.links.is_empty() && !self.raw.is_in_code();
        for part in self.run.take(is_plain) {
            match part {
                Part::Words(text) => self.text(&text),
                Part::Address(text, to, span) => {
                    self.open_link(to, None, span);
                    self.text(&text);
                    self.end_link();
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some((_, source)) = &mut self.code {
            source.push_str(text);
            return;
        }
        self.note_words(text);
        if self.image.is_some() {
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece::Text(before)) => before.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
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

    /// Words count towards the heading or the picture they stand in.
    fn note_words(&mut self, text: &str) {
        if let Some((_, description, _)) = &mut self.image {
            description.push_str(text);
        }
        if let Some(heading) = &mut self.heading {
            heading.title.push_str(text);
        }
    }

    /// Markup inside a picture's description has no place to go.
    fn html(&mut self, html: &str) {
        if self.image.is_some() || html.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece::Html(before)) => before.push_str(html),
            _ => self.pieces.push(Piece::Html(html.to_owned())),
        }
    }

    fn piece(&mut self, piece: Piece) {
        if self.image.is_none() {
            self.pieces.push(piece);
        }
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
        let wanted = match self.pieces.last_mut() {
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

    fn start_cell(&mut self) {
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            _ => "",
        };
        match self.in_head {
            true => self.html(&format!("<th scope=\"col\"{class}>")),
            false => self.html(&format!("<td{class}>")),
        }
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
        self.piece(Piece::Link(reference, title));
    }

    fn end_link(&mut self) {
        if let Some(Some(reference)) = self.links.pop() {
            if matches!(self.pieces.last(), Some(Piece::Link(..))) {
                self.diagnostics.push(looks::without_text(self.references[reference].to.span, self.origin));
            }
            self.piece(Piece::EndLink(reference));
        }
    }

    fn start_image(&mut self, to: &str, title: &str, span: Span) {
        self.image_depth += 1;
        if self.image.is_none() {
            let reference = self.refer(to.to_owned(), true, span);
            self.image = Some((reference, String::new(), some(title)));
        }
    }

    fn end_image(&mut self) {
        self.image_depth = self.image_depth.saturating_sub(1);
        if self.image_depth > 0 {
            return;
        }
        if let Some((reference, description, title)) = self.image.take() {
            self.piece(Piece::Image(reference, description, title));
        }
    }

    fn refer(&mut self, to: String, embedded: bool, span: Span) -> usize {
        self.references.push(Reference { to: Located { value: to, span }, embedded });
        self.references.len() - 1
    }

    fn raw_html(&mut self, block: &HtmlBlock, within: Within) {
        for (part, at) in self.raw.read(&block.html, within, !self.links.is_empty()) {
            self.allowed(part, block.in_text(at));
        }
    }

    /// Puts what became of a tag at `span` on the page.
    fn allowed(&mut self, part: Allowed, span: Span) {
        match part {
            Allowed::Html(html) => self.html(&html),
            Allowed::Text(text) => self.text(&text),
            Allowed::Link { to, title } => self.open_link(to, title, span),
            Allowed::EndLink => self.end_link(),
            Allowed::Image { to, alt, title } => {
                let reference = self.refer(to, true, span);
                self.piece(Piece::Image(reference, alt, title));
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
        self.pieces.extend(self.notes.written());
        let (headings, references) = only_written(&mut self.pieces, self.headings, self.references);
        (self.pieces, headings, references)
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
