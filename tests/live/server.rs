//! As much of an HTTP server as xDS and admin ports need.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};

/// A request.
pub(crate) struct Request {
    pub(crate) path: String,
    pub(crate) body: Vec<u8>,
    /// The address that was connected to.
    pub(crate) to: Ipv4Addr,
}

/// Answers the requests of every connection, each in a thread of its own, until the process ends. An answer is the
/// whole text, status line and all; without one the connection ends.
pub(crate) fn serve<F>(listener: TcpListener, answer: F)
where
    F: Fn(&Request) -> Option<Vec<u8>> + Clone + Send + 'static,
{
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = answer.clone();
            std::thread::spawn(move || drop(talk(&stream, &answer)));
        }
    });
}

/// A whole answer in JSON.
pub(crate) fn ok(body: &[u8]) -> Vec<u8> {
    whole(body, "keep-alive")
}

/// The same, with which the connection ends.
pub(crate) fn last(body: &[u8]) -> Vec<u8> {
    whole(body, "close")
}

fn whole(body: &[u8], connection: &str) -> Vec<u8> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json";
    let mut text = format!("{head}\r\nconnection: {connection}\r\ncontent-length: {}\r\n\r\n", body.len()).into_bytes();
    text.extend_from_slice(body);
    text
}

fn talk(stream: &TcpStream, answer: &impl Fn(&Request) -> Option<Vec<u8>>) -> std::io::Result<()> {
    let to = match stream.local_addr()? {
        SocketAddr::V4(address) => *address.ip(),
        SocketAddr::V6(_) => Ipv4Addr::LOCALHOST,
    };
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream.try_clone()?;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let mut length = 0;
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        match answer(&Request { path, body, to }) {
            // What is shorter than it says ends with the connection.
            Some(text) if !is_whole(&text) => {
                writer.write_all(&text)?;
                return stream.shutdown(std::net::Shutdown::Both);
            }
            Some(text) => writer.write_all(&text)?,
            None => return stream.shutdown(std::net::Shutdown::Both),
        }
    }
}

fn is_whole(text: &[u8]) -> bool {
    let end = text.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(0);
    let head = String::from_utf8_lossy(&text[..end]).into_owned();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
    length.is_none_or(|length| text.len() == end + 4 + length)
}
