//! `proxy-config log`.

use super::listing::Listing;
use super::note::Note;
use crate::base::name::ProxyId;

/// What the admin port says of the levels of its loggers (`POST /logging`), under the name of the pod. A dump does not
/// hold them: without that text, a sentence says how to ask.
pub fn table(proxy: &ProxyId, logging: Option<&str>) -> Listing {
    let Some(logging) = logging else { return Listing::refusal(Note::NoLogLevels) };
    let title = format!("{}.{}:", proxy.name, proxy.namespace);
    let lines = std::iter::once(title.as_str()).chain(logging.lines());
    Listing { rows: lines.map(|line| vec![line.to_owned()]).collect(), ..Listing::default() }
}
