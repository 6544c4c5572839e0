//! What `replies.html` gets to see: how something that is asked for can be answered. It stands beside an ask on every page.

use serde::Serialize;

use super::parts::{AwayView, ContactView};

/// How something that is asked for can be answered.
#[derive(Debug, Serialize)]
pub struct RepliesView<'v> {
    /// Tells what is asked for from everything else, and from what it was before somebody changed it, for `data-replies`.
    pub key: String,
    /// What the buttons are for, in words: the name of their group.
    pub label: String,
    /// Where it stands in the portal, for `data-place`: the mails end with it, and a script puts the portal's address in
    /// front.
    pub place: String,
    /// Whom the answers go to; none where the portal names nobody to ask.
    pub to: Option<ContactView<'v>>,
    /// When they cannot be reached, where somebody stands in for them who can be written to.
    pub away: Option<AwayView>,
    /// Who that is.
    pub backup: Option<ContactView<'v>>,
    /// What can be answered, in order; the last is always a question.
    pub answers: Vec<ReplyView>,
}

/// One of the answers.
#[derive(Debug, Serialize)]
pub struct ReplyView {
    /// `option`, one of several that are equal; `approve`; `done`; `write`, an answer of one's own; `ask`, a question.
    pub kind: &'static str,
    /// What its button says.
    pub label: String,
    /// The mail's subject.
    pub subject: String,
    /// The mail's text, its lines parted by `\n`.
    pub text: String,
    /// Writes the mail, for `href`; none where nobody can be written to.
    pub href: Option<String>,
    /// The same to who stands in, for `data-away`.
    pub href_away: Option<String>,
}
