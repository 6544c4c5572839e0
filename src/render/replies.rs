//! How what is asked for can be answered: a mail for each answer, written already, in the portal's language.

mod mail;

use mail::{Mail, filled};

use super::links::ask_href;
use super::parts::contact;
use super::site::Site;
use super::view::parts::{AwayView, ContactView};
use super::view::replies::{RepliesView, ReplyView};
use crate::content::item::Item;
use crate::content::markdown::Document;
use crate::digest::digest;
use crate::portal::facts::{Ask, AskKind};

/// How long a link may be: some programs take no more than 2,000 characters, and a script puts in the portal's address and
/// what was answered before.
const LONGEST: usize = 1_550;
/// How long a value in a mail may be, in characters; shorter as long as the link is too long.
const LIMITS: [usize; 5] = [240, 160, 100, 60, 30];
/// The same where nothing else helps.
const SHORTEST: usize = 12;
/// The same in a subject.
const SUBJECT: usize = 80;
/// The longest address of a place that a mail names.
const PLACE: usize = 300;

/// Whom answers go to.
#[derive(Default)]
struct Addressee<'v> {
    to: Option<ContactView<'v>>,
    away: Option<AwayView>,
    backup: Option<ContactView<'v>>,
}

/// One way to answer: what kind it is, and what is chosen, where it is one of several options.
#[derive(Clone, Copy)]
struct Answer<'a> {
    kind: &'static str,
    option: &'a str,
}

impl<'s> Site<'s> {
    /// How the client can answer what is asked for; it can be done now.
    pub(super) fn replies(&self, ask: Ask<'s>) -> RepliesView<'s> {
        let Addressee { to, away, backup } = self.addressee();
        let answers = answers(ask.kind);
        let reply = |answer: &Answer<'_>| {
            let mail = |to: Option<&ContactView<'_>>| self.mail(ask, *answer, to);
            let link = |to: Option<&ContactView<'_>>| Some(mail(to).link(to?.email?));
            let own = mail(to.as_ref());
            ReplyView {
                kind: answer.kind,
                label: match answer.kind {
                    "option" => answer.option.to_owned(),
                    kind => self.reply_word(kind, "label").to_owned(),
                },
                text: own.text(),
                subject: own.subject,
                href: link(to.as_ref()),
                href_away: link(backup.as_ref()),
            }
        };
        let answers = answers.iter().map(reply).collect();
        RepliesView {
            key: key(ask.kind),
            label: self.word("replies.label").replace("{title}", &ask.kind.item().title.value),
            place: ask_href(ask.kind),
            to,
            away,
            backup,
            answers,
        }
    }

    /// The same for the item itself, where the client is asked for something about it that can be done now.
    pub(super) fn replies_to(&self, item: &Item) -> Option<RepliesView<'s>> {
        let mut asks = self.relations.asks.iter().filter(|ask| !ask.blocked);
        asks.find(|ask| std::ptr::eq(ask.kind.item(), item)).map(|ask| self.replies(*ask))
    }

    /// Who is to be asked, where they can be written to; or else whoever can. Nobody can: then they may have a telephone.
    fn addressee(&self) -> Addressee<'s> {
        let Some(card) = self.contact_card() else { return Addressee::default() };
        let written_to = |contact: &ContactView<'_>| contact.email.is_some();
        let backup = card.backup.filter(written_to);
        if written_to(&card.contact) {
            let away = card.away.filter(|_| backup.is_some());
            let backup = backup.filter(|_| away.is_some());
            return Addressee { to: Some(card.contact), away, backup };
        }
        let agency = || self.portal.agency().contact.as_ref().map(contact).filter(written_to);
        Addressee { to: backup.or_else(agency).or(Some(card.contact)), ..Addressee::default() }
    }

    /// What answers something, cut until it is short enough.
    fn mail(&self, ask: Ask<'s>, answer: Answer<'_>, to: Option<&ContactView<'_>>) -> Mail {
        let address = to.and_then(|to| to.email).unwrap_or_default();
        let mut mails = LIMITS.iter().map(|limit| self.mail_within(ask, answer, to, *limit));
        let short = mails.find(|mail| mail.link(address).len() <= LONGEST);
        short.unwrap_or_else(|| self.mail_within(ask, answer, to, SHORTEST))
    }

    fn mail_within(&self, ask: Ask<'s>, answer: Answer<'_>, to: Option<&ContactView<'_>>, limit: usize) -> Mail {
        let client = self.portal.client();
        let due = ask.due.map(|due| self.date(due).full).unwrap_or_default();
        let place = Some(ask_href(ask.kind)).filter(|place| place.len() <= PLACE).unwrap_or_default();
        let values = [
            ("name", to.map(|to| to.name).unwrap_or_default()),
            ("title", ask.kind.item().title.value.as_str()),
            ("option", answer.option),
            ("project", &client.project),
            ("client", &client.name),
            ("date", &due),
        ];
        let fill = |words: &str| filled(words, &values, limit);
        let line = |word: &str| fill(self.word(&format!("replies.{word}")));
        let mut lines = Vec::new();
        if to.is_some() {
            lines.extend([line("hello"), String::new()]);
        }
        lines.extend([fill(self.reply_word(answer.kind, "answer")), String::new()]);
        if matches!(answer.kind, "ask" | "write") {
            // Room to write in.
            lines.extend([String::new(), String::new()]);
        }
        lines.extend([line("about"), line("project")]);
        lines.extend((!due.is_empty()).then(|| line("due")));
        lines.extend((!place.is_empty()).then(|| format!("{} {place}", line("place"))));
        Mail { subject: filled(self.reply_word(answer.kind, "subject"), &values, limit.min(SUBJECT)), lines }
    }

    fn reply_word(&self, kind: &str, what: &str) -> &'s str {
        self.word(&format!("replies.{kind}.{what}"))
    }
}

/// What can be answered. Where a decision names no options, it is answered in words of one's own.
fn answers(kind: AskKind<'_>) -> Vec<Answer<'_>> {
    let plain = |kind| Answer { kind, option: "" };
    let mut answers = match kind {
        AskKind::Task(_) => vec![plain("done")],
        AskKind::Decision(decision) if decision.options.is_empty() => vec![plain("write")],
        AskKind::Decision(decision) => {
            decision.options.iter().map(|option| Answer { kind: "option", option }).collect()
        }
        AskKind::Milestone(..) | AskKind::DecisionApproval(..) | AskKind::Doc(..) => vec![plain("approve")],
    };
    answers.push(plain("ask"));
    answers
}

/// A digest of what is asked for: another once its title, its options or its text are.
fn key(kind: AskKind<'_>) -> String {
    let text: Option<&Document> = match kind {
        AskKind::Task(task) => task.why.as_ref(),
        AskKind::Milestone(milestone, _) => milestone.note.as_ref(),
        AskKind::Decision(decision) | AskKind::DecisionApproval(decision, _) => Some(&decision.body),
        AskKind::Doc(doc, _) => Some(&doc.body),
    };
    let text = text.map(|text| text.origin.written().0).unwrap_or_default();
    let (place, answers) = (ask_href(kind), answers(kind));
    let answers = answers.iter().flat_map(|answer| [answer.kind, answer.option]);
    let parts = [place.as_str(), &kind.item().title.value].into_iter().chain(answers);
    // A text that is only laid out in another way is the same text.
    let parts: Vec<&str> = parts.chain(text.split_whitespace()).collect();
    digest(parts.join("\0").as_bytes())
}
