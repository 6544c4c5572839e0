//! The words of a search index. They stand in it without what each has in common with the one before, so that they are
//! not found by looking at its bytes.

/// All words of an index, given its shards. `docs/search.md`, "The directory".
pub(crate) fn words(shards: &[Vec<u8>]) -> Vec<String> {
    let Some(shard) = shards.first() else { return Vec::new() };
    let mut bytes = Bytes(shard);
    let blocks = bytes.number();
    let lengths: Vec<usize> = (0..blocks).map(|_| bytes.number()).collect();
    let mut directory = Bytes(bytes.take(lengths[0]));
    assert_eq!(directory.take(1), [1], "the version");
    directory.take(1);
    let [entries, words, blocks] = [(); 3].map(|()| directory.number());
    for _ in 0..blocks {
        directory.number();
    }
    directory.take(entries);
    for _ in 0..entries {
        directory.number();
    }
    let (shared, own) = (directory.take(words), directory.take(words));
    directory.take(words.div_ceil(8));
    let length = directory.number();
    let mut letters = std::str::from_utf8(directory.take(length)).expect("letters are text").chars();
    let mut word = String::new();
    let words = shared.iter().zip(own).map(|(shared, own)| {
        word = word.chars().take(usize::from(*shared)).chain(letters.by_ref().take(usize::from(*own))).collect();
        word.clone()
    });
    words.collect()
}

struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, length: usize) -> &'b [u8] {
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        taken
    }

    fn number(&mut self) -> usize {
        let byte = usize::from(self.take(1)[0]);
        if byte < 128 { byte } else { byte - 128 + (self.number() << 7) }
    }
}
