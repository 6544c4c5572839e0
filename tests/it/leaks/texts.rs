//! The texts of a client: `client.yml`, documents, the glossary, files, and what is no part of a portal.

use std::io::Write;

use super::items;
use super::words::Canaries;
use crate::workspace::{Workspace, noise};

/// A workspace in which every kind of content is there once, with a word of its own.
pub(super) fn full_of(words: &Canaries) -> (Workspace, String, String) {
    let client = words.nobody("client folder");
    let board = words.board("audience");
    let in_client = |path: String| format!("{client}/{path}");
    let folder = words.all("docs folder");
    let page = words.all("doc file name");
    let picture = words.all("picture name");
    let board_page = words.board("restricted doc file name");
    let board_file = words.board("restricted file name");
    let board_folder = words.board("restricted folder");

    let client_yml = format!(
        "# {}\nname: {}\nproject: {}\naddress: harbour-42\ntimezone: Europe/Tallinn\nlanguage: nl-BE\n\
         audiences: [{board}] # {}\n",
        words.nobody("comment in client.yml"),
        words.all("client name"),
        words.all("project name"),
        words.nobody("comment behind a value"),
    ) + &words.fill(items::CLIENT);
    let doc = format!(
        "---\ntitle: {}\nkind: how-to\norder: 3 # {}\nid: {}\nreviewer: {}\n---\n\n{} **{}** *{}* ~~{}~~ `{}`\n\n\
         # {}\n\n## Second {{#{}}}\n\n- {}\n- [ ] {}\n\n| {} | b |\n|---|---|\n| {} | d |\n\n> [!NOTE]\n> {}\n\n\
         ```rust\nlet {} = \"{}\"; // {}\n```\n\n    {}\n\nA note[^1].\n\n[^1]: {}\n\n\
         [{}](https://{}.example/{}?q={} \"{}\")\n<{}@mail.example>\n![{}](pictures/{picture}.png \"{}\")\n\n\
         <abbr title=\"{}\">x</abbr> <details><summary>{}</summary>{}</details>\n\n\
         <!-- {} -->\n\n<script>{}</script>\n\n<b data-x=\"{}\">y</b>\n\n[unused]: https://{}.example\n\n\
         [file](../../files/plan.bin) [by reference][used]\n\n[used]: https://{}.example\n",
        words.all("doc title"),
        words.nobody("comment in front matter"),
        words.all("id of a doc"),
        words.nobody("unknown front matter"),
        words.all("body text"),
        words.all("strong text"),
        words.all("emphasis"),
        words.all("struck text"),
        words.all("inline code"),
        words.all("heading"),
        words.all("anchor"),
        words.all("list item"),
        words.all("task"),
        words.all("table head"),
        words.all("table cell"),
        words.all("alert"),
        words.all("code word"),
        words.all("code text"),
        words.all("code comment"),
        words.all("indented code"),
        words.all("footnote"),
        words.all("link text"),
        words.all("link host"),
        words.all("link path"),
        words.all("link query"),
        words.all("link title"),
        words.all("mail address"),
        words.all("picture description"),
        words.all("picture title"),
        words.all("title attribute"),
        words.all("raw HTML"),
        words.all("text in raw HTML"),
        words.nobody("HTML comment"),
        words.nobody("script"),
        words.nobody("removed attribute"),
        words.nobody("unused reference"),
        words.all("reference"),
    );
    let glossary = format!(
        "# {}\n{}: {}\n{}:\n  short: {}\n  aka: [{}]\n  means: {}\n{}:\n  short: {}\n  aka: [{}]\n  \
         audience: [{board}]\n{}:\n  short: {}\n  draft: true\n",
        words.nobody("comment in the glossary"),
        words.all("term"),
        words.all("explanation"),
        words.all("long term"),
        words.all("short explanation"),
        words.all("other form"),
        words.all("long explanation"),
        words.board("restricted term"),
        words.board("restricted explanation"),
        words.board("restricted form"),
        words.nobody("draft term"),
        words.nobody("draft explanation"),
    );
    let board_doc = format!(
        "---\ntitle: {}\naudience: [{board}]\n---\n{}\n\n## {}\n\n[figures](../../files/{board_file}.csv) \
         ![{}](chart.svg)\n",
        words.board("restricted title"),
        words.board("restricted text"),
        words.board("restricted heading"),
        words.board("restricted description"),
    );
    let draft = format!(
        "---\ntitle: {}\ndraft: true\n---\n{}\n\n![x](draft.svg)\n",
        words.nobody("draft title"),
        words.nobody("draft text"),
    );
    // A word that lies across the cut between the two parts of a large file.
    let (in_part, across) = (words.all("word in the second part"), words.all("word across two parts"));
    let mut large = noise(7, 4_194_292);
    large.extend_from_slice(format!("{across} {in_part}").as_bytes());
    let picture_bytes = [&noise(3, 700), words.all("text in a picture").as_bytes(), &noise(4, 300)].concat();

    let workspace = Workspace::new()
        .file(&in_client("client.yml".into()), client_yml)
        .file(&in_client(format!("docs/{folder}/{page}.md")), doc)
        .file(&in_client(format!("docs/{folder}/pictures/{picture}.png")), picture_bytes)
        .file(&in_client(format!("docs/{board_folder}/{board_page}.md")), board_doc)
        .file(
            &in_client(format!("docs/{board_folder}/chart.svg")),
            format!("<svg>{}</svg>", words.board("restricted picture")),
        )
        .file(&in_client(format!("docs/{}.md", words.nobody("draft file name"))), draft)
        .file(&in_client("docs/draft.svg".into()), format!("<svg>{}</svg>", words.nobody("picture of a draft")))
        .file(&in_client("docs/unlinked.svg".into()), format!("<svg>{}</svg>", words.nobody("unlinked picture")))
        .file(&in_client(format!("docs/_{}.md", words.nobody("private doc"))), words.nobody("private text"))
        .file(&in_client("glossary.yml".into()), glossary)
        .file(&in_client(format!("files/{}.txt", words.all("file name"))), words.all("text file"))
        .file(&in_client("files/old/minutes.gz".into()), gzip(&words.all("compressed file")))
        .file(&in_client(format!("files/{}/a.txt", words.all("folder of files"))), "a")
        .file(&in_client("files/plan.bin".into()), large)
        .file(&in_client(format!("files/{board_file}.csv")), words.board("restricted file"))
        .file(&in_client(format!("files/.{}.txt", words.nobody("dot file"))), words.nobody("text in a dot file"))
        .file(&in_client(format!("files/_{}.txt", words.nobody("underscore file"))), words.nobody("underscore text"))
        .file(&in_client("_internal/margins.md".into()), words.nobody("internal text"))
        .file(&in_client("_internal/files/x.txt".into()), words.nobody("internal file"))
        .file(&in_client(".git/config".into()), words.nobody("version control"))
        .file(&in_client("notes.txt".into()), words.nobody("file beside client.yml"))
        .file(&in_client("unheard-of.yml".into()), format!("x: {}", words.nobody("YAML of an unknown kind")))
        .file(&in_client("elsewhere/page.md".into()), words.nobody("Markdown of an unknown kind"))
        .file(&in_client("elsewhere/sketch.svg".into()), words.nobody("picture that nothing links to"))
        .file("shared/notes.txt", words.nobody("shared file of an unknown kind"))
        .file("README.md", words.nobody("file beside vestibule.yml"))
        .file(".vestibule/notes", words.nobody("file beside the key"))
        .file(
            "other/client.yml",
            format!(
                "name: {}\nproject: {}\naddress: quay-7\n",
                words.nobody("other client's name"),
                words.nobody("other client's project")
            ),
        )
        .file("other/docs/page.md", words.nobody("other client's text"))
        .file(
            &format!("other/files/{}.txt", words.nobody("other client's file")),
            words.nobody("other client's file text"),
        );
    let workspace = items::add(words, workspace, &client);
    (workspace, client, board)
}

fn gzip(text: &str) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(text.as_bytes()).and_then(|()| writer.finish()).expect("memory takes everything")
}
