//! Several clients at once.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What `work` makes of each of `items`, in their order. No more are worked on at once than there are processors, so that
/// memory grows with the largest few and not with all of them; each may use all processors itself.
pub(super) fn each<I: Sync, T: Send + Sync>(items: &[I], work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    let made: Vec<OnceLock<T>> = items.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let take_turns = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { break };
            made[at].get_or_init(|| work(item));
        }
    };
    rayon::scope(|scope| (0..rayon::current_num_threads()).for_each(|_| scope.spawn(|_| take_turns())));
    made.into_iter().map(|one| one.into_inner().expect("every item had its turn")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_made_and_keep_their_order() {
        let numbers: Vec<usize> = (0..1_000).collect();
        assert_eq!(each(&numbers, |number| number * 2), (0..2_000).step_by(2).collect::<Vec<_>>());
    }
}
