//! What lies on disk and cannot be taken in.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::process::Command;

use vestibule::check::BASE;
use vestibule::source::scan;

use crate::checks::{example, found};
use crate::workspace::{Ran, Workspace, program};

const TAKEN_AWAY: &str = "make it readable for yourself, or move it out of the client's folder";

#[test]
fn files_that_are_no_text() {
    for path in ["acme/client.yml", "acme/glossary.yml", "acme/access.lock", "acme/docs/start.md", "vestibule.yml"] {
        let workspace = example(BASE).file(path, b"a: b\nc: \xff\n");
        let place = format!("{path}:2:4 error[not-utf8] from here on this file is not UTF-8 text");
        assert_eq!(
            found(&workspace),
            [format!("{place} | open it in your editor and save it with the encoding UTF-8")]
        );
        workspace.write(path, b"a: b\nc: d\0\n");
        let place = format!("{path}:2:5 error[nul-byte] this file holds a NUL character, so it is not a text file");
        assert_eq!(found(&workspace), [format!("{place} | save it again as plain text (UTF-8)")]);
    }
}

#[test]
fn utf16_is_no_utf8() {
    let text: Vec<u8> = "\u{feff}name: Acme\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let workspace = example(BASE).file("acme/client.yml", text);
    let message = "acme/client.yml:1:1 error[not-utf8] from here on this file is not UTF-8 text";
    assert_eq!(found(&workspace), [format!("{message} | open it in your editor and save it with the encoding UTF-8")]);
}

#[test]
fn a_line_of_ten_megabytes() {
    let long = "x".repeat(10 << 20);
    let client = format!("{{name: Acme, project: {long}, address: harbour-42, projct: y}}\n");
    let workspace = example(BASE).file("acme/client.yml", client);
    let place = format!("acme/client.yml:1:{}", long.len() + 46);
    assert_eq!(
        found(&workspace),
        [format!("{place} error[unknown-field] there is no field `projct` here | did you mean `project`?")]
    );
    let human = workspace.run(["check"]).ended_with(1).stdout;
    assert!(human.len() < 2_000 && human.contains("harbour-42, projct: y}"), "{} bytes", human.len());
}

#[test]
fn links_on_disk_are_not_followed() {
    let workspace = example(BASE).file("elsewhere.md", "# Secret\n").file("_all/docs/a.md", "# A\n");
    fs::create_dir_all(workspace.path("acme/docs")).expect("a folder can be made");
    for (target, path) in [
        ("../../elsewhere.md", "acme/docs/a.md"),
        ("../_all/docs", "acme/guides"),
        ("nowhere", "acme/glossary.yml"),
        ("acme", "bolt"),
    ] {
        symlink(target, workspace.path(path)).expect("a link can be made");
    }
    let file = "error[link-on-disk] this is a link to a file elsewhere, and links are not followed";
    let way_out = "put a copy of the file here, or remove the link";
    assert_eq!(
        found(&workspace),
        [
            format!("acme/docs/a.md:1:1 {file} | {way_out}"),
            format!("acme/glossary.yml:1:1 {file} | {way_out}"),
            format!("acme/guides:1:1 {file} | {way_out}"),
            "bolt:1:1 error[link-on-disk] this is a link to a folder elsewhere, and links are not followed | put a copy of the folder here, or remove the link".to_owned(),
        ]
    );
}

#[test]
fn a_theme_behind_a_link_is_not_read() {
    let workspace = example(BASE)
        .file("vestibule.yml", "name: Linden Studio\ntheme: link/inner\n")
        .file("_all/inner/css/own.css", "a { color: red }");
    symlink("_all", workspace.path("link")).expect("a link can be made");
    let said = "link:1:1 error[link-on-disk] this is a link to a folder elsewhere, and links are not followed | put a copy of the folder here, or remove the link";
    assert_eq!(found(&workspace), [said]);
}

#[test]
fn folders_with_the_names_of_files() {
    for path in ["acme/client.yml", "acme/glossary.yml", "acme/access.lock", "acme/docs/start.md"] {
        let workspace = example(BASE);
        if path == "acme/client.yml" {
            workspace.remove(path);
        }
        fs::create_dir_all(workspace.path(path)).expect("a folder can be made");
        let message = "this is a folder, but it has the name of a file";
        let way_out = "give the folder another name, or put the file in its place";
        assert_eq!(found(&workspace), [format!("{path}:1:1 error[unreadable] {message} | {way_out}")]);
    }
}

#[test]
fn what_is_no_file_at_all_is_not_waited_for() {
    let workspace = example(BASE);
    let socket = workspace.path("acme/socket");
    let _listener = std::os::unix::net::UnixListener::bind(socket).expect("a socket can be made");
    let message = "acme/socket:1:1 error[unreadable] this is not an ordinary file";
    assert_eq!(found(&workspace), [format!("{message} | remove it, or move it out of the client's folder")]);
}

#[test]
fn folders_too_deep_inside_each_other() {
    let deep = format!("acme/docs{}", "/a".repeat(31));
    let workspace = example(BASE).file(&format!("{deep}/b.md"), "# B\n");
    let message = "what lies in this folder is not read: it is too many folders deep | move it further up";
    assert_eq!(found(&workspace), [format!("{deep}:1:1 error[unreadable] {message}")]);
}

