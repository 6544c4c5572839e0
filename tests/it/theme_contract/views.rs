//! What templates get, read from the sources of the program: each type with its fields and what is said of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A type that templates get.
#[derive(Debug)]
pub(super) struct View {
    /// As the program calls it.
    pub(super) name: String,
    /// Its comment, on one line.
    pub(super) about: String,
    pub(super) fields: Vec<Field>,
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) about: String,
    /// As the program writes it.
    pub(super) kind: String,
}

/// The types by the name of their file, in the order of the file.
pub(super) fn views(folder: &Path) -> BTreeMap<String, Vec<View>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let source = fs::read_to_string(&path).expect("the file can be read");
        let views = read(&source);
        if !views.is_empty() {
            found.insert(name, views);
        }
    }
    found
}

fn read(source: &str) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    let mut comment = String::new();
    for line in source.lines() {
        let line = line.trim();
        if let Some(text) = line.strip_prefix("///") {
            if !comment.is_empty() {
                comment.push(' ');
            }
            comment.push_str(text.trim());
        } else if let Some(rest) = line.strip_prefix("pub struct ") {
            let name = rest.split(['<', ' ', '(']).next().expect("a type has a name").to_owned();
            views.push(View { name, about: std::mem::take(&mut comment), fields: Vec::new() });
        } else if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|rest| rest.split_once(": ")) {
            let field = Field {
                name: name.to_owned(),
                about: std::mem::take(&mut comment),
                kind: kind.trim_end_matches(',').to_owned(),
            };
            views.last_mut().expect("a field belongs to a type").fields.push(field);
        } else if !line.starts_with("#[") {
            comment.clear();
        }
    }
    views
}

impl View {
    /// How a reader of the page calls it: `DecisionRow` is a decision row, and `DateView` a date.
    pub(super) fn title(&self) -> String {
        let mut title = String::new();
        for c in self.name.strip_suffix("View").unwrap_or(&self.name).chars() {
            if c.is_uppercase() && !title.is_empty() {
                title.push(' ');
            }
            title.extend(c.to_lowercase());
        }
        title
    }

    /// The template that gets it as a whole, where one does: its comment begins with that.
    pub(super) fn template(&self) -> Option<&str> {
        let (name, _) = self.about.strip_prefix('`')?.split_once('`')?;
        name.ends_with(".html").then_some(name)
    }
}

/// A kind of value in plain words. `link` makes a link to one of the types.
pub(super) fn plain(kind: &str, about: &str, link: &dyn Fn(&str) -> String) -> String {
    let kind = kind.trim();
    let inside = |start: &str| kind.strip_prefix(start).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inside("Option<") {
        return format!("{}, or nothing", plain(inner, about, link));
    }
    if let Some(inner) = inside("Vec<") {
        return format!("list of {}", plural(&plain(inner, about, link)));
    }
    if let Some(inner) = inside("Cow<") {
        return plain(inner.rsplit_once(", ").map_or(inner, |(_, inner)| inner), about, link);
    }
    if let Some(inner) = kind.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return format!("list of {}", plural(&plain(inner, about, link)));
    }
    if let Some(inner) = kind.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let parts: Vec<String> = inner.split(", ").map(|part| plain(part, about, link)).collect();
        return format!("list of {}: {}", parts.len(), parts.join(", "));
    }
    if let Some(inner) = kind.strip_prefix('&') {
        let inner = inner.strip_prefix('\'').and_then(|rest| rest.split_once(' ')).map_or(inner, |(_, inner)| inner);
        return plain(inner, about, link);
    }
    match kind.split('<').next().unwrap_or(kind) {
        "str" | "String" if about.contains("safe HTML") => "*safe HTML*".to_owned(),
        "str" | "String" => "text".to_owned(),
        "bool" => "yes or no".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "f32" | "f64" => "number".to_owned(),
        "Json" => "words".to_owned(),
        other => link(other),
    }
}

/// Of a text several texts; links are to one of each.
fn plural(kind: &str) -> String {
    match kind {
        "text" => "texts".to_owned(),
        "number" => "numbers".to_owned(),
        kind => kind.to_owned(),
    }
}
