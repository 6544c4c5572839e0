//! Addresses as they are written in links: `%20` is a space.

/// The text that an address stands for; the address itself where that would be no text.
pub(crate) fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, others @ ..] = rest {
        let code = code(rest);
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &rest[3..] } else { others };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

fn code(text: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = text else { return None };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn codes_are_read_and_all_else_is_left_as_it_is() {
        for (address, text) in [
            ("a%20b.md", "a b.md"),
            ("%C3%a9t%C3%A9", "été"),
            ("100%", "100%"),
            ("100%2", "100%2"),
            ("%+f%zz%é", "%+f%zz%é"),
            ("%2525", "%25"),
            ("%ff", "%ff"),
        ] {
            assert_eq!(decoded(address), text);
        }
    }
}
