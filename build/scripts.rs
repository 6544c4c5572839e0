//! The default theme's scripts as they are published: without comments and needless white space, and with short names for
//! what is each module's own.

use std::fs;
use std::path::Path;

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_mangler::{MangleOptions, Mangler};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The module that is made when a theme is loaded.
const WORDS: &str = "words.js";

/// Makes all modules in the folder `from` small, into the folder `to`.
pub(crate) fn make_small(from: &Path, to: &Path) {
    // What is left of another version would be part of the program.
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).expect("there is room for the scripts");
    let names: Vec<String> = fs::read_dir(from)
        .expect("the default theme has scripts")
        .map(|entry| entry.expect("its folder can be read").file_name().into_string().expect("names are plain"))
        .filter(|name| name.ends_with(".js"))
        .collect();
    for name in &names {
        let source = fs::read_to_string(from.join(name)).expect("a script is text");
        fs::write(to.join(name), small(name, &source, &names)).expect("there is room for the scripts");
    }
}

/// One module. What it imports is named as in the sources, in single quotes.
fn small(name: &str, source: &str, modules: &[String]) -> String {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    assert!(!parsed.panicked && parsed.errors.is_empty(), "{name}: {:?}", parsed.errors);
    let options = MangleOptions { top_level: true, ..MangleOptions::default() };
    let names = Mangler::new().with_options(options).build(&parsed.program);
    let code = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(Some(names.scoping))
        .with_private_member_mappings(Some(names.class_private_mappings))
        .build(&parsed.program)
        .code;
    let modules = modules.iter().map(String::as_str).chain([WORDS]);
    // What is fetched later comes out in the quotes of templates.
    let in_sources = |code: String, quote: &str, name: &str| {
        code.replace(&format!("{quote}./{name}{quote}"), &format!("'./{name}'"))
    };
    modules.fold(code, |code, name| ["\"", "`"].iter().fold(code, |code, quote| in_sources(code, quote, name)))
}
