//! Finding words in bytes, however they may be written there.

use std::collections::{BTreeSet, HashMap};
use std::io::Read;

use flate2::read::{GzDecoder, ZlibDecoder};

/// How many bytes of a spelling are looked up at once; no spelling is shorter.
const PREFIX: usize = 6;

/// Compressed data inside compressed data is followed this deep.
const DEEPEST: usize = 3;

/// Words in every spelling, ready to be looked for.
#[derive(Default)]
pub(crate) struct Search {
    /// Spellings whose letters may be of either case, in lower case.
    any_case: Spellings,
    /// Spellings that mean something else in the other case.
    exact: Spellings,
}

/// Spellings by how they begin.
struct Spellings {
    /// Whether any begins with these two bytes: nearly everywhere, that is the end of the matter.
    beginnings: Vec<bool>,
    by_prefix: HashMap<[u8; PREFIX], Vec<Spelling>>,
}

struct Spelling {
    bytes: Vec<u8>,
    word: String,
}

impl Search {
    /// A search for these words, which are letters and digits, at least ten.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut search = Self::default();
        for word in words {
            search.add(word);
        }
        search
    }

    /// Adds bytes that are looked for as they are, in hex and in base64.
    pub(crate) fn add_bytes(&mut self, name: &str, bytes: &[u8]) {
        let mut spellings = vec![bytes.to_vec()];
        spellings.extend(base64(bytes));
        spellings.into_iter().for_each(|spelling| self.exact.insert(spelling, name));
        self.any_case.insert(hex(bytes), name);
    }

    fn add(&mut self, word: &str) {
        let (lower, upper) = (word.to_lowercase(), word.to_uppercase());
        let capital = upper[..1].to_owned() + &lower[1..];
        for text in [&lower, &upper, &capital] {
            base64(text.as_bytes()).into_iter().for_each(|spelling| self.exact.insert(spelling, word));
        }
        let wide = |to_bytes: fn(u16) -> [u8; 2]| lower.encode_utf16().flat_map(to_bytes).collect();
        let percent = lower.bytes().flat_map(|byte| format!("%{byte:02x}").into_bytes()).collect();
        let spellings: [Vec<u8>; 5] =
            [lower.clone().into(), percent, hex(lower.as_bytes()), wide(u16::to_le_bytes), wide(u16::to_be_bytes)];
        spellings.into_iter().for_each(|spelling| self.any_case.insert(spelling, word));
        self.any_case.insert(hex(upper.as_bytes()), word);
        self.any_case.insert(hex(capital.as_bytes()), word);
    }

    /// The words that are in these bytes, or in compressed data among them.
    pub(crate) fn find(&self, bytes: &[u8]) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        self.find_within(bytes, 0, &mut found);
        found
    }

    fn find_within(&self, bytes: &[u8], depth: usize, found: &mut BTreeSet<String>) {
        self.exact.look_up(bytes, found);
        self.any_case.look_up(&bytes.to_ascii_lowercase(), found);
        if depth < DEEPEST {
            inflated(bytes).iter().for_each(|inner| self.find_within(inner, depth + 1, found));
        }
    }
}

impl Default for Spellings {
    fn default() -> Self {
        Self { beginnings: vec![false; 1 << 16], by_prefix: HashMap::new() }
    }
}

impl Spellings {
    fn insert(&mut self, bytes: Vec<u8>, word: &str) {
        let prefix = bytes[..PREFIX].try_into().expect("a spelling is long enough");
        self.beginnings[beginning(&bytes)] = true;
        self.by_prefix.entry(prefix).or_default().push(Spelling { bytes, word: word.to_owned() });
    }

    fn look_up(&self, bytes: &[u8], found: &mut BTreeSet<String>) {
        let candidates = bytes.windows(PREFIX).enumerate().filter(|(_, prefix)| self.beginnings[beginning(prefix)]);
        for (at, prefix) in candidates {
            for spelling in self.by_prefix.get(prefix).into_iter().flatten() {
                if bytes[at..].starts_with(&spelling.bytes) {
                    found.insert(spelling.word.clone());
                }
            }
        }
    }
}

fn beginning(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

/// What is left of bytes inside a longer base64 text, wherever they begin in it: both alphabets, no padding.
fn base64(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut spellings = Vec::new();
    for offset in 0..3 {
        let shifted = [&[0; 2][..offset], bytes].concat();
        let text = vestibule::seal::encoding::to_b64(&shifted);
        // The first and the last character also depend on the neighbours.
        let from = [0, 2, 3][offset];
        let to = shifted.len() * 8 / 6;
        let inside = &text[from..to];
        spellings.push(inside.as_bytes().to_vec());
        spellings.push(inside.replace('-', "+").replace('_', "/").into_bytes());
    }
    spellings
}

/// Whatever can be got out of anything that looks like the beginning of a gzip or zlib stream.
fn inflated(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for (at, head) in bytes.windows(3).enumerate() {
        let mut out = Vec::new();
        if head == [0x1f, 0x8b, 8] {
            // A stream that breaks off has given what comes before.
            let _ = GzDecoder::new(&bytes[at..]).read_to_end(&mut out);
        } else if head[0] == 0x78 && u16::from_be_bytes([head[0], head[1]]) % 31 == 0 {
            let _ = ZlibDecoder::new(&bytes[at..]).read_to_end(&mut out);
        }
        if !out.is_empty() {
            found.push(out);
        }
    }
    found
}

/// The search finds what it is to find; otherwise finding nothing would mean nothing.
#[test]
fn every_spelling_is_found() {
    use std::io::Write;
    let word = "qzvbrmxkpltw";
    let upper = word.to_uppercase();
    let gzip = |text: &[u8]| {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(text).expect("memory takes everything");
        writer.finish().expect("memory takes everything")
    };
    let zlib = |text: &[u8]| {
        let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        writer.write_all(text).expect("memory takes everything");
        writer.finish().expect("memory takes everything")
    };
    let wide = |to_bytes: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
    let mut cases = vec![
        word.as_bytes().to_vec(),
        upper.clone().into_bytes(),
        hex(word.as_bytes()),
        hex(upper.as_bytes()).to_ascii_uppercase(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        gzip(word.as_bytes()),
        zlib(upper.as_bytes()),
        gzip(&zlib(word.as_bytes())),
    ];
    for before in ["", "a", "ab", "abc"] {
        for after in ["", "x", "xy"] {
            let text = format!("{before}{word}{after}");
            cases.push(vestibule::seal::encoding::to_b64(text.as_bytes()).into_bytes());
        }
    }
    let search = Search::new([word]);
    for case in cases {
        let around = [b"\x00noise", &case[..], b"noise\xff"].concat();
        assert_eq!(search.find(&around), BTreeSet::from([word.to_owned()]), "{case:?}");
    }
    assert!(search.find(b"qzvbrmxkplt, vbrmxkpltw").is_empty());
}
