//! The pages, one file each.

mod about;
mod decisions;
mod documents;
mod glossary;
mod home;
mod roadmap;
mod todos;
mod updates;
