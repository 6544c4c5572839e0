//! Money: an amount and a currency, and how people write the two in a file.
//!
//! An amount is digits, with a point and all decimals of the currency or without either. Whoever writes `1,200` or
//! `1.200` means one thing in one country and another in the next; such an amount is refused rather than guessed.

mod currency;

pub use currency::Currency;

/// An amount of money, in the smallest unit of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// Cents or pence; whole units where the currency has no smaller ones.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// Why a text is no amount of money, in the words of a diagnostic: lower case, without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyMistake {
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl Money {
    /// Reads `1200`, `1200.50`, `-1200`, `EUR 1200`, `1200 EUR`, `€1200`, `1200 €`, `US$ 1200.50`; an amount that names no
    /// currency is in the `default` one. A bare `$` is the default's, where that is a dollar.
    ///
    /// # Errors
    /// Where it is no such text, or may be read in two ways.
    pub fn read(text: &str, default: Option<Currency>) -> Result<Money, MoneyMistake> {
        let written = Written::split(text.trim()).ok_or_else(|| no_amount(text.trim()))?;
        let currency = written.currency(default)?;
        let minor = written.minor(currency)?;
        Ok(Money { minor, currency })
    }
}

/// An amount as it is written, taken apart.
struct Written<'t> {
    text: &'t str,
    /// From the first digit to the last.
    number: &'t str,
    /// What stands beside it, without the sign.
    name: &'t str,
    negative: bool,
}

const SIGNS: [char; 3] = ['-', '−', '+'];

impl<'t> Written<'t> {
    /// `None` where there is no digit, or something on both sides.
    fn split(text: &'t str) -> Option<Self> {
        let digit = |c: char| c.is_ascii_digit();
        let (start, end) = (text.find(digit)?, text.rfind(digit)? + 1);
        let (before, after) = (text[..start].trim(), text[end..].trim());
        let unsigned = before.strip_prefix(SIGNS).or_else(|| before.strip_suffix(SIGNS));
        let negative = unsigned.is_some() && !before.contains('+');
        let before = unsigned.unwrap_or(before).trim();
        let name = match (before, after) {
            (name, "") | ("", name) => name,
            _ => return None,
        };
        Some(Written { text, number: &text[start..end], name, negative })
    }

    fn currency(&self, default: Option<Currency>) -> Result<Currency, MoneyMistake> {
        let text = self.text;
        match self.name {
            "" => default.ok_or_else(|| {
                mistake(format!("`{text}` has no currency"), format!("write it with its currency: `EUR {text}`"))
            }),
            "$" => default.filter(|default| default.is_dollar()).ok_or_else(|| {
                let help = format!("write which: `{}`", text.replacen('$', "USD ", 1).replace("  ", " ").trim());
                mistake("`$` is the sign of several currencies".to_owned(), help)
            }),
            name => {
                Currency::from_code(name).or_else(|| Currency::from_symbol(name)).ok_or_else(|| unknown(name, text))
            }
        }
    }

    fn minor(&self, currency: Currency) -> Result<i64, MoneyMistake> {
        let decimals = usize::from(currency.decimals());
        let (whole, fraction) = self.number.split_once('.').unwrap_or((self.number, ""));
        let plain = [whole, fraction].iter().all(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        if !plain || !(fraction.is_empty() || fraction.len() == decimals) {
            return Err(self.refuse(currency));
        }
        let minor = format!("{whole}{fraction:0<decimals$}").parse::<i64>().map_err(|_| {
            mistake(format!("`{}` is too large an amount", self.text), "write a smaller amount".to_owned())
        })?;
        Ok(if self.negative { -minor } else { minor })
    }

    /// Says what is wrong with the number.
    fn refuse(&self, currency: Currency) -> MoneyMistake {
        let decimals = usize::from(currency.decimals());
        let parts: Vec<&str> = self.number.split(is_separator).collect();
        if parts.iter().any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit())) {
            return no_amount(self.text);
        }
        let pointed = self.number.contains(['.', ',']);
        match parts[..] {
            [units, rest] if pointed && rest.len() == 3 && !units.starts_with('0') => {
                self.ambiguous(units, rest, decimals)
            }
            [units, _] if self.number.contains('.') => self.wrong_decimals(units, currency),
            [ref units @ .., fraction] if pointed && fraction.len() <= 2.max(decimals) => {
                self.separated(units, fraction, decimals)
            }
            _ => self.separated(&parts, "", decimals),
        }
    }

    fn ambiguous(&self, units: &str, rest: &str, decimals: usize) -> MoneyMistake {
        let (kept, dropped) = rest.split_at(decimals);
        let fraction = match decimals > 0 && dropped.bytes().all(|b| b == b'0') {
            true => format!(", or `{}`", self.with(&format!("{units}.{kept}"))),
            false => String::new(),
        };
        let help = format!("write `{}`{fraction}", self.with(&format!("{units}{rest}")));
        mistake(format!("`{}` can be read in two ways", self.text), help)
    }

    fn wrong_decimals(&self, units: &str, currency: Currency) -> MoneyMistake {
        let plain = self.with(units);
        let help = match currency.decimals() {
            0 => format!("write it without decimals: `{plain}`"),
            decimals => format!("write {decimals} digits after the point, or no point: `{plain}`"),
        };
        mistake(format!("`{}` does not have the decimals of {}", self.text, currency.code()), help)
    }

    /// Only thousands are taken for groups; `20.11.2026` is something else.
    fn separated(&self, units: &[&str], fraction: &str, decimals: usize) -> MoneyMistake {
        let thousands = |groups: &[&str]| groups.iter().all(|group| group.len() == 3);
        match units {
            [_] => {}
            [first, groups @ ..] if first.len() <= 3 && !first.starts_with('0') && thousands(groups) => {}
            _ => return no_amount(self.text),
        }
        let units = units.concat();
        let right = match fraction {
            "" => units,
            _ if decimals == 0 => units,
            fraction => format!("{units}.{fraction:0<decimals$}"),
        };
        let help =
            format!("write `{}`: nothing between the digits, and a point before the decimals", self.with(&right));
        mistake(format!("`{}` has separators between its digits", self.text), help)
    }

    /// The text with another number in it.
    fn with(&self, number: &str) -> String {
        self.text.replacen(self.number, number, 1)
    }
}

/// What people put between the digits of an amount.
fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '_' | '\'' | '’') || c.is_whitespace()
}

fn mistake(message: String, help: String) -> MoneyMistake {
    MoneyMistake { message, help }
}

fn no_amount(text: &str) -> MoneyMistake {
    let help = "write digits and the three letters of the currency: `EUR 1200` or `EUR 1200.50`";
    mistake(format!("`{text}` is not an amount of money"), help.to_owned())
}

fn unknown(name: &str, text: &str) -> MoneyMistake {
    if name.contains(|c: char| !c.is_alphabetic()) {
        return no_amount(text);
    }
    // What is written at home stands for several, and is like the code of none of them.
    let near = Currency::nearest(name).filter(|_| !Currency::is_written_at_home(name));
    let help = match near {
        Some(code) => format!("did you mean `{code}`?"),
        None => "write the three letters of the currency, such as `EUR`, `USD` or `UAH`".to_owned(),
    };
    mistake(format!("there is no currency `{name}`"), help)
}

#[cfg(test)]
mod tests;
