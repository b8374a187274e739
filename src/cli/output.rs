//! Where answers and messages go: stdout is the answer and nothing else.

use std::io::{self, BufWriter, IsTerminal, Write};

use clap::ValueEnum;
use colored::Colorize;
use serde::Serialize;

use crate::render::{self, Style};
use crate::view::document::Document;

/// How an answer is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    #[default]
    #[value(alias = "text", alias = "short")]
    Table,
    /// For people with wide screens: every column.
    Wide,
    /// JSON; `meshdbg schema` describes it.
    Json,
    /// JSON on one line; of several proxies a line for each.
    Jsonl,
    /// The same as YAML.
    Yaml,
}

/// Drawings of an answer, by the program that reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Drawing {
    /// A sequence diagram in Mermaid: client, proxies, application (`trace` only).
    Mermaid,
    /// The tree of ways as a graph for Graphviz (`trace` only).
    Dot,
}

impl Drawing {
    /// The word for it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Mermaid => "mermaid",
            Self::Dot => "dot",
        }
    }
}

/// When to colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The two streams.
pub(super) struct Output {
    /// The answer.
    pub(super) out: BufWriter<Box<dyn Write>>,
    /// How the answer is to look.
    pub(super) style: Style,
    colour_messages: bool,
    quiet: bool,
    warned: Vec<String>,
}

impl Output {
    /// stdout and stderr.
    pub(super) fn new(when: When, width: Option<usize>, quiet: bool) -> Self {
        let colours = |is_terminal: bool| match when {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
                is_terminal && !dumb && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        };
        let stdout = io::stdout();
        let is_terminal = stdout.is_terminal();
        let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = width.or_else(|| is_terminal.then(terminal).flatten());
        Self {
            style: Style::new(colours(is_terminal), width),
            out: BufWriter::with_capacity(1 << 16, Box::new(stdout)),
            colour_messages: colours(io::stderr().is_terminal()),
            quiet,
            warned: Vec::new(),
        }
    }

    /// Writes a result in the format asked for.
    pub(super) fn show<T: Serialize>(
        &mut self,
        format: Format,
        result: &T,
        document: impl FnOnce(&T) -> Document,
    ) -> io::Result<()> {
        match format {
            Format::Json => render::json(&mut self.out, result),
            Format::Jsonl => render::json_line(&mut self.out, result),
            Format::Yaml => render::yaml(&mut self.out, result),
            Format::Table | Format::Wide => render::document(&mut self.out, self.style, &document(result)),
        }
    }

    /// Says something that the reader should know beside the answer; once.
    pub(super) fn warn(&mut self, text: &str) {
        if !self.quiet && !self.warned.iter().any(|said| said == text) {
            self.message("warning", colored::Color::Yellow, text);
            self.warned.push(text.to_owned());
        }
    }

    /// Whether somebody watches stderr.
    #[cfg(feature = "live")]
    pub(super) fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Says something that is no warning.
    pub(super) fn note(&mut self, text: &str) {
        if !self.quiet {
            self.message("note", colored::Color::Cyan, text);
        }
    }

    /// Says why there is no answer.
    pub(super) fn error(&mut self, text: &str) {
        self.message("error", colored::Color::Red, text);
    }

    fn message(&mut self, word: &str, colour: colored::Color, text: &str) {
        // What was answered so far comes first.
        let _ = self.out.flush();
        let word = if self.colour_messages { word.color(colour).bold().to_string() } else { word.to_owned() };
        // Nobody can be told that stderr is closed.
        let _ = writeln!(io::stderr(), "{word}: {text}");
    }
}
