use super::*;
use crate::search::entry::Kind;

fn doc(path: &str, title: &str, text: &str, sections: &[(&str, &str)]) -> Entry {
    let mut entry = Entry::page(Kind::Doc, path, title);
    entry.say(text);
    entry.units.extend(sections.iter().map(|(heading, text)| Unit {
        anchor: slug(heading),
        heading: (*heading).to_owned(),
        text: (*text).to_owned(),
        ..Unit::default()
    }));
    entry
}

#[test]
fn no_entries_are_no_index() {
    assert_eq!(shards(Vec::new()), Vec::<Vec<u8>>::new());
}

#[test]
#[expect(clippy::unusual_byte_groupings, reason = "the groups are the numbers of the format")]
fn a_small_index_byte_by_byte() {
    let entries = [doc("/docs/a", "Go ahead", "", &[("Go", "again")])];
    let directory = [
        &[1, 1, 1, 3, 1, 3][..],
        // A document with two words in its title, and two units.
        &[0x23, 2],
        // again, ahead, go: what each shares with the one before, and how much follows.
        &[0, 1, 0, 5, 4, 2],
        // The last two are in a title.
        &[0b110],
        b"\x0bagainheadgo",
    ]
    .concat();
    // again: in no title, and in the text of unit 1. ahead: in the title of unit 0. go: in a title, then in a heading.
    let places = [0b1_0_010_000, 0b0_01_010_00, 0b00_1_0_1_011, 0b0000_1_1_0_1];
    let entry = b"\x07/docs/a\x00\x08Go ahead\x00\x00\x00\x02Go\x01\x05again";
    let lengths = [directory.len(), places.len(), entry.len()].map(|length| u8::try_from(length).expect("a small one"));
    assert_eq!(shards(vec![Read::of(entries.into())]), [[&[3][..], &lengths, &directory, &places, entry].concat()]);
}

#[test]
fn a_large_index_is_in_shards_of_64_entries_and_some_words() {
    let text = |number: usize| format!("word{number} ").repeat(1 + number % 3) + &"and so on ".repeat(60);
    let entries: Vec<Entry> = (0..200)
        .map(|number| doc(&format!("/docs/{number}"), &format!("Title {number}"), &text(number), &[]))
        .collect();
    let shards = shards(entries.chunks(30).map(|some| Read::of(some.to_vec())).collect());
    // The directory, one block of places, four of entries.
    assert_eq!(shards.len(), 6);
    assert!(shards.iter().all(|shard| shard[0] == 1), "one block each");
    let first_entry = b"\x07/docs/0\x00\x07Title 0";
    assert!(shards[2][3..].starts_with(&first_entry[..]) || shards[2][4..].starts_with(&first_entry[..]));
}

#[test]
fn of_words_that_are_everywhere_entries_are_written_down() {
    let sections = [("One", "often"), ("Two", "often"), ("Three", "often")];
    let size = |count: usize| {
        let entries: Vec<Entry> =
            (0..count).map(|number| doc(&format!("/docs/{number}"), "A", "", &sections)).collect();
        let (_, blocks) = place_blocks(&entries, &Vocabulary::of(vec![Read::of(entries.clone()).words]));
        blocks[0].len()
    };
    // 63 units are written down one by one, 66 are 22 entries.
    assert!(size(21) > size(22), "{} and {}", size(21), size(22));
}
