//! From what somebody types to the name of a file.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::cli::Failure;
use crate::content::slug::slug;
use crate::source::is_name_of_a_file;

/// The longest name of a file that is made from a title, in characters. With a number and an ending it fits on every
/// disk, in any script.
const LONGEST: usize = 60;

/// Characters that some computer cannot store in a name.
const UNFIT: [char; 9] = ['\\', ':', '<', '>', '"', '|', '?', '*', '/'];

/// A title as it is written down: on one line, with something to read in it.
///
/// # Errors
/// Where nothing can be named after it.
pub(super) fn title(written: &str) -> Result<&str, Failure> {
    let title = written.trim();
    if title.chars().any(|c| c.is_control() || ['\u{2028}', '\u{2029}', '\u{feff}'].contains(&c)) {
        return Err(Failure("a title stands on one line (leave out line breaks and tabs)".to_owned()));
    }
    if slug(title).is_empty() {
        let message = format!("nothing can be named after `{title}`: it has no letter and no digit (use words)");
        return Err(Failure(message));
    }
    Ok(title)
}

/// The name of a file for a title, without its ending: lower case, letters and digits of any script, at most 60
/// characters, cut between words where that can be.
///
/// # Errors
/// Where nothing can be named after it, or not on every computer.
pub(super) fn file_stem(title: &str) -> Result<String, Failure> {
    let stem = cut(&slug(title).nfc().collect::<String>());
    if stem.is_empty() {
        let message = format!("nothing can be named after `{title}`: it has no letter and no digit (use words)");
        return Err(Failure(message));
    }
    refuse_device(&stem)?;
    Ok(stem)
}

/// What a folder is called in words: `harbour-works` is "Harbour works".
pub(super) fn in_words(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The folders of a path that somebody typed, below the one that they all lie in.
///
/// # Errors
/// Where a folder of that name would not be read, or cannot be made on every computer.
pub(super) fn folders(written: &str) -> Result<Vec<String>, Failure> {
    let parts: Vec<String> = written.trim_end_matches('/').split('/').map(|part| part.nfc().collect()).collect();
    for part in &parts {
        let refused = |why: &str| Err(Failure(format!("`{written}` cannot be a folder for documents: {why}")));
        if part.is_empty() || part == "." || part == ".." {
            return refused("name one below `docs`, such as `guides` or `guides/staff`");
        }
        if part.starts_with(['.', '_']) {
            return refused("what begins with `.` or `_` is never read");
        }
        if part.chars().any(|c| c.is_control() || UNFIT.contains(&c))
            || part.ends_with(['.', ' '])
            || part.starts_with(' ')
        {
            return refused("not every computer can store that name (use letters, digits and `-`)");
        }
        if is_name_of_a_file(part) {
            return refused("it has the name of a file (leave out the ending)");
        }
        if part.chars().count() > LONGEST {
            return refused("it is longer than 60 characters");
        }
        refuse_device(part)?;
    }
    Ok(parts)
}

/// Refuses what Windows takes for a device wherever it stands, with any ending.
///
/// # Errors
/// Where `name` is one of those.
pub(super) fn refuse_device(name: &str) -> Result<(), Failure> {
    let plain = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |device: &str| {
        let number = plain.strip_prefix(device).map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['1'..='9' | '¹' | '²' | '³']))
    };
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&plain.as_str()) || numbered("com") || numbered("lpt")
    {
        return Err(Failure(format!("Windows can store nothing of the name `{name}` (choose another)")));
    }
    Ok(())
}

/// The first 60 characters, without half a word where there is a whole one, and without half a letter.
fn cut(stem: &str) -> String {
    let Some((end, _)) = stem.char_indices().nth(LONGEST) else { return stem.to_owned() };
    let (kept, rest) = stem.split_at(end);
    if rest.starts_with('-') {
        return kept.to_owned();
    }
    if let Some((words, _)) = kept.rsplit_once('-') {
        return words.to_owned();
    }
    if !rest.starts_with(is_combining_mark) {
        return kept.to_owned();
    }
    let letter = kept.rfind(|c| !is_combining_mark(c)).unwrap_or(0);
    kept[..letter].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_any_script_give_names() {
        for (title, stem) in [
            ("Two languages", "two-languages"),
            ("  Ціна — за рік? ", "ціна-за-рік"),
            ("Café & terras", "café-terras"),
            ("Cafe\u{301}", "café"),
            ("日本語", "日本語"),
            ("100 %", "100"),
            ("../../etc/passwd", "etc-passwd"),
            ("command", "command"),
            ("com10", "com10"),
        ] {
            assert_eq!(file_stem(title).ok().as_deref(), Some(stem), "{title}");
        }
    }

    #[test]
    fn names_are_cut_between_words() {
        let stem = file_stem(&"seven77 ".repeat(9)).expect("it has words");
        assert_eq!(stem, ["seven77"; 7].join("-"), "the eighth word would make it 63");
        assert_eq!(file_stem(&"x".repeat(70)).expect("it has a letter"), "x".repeat(60));
        assert_eq!(file_stem(&format!("{} y", "x".repeat(60))).expect("it has a letter"), "x".repeat(60));
        let marked = format!("{}q\u{307}\u{323}", "x".repeat(58));
        assert_eq!(file_stem(&marked).expect("it has a letter"), "x".repeat(58), "not half of a letter");
    }

    #[test]
    fn what_no_disk_stores_is_refused() {
        for bad in ["", "  ", "…!?", "CON", "nul", "Com1", "LPT9", "aux."] {
            assert!(file_stem(bad).is_err(), "{bad}");
        }
        for bad in [
            "",
            "/",
            "..",
            "guides/../x",
            "_old",
            ".git",
            "a//b",
            "a:b",
            "a\\b",
            "con",
            "x/nul.txt",
            "a ",
            "a.",
            "a.md",
            "b.yml/c",
        ] {
            assert!(folders(bad).is_err(), "{bad}");
        }
        assert_eq!(folders("guides/For staff/").ok(), Some(vec!["guides".to_owned(), "For staff".to_owned()]));
        for bad in ["", "one\ntwo", "tab\there", "a\u{2028}b", "—"] {
            assert!(title(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_id_in_words() {
        assert_eq!(in_words("harbour-works"), "Harbour works");
        assert_eq!(in_words("ölhandel"), "Ölhandel");
    }
}
