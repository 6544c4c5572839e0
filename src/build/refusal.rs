//! Why a portal could not be sealed, for whoever has to mend it.

use crate::access::LOCK_FILE;
use crate::check;
use crate::diagnostic::{Diagnostic, Place};
use crate::portal::Portal;
use crate::seal::SealError;

/// Why a portal could not be sealed, where that is to be mended, and how.
pub(super) fn not_sealed(error: &SealError, portal: &Portal) -> Diagnostic {
    let lock = Place::whole_file(format!("{}/{LOCK_FILE}", portal.client().id).into());
    match error {
        SealError::Escrow { .. } => {
            let help = "the key in `.vestibule/key` must be the one these people were given access with; take back changes made by hand";
            check::ACCESS_LOCK.at(lock, error.to_string()).help(help)
        }
        SealError::SameTag { person, .. } => {
            let help =
                format!("take {person} out, and give them a passphrase of their own with `vestibule access add`");
            check::ACCESS_LOCK.at(lock, error.to_string()).help(help)
        }
        SealError::TooManyPeople => {
            let help = "take out those who need no access any more, or let people of one team share a passphrase";
            check::ACCESS_LOCK.at(lock, error.to_string()).help(help)
        }
        SealError::NoSuchAudience { audience, .. } | SealError::AudienceTwice(audience) => {
            let help = format!("name `{audience}` once in client.yml, behind `audiences:`");
            check::UNKNOWN_AUDIENCE.at(portal.client_file().whole(), error.to_string()).help(help)
        }
        SealError::TooLong { what } => {
            let help =
                "no reader could open it: split the text in two, or put what is long into a file in the folder `files`";
            check::UNREADABLE.at(portal.file_of(what).whole(), error.to_string()).help(help)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Agency, of_acme};
    use crate::diagnostic::Diagnostics;
    use crate::portal::{Drafts, resolve};

    #[test]
    fn a_page_that_is_too_long_is_not_blamed_on_the_key() {
        let content = of_acme(&[("docs/log.md", "# Log\n")]);
        let portal = resolve(content, &Agency::unknown(), Drafts::LeftOut, &mut Diagnostics::new());
        let portal = portal.expect("it is right");
        let said = |error: SealError| {
            let said = not_sealed(&error, &portal);
            let (place, help) = (&said.place, said.help.as_deref().unwrap_or_default());
            format!(
                "{}:{}:{} {}[{}] {} | {help}",
                place.file, place.line, place.column, said.severity, said.code, said.message
            )
        };
        assert_eq!(
            [said(SealError::TooLong { what: "/docs/log".to_owned() }), said(SealError::TooManyPeople)],
            [
                "acme/docs/log.md:1:1 error[unreadable] /docs/log is longer than 64 MiB | no reader could open it: split the text in two, or put what is long into a file in the folder `files`",
                "acme/access.lock:1:1 error[access-lock] more than 8192 people have access | take out those who need no access any more, or let people of one team share a passphrase",
            ]
        );
    }
}
