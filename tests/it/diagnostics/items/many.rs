//! Many problems at once.

use vestibule::check::BASE;

use crate::checks::{example, found};

#[test]
fn a_hundred_problems_are_all_said_in_the_order_of_the_lines() {
    let workspace = example(BASE);
    let tasks: String = (1..=100).map(|at| format!("- {{ title: Task {at}, due: someday }}\n")).collect();
    workspace.write("acme/tasks.yml", tasks);
    let expected: Vec<String> = (1..=100)
        .map(|at| {
            // `- { title: Task , due: ` stands in front of the day, and the number.
            let column = 24 + at.to_string().len();
            format!(
                "acme/tasks.yml:{at}:{column} error[wrong-date] `someday` is not a date | \
                 write year, month and day, such as `2026-11-20`"
            )
        })
        .collect();
    assert_eq!(found(&workspace), expected);
    assert_eq!(found(&workspace), expected, "and the same again");
}

#[test]
fn the_same_problems_in_several_clients_stand_by_client_and_file() {
    let workspace = example(BASE);
    for (client, address) in [("zinc", "quay-7"), ("bolt", "pier-9")] {
        workspace
            .write(&format!("{client}/client.yml"), format!("name: Cove\nproject: Web site\naddress: {address}\n"));
    }
    for client in ["zinc", "acme", "bolt"] {
        for file in ["tasks", "milestones"] {
            workspace
                .write(&format!("{client}/{file}.yml"), "- { title: A, done: soon }\n- { title: B, done: soon }\n");
        }
    }
    let files = ["acme/milestones", "acme/tasks", "bolt/milestones", "bolt/tasks", "zinc/milestones", "zinc/tasks"];
    let expected: Vec<String> =
        files.iter().flat_map(|file| [1, 2].map(|line| format!("{file}.yml:{line}:21 error[wrong-value] "))).collect();
    let found = found(&workspace);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(&expected) {
        assert!(found.starts_with(expected), "{found} begins with {expected}");
    }
}
