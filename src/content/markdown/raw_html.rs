//! Raw HTML in Markdown, by allow-list.
//!
//! Markdown hands raw HTML out in fragments with its own elements between them: a `<details>` here, its `</details>`
//! three paragraphs on. A sanitiser of whole documents would close each fragment. So fragments are read as tokens, and
//! nothing is passed through: every tag that is allowed is written anew from its name and its known attributes. Which
//! elements are open is remembered per surrounding Markdown element, so that no end tag reaches out of it and nothing
//! is left open behind it.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use crate::diagnostic::Span;
use crate::html::escape;

/// What becomes of a piece of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allowed {
    /// Safe HTML.
    Html(String),
    /// Text, not yet escaped.
    Text(String),
    /// A link begins.
    Link {
        /// Where it leads, as written.
        to: String,
        /// Its title.
        title: Option<String>,
    },
    /// That link ends.
    EndLink,
    /// A picture.
    Image {
        /// Where it lies, as written.
        to: String,
        /// Its description.
        alt: String,
        /// Its title.
        title: Option<String>,
    },
    /// Something that was left out, in words.
    Removed(String),
}

/// What surrounds a fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// It stands on lines of its own.
    Block,
    /// It stands inside a line of text, where only inline elements may be.
    Line,
}

/// Elements that may stand anywhere.
const INLINE: [&str; 27] = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
    "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var",
];
/// Elements that may stand between paragraphs, and the element they must lie in, if any.
const BLOCK: [(&str, &[&str]); 29] = [
    ("address", &[]),
    ("aside", &[]),
    ("blockquote", &[]),
    ("caption", &["table"]),
    ("col", &["colgroup"]),
    ("colgroup", &["table"]),
    ("dd", &["dl"]),
    ("details", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &["dl"]),
    ("figcaption", &["figure"]),
    ("figure", &[]),
    ("hr", &[]),
    ("li", &["ul", "ol"]),
    ("ol", &[]),
    ("p", &[]),
    ("pre", &[]),
    ("section", &[]),
    ("summary", &["details"]),
    ("table", &[]),
    ("tbody", &["table"]),
    ("td", &["tr"]),
    ("tfoot", &["table"]),
    ("th", &["tr"]),
    ("thead", &["table"]),
    ("time", &[]),
    ("tr", &["table"]),
    ("ul", &[]),
];
/// Elements that have no end tag.
const VOID: [&str; 4] = ["br", "hr", "col", "wbr"];
/// Elements whose contents are no text for a reader.
const SWALLOWED: [&str; 14] = [
    "script", "style", "template", "iframe", "noscript", "noembed", "noframes", "textarea", "title", "xmp", "svg",
    "math", "object", "select",
];

/// The raw elements that are open at this point of a text.
#[derive(Debug)]
pub struct RawHtml {
    /// One list per surrounding Markdown element, the outermost first.
    open: Vec<Vec<&'static str>>,
}

impl Default for RawHtml {
    fn default() -> Self {
        RawHtml { open: vec![Vec::new()] }
    }
}

impl RawHtml {
    /// A Markdown element begins. A raw table that it would stand in, but in no cell of, ends before it: a browser
    /// would move such an element out of the table, and all that follows out of the page's text.
    pub fn open_container(&mut self) -> Vec<Allowed> {
        let open = self.open.last_mut().expect("there is always the text itself");
        let cut = between_cells(open).map(|table| ends(open.split_off(table)));
        self.open.push(Vec::new());
        cut.unwrap_or_default()
    }

    /// A Markdown element ends: the ends of what raw HTML left open in it.
    pub fn close_container(&mut self) -> Vec<Allowed> {
        match self.open.len() {
            1 => Vec::new(),
            _ => ends(self.open.pop().unwrap_or_default()),
        }
    }

    /// Whether raw HTML is open around what is read now.
    pub fn is_open(&self) -> bool {
        self.open.iter().any(|level| !level.is_empty())
    }

    /// Whether what is read now is code: there, an address is no link.
    pub fn is_in_code(&self) -> bool {
        self.open.iter().flatten().any(|element| matches!(*element, "code" | "pre" | "kbd" | "samp"))
    }

    /// The text ends.
    pub fn close_all(&mut self) -> Vec<Allowed> {
        let levels = std::mem::replace(&mut self.open, vec![Vec::new()]);
        levels.into_iter().rev().flat_map(ends).collect()
    }

