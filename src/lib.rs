//! Vestibule compiles one folder per client into a password-gated portal of plain files.
//!
//! The pipeline, stage by stage:
//!
//! 1. [`source`] finds out which files there are,
//! 2. [`content`] what they say, on [`yaml`],
//! 3. [`portal`] how it hangs together, and who may know of it,
//! 4. [`render`] makes pages, with a [`theme`],
//! 5. [`search`] makes an index of what they say,
//! 6. [`seal`] makes boxes that open with a passphrase only,
//! 7. [`output`] makes files.
//!
//! [`build`] puts them together, and a [`cache`] says what of it need not be done again; [`cli`] and [`preview`] are what people use. What is wrong with the content is a
//! [`diagnostic`] of one of the [`check`]s. `ARCHITECTURE.md` says why it is so.

pub mod access;
pub mod build;
pub mod cache;
pub mod check;
pub mod cli;
pub mod content;
pub mod diagnostic;
mod digest;
pub mod formats;
mod gzip;
pub mod html;
mod letters;
pub mod live;
pub mod money;
pub mod names;
pub mod output;
mod percent;
pub mod portal;
pub mod preview;
pub mod render;
pub mod review;
pub mod seal;
pub mod search;
pub mod source;
mod spelling;
pub mod theme;
pub mod yaml;
