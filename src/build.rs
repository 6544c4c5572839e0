//! The pipeline, put together: what `build`, `serve` and `check` have in common.
//!
//! scan → parse → resolve → review → for an audience → render → index → seal. Every step is a function of its arguments; what
//! takes a [`Workspace`] reads from it, and [`seal_portal`] reads nothing.

mod refusal;
mod rewrite;
mod settings;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::access::{LOCK_FILE, check_portals, parse_lock, places_of_audiences};
use crate::check;
use crate::content::client::{Client, parse_client};
use crate::content::doc::parse_doc;
use crate::content::{self, Agency, Content, ReadDoc, Surroundings};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::names::{AudienceId, PagePath};
use crate::portal::{self, AudiencePortal, Drafts, Portal};
pub use crate::render::Watch;
use crate::render::{Gate, Renderer};
use crate::review::{placeholder, review};
use crate::seal::{self, Access, AudienceContents, PageEntry, PortalKeys, SealedPortal};
use crate::search::index;
use crate::source::{ClientSource, SourceFile, Workspace};
use crate::theme::Theme;
pub use rewrite::{rewrite, seal_docs};
use settings::{Basics, Words, gate, shared};
pub use settings::{Settings, SettingsSource, prepare};

/// Everything that is wrong with the settings, with `clients`, and between all clients of the workspace. Mistakes in
/// the settings do not hide those of the clients.
///
/// `today` is the day to compare dates with.
pub fn check(workspace: &Workspace, clients: &[String], today: NaiveDate, diagnostics: &mut Diagnostics) {
    // The first client is read while the settings are: nothing of them is needed for that.
    let read_first = || clients.first().map(|id| workspace.read_client(id));
    let read_settings = || {
        let source = SettingsSource::read(workspace);
        (Basics::of(&source, diagnostics), source)
    };
    let ((basics, source), mut first) = rayon::join(read_settings, read_first);
    let Basics { agency, theme, languages, .. } = basics;
    let gate = match (&agency, &theme) {
        (Some(agency), Some(theme)) => gate(&source, agency, theme, diagnostics),
        _ => None,
    };
    let agency = agency.unwrap_or_else(Agency::unknown);
    let shared = shared(&source.shared, Some(&agency), diagnostics);
    // Where the theme is broken, headings are known by the words of the one that comes with the program.
    let own = || Theme::load(BTreeMap::new(), &mut Diagnostics::new());
    let words = theme.as_ref().map_or_else(|| Words::of(&own()), Words::of);
    let around = Surroundings {
        agency: &agency,
        shared: &shared,
        languages: &languages,
        headings: &words.headings,
        read_doc: &parse_doc,
    };
    between_clients(workspace, &agency, &languages, diagnostics);
    for id in clients {
        let source = first.take().unwrap_or_else(|| workspace.read_client(id));
        let client = read_and_resolve(&source, around, &words, Drafts::LeftOut, today, diagnostics);
        if let Some(ResolvedClient { portal, access }) = client {
            let (reviewed, tried_out) = rayon::join(
                || reviewed(&portal, access.as_ref(), &words, &agency, today),
                || theme.as_ref().zip(gate.as_ref()).map(|(theme, gate)| try_out(theme, gate, &portal)),
            );
            diagnostics.append(reviewed);
            diagnostics.append(tried_out.unwrap_or_default());
            // Nobody waits until the memory of so many texts is freed.
            rayon::spawn(move || drop((portal, source)));
        }
    }
}

/// What is wrong with the templates, as far as this portal shows it.
fn try_out(theme: &Theme, gate: &Gate, portal: &Portal) -> Diagnostics {
    let audiences = audiences(portal);
    let renderer = Renderer::new(theme, gate.mark(), audiences.len());
    let mut found = Diagnostics::new();
    audiences.iter().for_each(|audience| found.append(renderer.try_out(&portal.for_audience(audience))));
    found
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

/// Takes in and links one client. `None` where there are errors; what is wrong is collected either way. Where there are
/// errors that is all there is to say; otherwise [`review_client`] says the rest.
///
/// `today` is the day to compare dates with; `read_doc` is [`parse_doc`], or what remembers its answers.
pub fn resolve_client(
    settings: &Settings,
    source: &ClientSource,
    drafts: Drafts,
    today: NaiveDate,
    read_doc: &ReadDoc<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<ResolvedClient> {
    let languages = settings.theme.languages();
    let around = settings.surroundings(&languages, read_doc);
    read_and_resolve(source, around, &settings.words, drafts, today, diagnostics)
}

/// What a careful colleague would say about a client, on the day `today`. Nothing of it keeps the portal from being built:
/// it may be found out meanwhile.
pub fn review_client(settings: &Settings, client: &ResolvedClient, today: NaiveDate) -> Diagnostics {
    reviewed(&client.portal, client.access.as_ref(), &settings.words, &settings.agency, today)
}

/// Where the portal of a client lies, whatever else is wrong with its content; `None` where `client.yml` does not say.
pub fn address_of(settings: &Settings, source: &ClientSource) -> Option<String> {
    let file = source.files.get("client.yml")?;
    let languages = settings.theme.languages();
    let client = parse_client(&source.id, file, &settings.agency, &languages, &mut Diagnostics::new())?;
    Some(client.address.value)
}

/// What one client's files say, before anything is linked; they need not lie in the workspace yet. `None` where there is
/// no `client.yml` to read.
pub fn read_source(settings: &Settings, source: &ClientSource, diagnostics: &mut Diagnostics) -> Option<Content> {
    content::parse(source, settings.surroundings(&settings.theme.languages(), &parse_doc), diagnostics)
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
    let allowed = allowed(around.agency, client);
    let portal = content.and_then(|content| portal::resolve(content, around.agency, drafts, &mut found));
    let errors = found.has_errors();
    if let Some(portal) = portal.as_ref().filter(|_| errors) {
        let mut reviewed = reviewed(portal, access.as_ref(), words, around.agency, today);
        reviewed.leave_out_files_with_errors(&found);
        found.append(reviewed);
    }
    found.switch_off(&allowed);
    diagnostics.append(found);
    if errors {
        return None;
    }
    Some(ResolvedClient { portal: portal?, access })
}

/// The codes of what the agency or the client has decided not to hear of.
fn allowed(agency: &Agency, client: Option<&Client>) -> Vec<&'static str> {
    let own = client.iter().flat_map(|client| &client.allow);
    agency.allow.iter().chain(own).map(|one| one.code).collect()
}

fn reviewed(portal: &Portal, access: Option<&Access>, words: &Words, agency: &Agency, today: NaiveDate) -> Diagnostics {
    let Some(words) = words.review.get(portal.client().language.locale()) else { return Diagnostics::new() };
    let mut reviewed = review(portal, words, today);
    if access.is_some_and(|access| !access.people.is_empty()) {
        reviewed.append(placeholder::settings(portal));
    }
    reviewed.switch_off(&allowed(agency, Some(portal.client())));
    reviewed
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
