//! Dates in many languages. No-break spaces are shown as `_`, narrow ones as `~`.

use super::*;

const STYLES: [DateStyle; 4] = [DateStyle::DayMonth, DateStyle::Short, DateStyle::Weekday, DateStyle::Full];

fn dates(tag: &str) -> Dates {
    Dates::new(&tag.parse().expect("a tag")).expect("dates of the language")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn visible(text: &str) -> String {
    text.replace('\u{a0}', "_").replace('\u{202f}', "~")
}

#[track_caller]
fn are_written(tag: &str, expected: [&str; 4]) {
    let dates = dates(tag);
    let written = STYLES.map(|style| visible(&dates.date(day("2026-11-06"), style)));
    assert_eq!(written, expected, "{tag}");
}

#[test]
fn english_has_the_day_before_the_month_and_no_commas() {
    for tag in ["en-001", "en-GB"] {
        are_written(tag, ["6_Nov", "6_Nov_2026", "Fri_6_Nov", "6_November_2026"]);
    }
}

#[test]
fn american_english_has_the_month_before_the_day() {
    are_written("en-US", ["Nov_6", "Nov_6,_2026", "Fri,_Nov_6", "November_6,_2026"]);
}

#[test]
fn dutch_has_no_commas() {
    are_written("nl", ["6_nov", "6_nov_2026", "vr_6_nov", "6_november_2026"]);
}

#[test]
fn german_has_words_for_months_also_in_short_dates() {
    are_written("de", ["6._Nov.", "6._Nov._2026", "Fr.,_6._Nov.", "6._November_2026"]);
}

#[test]
fn french_has_points_after_what_is_cut_short() {
    are_written("fr", ["6_nov.", "6_nov._2026", "ven._6_nov.", "6_novembre_2026"]);
}

#[test]
fn ukrainian_has_the_month_in_its_case_and_marks_the_year() {
    are_written("uk", ["6_лист.", "6_лист._2026~р.", "пт,_6_лист.", "6_листопада_2026~р."]);
}

#[test]
fn portuguese_has_words_and_years_in_all_styles() {
    are_written("pt-PT", ["6_de_nov.", "6_de_nov._de_2026", "sexta,_6_de_nov.", "6_de_novembro_de_2026"]);
    assert_eq!(visible(&dates("pt-BR").date(day("2026-11-06"), DateStyle::Full)), "6_de_novembro_de_2026");
}

#[test]
fn other_scripts_have_their_own_dates() {
    for (tag, short, full) in [
        ("pl", "6_lis_2026", "6_listopada_2026"),
        ("ar", "6_نوفمبر_2026", "6_نوفمبر_2026"),
        ("he", "6_בנוב׳_2026", "6_בנובמבר_2026"),
        ("ja", "2026年11月6日", "2026年11月6日"),
        ("ko", "2026년_11월_6일", "2026년_11월_6일"),
        ("cs", "6._11._2026", "6._listopadu_2026"),
    ] {
        let dates = dates(tag);
        assert_eq!(visible(&dates.date(day("2026-11-06"), DateStyle::Short)), short, "{tag}");
        assert_eq!(visible(&dates.date(day("2026-11-06"), DateStyle::Full)), full, "{tag}");
    }
}

#[test]
fn a_range_has_years_only_where_they_differ() {
    for (tag, same, different) in [
        ("en-001", "7_Sep_– 2_Oct", "16_Nov_2026_– 29_Jan_2027"),
        ("en-US", "Sep_7_– Oct_2", "Nov_16,_2026_– Jan_29,_2027"),
        ("nl", "7_sep_– 2_okt", "16_nov_2026_– 29_jan_2027"),
        ("de", "7._Sept._– 2._Okt.", "16._Nov._2026_– 29._Jan._2027"),
        ("fr", "7_sept._– 2_oct.", "16_nov._2026_– 29_janv._2027"),
        ("uk", "7_вер._– 2_жовт.", "16_лист._2026~р._– 29_січ._2027~р."),
    ] {
        let dates = dates(tag);
        assert_eq!(visible(&dates.range(day("2026-09-07"), day("2026-10-02"))), same, "{tag}");
        assert_eq!(visible(&dates.range(day("2026-11-16"), day("2027-01-29"))), different, "{tag}");
    }
}

#[test]
fn a_range_of_one_day_is_that_day() {
    assert_eq!(visible(&dates("en-001").range(day("2026-09-07"), day("2026-09-07"))), "7_Sep");
}

#[test]
fn days_of_the_week_have_names() {
    for (tag, tuesday, sunday) in [
        ("en-001", "Tuesday", "Sunday"),
        ("en-US", "Tuesday", "Sunday"),
        ("nl", "dinsdag", "zondag"),
        ("de", "Dienstag", "Sonntag"),
        ("fr", "mardi", "dimanche"),
        ("uk", "вівторок", "неділя"),
    ] {
        let dates = dates(tag);
        assert_eq!([dates.weekday(Weekday::Tue), dates.weekday(Weekday::Sun)], [tuesday, sunday], "{tag}");
    }
}

#[test]
fn years_far_off_are_written_or_left_out_but_never_a_crash() {
    let dates = dates("en-001");
    for (date, text) in [("0001-01-01", "1_Jan_1"), ("9999-12-31", "31_Dec_9999")] {
        assert_eq!(visible(&dates.date(day(date), DateStyle::Short)), text);
    }
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        let _ = STYLES.map(|style| dates.date(date, style));
    }
}

/// Languages with many kinds of patterns: months as figures, the year first, an era, names that stand alone.
const TAGS: &str = "af am ar ar-EG as ast az be bg bn br bs ca cs cy da de de-AT de-CH el en-AU en-CA en-GB en-IE en-IN \
    en-NZ en-US en-ZA eo es es-419 es-AR es-MX et eu fa fi fil fo fr fr-CA fr-CH fy ga gd gl gu ha he hi hr hu hy ia id ig \
    is it it-CH ja ka kk km kn ko ky lb lo lt lv mk ml mn mr ms my nb ne nl nl-BE nn no or pa pl ps pt pt-BR pt-PT rm ro \
    ru sd si sk sl sq sr sr-Latn sv sw ta te tg th tk tr tt ug uk ur uz vi yo zh zh-Hant zh-TW zu";

#[test]
fn no_language_misses_a_name() {
    for tag in TAGS.split_whitespace() {
        let dates = dates(tag);
        for style in STYLES {
            let written = dates.date(day("2026-11-06"), style);
            assert!(
                !written.is_empty() && !written.contains(['{', '}']) && !written.contains("M11"),
                "{tag}: {written}"
            );
        }
        for style in [DateStyle::Short, DateStyle::Weekday, DateStyle::Full] {
            let (sixth, seventh) = (dates.date(day("2026-11-06"), style), dates.date(day("2026-11-07"), style));
            assert_ne!(sixth, seventh, "{tag}");
        }
    }
}
