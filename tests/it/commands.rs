//! The commands as somebody types them: results on standard output, all else on standard error, and the exit code.

mod live;
mod new;
mod preview_attacks;
mod preview_days;
mod serve;
mod shown;
mod slips;
mod theme;
mod watching;

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Stdio;

use vestibule::seal::Opener;

use crate::reader::{contents, on_disk, tree};
use crate::workspace::{KEY, Ran, Workspace, copy_folder, program};

#[test]
fn from_nothing_to_an_opened_portal() {
    let folder = Workspace::empty();
    let agency = folder.path("agency");
    let run = |arguments: &[&str]| Ran::of(program().current_dir(folder.path("")).args(arguments));

    let made = run(&["init", "agency"]).ended_with(0);
    assert_eq!(made.stdout, "./agency\n");
    let checked = run(&["-C", "agency", "check", "--strict"]).ended_with(0);
    assert_eq!((checked.stdout.as_str(), checked.stderr.as_str()), ("1 client checked, nothing to mend\n", ""));

    let first = run(&["-C", "agency", "build"]).ended_with(0).saying("nobody can open this portal yet");
    let written = first.stdout.strip_suffix('\n').expect("one line");
    assert!(written.starts_with("agency/dist/"), "{written}");
    let added = run(&["-C", "agency", "access", "add", "first-client", "Tom Baert"]).ended_with(0);
    let passphrase = added.stdout.trim_end();
    assert_eq!(passphrase.split('-').count(), 5, "five words, alone: {:?}", added.stdout);
    assert_eq!(added.stdout, format!("{passphrase}\n"));
    assert!(added.stderr.contains("Tom Baert") && !added.stderr.contains(passphrase), "{}", added.stderr);
    let second = run(&["build", "-C", "agency"]).ended_with(0);
    assert!(!second.stderr.contains("nobody"), "{}", second.stderr);
    let checked = run(&["-C", "agency", "check", "--format", "github"]).ended_with(0).stdout;
    let begun = |file: &str, place: &str, words: &str, help: &str| {
        format!(
            "::warning file={file},{place},title=placeholder::`{words}` was only put here to begin with, and somebody can open the portal already%0A{help}\n"
        )
    };
    let said = [
        begun("first-client/client.yml", "line=2,col=7", "Your first client", "write the client's name"),
        begun("vestibule.yml", "line=2,col=7", "Your agency", "write the name of your agency"),
        begun("vestibule.yml", "line=4,col=9", "Your name", "write who answers when a client asks"),
        begun(
            "vestibule.yml",
            "line=5,col=10",
            "you@example.com",
            "write a mail address that somebody reads, or take the line out",
        ),
    ];
    assert_eq!(checked, said.concat(), "whoever is let in reads what only stands there to begin with");

    let portal = folder.path(written);
    let opened = Opener::new(on_disk(&portal)).unlock(passphrase).expect("the passphrase opens the portal");
    let contents = contents(&opened).expect("everything opens");
    assert_eq!(contents.title, "New website");
    assert!(contents.pages.contains_key("/docs/start-here"), "{:?}", contents.pages.keys());
    assert!(Opener::new(on_disk(&portal)).unlock("five-words-but-not-those").is_err());
    let kept = String::from_utf8(fs::read(agency.join("first-client/access.lock")).expect("it is there"));
    assert!(!kept.expect("it is text").contains(passphrase), "the passphrase is written nowhere");
}

#[test]
fn init_makes_a_key_that_nobody_else_reads_and_git_ignores() {
    let folder = Workspace::empty();
    folder.run(["init", "deep/er/agency"]).ended_with(0);
    let mode = |path: &str| fs::metadata(folder.path(path)).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode("deep/er/agency/.vestibule/key"), 0o600);
    assert_eq!(mode("deep/er/agency/.vestibule"), 0o700);
    let key = folder.read("deep/er/agency/.vestibule/key");
    assert_eq!(key.len(), 44, "43 characters and a line break");
    let ignored = String::from_utf8(folder.read("deep/er/agency/.gitignore")).expect("it is text");
    assert!(ignored.lines().any(|line| line == "/.vestibule/") && ignored.lines().any(|line| line == "/dist/"));
}

