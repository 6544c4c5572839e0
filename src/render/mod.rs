//! The fourth stage: pages.
//!
//! Takes a portal as one audience sees it, and gives the plain text of every page, which can only be sealed. Beside
//! it, the gate: the agency's public page, which knows no client.

mod asks;
mod changes;
mod contact;
mod events;
mod gate;
mod highlight;
mod pages;
mod parts;
mod relations;
mod site;
mod terms;
mod text;
mod text_parts;
pub mod view;

pub use gate::{CONTENT_SECURITY_POLICY, Gate, PublicFile, render_gate};
pub use site::Renderer;
