//! What all portals of a workspace have in common: who publishes them, how they look, and what is written once for all.

use std::collections::BTreeMap;

use crate::check;
use crate::content::agency::logo_problem;
use crate::content::section::{Role, SectionWords};
use crate::content::{self, Agency, ReadDoc, Shared, Surroundings, parse_agency};
use crate::diagnostic::Diagnostics;
use crate::render::brand::accent;
use crate::render::{Gate, render_gate};
use crate::review::ReviewWords;
use crate::source::{ClientSource, SHARED, SourceFile, Workspace};
use crate::theme::Theme;

/// What all portals of a workspace have in common.
#[derive(Debug)]
pub struct Settings {
    /// Who publishes them.
    pub agency: Agency,
    /// How they look, and their words.
    pub theme: Theme,
    /// Their public part.
    pub gate: Gate,
    /// What is written once for all clients.
    pub shared: Shared,
    /// The words that content is read with.
    pub words: Words,
    /// What all of this was read from.
    source: SettingsSource,
}

/// What is read of a workspace before its clients are: from the same, the same settings follow.
#[derive(Debug, PartialEq)]
pub struct SettingsSource {
    file: SourceFile,
    /// The folder that the settings name as their theme, if they do.
    theme: Option<ClientSource>,
    /// The picture that they name, or why it cannot be read, in words.
    logo: Option<Result<SourceFile, String>>,
    pub(super) shared: ClientSource,
    clients: Vec<String>,
}

impl SettingsSource {
    /// Reads them.
    pub fn read(workspace: &Workspace) -> SettingsSource {
        let file = workspace.settings().clone();
        let folder = |id: String| {
            let (files, problems) = workspace.read_folder(&id);
            ClientSource { id, files, problems }
        };
        SettingsSource {
            theme: content::agency::theme_folder(&file).map(|theme| folder(theme.value)),
            logo: content::agency::logo_file(&file).map(|logo| workspace.read_named(&logo.value)),
            shared: folder(SHARED.to_owned()),
            clients: workspace.clients().to_vec(),
            file,
        }
    }

    fn files(&self) -> impl Iterator<Item = &SourceFile> {
        let folders = self.theme.iter().chain([&self.shared]).flat_map(|folder| folder.files.values());
        std::iter::once(&self.file).chain(folders).chain(self.logo.iter().flatten())
    }
}

impl Settings {
    /// Every file that they were read from.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.source.files()
    }

    /// Whether they follow from `source`.
    pub fn follow_from(&self, source: &SettingsSource) -> bool {
        self.source == *source
    }

    /// What reading a client's folder needs to know.
    pub(super) fn surroundings<'s>(&'s self, languages: &'s [String], read_doc: &'s ReadDoc<'s>) -> Surroundings<'s> {
        Surroundings { agency: &self.agency, shared: &self.shared, languages, headings: &self.words.headings, read_doc }
    }
}

/// Makes something of `vestibule.yml` and the theme. `None` where they are broken; the diagnostics say why.
pub fn prepare(source: SettingsSource, diagnostics: &mut Diagnostics) -> Option<Settings> {
    let Basics { agency, theme, is_whole, .. } = Basics::of(&source, diagnostics);
    let shared = shared(&source.shared, agency.as_ref(), diagnostics);
    let (agency, theme) = (agency?, theme.filter(|_| is_whole)?);
    let gate = gate(&source, &agency, &theme, diagnostics)?;
    let words = Words::of(&theme);
    Some(Settings { agency, theme, gate, shared, words, source })
}

/// What is written once for all clients. What is wrong with it is said with the first client that is built.
pub(super) fn shared(source: &ClientSource, agency: Option<&Agency>, diagnostics: &mut Diagnostics) -> Shared {
    let mut found = Diagnostics::new();
    let shared = content::parse_shared(source, &mut found);
    let allowed = agency.iter().flat_map(|agency| &agency.allow);
    found.switch_off(&allowed.map(|one| one.code).collect::<Vec<_>>());
    diagnostics.append(found);
    shared
}

/// The words of a theme that content is read with.
#[derive(Debug)]
pub struct Words {
    pub(super) headings: SectionWords,
    /// By locale.
    pub(super) review: BTreeMap<String, ReviewWords>,
}

