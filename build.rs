//! Works out what tells one version of the program from another, for what a build keeps for the next one: all that the
//! program is made of, as one number.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

fn main() {
    let mut hasher = DefaultHasher::new();
    for name in ["src", "themes", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={name}");
        take(Path::new(name), &mut hasher);
    }
    for name in ["TARGET", "PROFILE", "RUSTC", "CARGO_ENCODED_RUSTFLAGS"] {
        std::env::var_os(name).hash(&mut hasher);
    }
    println!("cargo::rustc-env=VESTIBULE_PROGRAM={} {:016x}", env!("CARGO_PKG_VERSION"), hasher.finish());
}

/// A file, or all files of a folder, in the order of their names.
fn take(path: &Path, hasher: &mut DefaultHasher) {
    path.hash(hasher);
    if let Ok(entries) = fs::read_dir(path) {
        let mut inside: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        inside.sort();
        inside.iter().for_each(|path| take(path, hasher));
    } else {
        fs::read(path).unwrap_or_default().hash(hasher);
    }
}
