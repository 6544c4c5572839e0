//! The fourth stage: pages.
//!
//! Takes a portal as one audience sees it, and gives the plain text of every page, which can only be sealed. Beside
//! it, the gate: the agency's public page, which knows no client.

mod asks;
pub mod brand;
mod changes;
mod contact;
mod events;
mod frame;
mod gate;
mod highlight;
mod links;
mod pages;
mod parts;
mod relations;
mod renderer;
mod replies;
mod site;
mod terms;
mod text;
mod text_parts;
mod timeline;
pub mod view;
mod watch;

pub use gate::{CONTENT_SECURITY_POLICY, Gate, PublicFile, render_gate};
pub use renderer::Renderer;
pub use watch::Watch;
