//! Where the currency stands, and what stands for it.
//!
//! The stable crates of the library write no money yet. What a language does is little, and kept here: the currency
//! stands behind the amount, with a space, but for the languages that are listed.

use icu_locale_core::Locale;

use crate::money::Money;

use super::language::{is, is_of};
use super::number::Numbers;

/// `€84,000`.
const BEFORE: [&str; 34] = [
    "af", "am", "cy", "en", "es-419", "es-CL", "es-CO", "es-MX", "es-PE", "es-US", "fa", "fil", "ga", "gd", "gu", "hi",
    "id", "ig", "ja", "kn", "ko", "lo", "ml", "mr", "ms", "or", "pa", "rm", "si", "te", "th", "tr", "ur", "zh",
];

/// `€ 84.000`.
const BEFORE_WITH_SPACE: [&str; 13] =
    ["as", "de-AT", "de-CH", "de-LI", "es-AR", "fy", "ha", "it-CH", "mn", "ne", "nl", "pt", "sw"];

/// `€ −84.000`; elsewhere the minus stands before all.
const MINUS_WITH_DIGITS: [&str; 4] = ["de-CH", "de-LI", "it-CH", "nl"];

/// How one language writes a currency with an amount.
pub(super) struct Currencies {
    locale: Locale,
    before: bool,
    space: bool,
    minus_with_digits: bool,
    /// Makes the whole run from right to left, whatever stands around it.
    mark: &'static str,
}

impl Currencies {
    pub(super) fn new(locale: &Locale) -> Currencies {
        let listed = |tags: &[&str]| tags.iter().any(|tag| is_of(locale, tag));
        let european = is_of(locale, "pt-PT");
        let spaced = listed(&BEFORE_WITH_SPACE) && !european;
        Currencies {
            locale: locale.clone(),
            before: spaced || listed(&BEFORE),
            space: spaced || !listed(&BEFORE),
            minus_with_digits: listed(&MINUS_WITH_DIGITS),
            mark: if is(locale, "ar") || is(locale, "he") { "\u{200f}" } else { "" },
        }
    }

    /// The amount with its currency; with decimals only where they say something.
    pub(super) fn write(&self, money: Money, numbers: &Numbers) -> String {
        let decimals = money.currency.decimals();
        let unit = 10_i64.pow(u32::from(decimals));
        let whole = money.minor % unit == 0;
        let (digits, minus) =
            if whole { numbers.apart(money.minor / unit, 0) } else { numbers.apart(money.minor, decimals) };
        let symbol = self.symbol(money);
        // Letters would run into the digits.
        let letters = symbol.ends_with(char::is_alphabetic);
        let space = if self.space || (self.before && letters) { "\u{a0}" } else { "" };
        let mark = self.mark;
        match (self.before, self.minus_with_digits) {
            (true, true) => format!("{symbol}{space}{minus}{digits}"),
            (true, false) => format!("{minus}{symbol}{space}{digits}"),
            (false, _) => format!("{mark}{minus}{digits}{space}{symbol}"),
        }
    }

    fn symbol(&self, money: Money) -> &'static str {
        let currency = money.currency;
        let at_home = currency.symbol_at_home(|tag| is_of(&self.locale, tag));
        at_home.or(currency.symbol()).unwrap_or(currency.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    /// No-break spaces are shown as `_`, the narrow one as `~`, and the mark that turns the direction as `>`.
    fn written(tag: &str, minor: i64, code: &str) -> String {
        let locale: Locale = tag.parse().expect("a tag");
        let numbers = Numbers::new(&locale).expect("numbers of the language");
        let money = Money { minor, currency: Currency::from_code(code).expect("a currency") };
        let text = Currencies::new(&locale).write(money, &numbers);
        text.replace('\u{a0}', "_").replace('\u{202f}', "~").replace('\u{200f}', ">")
    }

    #[test]
    fn the_currency_stands_where_the_language_puts_it() {
        for (tag, euros, cents, negative) in [
            ("en-001", "€84,000", "€1,200.50", "−€5"),
            ("en-US", "€84,000", "€1,200.50", "−€5"),
            ("nl", "€_84.000", "€_1.200,50", "€_−5"),
            ("nl-BE", "€_84.000", "€_1.200,50", "€_−5"),
            ("de", "84.000_€", "1.200,50_€", "−5_€"),
            ("de-AT", "€_84_000", "€_1_200,50", "−€_5"),
            ("fr", "84~000_€", "1~200,50_€", "−5_€"),
            ("uk", "84_000_€", "1_200,50_€", "−5_€"),
            ("pl", "84_000_€", "1200,50_€", "−5_€"),
            ("pt-BR", "€_84.000", "€_1.200,50", "−€_5"),
            ("pt-PT", "84_000_€", "1200,50_€", "−5_€"),
            ("ja", "€84,000", "€1,200.50", "−€5"),
        ] {
            assert_eq!(written(tag, 8_400_000, "EUR"), euros, "{tag}");
            assert_eq!(written(tag, 120_050, "EUR"), cents, "{tag}");
            assert_eq!(written(tag, -500, "EUR"), negative, "{tag}");
        }
    }

    #[test]
    fn hebrew_amounts_run_from_right_to_left() {
        assert_eq!(written("he", 8_400_000, "ILS"), ">84,000_₪");
    }

    #[test]
    fn a_sign_is_used_where_it_stands_for_one_currency_to_its_readers_and_the_code_elsewhere() {
        for (tag, code, text) in [
            ("en-001", "USD", "US$500"),
            ("en-US", "USD", "$500"),
            ("en-US", "CAD", "CA$500"),
            ("en-CA", "CAD", "$500"),
            ("en-001", "GBP", "£500"),
            ("en-001", "CHF", "CHF_500"),
            ("en-001", "SEK", "SEK_500"),
            ("sv", "SEK", "500_kr"),
            ("pl", "PLN", "500_zł"),
            ("uk", "UAH", "500_₴"),
            ("nl", "USD", "US$_500"),
            ("fr", "CHF", "500_CHF"),
        ] {
            assert_eq!(written(tag, 50_000, code), text, "{tag} {code}");
        }
    }

    #[test]
    fn a_currency_has_the_decimals_it_has() {
        assert_eq!(written("en-001", 84_000, "JPY"), "JP¥84,000");
        assert_eq!(written("en-001", 84_000, "KWD"), "KWD_84");
        assert_eq!(written("en-001", 84_005, "KWD"), "KWD_84.005");
        assert_eq!(written("en-001", -5, "EUR"), "−€0.05");
    }
}