    /// Reads one fragment: what becomes of it, each with the bytes of the tag or the text it stems from. `in_link` says whether a link
    /// is open around it: links do not lie inside each other.
    pub fn read(&mut self, html: &str, within: Within, in_link: bool) -> Vec<(Allowed, Span)> {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        // Otherwise the text of a script would be read as markup.
        emitter.naively_switch_states(true);
        let mut reading = Reading {
            open: self.open.last_mut().expect("there is always the text itself"),
            within,
            link: in_link,
            swallowing: None,
            at: Span::default(),
            out: Vec::new(),
        };
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            reading.token(token);
        }
        reading.out
    }
}

struct Reading<'a> {
    open: &'a mut Vec<&'static str>,
    within: Within,
    link: bool,
    swallowing: Option<String>,
    /// The tag or the text that is being read.
    at: Span,
    out: Vec<(Allowed, Span)>,
}

impl Reading<'_> {
    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => {
                self.at = Span::new(tag.span.start..tag.span.end.max(tag.span.start));
                self.start(&tag);
            }
            Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) if self.swallowing.is_none() => {
                self.at = Span::new(text.span.start..text.span.end.max(text.span.start));
                self.put(Allowed::Text(String::from_utf8_lossy(&text.value).into_owned()));
            }
            _ => {}
        }
    }

    fn put(&mut self, part: Allowed) {
        self.out.push((part, self.at));
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if self.swallowing.is_some() {
            return;
        }
        if name == "a" {
            return self.start_link(tag);
        }
        if name == "img" {
            return self.image(tag);
        }
        let Some(known) = self.allowed(&name) else {
            self.put(Allowed::Removed(format!("`<{name}>`")));
            if SWALLOWED.contains(&name.as_str()) && !tag.self_closing {
                self.swallowing = Some(name);
            }
            return;
        };
        let attributes = self.attributes(known, tag);
        self.put(Allowed::Html(format!("<{known}{attributes}>")));
        if !VOID.contains(&known) {
            self.open.push(known);
        }
    }

    fn allowed(&self, name: &str) -> Option<&'static str> {
        if let Some(known) = INLINE.iter().find(|known| **known == name) {
            return Some(known);
        }
        let (known, parents) = BLOCK.iter().find(|(known, _)| *known == name)?;
        if parents.is_empty() && between_cells(self.open).is_some() {
            return None;
        }
        let placed = parents.is_empty() || parents.iter().any(|parent| self.open.contains(parent));
        (placed && (self.within == Within::Block || name == "time")).then_some(known)
    }

    fn attributes(&mut self, element: &str, tag: &StartTag<usize>) -> String {
        let mut written = String::new();
        for (name, value) in &tag.attributes {
            let name = String::from_utf8_lossy(name);
            let value = String::from_utf8_lossy(value);
            match attribute(element, &name, &value) {
                Some(attribute) => written.push_str(&attribute),
                None => self.put(Allowed::Removed(format!("`{name}` on `<{element}>`"))),
            }
        }
        written
    }

    fn start_link(&mut self, tag: &StartTag<usize>) {
        let value = |name: &str| value(tag, name);
        match value("href") {
            Some(to) if !self.link && !self.open.contains(&"a") => {
                self.put(Allowed::Link { to, title: value("title") });
                self.open.push("a");
            }
            _ => self.put(Allowed::Removed("`<a>`".to_owned())),
        }
    }

    fn image(&mut self, tag: &StartTag<usize>) {
        match value(tag, "src") {
            Some(to) => {
                self.put(Allowed::Image { to, alt: value(tag, "alt").unwrap_or_default(), title: value(tag, "title") })
            }
            None => self.put(Allowed::Removed("`<img>`".to_owned())),
        }
    }

    /// An end tag closes what lies inside its element, too. Without a start in the same Markdown element it is nothing.
    fn end(&mut self, name: &str) {
        if let Some(swallowed) = &self.swallowing {
            if swallowed == name {
                self.swallowing = None;
            }
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| *open == name) else { return };
        for end in ends(self.open.split_off(at)) {
            self.put(end);
        }
    }
}