#[test]
fn the_key_stays_out_of_version_control_whatever_the_ignore_file_says_that_is_there() {
    let own = "node_modules/\n!.vestibule\n";
    let folder = Workspace::empty().file(".gitignore", own);
    folder.run(["init", "."]).ended_with(0);
    assert_eq!(folder.read(".gitignore"), own.as_bytes(), "it is somebody's");
    assert_eq!(folder.read(".vestibule/.gitignore"), b"*\n", "what stands deeper counts more");
    folder.remove(".vestibule/.gitignore");
    folder.run(["init", "."]).ended_with(0).saying("its key stays");
    assert_eq!(folder.read(".vestibule/.gitignore"), b"*\n", "who has a key already gets it, too");
}

#[test]
fn init_again_changes_nothing_and_gives_a_key_to_who_has_none() {
    let folder = Workspace::empty();
    folder.run(["init", "."]).ended_with(0);
    folder.write("first-client/client.yml", "name: Korenbloem\nproject: Shop\naddress: quay-7\n");
    let before = tree(&folder.path(""));
    let again = folder.run(["init", "."]).ended_with(0).saying("a workspace already");
    assert_eq!(again.stdout, "");
    assert_eq!(tree(&folder.path("")), before);
    folder.remove(".vestibule/key");
    folder.run(["build"]).ended_with(2).saying("this workspace has no key").saying("vestibule init .");
    folder.run(["init", "."]).ended_with(0);
    folder.build();
    assert_ne!(folder.read(".vestibule/key"), before[".vestibule/key"]);
}

#[test]
fn init_leaves_full_folders_alone() {
    let folder = Workspace::empty().file("full/letter.txt", "x").file("repository/.git/config", "x");
    folder.run(["init", "full"]).ended_with(2).saying("full` is not empty (name a new folder, or an empty one)");
    assert_eq!(tree(&folder.path("full")).len(), 1);
    folder.run(["init", "full/letter.txt"]).ended_with(2).saying("cannot use");
    folder.run(["init", "repository"]).ended_with(0);
    let inside = Ran::of(program().arg("-C").arg(folder.path("repository")).args(["init", "inner"])).ended_with(0);
    assert!(inside.stdout.ends_with("repository/inner\n"), "{}", inside.stdout);
    let outer = Ran::of(program().arg("-C").arg(folder.path("repository")).arg("check")).ended_with(0);
    assert_eq!(outer.stdout, "1 client checked, nothing to mend\n", "a workspace inside is no client");
}

#[test]
fn exit_codes_say_who_can_help() {
    let fine = Workspace::new().client("harbour-42");
    fine.run(["check"]).ended_with(0);
    fine.run(["--help"]).ended_with(0);
    fine.run(["--version"]).ended_with(0);
    fine.run(["build", "--help"]).ended_with(0);
    let warned = Workspace::new().client("harbour-42").file("harbour-42/docs/a.md", "---\nstatus: x\n---\nText\n");
    warned.run(["check"]).ended_with(0);
    warned.run(["build"]).ended_with(0);
    warned.run(["check", "--strict"]).ended_with(1);
    let broken = Workspace::new().client("harbour-42").file("harbour-42/docs/a.md", "[x](nowhere.md)\n");
    broken.run(["check"]).ended_with(1);
    broken.run(["build"]).ended_with(1);
    for usage in [&["biuld"][..], &["build", "--fast"], &["access"], &["access", "add"], &["serve", "--port", "x"], &[]]
    {
        let ran = fine.run(usage).ended_with(2);
        assert_eq!(ran.stdout, "", "{usage:?}");
        assert!(!ran.stderr.is_empty());
    }
    fine.run(["build", "--client", "harbor-42"]).ended_with(2).saying("did you mean `harbour-42`?");
    let nowhere = Workspace::empty();
    for command in [&["build"][..], &["check"], &["serve", "--port", "0"], &["access", "list"], &["access", "add", "x"]]
    {
        let ran = nowhere.run(command).ended_with(2).saying("is not a workspace");
        assert_eq!(ran.stdout, "", "{command:?}");
    }
}

#[test]
fn a_list_of_people_that_cannot_be_read_is_not_taken_for_an_empty_one() {
    let client = "name: Korenbloem\nproject: Shop\naddress: quay-7\n";
    let kept = Workspace::new().file("harbour/client.yml", client).people("harbour", &[("Tom", "client")]);
    let lock = kept.path("harbour/access.lock");
    for linked in [None, Some(lock.as_path()), Some(Path::new("nowhere"))] {
        let workspace = Workspace::new().file("harbour/client.yml", client);
        let path = workspace.path("harbour/access.lock");
        match linked {
            Some(target) => symlink(target, path).expect("a link can be made"),
            None => fs::create_dir(path).expect("a folder can be made"),
        }
        for command in [&["access", "add", "harbour", "Ada"][..], &["access", "list"]] {
            let ran = workspace.run(command).ended_with(1);
            let said = "error[unreadable]: `harbour/access.lock` is not a file\n--> harbour/access.lock\n = help: put an ordinary file in its place that you may open\n\n1 error\n";
            assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", said), "{command:?}");
        }
    }
}

