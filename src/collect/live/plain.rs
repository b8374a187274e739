//! An admin port by its URL: any Envoy, no cluster.

use std::time::Duration;

use tokio::net::TcpStream;

use super::http::{Connection, within};
use super::page::Page;
use super::proxy;
use super::trouble::Trouble;
use super::{Error, reach};
use crate::base::capture::Capture;
use crate::collect::harvest::Harvest;
use crate::collect::limit::Budget;

/// Whether a source is a URL.
pub fn is_url(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// Host and port of an admin URL.
fn address(url: &str) -> Result<(String, u16), Error> {
    let wrong = |reason: &str| Error::Proxy { proxy: url.to_owned(), reason: reason.to_owned() };
    let uri: ::http::Uri =
        url.parse().map_err(|_| wrong("is no URL; write http://HOST:PORT, such as http://127.0.0.1:15000"))?;
    if uri.scheme_str() == Some("https") {
        return Err(wrong("admin ports speak plain HTTP; write http://"));
    }
    if uri.path().len() > 1 || uri.query().is_some() {
        return Err(wrong(
            "is a page; name the admin port alone, as in http://127.0.0.1:15000: the pages it needs meshdbg asks for",
        ));
    }
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    Ok((host, uri.port_u16().unwrap_or(80)))
}

/// Reads pages of an admin port.
///
/// # Errors
/// Where the URL is none, or the config dump does not come. Other pages that do not come are gaps. With it comes why the
/// whole was read in place of parts.
pub(in crate::collect) fn read(
    url: &str,
    pages: &[Page],
    timeout: Duration,
    budget: &Budget,
) -> Result<(Harvest, Option<String>), Error> {
    let (host, port) = address(url)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::Start)?;
    let refuse = |trouble: &Trouble| Error::Proxy { proxy: url.to_owned(), reason: trouble.text(port) };
    let ask = async |pages: &[Page]| {
        let stream =
            TcpStream::connect((host.as_str(), port)).await.map_err(|error| Trouble::Closed(error.to_string()))?;
        let connection = Connection::over(stream, &format!("{host}:{port}")).await?;
        Ok(reach::all_over(connection, pages).await)
    };
    let read = runtime.block_on(within(timeout, async {
        let mut answers = ask(pages).await?;
        let refusal = proxy::without_parts(&mut answers);
        if refusal.is_some() {
            answers = ask(&Page::whole(pages)).await?;
        }
        Ok((answers, refusal))
    }));
    let (answers, refusal) = read.map_err(|trouble| refuse(&trouble))?;
    let harvest = proxy::harvest(url.trim_end_matches('/'), answers, port, budget)
        .map_err(|reason| Error::Proxy { proxy: url.to_owned(), reason })?;
    Ok((harvest, refusal))
}

/// Reads pages of an admin port into a capture. Returns what to say of it to somebody who wants to know: that it does not
/// give parts.
///
/// # Errors
/// Where the URL is none, or the config dump does not come.
pub fn read_into(capture: &mut Capture, url: &str, pages: &[Page], timeout: Duration) -> Result<Option<String>, Error> {
    let (harvest, refusal) = read(url, pages, timeout, &Budget::default())?;
    capture.documents.extend(harvest.documents);
    capture.gaps.extend(harvest.gaps);
    Ok(refusal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn admin_urls() {
        assert_eq!(address("http://127.0.0.1:15000").unwrap(), ("127.0.0.1".to_owned(), 15000));
        assert_eq!(address("http://[::1]:9901/").unwrap(), ("::1".to_owned(), 9901));
        for (url, want) in [
            ("https://127.0.0.1:15000", "plain HTTP"),
            ("http://127.0.0.1:15000/config_dump", "the admin port alone"),
            ("http://", "is no URL"),
        ] {
            let error = address(url).unwrap_err().to_string();
            assert!(error.contains(want), "{url}: {error}");
        }
    }
}
