//! How a project is doing.

use crate::check;
use crate::spelling::nearest;
use crate::yaml::Refused;

/// How a project is doing, as a client reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// What was promised will be kept.
    OnTrack,
    /// What was promised may not be kept.
    AtRisk,
    /// What was promised will not be kept without a change.
    OffTrack,
    /// Nothing is being done just now, and both sides know.
    Paused,
}

const WORDS: [(&str, Health); 7] = [
    ("on-track", Health::OnTrack),
    ("at-risk", Health::AtRisk),
    ("off-track", Health::OffTrack),
    ("paused", Health::Paused),
    ("green", Health::OnTrack),
    ("amber", Health::AtRisk),
    ("red", Health::OffTrack),
];

impl Health {
    /// Reads `on track`, `at risk`, `off track`, `paused`, with a space or `-`; `green`, `amber`, `red` mean the same.
    ///
    /// # Errors
    /// Where it is another word.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let plain = text.trim().to_lowercase().replace([' ', '_'], "-");
        if let Some((_, health)) = WORDS.iter().find(|(word, _)| *word == plain) {
            return Ok(*health);
        }
        let help = match (plain.as_str(), nearest(&plain, WORDS.iter().map(|(word, _)| *word))) {
            ("yellow" | "orange", _) => "write `at risk`".to_owned(),
            (_, Some(near)) => format!("did you mean `{}`?", near.replace('-', " ")),
            (_, None) => "it is `on track`, `at risk`, `off track` or `paused`".to_owned(),
        };
        Err(Refused::new(&check::WRONG_VALUE, format!("`{text}` does not say how the project is doing"), help))
    }

    /// The word in class names and locale files: `on-track`, `at-risk`, `off-track`, `paused`.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(_, health)| *health == self).map_or("", |(word, _)| word)
    }

    /// Whether a client will want to know why, and what is being done.
    pub fn needs_reason(self) -> bool {
        matches!(self, Health::AtRisk | Health::OffTrack)
    }
}
