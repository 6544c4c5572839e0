//! `vestibule new decision`.

use std::path::Path;

use super::markdown_text::plain;
use super::subject::Subject;
use super::{name, yaml_text};
use crate::cli::{Failure, Outcome};
use crate::content::section::Role;
use crate::review::placeholder::OPTIONS;

/// Makes the file of a decision that is to be taken, under the next number.
pub(super) fn run(root: &Path, client: &str, title: &str) -> Result<Outcome, Failure> {
    let title = name::title(title)?;
    let stem = name::file_stem(title)?;
    let Some(subject) = Subject::open(root, client)? else { return Ok(Outcome::ContentErrors) };
    let number = next_number(subject.source.files.keys().map(String::as_str))?;
    let path = format!("decisions/{number:04}-{stem}.md");
    let next = format!(
        "Next: write down the question and the options in `{}/{path}`, then take out `draft: true`.",
        subject.source.id
    );
    subject.create(&path, &text(&subject, title), &next)
}

fn text(subject: &Subject, title: &str) -> String {
    let heading = |role| subject.heading(role);
    format!(
        "---\n\
         title: {}\n\
         status: proposed\n\
         draft: true\n\
         ---\n\
         \n\
         ## {}\n\
         \n\
         {}\n\
         \n\
         ## {}\n\
         \n\
         - {}\n\
         - {}\n\
         \n\
         <!--\n\
         {}\n\
         \n\
         ## {}\n\
         \n\
         ## {}\n\
         -->\n",
        yaml_text::scalar(title),
        heading(Role::Question),
        plain(title),
        heading(Role::Options),
        OPTIONS[0],
        OPTIONS[1],
        subject.remark("decided"),
        heading(Role::Chosen),
        heading(Role::Why),
    )
}

/// One more than the highest number that a decision has. `paths` are those of the client's files.
fn next_number<'p>(paths: impl Iterator<Item = &'p str>) -> Result<u32, Failure> {
    let number = |path: &str| {
        let name = path.strip_prefix("decisions/")?;
        let end = name.find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len());
        // Longer ones are days: `20260120-two-languages.md`.
        name[..end].parse::<u32>().ok().filter(|_| end <= 4)
    };
    match paths.filter_map(number).max().unwrap_or(0) + 1 {
        number @ ..=9999 => Ok(number),
        _ => Err(Failure("there is no number of four digits left for a decision".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::next_number;

    #[test]
    fn a_decision_gets_the_number_after_the_highest() {
        let next = |paths: &[&str]| next_number(paths.iter().copied()).ok();
        assert_eq!(next(&[]), Some(1));
        assert_eq!(next(&["decisions/0001-a.md", "decisions/0007-b.md", "decisions/c.md"]), Some(8));
        assert_eq!(next(&["decisions/12 x.md", "decisions/20260120-days.md", "docs/0099-x.md"]), Some(13));
        assert_eq!(next(&["decisions/9999-last.md"]), None);
    }
}
