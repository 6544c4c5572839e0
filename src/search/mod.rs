//! What one audience can look for, as the shards of an index. `docs/search.md` says what is in them;
//! `themes/default/js/search.js` reads them.
//!
//! An index is made from an [`AudiencePortal`] alone, so that it knows of nothing that its readers may not see.

mod bits;
mod entry;
mod fold;
mod gather;
mod shown;
mod text;
mod words;
mod write;

use crate::formats::Formats;
use crate::portal::AudiencePortal;
use crate::seal::Plaintext;
use crate::theme::Theme;

/// The shards of the index for one audience, in order; none where there is nothing but the pages that every portal has.
pub fn index(portal: &AudiencePortal<'_>, theme: &Theme) -> Vec<Plaintext> {
    let language = &portal.client().language;
    let (words, formats) = (theme.locale(language.locale()), Formats::new(language.tag()));
    let read = gather::Gatherer { portal, words, formats: &formats }.read();
    if read.iter().map(|some| some.entries.len()).sum::<usize>() == portal.places().len() {
        return Vec::new();
    }
    write::shards(read).into_iter().map(Plaintext::from).collect()
}