impl Words {
    /// A locale lists words of one meaning with `|` between them.
    pub(super) fn of(theme: &Theme) -> Self {
        let headings = theme.locales().values().flat_map(|locale| {
            Role::NAMED.iter().flat_map(move |(name, role)| {
                let headings = locale.word(&format!("portal.headings.{name}")).to_owned();
                headings.split('|').map(|heading| (heading.to_owned(), *role)).collect::<Vec<_>>()
            })
        });
        let review = theme.locales().iter().map(|(name, locale)| {
            (
                name.clone(),
                ReviewWords::new(
                    locale.word("review.fault"),
                    locale.word("review.no_fault"),
                    locale.word("review.known"),
                ),
            )
        });
        Words { headings: SectionWords::new(headings), review: review.collect() }
    }
}

pub(super) fn gate(
    source: &SettingsSource,
    agency: &Agency,
    theme: &Theme,
    diagnostics: &mut Diagnostics,
) -> Option<Gate> {
    let mark = match agency.logo.as_ref().zip(source.logo.as_ref()) {
        None => None,
        Some((logo, Ok(mark))) => match logo_problem(&logo.value, mark, &source.clients) {
            None => Some(mark),
            Some(problem) => {
                let place = source.file.place(logo.span);
                let help = "name a picture outside the clients' folders, such as `logo: brand/mark.svg`";
                diagnostics.push(check::BROKEN_IMAGE.at(place, problem).help(help));
                return None;
            }
        },
        Some((logo, Err(problem))) => {
            let place = source.file.place(logo.span);
            let help = "name a picture in the workspace, such as `logo: brand/mark.svg`";
            diagnostics.push(check::BROKEN_IMAGE.at(place, problem.as_str()).help(help));
            return None;
        }
    };
    diagnostics.append(pale_accent(&source.file, agency));
    render_gate(agency, mark, theme).map_err(|problem| diagnostics.push(*problem)).ok()
}

/// That the agency's colour is not the one that portals have.
fn pale_accent(settings: &SourceFile, agency: &Agency) -> Diagnostics {
    let mut found = Diagnostics::new();
    if let Some(brand) = &agency.accent
        && let used = accent(Some(&brand.value)).light
        && used != brand.value
    {
        let message = format!("`{}` is too light for text, so portals use `{used}` in its place", brand.value);
        let help = format!("take a darker colour, or leave it if `{used}` will do");
        found.push(check::PALE_ACCENT.at(settings.place(brand.span), message).help(help));
    }
    found.switch_off(&agency.allow.iter().map(|one| one.code).collect::<Vec<_>>());
    found
}

/// What the settings say, as far as they can be read.
pub(super) struct Basics {
    pub(super) agency: Option<Agency>,
    pub(super) theme: Option<Theme>,
    /// Whether nothing of the theme is broken.
    is_whole: bool,
    pub(super) languages: Vec<String>,
}

impl Basics {
    pub(super) fn of(source: &SettingsSource, diagnostics: &mut Diagnostics) -> Self {
        let overlay = overlay(source, diagnostics);
        let languages = Theme::languages_with(overlay.as_ref());
        let mut found = Diagnostics::new();
        let theme = overlay.map(|overlay| Theme::load(overlay, &mut found));
        let agency = parse_agency(&source.file, &languages, diagnostics);
        let is_whole = !found.has_errors();
        // As with everything else, what somebody has decided not to hear of is not said.
        let allowed = agency.iter().flat_map(|agency| &agency.allow);
        found.switch_off(&allowed.map(|one| one.code).collect::<Vec<_>>());
        diagnostics.append(found);
        Basics { agency, theme, is_whole, languages }
    }
}

fn overlay(source: &SettingsSource, diagnostics: &mut Diagnostics) -> Option<BTreeMap<String, SourceFile>> {
    let Some(ClientSource { files, problems, .. }) = &source.theme else {
        return Some(BTreeMap::new());
    };
    diagnostics.append(problems.clone());
    if files.is_empty() && problems.has_errors() {
        return None;
    }
    if files.is_empty() {
        let folder = content::agency::theme_folder(&source.file)?;
        let place = source.file.place(folder.span);
        diagnostics.push(
            check::WRONG_VALUE.at(place, format!("there is no theme in the folder `{}`", folder.value)).help(
                "name a folder in the workspace, or leave the line out to use the theme that comes with the program",
            ),
        );
        return None;
    }
    Some(files.clone())
}
