//! `vestibule theme`: what there is, copies of it, and what is said once the program's own have changed.

use super::*;

const SETTINGS: &str = "name: Linden Studio\ntheme: look\n";

/// A workspace with a theme of its own.
fn with_theme() -> Workspace {
    Workspace::new().file("vestibule.yml", SETTINGS).client("seaview").people("seaview", &[("Tom", "client")])
}

/// The line of the list that is about a file.
fn line<'l>(list: &'l str, path: &str) -> &'l str {
    list.lines().find(|line| line.split(' ').next() == Some(path)).unwrap_or_else(|| panic!("{path} in\n{list}"))
}

#[test]
fn each_file_of_the_program_is_listed_with_what_it_is_for() {
    let ran = Workspace::new().run(["theme", "list"]).ended_with(0);
    assert_eq!(ran.stderr, "there is no theme of your own: `theme: look` in `vestibule.yml` would name its folder\n");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let listed: Vec<&str> = ran.stdout.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(listed, tree(&folder).keys().collect::<Vec<_>>());
    let mute: Vec<&str> = ran.stdout.lines().filter(|line| line.split_whitespace().count() < 2).collect();
    assert_eq!(mute, [""; 0], "each file begins with a comment that says what it is for");
    assert!(line(&ran.stdout, "templates/doc.html").ends_with("           A page of documentation"), "{}", ran.stdout);
}

#[test]
fn the_list_says_what_is_replaced_added_and_outdated() {
    let workspace = with_theme()
        .file("look/css/tokens.css", "@layer tokens {}\n")
        .file("look/css/fonts.css", "a {}\n")
        .file("look/js/fold.js", "export {};\n")
        .file("look/notes.md", "# Notes\n")
        .file("look/theme.lock", "js/fold.js: 0123456789abcdef\n");
    let ran = workspace.run(["theme", "list"]).ended_with(0);
    for (path, state) in [("css/tokens.css", "yours"), ("js/fold.js", "outdated"), ("css/fonts.css", "added")] {
        assert_eq!(line(&ran.stdout, path).split_whitespace().nth(1), Some(state), "{path}");
    }
    assert!(!ran.stdout.contains("notes.md") && !ran.stdout.contains("theme.lock"), "{}", ran.stdout);
    assert_eq!(
        ran.stderr,
        "`look` replaces 2 files and adds 1 file; what is outdated was copied from a file that has changed since: compare it with `vestibule theme show FILE`, then run `vestibule theme accept FILE`\n"
    );
}

#[test]
fn a_copy_is_the_programs_file_and_nothing_is_said_about_it() {
    let workspace = with_theme();
    let ran = workspace.run(["theme", "copy", "tokens.css", "js/fold.js", "tokens.css"]).ended_with(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("look/css/tokens.css\nlook/js/fold.js\n", ""));
    let shown = workspace.run(["theme", "show", "css/tokens.css"]).ended_with(0);
    assert_eq!(workspace.read("look/css/tokens.css"), shown.stdout.as_bytes());
    let lock = String::from_utf8(workspace.read("look/theme.lock")).expect("it is text");
    let noted: Vec<&str> = lock.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(
        noted.len() == 2 && noted[0].starts_with("css/tokens.css: ") && noted[1].starts_with("js/fold.js: "),
        "{lock}"
    );
    assert_eq!(workspace.run(["check", "--strict"]).ended_with(0).stdout, "1 client checked, nothing to mend\n");
    workspace.build();
}

#[test]
fn nothing_is_wrong_with_a_copy_of_every_file() {
    let workspace =
        with_theme().file("seaview/docs/start.md", "# Start\n").file("seaview/glossary.yml", "Pier: A jetty.\n");
    let list = workspace.run(["theme", "list"]).ended_with(0).stdout;
    let files = list.lines().filter_map(|line| line.split(' ').next());
    workspace.run(["theme", "copy"].into_iter().chain(files)).ended_with(0);
    let checked = workspace.run(["check"]).ended_with(0).stdout;
    assert!(!checked.contains("look/"), "{checked}");
    workspace.build();
}

