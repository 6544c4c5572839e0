//! The fourth stage: pages.
//!
//! Takes a portal as one audience sees it, and gives the plain text of every page, which can only be sealed. Beside
//! it, the gate: the agency's public page, which knows no client.

mod gate;
mod highlight;
mod site;
mod text;
pub mod view;

pub use gate::{CONTENT_SECURITY_POLICY, Gate, PublicFile, render_gate};
pub use site::Renderer;
