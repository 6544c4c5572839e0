//! What `gate.html` gets to see.

use serde::Serialize;
use serde_json::Value as Json;

use super::parts::ContactView;

/// `gate.html`: the public page of a portal. It knows the agency and no client.
#[derive(Debug, Serialize)]
pub struct GateView<'v> {
    /// What the agency is called.
    pub agency: &'v str,
    /// The file of its mark.
    pub mark: Option<&'v str>,
    /// Whom to ask for a passphrase.
    pub contact: Option<ContactView<'v>>,
    /// The agency's language.
    pub language: &'v str,
    /// `ltr` or `rtl`.
    pub dir: &'v str,
    /// The file of the gate's own styles.
    pub stylesheet: &'v str,
    /// The file of the open portal's styles: gzip, for a script to unpack.
    pub portal_stylesheet: &'v str,
    /// The file of the script to begin with.
    pub script: &'v str,
    /// The file of the script to begin with before that one: what it fetches does not wait for the rest.
    pub early: Option<&'v str>,
    /// The files of the scripts that it imports.
    pub modules: Vec<&'v str>,
    /// The content security policy, for a `meta` element.
    pub csp: &'v str,
    /// Every language there are words for.
    pub languages: Vec<GateLanguage<'v>>,
}

/// One language of the gate.
#[derive(Debug, Serialize)]
pub struct GateLanguage<'v> {
    /// Such as `nl`.
    pub code: &'v str,
    /// `ltr` or `rtl`.
    pub dir: &'v str,
    /// The words of the gate in this language.
    pub gate: &'v Json,
}
