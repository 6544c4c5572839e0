//! What is worked out when the program is compiled: its theme's scripts made small, and what tells one version of it from
//! another, for what a build keeps for the next one: all that it is made of, as one number.

mod scripts;

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

fn main() {
    let out = std::env::var_os("OUT_DIR").expect("cargo names a folder");
    scripts::make_small(Path::new("themes/default/js"), &Path::new(&out).join("js"));
    let mut hasher = DefaultHasher::new();
    for name in ["build", "src", "themes", "Cargo.toml", "Cargo.lock"] {
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
