//! How somebody is reached.

use crate::check;
use crate::yaml::{Fields, Located, Refused};

/// A person to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub email: Option<String>,
    /// Their telephone number as people write it.
    pub phone: Option<String>,
}

/// Takes a field that is a mail address.
pub(super) fn email(fields: &mut Fields<'_>) -> Option<Located<String>> {
    let read = |text: &str| {
        let (user, host) = text.split_once('@').unwrap_or_default();
        if user.is_empty()
            || host.is_empty()
            || host.contains('@')
            || text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"?&#%,;".contains(c))
        {
            return Err(Refused::new(
                &check::WRONG_VALUE,
                format!("`{text}` is not a mail address"),
                "write it as `name@example.com`",
            ));
        }
        Ok(text.to_owned())
    };
    fields.parsed("email", read)
}

/// Takes a field that is a telephone number.
pub(super) fn phone(fields: &mut Fields<'_>) -> Option<String> {
    let read = |text: &str| {
        if text.chars().any(|c| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c))
        {
            return Ok(text.to_owned());
        }
        Err(Refused::new(
            &check::WRONG_VALUE,
            format!("`{text}` is not a telephone number"),
            "write digits with the country in front, such as `+31 20 555 01 42`",
        ))
    };
    fields.parsed("phone", read).map(|phone| phone.value)
}