#[test]
fn access_says_why_a_client_cannot_be_read() {
    let workspace = Workspace::new().file("elsewhere.yml", "name: Korenbloem\nproject: Shop\naddress: quay-7\n");
    fs::create_dir(workspace.path("harbour")).expect("a folder can be made");
    symlink("../elsewhere.yml", workspace.path("harbour/client.yml")).expect("a link can be made");
    let ran = workspace.run(["access", "add", "harbour", "Ada"]).ended_with(1);
    let said = "error[unreadable]: `harbour/client.yml` is not a file\n--> harbour/client.yml\n = help: put an ordinary file in its place that you may open\n\n1 error\n";
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", said));
    assert!(!workspace.path("harbour/access.lock").exists());
}

#[test]
fn access_add_refuses_what_cannot_be_meant() {
    let client = "name: Korenbloem\nproject: Shop\naudiences: [sponsor]\n";
    let workspace = Workspace::new().file("harbour/client.yml", client).people("harbour", &[("Tom", "client")]);
    let lock = workspace.read("harbour/access.lock");
    let refused = |arguments: &[&str], words: &str| {
        let ran = workspace.run([&["access", "add"], arguments].concat()).ended_with(2).saying(words);
        assert_eq!(ran.stdout, "", "{arguments:?}");
    };
    refused(&["harbor", "Ada"], "there is no client `harbor` (did you mean `harbour`?)");
    refused(&["harbour", "Tom"], "Tom has access to `harbour` already");
    refused(
        &["harbour", "Ada", "--audience", "board"],
        "there is no audience `board` here (client.yml knows `client`, `sponsor`)",
    );
    refused(&["harbour", " "], "say who the passphrase is for");
    refused(&["harbour", "Ada\nEls"], "say who the passphrase is for");
    refused(&["harbour", "Ada", "--today", "yesterday"], "write the day as 2026-11-21");
    assert_eq!(workspace.read("harbour/access.lock"), lock);
}

#[test]
fn access_list_says_who_may_open_what() {
    let client = "name: Korenbloem\nproject: Shop\naudiences: [sponsor]\n";
    let workspace = Workspace::new()
        .file("harbour/client.yml", client)
        .people("harbour", &[("Tom", "client"), ("Els", "sponsor")])
        .client("quay");
    let all = workspace.run(["access", "list"]).ended_with(0).saying("quay: nobody can open this portal yet");
    assert_eq!(all.stdout, "harbour\tEls\tsponsor\tsince 2026-11-21\nharbour\tTom\tclient\tsince 2026-11-21\n");
    let one = workspace.run(["access", "list", "quay"]).ended_with(0);
    assert_eq!(one.stdout, "");
    workspace.run(["access", "list", "kay"]).ended_with(2);
}

#[test]
fn people_added_at_the_same_time_all_get_in() {
    let workspace = Workspace::new().client("harbour");
    let names = ["Tom", "Ada", "Els"];
    let children = names.map(|name| {
        let mut add = workspace.command(["access", "add", "harbour", name]);
        add.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program can be started")
    });
    for mut child in children {
        assert!(child.wait().expect("it ends").success());
    }
    let listed = workspace.run(["access", "list"]).ended_with(0).stdout;
    assert_eq!(listed.lines().count(), names.len(), "{listed}");
}

#[test]
fn the_key_can_come_from_the_environment() {
    let workspace = Workspace::new().client("harbour").people("harbour", &[("Tom", "client")]);
    workspace.build();
    let with_file = tree(&workspace.path("dist"));
    workspace.remove(".vestibule/key");
    workspace.run(["build"]).ended_with(2).saying("this workspace has no key");
    let with_key = |key: &str| Ran::of(workspace.command(["build"]).env("VESTIBULE_KEY", key));
    with_key(&format!("{KEY}\n")).ended_with(0);
    assert_eq!(tree(&workspace.path("dist")), with_file);
    let wrong = with_key("short").ended_with(2).saying("what stands in VESTIBULE_KEY is not a key");
    assert!(!wrong.stderr.contains("short"), "a key that was mistyped is a secret, too: {}", wrong.stderr);
    assert_eq!(tree(&workspace.path("dist")), with_file);
}

