//! Whatever a title is: it is refused, or what is made of it is right.

use proptest::prelude::*;

use super::{english, is_clean};
use crate::reader::tree;

fn titles() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{1,30}",
        "[ -~]{1,40}",
        "[a-zA-Zäéїß0-9 :#\\[\\]{}&*!|>'\"%@`,?-]{1,90}",
        "(- |# |> |1\\. |~|null|true|@|<!--|-->|---|\\[x\\]: |https://|www\\.){1,3}[a-z]{0,4}",
        "\\p{Arabic}{1,10}|\\p{Han}{1,90}|\\p{Hebrew}{2,12}|[\\p{M}a]{1,70}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_title_is_refused_or_gives_what_checks_clean(titles in proptest::collection::vec(titles(), 3)) {
        let workspace = english();
        for title in &titles {
            for what in ["decision", "doc", "task", "milestone", "term"] {
                let before = tree(&workspace.path("acme"));
                let ran = workspace.run(["new", what, "acme", "--", title.as_str()]);
                let after = tree(&workspace.path("acme"));
                match ran.code {
                    Some(0) => prop_assert!(after.len() >= before.len() && after != before),
                    Some(2) => {
                        prop_assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
                        prop_assert_eq!(after, before);
                    }
                    other => prop_assert!(false, "{other:?}: {}", ran.stderr),
                }
            }
        }
        is_clean(&workspace);
        // What is a draft now is published one day.
        for (path, contents) in tree(&workspace.path("acme")) {
            let text = String::from_utf8(contents).expect("it is text");
            let lines: Vec<&str> = text.lines().filter(|line| line.trim() != "draft: true").collect();
            workspace.write(&format!("acme/{path}"), lines.join("\n") + "\n");
        }
        // No text uses a new term yet, which is a hint, and what only a person can write is still to be written.
        let checked = workspace.run(["check"]).ended_with(0).stdout;
        // A title of random letters may read like an abbreviation.
        let expected = ["[placeholder]", "[unexplained-acronym]"];
        let others = checked.lines().filter(|line| {
            line.contains("warning[") && !expected.iter().any(|known| line.contains(known))
        });
        prop_assert_eq!(others.count(), 0, "{}", checked);
    }
}
