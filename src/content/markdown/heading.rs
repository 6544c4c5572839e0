//! A heading while it is read.

use crate::content::slug::slug;

/// The heading that is being read: its index, and its text so far.
pub(super) struct OpenHeading {
    pub(super) index: usize,
    pub(super) title: String,
}

impl OpenHeading {
    /// Takes `{#anchor}` off the end of the heading and of `text`, its last words. Anything else in braces is text.
    pub(super) fn take_anchor(&mut self, text: &mut String) -> Option<String> {
        let inside = text.trim_end().strip_suffix('}')?;
        let at = inside.rfind("{#")?;
        let wanted = &inside[at + 2..];
        if wanted.is_empty() || slug(wanted) != wanted {
            return None;
        }
        let wanted = wanted.to_owned();
        text.truncate(inside[..at].trim_end().len());
        self.title.truncate(self.title.rfind("{#").unwrap_or(self.title.len()));
        Some(wanted)
    }
}
