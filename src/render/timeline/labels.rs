//! Which labels have room, and from which width of the timeline on.
//!
//! How wide a timeline will be is known in the browser only, and so is the font. So the build works out, for each label
//! and with letters that are wider than those of most fonts, the narrowest timeline in which it touches no other; the
//! style sheet then shows it from there on. A label that has room in none is left out: the list and the table have it.

use super::scale::Share;

/// The widths of a timeline, in rem, from which labels may be shown: classes of the style sheet, `fits-24`, and the same
/// in `timeline.js`.
pub(super) const WIDTHS: [i64; 14] = [12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 40, 48, 56, 64];
/// No timeline is narrower than this, in rem.
const NARROWEST: i64 = 10;
/// What is kept free between two labels, in hundredths of a rem.
const GAP: i64 = 15;
/// The size of labels, in hundredths of a rem.
const SIZE: i64 = 81;

/// Something as wide at any width of the timeline: lengths in hundredths of a rem, at a place on the scale.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) at: Share,
    /// How far from that place it begins; below nothing where it begins left of it.
    pub(super) offset: i64,
    pub(super) width: i64,
}

/// From which width on, in rem, something is shown; nought where it always is.
pub(super) type Fits = i64;

impl Extent {
    /// A text that begins a little right of its place.
    pub(super) fn after(at: Share, offset: i64, text: &str) -> Extent {
        Extent { at, offset, width: width_of(text) }
    }

    /// A text that ends a little left of its place.
    pub(super) fn before(at: Share, offset: i64, text: &str) -> Extent {
        let width = width_of(text);
        Extent { at, offset: -offset - width, width }
    }

    /// Whichever of two at one place is wider.
    pub(super) fn wider(self, other: Extent) -> Extent {
        if self.width < other.width { other } else { self }
    }

    /// An edge that nothing may cross.
    pub(super) fn edge(at: Share) -> Extent {
        Extent { at, offset: 0, width: 0 }
    }

    /// From which width on it touches none of `others`; none where it does at any.
    pub(super) fn beside(&self, others: &[Extent]) -> Option<Fits> {
        let needed = others.iter().try_fold(0, |most, other| Some(self.apart(other)?.max(most)))?;
        bucket(needed)
    }

    /// The same, and that it stays inside.
    pub(super) fn inside(&self, others: &[Extent]) -> Option<Fits> {
        let left = widest(-self.offset, self.at.0)?;
        let right = widest(self.offset + self.width, Share::WHOLE.0 - self.at.0)?;
        Some(self.beside(others)?.max(bucket(left.max(right))?))
    }

    /// From which width on two of them do not touch, in hundredths of a rem.
    fn apart(&self, other: &Extent) -> Option<i64> {
        let (left, right) = if self.at <= other.at { (self, other) } else { (other, self) };
        widest(left.offset + left.width + GAP - right.offset, right.at.0 - left.at.0)
    }
}

/// Of those that are given first things first, which have room beside all that come before them, and from which width on.
pub(super) fn placed(extents: &[Extent], fit: impl Fn(&Extent, &[Extent]) -> Option<Fits>) -> Vec<Option<Fits>> {
    let mut kept = Vec::new();
    let place = |extent: &Extent| {
        let fits = fit(extent, &kept);
        kept.extend(fits.map(|_| *extent));
        fits
    };
    extents.iter().map(place).collect()
}

/// The same where as many as possible are to be seen at each width: of all that have room in a narrow timeline, those that
/// come first; then of the others, whichever have room beside them in a wider one.
pub(super) fn crowded(extents: &[Extent]) -> Vec<Option<Fits>> {
    let mut fits = vec![None; extents.len()];
    let mut kept: Vec<Extent> = Vec::new();
    for width in [0].into_iter().chain(WIDTHS) {
        for (extent, fits) in extents.iter().zip(&mut fits).filter(|(_, fits)| fits.is_none()) {
            if extent.beside(&kept).is_some_and(|needed| needed <= width) {
                kept.push(*extent);
                *fits = Some(width);
            }
        }
    }
    fits
}

