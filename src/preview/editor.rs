//! Addresses that open a file in the editor of whoever writes.

/// How files are opened, and where they lie.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Editor {
    scheme: Option<Scheme>,
    /// The workspace, with `/` between folders; `None` where nobody is to know.
    root: Option<String>,
}

/// How an editor's addresses are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    /// `vscode://file/home/mira/agency/vestibule.yml:3`
    Path(&'static str),
    /// `idea://open?file=/home/mira/agency/vestibule.yml&line=3`
    File(&'static str),
    /// `txmt://open?url=file:///home/mira/agency/vestibule.yml&line=3`
    Url(&'static str),
}

/// Programs that have addresses of their own.
const KNOWN: [(&str, Scheme); 25] = [
    ("code", Scheme::Path("vscode")),
    ("code-insiders", Scheme::Path("vscode-insiders")),
    ("codium", Scheme::Path("vscodium")),
    ("vscodium", Scheme::Path("vscodium")),
    ("cursor", Scheme::Path("cursor")),
    ("windsurf", Scheme::Path("windsurf")),
    ("zed", Scheme::Path("zed")),
    ("zeditor", Scheme::Path("zed")),
    ("idea", Scheme::File("idea")),
    ("idea64", Scheme::File("idea")),
    ("webstorm", Scheme::File("webstorm")),
    ("webstorm64", Scheme::File("webstorm")),
    ("phpstorm", Scheme::File("phpstorm")),
    ("phpstorm64", Scheme::File("phpstorm")),
    ("pycharm", Scheme::File("pycharm")),
    ("pycharm64", Scheme::File("pycharm")),
    ("rubymine", Scheme::File("rubymine")),
    ("rubymine64", Scheme::File("rubymine")),
    ("goland", Scheme::File("goland")),
    ("goland64", Scheme::File("goland")),
    ("rider", Scheme::File("rider")),
    ("rider64", Scheme::File("rider")),
    ("mate", Scheme::Url("txmt")),
    ("bbedit", Scheme::Url("x-bbedit")),
    ("mvim", Scheme::Url("mvim")),
];

impl Editor {
    /// The editor that `command` starts, as in `VISUAL`; Visual Studio Code where none is named. Of one without addresses,
    /// such as those in a terminal, only paths can be told. `root` is the workspace.
    pub fn new(command: Option<&str>, root: &str) -> Editor {
        let scheme = match command.map(program).filter(|name| !name.is_empty()) {
            None => Some(Scheme::Path("vscode")),
            Some(name) => KNOWN.iter().find(|(known, _)| *known == name).map(|(_, scheme)| *scheme),
        };
        // Windows says `\\?\C:\agency`.
        let root = root.strip_prefix(r"\\?\").unwrap_or(root);
        let root = if cfg!(windows) { root.replace('\\', "/") } else { root.to_owned() };
        Editor { scheme, root: Some(root.trim_end_matches('/').to_owned()) }
    }

    /// None, and nobody is told where the workspace lies.
    pub fn none() -> Editor {
        Editor::default()
    }

    /// Where a file of the workspace lies.
    pub(super) fn path(&self, file: &str) -> Option<String> {
        self.root.as_ref().map(|root| format!("{root}/{file}"))
    }

    /// The address that opens a file of the workspace, at a line where one is meant.
    pub(super) fn address(&self, file: &str, line: Option<u32>) -> Option<String> {
        let path = encoded(&self.path(file)?);
        // A path of Windows begins with a letter.
        let slash = if path.starts_with('/') { "" } else { "/" };
        Some(match self.scheme? {
            Scheme::Path(name) => {
                format!("{name}://file{slash}{path}{}", line.map(|line| format!(":{line}")).unwrap_or_default())
            }
            Scheme::File(name) => {
                format!("{name}://open?file={path}{}", line.map(|line| format!("&line={line}")).unwrap_or_default())
            }
            Scheme::Url(name) => format!(
                "{name}://open?url=file://{slash}{path}{}",
                line.map(|line| format!("&line={line}")).unwrap_or_default()
            ),
        })
    }
}

/// The name of the program in a command such as `/usr/bin/code --wait`.
fn program(command: &str) -> String {
    let command = command.trim();
    let path = match command.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
        Some((quoted, _)) => quoted,
        None => command.split(" -").next().unwrap_or_default().trim(),
    };
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let endings = [".exe", ".cmd", ".bat", ".sh", ".app"];
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name).to_owned()
}

/// A path as it stands in an address.
pub(super) fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            // The drive of Windows.
            b':' if out.len() == 1 => out.push(':'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Editor;

    #[test]
    fn an_editor_is_known_by_its_command() {
        let opened = |command: Option<&str>| Editor::new(command, "/home/mira/a b").address("acme/client.yml", Some(3));
        let code = "vscode://file/home/mira/a%20b/acme/client.yml:3";
        for command in [
            None,
            Some(""),
            Some("code"),
            Some("code --wait"),
            Some("/usr/bin/code -w"),
            Some(r#""C:\Program Files\VS Code\bin\code.cmd" --wait"#),
        ] {
            assert_eq!(opened(command).as_deref(), Some(code), "{command:?}");
        }
        for (command, address) in [
            ("codium", "vscodium://file/home/mira/a%20b/acme/client.yml:3"),
            ("zed --wait", "zed://file/home/mira/a%20b/acme/client.yml:3"),
            ("webstorm", "webstorm://open?file=/home/mira/a%20b/acme/client.yml&line=3"),
            ("mate -w", "txmt://open?url=file:///home/mira/a%20b/acme/client.yml&line=3"),
        ] {
            assert_eq!(opened(Some(command)).as_deref(), Some(address));
        }
        for command in ["vim", "nano", "/usr/bin/code/vim"] {
            assert_eq!(opened(Some(command)), None, "{command}");
        }
    }

    #[test]
    fn without_a_line_the_editor_stays_where_it_was() {
        let address = Editor::new(None, "/w/").address("é/[1].md", None);
        assert_eq!(address.as_deref(), Some("vscode://file/w/%C3%A9/%5B1%5D.md"));
    }

    #[test]
    fn where_nobody_is_to_know_no_path_is_told() {
        assert_eq!((Editor::none().path("a.md"), Editor::none().address("a.md", None)), (None, None));
    }
}
