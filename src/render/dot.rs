//! A graph as Graphviz reads it.

use std::io::{self, Write};

use crate::view::diagram::{Graph, Shape};
use crate::view::document::Role;

/// Writes a graph.
///
/// # Errors
/// Those of `out`.
pub fn dot(out: &mut dyn Write, graph: &Graph) -> io::Result<()> {
    writeln!(out, "digraph {{")?;
    writeln!(
        out,
        "  graph [label={}, labelloc=t, rankdir=LR, fontname=\"sans-serif\"]",
        quoted([graph.title.as_str()])
    )?;
    writeln!(out, "  node [fontname=\"sans-serif\"]")?;
    writeln!(out, "  edge [fontname=\"sans-serif\", fontsize=10]")?;
    for (index, node) in graph.nodes.iter().enumerate() {
        let shape = match node.shape {
            Shape::Client => "shape=ellipse",
            Shape::Proxy => "shape=box",
            Shape::End => "shape=box, style=\"rounded,filled\"",
        };
        let colour = match node.shape {
            Shape::End => format!(", color={0}, fillcolor={1}", pen(node.role), fill(node.role)),
            Shape::Client | Shape::Proxy => String::new(),
        };
        writeln!(out, "  n{index} [label={}, {shape}{colour}]", quoted(node.lines.iter().map(String::as_str)))?;
    }
    for edge in &graph.edges {
        let label = quoted(edge.lines.iter().map(String::as_str));
        let label = if edge.lines.is_empty() { String::new() } else { format!("label={label}, ") };
        writeln!(out, "  n{} -> n{} [{label}color={}]", edge.from, edge.to, pen(edge.role))?;
    }
    writeln!(out, "}}")
}

/// A role as the colour of a line.
fn pen(role: Role) -> &'static str {
    match role {
        Role::Good => "\"#1a7f37\"",
        Role::Bad => "\"#cf222e\"",
        Role::Warning => "\"#bf8700\"",
        Role::Plain | Role::Strong | Role::Name | Role::Muted => "\"#57606a\"",
    }
}

/// A role as the colour of a surface.
fn fill(role: Role) -> &'static str {
    match role {
        Role::Good => "\"#dafbe1\"",
        Role::Bad => "\"#ffebe9\"",
        Role::Warning => "\"#fff8c5\"",
        Role::Plain | Role::Strong | Role::Name | Role::Muted => "\"#f6f8fa\"",
    }
}

/// Lines as a quoted string. Inside of labels a backslash begins an escape (`\N` is the node's name), and `&` an HTML
/// entity.
fn quoted<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let line = |line: &str| {
        let mut escaped = String::with_capacity(line.len());
        for letter in line.chars() {
            match letter {
                '"' => escaped.push_str("\\\""),
                '\\' => escaped.push_str("\\\\"),
                '&' => escaped.push_str("&amp;"),
                letter if letter.is_control() => escaped.push(' '),
                letter => escaped.push(letter),
            }
        }
        escaped
    };
    let lines: Vec<String> = lines.into_iter().map(line).collect();
    format!("\"{}\"", lines.join("\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_mean_nothing_to_graphviz() {
        let cases = [
            (vec!["a", "b"], r#""a\nb""#),
            (vec![r#"say "hi""#], r#""say \"hi\"""#),
            (vec![r"\N\"], r#""\\N\\""#),
            (vec!["&lt;"], r#""&amp;lt;""#),
            (vec!["a\nb"], r#""a b""#),
            (vec![], r#""""#),
        ];
        for (lines, want) in cases {
            assert_eq!(quoted(lines), want);
        }
    }
}
