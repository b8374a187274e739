//! What the connection manager makes of a path before routing: fragments, escaped slashes, dot segments, slashes
//! (`ConnectionManagerUtility::maybeNormalizePath`). Routes, RBAC and the upstream see the result.

use std::borrow::Cow;

use crate::model::envoy::http_connection_manager::{EscapedSlashes, HttpConnectionManager};
use crate::simulate::runtime::Runtime;

/// What became of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Normalized {
    /// The path to go on with.
    Path(String),
    /// 307 to this path.
    Redirect(String),
    /// 400.
    Rejected(&'static str),
}

/// Normalizes a path with its query, as a connection manager is configured to.
pub fn normalize(path: &str, config: &HttpConnectionManager, runtime: &Runtime) -> Normalized {
    let mut path = Cow::Borrowed(path);
    if let Some(fragment) = path.find('#') {
        if runtime.feature("http_reject_path_with_fragment", true) {
            return Normalized::Rejected("the path has a fragment (#)");
        }
        path = Cow::Owned(path[..fragment].to_owned());
    }
    let mut redirect = false;
    if config.path_with_escaped_slashes_action != EscapedSlashes::Keep {
        let unescaped = unescape_slashes(&path);
        if unescaped != path {
            match config.path_with_escaped_slashes_action {
                EscapedSlashes::Reject => {
                    return Normalized::Rejected("the path has escaped slashes");
                }
                EscapedSlashes::UnescapeAndRedirect => redirect = true,
                EscapedSlashes::UnescapeAndForward | EscapedSlashes::Keep => {}
            }
            path = Cow::Owned(unescaped);
        }
    }
    if config
        .normalize_path
        .unwrap_or_else(|| runtime.integer("http_connection_manager.normalize_path").is_some_and(|percent| percent > 0))
    {
        match canonical(&path, runtime.since(40)) {
            Some(normalized) => path = Cow::Owned(normalized),
            None => return Normalized::Rejected("the path holds %00"),
        }
    }
    if config.merge_slashes {
        path = Cow::Owned(merge_slashes(&path));
    }
    if redirect { Normalized::Redirect(path.into_owned()) } else { Normalized::Path(path.into_owned()) }
}

/// `%2F` and `%5C` become slashes, in the path part only.
fn unescape_slashes(path: &str) -> String {
    let (path, query) = split_query(path);
    let mut result = path.to_owned();
    for (escaped, plain) in [("%2F", "/"), ("%2f", "/"), ("%5C", "\\"), ("%5c", "\\")] {
        result = result.replace(escaped, plain);
    }
    result + query
}

/// `//` becomes `/`, in the path part only; a slash at the end stays, and a path of nothing but slashes keeps two
/// (`PathUtil::mergeSlashes`).
fn merge_slashes(path: &str) -> String {
    let (path, query) = split_query(path);
    if !path.contains("//") {
        return format!("{path}{query}");
    }
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let slash = |has: bool| if has { "/" } else { "" };
    format!("{}{}{}{query}", slash(path.starts_with('/')), segments.join("/"), slash(path.ends_with('/')))
}

/// Canonicalizes the path part as googleurl does: unreserved characters are unescaped, unsafe ones escaped, `\` is a
/// slash, dot segments are resolved. `%2F`, empty segments and the query stay. `None` for `%00`.
fn canonical(path: &str, dot_segments_with_parameters: bool) -> Option<String> {
    let (path, query) = split_query(path);
    let bare = if dot_segments_with_parameters { drop_dot_parameters(path) } else { Cow::Borrowed(path) };
    Some(resolve_dots(&canonical_characters(&bare)?) + query)
}

fn canonical_characters(path: &str) -> Option<String> {
    // One byte a character where that is possible: that is how a path travels.
    let latin1: Option<Vec<u8>> = path.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    let bytes = latin1.as_deref().unwrap_or(path.as_bytes());
    let mut result = String::with_capacity(path.len());
    let mut index = 0;
    while let Some(byte) = bytes.get(index) {
        index += 1;
        match byte {
            b'\\' => result.push('/'),
            b'%' => match escaped(bytes.get(index..index + 2)) {
                Some(0) => return None,
                Some(plain) if plain.is_ascii_alphanumeric() || b"-._~".contains(&plain) => {
                    result.push(char::from(plain));
                    index += 2;
                }
                _ => result.push('%'),
            },
            b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'|' | b'}' | 0..=b' ' | 0x7f.. => {
                push_escaped(&mut result, *byte);
            }
            other => result.push(char::from(*other)),
        }
    }
    Some(result)
}

