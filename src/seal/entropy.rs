//! Where random bytes come from: always an argument, so that tests can be exact.

/// A source of random bytes.
pub trait Entropy {
    /// Fills `bytes` with bytes nobody can guess.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// The operating system's generator: what everything but tests uses.
#[derive(Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes)
            .expect("without the system's random generator no key can be made, and nothing else is safe to do");
    }
}

/// An array full of fresh random bytes.
pub(crate) fn draw<const N: usize>(entropy: &mut dyn Entropy) -> [u8; N] {
    let mut bytes = [0; N];
    entropy.fill(&mut bytes);
    bytes
}
