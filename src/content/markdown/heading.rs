//! A heading while it is read.

use super::text::Text;
use crate::content::slug::slug;

/// The heading that is being read: its index, and its text so far.
pub(super) struct OpenHeading {
    pub(super) index: usize,
    pub(super) title: String,
}

impl OpenHeading {
    /// Takes `{#anchor}` off the end of the heading and of `text`, its last words. Anything else in braces is text, and so
    /// are braces with a `\` in front. `written` are the lines of the heading.
    pub(super) fn take_anchor(&mut self, text: &mut Text, written: &str) -> Option<String> {
        let inside = text.trim_end().strip_suffix('}')?;
        let at = inside.rfind("{#")?;
        let wanted = &inside[at + 2..];
        if wanted.is_empty() || slug(wanted) != wanted || !ends_with_anchor(written, wanted) {
            return None;
        }
        let wanted = wanted.to_owned();
        text.truncate(inside[..at].trim_end().len());
        self.title.truncate(self.title.rfind("{#").unwrap_or(self.title.len()));
        Some(wanted)
    }
}

/// Whether a heading ends with `{#anchor}`, but for what marks it as a heading, and nothing takes the meaning of it away.
fn ends_with_anchor(written: &str, anchor: &str) -> bool {
    let Some((before, behind)) = written.rsplit_once(&format!("{{#{anchor}}}")) else { return false };
    let signs = before.len() - before.trim_end_matches('\\').len();
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '#' | '=' | '-' | '>');
    signs % 2 == 0 && behind.chars().all(is_mark)
}
