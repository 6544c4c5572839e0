//! `roadmap.yml`, `milestones.yml`, `tasks.yml`.

use super::Group;
use super::Seen::{ForSponsors, Nowhere, On};
use super::portals::Portal::Running;

pub(super) const GROUPS: &[Group] = &[
    Group {
        at: "roadmap.yml",
        probe: &[("acme/roadmap.yml", "- { title: Design, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("title", On(Running, "/roadmap", "<h2>Drawing</h2>")),
            ("id", On(Running, "/roadmap", "id=\"phase.making\"")),
            ("was", On(Running, "/roadmap", "Formerly Making it")),
            ("audience", ForSponsors("/roadmap", "Funding")),
            ("draft", Nowhere("A rough phase")),
            ("dropped", On(Running, "/roadmap", "<h2><del>Care</del></h2>")),
            ("start", On(Running, "/roadmap", "<span>7 Sep – 9 Oct</span>")),
            ("end", On(Running, "/roadmap", "<span>7 Sep – 9 Oct</span>")),
            ("summary", On(Running, "/roadmap", "<p>Every <em>screen</em>.</p>")),
            ("status", On(Running, "/roadmap", "<span class=\"chip is-paused\">")),
        ],
    },
    Group {
        at: "roadmap.yml dropped",
        probe: &[(
            "acme/roadmap.yml",
            "- { title: D, dropped: { on: 2026-11-20, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x } }\n",
        )],
        fields: &[
            ("on", On(Running, "/roadmap", "<time datetime=\"2026-09-15\">")),
            ("why", On(Running, "/roadmap", "<p>The house <em>does it</em>.</p>")),
        ],
    },
    Group {
        at: "milestones.yml",
        probe: &[("acme/milestones.yml", "- { title: Shop opens, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("title", On(Running, "/roadmap", "<h3>Shop opens</h3>")),
            ("id", On(Running, "/roadmap", "id=\"milestone.opening\"")),
            ("was", On(Running, "/roadmap", "Formerly Grand launch")),
            ("audience", ForSponsors("/roadmap", "Tea with sponsors")),
            ("draft", Nowhere("A rough milestone")),
            ("dropped", On(Running, "/roadmap", "<h3><del>Posters</del></h3>")),
            ("phase", On(Running, "/roadmap", "<span>10 Oct – 15 Dec</span>")),
            ("due", On(Running, "/roadmap", "<time datetime=\"2026-12-01\">1 Dec</time></s>")),
            ("moves", On(Running, "/roadmap", "<b><time datetime=\"2026-12-15\">")),
            ("buffer_days", On(Running, "/roadmap", "4 days kept free after it")),
            ("approval", On(Running, "/roadmap", "Waiting for approval")),
            ("needs", On(Running, "/roadmap", "<a href=\"#/roadmap#milestone.design-approved\">Design approved</a>")),
            ("kind", On(Running, "/roadmap", "<span>Going live</span>")),
            ("note", On(Running, "/roadmap", "<p>Bring <em>cake</em>.</p>")),
            ("steps", On(Running, "/roadmap", "<span>Move the pages")),
            ("done", On(Running, "/roadmap", "Reached on <time datetime=\"2026-10-03\">")),
        ],
    },
    Group {
        at: "milestones.yml dropped",
        probe: &[(
            "acme/milestones.yml",
            "- { title: D, dropped: { on: 2026-11-20, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x } }\n",
        )],
        fields: &[
            ("on", On(Running, "/roadmap", "<time datetime=\"2026-09-17\">")),
            ("why", On(Running, "/roadmap", "<p>Nobody <em>reads</em> them.</p>")),
        ],
    },
    Group {
        at: "milestones.yml moves[]",
        probe: &[(
            "acme/milestones.yml",
            "- { title: D, due: 2026-11-20, moves: [{ to: 2026-11-21, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x }] }\n",
        )],
        fields: &[
            ("to", On(Running, "/roadmap", "<time datetime=\"2026-12-08\">8 Dec</time>")),
            ("why", On(Running, "/roadmap", "<p>The <em>oven</em> is late.</p>")),
            ("decision", On(Running, "/roadmap", "<p>Decided: <a href=\"#/decisions/0001-two-languages\">")),
            ("recovery", On(Running, "/roadmap", "<p>Tests <em>run</em> beside it.</p>")),
            ("on", On(Running, "/roadmap", "Said on <time datetime=\"2026-11-03\">")),
        ],
    },
    Group {
        at: "milestones.yml approval",
        probe: &[(
            "acme/milestones.yml",
            "- { title: D, approval: { on: 2026-11-20, qqqqqqqqqqqqqqqqqqqqqqqq: x } }\n",
        )],
        fields: &[
            ("by", On(Running, "/roadmap", "To be given by <a href=\"#/about#person.ada\">Ada Lund</a>")),
            ("until", On(Running, "/roadmap", "needed by <time datetime=\"2026-12-11\">")),
            ("on", On(Running, "/roadmap", "Agreed <time datetime=\"2026-10-02\">")),
            ("via", On(Running, "/roadmap", "via a meeting")),
        ],
    },
    Group {
        at: "milestones.yml steps[]",
        probe: &[("acme/milestones.yml", "- { title: D, steps: [{ title: A, qqqqqqqqqqqqqqqqqqqqqqqq: x }] }\n")],
        fields: &[
            ("title", On(Running, "/roadmap", "<span>Move the pages")),
            ("done", On(Running, "/roadmap", "done <time datetime=\"2026-11-04\">")),
        ],
    },
    Group {
        at: "tasks.yml",
        probe: &[("acme/tasks.yml", "- { title: Send the photos, qqqqqqqqqqqqqqqqqqqqqqqq: x }\n")],
        fields: &[
            ("title", On(Running, "/todos", "<h3>Send the photos</h3>")),
            ("id", On(Running, "/todos", "id=\"task.photos\"")),
            ("was", On(Running, "/todos", "Formerly Pictures")),
            ("audience", ForSponsors("/todos", "Pay the sponsors")),
            ("draft", Nowhere("A rough task")),
            ("dropped", On(Running, "/todos", "<del>Print the photos</del>")),
            ("owner", On(Running, "/todos", "<a href=\"#/about#person.ada\">Ada Lund</a>")),
            ("due", On(Running, "/todos", "<span class=\"due\" data-due=\"2026-11-24\">")),
            ("why", On(Running, "/todos", "<p>Pages <em>are</em> empty.</p>")),
            ("needs", On(Running, "/todos", "<a href=\"#/todos#task.pick-the-photos\">Pick the photos</a>")),
            ("done", On(Running, "/todos", "<span>Done <time datetime=\"2026-11-09\">")),
        ],
    },
    Group {
        at: "tasks.yml dropped",
        probe: &[(
            "acme/tasks.yml",
            "- { title: D, dropped: { on: 2026-11-20, why: x, qqqqqqqqqqqqqqqqqqqqqqqq: x } }\n",
        )],
        fields: &[
            ("on", On(Running, "/todos", "<time datetime=\"2026-09-19\">")),
            ("why", On(Running, "/todos", "<p>Paper <em>is</em> dear.</p>")),
        ],
    },
];
