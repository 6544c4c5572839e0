//! The public page of a portal, as the preview serves it: with a script more, and told from others by what it says.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::PREFIX;

/// The page of a portal that never was without errors.
pub(super) const NOTHING_YET: &[u8] = b"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <meta name=\"color-scheme\" content=\"light dark\">\n<title>Preview</title>\n\
    <link rel=\"icon\" href=\"/_preview/list.js\">\n</head>\n<body></body>\n</html>\n";

/// Tells a portal's public page from another. Two that differ in the addresses of their styles alone have the same name:
/// an open page can be given other styles without being loaded anew.
pub(super) fn name(page: &[u8]) -> String {
    let mut hash = DefaultHasher::new();
    String::from_utf8_lossy(page).split('"').filter(|piece| !is_style(piece)).for_each(|piece| piece.hash(&mut hash));
    format!("{:016x}", hash.finish())
}

/// The addresses of the page's styles, in the order in which they stand there.
pub(super) fn styles(page: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(page).split('"').filter(|piece| is_style(piece)).map(str::to_owned).collect()
}

fn is_style(piece: &str) -> bool {
    (piece.ends_with(".css") || piece.ends_with(".bin")) && !piece.contains(['<', '>', ' ', '\n'])
}

/// The page with a script of the preview in front of its own.
pub(super) fn with_script(page: &[u8], script: &str, name: &str) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let script = format!("<script type=\"module\" src=\"{PREFIX}{script}?{name}\"></script>\n");
    match page.find("<script") {
        Some(at) => format!("{}{script}{}", &page[..at], &page[at..]).into_bytes(),
        None => page.replace("</head>", &format!("{script}</head>")).into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::{name, styles};

    #[test]
    fn other_styles_make_no_other_page() {
        let page = |style: &str, script: &str| {
            format!("<link href=\"{style}\"><link href=\"portal.1.bin\" data-styles><script src=\"{script}\"></script>")
                .into_bytes()
        };
        let (one, restyled, other) = (page("a.1.css", "m.1.js"), page("a.2.css", "m.1.js"), page("a.1.css", "m.2.js"));
        assert_eq!(styles(&restyled), ["a.2.css", "portal.1.bin"]);
        assert_eq!(name(&one), name(&restyled));
        assert_ne!(name(&one), name(&other));
    }
}
