//! Slips on the command line that many people make, and what they meant.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What to write instead, where that can be told. `words` are those of the command line.
pub(super) fn advice(error: &clap::Error, words: &[OsString]) -> Option<String> {
    if error.kind() == ErrorKind::MissingRequiredArgument {
        return missing(words);
    }
    let wrong = match (error.kind(), error.get(ContextKind::InvalidArg), error.get(ContextKind::InvalidSubcommand)) {
        (ErrorKind::UnknownArgument, Some(ContextValue::String(wrong)), _)
        | (ErrorKind::InvalidSubcommand, _, Some(ContextValue::String(wrong))) => wrong.as_str(),
        _ => return None,
    };
    let words: Vec<String> = words.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    if wrong.starts_with('-') {
        return None;
    }
    let at = words.iter().position(|word| ["new", "check", "build", "serve", "access"].contains(&word.as_str()))?;
    let words: Vec<&str> = words[at..].iter().map(String::as_str).collect();
    match words.as_slice() {
        ["new", what, ..] if error.kind() == ErrorKind::InvalidSubcommand => Some(place_of(what)),
        ["new", what @ ("decision" | "doc" | "task" | "milestone" | "term"), client, title @ ..] => {
            let title: Vec<&str> = title.iter().copied().take_while(|word| !word.starts_with('-')).collect();
            Some(format!(
                "Put a title of several words in quotes: `vestibule new {what} {client} \"{}\"`",
                title.join(" ")
            ))
        }
        ["access", "add", client, name @ ..] => {
            let name: Vec<&str> = name.iter().copied().take_while(|word| !word.starts_with('-')).collect();
            Some(format!(
                "Put a name of several words in quotes: `vestibule access add {client} \"{}\"`",
                name.join(" ")
            ))
        }
        [command @ ("check" | "build" | "serve"), ..] => {
            Some(format!("Did you mean `vestibule {command} --client {wrong}`?"))
        }
        _ => None,
    }
}

/// An example of a command that lacks the client it is about.
fn missing(words: &[OsString]) -> Option<String> {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let is_add = words.windows(2).any(|pair| pair[0] == "access" && pair[1] == "add");
    is_add.then(|| {
        "Say whose portal it is and who the passphrase is for: `vestibule access add acme \"Tom Baert\"`".to_owned()
    })
}

/// How something begins that `new` does not make.
fn place_of(what: &str) -> String {
    let there_is = "`vestibule new` makes a client, decision, update, doc, task, milestone or term";
    match what {
        "person" | "people" | "contact" => format!("People are written in the client's `people.yml`. {there_is}."),
        "phase" | "roadmap" => format!("Phases are written in the client's `roadmap.yml`. {there_is}."),
        "word" | "glossary" => format!("A word to be explained is a `term`. {there_is}."),
        "file" | "files" => format!("A file is put into the client's folder `files`. {there_is}."),
        "document" | "page" => format!("A document is a `doc`. {there_is}."),
        _ => format!("{there_is}."),
    }
}