/// How wide all must be for `share` of it to be `length`.
fn widest(length: i64, share: i64) -> Option<i64> {
    match (length, share) {
        (..=0, _) => Some(0),
        (_, ..=0) => None,
        _ => Some((length * Share::WHOLE.0 + share - 1) / share),
    }
}

fn bucket(needed: i64) -> Option<Fits> {
    if needed <= NARROWEST * 100 {
        return Some(0);
    }
    WIDTHS.into_iter().find(|width| needed <= width * 100)
}

/// How wide a label is at most, in hundredths of a rem.
pub(super) fn width_of(text: &str) -> i64 {
    text.chars().map(width_of_letter).sum::<i64>() * SIZE / 100
}

/// In hundredths of the size: as wide as in the widest of common fonts.
fn width_of_letter(letter: char) -> i64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '!' | '|' => 36,
        'f' | 'r' | 't' | ' ' | '\u{a0}' | '(' | ')' | '-' => 44,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 106,
        letter if letter.is_ascii() && !letter.is_ascii_uppercase() => 66,
        letter if letter < '\u{250}' && letter.is_lowercase() => 66,
        letter if letter < '\u{590}' => 86,
        _ => 110,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_wide() {
        assert_eq!(["", "Jan", "Mai", "Wimmm", "März", "січ", "一月"].map(width_of), [0, 176, 168, 372, 228, 208, 178]);
    }

    #[test]
    fn a_label_is_shown_from_the_width_on_in_which_it_touches_no_other() {
        let label = |at, width| Extent { at: Share(at), offset: 25, width };
        // A tenth of the timeline is 2.4 rem from 24 rem on: 2.25 of label and 0.15 between.
        assert_eq!(label(1_000, 226).beside(&[label(2_000, 500)]), Some(28));
        assert_eq!(label(1_000, 225).beside(&[label(2_000, 500)]), Some(24));
        assert_eq!(label(2_000, 500).beside(&[label(1_000, 225)]), Some(24));
        assert_eq!(label(1_000, 50).beside(&[label(9_000, 50)]), Some(0));
        assert_eq!(label(1_000, 700).beside(&[label(2_000, 10)]), None);
        assert_eq!(label(1_000, 50).beside(&[label(1_000, 50)]), None);
    }

    #[test]
    fn a_label_stays_inside() {
        assert_eq!(Extent { at: Share(9_000), offset: 25, width: 216 }.inside(&[]), Some(28));
        assert_eq!(Extent { at: Share(9_000), offset: 25, width: 176 }.inside(&[]), Some(22));
        assert_eq!(Extent { at: Share(10_000), offset: 25, width: 10 }.inside(&[]), None);
        assert_eq!(Extent { at: Share(1_000), offset: -201, width: 180 }.inside(&[]), Some(22));
        assert_eq!(Extent { at: Share(0), offset: 25, width: 100 }.inside(&[]), Some(0));
    }

    #[test]
    fn what_comes_first_keeps_its_place_and_what_has_none_is_in_nobodys_way() {
        let mark = |at| Extent { at: Share(at), offset: -50, width: 105 };
        let marks = [mark(5_000), mark(5_000), mark(5_010), mark(5_700), mark(6_100)];
        assert_eq!(placed(&marks, |one, others| one.beside(others)), [Some(0), None, None, Some(18), Some(32)]);
    }

    #[test]
    fn of_many_the_first_are_seen_in_a_narrow_timeline_and_others_between_them_in_a_wider_one() {
        let mark = |at| Extent { at: Share(at), offset: -50, width: 105 };
        let marks: Vec<Extent> = (0..13).map(|at| mark(at * 250)).collect();
        let fits = crowded(&marks).into_iter().map(|fits| fits.unwrap_or(99)).collect::<Vec<_>>();
        assert_eq!(fits, [0, 48, 24, 48, 48, 0, 48, 24, 48, 48, 0, 48, 24]);
    }
}
