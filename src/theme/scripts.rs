//! Scripts: plain modules that import each other by name, each published under a name that says what is in it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::defaults::small_script;
use super::imports;
use super::locale::Locale;
use super::overlay::ThemeFiles;
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::digest::hashed;
use crate::source::SourceFile;

/// The module that the page starts.
const ENTRY: &str = "main.js";
/// The module that the page starts before it, and that imports nothing: what it fetches does not wait for the others.
const EARLY: &str = "early.js";
/// The module that is not written by hand: the words of the gate.
const WORDS: &str = "words.js";

/// The scripts of a theme, their imports pointing to the names under which they are published.
#[derive(Debug)]
pub struct Scripts {
    /// The file that the page starts.
    pub entry: String,
    /// The file that it starts before, where the theme has one.
    pub early: Option<String>,
    /// The files that others need before they can run; `import('./name.js')` fetches one later, if at all.
    pub needed: Vec<String>,
    /// Every file by name: its text.
    pub files: BTreeMap<String, String>,
}

/// The theme's modules, and the words of `locales`. Those that come with the program are made small; a theme's own are
/// published as they are written, so that nothing between its author and the browser can break them. `None` where
/// modules import what is not there, or each other in a circle.
pub(super) fn load(
    files: &ThemeFiles,
    locales: &BTreeMap<String, Locale>,
    diagnostics: &mut Diagnostics,
) -> Option<Scripts> {
    let sources = files.folder("js/", diagnostics);
    let text = |name: &str, source: &str| match files.is_default(&format!("js/{name}")) {
        true => small_script(name).unwrap_or(source).to_owned(),
        false => source.to_owned(),
    };
    let mut modules: BTreeMap<&str, String> =
        sources.iter().map(|(name, (_, source))| (*name, text(name, source))).collect();
    modules.insert(WORDS, words(locales));
    let own = sources.iter().filter(|(name, _)| !files.is_default(&format!("js/{name}")));
    let problems: Vec<Diagnostic> =
        own.flat_map(|(_, (file, text))| imports::problems(file, text, &modules.keys().copied().collect())).collect();
    if !problems.is_empty() {
        diagnostics.extend(problems);
        return None;
    }
    let linked = match linked(modules) {
        Ok(linked) => linked,
        Err(name) => {
            sources.get(name).into_iter().for_each(|(file, _)| diagnostics.push(circle(file)));
            return None;
        }
    };
    let file = |name: &str| linked.get(name).map(|module| module.file.clone()).unwrap_or_default();
    let (entry, early) = (file(ENTRY), linked.get(EARLY).map(|module| module.file.clone()));
    let needed = needed(&entry, &linked).into_iter().map(str::to_owned).collect();
    Some(Scripts {
        entry,
        early,
        needed,
        files: linked.into_values().map(|module| (module.file, module.text)).collect(),
    })
}

/// A module whose imports point to the names of published files.
struct Module {
    /// The name of its own.
    file: String,
    text: String,
}

/// Modules by the names that their authors know.
type Linked<'m> = BTreeMap<&'m str, Module>;

/// Every module under the name that says what is in it, its imports pointing to such names. A module is named after
/// those it imports are, so that a change reaches all that depend on it.
///
/// # Errors
/// Where modules import each other in a circle, and so have no first to be named: with one of them.
fn linked(mut waiting: BTreeMap<&str, String>) -> Result<Linked<'_>, &str> {
    let mut linked = Linked::new();
    let mut awaited = awaited(&waiting);
    while !waiting.is_empty() {
        let is_ready = |name: &&str| awaited[*name].iter().all(|other| linked.contains_key(other));
        let ready: Vec<&str> = waiting.keys().copied().filter(is_ready).collect();
        if ready.is_empty() {
            return Err(in_circle(&waiting));
        }
        let ready: Vec<(&str, String)> =
            ready.into_iter().filter_map(|name| Some((name, waiting.remove(name)?))).collect();
        for (name, text) in ready {
            let module = Module { file: hashed(name, text.as_bytes()), text };
            let others = waiting.iter_mut().filter(|(other, _)| awaited[*other].contains(&name));
            others.for_each(|(_, text)| *text = text.replace(&specifier(name), &specifier(&module.file)));
            awaited.remove(name);
            linked.insert(name, module);
        }
    }
    Ok(linked)
}

/// The modules that each of `waiting` imports.
fn awaited<'m>(waiting: &BTreeMap<&'m str, String>) -> BTreeMap<&'m str, Vec<&'m str>> {
    let names = |text: &String| waiting.keys().copied().filter(|name| text.contains(&specifier(name))).collect();
    waiting.iter().map(|(name, text)| (*name, names(text))).collect()
}

