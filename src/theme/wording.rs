//! What the template library says of a template, in the words of whoever wrote the template.

use crate::spelling::nearest;

/// A problem in plain words, and a way out where one can be told.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wording {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// What there is that a template may name.
#[derive(Debug, Default)]
pub(super) struct Known<'k> {
    pub(super) components: Vec<&'k str>,
    pub(super) templates: Vec<&'k str>,
}

const FILTERS: [&str; 37] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

const TAGS: [&str; 19] = [
    "block",
    "break",
    "component",
    "continue",
    "elif",
    "else",
    "endblock",
    "endcomponent",
    "endfilter",
    "endfor",
    "endif",
    "endset",
    "extends",
    "filter",
    "for",
    "if",
    "include",
    "set",
    "set_global",
];

/// More names than these are not listed.
const MANY: usize = 30;

/// `said` is the library's sentence; `at` the text of the template from the place on that it is about.
pub(super) fn plain(said: &str, at: &str, known: &Known<'_>) -> Wording {
    let said = said.trim().trim_end_matches('.');
    let names = quoted(said);
    let first = names.first().copied().unwrap_or_default();
    let second = names.get(1).copied().unwrap_or_default();
    of_fields(said, first)
        .or_else(|| of_names(said, first, at, known))
        .or_else(|| of_components(said, first, second))
        .or_else(|| of_syntax(said, first, second))
        .unwrap_or_else(|| of_values(said, first, second))
}

/// What is wrong with what a template asks for.
fn of_fields(said: &str, first: &str) -> Option<Wording> {
    let (message, help) = if said.starts_with("Variable ") && said.contains("is not defined") {
        (format!("there is nothing called `{first}` here"), choice(first, &listed(said)))
    } else if said.starts_with("Field ") {
        let single = "ask first whether it is there: `{% if … %}`; a single value has no fields";
        let help = choice(first, &listed(said)).unwrap_or_else(|| single.to_owned());
        (format!("there is no `{first}` in this"), Some(help))
    } else if said.starts_with("Variable ") || said.starts_with("Tried to render a variable") {
        let help = "a misspelt field has none either; where it may be missing, ask first: `{% if … %}`";
        ("this has no value".to_owned(), Some(help.to_owned()))
    } else {
        return None;
    };
    Some(Wording { message, help })
}

/// What is wrong with the name of something that there is in every template.
fn of_names(said: &str, first: &str, at: &str, known: &Known<'_>) -> Option<Wording> {
    let tag = word(at);
    let (what, name, there): (&str, &str, &[&str]) = match said.strip_prefix("Unknown ")?.split(' ').next()? {
        "filter" => ("filter", first, &FILTERS),
        "test" => ("test", first, &TESTS),
        "function" => ("function", first, &["range", "super", "throw"]),
        "component" => ("component", first, &known.components),
        "template" => ("template", first, &known.templates),
        "tag" if TAGS.contains(&tag) => {
            let message = format!("`{tag}` belongs to nothing that is open here");
            let help = "open it before, or close first what was opened after it".to_owned();
            return Some(Wording { message, help: Some(help) });
        }
        "tag" => ("tag", tag, &TAGS),
        _ => return None,
    };
    Some(Wording { message: format!("there is no {what} `{name}`"), help: choice(name, there) })
}

/// What is wrong with what a component is given.
fn of_components(said: &str, first: &str, second: &str) -> Option<Wording> {
    let (message, help) = if said.starts_with("Unknown argument") {
        let (wrong, possible) = said.split_once(". Possible").unwrap_or((said, ""));
        let (wrong, possible) = (quoted(wrong), quoted(possible));
        let help = wrong.first().and_then(|wrong| choice(wrong, &possible));
        (format!("this component takes no {}", all(&wrong)), help)
    } else if said.starts_with("Component argument") {
        let expected = type_name(quoted(said).get(2).copied().unwrap_or_default());
        let message = format!("`{first}` must be {expected}, and this is {}", type_name(second));
        (message, Some(format!("hand over {expected}")))
    } else if said.starts_with("Argument ") {
        (format!("this component needs `{first}`"), Some(format!("hand it over: `{first}={{…}}`")))
    } else if said.starts_with("Implicit argument ") {
        let message = format!("this component takes `{first}` from around it, where there is none");
        (message, Some(format!("hand it over: `{first}={{{first}}}`")))
    } else {
        return None;
    };
    Some(Wording { message, help })
}

