//! How much is tried: a little where every change is tried, much where endurance is.

/// The number that the environment gives for `name`, or else `otherwise`.
pub(crate) fn asked(name: &str, otherwise: usize) -> usize {
    std::env::var(name).map_or(otherwise, |number| number.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}