fn value(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// The attribute written anew, or `None` where it is not allowed on this element or with this value.
fn attribute(element: &str, name: &str, value: &str) -> Option<String> {
    let digits = || !value.is_empty() && value.len() <= 4 && value.bytes().all(|b| b.is_ascii_digit());
    let allowed = match (element, name) {
        (_, "title" | "lang") | ("time" | "del" | "ins", "datetime") => true,
        (_, "dir") => matches!(value, "ltr" | "rtl" | "auto"),
        ("td" | "th", "colspan" | "rowspan") | ("ol", "start") | ("col" | "colgroup", "span") => digits(),
        ("th", "scope") => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
        ("details", "open") => return Some(" open".to_owned()),
        // Styles are not allowed on pages; classes do what this attribute did.
        ("td" | "th" | "p" | "div", "align") if matches!(value, "left" | "center" | "right") => {
            return Some(format!(" class=\"align-{value}\""));
        }
        _ => false,
    };
    allowed.then(|| format!(" {name}=\"{}\"", escape(value)))
}

/// Where the innermost open table begins, if no cell or caption of it is open.
fn between_cells(open: &[&str]) -> Option<usize> {
    let table = open.iter().rposition(|element| *element == "table")?;
    let in_cell = open[table..].iter().any(|element| matches!(*element, "td" | "th" | "caption"));
    (!in_cell).then_some(table)
}

/// The ends of these open elements, the innermost first.
fn ends(open: Vec<&'static str>) -> Vec<Allowed> {
    let end = |element| match element {
        "a" => Allowed::EndLink,
        element => Allowed::Html(format!("</{element}>")),
    };
    open.into_iter().rev().map(end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fragments as one text, with a Markdown element around them; what is removed in square brackets.
    fn read(html: &str) -> String {
        let mut raw = RawHtml::default();
        let mut out = String::new();
        let mut parts: Vec<Allowed> = raw.read(html, Within::Block, false).into_iter().map(|(part, _)| part).collect();
        parts.extend(raw.close_all());
        for part in parts {
            match part {
                Allowed::Html(html) => out.push_str(&html),
                Allowed::Text(text) => out.push_str(&escape(&text)),
                Allowed::Removed(what) => out.push_str(&format!("[{what}]")),
                other => out.push_str(&format!("{other:?}")),
            }
        }
        out
    }

    #[test]
    fn what_formats_text_stays() {
        assert_eq!(read("<kbd>Ctrl</kbd> H<sub>2</sub>O<br>"), "<kbd>Ctrl</kbd> H<sub>2</sub>O<br>");
        assert_eq!(
            read("<details open><summary>More</summary>x</details>"),
            "<details open><summary>More</summary>x</details>"
        );
    }

    #[test]
    fn what_runs_or_loads_goes_with_its_contents() {
        for (html, expected) in [
            ("a<script>alert('<b>')</script>b", "a[`<script>`]b"),
            ("<style>p{}</style>b", "[`<style>`]b"),
            ("<svg><a href=x></svg>b", "[`<svg>`]b"),
            ("<iframe src=//evil></iframe>", "[`<iframe>`]"),
            ("<b onclick=alert(1) style=color:red>x</b>", "[`onclick` on `<b>`][`style` on `<b>`]<b>x</b>"),
            ("<form><input name=x></form>", "[`<form>`][`<input>`]"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }

    #[test]
    fn nothing_reaches_out_or_stays_open() {
        assert_eq!(read("</div></main><div><b>x"), "<div><b>x</b></div>");
        assert_eq!(read("<div><b>x</div>y</b>"), "<div><b>x</b></div>y");
    }

    #[test]
    fn parts_of_tables_and_lists_need_their_whole() {
        assert_eq!(read("<td>x</td>"), "[`<td>`]x");
        assert_eq!(read("<table><tr><td>x</table>"), "<table><tr><td>x</td></tr></table>");
    }

    #[test]
    fn nothing_stands_in_a_table_but_in_its_cells() {
        assert_eq!(
            read("<table><div><table></table></div></table>x"),
            "[`<div>`][`<table>`]<table></table>x"
                .replace("[`<div>`][`<table>`]<table>", "<table>[`<div>`][`<table>`]")
        );
        let mut raw = RawHtml::default();
        raw.read("<table>", Within::Block, false);
        assert_eq!(raw.open_container(), [Allowed::Html("</table>".into())]);
    }

    #[test]
    fn values_are_written_anew() {
        assert_eq!(read("<abbr title='a\"&lt;b'>x</abbr>"), "<abbr title=\"a&quot;&lt;b\">x</abbr>");
        assert_eq!(read("<p align=center>x</p>"), "<p class=\"align-center\">x</p>");
    }

    #[test]
    fn in_a_line_only_inline_elements_stand() {
        let mut raw = RawHtml::default();
        assert_eq!(raw.read("é<div>", Within::Line, false)[1], (Allowed::Removed("`<div>`".into()), Span::new(2..7)));
    }
}
