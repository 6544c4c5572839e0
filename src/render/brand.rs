//! The agency's colour, made readable: what stands in it, and on it, has at least the contrast that text needs.

/// The contrast that text needs (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;
/// What text in the accent stands on in the default theme, by light and on dark: paper, cards, what is sunken. A test
/// compares them with `tokens.css`.
const LIGHT: [Rgb; 3] = [Rgb([0xfb, 0xfa, 0xf7]), Rgb([0xff, 0xff, 0xff]), Rgb([0xf3, 0xf0, 0xe9])];
const DARK: [Rgb; 3] = [Rgb([0x17, 0x16, 0x13]), Rgb([0x21, 0x1f, 0x1b]), Rgb([0x10, 0x0f, 0x0d])];
/// How much of the accent the wash behind a remark has.
const WASH: f64 = 0.1;
/// How light the accent is on dark paper, and how strong at most: a strong colour glares there.
const ON_DARK: (f64, f64) = (0.8, 0.09);
/// By how much the lightness changes from one try to the next.
const STEP: f64 = 0.004;
/// The accent of an agency that names no colour.
const DEFAULT: &str = "#1d5a6b";

/// The accent by light and on dark, as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accent {
    /// On light paper: the agency's colour itself wherever that can be read.
    pub light: String,
    /// On dark paper: a light colour of the same hue.
    pub dark: String,
}

/// The accent of an agency whose colour is `brand`, `#rrggbb`. Only the lightness is changed, as far as is needed; a
/// colour that a screen cannot show at that lightness becomes as much paler as it has to.
pub fn accent(brand: Option<&str>) -> Accent {
    let brand = Rgb::read(brand.unwrap_or(DEFAULT));
    let Oklch { lightness, chroma, hue } = brand.oklch();
    let shade = |lightness, chroma| Oklch { lightness, chroma, hue }.rgb();
    let darker = (1..).map(|step| shade(lightness - STEP * f64::from(step), chroma));
    let light = std::iter::once(brand).chain(darker).find(|one| one.is_readable(&LIGHT));
    let (start, most) = ON_DARK;
    let dark =
        (0..).map(|step| shade(start + STEP * f64::from(step), chroma.min(most))).find(|one| one.is_readable(&DARK));
    let hex = |one: Option<Rgb>| one.expect("black can be read on light paper, and white on dark").hex();
    Accent { light: hex(light), dark: hex(dark) }
}

/// What the styles say of an agency's colour, `#rrggbb`: as it is, and as it can be read by light and on dark.
pub fn tokens(brand: &str) -> String {
    let Accent { light, dark } = accent(Some(brand));
    format!("\n@layer tokens {{ :root {{ --brand: {brand}; --brand-light: {light}; --brand-dark: {dark}; }} }}\n")
}

/// A colour of a screen: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb([u8; 3]);

/// A colour as the eye sees it: how light (0 to 1), how strong, and which, in radians.
#[derive(Debug, Clone, Copy)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

impl Rgb {
    /// Of `#rrggbb`; black for anything else, which the settings do not let through.
    fn read(text: &str) -> Self {
        let part = |at: usize| text.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
        Rgb([part(1), part(3), part(5)])
    }

    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The light of each part, 0 to 1.
    fn light(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// As bright as it is to the eye, 0 to 1 (WCAG: relative luminance).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.light();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// 1 to 21.
    fn contrast(self, other: Rgb) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Whether text of this colour can be read on all of `papers`, and on its own wash on the first of them.
    fn is_readable(self, papers: &[Rgb]) -> bool {
        let wash = papers.first().map(|paper| self.over(*paper, WASH));
        papers.iter().copied().chain(wash).all(|paper| self.contrast(paper) >= READABLE)
    }

    /// A thin coat of this colour over another.
    fn over(self, paper: Rgb, share: f64) -> Rgb {
        let mix = |at: usize| f64::from(self.0[at]) * share + f64::from(paper.0[at]) * (1.0 - share);
        Rgb([0, 1, 2].map(|at| mix(at).round() as u8))
    }

    /// Björn Ottosson's Oklab, in polar form.
    fn oklch(self) -> Oklch {
        let [red, green, blue] = self.light();
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785 * middle - 0.004_072_046_8 * short;
        let a = 1.977_998_495_1 * long - 2.428_592_205 * middle + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766 * short;
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl Oklch {
    /// The colour of a screen that comes nearest: as strong as it can be shown.
    fn rgb(self) -> Rgb {
        let shown = |chroma| Oklch { chroma, ..self }.light();
        let can_be = |light: [f64; 3]| light.iter().all(|part| (-0.0005..=1.0005).contains(part));
        let (mut least, mut most) = (0.0, self.chroma);
        if !can_be(shown(most)) {
            for _ in 0..24 {
                let middle = (least + most) / 2.0;
                if can_be(shown(middle)) { least = middle } else { most = middle }
            }
            most = least;
        }
        Rgb(shown(most).map(|part| {
            let part = part.clamp(0.0, 1.0);
            let part = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
            (part * 255.0).round() as u8
        }))
    }

    /// The light of each part; below 0 or above 1 where no screen can show it.
    fn light(self) -> [f64; 3] {
        let (sin, cos) = self.hue.sin_cos();
        let (a, b) = (self.chroma * cos, self.chroma * sin);
        let long = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let middle = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701 * short,
        ]
    }
}

#[cfg(test)]
mod tests;
