//! A table while it is read: what each cell begins with, and whether its rows fold on a phone.

use pulldown_cmark::Alignment;

use crate::html::escape;

/// With fewer columns a table is a list in pairs or threes, which is read across on the smallest screen, too.
const FOLDS_FROM: usize = 4;
/// So many letters stand side by side on a phone.
const LETTERS_ACROSS: usize = 42;
/// How many letters would have room between two columns.
const GAP: usize = 2;
/// A cell with more letters than this may as well have a second line.
const LINE: usize = 16;

/// What is known of the table that is being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The number of the piece that it begins with.
    pub(super) begin: usize,
    columns: Vec<Column>,
    /// Which column the next cell is in.
    at: usize,
    in_head: bool,
    /// What the open cell says so far.
    said: String,
    /// The open cell's end.
    end: &'static str,
}

#[derive(Debug)]
struct Column {
    class: &'static str,
    /// The attribute with which its cells repeat the words that head it; empty where there are none.
    head: String,
    /// How many letters it has to be wide.
    width: usize,
}

impl Table {
    /// A table that begins with the piece of the number `begin`.
    pub(super) fn new(alignments: &[Alignment], begin: usize) -> Self {
        let column = |alignment: &Alignment| {
            let class = match alignment {
                Alignment::Left => " class=\"align-left\"",
                Alignment::Center => " class=\"align-center\"",
                Alignment::Right => " class=\"align-right\"",
                Alignment::None => "",
            };
            Column { class, head: String::new(), width: 0 }
        };
        Table { begin, columns: alignments.iter().map(column).collect(), ..Table::default() }
    }

    /// The beginning of the table's head.
    pub(super) fn start_head(&mut self) -> String {
        self.in_head = true;
        let group = self.role(" role=\"rowgroup\"");
        format!("<thead{group}>\n{}", self.start_row())
    }

    /// The end of the head, behind which the rows begin.
    pub(super) fn end_head(&mut self) -> String {
        self.in_head = false;
        format!("</tr>\n</thead>\n<tbody{}>\n", self.role(" role=\"rowgroup\""))
    }

    /// The beginning of a row.
    pub(super) fn start_row(&mut self) -> String {
        self.at = 0;
        format!("<tr{}>", self.role(" role=\"row\""))
    }

    /// The beginning of a cell, of which `source` is what is written in it. Where rows may fold, it repeats the words that
    /// head its column. A column without such words at the beginning of a table heads its rows.
    pub(super) fn start_cell(&mut self, source: &str) -> String {
        self.said.clear();
        let (class, head) = self.columns.get(self.at).map_or(("", ""), |column| (column.class, &column.head));
        let heads_row = !self.in_head && self.at == 0 && head.is_empty() && !self.columns.is_empty();
        let heads_column = self.in_head && !source.trim().is_empty();
        self.end = if heads_row || heads_column { "</th>" } else { "</td>" };
        if heads_row {
            return ["<th scope=\"row\"", self.role(" role=\"rowheader\""), class, ">"].concat();
        }
        if heads_column {
            return ["<th scope=\"col\"", self.role(" role=\"columnheader\""), class, ">"].concat();
        }
        let head = if self.may_fold() { head } else { "" };
        ["<td", self.role(" role=\"cell\""), class, head, ">"].concat()
    }

    /// Words of the open cell.
    pub(super) fn note_words(&mut self, words: &str) {
        self.said.push_str(words);
    }

    /// The end of the open cell.
    pub(super) fn end_cell(&mut self) -> &'static str {
        if let Some(column) = self.columns.get_mut(self.at) {
            let longest = self.said.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default();
            // The words over a column may stand below each other.
            let line = if self.in_head { 0 } else { self.said.chars().count().min(LINE) };
            column.width = column.width.max(longest).max(line);
            let head = self.said.trim();
            if self.in_head && !head.is_empty() {
                column.head = format!(" data-head=\"{}\"", escape(head));
            }
        }
        self.at += 1;
        self.end
    }

    /// Whether its rows fold on a phone, where they would not fit: known when all of it is read.
    pub(super) fn folds(&self) -> bool {
        let across: usize = self.columns.iter().map(|column| column.width + GAP).sum();
        self.may_fold() && across > LETTERS_ACROSS + GAP
    }

    fn may_fold(&self) -> bool {
        self.columns.len() >= FOLDS_FROM
    }

    /// A table whose rows are shown as blocks is no table any more to some browsers, unless it says so.
    /// `role` is the attribute.
    fn role(&self, role: &'static str) -> &'static str {
        if self.may_fold() { role } else { "" }
    }
}
