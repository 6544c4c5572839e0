//! The template library's errors, as data. It hands most of them out as a text with the line and a row of carets only.

/// A place in a template: line and column count from 1, the column in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) template: String,
    pub(super) line: usize,
    pub(super) column: usize,
    /// In characters.
    pub(super) width: usize,
}

/// One error.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) said: String,
    pub(super) spot: Spot,
    /// From where the template was used, the innermost use first.
    pub(super) called: Vec<Spot>,
}

/// All errors of a text such as
///
/// ```text
/// error: Unknown filter `uper`
///  --> home.html:3:9
///   |
/// 3 | {{ a | uper }}
///   |        ^^^^
///
/// note: called from frame.html:1:4
///   |
/// 1 | …
///   | ^^
/// ```
pub(super) fn reports(text: &str) -> Vec<Report> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found: Vec<Report> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if let Some(said) = lines[at].strip_prefix("error: ") {
            let head =
                lines[at + 1..].iter().position(|line| line.trim_start().starts_with("--> ")).map(|n| at + 1 + n);
            let Some(head) = head else { break };
            if let Some(spot) = spot(lines[head].trim_start().trim_start_matches("--> "), lines.get(head + 3)) {
                let said = std::iter::once(said).chain(lines[at + 1..head].iter().copied());
                found.push(Report { said: said.collect::<Vec<_>>().join(" "), spot, called: Vec::new() });
            }
            at = head + 3;
        } else if let Some(rest) = lines[at].strip_prefix("note: ") {
            let spot = rest.rsplit_once(' ').and_then(|(_, place)| spot(place, lines.get(at + 3)));
            let is_call = rest.starts_with("called from ");
            if let (Some(report), Some(spot), true) = (found.last_mut(), spot, is_call) {
                report.called.push(spot);
            }
            at += 3;
        }
        at += 1;
    }
    found
}

fn spot(place: &str, underline: Option<&&str>) -> Option<Spot> {
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    let template = parts.next()?.to_owned();
    let width = underline.map_or(1, |line| line.chars().filter(|c| *c == '^').count());
    Some(Spot { template, line, column, width })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_errors_and_the_way_to_one_are_read() {
        let text = "error: Unknown filter `uper`\n --> home.html:3:9\n  |\n3 | error: x\n  | ^^^^\n\n\
                    note: called from a:b.html:12:4\n   |\n12 | note: called from\n   |    ^^\n\n\
                    error: Two\nlines\n --> b.html:1:1\n  |\n1 | \n  | ^";
        let spot = |template: &str, line, column, width| Spot { template: template.to_owned(), line, column, width };
        let expected = [
            Report {
                said: "Unknown filter `uper`".to_owned(),
                spot: spot("home.html", 3, 9, 4),
                called: vec![spot("a:b.html", 12, 4, 2)],
            },
            Report { said: "Two lines".to_owned(), spot: spot("b.html", 1, 1, 1), called: Vec::new() },
        ];
        assert_eq!(reports(text), expected);
    }

    #[test]
    fn a_text_without_a_place_has_no_report() {
        assert_eq!(reports("error: nowhere"), []);
        assert_eq!(reports("Template 'a' not found"), []);
    }
}
