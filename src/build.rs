//! The pipeline, put together: what `build`, `serve` and `check` have in common.
//!
//! scan → parse → resolve → review → for an audience → render → index → seal. Every step is a function of its arguments; what
//! takes a [`Workspace`] reads from it, and [`seal_portal`] reads nothing.

mod refusal;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::access::{LOCK_FILE, check_portals, parse_lock, places_of_audiences};
use crate::check;
use crate::content::agency::logo_problem;
use crate::content::client::{Client, parse_client};
use crate::content::section::{Role, SectionWords};
use crate::content::{self, Agency, Content, Shared, Surroundings, parse_agency};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::names::{AudienceId, PagePath};
use crate::portal::{self, AudiencePortal, Drafts, Portal};
pub use crate::render::Watch;
use crate::render::brand::accent;
use crate::render::{Gate, Renderer, render_gate};
use crate::review::{ReviewWords, placeholder, review};
use crate::seal::{self, Access, AudienceContents, PageEntry, PortalKeys, SealedPortal};
use crate::search::index;
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
    /// Every file that all of this was read from.
    pub files: Vec<SourceFile>,
}

impl Settings {
    /// What reading a client's folder needs to know.
    fn surroundings<'s>(&'s self, languages: &'s [String]) -> Surroundings<'s> {
        Surroundings { agency: &self.agency, shared: &self.shared, languages, headings: &self.words.headings }
    }
}

/// Reads `vestibule.yml` and the theme. `None` where they are broken; the diagnostics say why.
pub fn prepare(workspace: &Workspace, diagnostics: &mut Diagnostics) -> Option<Settings> {
    let Basics { agency, theme, is_whole, mut files, .. } = Basics::read(workspace, diagnostics);
    let source = shared_source(workspace);
    files.extend(source.files.values().cloned());
    let shared = shared(&source, agency.as_ref(), diagnostics);
    let (agency, theme) = (agency?, theme.filter(|_| is_whole)?);
    let mark = mark(workspace, &agency);
    files.extend(mark.iter().flatten().cloned());
    let gate = gate(workspace, &agency, mark, &theme, diagnostics)?;
    let words = Words::of(&theme);
    Some(Settings { agency, theme, gate, shared, words, files })
}

fn shared_source(workspace: &Workspace) -> ClientSource {
    let (files, problems) = workspace.read_folder(SHARED);
    ClientSource { id: SHARED.to_owned(), files, problems }
}

/// What is written once for all clients. What is wrong with it is said with the first client that is built.
fn shared(source: &ClientSource, agency: Option<&Agency>, diagnostics: &mut Diagnostics) -> Shared {
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
    headings: SectionWords,
    /// By locale.
    review: BTreeMap<String, ReviewWords>,
}

