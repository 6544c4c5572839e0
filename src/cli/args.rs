//! What can stand on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Client portals from Markdown and YAML: one folder per client becomes a password-gated portal of plain files.
#[derive(Debug, Parser)]
#[command(name = "vestibule", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The workspace: the folder with `vestibule.yml`.
    #[arg(short = 'C', long = "workspace", value_name = "WORKSPACE", default_value = ".", global = true)]
    pub(super) workspace: PathBuf,
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  vestibule init agency                     a new workspace with one small client
  vestibule -C agency serve                 look at the portals while you write
  vestibule -C agency new update acme       an update with what is known already
  vestibule -C agency access add acme Tom   a passphrase for Tom, shown once
  vestibule -C agency build                 the portals, in agency/dist";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a new workspace: settings, a key, and one small client that builds.
    Init(Init),
    /// Begin something: a client, or a decision, update, document, task, milestone or term for one.
    New(New),
    /// Say everything that is wrong with the content, and what to do about it.
    Check(Check),
    /// Write the sealed portals, ready to be put on any host of plain files.
    Build(Build),
    /// Show the portals on this computer.
    Serve(Serve),
    /// Say who may open a portal.
    Access(Access),
    /// Look at the files of the theme, and copy those you want to change.
    Theme(Theme),
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder to make.
    pub(super) dir: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_help = NEW_EXAMPLES)]
pub(super) struct New {
    #[command(subcommand)]
    pub(super) item: NewItem,
}

const NEW_EXAMPLES: &str = "\
Nothing that is there is overwritten. What was made is printed.

Examples:
  vestibule new client harbour-works
  vestibule new client harbour-works --like acme
  vestibule new decision acme \"Which booking system\"
  vestibule new update acme
  vestibule new doc acme \"How to change a price\" --in guides
  vestibule new task acme \"Send the product photos\"
  vestibule new milestone acme \"Design approved\"
  vestibule new term acme Go-live";

