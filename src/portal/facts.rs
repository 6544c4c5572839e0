//! What follows from the content, worked out once and from what an audience sees alone.
//!
//! Nothing here depends on the day on which the portal is built or read: where it would, the dates themselves are given,
//! and the browser compares them with its own.

mod asks;
mod changes;
mod dates;
mod plan;
mod state;
mod subject;
mod told;

pub use asks::{Ask, AskKind};
pub use changes::{Change, ChangeKind, Event, EventKind, Moved};
pub use plan::{PhaseDates, PhaseState};
pub use state::State;
pub use subject::Subject;
pub(super) use told::Told;
