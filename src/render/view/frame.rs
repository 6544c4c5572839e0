//! What `frame.html` gets to see.

use serde::Serialize;

use super::parts::{ContactCard, DateView};

/// `frame.html`: what stays around every page.
#[derive(Debug, Serialize)]
pub struct FrameView<'v> {
    /// What is being done.
    pub project: &'v str,
    /// For whom.
    pub client: &'v str,
    /// By whom.
    pub agency: &'v str,
    /// The file of the agency's mark.
    pub mark: Option<&'v str>,
    /// Language tag.
    pub language: &'v str,
    /// `ltr` or `rtl`.
    pub dir: &'v str,
    /// Whom to ask.
    pub contact: Option<ContactCard<'v>>,
    /// The newest day that anything is said to have happened on.
    pub as_of: Option<DateView>,
    /// The places of the portal that this audience has.
    pub places: Vec<PlaceView<'v>>,
}

/// A place of the portal: a page that is always one step away.
#[derive(Debug, Serialize)]
pub struct PlaceView<'v> {
    /// Where it is, for `href`.
    pub href: String,
    /// What it is called.
    pub title: &'v str,
    /// The beginnings of the paths of the pages that belong to it, such as `/docs`, with spaces between them: on these
    /// pages, a reader is at this place.
    pub covers: String,
    /// How much there waits for the client: at the to-dos what is asked for and can be done now, elsewhere 0.
    pub waiting: usize,
}
