//! Who hears how far rendering has come.

/// Hears how far rendering has come, from several threads.
pub trait Watch: Sync {
    /// So many pages more are to be made.
    fn pages_to_make(&self, more: usize);

    /// One of them is made.
    fn page_made(&self);
}

/// Nobody watches.
impl Watch for () {
    fn pages_to_make(&self, _: usize) {}

    fn page_made(&self) {}
}
