//! Every form of an amount, and every mistake in one.

use proptest::prelude::*;

use super::*;

fn read(text: &str, default: &str) -> String {
    match Money::read(text, Currency::from_code(default)) {
        Ok(money) => format!("{} {}", money.minor, money.currency.code()),
        Err(mistake) => format!("{} | {}", mistake.message, mistake.help),
    }
}

#[track_caller]
fn are_read(cases: &[(&str, &str, &str)]) {
    for (text, default, result) in cases {
        assert_eq!(read(text, default), *result, "{text} with the default `{default}`");
    }
}

#[test]
fn an_amount_is_digits_with_all_decimals_or_none() {
    are_read(&[
        ("1200", "EUR", "120000 EUR"),
        ("1200.50", "EUR", "120050 EUR"),
        ("0.05", "EUR", "5 EUR"),
        ("0", "EUR", "0 EUR"),
        ("1200", "JPY", "1200 JPY"),
        ("1.200", "KWD", "1200 KWD"),
        ("1200.500", "KWD", "1200500 KWD"),
    ]);
}

#[test]
fn a_currency_stands_on_either_side() {
    are_read(&[
        ("EUR 1200", "", "120000 EUR"),
        ("1200 EUR", "USD", "120000 EUR"),
        ("UAH1200", "", "120000 UAH"),
        ("€ 1200.50", "", "120050 EUR"),
        ("1200 €", "", "120000 EUR"),
        ("£1200", "", "120000 GBP"),
        ("US$ 500", "", "50000 USD"),
        ("CA$500.50", "EUR", "50050 CAD"),
        ("500 ₴", "", "50000 UAH"),
        ("JP¥500", "", "500 JPY"),
        ("EUR\u{a0}1200", "", "120000 EUR"),
        ("  EUR   1200 ", "", "120000 EUR"),
    ]);
}

#[test]
fn a_sign_stands_before_the_digits_or_before_the_currency() {
    are_read(&[
        ("-1200", "EUR", "-120000 EUR"),
        ("−1200", "EUR", "-120000 EUR"),
        ("+1200", "EUR", "120000 EUR"),
        ("- 1200", "EUR", "-120000 EUR"),
        ("-€1200", "", "-120000 EUR"),
        ("EUR -1200.50", "", "-120050 EUR"),
        (
            "-+1200",
            "EUR",
            "`-+1200` is not an amount of money | write digits and the three letters of the currency: `EUR 1200` or `EUR 1200.50`",
        ),
    ]);
}

#[test]
fn a_dollar_sign_is_the_default_dollar_or_nothing() {
    are_read(&[
        ("$1200", "CAD", "120000 CAD"),
        ("$ 1200", "USD", "120000 USD"),
        ("$1200", "EUR", "`$` is the sign of several currencies | write which: `USD 1200`"),
        ("$ 1200", "", "`$` is the sign of several currencies | write which: `USD 1200`"),
        ("1200 $", "", "`$` is the sign of several currencies | write which: `1200 USD`"),
    ]);
}

#[test]
fn what_means_one_thing_here_and_another_there_is_refused() {
    are_read(&[
        ("1,200", "EUR", "`1,200` can be read in two ways | write `1200`, or `1.20`"),
        ("€ 1.200", "", "`€ 1.200` can be read in two ways | write `€ 1200`, or `€ 1.20`"),
        ("1.234", "EUR", "`1.234` can be read in two ways | write `1234`"),
        ("1,200", "JPY", "`1,200` can be read in two ways | write `1200`"),
        ("1,200", "KWD", "`1,200` can be read in two ways | write `1200`, or `1.200`"),
    ]);
}

#[test]
fn nothing_stands_between_the_digits() {
    let why = "nothing between the digits, and a point before the decimals";
    for (text, right) in [
        ("1 200", "1200"),
        ("1_200", "1200"),
        ("1'200.50", "1200.50"),
        ("1,200.50", "1200.50"),
        ("1.200,50", "1200.50"),
        ("1,200,000", "1200000"),
        ("1200,50", "1200.50"),
        ("1200,5", "1200.50"),
        ("0,05", "0.05"),
        ("EUR 84\u{202f}000", "EUR 84000"),
    ] {
        assert_eq!(read(text, "EUR"), format!("`{text}` has separators between its digits | write `{right}`: {why}"));
    }
}