/// What is wrong with how a template is written.
fn of_syntax(said: &str, first: &str, second: &str) -> Option<Wording> {
    let (message, help) = if said.starts_with("Unexpected end of") {
        (
            "the file ends before everything that is open is closed".to_owned(),
            "close each `{% if %}` with `{% endif %}`, each `{% for %}` with `{% endfor %}`, each `{{` with `}}`"
                .to_owned(),
        )
    } else if let Some((found, expected)) =
        said.strip_prefix("Found ").and_then(|rest| rest.split_once(" but expected "))
    {
        let expected = token(expected.trim_start_matches("one of: ").trim_start_matches("was expecting "));
        (format!("here stands {} where {expected} should be", token(found)), format!("put {expected} here"))
    } else if let Some((found, expected)) =
        said.strip_prefix("Found ").and_then(|rest| rest.split_once(" but was expecting "))
    {
        (format!("here stands {} where {expected} should be", token(found)), format!("put {expected} here"))
    } else if said.contains(" in the opening tag, found ") {
        (
            format!("this closes `{second}`, but what is open is `{first}`"),
            format!("write `{first}`, as in the opening tag"),
        )
    } else if said.starts_with("Unclosed component") {
        let name = said.split('\'').nth(1).unwrap_or_default();
        (format!("the component `{name}` is opened and never closed"), format!("end it with `{{% </{name}> %}}`"))
    } else if said.starts_with("Closing tag") {
        let names: Vec<&str> = said.split('\'').collect();
        let (found, open) = (names.get(1).copied().unwrap_or_default(), names.get(3).copied().unwrap_or_default());
        (format!("this closes `{found}`, but what is open is `{open}`"), format!("write `{{% </{open}> %}}`"))
    } else if said.starts_with("String opened with") {
        ("this text has no quote at its end".to_owned(), format!("put a `{first}` there"))
    } else if said == "Unexpected character" {
        let help = "take it out; where nothing is to be seen, it may be a space that only looks like one";
        ("this character has no meaning here".to_owned(), help.to_owned())
    } else if said.starts_with("this template includes itself") {
        (said.to_owned(), "take this line out".to_owned())
    } else if said.starts_with("the component ") {
        (said.to_owned(), "give it another name, or put it into a file of that name in your theme".to_owned())
    } else if said.starts_with("Template already contains a ") {
        let what = if said.contains("component") { "component" } else { "block" };
        (format!("there are two of the name `{first}` in this file"), format!("give the second {what} another name"))
    } else {
        return None;
    };
    Some(Wording { message, help: Some(help) })
}

/// What is wrong with what a template is filled with.
fn of_values(said: &str, first: &str, second: &str) -> Wording {
    let (message, help) = if said.starts_with("Iteration not possible") {
        let message = format!("this is {}, and not a list to go through", type_name(first));
        (message, Some("`{% for %}` takes a list".to_owned()))
    } else if said.starts_with("Key/value iteration") {
        let message = format!("this is {}, which has no names to go with the values", type_name(first));
        (message, Some("leave out the first name: `{% for one in … %}`".to_owned()))
    } else if said.starts_with("Invalid type for the value") {
        let (needs, is) = (type_name(first), type_name(second));
        (format!("the filter takes {needs}, and this is {is}"), Some(format!("use it on {needs}")))
    } else if said.starts_with("Missing keyword argument") {
        (format!("`{first}` is missing"), Some(format!("write it in brackets: `({first}=…)`")))
    } else if said.starts_with("Cannot compare") {
        let message = format!("{} cannot be compared with {}", type_name(first), type_name(second));
        (message, Some("compare texts with texts and numbers with numbers".to_owned()))
    } else if said.starts_with("Math operations") {
        (format!("this is {}, and sums are done with numbers", type_name(first)), None)
    } else {
        let mut letters = said.chars();
        (letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect(), None)
    };
    Wording { message, help }
}

/// What stands between backticks; a backtick may be one of them: `` ` ``.
fn quoted(said: &str) -> Vec<&str> {
    said.split('`').skip(1).step_by(2).collect()
}

/// The names behind the last colon.
fn listed(said: &str) -> Vec<&str> {
    said.split_once(": ").map_or_else(Vec::new, |(_, names)| names.split(", ").collect())
}

/// The word that was meant, or else all that there are; nothing where there are none.
fn choice(wrong: &str, there: &[&str]) -> Option<String> {
    match nearest(wrong, there.iter().copied()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if there.is_empty() => None,
        None if there.len() > MANY => Some(format!("there is: {} and more", all(&there[..MANY]))),
        None => Some(format!("there is: {}", all(there))),
    }
}

fn all(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The first word of a text.
fn word(at: &str) -> &str {
    let at = at.trim_start_matches(|c: char| !c.is_alphanumeric());
    at.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// A kind of value, with its article.
fn type_name(name: &str) -> &'static str {
    match name {
        "string" => "a text",
        "i64" | "u64" | "i128" | "u128" | "f64" | "integer" | "float" | "number" => "a number",
        "bool" => "yes or no",
        "array" => "a list",
        "map" | "map/struct" => "a group of fields",
        "none" | "undefined" => "nothing",
        _ => "something else",
    }
}

/// What stands in a template or should.
fn token(said: &str) -> String {
    match said {
        "identifier" | "attribute name" => "a name".to_owned(),
        "string" => "a text in quotes".to_owned(),
        "integer" | "float" => "a number".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        "content" => "text".to_owned(),
        said if said.starts_with("integer, float") => "a value".to_owned(),
        said if said.contains('`') || said.contains(' ') => said.to_owned(),
        said => format!("`{said}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_those_of_the_library() {
        assert!(FILTERS.is_sorted() && TESTS.is_sorted() && TAGS.is_sorted());
    }

    #[test]
    fn what_is_not_known_is_said_as_it_is() {
        let known = Known::default();
        let said = plain("Slicing step cannot be 0", "", &known);
        assert_eq!(said, Wording { message: "slicing step cannot be 0".to_owned(), help: None });
        assert_eq!(plain("", "", &known).message, "");
    }
}