/// One of the modules that import each other, where each of `waiting` waits for another.
fn in_circle<'m>(waiting: &BTreeMap<&'m str, String>) -> &'m str {
    let mut names: Vec<&str> = Vec::new();
    let mut name = *waiting.keys().next().expect("there are modules that wait");
    while !names.contains(&name) {
        names.push(name);
        let awaited = waiting.keys().find(|other| waiting[name].contains(&specifier(other)));
        name = awaited.expect("a module that waits imports another that does");
    }
    name
}

fn circle(file: &SourceFile) -> Diagnostic {
    check::TEMPLATE
        .at(file.whole(), "this script imports itself, by way of others or at once")
        .help("move what both need into a script of its own: each is named after those that it imports")
}

/// The files that `entry` needs before it can run: those it imports, and those that these import in turn.
fn needed<'l>(entry: &'l str, linked: &'l Linked<'_>) -> BTreeSet<&'l str> {
    let mut needed = BTreeSet::new();
    let mut waiting = vec![entry];
    while let Some(file) = waiting.pop() {
        let text = linked.values().find(|module| module.file == file).map_or("", |module| &module.text);
        let imported = linked.values().map(|module| module.file.as_str()).filter(|name| imports(text, name));
        waiting.extend(imported.filter(|name| needed.insert(*name)));
    }
    needed
}

/// Whether a module with this text needs `file` before it can run.
fn imports(text: &str, file: &str) -> bool {
    text.match_indices(&specifier(file)).any(|(at, _)| !text[..at].trim_end().ends_with('('))
}

fn specifier(name: &str) -> String {
    format!("'./{name}'")
}

/// Words of the gate that stand on its page in every language already.
const PAGE_ONLY: [&str; 3] = ["choose", "language", "script"];

/// The words of the gate in every language, as a module. The open portal's come sealed, with its frame.
fn words(locales: &BTreeMap<String, Locale>) -> String {
    let gate = |locale: &Locale| {
        let words = locale.words().get("gate").and_then(Json::as_object).cloned().unwrap_or_default();
        Json::Object(words.into_iter().filter(|(name, _)| !PAGE_ONLY.contains(&name.as_str())).collect())
    };
    let languages: Map<String, Json> = locales.iter().map(|(code, locale)| (code.clone(), gate(locale))).collect();
    format!("export const words={};", Json::Object(languages))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::defaults::{default_paths, default_text};

    fn modules<'m>(modules: &[(&'m str, &str)]) -> BTreeMap<&'m str, String> {
        modules.iter().map(|(name, text)| (*name, (*text).to_owned())).collect()
    }

    #[test]
    fn a_change_reaches_the_names_of_all_that_depend_on_it() {
        let with = |words: &str| {
            let main = "import { a } from './a.js';\nconst later = () => import( './b.js');\n";
            let texts = [
                ("a.js", "import './words.js';"),
                ("b.js", "import './c.js';"),
                ("c.js", ""),
                ("main.js", main),
                ("words.js", words),
            ];
            linked(modules(&texts)).expect("there is no circle")
        };
        let (one, other) = (with("1"), with("2"));
        for name in ["words.js", "a.js", "main.js"] {
            assert_ne!(one[name].file, other[name].file, "{name}");
        }
        assert_eq!(one["b.js"].file, other["b.js"].file);
        let text = &one["main.js"].text;
        assert!(text.contains(&format!("from './{}'", one["a.js"].file)), "{text}");
        let files: Vec<&str> = needed(&one["main.js"].file, &one).into_iter().collect();
        assert_eq!(
            files,
            [&one["a.js"].file, &one["words.js"].file],
            "what is fetched later is not needed, nor what that imports"
        );
    }

    #[test]
    fn the_program_has_all_scripts_of_its_theme_made_small() {
        let sources: Vec<String> = default_paths().into_iter().filter(|path| path.starts_with("js/")).collect();
        assert!(sources.contains(&format!("js/{ENTRY}")));
        for path in sources {
            let (source, name) = (default_text(&path).expect("a text"), &path["js/".len()..]);
            let small = small_script(name).unwrap_or_else(|| panic!("{name} is not made small"));
            assert!(!small.contains("@ts-check") && !small.contains("/**") && small.len() < source.len(), "{name}");
            assert!(
                !small.contains("\"./") && !small.contains("`./"),
                "{name} names what it imports as it does in its source"
            );
        }
    }

    #[test]
    fn a_circle_is_found() {
        let outside = ("a.js", "import './b.js';");
        let two = [outside, ("b.js", "import './c.js';"), ("c.js", "import './b.js';"), ("d.js", "")];
        let circle = |texts: &[(&'static str, &str)]| linked(modules(texts)).err();
        assert_eq!(circle(&two), Some("b.js"));
        assert_eq!(circle(&[("self.js", "import './self.js';")]), Some("self.js"));
    }
}
