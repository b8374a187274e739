//! The pages of one proxy as documents.

use memchr::memmem;

use super::error::Error;
use super::page::Page;
use super::pod::Pod;
use super::reach::{Answers, Reached, Via};
use super::role::Missing;
use super::trouble::Trouble;
use crate::base::section::Section;
use crate::collect::document;
use crate::collect::harvest::Harvest;
use crate::collect::limit::Budget;

/// Documents of the pages that came, gaps for the others; an error where the config dump is not among them, as nothing
/// can be said of a proxy without it.
pub(super) fn harvest(folder: &str, answers: Answers, port: u16, budget: &Budget) -> Result<Harvest, String> {
    let mut harvest = Harvest::default();
    for (page, answer) in answers {
        let place = format!("{folder}/{}", page.file());
        match answer {
            Ok(bytes) => {
                let mut read = document::read(bytes, &place, budget).map_err(|error| error.to_string())?;
                read.documents.iter_mut().for_each(|document| document.extent = page.extent());
                harvest.add(read);
            }
            Err(trouble) if page.is_of_dump() => return Err(trouble.text(port)),
            Err(trouble) => harvest.miss(&place, trouble.text(port)),
        }
    }
    Ok(harvest)
}

/// Takes out the pages of sections that the proxy does not have. Returns why it does not give its dump in parts, where it
/// does not: before Envoy knew masks, and where the answer is no dump.
pub(super) fn without_parts(answers: &mut Answers) -> Option<String> {
    answers.retain(|(page, answer)| match (page, answer) {
        (Page::Section(section, _), answer) => !(section.may_be_absent() && says(answer).contains(NO_SECTION)),
        _ => true,
    });
    answers.iter().find_map(|(page, answer)| match (page, answer) {
        (Page::Section(section, _), Ok(text)) if is_dump(text) => holds_others(text, *section)
            .then(|| format!("gives all of its dump where {} is asked for; the whole is read", page.path())),
        (Page::Section(..), Ok(_) | Err(Trouble::Answered { .. })) => {
            Some(format!("does not give parts of its dump ({}: {}); the whole is read", page.path(), says(answer)))
        }
        _ => None,
    })
}

/// What Envoy says of a mask that fits no section that there is.
const NO_SECTION: &str = "could not be successfully applied to any configs";

/// Whether a text begins as a dump does that has something in it: a section is there although nothing is in it.
fn is_dump(text: &[u8]) -> bool {
    let rest = text.trim_ascii_start().strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    rest.is_some_and(|rest| rest.starts_with(b"\"configs\""))
}

/// Whether a dump has other sections than the one asked for: before Envoy knew masks.
fn holds_others(text: &[u8], section: Section) -> bool {
    let mut others = Section::ALL.into_iter().filter(|other| *other != section);
    others.any(|other| memmem::find(text, format!("envoy.admin.v3.{}\"", other.message()).as_bytes()).is_some())
}

/// The beginning of what a proxy says that is no page.
fn says(answer: &Result<Vec<u8>, Trouble>) -> String {
    match answer {
        Ok(text) => String::from_utf8_lossy(text.get(..200).unwrap_or(text)).trim().to_owned(),
        Err(trouble) => trouble.says(),
    }
}

/// The folder of a proxy's pages, below the name of the cluster.
pub(super) fn folder(cluster: &str, pod: &Pod) -> String {
    format!("{cluster}!proxies/{}.{}", pod.id.namespace, pod.id.name)
}

/// What came of a pod, or why nothing did; `left` are the pages that were not answered.
pub(super) fn judge(cluster: &str, pod: &Pod, left: &[Page], reached: Reached, port: u16) -> Result<Harvest, Error> {
    let Reached { mut answers, troubles, .. } = reached;
    if answers.is_empty() {
        return Err(refusal(pod, port, &troubles));
    }
    // That the second way is forbidden says nothing of why the first one ended.
    let is_telling = |(_, trouble): &&(Via, Trouble)| !matches!(trouble, Trouble::Forbidden(_));
    if let Some((_, trouble)) = troubles.iter().find(is_telling).or(troubles.last()) {
        answers.extend(left.iter().map(|page| (page.clone(), Err(trouble.clone()))));
    }
    harvest(&folder(cluster, pod), answers, port, &Budget::default())
        .map_err(|reason| Error::Proxy { proxy: format!("pod {}", pod.id), reason })
}

/// Why no transport led to the proxy.
pub(super) fn refusal(pod: &Pod, port: u16, troubles: &[(Via, Trouble)]) -> Error {
    let forbidden = |via: Via| {
        troubles.iter().find_map(|(tried, trouble)| match trouble {
            Trouble::Forbidden(says) if *tried == via => Some(says.clone()),
            _ => None,
        })
    };
    let (port_forward, exec) = (forbidden(Via::PortForward), forbidden(Via::Exec));
    let all_forbidden = troubles.iter().all(|(_, trouble)| matches!(trouble, Trouble::Forbidden(_)));
    if all_forbidden && !troubles.is_empty() {
        return Error::Forbidden {
            what: format!("pod {}", pod.id),
            reason: troubles.iter().map(|(_, trouble)| trouble.says()).collect::<Vec<_>>().join("; "),
            missing: Missing::Reaching { port_forward: port_forward.is_some(), exec: exec.is_some() },
            namespace: Some(pod.id.namespace.clone()),
        };
    }
    let texts: Vec<String> =
        troubles.iter().map(|(via, trouble)| format!("{}: {}", via.word(), trouble.text(port))).collect();
    Error::Proxy { proxy: format!("pod {}", pod.id), reason: texts.join("\n  ") }
}
