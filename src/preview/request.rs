//! Which requests are answered at all.

/// Whether a `Host` header names this computer. A page of another site can make a browser ask a server on this
/// computer under that site's name (DNS rebinding); such a request must not get a key.
///
/// `open_to` is the name or address that the preview was opened to on purpose, besides this computer's own.
pub(super) fn is_for_us(host: Option<&str>, open_to: Option<&str>) -> bool {
    let Some(host) = host else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]") || Some(name) == open_to
}

/// Whether a request comes from no page, as far as its browser says, or from one that was asked for under the same name.
pub(super) fn is_from_us(origin: Option<&str>, host: Option<&str>) -> bool {
    origin.is_none_or(|origin| origin.strip_prefix("http://").is_some_and(|asker| Some(asker) == host))
}

#[cfg(test)]
mod tests {
    use super::{is_for_us, is_from_us};

    #[test]
    fn only_pages_of_the_preview() {
        let host = Some("localhost:4000");
        assert!(is_from_us(None, host));
        assert!(is_from_us(Some("http://localhost:4000"), host));
        for origin in
            ["null", "", "http://localhost", "http://localhost:4001", "https://localhost:4000", "localhost:4000"]
        {
            assert!(!is_from_us(Some(origin), host), "{origin}");
        }
    }

    #[test]
    fn only_names_of_this_computer() {
        for host in ["localhost", "localhost:4000", "127.0.0.1:4000", "[::1]:4000", "[::1]"] {
            assert!(is_for_us(Some(host), None), "{host}");
        }
        for host in ["evil.example", "evil.example:4000", "127.0.0.1.evil.example", "localhost.evil.example:80", ""] {
            assert!(!is_for_us(Some(host), None), "{host}");
        }
        assert!(!is_for_us(None, None));
        assert!(is_for_us(Some("192.0.2.7:4000"), Some("192.0.2.7")));
    }
}
