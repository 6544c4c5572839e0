//! What gives a client away.

use crate::content::Content;
use crate::content::person::Side;

/// What the client, the project and the people there are called, and how they are reached. All in lower case.
#[derive(Clone)]
pub(super) struct Names {
    /// What nobody else is called.
    names: Vec<String>,
    /// A project that is called by one word, such as "Shop", which others say as well.
    project: Option<String>,
}

impl Names {
    /// The names in one client's content.
    pub(super) fn of(content: &Content) -> Names {
        let mut names: Vec<String> = content.client.iter().map(|client| client.name.clone()).collect();
        for person in content.people.iter().filter(|person| person.side == Side::Client) {
            names.push(person.name().to_owned());
            names.extend(person.email.clone());
            names.extend(person.phone.clone());
        }
        names.extend(content.client.iter().flat_map(|client| [client.id.clone(), client.address.value.clone()]));
        let project = content.client.iter().map(|client| client.project.clone());
        let (one_word, several): (Vec<_>, Vec<_>) = project.partition(|name| name.split_whitespace().nth(1).is_none());
        names.extend(several);
        let small = |name: String| Some(name.trim().to_lowercase()).filter(|name| name.chars().count() > 1);
        Names { names: names.into_iter().filter_map(small).collect(), project: one_word.into_iter().find_map(small) }
    }

    /// Whether any of them stands in a text, whatever the case, and not only as a part of a word.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let text = plain(text);
        self.names.iter().any(|name| is_word_of(&plain(name), &text))
    }

    /// Whether a text may speak of the client or somebody there: a word of a name stands in it.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        let text = plain(text);
        // An address is made of words that are anybody's.
        let names = self
            .names
            .iter()
            .chain(&self.project)
            .filter(|name| !name.contains('@') && name.contains(char::is_alphabetic));
        let mut words = names.flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
        words.any(|word| word.chars().count() >= 4 && is_word_of(word, &text))
    }
}

/// In lower case, with one space wherever there is any.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_word_of(word: &str, text: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let is_outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        is_outside(before) && is_outside(after)
    })
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_found_as_words() {
        let names = vec!["korenbloem bakeries".to_owned(), "els maes".to_owned(), "@els".to_owned()];
        let names = Names { names, project: Some("croissants".to_owned()) };
        for text in ["For Korenbloem Bakeries.", "(Els\n   MAES)", "Els Maes", "mail @els"] {
            assert!(names.are_in(text), "{text}");
        }
        for text in ["Korenbloem", "Els Maesen", "Jels Maes", "Croissants", ""] {
            assert!(!names.are_in(text), "{text}");
        }
        assert!(names.may_be_in("The korenbloem site") && names.may_be_in("Ask Mr. Maes."));
        assert!(names.may_be_in("All croissants"), "the project");
        assert!(!names.may_be_in("Els said so") && !names.may_be_in("Korenbloemen"), "three letters are any word");
    }
}
