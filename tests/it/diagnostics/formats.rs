//! How problems are printed, where, and how the program ends.

use vestibule::check::BASE;

use crate::checks::example;
use crate::workspace::Workspace;

/// One error, one warning, one hint.
fn mixed() -> Workspace {
    example(BASE)
        .file("acme/client.yml", "name: Acme\nproject: New shop\naddress: acme\n")
        .file("acme/docs/a, b: c%.txt", "x")
        .file("acme/docs/start.md", "# Start\n\n<blink>x</blink> and [gone](gone.md)\n")
}

#[test]
fn nothing_to_say() {
    let ran = example(BASE).run(["check"]).ended_with(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("1 client checked, nothing to mend\n", ""));
    let ran = example(BASE).run(["check", "--format", "json"]).ended_with(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("[]\n", ""));
    let ran = example(BASE).run(["check", "--format", "github"]).ended_with(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", ""));
}

#[test]
fn for_a_person() {
    let workspace = example(BASE).file("acme/docs/start.md", "# Start\n\nSee [gone](gone.md) or [tel](tel:1).\n");
    let ran = workspace.run(["check"]).ended_with(1);
    let expected = "\
error[broken-link]: there is no file `docs/gone.md` in the client's folder
 --> acme/docs/start.md:3:5
  |
3 | See [gone](gone.md) or [tel](tel:1).
  |     ^^^^^^^^^^^^^^^
  |
  = help: write the way from this file to that one, such as `../files/plan.pdf`

1 error
";
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), (expected, ""));
}

/// What cannot be read is shown, too, with the sign that stands for such in its place.
#[test]
fn a_byte_that_is_no_text_for_a_person() {
    let workspace = example(BASE).file("acme/docs/start.md", b"# Start\n\nCaf\xe9 and more\nNext\n");
    let ran = workspace.run(["check"]).ended_with(1);
    let expected = "\
error[not-utf8]: from here on this file is not UTF-8 text
 --> acme/docs/start.md:3:4
  |
3 | Caf\u{fffd} and more
  |    ^
  |
  = help: open it in your editor and save it with the encoding UTF-8

1 error
";
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), (expected, ""));
}

#[test]
fn for_programs() {
    let ran = mixed().run(["check", "--format", "json"]).ended_with(1);
    assert_eq!(ran.stderr, "");
    let rows: serde_json::Value = serde_json::from_str(&ran.stdout).expect("one JSON value");
    let expected = serde_json::json!([
        {
            "code": "telling-address", "severity": "hint",
            "message": "the address `acme` tells everybody that the client is called `acme`",
            "file": "acme/client.yml", "line": 3, "column": 10,
            "help": "an address such as `harbour-42` says nothing: `address: harbour-42`",
        },
        {
            "code": "file-name", "severity": "error",
            "message": "the name of this file has a character that not every computer can store",
            "file": "acme/docs/a, b: c%.txt", "line": 1, "column": 1,
            "help": "leave out `\\`, `:` and control characters",
        },
        {
            "code": "removed-html", "severity": "warning", "message": "`<blink>` is left out of the page",
            "file": "acme/docs/start.md", "line": 3, "column": 1,
            "help": "raw HTML may format text and nothing else; write it in Markdown, or remove it",
        },
        {
            "code": "broken-link", "severity": "error",
            "message": "there is no file `docs/gone.md` in the client's folder",
            "file": "acme/docs/start.md", "line": 3, "column": 22,
            "help": "write the way from this file to that one, such as `../files/plan.pdf`",
        },
    ]);
    assert_eq!(rows, expected);
}

#[test]
fn for_a_code_host() {
    let ran = mixed().run(["check", "--format", "github"]).ended_with(1);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("::notice file=acme/client.yml,line=3,col=10,title=telling-address::the address"));
    assert!(lines[1].starts_with("::error file=acme/docs/a%2C b%3A c%25.txt,line=1,col=1,title=file-name::the name"));
    assert!(lines[2].starts_with("::warning file=acme/docs/start.md,line=3,col=1,title=removed-html::`<blink>` is"));
    assert!(
        lines[3].ends_with(
            "in the client's folder%0Awrite the way from this file to that one, such as `../files/plan.pdf`"
        )
    );
}

#[test]
fn warnings_fail_only_where_they_are_taken_for_errors() {
    let warned = example(BASE).file("acme/docs/start.md", "<blink>x</blink>\n");
    warned.run(["check"]).ended_with(0);
    warned.run(["check", "--strict"]).ended_with(1);
    let hinted = example(BASE).file("acme/client.yml", "name: Acme\nproject: New shop\naddress: acme\n");
    hinted.run(["check", "--strict"]).ended_with(0);
}

#[test]
fn one_client_alone() {
    let workspace = mixed().file("bolt/client.yml", "name: Bolt\nproject: Web site\naddress: meadow-7\n");
    let ran = workspace.run(["check", "--client", "bolt"]).ended_with(0);
    assert_eq!(ran.stdout, "1 client checked, nothing to mend\n");
    let ran = workspace.run(["check", "--client", "blot"]).ended_with(2);
    assert_eq!((ran.stdout.as_str(), ran.stderr.contains("did you mean `bolt`?")), ("", true), "{}", ran.stderr);
}

#[test]
fn no_workspace_is_no_content_error() {
    let ran = Workspace::empty().run(["check"]).ended_with(2);
    assert_eq!(ran.stdout, "");
    ran.saying("is not a workspace: it has no `vestibule.yml`");
    example(BASE).run(["check", "--format", "xml"]).ended_with(2);
}

#[test]
fn control_characters_of_content_do_not_reach_the_terminal() {
    let workspace = example(BASE).file(
        "acme/docs/start.md",
        "[a](<gone\u{202e}\u{1b}[31m.md>) \u{1b}]0;x\u{7} \u{2066}\u{9b}31m\u{9d}0;x\u{9c}\n",
    );
    let human = workspace.run(["check"]).ended_with(1).stdout;
    assert!(human.chars().all(|c| c == '\n' || !c.is_control()), "{human:?}");
    assert!(!human.contains(['\u{202e}', '\u{2066}']), "{human:?}");
}

#[test]
fn build_says_the_same_on_standard_error_and_writes_nothing_of_that_client() {
    let workspace = mixed()
        .file(".vestibule/key", crate::workspace::KEY)
        .file("bolt/client.yml", "name: Bolt\nproject: Web site\naddress: meadow-7\n");
    let ran = workspace.run(["build"]).ended_with(1);
    assert!(ran.stdout.trim_end().ends_with("meadow-7") && ran.stdout.lines().count() == 1, "{}", ran.stdout);
    assert!(!workspace.path("dist/acme").exists());
    let ran = ran.saying("error[broken-link]").saying("warning[nobody-can-open]");
    ran.saying("2 errors, 2 warnings, 1 hint; `vestibule check --hints` shows the hints\n");
}

#[test]
fn a_lock_that_cannot_be_read_is_never_replaced() {
    let lock = "epoch: 0\npeople: []\n";
    let workspace = example(BASE).file(".vestibule/key", crate::workspace::KEY).file("acme/access.lock", lock);
    workspace.run(["build"]).ended_with(1).saying("error[access-lock]");
    workspace.run(["access", "add", "acme", "Tom"]).ended_with(1).saying("error[access-lock]");
    assert_eq!(workspace.read("acme/access.lock"), lock.as_bytes());
}
