//! Where portals may be written, and where not.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::reader::{Tree, on_disk, read_all, tree};
use crate::workspace::{KEY, Ran, Workspace};

fn workspace() -> Workspace {
    Workspace::new()
        .file("vestibule.yml", "name: Linden Studio\ntheme: look\n")
        .file("look/css/print.css", "@media print {}\n")
        .file("shared/people.yml", "")
        .file("letter.txt", "mine")
        .client("harbour")
        .people("harbour", &[("Tom", "client")])
        .client("quay")
}

/// Builds to `out`, which is refused with these words, and nothing in the workspace is different after it.
#[track_caller]
fn refused(workspace: &Workspace, out: &str, words: &str) {
    let before = without_lock(workspace);
    let ran = workspace.run(["build", "--out", out]).ended_with(2);
    let root = workspace.path("").display().to_string();
    assert_eq!(ran.stderr.replace(&root, "WORKSPACE"), format!("error: {words}\n"), "{out}");
    assert_eq!(ran.stdout, "");
    assert_eq!(without_lock(workspace), before, "{out}");
}

/// The workspace without the empty file by which two builds wait for each other.
fn without_lock(workspace: &Workspace) -> Tree {
    let mut files = tree(&workspace.path(""));
    files.remove(".vestibule/lock");
    files
}

#[test]
fn a_file_is_no_folder() {
    let words = "`WORKSPACE/letter.txt` is a file, and portals are written to a folder (name another with `--out`)";
    refused(&workspace(), "letter.txt", words);
}

#[test]
fn what_somebody_wrote_is_never_written_over() {
    let workspace = workspace();
    symlink(workspace.path("harbour"), workspace.path("way-in")).expect("a link can be made");
    symlink("..", workspace.path("shared/up")).expect("a link can be made");
    let around = workspace.path("").parent().expect("it lies in a folder").display().to_string();
    let itself = |out: &str| {
        format!(
            "portals cannot be written to `{out}`: the workspace itself lies there (name a folder of its own with `--out`)"
        )
    };
    for out in [".", "dist/..", "nowhere/..", "harbour/.."] {
        refused(&workspace, out, &itself(&format!("WORKSPACE/{out}")));
    }
    refused(&workspace, "shared/up", &itself("WORKSPACE/shared/up"));
    refused(&workspace, &around, &itself(&around));
    refused(&workspace, "/", &itself("/"));
    for (out, kept) in [
        ("harbour", "harbour"),
        ("harbour/dist", "harbour"),
        ("quay/files/a/b", "quay"),
        ("way-in/files", "harbour"),
        ("shared", "shared"),
        ("shared/dist", "shared"),
        (".vestibule", ".vestibule"),
        (".vestibule/cache", ".vestibule"),
        (".git/x", ".git"),
        ("look/css", "look"),
        ("nowhere/../harbour", "harbour"),
        ("nowhere/../way-in/files", "harbour"),
        ("shared/up/quay/files", "quay"),
    ] {
        let words = format!(
            "portals cannot be written to `WORKSPACE/{out}`: it lies in `{kept}`, which holds your own files (name another folder with `--out`)"
        );
        refused(&workspace, out, &words);
    }
}

#[test]
fn any_other_folder_will_do() {
    let workspace = workspace();
    let elsewhere = Workspace::empty();
    let outside = elsewhere.path("a/b").display().to_string();
    symlink(elsewhere.path(""), workspace.path("published")).expect("a link can be made");
    for (out, written) in [
        ("public", workspace.path("public")),
        ("deep/er/down", workspace.path("deep/er/down")),
        ("published/c", elsewhere.path("c")),
        (&outside, elsewhere.path("a/b")),
        ("harbours", workspace.path("harbours")),
    ] {
        workspace.run(["build", "--out", out]).ended_with(0);
        assert!(read_all(on_disk(&written.join("harbour")), "Tom").is_ok(), "{out}");
    }
}

#[test]
fn a_folder_that_is_no_portal_is_left_alone() {
    let workspace = workspace().file("dist/harbour/letter.txt", "mine").file("dist/harbour/index.html", "mine");
    let before = tree(&workspace.path("dist/harbour"));
    let words = "dist/harbour` holds files that are no portal, and nothing is written over them (move them away, or name another folder with `--out`)";
    workspace.run(["build"]).ended_with(2).saying(words);
    assert_eq!(tree(&workspace.path("dist/harbour")), before);

    let workspace = workspace_with_file_for_portal();
    let words = "dist/harbour` is a file, and a portal is a folder (move the file away)";
    workspace.run(["build"]).ended_with(2).saying(words);
    assert_eq!(workspace.read("dist/harbour"), b"mine");
}

fn workspace_with_file_for_portal() -> Workspace {
    workspace().file("dist/harbour", "mine")
}

