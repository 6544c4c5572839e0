//! `people.yml`.

use super::Group;
use super::Seen::{ForSponsors, Nowhere, On};
use super::portals::Portal::Running;

pub(super) const GROUPS: &[Group] = &[
    Group {
        at: "people.yml",
        probe: &[("acme/people.yml", "- { name: Mira Vos, side: us, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("name", On(Running, "/about", "<h4>Mira Vos</h4>")),
            ("id", On(Running, "/about", "<li class=\"person\" id=\"person.ada\">")),
            ("was", On(Running, "/about", "<p class=\"meta\">Formerly Mira Berg</p>")),
            ("audience", ForSponsors("/about", "Els Maas")),
            ("draft", Nowhere("Finn Ruw")),
            ("dropped", On(Running, "/about", "<del>Dirk Oud</del>")),
            (
                "side",
                On(
                    Running,
                    "/about",
                    "<h3 class=\"side-head\">Korenbloem Bakeries</h3><ul class=\"people\" role=\"list\"><li class=\"person\" id=\"person.ada\">",
                ),
            ),
            ("role", On(Running, "/about", "<p class=\"meta\">Director of shops</p>")),
            ("email", On(Running, "/about", "<a class=\"way\" href=\"mailto:mira@linden.example\">")),
            ("phone", On(Running, "/about", "<span>+31 20 555 01 43</span>")),
            ("photo", On(Running, "/about", "<img class=\"face\" data-asset=\"photos/mira.png\" alt=\"Mira Vos\">")),
            ("primary", On(Running, "/about", "<h4>Mira Vos</h4><p class=\"meta\"><b>Main contact</b></p>")),
            ("backup", On(Running, "/about", "<h4>Bo Berg</h4><p class=\"meta\"><b>Stand-in</b></p>")),
            ("away", On(Running, "/", "data-within-from=\"2026-12-27\"")),
            ("left", On(Running, "/about", "<p class=\"meta\">On the project until <time datetime=\"2026-10-30\">")),
            ("responsible_for", On(Running, "/about", "<th scope=\"row\">Drawings and samples</th>")),
            ("bio", On(Running, "/about", "<p>Draws <em>everything</em>.</p>")),
            ("public", Nowhere("Gus Stil")),
        ],
    },
    Group {
        at: "people.yml away",
        probe: &[(
            "acme/people.yml",
            "- { name: M, side: us, away: { from: 2026-12-24, to: 2026-12-26, qqqqqqqqqqqqqqqqqqqqqqqq: x } }\n",
        )],
        fields: &[
            ("from", On(Running, "/about", "data-within-from=\"2026-12-27\"")),
            ("to", On(Running, "/about", "data-within-to=\"2027-01-03\"")),
        ],
    },
    Group {
        at: "people.yml dropped",
        probe: &[(
            "acme/people.yml",
            "- { name: M, side: us, dropped: { on: 2026-12-24, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x } }\n",
        )],
        fields: &[
            ("on", On(Running, "/about", "<b>Dropped</b><time datetime=\"2026-09-09\">")),
            ("why", On(Running, "/about", "<p>He <em>never</em> came.</p>")),
        ],
    },
];