impl Words {
    /// A locale lists words of one meaning with `|` between them.
    fn of(theme: &Theme) -> Self {
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

/// The agency's mark, or why it cannot be read, in words; `None` where it has none.
fn mark(workspace: &Workspace, agency: &Agency) -> Option<Result<SourceFile, String>> {
    agency.logo.as_ref().map(|logo| workspace.read_named(&logo.value))
}

fn gate(
    workspace: &Workspace,
    agency: &Agency,
    mark: Option<Result<SourceFile, String>>,
    theme: &Theme,
    diagnostics: &mut Diagnostics,
) -> Option<Gate> {
    let mark = match agency.logo.as_ref().zip(mark) {
        None => None,
        Some((logo, Ok(mark))) => match logo_problem(&logo.value, &mark, workspace.clients()) {
            None => Some(mark),
            Some(problem) => {
                let place = workspace.settings().place(logo.span);
                let help = "name a picture outside the clients' folders, such as `logo: brand/mark.svg`";
                diagnostics.push(check::BROKEN_IMAGE.at(place, problem).help(help));
                return None;
            }
        },
        Some((logo, Err(problem))) => {
            let place = workspace.settings().place(logo.span);
            let help = "name a picture in the workspace, such as `logo: brand/mark.svg`";
            diagnostics.push(check::BROKEN_IMAGE.at(place, problem).help(help));
            return None;
        }
    };
    diagnostics.append(pale_accent(workspace.settings(), agency));
    render_gate(agency, mark.as_ref(), theme).map_err(|problem| diagnostics.push(*problem)).ok()
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
struct Basics {
    agency: Option<Agency>,
    theme: Option<Theme>,
    /// Whether nothing of the theme is broken.
    is_whole: bool,
    languages: Vec<String>,
    /// What they were read from.
    files: Vec<SourceFile>,
}

impl Basics {
    fn read(workspace: &Workspace, diagnostics: &mut Diagnostics) -> Self {
        let overlay = overlay(workspace, diagnostics);
        let languages = Theme::languages_with(overlay.as_ref());
        let of_theme = overlay.iter().flat_map(BTreeMap::values).cloned();
        let files = std::iter::once(workspace.settings().clone()).chain(of_theme).collect();
        let mut found = Diagnostics::new();
        let theme = overlay.map(|overlay| Theme::load(overlay, &mut found));
        let agency = parse_agency(workspace.settings(), &languages, diagnostics);
        let is_whole = !found.has_errors();
        // As with everything else, what somebody has decided not to hear of is not said.
        let allowed = agency.iter().flat_map(|agency| &agency.allow);
        found.switch_off(&allowed.map(|one| one.code).collect::<Vec<_>>());
        diagnostics.append(found);
        Basics { agency, theme, is_whole, languages, files }
    }
}

/// Everything that is wrong with the settings, with `clients`, and between all clients of the workspace. Mistakes in
/// the settings do not hide those of the clients.
///
/// `today` is the day to compare dates with.
pub fn check(workspace: &Workspace, clients: &[String], today: NaiveDate, diagnostics: &mut Diagnostics) {
    // The first client is read while the settings are: nothing of them is needed for that.
    let read_first = || clients.first().map(|id| workspace.read_client(id));
    let (basics, mut first) = rayon::join(|| Basics::read(workspace, diagnostics), read_first);
    let Basics { agency, theme, languages, .. } = basics;
    let gate = match (&agency, &theme) {
        (Some(agency), Some(theme)) => gate(workspace, agency, mark(workspace, agency), theme, diagnostics),
        _ => None,
    };
    let agency = agency.unwrap_or_else(Agency::unknown);
    let shared = shared(&shared_source(workspace), Some(&agency), diagnostics);
    // Where the theme is broken, headings are known by the words of the one that comes with the program.
    let own = || Theme::load(BTreeMap::new(), &mut Diagnostics::new());
    let words = theme.as_ref().map_or_else(|| Words::of(&own()), Words::of);
    let around = Surroundings { agency: &agency, shared: &shared, languages: &languages, headings: &words.headings };
    between_clients(workspace, &agency, &languages, diagnostics);
    for id in clients {
        let source = first.take().unwrap_or_else(|| workspace.read_client(id));
        let client = read_and_resolve(&source, around, &words, Drafts::LeftOut, today, diagnostics);
        if let (Some(client), Some(theme), Some(gate)) = (client, &theme, &gate) {
            let audiences = audiences(&client.portal);
            let renderer = Renderer::new(theme, gate.mark(), audiences.len());
            for audience in audiences {
                diagnostics.append(renderer.try_out(&client.portal.for_audience(audience)));
            }
            // Nobody waits until the memory of so many texts is freed.
            rayon::spawn(move || drop((client, source)));
        }
    }
}

fn overlay(workspace: &Workspace, diagnostics: &mut Diagnostics) -> Option<BTreeMap<String, SourceFile>> {
    let Some(folder) = content::agency::theme_folder(workspace.settings()) else {
        return Some(BTreeMap::new());
    };
    let (files, problems) = workspace.read_folder(&folder.value);
    let unreadable = problems.has_errors();
    diagnostics.append(problems);
    if files.is_empty() && unreadable {
        return None;
    }
    if files.is_empty() {
        let place = workspace.settings().place(folder.span);
        diagnostics.push(
            check::WRONG_VALUE.at(place, format!("there is no theme in the folder `{}`", folder.value)).help(
                "name a folder in the workspace, or leave the line out to use the theme that comes with the program",
            ),
        );
        return None;
    }
    Some(files)
}

/// Checks what concerns all clients together: addresses and portals that two of them share.
///
/// Every client takes part, also where only one is being built: a build of one must not overwrite another. Returns the
/// addresses of those whose `client.yml` can be read.
pub fn check_together(workspace: &Workspace, settings: &Settings, diagnostics: &mut Diagnostics) -> Vec<String> {
    between_clients(workspace, &settings.agency, &settings.theme.languages(), diagnostics)
}

fn between_clients(
    workspace: &Workspace,
    agency: &Agency,
    languages: &[String],
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    diagnostics.append(workspace.problems().clone());
    let mut addresses: BTreeMap<String, String> = BTreeMap::new();
    let mut locks: Vec<(String, SourceFile, seal::PortalId)> = Vec::new();
    // What is wrong inside a client's own files is reported when that client is read.
    let mut unheard = Diagnostics::new();
    for id in workspace.clients() {
        if let Ok(file) = workspace.read_named(&format!("{id}/client.yml"))
            && let Some(client) = parse_client(id, &file, agency, languages, &mut unheard)
        {
            match addresses.get(&client.address.value) {
                Some(first) => diagnostics.push(
                    check::DUPLICATE_ADDRESS
                        .at(
                            file.place(client.address.span),
                            format!("`{first}` and `{id}` have the same address `{}`", client.address.value),
                        )
                        .help("give the one that is not published yet another `address`"),
                ),
                None => {
                    addresses.insert(client.address.value, id.clone());
                }
            }
        }
        if let Ok(file) = workspace.read_named(&format!("{id}/{LOCK_FILE}"))
            && let Some(access) = parse_lock(&file, &mut unheard)
        {
            locks.push((id.clone(), file, access.portal));
        }
    }
    check_portals(locks.iter().map(|(id, file, portal)| (id.as_str(), file, *portal)), diagnostics);
    addresses.into_keys().collect()
}

/// One client, read and linked, with who may open the portal, if that is written down yet.
#[derive(Debug)]
pub struct ResolvedClient {
    /// The portal.
    pub portal: Portal,
    /// The contents of `access.lock`.
    pub access: Option<Access>,
}

/// Takes in and links one client, and compares its dates with `today`. `None` where there are errors; what is wrong is
/// collected either way.
pub fn resolve_client(
    settings: &Settings,
    source: &ClientSource,
    drafts: Drafts,
    today: NaiveDate,
    diagnostics: &mut Diagnostics,
) -> Option<ResolvedClient> {
    let languages = settings.theme.languages();
    read_and_resolve(source, settings.surroundings(&languages), &settings.words, drafts, today, diagnostics)
}

/// What one client's files say, before anything is linked; they need not lie in the workspace yet. `None` where there is
/// no `client.yml` to read.
pub fn read_source(settings: &Settings, source: &ClientSource, diagnostics: &mut Diagnostics) -> Option<Content> {
    content::parse(source, settings.surroundings(&settings.theme.languages()), diagnostics)
}

fn read_and_resolve(
    source: &ClientSource,
    around: Surroundings<'_>,
    words: &Words,
    drafts: Drafts,
    today: NaiveDate,
    diagnostics: &mut Diagnostics,
) -> Option<ResolvedClient> {
    let mut found = Diagnostics::new();
    let lock = source.files.get(LOCK_FILE);
    let access = lock.and_then(|file| parse_lock(file, &mut found));
    let content = content::parse(source, around, &mut found);
    if let (Some(file), Some(access)) = (lock, &access) {
        if access.people.is_empty() {
            found.push(nobody_can_open(&source.id));
        }
        if let Some(client) = content.as_ref().and_then(|content| content.client.as_ref()) {
            check_people(file, access, client, &mut found);
        }
    }
    // Whatever else is wrong, what somebody has decided not to hear of is not said.
    let client = content.as_ref().and_then(|content| content.client.as_ref());
    let own = client.iter().flat_map(|client| &client.allow);
    let allowed: Vec<&str> = around.agency.allow.iter().chain(own).map(|one| one.code).collect();
    let portal = content.and_then(|content| portal::resolve(content, around.agency, drafts, &mut found));
    if let Some(portal) = &portal
        && let Some(words) = words.review.get(portal.client().language.locale())
    {
        let mut reviewed = review(portal, words, today);
        if access.as_ref().is_some_and(|access| !access.people.is_empty()) {
            reviewed.append(placeholder::settings(portal));
        }
        reviewed.leave_out_files_with_errors(&found);
        found.append(reviewed);
    }
    found.switch_off(&allowed);
    let errors = found.has_errors();
    diagnostics.append(found);
    if errors {
        return None;
    }
    Some(ResolvedClient { portal: portal?, access })
}

/// A portal is of no use to anybody until somebody has a passphrase. `id` is the client.
pub fn nobody_can_open(id: &str) -> Diagnostic {
    let place = Place::whole_file(format!("{id}/{LOCK_FILE}").into());
    let help = format!("give somebody a passphrase: `vestibule access add {id} NAME`");
    check::NOBODY_CAN_OPEN.at(place, "nobody can open this portal yet").help(help)
}

/// Everybody who may open the portal reads as an audience that it has.
fn check_people(file: &SourceFile, access: &Access, client: &Client, diagnostics: &mut Diagnostics) {
    let is_unknown = |person: &seal::Person| !client.audiences.contains(&person.audience);
    if !access.people.iter().any(is_unknown) {
        return;
    }
    let places = places_of_audiences(file);
    for (at, person) in access.people.iter().enumerate().filter(|(_, person)| is_unknown(person)) {
        let message =
            format!("{} reads as `{}`, and client.yml declares no such audience", person.name, person.audience);
        let help = format!("declare it in client.yml: `audiences: [{}]`", person.audience);
        diagnostics
            .push(check::UNKNOWN_AUDIENCE.at(places.get(at).cloned().unwrap_or(file.whole()), message).help(help));
    }
}

/// Pages by path that an audience has already, as its manifest says.
pub type KeptPages = BTreeMap<PagePath, PageEntry>;

/// Renders and seals one portal, for every audience it has. `kept` says which pages of documents an audience has
/// already; `watch` hears of every page.
///
/// # Errors
/// Where a template cannot be used, or where `access` does not fit the keys.
pub fn seal_portal(
    settings: &Settings,
    portal: &Portal,
    keys: &PortalKeys,
    access: &Access,
    mut kept: impl FnMut(&AudiencePortal<'_>) -> KeptPages,
    watch: &dyn Watch,
) -> Result<SealedPortal, Diagnostics> {
    let mut problems = Diagnostics::new();
    let mut contents = Vec::new();
    let renderer = Renderer::new(&settings.theme, settings.gate.mark(), audiences(portal).len());
    for audience in audiences(portal) {
        let reader = portal.for_audience(audience);
        let kept = kept(&reader);
        let (rendered, search) = rayon::join(
            || renderer.render(&reader, |path| kept.contains_key(path), watch),
            || index(&reader, &settings.theme),
        );
        match rendered {
            Ok(rendered) => contents.push(AudienceContents { search, kept, ..rendered }),
            Err(found) => problems.append(found),
        }
    }
    if problems.has_errors() {
        return Err(problems);
    }
    seal::seal(keys, access, &contents).map_err(|error| {
        problems.push(refusal::not_sealed(&error, portal));
        problems
    })
}

/// The audiences of a portal, `client` first.
pub fn audiences(portal: &Portal) -> &[AudienceId] {
    &portal.client().audiences
}
