//! Documents as they were read last, kept in memory as long as their files are the same.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::content::doc::{Doc, parse_doc};
use crate::content::item::Declared;
use crate::diagnostic::Diagnostics;
use crate::names::AudienceId;
use crate::source::{ClientSource, SourceFile};

/// The documents of one client.
#[derive(Debug, Default)]
pub struct KnownDocs {
    known: Mutex<HashMap<String, KnownDoc>>,
}

/// What reading a file gave.
#[derive(Debug, Clone)]
struct KnownDoc {
    file: SourceFile,
    declared: Vec<AudienceId>,
    doc: Option<Doc>,
    found: Diagnostics,
}

impl KnownDocs {
    /// What [`parse_doc`] says.
    pub fn read(
        &self,
        source: &str,
        file: &SourceFile,
        declared: Declared<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Doc> {
        // Whatever may be one of the audiences is not known in time.
        let Declared::These(audiences) = declared else { return parse_doc(source, file, declared, diagnostics) };
        let same = |known: &&KnownDoc| {
            known.file.path() == file.path() && known.file.bytes() == file.bytes() && known.declared == audiences
        };
        let known = self.known().get(source).filter(same).cloned();
        let known = known.unwrap_or_else(|| {
            let mut found = Diagnostics::new();
            let doc = parse_doc(source, file, declared, &mut found);
            let read = KnownDoc { file: file.clone(), declared: audiences.to_vec(), doc, found };
            self.known().insert(source.to_owned(), read.clone());
            read
        });
        diagnostics.append(known.found);
        known.doc
    }

    /// Keeps those alone that `source` has still.
    pub fn keep(&self, source: &ClientSource) {
        self.known().retain(|path, _| source.files.contains_key(path));
    }

    fn known(&self) -> std::sync::MutexGuard<'_, HashMap<String, KnownDoc>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
