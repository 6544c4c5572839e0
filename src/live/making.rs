//! Making a portal out of what a client's folder says.

use super::earlier::EarlierPortal;
use super::made::Sealed;
use crate::build::{Settings, seal_portal};
use crate::cache::{Cache, Earlier, PagesMade, State};
use crate::diagnostic::Diagnostics;
use crate::output::PortalFiles;
use crate::portal::{AudiencePortal, Portal};
use crate::seal::{Access, PortalKeys};

/// What a portal is made with, besides its content.
#[derive(Clone, Copy)]
pub(super) struct Making<'m> {
    pub(super) settings: &'m Settings,
    pub(super) cache: &'m Cache,
    pub(super) state: &'m State,
    pub(super) keys: &'m PortalKeys,
    pub(super) access: &'m Access,
}

impl Making<'_> {
    /// Renders and seals a portal. Pages that would come out as they are in the portal before are taken from there.
    ///
    /// # Errors
    /// What is wrong with the templates.
    pub(super) fn seal(&self, portal: &Portal, before: &EarlierPortal<'_>) -> Result<Sealed, Diagnostics> {
        let earlier = before.pages(self.cache);
        let mut sealed = self.seal_with(portal, earlier.as_ref())?;
        if sealed.files.complete(|path| before.sealed(path)) {
            return Ok(sealed);
        }
        // What was on the disk a moment ago is gone.
        self.seal_with(portal, None)
    }

    fn seal_with(&self, portal: &Portal, earlier: Option<&Earlier<'_>>) -> Result<Sealed, Diagnostics> {
        let Making { settings, cache, state, keys, access } = *self;
        let mut pages = PagesMade::default();
        let kept = |reader: &AudiencePortal<'_>| cache.kept(earlier, state, reader, (keys, access), &mut pages);
        let sealed = seal_portal(settings, portal, keys, access, kept, &())?;
        Ok(Sealed { files: PortalFiles::new(&settings.gate, &sealed), pages })
    }
}