#[test]
fn a_copy_of_a_file_that_has_changed_is_warned_of_until_it_is_accepted() {
    let workspace = with_theme();
    workspace.run(["theme", "copy", "fold.js", "tokens.css"]).ended_with(0);
    let lock = String::from_utf8(workspace.read("look/theme.lock")).expect("it is text");
    let digest = lock.lines().find_map(|line| line.strip_prefix("js/fold.js: ")).expect("it is noted").to_owned();
    workspace.write("look/theme.lock", lock.replace(&digest, "0123456789abcdef"));
    let said = "the program's own `js/fold.js` has changed since this one was copied from it";
    let checked = workspace.run(["check"]).ended_with(0).stdout;
    assert!(checked.contains(said) && checked.contains("outdated-theme-file"), "{checked}");
    workspace.run(["build"]).ended_with(0).saying(said);

    let ran = workspace.run(["theme", "accept", "fold.js"]).ended_with(0);
    assert_eq!(
        (ran.stdout.as_str(), ran.stderr.as_str()),
        ("", "`look/js/fold.js` goes with the program's, from now on\n")
    );
    assert_eq!(workspace.read("look/theme.lock"), lock.as_bytes());
    assert_eq!(workspace.run(["check"]).ended_with(0).stdout, "1 client checked, nothing to mend\n");
}

#[test]
fn of_two_files_of_one_name_the_whole_path_says_which_is_meant() {
    let workspace = with_theme().file("look/css/tokens.css", "a {}\n").file("look/css/night/tokens.css", "a {}\n");
    let refused = workspace.run(["theme", "accept", "tokens.css"]).ended_with(2).stderr;
    assert_eq!(
        refused,
        "error: `look` has no `tokens.css` (write the whole of it: `css/night/tokens.css` or `css/tokens.css`)\n"
    );
    workspace.run(["theme", "accept", "css/tokens.css"]).ended_with(0);
}

#[test]
fn what_is_there_is_never_written_over_and_then_nothing_is_copied() {
    let workspace = with_theme().file("look/css/tokens.css", "mine\n").file("look/js/fold.js", "mine\n");
    let ran = workspace.run(["theme", "copy", "base.css", "tokens.css", "fold.js"]).ended_with(2);
    assert_eq!(
        ran.stderr,
        "error: `look/css/tokens.css` is there already, and nothing is written over\nerror: `look/js/fold.js` is there already, and nothing is written over\n"
    );
    assert_eq!(workspace.read("look/css/tokens.css"), b"mine\n");
    assert!(!workspace.path("look/css/base.css").exists() && !workspace.path("look/theme.lock").exists());
}

#[test]
fn without_a_theme_it_is_said_what_to_write() {
    let workspace = Workspace::new().client("seaview");
    let refused = |arguments: &[&str], words: &str| {
        let ran = workspace.run(arguments).ended_with(2);
        assert_eq!((ran.stdout.as_str(), ran.stderr), ("", format!("error: {words}\n")), "{arguments:?}");
    };
    refused(
        &["theme", "copy", "tokens.css"],
        "`vestibule.yml` names no folder for a theme (write `theme: look` there, or say `--to look`)",
    );
    refused(&["theme", "accept", "tokens.css"], "`vestibule.yml` names no theme, so there is nothing to accept");
    refused(&["theme", "copy", "token.css"], "the program's theme has no `token.css` (did you mean `tokens.css`?)");
    refused(
        &["theme", "show", "logo.svg"],
        "the program's theme has no `logo.svg` (`vestibule theme list` says which files there are)",
    );
    for folder in ["../look", "/look", ""] {
        let words = format!("`{}` is no folder in the workspace (name one, such as `look`)", folder);
        refused(&["theme", "copy", "tokens.css", "--to", folder], &words);
    }
    for folder in ["seaview", "seaview/look", "shared"] {
        let words = format!("`{folder}` is for what clients read, and a theme is public (name another folder)");
        refused(&["theme", "copy", "tokens.css", "--to", folder], &words);
    }
    refused(
        &["theme", "copy", "tokens.css", "--to", "_look"],
        "`_look` would not be read: names beginning with `.` or `_` are not",
    );
    let ran = workspace.run(["theme", "copy", "tokens.css", "--to", "brand/look/"]).ended_with(0);
    assert_eq!(ran.stdout, "brand/look/css/tokens.css\n");
    assert_eq!(ran.stderr, "write `theme: brand/look` in `vestibule.yml`, so that it is used\n");
}
