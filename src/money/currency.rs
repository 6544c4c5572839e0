//! The currencies of ISO 4217.

use crate::spelling::nearest;

/// A currency of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    code: &'static str,
}

/// The currencies that are legal tender, or were until a few years ago, by the alphabet.
const CODES: [&str; 157] = [
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC",
    "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS",
    "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD",
    "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL",
    "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD",
    "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD",
    "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP",
    "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED",
    "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
];

/// The currencies that have no smaller unit.
const WHOLE: [&str; 16] =
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

/// The currencies whose smaller unit is a thousandth.
const THOUSANDTHS: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

/// The currencies that are written with a bare `$` at home.
const DOLLARS: [&str; 21] = [
    "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "FJD", "GYD", "HKD", "JMD", "KYD", "LRD", "NAD", "NZD", "SBD",
    "SGD", "SRD", "TTD", "TWD", "USD",
];

/// Signs that stand for one currency only, wherever they are read.
const SYMBOLS: [(&str, &str); 18] = [
    ("AUD", "A$"),
    ("BRL", "R$"),
    ("CAD", "CA$"),
    ("CNY", "CN¥"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("HKD", "HK$"),
    ("ILS", "₪"),
    ("INR", "₹"),
    ("JPY", "JP¥"),
    ("KRW", "₩"),
    ("MXN", "MX$"),
    ("NZD", "NZ$"),
    ("PHP", "₱"),
    ("TWD", "NT$"),
    ("UAH", "₴"),
    ("USD", "US$"),
    ("VND", "₫"),
];

/// What people write at home, where everybody knows which is meant: language, currency, sign.
const AT_HOME: [(&str, &str, &str); 25] = [
    ("cs", "CZK", "Kč"),
    ("da", "DKK", "kr."),
    ("en-AU", "AUD", "$"),
    ("en-CA", "CAD", "$"),
    ("en-NZ", "NZD", "$"),
    ("en-US", "USD", "$"),
    ("en-ZA", "ZAR", "R"),
    ("es-MX", "MXN", "$"),
    ("fr-CA", "CAD", "$"),
    ("he", "ILS", "₪"),
    ("hu", "HUF", "Ft"),
    ("is", "ISK", "kr."),
    ("ja", "JPY", "¥"),
    ("ka", "GEL", "₾"),
    ("kk", "KZT", "₸"),
    ("nb", "NOK", "kr"),
    ("nn", "NOK", "kr"),
    ("no", "NOK", "kr"),
    ("pl", "PLN", "zł"),
    ("ru", "RUB", "₽"),
    ("sv", "SEK", "kr"),
    ("th", "THB", "฿"),
    ("tr", "TRY", "₺"),
    ("zh", "CNY", "¥"),
    ("zh-TW", "TWD", "$"),
];

impl Currency {
    /// The currency with this code, in capitals: `EUR`.
    pub fn from_code(code: &str) -> Option<Currency> {
        CODES.binary_search(&code).ok().map(|place| Currency { code: CODES[place] })
    }

    /// The code of the currency that a word was most likely meant to be.
    pub fn nearest(word: &str) -> Option<&'static str> {
        nearest(word, CODES)
    }

    /// Three capitals: `EUR`.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// How many digits stand after the decimal point: 2 for most, 0 or 3 for some.
    pub fn decimals(self) -> u8 {
        if WHOLE.contains(&self.code) {
            0
        } else if THOUSANDTHS.contains(&self.code) {
            3
        } else {
            2
        }
    }

    /// The sign that stands for this currency and for no other, whoever reads it: `€`, `US$`. Most have none.
    pub fn symbol(self) -> Option<&'static str> {
        SYMBOLS.iter().find(|(code, _)| *code == self.code).map(|(_, symbol)| *symbol)
    }

    /// The currency that this sign stands for, whoever reads it.
    pub(super) fn from_symbol(sign: &str) -> Option<Currency> {
        SYMBOLS.iter().find(|(_, symbol)| *symbol == sign).and_then(|(code, _)| Currency::from_code(code))
    }

    /// The sign of this currency for readers of the first language of which `is_of` holds that has one of its own.
    pub fn symbol_at_home(self, is_of: impl Fn(&str) -> bool) -> Option<&'static str> {
        let home = AT_HOME.iter().find(|(tag, code, _)| *code == self.code && is_of(tag));
        home.map(|(_, _, symbol)| *symbol)
    }

    /// Whether some language writes a currency of its own like this.
    pub(super) fn is_written_at_home(sign: &str) -> bool {
        AT_HOME
            .iter()
            .any(|(_, _, symbol)| symbol.trim_end_matches('.').eq_ignore_ascii_case(sign.trim_end_matches('.')))
    }

    /// Whether people who use it write it with a bare `$`.
    pub(super) fn is_dollar(self) -> bool {
        DOLLARS.contains(&self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order_and_name_known_currencies() {
        assert!(CODES.is_sorted(), "codes are looked up by halves");
        let named = WHOLE.iter().chain(&THOUSANDTHS).chain(&DOLLARS).chain(SYMBOLS.iter().map(|(code, _)| code));
        let named = named.chain(AT_HOME.iter().map(|(_, code, _)| code));
        for code in named {
            assert!(Currency::from_code(code).is_some(), "{code}");
        }
    }

    #[test]
    fn most_currencies_have_two_decimals_and_some_none_or_three() {
        for (code, decimals) in [("EUR", 2), ("UAH", 2), ("JPY", 0), ("KWD", 3)] {
            assert_eq!(Currency::from_code(code).map(Currency::decimals), Some(decimals), "{code}");
        }
    }

    #[test]
    fn a_code_is_three_capitals() {
        for text in ["eur", "EU", "EURO", "", "€"] {
            assert_eq!(Currency::from_code(text), None, "{text}");
        }
    }
}