#[test]
fn names_that_not_every_computer_can_store() {
    let workspace = example(BASE).file("acme/docs/a:b/c.txt", "x").file("acme/files/a\\b\n.txt", "x");
    let message = "has a character that not every computer can store | leave out `\\`, `:` and control characters";
    assert_eq!(
        found(&workspace),
        [
            format!("acme/docs/a:b:1:1 error[file-name] the name of this folder {message}"),
            format!("acme/files/a\\b\n.txt:1:1 error[file-name] the name of this file {message}"),
        ]
    );
}

#[test]
fn names_that_are_no_text() {
    let workspace = example(BASE);
    let name = OsStr::from_bytes(b"caf\xe9.pdf");
    if fs::write(workspace.path("acme").join(name), "x").is_err() {
        return; // This disk takes Unicode names only.
    }
    assert_eq!(
        found(&workspace),
        ["acme/caf\u{fffd}.pdf:1:1 error[file-name] the name of this file is not Unicode text | rename it"]
    );
}

#[test]
fn two_spellings_of_one_name() {
    let workspace = example(BASE).file("acme/docs/caf\u{e9}.md", "# A\n").file("acme/docs/cafe\u{301}.md", "# B\n");
    if fs::read_dir(workspace.path("acme/docs")).expect("the folder is there").count() < 2 {
        return; // This disk knows that they are one.
    }
    assert_eq!(
        found(&workspace),
        [
            "acme/docs/caf\u{e9}.md:1:1 error[file-name] there are two files of this name: its accents are stored in two ways | rename one of the two"
        ]
    );
}

#[test]
fn a_client_is_found_however_its_accents_are_stored() {
    let client = "name: Nobody\nproject: Web site\naddress: meadow-7\n";
    let workspace = example(BASE).file("cafe\u{301}/client.yml", client);
    let workspace = scan(&workspace.path("")).expect("this is a workspace");
    let stored = workspace.clients().iter().find(|id| *id != "acme").expect("there are two clients");
    for written in ["caf\u{e9}", "cafe\u{301}"] {
        assert_eq!(workspace.client(written), Some(stored.as_str()));
    }
    assert_eq!(
        (workspace.client("acme"), workspace.client("Acme"), workspace.client("cafe")),
        (Some("acme"), None, None)
    );
}

#[test]
fn files_and_folders_that_may_not_be_read() {
    let workspace = example(BASE)
        .file("acme/docs/start.md", "# Start\n")
        .file("acme/docs/guides/setup.md", "# Setup\n")
        .file("bolt/client.yml", "name: Bolt\nproject: Web site\naddress: meadow-7\n");
    let deny = ["acme/docs/start.md", "acme/docs/guides", "bolt"];
    deny.iter().for_each(|path| set_mode(&workspace, path, 0o000));
    let ran = as_nobody(&workspace, &["check", "--format", "github"]);
    deny.iter().for_each(|path| set_mode(&workspace, path, 0o755));
    let line = |path: &str, what: &str, way_out: &str| {
        format!(
            "::error file={path},line=1,col=1,title=unreadable::this {what} cannot be read: you may not open it%0A{way_out}\n"
        )
    };
    let out_of_workspace = TAKEN_AWAY.replace("client's folder", "workspace");
    let expected = [
        line("acme/docs/guides", "folder", &out_of_workspace),
        line("acme/docs/start.md", "file", TAKEN_AWAY),
        line("bolt", "folder", &out_of_workspace),
    ];
    assert_eq!((ran.stdout, ran.code), (expected.concat(), Some(1)));
}

#[test]
fn settings_that_may_not_be_read_are_the_machines_fault() {
    let workspace = example(BASE);
    set_mode(&workspace, "vestibule.yml", 0o000);
    let ran = as_nobody(&workspace, &["check"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    ran.saying("error: cannot read `").saying("vestibule.yml");
}

pub(super) fn set_mode(workspace: &Workspace, path: &str, mode: u32) {
    fs::set_permissions(workspace.path(path), fs::Permissions::from_mode(mode)).expect("a mode can be set");
}

/// Runs the program as somebody who may read only what everybody may. Whoever runs the tests may be allowed everything.
pub(super) fn as_nobody(workspace: &Workspace, arguments: &[&str]) -> Ran {
    const NOBODY: u32 = 65_534;
    set_mode(workspace, "", 0o755);
    let probe = tempfile::tempdir().expect("a folder for a test can be made");
    let locked = probe.path().join("locked");
    fs::write(&locked, "").expect("a file can be written");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).expect("a mode can be set");
    if fs::read(&locked).is_err() {
        return workspace.run(arguments);
    }
    // The program itself may lie where only its owner may look.
    let copy = probe.path().join("vestibule");
    fs::copy(program().get_program(), &copy).expect("the program can be copied");
    for path in [probe.path(), &copy] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a mode can be set");
    }
    let mut command = Command::new(copy);
    command.env_remove("VESTIBULE_KEY").uid(NOBODY).gid(NOBODY).current_dir("/");
    Ran::of(command.arg("-C").arg(workspace.path("")).args(arguments))
}
