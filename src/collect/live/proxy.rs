//! The pages of one proxy as documents.

use super::error::Error;
use super::page::Page;
use super::pod::Pod;
use super::reach::{Answers, Reached, Via};
use super::role::Missing;
use super::trouble::Trouble;
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
            Ok(bytes) => harvest.add(document::read(bytes, &place, budget).map_err(|error| error.to_string())?),
            Err(trouble) if page == Page::ConfigDump => return Err(trouble.text(port)),
            Err(trouble) => harvest.miss(&place, trouble.text(port)),
        }
    }
    Ok(harvest)
}

/// The folder of a proxy's pages, below the name of the cluster.
pub(super) fn folder(cluster: &str, pod: &Pod) -> String {
    format!("{cluster}!proxies/{}.{}", pod.id.namespace, pod.id.name)
}

/// What came of a pod, or why nothing did.
pub(super) fn judge(cluster: &str, pod: &Pod, pages: &[Page], reached: Reached, port: u16) -> Result<Harvest, Error> {
    let Reached { mut answers, troubles, .. } = reached;
    if answers.is_empty() {
        return Err(refusal(pod, port, &troubles));
    }
    // That the second way is forbidden says nothing of why the first one ended.
    let is_telling = |(_, trouble): &&(Via, Trouble)| !matches!(trouble, Trouble::Forbidden(_));
    if let Some((_, trouble)) = troubles.iter().find(is_telling).or(troubles.last()) {
        let left = pages.get(answers.len()..).unwrap_or_default().iter();
        answers.extend(left.map(|page| (*page, Err(trouble.clone()))));
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
