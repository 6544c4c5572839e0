//! `people.yml`: who works on the project.

use super::{Case, compare};

#[test]
fn all() {
    compare(CASES);
}

const CASES: &[Case] = &[
    Case {
        name: "people that are one person without a dash",
        files: &[("acme/people.yml", concat!("name: Mira Vos\n", "side: us\n"))],
        found: &[
            "acme/people.yml:1:1 error[wrong-shape] this file is a list, but here is a group of fields | begin every entry with `- `, such as `- name: Mira Vos`",
        ],
    },
    Case {
        name: "people that are a text",
        files: &[("acme/people.yml", "Mira Vos\n")],
        found: &[
            "acme/people.yml:1:1 error[wrong-shape] this file is a list, but here is a text | begin every entry with `- `, such as `- name: Mira Vos`",
        ],
    },
    Case {
        name: "people that are names only",
        files: &[(
            "acme/people.yml",
            concat!(
                "- Mira Vos\n",
                "- [Tom Baert]\n",
                "- name: Ada Lund\n",
                "  side: client\n",
                "- name: Bo Berg\n",
                "  side: us\n",
                "  primary: true\n",
                "- name: Cleo Dam\n",
                "  side: us\n",
                "  backup: true\n"
            ),
        )],
        found: &[
            "acme/people.yml:1:3 error[wrong-shape] here should be fields (`name: value`), but this is a text | write one field per line, such as `name: Acme`",
            "acme/people.yml:2:3 error[wrong-shape] here should be fields (`name: value`), but this is a list | write one field per line, such as `name: Acme`",
        ],
    },
    Case {
        name: "somebody without a name and without a side",
        files: &[(
            "acme/people.yml",
            concat!(
                "- role: Director\n",
                "  side: us\n",
                "- name: Mira Vos\n",
                "- name: \"\"\n",
                "  side: us\n",
                "-\n"
            ),
        )],
        found: &[
            "acme/people.yml:1:3 error[missing-field] `name` is missing | add a line such as `name: Mira Vos`",
            "acme/people.yml:3:3 error[missing-field] `side` is missing | add a line such as `side: us`",
            "acme/people.yml:4:3 error[missing-field] `name` has no value | write it behind the colon, such as `name: Mira Vos`",
            "acme/people.yml:6:2 error[missing-field] `name` is missing | add a line such as `name: Mira Vos`",
            "acme/people.yml:6:2 error[missing-field] `side` is missing | add a line such as `side: us`",
        ],
    },
    Case {
        name: "a side that is nobody's",
        files: &[(
            "acme/people.yml",
            concat!(
                "- name: Mira Vos\n",
                "  side: our\n",
                "- name: Bo Berg\n",
                "  side: clients\n",
                "- name: Ada Lund\n",
                "  side: agency\n"
            ),
        )],
        found: &[
            "acme/people.yml:2:9 error[wrong-value] `our` is neither your side nor the client's | write `us` for your own people and `client` for the client's",
            "acme/people.yml:4:9 error[wrong-value] `clients` is neither your side nor the client's | did you mean `client`?",
            "acme/people.yml:6:9 error[wrong-value] `agency` is neither your side nor the client's | write `us` for your own people and `client` for the client's",
        ],
    },
    Case {
        name: "ways to reach somebody that lead nowhere",
        files: &[(
            "acme/people.yml",
            concat!(
                "- name: Mira Vos\n",
                "  side: us\n",
                "  email: mira at linden\n",
                "  phone: ask Bo\n",
                "- name: Bo Berg\n",
                "  side: us\n",
                "  email: [bo@linden.example]\n",
                "  phone: +31 20 ext 4\n"
            ),
        )],
        found: &[
            "acme/people.yml:3:10 error[wrong-value] `mira at linden` is not a mail address | write it as `name@example.com`",
            "acme/people.yml:4:10 error[wrong-value] `ask Bo` is not a telephone number | write digits with the country in front, such as `+31 20 555 01 42`",
            "acme/people.yml:7:10 error[wrong-shape] `email` is a text, but this is a list | write it on the same line, without `-` or brackets",
            "acme/people.yml:8:10 error[wrong-value] `+31 20 ext 4` is not a telephone number | write digits with the country in front, such as `+31 20 555 01 42`",
        ],
    },
    Case {
        name: "fields that people do not have",
        files: &[(
            "acme/people.yml",
            concat!(
                "- name: Mira Vos\n",
                "  side: us\n",
                "  rol: Designer\n",
                "  mail: mira@linden.example\n",
                "  title: Designer\n",
                "  away: {from: 2026-12-24, untill: 2027-01-02}\n"
            ),
        )],
        found: &[
            "acme/people.yml:3:3 error[unknown-field] there is no field `rol` here | did you mean `role`?",
            "acme/people.yml:4:3 error[unknown-field] there is no field `mail` here | did you mean `email`?",
            "acme/people.yml:5:3 error[unknown-field] there is no field `title` here | the fields known here are `name`, `id`, `was`, `audience`, `draft`, `dropped`, `side`, `role`, `email`, `phone`, `photo`, `primary`, `backup`, `away`, `left`, `responsible_for`, `bio`, `public`",
            "acme/people.yml:6:9 error[missing-field] `to` is missing | add a line such as `to: 2027-01-02`",
            "acme/people.yml:6:28 error[unknown-field] there is no field `untill` here | the fields known here are `from`, `to`",
        ],
    },
    Case {
        name: "away for no time, and away until nobody knows when",
        files: &[(
            "acme/people.yml",
            concat!(
                "- name: Mira Vos\n",
                "  side: us\n",
                "  away: {from: 2026-12-24, to: 2026-12-20}\n",
                "- name: Bo Berg\n",
                "  side: us\n",
                "  away: 2026-12-24\n",
                "- name: Cleo Dam\n",
                "  side: us\n",
                "  away: {from: 24 Dec}\n"
            ),
        )],
        found: &[
            "acme/people.yml:3:32 error[end-before-start] this ends on 2026-12-20 and begins on 2026-12-24 | write the later day behind `to:`",
            "acme/people.yml:6:9 error[wrong-shape] here should be fields (`name: value`), but this is a text | write `away: {from: 2026-12-24, to: 2027-01-02}`",
            "acme/people.yml:9:9 error[missing-field] `to` is missing | add a line such as `to: 2027-01-02`",
            "acme/people.yml:9:16 error[wrong-date] `24 Dec` is not a date | write year, month and day, such as `2026-11-20`",
        ],
    },
    Case {
        name: "two people to turn to on one side, and one who left",
        files: &[(
            "acme/people.yml",
            concat!(
                "- name: Mira Vos\n",
                "  side: us\n",
                "  primary: true\n",
                "  left: 2026-11-01\n",
                "- name: Bo Berg\n",
                "  side: us\n",
                "  primary: true\n",
                "- name: Ada Lund\n",
                "  side: client\n",
                "  primary: true\n",
                "- name: Cleo Dam\n",
                "  side: us\n",
                "  primary: true\n"
            ),
        )],
        found: &[
            "acme/people.yml:11:9 error[second-primary] `Bo Berg` is the one to turn to already | keep `primary: true` with one of the two; the other may have `backup: true`",
        ],
    },
    Case {
        name: "somebody to turn to who leaves after all that is known, by then, and who was dropped",
        files: &[
            (
                "acme/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, primary: true, left: 2026-11-21}\n",
                    "- {name: Bo Berg, side: us, primary: true}\n",
                    "- {name: Ada Lund, side: client, primary: true, left: 2026-11-20}\n",
                    "- {name: Cleo Dam, side: client, primary: true, dropped: {on: 2026-11-02, why: She moved.}}\n",
                    "- {name: Ida Roos, side: client, primary: true}\n",
                ),
            ),
            ("acme/updates/2026-11-20.md", "## Done\n\nAll.\n"),
        ],
        found: &[
            "acme/people.yml:2:10 error[second-primary] `Mira Vos` is the one to turn to already | keep `primary: true` with one of the two; the other may have `backup: true`",
        ],
    },
    Case {
        name: "open work of somebody who leaves later, and of somebody who has left",
        files: &[
            (
                "acme/people.yml",
                concat!(
                    "- name: Mira Vos\n",
                    "  side: us\n",
                    "  primary: true\n",
                    "- name: Joost Linden\n",
                    "  side: us\n",
                    "  backup: true\n",
                    "- name: Tom Baert\n",
                    "  side: client\n",
                    "  left: 2026-12-31\n",
                    "- name: Els Maes\n",
                    "  side: client\n",
                    "  left: 2026-11-01\n",
                ),
            ),
            (
                "acme/tasks.yml",
                concat!("- {title: Send the photos, owner: Tom Baert}\n", "- {title: Sign, owner: Els Maes}\n"),
            ),
            ("acme/updates/2026-11-20.md", "All well.\n"),
        ],
        found: &[
            "acme/tasks.yml:2:24 error[owner-left] `Sign` is open and lies with Els Maes, who works on the project no more | name who sees to it now",
        ],
    },
    Case {
        name: "what was open when the project ended lies with nobody",
        files: &[
            (
                "acme/client.yml",
                "name: Acme\nproject: New shop\naddress: harbour-42\nclosed: {on: 2026-11-20, summary: Done.}\n",
            ),
            (
                "acme/people.yml",
                "- {name: Els Maes, side: client, left: true}\n- {name: Mira Vos, side: us, primary: true}\n- {name: Joost Linden, side: us, backup: true}\n",
            ),
            ("acme/tasks.yml", "- {title: Sign, owner: Els Maes}\n"),
        ],
        found: &[],
    },
    Case {
        name: "nobody is left to turn to",
        files: &[(
            "acme/people.yml",
            concat!(
                "- name: Mira Vos\n",
                "  side: us\n",
                "  primary: true\n",
                "  left: true\n",
                "- name: Bo Berg\n",
                "  side: us\n",
                "  backup: yes\n"
            ),
        )],
        found: &[
            "acme/people.yml:7:11 error[wrong-value] `backup` is `true` or `false`, not `yes` | write `backup: true` or `backup: false`, or leave the line out",
        ],
    },
    Case {
        name: "switches that are neither on nor off",
        files: &[(
            "acme/people.yml",
            concat!(
                "- name: Mira Vos\n",
                "  side: us\n",
                "  primary: yes\n",
                "  backup:\n",
                "  public: no\n",
                "  left: soon\n"
            ),
        )],
        found: &[
            "acme/people.yml:3:12 error[wrong-value] `primary` is `true` or `false`, not `yes` | write `primary: true` or `primary: false`, or leave the line out",
            "acme/people.yml:4:3 error[wrong-value] `backup` has no value | write `backup: true` or `backup: false`, or leave the line out",
            "acme/people.yml:5:11 error[wrong-value] `public` is `true` or `false`, not `no` | write `public: true` or `public: false`, or leave the line out",
            "acme/people.yml:6:9 error[wrong-value] `left` is `true` or a date, not `soon` | write the day, such as `left: 2026-11-20`, or `left: true`; leave the line out until then",
        ],
    },
    Case {
        name: "photos that are nowhere, no picture, or not the client's",
        files: &[
            (
                "acme/people.yml",
                concat!(
                    "- {name: Mira Vos, side: us, photo: photos/mira.jpg}\n",
                    "- {name: Bo Berg, side: us, photo: photos/bo.txt}\n",
                    "- {name: Cleo Dam, side: us, photo: ../other/cleo.jpg}\n",
                    "- {name: Ada Lund, side: client, photo: \"https://example.org/ada.jpg\"}\n",
                    "- {name: Tom Baert, side: client, photo: photos/mirra.png}\n"
                ),
            ),
            ("acme/photos/bo.txt", "Bo\n"),
            ("acme/photos/mira.png", "no real picture\n"),
        ],
        found: &[
            "acme/people.yml:1:37 error[broken-image] there is no file `photos/mira.jpg` in the client's folder | did you mean `photos/mira.png`?",
            "acme/people.yml:2:36 error[broken-image] `photos/bo.txt` is not a picture that every browser shows | name a PNG, JPEG, WebP or SVG file, such as `photos/mira.jpg`",
            "acme/people.yml:3:37 error[broken-image] `../other/cleo.jpg` leads out of the client's folder | a portal has only what lies in its own client's folder; what several clients may see goes into `shared/docs`",
            "acme/people.yml:4:41 error[external-image] `https://example.org/ada.jpg` lies on another site, and a portal asks no other site for anything | save the picture in the client's folder and refer to that",
            "acme/people.yml:5:42 error[broken-image] there is no file `photos/mirra.png` in the client's folder | did you mean `photos/mira.png`?",
        ],
    },
    Case {
        name: "the photo of somebody who is not public may be missing",
        files: &[(
            "acme/people.yml",
            concat!(
                "- {name: Mira Vos, side: us, primary: true}\n",
                "- {name: Bo Berg, side: us, backup: true}\n",
                "- {name: Cleo Dam, side: us, public: false, photo: photos/cleo.jpg}\n"
            ),
        )],
        found: &[],
    },
    Case {
        name: "two people of one name",
        files: &[(
            "acme/people.yml",
            concat!(
                "- {name: Mira Vos, side: us, primary: true}\n",
                "- {name: mira  vos, side: us, backup: true}\n",
                "- {name: Bo Berg, side: us, id: Mira}\n"
            ),
        )],
        found: &[
            "acme/people.yml:2:10 error[duplicate-id] there are two persons with the id `mira-vos` | the first is at acme/people.yml:1; give one of them another name or an `id:` of its own",
            "acme/people.yml:3:33 error[wrong-value] `Mira` cannot be an id | use lower-case letters, digits and `-`, such as `mira`",
        ],
    },
];
