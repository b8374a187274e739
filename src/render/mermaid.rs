//! A sequence as Mermaid's `sequenceDiagram`.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::view::diagram::{Arrow, Part, Sequence};

/// Writes a sequence.
///
/// # Errors
/// Those of `out`.
pub fn mermaid(out: &mut dyn Write, sequence: &Sequence) -> io::Result<()> {
    writeln!(out, "sequenceDiagram")?;
    for (index, participant) in sequence.participants.iter().enumerate() {
        let word = if participant.is_client { "actor" } else { "participant" };
        writeln!(out, "  {word} p{index} as {}", escaped(&participant.name))?;
    }
    parts(out, &sequence.parts, 1)
}

fn parts(out: &mut dyn Write, list: &[Part], depth: usize) -> io::Result<()> {
    let indent = "  ".repeat(depth);
    for part in list {
        match part {
            Part::Message { from, to, text, arrow } => {
                writeln!(out, "{indent}p{from}{}p{to}: {}", arrow_of(*arrow), escaped(text))?;
            }
            Part::Note { over, text } => writeln!(out, "{indent}Note over p{over}: {}", escaped(text))?,
            Part::Alternatives(alternatives) => {
                for (index, alternative) in alternatives.iter().enumerate() {
                    let word = if index == 0 { "alt" } else { "else" };
                    writeln!(out, "{indent}{word} {}", escaped(&alternative.label))?;
                    parts(out, &alternative.parts, depth + 1)?;
                }
                if !alternatives.is_empty() {
                    writeln!(out, "{indent}end")?;
                }
            }
        }
    }
    Ok(())
}

fn arrow_of(arrow: Arrow) -> &'static str {
    match arrow {
        Arrow::Request => "->>",
        Arrow::Refused => "-x",
        Arrow::Answer => "-->>",
        Arrow::Reset => "--x",
    }
}

/// Text that means nothing to Mermaid: `#` and `;` end a text, `%%` begins a comment or a directive, `<` and `&` are HTML, `$$` a
/// formula, and `wrap:` at the start sets how lines break. Mermaid has entities by decimal number; it takes them apart
/// on lines with `style` and `classDef`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '%' if letters.peek() != Some(&'%') && !escaped.ends_with("#37;") => escaped.push('%'),
            '#' | ';' | '%' | '&' | '<' | '>' | '$' | '\\' | '"' | '{' | '}' => {
                // Writing to memory cannot fail.
                let _ = write!(escaped, "#{};", u32::from(letter));
            }
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    for (word, entity) in [("style", "#115;tyle"), ("classDef", "#99;lassDef"), ("wrap:", "wrap#58;")] {
        escaped = escaped.replace(word, entity);
    }
    // An empty text would take the next line for itself.
    if escaped.trim().is_empty() { "-".to_owned() } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_mean_nothing_to_mermaid() {
        let cases = [
            ("GET reviews:9080/", "GET reviews:9080/"),
            ("80 %", "80 %"),
            ("/a;b#c", "/a#59;b#35;c"),
            ("%%{init: {}}%%", "#37;#37;#123;init: #123;#125;#125;#37;#37;"),
            ("two\nlines", "two lines"),
            ("<b>&amp", "#60;b#62;#38;amp"),
            ("nowrap: x", "nowrap#58; x"),
            ("/style:#1", "/#115;tyle:#35;1"),
            ("", "-"),
        ];
        for (text, want) in cases {
            assert_eq!(escaped(text), want);
        }
    }
}
