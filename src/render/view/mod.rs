//! What templates get to see: the contract with themes. One file for each template.
//!
//! Texts are escaped by the templates; a field that says "safe HTML" is already HTML. A field `href` is a whole address
//! of a page, ready for the attribute. Domain types never get here.

pub mod about;
pub mod decisions;
pub mod documents;
pub mod frame;
pub mod gate;
pub mod glossary;
pub mod home;
pub mod parts;
pub mod replies;
pub mod roadmap;
pub mod timeline;
pub mod todos;
pub mod updates;
