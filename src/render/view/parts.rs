//! What the views of several pages have in common.

use serde::Serialize;

/// A person to ask.
#[derive(Debug, Serialize)]
pub struct ContactView<'v> {
    /// Their name.
    pub name: &'v str,
    /// Their mail address.
    pub email: Option<&'v str>,
    /// Their telephone number as people write it.
    pub phone: Option<&'v str>,
    /// The same for a `tel:` link: digits, and a `+` in front.
    pub phone_digits: Option<String>,
}

/// Whom to ask about this project, with the promise to answer.
#[derive(Debug, Serialize)]
pub struct ContactCard<'v> {
    /// Who, and how they are reached.
    pub contact: ContactView<'v>,
    /// How soon they answer, in words, such as `answers within 1 working day`.
    pub promise: Option<String>,
    /// When they cannot be reached.
    pub away: Option<AwayView>,
    /// Who stands in for them.
    pub backup: Option<ContactView<'v>>,
}

/// When somebody cannot be reached.
#[derive(Debug, Serialize)]
pub struct AwayView {
    /// The first day.
    pub from: DateView,
    /// The last day.
    pub to: DateView,
    /// Both in words, such as `24 Dec – 2 Jan`.
    pub range: String,
}

/// A link to a page.
#[derive(Debug, Serialize)]
pub struct Link {
    /// Where it leads, for `href`.
    pub href: String,
    /// What the page is called.
    pub title: String,
}

/// A day, in the client's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// `2026-11-20`, for `datetime` and for scripts.
    pub iso: String,
    /// `20 Nov`; with the year where that is not the one in which the portal was last written to.
    pub short: String,
    /// `Fri 20 Nov`; with the year in the same cases.
    pub weekday: String,
    /// `20 November 2026`.
    pub full: String,
}

/// A day that may have moved.
#[derive(Debug, Serialize)]
pub struct PromiseView {
    /// The day that holds now.
    pub current: DateView,
    /// The day that was promised first, where it is another.
    pub original: Option<DateView>,
    /// By how much the two differ, such as `5 days later`.
    pub slip: Option<String>,
    /// How it moved, first move first.
    pub moves: Vec<MoveView>,
}

/// A day moved.
#[derive(Debug, Serialize)]
pub struct MoveView {
    /// The day that held before.
    pub from: DateView,
    /// The new day.
    pub to: DateView,
    /// What happened: safe HTML.
    pub why: Option<String>,
    /// The decision that moved it.
    pub decision: Option<Link>,
    /// What makes up for it: safe HTML.
    pub recovery: Option<String>,
    /// When it was said.
    pub on: Option<DateView>,
}

/// What may be said of any item.
#[derive(Debug, Serialize)]
pub struct MarksView<'v> {
    /// Only in the preview.
    pub draft: bool,
    /// That it was given up.
    pub dropped: Option<DroppedView>,
    /// What it was called before.
    pub was: Vec<&'v str>,
}

/// That something was given up.
#[derive(Debug, Serialize)]
pub struct DroppedView {
    /// When.
    pub on: Option<DateView>,
    /// Why: safe HTML.
    pub why: String,
}

/// Somebody, by name.
#[derive(Debug, Serialize)]
pub struct PersonLink<'v> {
    /// Their name.
    pub name: &'v str,
    /// What they do.
    pub role: Option<&'v str>,
    /// Where more is said about them, for `href`; none for somebody who is not among the people of the project.
    pub href: Option<String>,
}

/// The client's agreement to something.
#[derive(Debug, Serialize)]
pub struct ApprovalView<'v> {
    /// Who agrees.
    pub by: Option<PersonLink<'v>>,
    /// By when it is needed.
    pub until: Option<DateView>,
    /// When it was given; it waits where there is none.
    pub on: Option<DateView>,
    /// How it was given.
    pub via: Option<&'v str>,
}

/// What must be done before something else.
#[derive(Debug, Serialize)]
pub struct NeedView {
    /// What it is called.
    pub title: String,
    /// Where it stands, for `href`.
    pub href: String,
    /// Whether it is done.
    pub done: bool,
    /// Whether it was given up: then nothing waits for it.
    pub dropped: bool,
}

/// A part of a text: what stands below one of its highest headings, or before the first.
#[derive(Debug, Serialize)]
pub struct PartView<'v> {
    /// What it is: `opening`, `question`, `drivers`, `options`, `chosen`, `why`, `consequences`, `done`, `next`, `needed`, `other`.
    pub role: &'static str,
    /// Its heading; none for what stands before the first, and for notes.
    pub heading: Option<PartHeading<'v>>,
    /// The text below the heading: safe HTML.
    pub body: String,
}

/// The heading of a part of a text.
#[derive(Debug, Serialize)]
pub struct PartHeading<'v> {
    /// Its anchor.
    pub id: &'v str,
    /// Where it is, for `href`: the page with the anchor.
    pub href: String,
    /// Its text.
    pub title: &'v str,
}
