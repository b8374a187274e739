//! URI templates (`envoy.path.match.uri_template`): `/a/{id}/b/{rest=**}.m3u8`.
//!
//! Envoy turns a template into RE2 (`path_matching/uri_template_lib`): `*` is one or more characters of a path segment,
//! `**` any number of characters with slashes, everything else is literal.

use super::regex::Re2;
use crate::base::evidence::{Notes, Truth};

/// Characters that `*` and `**` stand for, besides the slash.
const LITERAL: &str = "a-zA-Z0-9-._~%!$&'()+,;:@=";

/// A compiled template.
#[derive(Debug, Clone)]
pub struct Template {
    /// As configured.
    pub text: String,
    regex: Re2,
    variables: Vec<String>,
}

impl Template {
    /// Compiles a template.
    pub fn new(text: &str) -> Self {
        let (mut regex, mut variables) = (String::new(), Vec::new());
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(inner) = rest.strip_prefix('{')
                && let Some((variable, after)) = inner.split_once('}')
            {
                let (name, pattern) = variable.split_once('=').unwrap_or((variable, "*"));
                // `{*}` and `{**}` are anonymous.
                let (name, pattern) = if name.starts_with('*') { ("", name) } else { (name, pattern) };
                variables.push(name.to_owned());
                regex.push('(');
                push_pattern(&mut regex, pattern);
                regex.push(')');
                rest = after;
            } else {
                let end = rest.find('{').filter(|end| *end > 0).unwrap_or(rest.len());
                push_pattern(&mut regex, &rest[..end]);
                rest = &rest[end..];
            }
        }
        Self { text: text.to_owned(), regex: Re2::new(regex), variables }
    }

    /// Whether a path (without query) fits the template.
    pub fn matches(&self, path: &str, notes: &mut Notes) -> Truth {
        self.regex.matches(path, notes)
    }

    /// Fills the variables of a path into another template (`uri_template` path rewrite).
    /// `None` where the path does not fit.
    pub fn rewrite(&self, path: &str, target: &str) -> Option<String> {
        let groups = self.regex.captures(path)?;
        let mut result = String::new();
        let mut rest = target;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}')?;
            result.push_str(before);
            let index = self.variables.iter().position(|variable| variable == name)?;
            result.push_str(groups.get(index + 1)?);
            rest = after;
        }
        result.push_str(rest);
        Some(result)
    }
}

/// Appends literals and operators.
fn push_pattern(regex: &mut String, pattern: &str) {
    let mut rest = pattern;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("**") {
            regex.extend(["[", LITERAL, "/]*"]);
            rest = after;
        } else if let Some(after) = rest.strip_prefix('*') {
            regex.extend(["[", LITERAL, "]+"]);
            rest = after;
        } else {
            let end = rest.find('*').unwrap_or(rest.len());
            regex.push_str(&regex::escape(&rest[..end]));
            rest = &rest[end..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates() {
        use Truth::{No, Yes};
        let cases = [
            ("/a/{*}/c", "/a/b/c", Yes),
            ("/a/{*}/c", "/a//c", No),
            ("/a/{*}/c", "/a/b%20;p=1/c", Yes),
            ("/a/{*}/c", "/a/b/d/c", No),
            ("/a/{**}", "/a/", Yes),
            ("/a/{**}", "/a", No),
            ("/a/{**}", "/a/b/c", Yes),
            ("/a/{id}", "/a/b/", No),
            ("/a/{p=**}.m3u8", "/a/x/y.m3u8", Yes),
            ("/a/*", "/a/b", Yes),
            ("/a/**", "/a/", Yes),
            ("/a.b", "/axb", No),
        ];
        for (template, path, want) in cases {
            assert_eq!(Template::new(template).matches(path, &mut Notes::new(false)), want, "{template} on {path}");
        }
    }

    #[test]
    fn rewrites_fill_in_variables() {
        let template = Template::new("/a/{id}/{rest=**}");
        assert_eq!(template.rewrite("/a/7/x/y", "/{rest}/{id}").as_deref(), Some("/x/y/7"));
        assert_eq!(template.rewrite("/b/7/x", "/{id}"), None);
    }
}