#[test]
fn decimals_are_those_of_the_currency() {
    are_read(&[
        (
            "1200.5",
            "EUR",
            "`1200.5` does not have the decimals of EUR | write 2 digits after the point, or no point: `1200`",
        ),
        (
            "0.125",
            "EUR",
            "`0.125` does not have the decimals of EUR | write 2 digits after the point, or no point: `0`",
        ),
        ("1200.50", "JPY", "`1200.50` does not have the decimals of JPY | write it without decimals: `1200`"),
        (
            "12.50",
            "KWD",
            "`12.50` does not have the decimals of KWD | write 3 digits after the point, or no point: `12`",
        ),
    ]);
}

#[test]
fn a_currency_is_one_that_there_is() {
    are_read(&[
        ("1200", "", "`1200` has no currency | write it with its currency: `EUR 1200`"),
        ("1200 eur", "", "there is no currency `eur` | did you mean `EUR`?"),
        ("EURO 1200", "", "there is no currency `EURO` | did you mean `EUR`?"),
        (
            "500 kr",
            "EUR",
            "there is no currency `kr` | write the three letters of the currency, such as `EUR`, `USD` or `UAH`",
        ),
        (
            "500 Ft",
            "",
            "there is no currency `Ft` | write the three letters of the currency, such as `EUR`, `USD` or `UAH`",
        ),
        (
            "1200 bananas",
            "EUR",
            "there is no currency `bananas` | write the three letters of the currency, such as `EUR`, `USD` or `UAH`",
        ),
    ]);
}

#[test]
fn other_text_is_no_amount() {
    let help = "write digits and the three letters of the currency: `EUR 1200` or `EUR 1200.50`";
    for text in [
        "",
        "about a thousand",
        "EUR",
        "€ 1200 EUR",
        "1200,-",
        "1200.",
        "10-20",
        "1e5",
        "¥1200",
        "١٢٠٠",
        "--5",
        "20.11.2026",
        "1.2.3",
        "1..2",
        "0,125",
    ] {
        assert_eq!(read(text, "EUR"), format!("`{text}` is not an amount of money | {help}"));
    }
}

#[test]
fn an_amount_that_no_machine_counts_is_too_large() {
    let text = "99999999999999999999";
    assert_eq!(read(text, "EUR"), format!("`{text}` is too large an amount | write a smaller amount"));
}

proptest! {
    #[test]
    fn an_amount_means_what_its_parts_say(
        sign in prop_oneof![Just(("", 1)), Just(("-", -1)), Just(("−", -1)), Just(("+", 1))],
        units in 0_i64..=999_999_999_999,
        cents in proptest::option::of(0_i64..=99),
        name in prop_oneof![
            Just(("", "EUR")), Just(("EUR", "EUR")), Just(("€", "EUR")), Just(("£", "GBP")), Just(("UAH", "UAH")),
            Just(("US$", "USD")),
        ],
        space in "[ \u{a0}\u{202f}]{0,2}",
        is_behind: bool,
    ) {
        let digits = cents.map_or(units.to_string(), |cents| format!("{units}.{cents:02}"));
        let (words, code) = name;
        let (sign, factor) = sign;
        let text = match is_behind {
            true => format!("{sign}{digits}{space}{words}"),
            false => format!("{words}{space}{sign}{digits}"),
        };
        let money = Money {
            minor: factor * (units * 100 + cents.unwrap_or(0)),
            currency: Currency::from_code(code).expect("a currency"),
        };
        prop_assert_eq!(Money::read(&text, Currency::from_code("EUR")), Ok(money), "{}", text);
    }

    #[test]
    fn no_text_crashes(text in "[-+−€$£ ]{0,2}[A-Z]{0,3} ?[0-9 .,_']{0,12} ?[A-Z€]{0,3}|\\PC{0,16}") {
        let _ = Money::read(&text, Currency::from_code("EUR"));
    }
}
