//! `files.yml`: what the files are.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "files that are a list",
        files: &[("acme/files.yml", "- offer.txt: Our offer\n"), ("acme/files/offer.txt", "9\n")],
        found: &[
            "acme/files.yml:1:1 error[wrong-shape] this file is one line for each file, but here is a list | write the name and the title: `offer.pdf: Our offer`",
        ],
    },
    Case {
        name: "files that are not there",
        files: &[
            ("acme/files.yml", concat!("offre.txt: Our offer\n", "old/plan.pdf: {title: The plan}\n")),
            ("acme/files/offer.txt", "9\n"),
        ],
        found: &[
            "acme/files.yml:1:1 error[broken-link] there is no file `offre.txt` in the folder `files` | did you mean `offer.txt`?",
            "acme/files.yml:2:1 error[broken-link] there is no file `old/plan.pdf` in the folder `files` | put the file into the folder `files`, or take this entry out",
        ],
    },
    Case {
        name: "fields and values of files",
        files: &[
            (
                "acme/files.yml",
                concat!(
                    "offer.txt:\n",
                    "  titel: Our offer\n",
                    "  version: [1, 2]\n",
                    "  date: last week\n",
                    "  size: 9\n"
                ),
            ),
            ("acme/files/offer.txt", "9\n"),
        ],
        found: &[
            "acme/files.yml:2:3 error[unknown-field] there is no field `titel` here | did you mean `title`?",
            "acme/files.yml:3:12 error[wrong-shape] `version` is a text, but this is a list | write it on the same line, without `-` or brackets",
            "acme/files.yml:4:9 error[wrong-date] `last week` is not a date | write year, month and day, such as `2026-11-20`",
            "acme/files.yml:5:3 error[unknown-field] there is no field `size` here | the fields known here are `title`, `version`, `date`, `id`, `was`, `audience`, `draft`, `dropped`",
        ],
    },
    Case {
        name: "a version stays as it is written",
        files: &[
            ("acme/files.yml", "offer.txt: {title: no, version: 1.10, date: 2026-11-02}\n"),
            ("acme/files/offer.txt", "9\n"),
        ],
        found: &[],
    },
    Case {
        name: "two files may have one title, and not one id",
        files: &[
            (
                "acme/files.yml",
                concat!("offer.txt: {title: Our offer, id: offer}\n", "offer-2.txt: {title: Our offer, id: offer}\n"),
            ),
            ("acme/files/offer.txt", "9\n"),
            ("acme/files/offer-2.txt", "8\n"),
        ],
        found: &[
            "acme/files.yml:2:37 error[duplicate-id] there are two files with the id `offer` | the first is at acme/files.yml:1; give one of them another name or an `id:` of its own",
        ],
    },
    Case {
        name: "one file twice",
        files: &[
            ("acme/files.yml", concat!("offer.txt: Our offer\n", "offer.txt: The offer\n")),
            ("acme/files/offer.txt", "9\n"),
        ],
        found: &[
            "acme/files.yml:2:1 error[duplicate-field] `offer.txt` stands here a second time | it was already given on line 1: keep one of the two",
        ],
    },
    Case {
        name: "a link to a file that is a draft",
        files: &[
            ("acme/files.yml", "offer.txt: {title: Our offer, draft: true}\n"),
            ("acme/files/offer.txt", "9\n"),
            ("acme/docs/start.md", "[Offer](../files/offer.txt)\n"),
        ],
        found: &[
            "acme/docs/start.md:1:1 error[broken-link] `files/offer.txt` is a draft, and drafts are not published | publish it by removing `draft: true`, or take the link out until then",
        ],
    },
];
