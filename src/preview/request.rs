//! Which requests are answered at all.

use std::collections::BTreeSet;
use std::net::IpAddr;

/// Under which names the preview answers, besides this computer's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Names {
    /// Under no other.
    #[default]
    Own,
    /// The name or address that the preview was opened to on purpose, and the address where it listens because of that.
    Also(BTreeSet<String>),
    /// Any address of numbers, where it listens at all of this computer's. A page of another site cannot make a browser
    /// ask under one of these: for that it needs a name.
    Numbers,
}

impl Names {
    /// Those that come with listening at `address`, because `host` was asked for: a name or an address.
    pub fn at(host: &str, address: IpAddr) -> Names {
        if address.is_unspecified() {
            return Names::Numbers;
        }
        let own = match address {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        };
        Names::Also([host.to_ascii_lowercase(), own].into())
    }

    /// Whether a `Host` header names this computer. A page of another site can make a browser ask a server on this
    /// computer under that site's name (DNS rebinding); such a request must not get a key.
    pub(super) fn include(&self, host: Option<&str>) -> bool {
        let Some(host) = host else { return false };
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => host,
        };
        let is_own = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
        is_own
            || match self {
                Names::Own => false,
                Names::Also(also) => also.contains(&name.to_ascii_lowercase()),
                Names::Numbers => name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok(),
            }
    }
}

/// Whether a request comes from no page, as far as its browser says, or from one that was asked for under the same name.
pub(super) fn is_from_us(origin: Option<&str>, host: Option<&str>) -> bool {
    origin.is_none_or(|origin| origin.strip_prefix("http://").is_some_and(|asker| Some(asker) == host))
}

#[cfg(test)]
mod tests {
    use super::{Names, is_from_us};

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

    fn at(host: &str, address: &str) -> Names {
        Names::at(host, address.parse().expect("it is an address"))
    }

    #[test]
    fn only_names_of_this_computer() {
        for host in ["localhost", "localhost:4000", "127.0.0.1:4000", "[::1]:4000", "[::1]"] {
            assert!(Names::Own.include(Some(host)), "{host}");
        }
        for host in ["evil.example", "evil.example:4000", "127.0.0.1.evil.example", "localhost.evil.example:80", ""] {
            for names in [Names::Own, at("192.0.2.7", "192.0.2.7"), at("0.0.0.0", "0.0.0.0")] {
                assert!(!names.include(Some(host)), "{host} {names:?}");
            }
        }
        assert!(!Names::Own.include(None));
    }

    #[test]
    fn and_those_that_it_was_opened_to() {
        for (host, address, asked) in [
            ("192.0.2.7", "192.0.2.7", "192.0.2.7:4000"),
            ("2001:DB8::7", "2001:db8::7", "[2001:db8::7]:4000"),
            ("Studio.local", "192.0.2.7", "studio.Local"),
            ("Studio.local", "192.0.2.7", "192.0.2.7:4000"),
            ("0.0.0.0", "0.0.0.0", "192.0.2.9:4000"),
            ("::", "::", "[2001:db8::9]"),
        ] {
            assert!(at(host, address).include(Some(asked)), "{host} {asked}");
            assert!(at(host, address).include(Some("localhost:4000")), "{host}");
            assert!(!Names::Own.include(Some(asked)), "{asked}");
        }
        assert!(!at("192.0.2.7", "192.0.2.7").include(Some("192.0.2.8")));
    }
}
