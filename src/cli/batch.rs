//! `meshdbg trace --batch FILE`: one request a line, one result a line, in order, on all cores.

use std::fs::File;
use std::io::{self, BufRead, BufReader};

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::args::Global;
use super::exit::Exit;
use super::output::Output;
use super::which;
use crate::base::name::ProxyId;
use crate::render;
use crate::simulate::Engine;
use crate::simulate::batch::{Answer, answer, read};

/// So many lines are answered at a time: enough to keep all cores busy, and little to hold.
const CHUNK: usize = 4096;

/// Answers every line. A line that cannot be understood gets an error in its place.
///
/// # Errors
/// Where the file cannot be read or stdout is closed.
pub(super) fn run(
    file: &str,
    proxy: Option<&str>,
    engine: &Engine,
    global: &Global,
    output: &mut Output,
) -> Result<Exit> {
    let only = engine.mesh.proxies.len() == 1;
    let default = match proxy {
        Some(_) => Some(which::one(engine.mesh, proxy, global)?.0.id.clone()),
        None => engine.mesh.proxies.first().filter(|_| only).map(|proxy| proxy.id.clone()),
    };
    let mut input: Box<dyn BufRead> = match file {
        "-" => Box::new(BufReader::with_capacity(1 << 16, io::stdin())),
        path => Box::new(BufReader::with_capacity(1 << 16, File::open(path).with_context(|| path.to_owned())?)),
    };
    let mut all_good = true;
    loop {
        let lines = chunk(&mut *input).with_context(|| file.to_owned())?;
        if lines.is_empty() {
            break;
        }
        let answers: Vec<Answered> =
            lines.par_iter().map(|line| answer_line(engine, line, default.as_ref(), global)).collect();
        for answered in answers {
            all_good &= answered.good;
            for field in answered.unknown_fields {
                output.warn(&format!("{file}: field {field:?} is not known and was ignored"));
            }
            io::Write::write_all(&mut output.out, &answered.text)?;
        }
    }
    Ok(if all_good { Exit::Yes } else { Exit::Unable })
}

/// A line's answer, written out.
struct Answered {
    text: Vec<u8>,
    good: bool,
    unknown_fields: Vec<String>,
}

fn answer_line(engine: &Engine, line: &[u8], default: Option<&ProxyId>, global: &Global) -> Answered {
    let mut question = read(line);
    let answer = match question.ask {
        Ok(ref mut ask) => {
            ask.at = ask.at.or(global.at);
            answer(engine, std::mem::take(ask), default)
        }
        Err(error) => Answer::Error { id: question.id, error },
    };
    let mut text = Vec::with_capacity(1024);
    // Writing to memory cannot fail.
    let _ = render::json_line(&mut text, &answer);
    Answered { text, good: !matches!(answer, Answer::Error { .. }), unknown_fields: question.unknown_fields }
}

/// The next lines that are not blank.
fn chunk(input: &mut dyn BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    while lines.len() < CHUNK {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if !line.trim_ascii().is_empty() {
            lines.push(line);
        }
    }
    Ok(lines)
}
