//! A disk with no room left.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::reader::{Tree, changes, on_disk, read_all, tree};
use crate::workspace::{Workspace, noise};

/// What such a disk gives out at once.
const PAGE: u64 = 4_096;

/// A small file system, mounted for one test.
struct SmallDisk {
    folder: Workspace,
}

impl SmallDisk {
    fn new(bytes: u64) -> Self {
        let folder = Workspace::empty();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={bytes}"), "tmpfs"]).arg(folder.path(""));
        let mounted = mount.status().is_ok_and(|status| status.success());
        assert!(mounted, "this test mounts a small file system, and may not: run it as root, with the right to mount");
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path(path)
    }

    /// Leaves room for so many pages, by means of one useless file.
    fn leave(&self, pages: u64) {
        let ballast = self.path("ballast");
        let _ = fs::remove_file(&ballast);
        let free = self.free();
        assert!(free >= pages, "the disk has {free} pages left");
        fs::write(ballast, vec![1; ((free - pages) * PAGE) as usize]).expect("there is room for it");
        assert_eq!(self.free(), pages);
    }

    fn free(&self) -> u64 {
        let mut df = Command::new("df");
        let output = df.args(["--output=avail", "-B", &PAGE.to_string()]).arg(self.path("")).output();
        let output = output.expect("`df` can be started");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.lines().last().and_then(|line| line.trim().parse().ok()).expect("`df` says how much is left")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path("")).status();
    }
}

fn workspace() -> Workspace {
    let client = "name: Korenbloem\nproject: Shop\naudiences: [sponsor]\n";
    Workspace::new()
        .file("harbour/client.yml", client)
        .file("harbour/docs/page.md", "# Page\n")
        .file("harbour/docs/costs.md", "---\naudience: sponsor\n---\n# Costs\n")
        .people("harbour", &[("Tom", "client"), ("Els", "sponsor")])
}

/// What a build with an empty portal folder gives.
fn pristine(workspace: &Workspace) -> Tree {
    let folder = Workspace::empty();
    let out = folder.path("dist");
    workspace.run(["build".as_ref(), "--out".as_ref(), out.as_os_str()]).ended_with(0);
    tree(&out)
}

fn opens(portal: &Path) {
    for person in ["Tom", "Els"] {
        assert!(read_all(on_disk(portal), person).is_ok(), "{person}");
    }
}

#[test]
fn a_full_disk_is_said_and_changes_nothing() {
    let disk = SmallDisk::new(2_000_000);
    let workspace = workspace();
    let out = disk.path("dist");
    let build = || workspace.run(["build".as_ref(), "--out".as_ref(), out.as_os_str()]);
    build().ended_with(0);
    let published = tree(&out);
    workspace.write("harbour/docs/page.md", "# Page\n\nMore.\n");
    workspace.write("harbour/files/plan.pdf", noise(1, 200_000));
    let goal = pristine(&workspace);

    let mut full = 0;
    for room in (0..).step_by(6) {
        disk.leave(room);
        let ran = build();
        if ran.code == Some(0) {
            break;
        }
        full += 1;
        let ran = ran.ended_with(2).saying("error: the disk is full: cannot write `");
        assert_eq!(ran.stdout, "");
        assert_eq!(changes(&published, &tree(&out)), [""; 0], "with room for {room} pages");
        opens(&out.join("harbour"));
    }
    assert!(full >= 8, "the disk was full {full} times only");
    assert_eq!(changes(&goal, &tree(&out)), [""; 0], "with room enough, all is there");
    eprintln!("the disk was full {full} times");
}

#[test]
fn a_first_build_on_a_full_disk_leaves_no_half_portal() {
    let disk = SmallDisk::new(2_000_000);
    let workspace = workspace().file("harbour/files/plan.pdf", noise(1, 200_000));
    let out = disk.path("dist");
    for room in [0, 1, 3, 5, 20, 40] {
        disk.leave(room);
        let ran = workspace.run(["build".as_ref(), "--out".as_ref(), out.as_os_str()]);
        ran.ended_with(2).saying("error: the disk is full: cannot write `");
        assert!(!out.join("harbour").exists(), "with room for {room} pages");
    }
    disk.leave(200);
    workspace.run(["build".as_ref(), "--out".as_ref(), out.as_os_str()]).ended_with(0);
    opens(&out.join("harbour"));
}

#[test]
fn a_workspace_on_a_full_disk_keeps_its_access_file() {
    let disk = SmallDisk::new(1_000_000);
    let workspace = workspace();
    crate::workspace::copy_folder(&workspace.path(""), &disk.path("agency"));
    let run = |arguments: &[&str]| {
        let mut command = crate::workspace::program();
        crate::workspace::Ran::of(command.arg("-C").arg(disk.path("agency")).args(arguments))
    };
    let before = tree(&disk.path("agency"));
    disk.leave(0);
    let added = run(&["access", "add", "harbour", "Ada"]).ended_with(2);
    let added = added.saying("error: the disk is full: cannot write `").saying("harbour/access.lock`");
    assert_eq!(added.stdout, "", "no passphrase is shown that will not work");
    let mut after = tree(&disk.path("agency"));
    after.remove(".vestibule/lock");
    assert_eq!(after, before);
    run(&["init", "second"]).ended_with(2).saying("error: the disk is full: cannot write `");
    assert!(!disk.path("agency/second/vestibule.yml").exists(), "half a workspace is none");
}
