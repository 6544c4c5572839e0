//! What whoever writes is told of a portal that they look at: which files its pages are made from, and how it stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::build::Settings;
use crate::check;
use crate::content::item::Item;
use crate::diagnostic::Diagnostics;
use crate::names::AudienceId;
use crate::portal::{AudiencePortal, Place, Portal};
use crate::preview::{HealthWord, Overview, Standing};

/// What is to be said of a portal, in which `found` was found, on the day `today`.
pub(super) fn of(portal: &Portal, settings: &Settings, found: &Diagnostics, today: NaiveDate) -> Overview {
    let audience = AudienceId::client();
    let view = portal.for_audience(&audience);
    Overview { pages: pages(portal, &view), standing: Some(standing(&view, settings, found, today)) }
}

/// By the path of a page: the files that it is made from, first the one that one would edit.
fn pages(portal: &Portal, view: &AudiencePortal<'_>) -> BTreeMap<String, Vec<Arc<str>>> {
    let docs = portal.docs().iter().map(|one| (&one.path, &one.item));
    let decisions = portal.decisions().iter().map(|one| (&one.path, &one.item));
    let updates = portal.updates().iter().map(|one| (&one.path, &one.item));
    let own = docs.chain(decisions).chain(updates);
    let own = own.map(|(path, item)| (path.to_string(), vec![item.file.path().clone()]));
    let places = Place::ALL.into_iter().map(|place| (place.path().to_owned(), files_of(portal, view, place)));
    places.chain(own).collect()
}

/// The files of a page that is made from many; of those that hold one item each, the newest.
fn files_of(portal: &Portal, view: &AudiencePortal<'_>, place: Place) -> Vec<Arc<str>> {
    let client = portal.client_file().path().clone();
    let newest = portal.updates().iter().max_by_key(|update| update.on).map(|update| &update.item);
    let milestones = portal.milestones().iter().map(|one| &one.item);
    let phases = portal.phases().iter().map(|one| &one.item);
    let mut files = match place {
        Place::Home => [vec![client.clone()], paths(newest)].concat(),
        Place::Roadmap => paths(milestones.chain(phases)),
        Place::Todos => paths(portal.tasks().iter().map(|one| &one.item)),
        Place::Decisions => paths(portal.decisions().iter().max_by_key(|one| one.date).map(|one| &one.item)),
        Place::Updates => paths(newest),
        Place::Documents => {
            let noted = view.assets().iter().filter_map(|(_, asset)| asset.attachment.item.as_ref());
            let first = portal.docs().first().map(|one| &one.item);
            paths(noted).into_iter().chain(paths(first)).take(1).collect()
        }
        Place::Glossary => paths(portal.terms().iter().map(|one| &one.item)),
        Place::About => {
            let people = portal.people_file().map(|file| file.path().clone());
            people.into_iter().chain([client.clone()]).collect()
        }
    };
    if files.is_empty() {
        files.push(client);
    }
    files
}

/// Where items were read from, each file once.
fn paths<'p>(items: impl IntoIterator<Item = &'p Item>) -> Vec<Arc<str>> {
    let mut paths: Vec<Arc<str>> = Vec::new();
    for item in items {
        if !paths.contains(item.file.path()) {
            paths.push(item.file.path().clone());
        }
    }
    paths
}

/// How the project stands, as everybody who can open its portal sees it.
fn standing(view: &AudiencePortal<'_>, settings: &Settings, found: &Diagnostics, today: NaiveDate) -> Standing {
    let client = view.client();
    let language = &client.language;
    let locale = settings.theme.locale(language.locale());
    let health = view.state().map(|state| state.health.word()).filter(|_| client.closed.is_none());
    let health = health.map(|class| HealthWord {
        word: locale.word(&format!("portal.states.{class}")).to_owned(),
        language: language.tag().to_owned(),
        class,
    });
    let late = found.sorted().iter().any(|one| one.code == check::UPDATE_OVERDUE.code);
    let heard = match (&client.closed, view.as_of()) {
        (Some(closed), _) => format!("closed {}", ago(closed.on.value, today)),
        (None, Some(day)) => format!("last news {}", ago(day, today)),
        (None, None) => "no news yet".to_owned(),
    };
    let heard = if late { format!("{heard}; an update is overdue") } else { heard };
    Standing { health, heard, late }
}

/// How long ago a day was, in words.
fn ago(day: NaiveDate, today: NaiveDate) -> String {
    let counted = |number: i64, unit: &str| format!("{number} {unit}{} ago", if number == 1 { "" } else { "s" });
    match (today - day).num_days() {
        ..0 => format!("on {day}"),
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days @ 2..=13 => counted(days, "day"),
        days @ 14..=59 => counted(days / 7, "week"),
        days @ 60..=729 => counted(days / 30, "month"),
        days => counted(days / 365, "year"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::ago;

    #[test]
    fn how_long_ago_is_said_in_words() {
        let today: NaiveDate = "2026-11-20".parse().expect("a day");
        for (day, words) in [
            ("2026-11-23", "on 2026-11-23"),
            ("2026-11-20", "today"),
            ("2026-11-19", "yesterday"),
            ("2026-11-18", "2 days ago"),
            ("2026-11-06", "2 weeks ago"),
            ("2026-09-21", "2 months ago"),
            ("2024-11-20", "2 years ago"),
        ] {
            assert_eq!(ago(day.parse().expect("a day"), today), words, "{day}");
        }
    }
}
