//! Numbers as people write them.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::{Decimal, SignDisplay};
use icu_locale_core::Locale;

/// The numbers of one language.
pub(super) struct Numbers {
    formatter: DecimalFormatter,
}

impl Numbers {
    pub(super) fn new(locale: &Locale) -> Option<Numbers> {
        let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).ok()?;
        Some(Numbers { formatter })
    }

    pub(super) fn decimal(&self, number: i64, digits: u8) -> String {
        self.write(decimal(number, digits))
    }

    /// The number without its sign, and the sign.
    pub(super) fn apart(&self, number: i64, digits: u8) -> (String, String) {
        let whole = self.decimal(number, digits);
        let unsigned = self.write(decimal(number, digits).with_sign_display(SignDisplay::Never));
        let sign = whole.strip_suffix(&unsigned).map(str::to_owned);
        (unsigned, sign.unwrap_or_else(|| "−".to_owned()))
    }

    /// The minus is a minus, as long as the plus, and not a hyphen, at which a line may break.
    fn write(&self, number: Decimal) -> String {
        self.formatter.format(&number).to_string().replace('-', "−")
    }
}

fn decimal(number: i64, digits: u8) -> Decimal {
    let mut decimal = Decimal::from(number);
    decimal.multiply_pow10(-i16::from(digits));
    decimal
}

#[cfg(test)]
mod tests {
    use super::*;

    const NNBSP: &str = "\u{202f}";
    const NBSP: &str = "\u{a0}";

    fn numbers(tag: &str) -> Numbers {
        Numbers::new(&tag.parse().expect("a tag")).expect("numbers of the language")
    }

    #[test]
    fn thousands_are_grouped_as_the_language_does() {
        for (tag, large, four) in [
            ("en-001", "1,234,567".to_owned(), "1,234".to_owned()),
            ("en-US", "1,234,567".to_owned(), "1,234".to_owned()),
            ("nl", "1.234.567".to_owned(), "1.234".to_owned()),
            ("de", "1.234.567".to_owned(), "1.234".to_owned()),
            ("fr", format!("1{NNBSP}234{NNBSP}567"), format!("1{NNBSP}234")),
            ("uk", format!("1{NBSP}234{NBSP}567"), format!("1{NBSP}234")),
            ("pl", format!("1{NBSP}234{NBSP}567"), "1234".to_owned()),
            ("hi", "12,34,567".to_owned(), "1,234".to_owned()),
        ] {
            assert_eq!(numbers(tag).decimal(1_234_567, 0), large, "{tag}");
            assert_eq!(numbers(tag).decimal(1_234, 0), four, "{tag}");
        }
    }

    #[test]
    fn decimals_are_all_written_behind_the_point_of_the_language() {
        let english = numbers("en-001");
        for (number, digits, text) in
            [(125, 1, "12.5"), (5, 2, "0.05"), (120_000, 2, "1,200.00"), (-5, 1, "−0.5"), (0, 2, "0.00"), (7, 0, "7")]
        {
            assert_eq!(english.decimal(number, digits), text);
        }
        for tag in ["nl", "de", "fr", "uk"] {
            assert_eq!(numbers(tag).decimal(125, 1), "12,5", "{tag}");
        }
    }

    #[test]
    fn a_number_below_nought_has_a_real_minus() {
        for tag in ["en-001", "en-US", "nl", "de", "fr", "uk"] {
            assert_eq!(numbers(tag).decimal(-5, 0), "−5", "{tag}");
        }
        assert_eq!(numbers("he").decimal(-5, 0), "\u{200e}−5");
    }

    #[test]
    fn the_smallest_number_there_is_has_a_form() {
        assert_eq!(numbers("en-001").decimal(i64::MIN, 0), "−9,223,372,036,854,775,808");
    }
}
