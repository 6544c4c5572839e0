//! What stays the same for as long as a preview runs.

use super::Editor;
use super::request::Names;

/// One run of the preview.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// Tells it from any other.
    pub name: String,
    /// How whoever writes opens a file.
    pub editor: Editor,
    /// Under which names it answers.
    pub names: Names,
    /// Whether one goes through the gate, as a client does.
    pub gated: bool,
}