#[derive(Debug, Subcommand)]
pub(super) enum NewItem {
    /// A client: a folder with `client.yml`, and an address that says nothing.
    #[command(
        after_help = "Examples:\n  vestibule new client harbour-works\n  vestibule new client harbour-works --like acme"
    )]
    Client {
        /// The name of the folder: lower-case letters, digits and `-`.
        id: String,
        /// Take over this client's structure: documents, glossary, your people, phases, milestones and tasks; no dates,
        /// no people of theirs, no access.
        #[arg(long, value_name = "OTHER")]
        like: Option<String>,
    },
    /// A decision to be taken, under the next number.
    #[command(after_help = "Example:\n  vestibule new decision acme \"Which booking system\"")]
    Decision {
        /// The client.
        client: String,
        /// What is to be decided.
        title: String,
    },
    /// Today's update, with what was done, moved and decided since the last one, and what is due.
    #[command(after_help = "Examples:\n  vestibule new update acme\n  vestibule new update acme --today 2026-11-20")]
    Update {
        /// The client.
        client: String,
        /// The day of the update, instead of today.
        #[arg(long, value_name = "DATE", value_parser = day)]
        today: Option<chrono::NaiveDate>,
    },
    /// A document.
    #[command(
        after_help = "Examples:\n  vestibule new doc acme \"Start here\"\n  vestibule new doc acme \"How to change a price\" --in guides"
    )]
    Doc {
        /// The client.
        client: String,
        /// What it is called.
        title: String,
        /// The folder below `docs`.
        #[arg(long = "in", value_name = "FOLDER")]
        folder: Option<String>,
    },
    /// Something that the client is to do.
    #[command(after_help = "Example:\n  vestibule new task acme \"Send the product photos\"")]
    Task {
        /// The client.
        client: String,
        /// What is to be done.
        title: String,
    },
    /// A date that matters.
    #[command(after_help = "Example:\n  vestibule new milestone acme \"Design approved\"")]
    Milestone {
        /// The client.
        client: String,
        /// What is reached then.
        title: String,
    },
    /// A word to be explained.
    #[command(after_help = "Example:\n  vestibule new term acme Go-live")]
    Term {
        /// The client.
        client: String,
        /// The word.
        term: String,
    },
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vestibule check\n  vestibule check --client acme --format json")]
pub(super) struct Check {
    /// Only this client (may be given several times).
    #[arg(long, value_name = "ID")]
    pub(super) client: Vec<String>,
    /// Show hints on a terminal, too; otherwise they are a count there.
    #[arg(long)]
    pub(super) hints: bool,
    /// The day to compare dates with, instead of today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<chrono::NaiveDate>,
    /// End with code 1 for warnings, too.
    #[arg(long)]
    pub(super) strict: bool,
    /// How to print what was found.
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines themselves, for a terminal.
    Human,
    /// One array, for editors and scripts.
    Json,
    /// Annotations beside a change on GitHub.
    Github,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vestibule build\n  vestibule build --client acme --out /srv/portals")]
pub(super) struct Build {
    /// Only this client (may be given several times).
    #[arg(long, value_name = "ID")]
    pub(super) client: Vec<String>,
    /// The day to compare dates with, instead of today. It says which warnings there are, and changes nothing in the portals.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<chrono::NaiveDate>,
    /// Where to write, seen from the workspace.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub(super) out: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vestibule serve\n  vestibule serve --gated --port 0")]
pub(super) struct Serve {
    /// Only this client (may be given several times).
    #[arg(long, value_name = "ID")]
    pub(super) client: Vec<String>,
    /// The port to listen on; if it is taken, the next free one. 0 takes any.
    #[arg(long, default_value_t = 4000)]
    pub(super) port: u16,
    /// The day to compare dates with, instead of today, for what is said here.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<chrono::NaiveDate>,
    /// Go through the gate, as a client does.
    #[arg(long)]
    pub(super) gated: bool,
    /// Show what this audience sees.
    #[arg(long = "as", value_name = "AUDIENCE", default_value = "client", conflicts_with = "gated")]
    pub(super) audience: String,
    /// Look at the files twice a second: for disks that tell of no changes.
    #[arg(long)]
    pub(super) poll: bool,
    /// Open it in the browser.
    #[arg(long)]
    pub(super) open: bool,
    /// Listen at this address of the computer instead of for the computer alone: everybody in that network can then read all
    /// portals, without a passphrase unless `--gated` is given.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", hide_default_value = true)]
    pub(super) host: String,
}

#[derive(Debug, Args)]
pub(super) struct Access {
    #[command(subcommand)]
    pub(super) command: AccessCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum AccessCommand {
    /// Give somebody a passphrase. It is printed once, alone on standard output, and written nowhere.
    #[command(
        after_help = "Examples:\n  vestibule access add acme \"Tom Baert\"\n  vestibule access add acme \"Els Maes\" --audience sponsor"
    )]
    Add {
        /// The client.
        client: String,
        /// Who it is for: any text; `client` where nobody is named.
        name: Option<String>,
        /// What they may see, besides what everybody sees.
        #[arg(long, default_value = "client")]
        audience: String,
        /// The day to write down, instead of today.
        #[arg(long, value_name = "DATE", value_parser = day)]
        today: Option<chrono::NaiveDate>,
    },
    /// Say who may open a portal, or all of them.
    List {
        /// The client.
        client: Option<String>,
    },
}

#[derive(Debug, Args)]
#[command(after_help = THEME_EXAMPLES)]
pub(super) struct Theme {
    #[command(subcommand)]
    pub(super) command: ThemeCommand,
}

const THEME_EXAMPLES: &str = "\
Examples:
  vestibule theme list
  vestibule theme copy css/tokens.css --to look
  vestibule theme show tokens.css
  vestibule theme accept tokens.css";

#[derive(Debug, Subcommand)]
pub(super) enum ThemeCommand {
    /// Say which files the program's theme has and what each is for, and which of them yours replaces.
    List,
    /// Copy files of the program's theme into yours, to be changed there. Nothing that is there is overwritten.
    #[command(
        after_help = "Examples:\n  vestibule theme copy css/tokens.css\n  vestibule theme copy tokens.css home.html --to look"
    )]
    Copy {
        /// Which, such as `css/tokens.css` or `tokens.css`.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
        /// The folder of your theme, if `vestibule.yml` does not name it yet.
        #[arg(long, value_name = "FOLDER")]
        to: Option<String>,
    },
    /// Print a file of the program's theme, to compare yours with it.
    #[command(after_help = "Example:\n  vestibule theme show home.html | diff look/templates/home.html -")]
    Show {
        /// Which, such as `css/tokens.css` or `tokens.css`.
        file: String,
    },
    /// Say that files of yours go with the program's as these are now, so that nothing is said about them until these
    /// change again.
    #[command(after_help = "Example:\n  vestibule theme accept home.html")]
    Accept {
        /// Which, such as `css/tokens.css` or `tokens.css`.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
    },
}

fn day(text: &str) -> Result<chrono::NaiveDate, String> {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "write the day as 2026-11-21".to_owned())
}
