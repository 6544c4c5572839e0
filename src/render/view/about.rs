//! What `about.html` gets to see.

use serde::Serialize;

use super::parts::{AwayView, DateView, Link, MarksView, PersonLink};

/// `about.html`: who works together, how, and what changed of what was agreed.
#[derive(Debug, Serialize)]
pub struct AboutView<'v> {
    /// The people of both sides, the agency's first. A side without people is left out.
    pub sides: Vec<SideView<'v>>,
    /// Who sees to what.
    pub duties: Vec<DutyView<'v>>,
    /// How the two sides work together, where anything is said about it.
    pub how: Option<HowView<'v>>,
    /// What changed of what was agreed, the newest first.
    pub changes: Vec<ChangeView<'v>>,
}

/// The people of one side.
#[derive(Debug, Serialize)]
pub struct SideView<'v> {
    /// The agency's or the client's name.
    pub name: &'v str,
    /// Its people, in the order of the file; those who left come last.
    pub people: Vec<PersonView<'v>>,
}

/// Somebody who works on the project.
#[derive(Debug, Serialize)]
pub struct PersonView<'v> {
    /// Their anchor.
    pub id: String,
    /// Their name.
    pub name: &'v str,
    /// What they do.
    pub role: Option<&'v str>,
    /// A picture of them.
    pub photo: Option<PhotoView<'v>>,
    /// The first letters of their name, where there is no picture.
    pub initials: String,
    /// Whether they are the one to turn to on their side.
    pub primary: bool,
    /// Whether they stand in for that one.
    pub backup: bool,
    /// Their mail address.
    pub email: Option<&'v str>,
    /// Their telephone number as people write it.
    pub phone: Option<&'v str>,
    /// The same for a `tel:` link: digits, and a `+` in front.
    pub phone_digits: Option<String>,
    /// When they cannot be reached.
    pub away: Option<AwayView>,
    /// Whether they work on the project no more.
    pub left: bool,
    /// Until when they did, where that is known.
    pub left_on: Option<DateView>,
    /// What somebody who left saw to; what the others see to stands in the table of duties.
    pub saw_to: &'v [String],
    /// Something about them: safe HTML.
    pub bio: Option<String>,
    /// Whether this is a draft, was given up, and what they were called before.
    pub marks: MarksView<'v>,
}

/// A picture of somebody.
#[derive(Debug, Serialize)]
pub struct PhotoView<'v> {
    /// Its name in the portal, for `data-asset`.
    pub name: &'v str,
    /// Width and height in pixels, where the picture says so.
    pub size: Option<(usize, usize)>,
}

/// Something that somebody sees to.
#[derive(Debug, Serialize)]
pub struct DutyView<'v> {
    /// What.
    pub what: &'v str,
    /// Who.
    pub who: PersonLink<'v>,
    /// The name of their side.
    pub side: &'v str,
}

/// How the two sides work together.
#[derive(Debug, Serialize)]
pub struct HowView<'v> {
    /// How often there is an update, in words.
    pub updates: Option<String>,
    /// When the next one is due.
    pub next_update: Option<DateView>,
    /// By what the two keep in touch.
    pub channel: Option<&'v str>,
    /// How soon a question is answered, in words.
    pub answer_within: Option<String>,
    /// Whom to turn to where that does not help: safe HTML.
    pub escalation: Option<String>,
    /// When the client's people work.
    pub working_hours: Option<&'v str>,
    /// In which time zone days begin and end, in words.
    pub timezone: String,
    /// When nobody works at the agency, beside weekends, in words.
    pub closed_days: Vec<String>,
    /// What matters most to the client, in words, first things first.
    pub focus: Vec<&'v str>,
}

/// A change of what was agreed.
#[derive(Debug, Serialize)]
pub struct ChangeView<'v> {
    /// When it was said, where that is known.
    pub on: Option<DateView>,
    /// What changed: a milestone, or what was decided.
    pub title: &'v str,
    /// Where more is said about it, for `href`.
    pub href: String,
    /// The day that held before, where one moved.
    pub from: Option<DateView>,
    /// The new day.
    pub to: Option<DateView>,
    /// By how much time, in words, such as `5 days later`.
    pub days: Option<String>,
    /// What it costs or saves, in words, such as `costs €6,000`.
    pub cost: Option<String>,
    /// Why: safe HTML.
    pub why: Option<String>,
    /// The decision that brought it about.
    pub decision: Option<Link>,
    /// What makes up for it: safe HTML.
    pub recovery: Option<String>,
    /// Only in the preview.
    pub draft: bool,
}
