//! Where to, as a person writes it.

/// A destination in its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Target {
    /// What the scheme says is spoken.
    pub scheme: Option<Scheme>,
    /// Name or address, without brackets; empty for the proxy itself (`:9080`).
    pub host: String,
    /// Port, where it is given.
    pub port: Option<u16>,
    /// Path with query, where it is given.
    pub path: Option<String>,
}

/// What a scheme says is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// HTTP/1.1.
    Http,
    /// HTTP/1.1 in TLS.
    Https,
    /// gRPC.
    Grpc,
    /// gRPC in TLS.
    Grpcs,
    /// Bytes.
    Tcp,
    /// Bytes in TLS.
    Tls,
}

impl Scheme {
    /// The port where none is given, if the scheme has one.
    pub fn default_port(self) -> Option<u16> {
        match self {
            Self::Http => Some(80),
            Self::Https => Some(443),
            Self::Grpc | Self::Grpcs | Self::Tcp | Self::Tls => None,
        }
    }
}

impl Target {
    /// Reads `[SCHEME://][HOST][:PORT][/PATH]`; an IPv6 address with a port stands in brackets.
    ///
    /// # Errors
    /// Says what is wrong, in words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (scheme, rest) = match text.split_once("://") {
            None => (None, text),
            Some((word, rest)) => (Some(scheme(word)?), rest),
        };
        let (place, path) = match rest.find(['/', '?']) {
            Some(at) => (&rest[..at], Some(&rest[at..])),
            None => (rest, None),
        };
        let (host, port) = split_port(place)?;
        if host.is_empty() && port.is_none() {
            return Err(format!("{text:?} names neither a host nor a port"));
        }
        let path = path.map(|path| if path.starts_with('?') { format!("/{path}") } else { path.to_owned() });
        Ok(Self { scheme, host: host.to_owned(), port, path })
    }
}

fn scheme(word: &str) -> Result<Scheme, String> {
    Ok(match word.to_ascii_lowercase().as_str() {
        "http" | "ws" => Scheme::Http,
        "https" | "wss" => Scheme::Https,
        "grpc" => Scheme::Grpc,
        "grpcs" => Scheme::Grpcs,
        "tcp" => Scheme::Tcp,
        "tls" => Scheme::Tls,
        _ => return Err(format!("{word}:// is none of http, https, grpc, grpcs, tcp and tls")),
    })
}

fn split_port(place: &str) -> Result<(&str, Option<u16>), String> {
    let number = |text: &str| match text.parse::<u16>() {
        Ok(port) if port > 0 => Ok(Some(port)),
        _ => Err(format!("{text:?} is no port")),
    };
    if let Some(rest) = place.strip_prefix('[') {
        let Some((host, after)) = rest.split_once(']') else {
            return Err(format!("{place:?} has no closing bracket"));
        };
        return match after.strip_prefix(':') {
            Some(port) => Ok((host, number(port)?)),
            None if after.is_empty() => Ok((host, None)),
            None => Err(format!("{after:?} after the bracket is no port")),
        };
    }
    if place.parse::<std::net::Ipv6Addr>().is_ok() {
        return Ok((place, None));
    }
    match place.rsplit_once(':') {
        Some((host, port)) => Ok((host, number(port)?)),
        None => Ok((place, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations() {
        let target = |scheme, host: &str, port, path: Option<&str>| {
            Ok(Target { scheme, host: host.to_owned(), port, path: path.map(str::to_owned) })
        };
        let cases = [
            ("reviews:9080", target(None, "reviews", Some(9080), None)),
            ("reviews.shop:9080/api?x=1", target(None, "reviews.shop", Some(9080), Some("/api?x=1"))),
            ("http://h/p", target(Some(Scheme::Http), "h", None, Some("/p"))),
            ("http://h?q", target(Some(Scheme::Http), "h", None, Some("/?q"))),
            ("grpc://h:1/p.S/M", target(Some(Scheme::Grpc), "h", Some(1), Some("/p.S/M"))),
            ("10.0.0.7:9080", target(None, "10.0.0.7", Some(9080), None)),
            ("[2001:db8::1]:80/x", target(None, "2001:db8::1", Some(80), Some("/x"))),
            ("2001:db8::1", target(None, "2001:db8::1", None, None)),
            (":9080", target(None, "", Some(9080), None)),
            ("h:0", Err("\"0\" is no port".to_owned())),
            ("h:x", Err("\"x\" is no port".to_owned())),
            ("ftp://h", Err("ftp:// is none of http, https, grpc, grpcs, tcp and tls".to_owned())),
            ("", Err("\"\" names neither a host nor a port".to_owned())),
        ];
        for (text, want) in cases {
            assert_eq!(Target::parse(text), want, "{text}");
        }
    }
}
