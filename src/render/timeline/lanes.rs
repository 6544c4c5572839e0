//! Bars that lie above each other because their days do.

use chrono::NaiveDate;

/// The lane of each bar, from its first day to the one behind its last: nought is the lowest. Each lies in the lowest in
/// which it is beside all that come before it.
pub(super) fn lanes(bars: &[(NaiveDate, NaiveDate)]) -> Vec<usize> {
    let mut lanes: Vec<Vec<(NaiveDate, NaiveDate)>> = Vec::new();
    let place = |bar: &(NaiveDate, NaiveDate)| {
        let free = |lane: &Vec<(NaiveDate, NaiveDate)>| lane.iter().all(|other| other.1 <= bar.0 || bar.1 <= other.0);
        let at = lanes.iter().position(free).unwrap_or(lanes.len());
        match lanes.get_mut(at) {
            Some(lane) => lane.push(*bar),
            None => lanes.push(vec![*bar]),
        }
        at
    };
    bars.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_that_share_a_day_lie_in_different_lanes() {
        let day = |day: u32| NaiveDate::from_ymd_opt(2026, 11, day).expect("a date");
        let of = |bars: &[(u32, u32)]| lanes(&bars.iter().map(|(from, to)| (day(*from), day(*to))).collect::<Vec<_>>());
        assert_eq!(of(&[(1, 5), (5, 9), (9, 12)]), [0, 0, 0]);
        assert_eq!(of(&[(1, 5), (4, 9), (9, 12)]), [0, 1, 0]);
        assert_eq!(of(&[(1, 29), (2, 9), (8, 12), (9, 14)]), [0, 1, 2, 1]);
        assert_eq!(of(&[(9, 12), (1, 5)]), [0, 0]);
        assert_eq!(of(&[]), [0; 0]);
    }
}
