//! Lists of numbers in as few bits as their gaps need. `docs/search.md`, "Places".

/// Bits one after the other, the highest of each byte first.
#[derive(Debug, Default)]
pub(super) struct Bits {
    bytes: Vec<u8>,
    /// Those that do not fill a byte yet, and how many they are.
    rest: u64,
    count: u32,
}

impl Bits {
    /// How many bytes have been filled.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// All bytes, the last filled up with zeros.
    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.put(0, 8 - self.count);
        }
        self.bytes
    }

    /// The lowest `count` bits of `bits`, at most 32.
    pub(super) fn put(&mut self, bits: u32, count: u32) {
        self.rest = (self.rest << count) | u64::from(bits);
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.rest >> self.count) as u8);
            self.rest &= (1 << self.count) - 1;
        }
    }

    /// A number from 0 on, by how many digits it has.
    pub(super) fn number(&mut self, number: u32) {
        let digits = (number + 1).ilog2();
        self.zeros(digits);
        self.put(number + 1, digits + 1);
    }

    /// Numbers that rise: how many there are, how many bits of each gap stand as they are, and all gaps.
    pub(super) fn rising(&mut self, numbers: &[u32]) {
        self.number(numbers.len() as u32);
        if numbers.is_empty() {
            return;
        }
        let gaps = || {
            let mut next = 0;
            numbers.iter().map(move |number| number - std::mem::replace(&mut next, number + 1))
        };
        let cost =
            |low: u32| gaps().map(|gap| u64::from(gap >> low)).sum::<u64>() + u64::from(low) * numbers.len() as u64;
        let mean = gaps().map(u64::from).sum::<u64>() / numbers.len() as u64;
        let guess = mean.checked_ilog2().unwrap_or(0).min(15);
        let low = [guess.saturating_sub(1), guess].into_iter().min_by_key(|low| cost(*low)).unwrap_or_default();
        self.put(low, 4);
        for gap in gaps() {
            self.zeros(gap >> low);
            self.put(1, 1);
            self.put(gap & ((1 << low) - 1), low);
        }
    }

    fn zeros(&mut self, count: u32) {
        (0..count / 32).for_each(|_| self.put(0, 32));
        self.put(0, count % 32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::unusual_byte_groupings, reason = "the groups are the numbers of the format")]
    fn numbers_by_their_digits() {
        let mut bits = Bits::default();
        [0, 1, 2, 6].into_iter().for_each(|number| bits.number(number));
        assert_eq!(bits.finish(), [0b1_010_011_0, 0b0_111_0000]);
    }

    #[test]
    #[expect(clippy::unusual_byte_groupings, reason = "the groups are the numbers of the format")]
    fn rising_numbers_by_their_gaps() {
        let mut bits = Bits::default();
        // Three of them; gaps 0, 1 and 5, of which one bit stands as it is.
        bits.rising(&[0, 2, 8]);
        assert_eq!(bits.finish(), [0b00100_000, 0b1_10_11_001, 0b1_0000000]);
    }

    #[test]
    fn far_apart() {
        let mut bits = Bits::default();
        bits.rising(&[1 << 23]);
        let bytes = bits.finish();
        assert!(bytes.len() < 40, "{}", bytes.len());
    }
}
