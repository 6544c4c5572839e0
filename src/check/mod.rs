//! The checks: which mistakes Vestibule knows, under which code.

use crate::diagnostic::{Diagnostic, Place, Severity};

/// One kind of mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// The stable name, such as `broken-link`: what `allow:` and other tools refer to.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
}

impl Check {
    const fn error(code: &'static str) -> Self {
        Check { code, severity: Severity::Error }
    }

    const fn warning(code: &'static str) -> Self {
        Check { code, severity: Severity::Warning }
    }

    const fn hint(code: &'static str) -> Self {
        Check { code, severity: Severity::Hint }
    }

    /// This mistake, found at `place`. `message` is lower case without a full stop.
    pub fn at(&self, place: Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic { code: self.code, severity: self.severity, message: message.into(), place, help: None }
    }
}

macro_rules! checks {
    ($($name:ident = $severity:ident $code:literal;)*) => {
        $(#[allow(missing_docs)] pub static $name: Check = Check::$severity($code);)*
        /// Every check, sorted by code.
        pub static ALL: &[&Check] = &[$(&$name),*];
    };
}

checks! {
    ACCESS_LOCK = error "access-lock";
    BROKEN_ANCHOR = error "broken-anchor";
    BROKEN_IMAGE = error "broken-image";
    BROKEN_LINK = error "broken-link";
    DUPLICATE_ADDRESS = error "duplicate-address";
    DUPLICATE_FIELD = error "duplicate-field";
    DUPLICATE_ID = error "duplicate-id";
    DUPLICATE_PORTAL = error "duplicate-portal";
    EXTERNAL_IMAGE = error "external-image";
    FILE_NAME = error "file-name";
    LINK_ON_DISK = error "link-on-disk";
    MISSING_FIELD = error "missing-field";
    NOBODY_CAN_OPEN = warning "nobody-can-open";
    NOT_UTF8 = error "not-utf8";
    NUL_BYTE = error "nul-byte";
    REMOVED_HTML = warning "removed-html";
    RESTRICTED_LINK = error "restricted-link";
    TELLING_ADDRESS = hint "telling-address";
    TEMPLATE = error "template";
    UNCLOSED_FRONT_MATTER = error "unclosed-front-matter";
    UNKNOWN_AUDIENCE = error "unknown-audience";
    UNKNOWN_FIELD = error "unknown-field";
    UNKNOWN_FRONT_MATTER = warning "unknown-front-matter";
    UNKNOWN_LANGUAGE = error "unknown-language";
    UNKNOWN_THEME_FILE = warning "unknown-theme-file";
    UNKNOWN_TIMEZONE = error "unknown-timezone";
    UNREADABLE = error "unreadable";
    UNSAFE_LINK = error "unsafe-link";
    WRONG_ADDRESS = error "wrong-address";
    WRONG_SHAPE = error "wrong-shape";
    WRONG_VALUE = error "wrong-value";
    YAML_SYNTAX = error "yaml-syntax";
    YAML_TAB = error "yaml-tab";
}
