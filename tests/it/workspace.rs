//! A workspace on disk, put together in the test that uses it, and the program run on it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use vestibule::access::write_lock;
use vestibule::names::AudienceId;
use vestibule::seal::escrow::deposit;
use vestibule::seal::kdf::Stretched;
use vestibule::seal::{
    Access, Epoch, EpochId, Iterations, Kind, Person, PersonId, PortalId, PortalKeys, Salt, WorkspaceKey,
};

/// The key of every workspace in these tests.
pub(crate) const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

const SETTINGS: &str = "name: Linden Studio\ncontact:\n  name: Mira Vos\n  email: mira@linden.example\n";

/// A workspace in a folder of its own, which goes when the test ends.
pub(crate) struct Workspace {
    root: TempDir,
}

impl Workspace {
    /// Settings and a key, and no client yet.
    pub(crate) fn new() -> Self {
        Self::empty().file("vestibule.yml", SETTINGS).file(".vestibule/key", KEY)
    }

    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { root: tempfile::Builder::new().prefix("portals-").tempdir().expect("a folder for a test can be made") }
    }

    /// The same with a file more.
    pub(crate) fn file(self, path: &str, contents: impl AsRef<[u8]>) -> Self {
        self.write(path, contents);
        self
    }

    /// The same with the least that makes a client: its address is its id.
    pub(crate) fn client(self, id: &str) -> Self {
        self.file(&format!("{id}/client.yml"), "name: Nobody in particular\nproject: Website\n")
    }

    /// The same with an `access.lock` that lets these people in: name and audience. What PBKDF2 would make of their
    /// passphrases is made up ([`stretched`]), as the slow step is not what most tests are about.
    pub(crate) fn people(self, client: &str, people: &[(&str, &str)]) -> Self {
        self.let_in(client, people);
        self
    }

    /// Writes the `access.lock` that lets these people in, and nobody else.
    pub(crate) fn let_in(&self, client: &str, people: &[(&str, &str)]) {
        self.write(&format!("{client}/access.lock"), write_lock(&access(client, 1, people)));
    }

    /// Writes a file, over the one that is there.
    pub(crate) fn write(&self, path: &str, contents: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, contents).expect("a file can be written");
    }

    /// Takes a file away.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("the file is there");
    }

    /// The contents of a file.
    pub(crate) fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).expect("the file can be read")
    }

    /// A path in the workspace; the workspace itself for an empty one.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        if path.is_empty() { self.root.path().to_owned() } else { self.root.path().join(path) }
    }

    /// The program, about to work on this workspace.
    pub(crate) fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = program();
        command.arg("-C").arg(self.root.path()).args(arguments);
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Ran {
        Ran::of(&mut self.command(arguments))
    }

    /// Builds everything, without errors.
    pub(crate) fn build(&self) -> Ran {
        self.run(["build"]).ended_with(0)
    }
}

/// The program, with nothing of the surroundings that it listens to.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
    command
        .env_remove("VESTIBULE_KEY")
        .env_remove("VISUAL")
        .env_remove("EDITOR")
        .env("NO_COLOR", "1")
        .stdin(Stdio::null());
    command
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        Self::from(command.output().expect("the program can be started"))
    }

    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Runs a command that ends by itself soon, and otherwise is ended and counts as failed.
    pub(crate) fn soon(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it can be started");
        let begun = Instant::now();
        while child.try_wait().expect("a child can be asked").is_none() {
            if begun.elapsed() > Duration::from_secs(30) {
                child.kill().expect("a child can be ended");
                panic!("it did not end by itself: {command:?}");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Self::from(child.wait_with_output().expect("it has ended"))
    }

    /// The same, if it ended with this exit code.
    #[track_caller]
    pub(crate) fn ended_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// The same, if it said this on standard error.
    #[track_caller]
    pub(crate) fn saying(self, words: &str) -> Self {
        assert!(self.stderr.contains(words), "`{words}` is not in\n{}", self.stderr);
        self
    }
}

/// Who may open the portal of `client`, with keys that follow from its name and from the epoch.
pub(crate) fn access(client: &str, epoch: u32, people: &[(&str, &str)]) -> Access {
    let key = WorkspaceKey::from_b64(KEY).expect("the key is one");
    let portal = PortalId(made_up(client));
    let keys = PortalKeys::new(&key, portal);
    let person = |(name, audience): &(&str, &str)| {
        let audience = AudienceId::parse(audience).expect("an audience");
        let stretched = stretched(name);
        let tag = stretched.tag();
        Person {
            name: (*name).to_owned(),
            id: PersonId(made_up(name)),
            escrow: deposit(&keys, &audience, tag, &stretched.slot_key()),
            audience,
            kind: Kind::Passphrase,
            serial: 1,
            created: "2026-11-21".to_owned(),
            expires: None,
            ended: None,
            tag,
        }
    };
    Access {
        portal,
        epoch: Epoch::new(epoch, EpochId(made_up(&format!("epoch {epoch}")))).expect("epochs count from 1"),
        salt: Salt(made_up("salt")),
        iterations: Iterations::MIN,
        people: people.iter().map(person).collect(),
    }
}

/// What stands for the result of PBKDF2 for a person of [`access`].
pub(crate) fn stretched(name: &str) -> Stretched {
    Stretched::new(made_up(name))
}

/// Bytes that look random and are the same for the same words.
fn made_up<const N: usize>(words: &str) -> [u8; N] {
    Sha256::digest(words.as_bytes())[..N].try_into().expect("a digest is long enough")
}

/// Bytes that do not compress, the same for the same seed.
pub(crate) fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let step = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    std::iter::repeat_with(step).take(length).collect()
}

/// Copies a folder with all that lies in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