#[test]
fn another_key_than_that_of_access_lock_is_said() {
    let workspace = Workspace::new().client("harbour").people("harbour", &[("Tom", "client")]);
    workspace.build();
    let (published, lock) = (tree(&workspace.path("dist")), workspace.read("harbour/access.lock"));
    workspace.write(".vestibule/key", "BBECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    let words = "the key kept for Tom does not open with this workspace key";
    workspace.run(["build"]).ended_with(1).saying(words).saying("harbour/access.lock").saying(".vestibule/key");
    assert_eq!(tree(&workspace.path("dist")), published);
    let added = workspace.run(["access", "add", "harbour", "Ada"]).ended_with(2).saying(words);
    assert_eq!(added.stdout, "");
    assert_eq!(workspace.read("harbour/access.lock"), lock, "two keys in one file would lock everybody out");
}

#[test]
fn a_copied_client_is_an_error_until_its_access_is_made_anew() {
    let workspace = Workspace::new().client("harbour").people("harbour", &[("Tom", "client")]).client("quay");
    workspace.build();
    let published = tree(&workspace.path("dist"));
    copy_folder(&workspace.path("harbour"), &workspace.path("jetty"));
    let words = "`harbour` and `jetty` have the same `access.lock`";
    workspace.run(["build"]).ended_with(1).saying(words).saying("in the folder that is the copy, remove `access.lock`");
    workspace.run(["build", "--client", "quay"]).ended_with(1).saying(words);
    workspace.run(["access", "list"]).ended_with(1).saying(words);
    let added = workspace.run(["access", "add", "jetty", "Ada"]).ended_with(1).saying(words);
    assert_eq!(added.stdout, "");
    let checked = workspace.run(["check"]).ended_with(1);
    assert!(checked.stdout.contains(words) && checked.stdout.contains("jetty/access.lock"), "{}", checked.stdout);
    let serving = Ran::soon(&mut workspace.command(["serve", "--port", "0"])).ended_with(1).saying(words);
    assert_eq!(serving.stdout, "");
    assert_eq!(tree(&workspace.path("dist")), published);

    workspace.remove("jetty/access.lock");
    let added = workspace.run(["access", "add", "jetty", "Ada"]).ended_with(0);
    workspace.build();
    let portal = workspace.path("dist/jetty");
    assert!(Opener::new(on_disk(&portal)).unlock(added.stdout.trim_end()).is_ok(), "the way out works");
    let ids = ["harbour", "jetty"].map(|client| String::from_utf8(workspace.read(&format!("{client}/access.lock"))));
    assert_ne!(ids[0], ids[1]);
}

/// Whoever reads the results may stop reading.
#[test]
fn nobody_listening_is_no_crash() {
    let workspace = Workspace::new().client("harbour").people("harbour", &[("Tom", "client")]);
    let listened_to = |arguments: &[&str], errors: bool| {
        let mut command = workspace.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it can be started");
        drop(child.stdout.take());
        if !errors {
            drop(child.stderr.take());
        }
        let output = child.wait_with_output().expect("it ends");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for arguments in [&["build"][..], &["check"], &["check", "--format", "json"], &["access", "list"]] {
        let (code, said) = listened_to(arguments, true);
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
        assert_eq!(code, Some(0), "{arguments:?}: {said}");
        assert_eq!(listened_to(arguments, false).0, Some(0), "{arguments:?}");
    }
    let (code, said) = listened_to(&["access", "add", "harbour", "Ada"], true);
    assert_eq!(code, Some(2), "a passphrase that nobody has seen is not fine");
    assert!(said.contains("error: cannot print the result: "), "{said}");
}

/// Where results cannot be printed, that is said.
#[test]
fn a_full_disk_behind_standard_output_is_an_error() {
    let workspace = Workspace::new().client("harbour").people("harbour", &[("Tom", "client")]);
    for arguments in [&["build"][..], &["check"], &["access", "list"], &["access", "add", "harbour", "Ada"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there");
        let output = workspace.command(arguments).stdout(full).output().expect("the program can be started");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("error: cannot print the result: "), "{arguments:?}: {said}");
    }
}