fn escaped(digits: Option<&[u8]>) -> Option<u8> {
    let digits = std::str::from_utf8(digits?).ok()?;
    if digits.starts_with('+') { None } else { u8::from_str_radix(digits, 16).ok() }
}

fn push_escaped(result: &mut String, byte: u8) {
    result.push('%');
    for digit in [byte >> 4, byte & 15] {
        result.push(char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase());
    }
}

/// Since Envoy 1.40 a segment `..;x` counts as `..`; one whose dots are escaped does not.
fn drop_dot_parameters(path: &str) -> Cow<'_, str> {
    let segments = path.split('/').map(|segment| match segment.split_once(';') {
        Some((dots @ ("." | ".."), _)) => dots,
        _ => segment,
    });
    if path.contains(';') { Cow::Owned(segments.collect::<Vec<_>>().join("/")) } else { Cow::Borrowed(path) }
}

/// Resolves `.` and `..`.
fn resolve_dots(path: &str) -> String {
    let Some(rest) = path.strip_prefix('/') else {
        return path.to_owned();
    };
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = rest.split('/').peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            _ => {
                kept.push(segment);
                continue;
            }
        }
        // A dot segment at the end leaves a slash behind.
        if is_last {
            kept.push("");
        }
    }
    format!("/{}", kept.join("/"))
}

fn split_query(path: &str) -> (&str, &str) {
    path.split_at(path.find('?').unwrap_or(path.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a real Envoy 1.40 made of these paths.
    #[test]
    fn canonical_paths() {
        let cases = [
            ("/a/./b", "/a/b"),
            ("/a/../b", "/b"),
            ("/../a", "/a"),
            ("/a/..", "/"),
            ("/a/.", "/a/"),
            ("/.", "/"),
            ("/..", "/"),
            ("/a/%2e/b", "/a/b"),
            ("/a/.%2e/b", "/b"),
            ("/a/..;x/b", "/b"),
            ("/..;/x", "/x"),
            ("/a/%2e%2e;x", "/a/..;x"),
            ("/a..;/b", "/a..;/b"),
            ("//a", "//a"),
            ("/a///../b", "/a//b"),
            ("//../a", "/a"),
            ("/a/\\..\\b", "/a/b"),
            ("/a%2Fb", "/a%2Fb"),
            ("/a%2fb", "/a%2fb"),
            ("/a%5Cb", "/a%5Cb"),
            ("/%", "/%"),
            ("/a%4", "/a%4"),
            ("/a%zzb", "/a%zzb"),
            ("/a?x=/../b", "/a?x=/../b"),
            ("/a/../b?x=../", "/b?x=../"),
            ("/a/...", "/a/..."),
            ("/a;b/../c", "/c"),
            ("/a//../b", "/a/b"),
            ("/a/b//..", "/a/b/"),
            ("/%61dmin", "/admin"),
            ("/a|b", "/a%7Cb"),
            ("/a\"<>^`{}b", "/a%22%3C%3E%5E%60%7B%7Db"),
            ("/a%7e%252e", "/a~%252e"),
        ];
        for (path, want) in cases {
            assert_eq!(canonical(path, true).as_deref(), Some(want), "{path}");
        }
        assert_eq!(canonical("/a%00", true), None);
        assert_eq!(canonical("/a/..;x/b", false).as_deref(), Some("/a/..;x/b"));
    }

    #[test]
    fn slashes() {
        assert_eq!(merge_slashes("/a//b///?c=//"), "/a/b/?c=//");
        assert_eq!(merge_slashes("///?a"), "//?a");
        assert_eq!(unescape_slashes("/a%2fb%5Cc?d=%2f"), "/a/b\\c?d=%2f");
    }
}
