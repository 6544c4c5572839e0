//! Some of the terms of a glossary.

/// A set of terms by their numbers; quick to empty, and small to keep.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermSet {
    /// A bit for each number, the lowest first.
    bits: Vec<u8>,
}

impl TermSet {
    /// Adds a term. Whether it was not there before.
    pub fn insert(&mut self, term: usize) -> bool {
        let (at, bit) = (term / 8, 1 << (term % 8));
        if at >= self.bits.len() {
            self.bits.resize(at + 1, 0);
        }
        let is_new = self.bits[at] & bit == 0;
        self.bits[at] |= bit;
        is_new
    }

    /// Takes all terms out.
    pub fn clear(&mut self) {
        self.bits.clear();
    }

    /// The numbers of the terms, rising.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let bits = |byte: u8| (0..8).filter(move |bit| byte & (1 << bit) != 0);
        self.bits.iter().enumerate().flat_map(move |(at, byte)| bits(*byte).map(move |bit| 8 * at + bit))
    }

    /// As it is written down.
    pub fn bytes(&self) -> &[u8] {
        &self.bits
    }

    /// Out of what [`TermSet::bytes`] gave.
    pub fn from_bytes(bytes: Vec<u8>) -> TermSet {
        TermSet { bits: bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_into_it_once_and_in_order() {
        let mut set = TermSet::default();
        assert_eq!([17, 3, 0, 3, 64, 17].map(|term| set.insert(term)), [true, true, true, false, true, false]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 3, 17, 64]);
        assert_eq!(TermSet::from_bytes(set.bytes().to_vec()), set);
        set.clear();
        assert_eq!((set.iter().next(), set.bytes()), (None, &[][..]));
    }
}
