//! `vestibule.yml` and `client.yml`.

use super::Group;
use super::Seen::{Address, Check, ForSponsors, Frame, Manifest, On, Public, Said};
use super::portals::Portal::{Closed, New, Running};

const CLIENT: &str = "name: Acme\nproject: New shop\naddress: harbour-42\nqqqqqqqqqqqqqqqqqqqqqqqq: x\n";

pub(super) const GROUPS: &[Group] = &[
    Group {
        at: "vestibule.yml",
        probe: &[("vestibule.yml", "name: Linden Studio\nqqqqqqqqqqqqqqqqqqqqqqqq: x\n")],
        fields: &[
            ("name", Frame(Running, "<span>Linden Studio</span>")),
            ("contact", On(New, "/", "Fenna Roos")),
            ("language", Manifest(New, "nl", "Europe/Lisbon")),
            ("timezone", Manifest(New, "nl", "Europe/Lisbon")),
            ("base_url", Said(Running, "https://portal.linden.example/harbour-42/")),
            ("brand", Public(Running, "#1d5a6b")),
            ("theme", On(New, "/todos", "A look of our own")),
            ("closed_days", On(Running, "/about", "<dt>We are closed</dt><dd>25")),
            ("allow", Check("wrong-value", &[("vestibule.yml", "name: L\nallow: { check: rain, why: It rains. }\n")])),
        ],
    },
    Group {
        at: "vestibule.yml contact",
        probe: &[("vestibule.yml", "name: Linden Studio\ncontact: { name: Mira Vos, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("name", On(New, "/", "Fenna Roos")),
            ("email", On(New, "/", "<a class=\"way\" href=\"mailto:fenna@linden.example\">")),
            ("phone", On(New, "/", "<span>+31 20 555 01 42</span>")),
        ],
    },
    Group {
        at: "vestibule.yml brand",
        probe: &[("vestibule.yml", "name: Linden Studio\nbrand: { qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("logo", Frame(Running, "<img class=\"mark-picture\" src=\"mark.")),
            ("accent", Public(Running, "#1d5a6b")),
        ],
    },
    Group {
        at: "vestibule.yml allow[]",
        probe: &[(
            "vestibule.yml",
            "name: Linden Studio\nallow: [{ check: no-backup, why: Few., qqqqqqqqqqqqqqqqqqqqqqqq: x }]\n",
        )],
        fields: &[
            ("check", Check("wrong-value", &[("vestibule.yml", "name: L\nallow: { check: rain, why: It rains. }\n")])),
            ("why", Check("missing-field", &[("vestibule.yml", "name: L\nallow: { check: no-backup }\n")])),
        ],
    },
    Group {
        at: "client.yml",
        probe: &[("acme/client.yml", CLIENT)],
        fields: &[
            ("name", On(Running, "/", "<span>Korenbloem Bakeries</span>")),
            ("project", On(Running, "/", "<h1>New web shop</h1>")),
            ("address", Address("harbour-42/index.html")),
            ("language", Manifest(Running, "en-GB", "Europe/Tallinn")),
            ("timezone", On(Running, "/about", "<dd>Tallinn time")),
            ("working_hours", On(Running, "/about", "<dd>Weekdays from 5 to 13</dd>")),
            ("focus", On(Running, "/about", "<dd>the quality, then the date, then the budget</dd>")),
            ("currency", On(Running, "/decisions/0001-two-languages", "SEK 6,000")),
            ("health", On(New, "/", "<span class=\"chip is-at-risk\">")),
            ("because", On(New, "/", "<p>The <em>supplier</em> has not signed.</p>")),
            ("audiences", ForSponsors("/about", "Els Maas")),
            ("comms", On(Running, "/about", "A shared mailbox")),
            ("closed", On(Closed, "/", "The shop <em>is open</em>.")),
            (
                "allow",
                Check("wrong-value", &[("acme/client.yml", "name: A\nproject: B\nallow: { check: rain, why: x }\n")]),
            ),
        ],
    },
    Group {
        at: "client.yml comms",
        probe: &[("acme/client.yml", "name: Acme\nproject: New shop\ncomms: { qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("updates", On(Running, "/about", "every 2 weeks on Thursday")),
            ("channel", On(Running, "/about", "<dd>A shared mailbox</dd>")),
            ("answer_within", On(Running, "/about", "<dd>within 3 working days</dd>")),
            ("escalation", On(Running, "/about", "<p>Call <em>Berit</em> at the front desk.</p>")),
        ],
    },
    Group {
        at: "client.yml closed",
        probe: &[("acme/client.yml", "name: A\nproject: B\nclosed: { on: 2026-11-20, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("on", On(Closed, "/", "The project was completed on <time datetime=\"2026-12-18\">")),
            ("summary", On(Closed, "/", "<p>The shop <em>is open</em>.</p>")),
            ("support", On(Closed, "/", "<p>Call the <em>night desk</em>.</p>")),
            ("follow_up", On(Closed, "/", "<time datetime=\"2027-03-04\">")),
            ("lessons", On(Closed, "/", "<p>Ask <em>sooner</em> for photos.</p>")),
        ],
    },
    Group {
        at: "client.yml allow[]",
        probe: &[(
            "acme/client.yml",
            "name: Acme\nproject: New shop\nallow: [{ check: no-backup, why: Few., qqqqqqqqqqqqqqqqqqqqqqqq: x }]\n",
        )],
        fields: &[
            (
                "check",
                Check("wrong-value", &[("acme/client.yml", "name: A\nproject: B\nallow: { check: rain, why: x }\n")]),
            ),
            (
                "why",
                Check("missing-field", &[("acme/client.yml", "name: A\nproject: B\nallow: { check: no-backup }\n")]),
            ),
        ],
    },
];