#[test]
fn somebodys_own_files_in_a_portal_stay() {
    let workspace = workspace();
    workspace.build();
    workspace.write("dist/harbour/letter.txt", "mine");
    workspace.write("dist/harbour/b/notes.txt", "mine");
    workspace.write("dist/CNAME", "portal.example");
    workspace.write("harbour/docs/news.md", "# News\n");
    workspace.build().saying("left alone: 2 files that Vestibule did not write, such as `b/notes.txt`");
    for path in ["dist/harbour/letter.txt", "dist/harbour/b/notes.txt"] {
        assert_eq!(workspace.read(path), b"mine");
    }
    assert_eq!(workspace.read("dist/CNAME"), b"portal.example");
    assert!(read_all(on_disk(&workspace.path("dist/harbour")), "Tom").is_ok());
}

/// A folder in which the program, run by somebody who owns nothing, may read and not write.
struct Readable {
    workspace: Workspace,
    program: Workspace,
}

impl Readable {
    fn new() -> Self {
        let workspace = workspace().file("harbour/docs/page.md", "# Page\n").people("quay", &[]);
        let program = Workspace::empty();
        fs::copy(env!("CARGO_BIN_EXE_vestibule"), program.path("vestibule")).expect("the program can be copied");
        for folder in [workspace.path(""), program.path("")] {
            set_mode(&folder, 0o755);
        }
        Self { workspace, program }
    }

    /// Builds as somebody without rights of their own.
    fn build(&self) -> Ran {
        let mut command = Command::new(self.program.path("vestibule"));
        command.arg("-C").arg(self.workspace.path("")).arg("build").env("VESTIBULE_KEY", KEY);
        if fs::metadata("/proc/self").expect("a process has an owner").uid() == 0 {
            command.uid(65_534).gid(65_534);
        }
        Ran::of(&mut command)
    }

    /// Builds, which fails with these words.
    #[track_caller]
    fn refused(&self, words: &str) {
        let ran = self.build().ended_with(2);
        let root = self.workspace.path("").display().to_string();
        let said = ran.stderr.replace(&root, "WORKSPACE");
        assert!(said.contains(&format!("error: {words}: permission denied\n")), "{said}");
    }
}

impl Drop for Readable {
    /// What may not be written to could not be removed by whoever owns it.
    fn drop(&mut self) {
        for entry in walkdir::WalkDir::new(self.workspace.path("")).into_iter().flatten() {
            if entry.file_type().is_dir() {
                set_mode(entry.path(), 0o755);
            }
        }
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("rights can be given");
}

#[test]
fn without_the_right_to_write_nothing_changes() {
    let readable = Readable::new();
    let workspace = &readable.workspace;
    set_mode(&workspace.path(""), 0o555);
    readable.build().ended_with(2).saying("/dist`: Permission denied (os error 13)");
    assert!(!workspace.path("dist").exists());

    set_mode(&workspace.path(""), 0o755);
    workspace.build();
    let published = tree(&workspace.path("dist"));
    workspace.write("harbour/docs/page.md", "# Another page\n");
    let cases: [(&[&str], u32, &str); 3] = [
        (&["dist"], 0o555, "cannot write `WORKSPACE/dist"),
        (&["dist/harbour", "dist/harbour/b", "dist/harbour/m"], 0o555, "cannot write `WORKSPACE/dist/harbour/b/"),
        (&["dist/harbour/b"], 0o000, "cannot write `WORKSPACE/dist/harbour/b"),
    ];
    for (folders, mode, words) in cases {
        // Everything else may be written to.
        for entry in walkdir::WalkDir::new(workspace.path("dist")).into_iter().flatten() {
            if entry.file_type().is_dir() {
                set_mode(entry.path(), 0o777);
            }
        }
        folders.iter().for_each(|folder| set_mode(&workspace.path(folder), mode));
        let ran = readable.build().ended_with(2);
        let said = ran.stderr.replace(&workspace.path("").display().to_string(), "WORKSPACE");
        assert!(said.contains(&format!("error: {words}")), "{said}");
        assert!(said.to_lowercase().contains(": permission denied"), "{said}");
        folders.iter().for_each(|folder| set_mode(&workspace.path(folder), 0o755));
        assert_eq!(tree(&workspace.path("dist")), published, "{words}");
    }
}

#[test]
fn an_access_file_that_cannot_be_written_is_said() {
    let readable = Readable::new();
    readable.workspace.remove("quay/access.lock");
    fs::create_dir(readable.workspace.path("dist")).expect("a folder can be made");
    set_mode(&readable.workspace.path("dist"), 0o777);
    set_mode(&readable.workspace.path("quay"), 0o555);
    readable.refused("cannot write `WORKSPACE/quay/access.lock`");
    assert!(!readable.workspace.path("dist/quay").exists(), "no portal that nobody will ever open");
}
