//! Printing in each format.

use std::io::Write;

use anyhow::{Result, anyhow};

use super::chosen::Chosen;
use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::output::{Format, Output};
use crate::correlate::Mesh;
use crate::model::Ztunnel;
use crate::render::{self, Columns};
use crate::simulate::ztunnel::{Ambient, State};
use crate::view::istioctl::ztunnel::all;
use crate::view::istioctl::{Listing, Objects};
use crate::view::table::ztunnel::waypoints;
use crate::view::table::{self, Conditions, OfProxy, Row};

/// Which ztunnel, and the files to look in beside those of `--from`.
pub(super) struct Asked {
    pub(super) chosen: Chosen,
    pub(super) files: Vec<String>,
}

/// Prints a kind: istioctl's table and objects, and the rows of the wide table.
pub(super) fn show<R: Row>(
    asked: &Asked,
    global: &Global,
    output: &mut Output,
    table: impl Fn(&Ztunnel) -> Listing,
    objects: impl Fn(&Ztunnel) -> Objects<'_>,
    wide: impl Fn(&State) -> Vec<R>,
) -> Result<Exit> {
    let mesh = asked.read(global, output)?;
    let ztunnel = asked.one(&mesh, output)?;
    match global.format() {
        Format::Table => output.out.write_all(table(ztunnel).to_text().as_bytes())?,
        Format::Wide => rows(ztunnel, wide(&State::new(ztunnel)), Columns::Wide, output)?,
        Format::Json => output.out.write_all(objects(ztunnel).to_json().as_bytes())?,
        Format::Jsonl => render::json_line(&mut output.out, &objects(ztunnel))?,
        Format::Yaml => render::yaml(&mut output.out, &objects(ztunnel))?,
    }
    Ok(Exit::Yes)
}

/// Prints all tables; as JSON the dump as it came.
pub(super) fn show_all(asked: &Asked, global: &Global, output: &mut Output) -> Result<Exit> {
    let mesh = asked.read(global, output)?;
    let ztunnel = asked.one(&mesh, output)?;
    match global.format() {
        Format::Table | Format::Wide => output.out.write_all(all::table(ztunnel, global.now()).as_bytes())?,
        Format::Json => {
            output.out.write_all(&ztunnel.text)?;
            writeln!(output.out)?;
        }
        Format::Jsonl => render::json_line(&mut output.out, &all::objects(ztunnel))?,
        Format::Yaml => render::yaml(&mut output.out, &all::objects(ztunnel))?,
    }
    Ok(Exit::Yes)
}

/// Prints who asks for which waypoint.
pub(super) fn show_waypoints(asked: &Asked, global: &Global, output: &mut Output) -> Result<Exit> {
    let mesh = asked.read(global, output)?;
    let ztunnel = asked.one(&mesh, output)?;
    if mesh.resources.is_empty() {
        output.warn("no resources were read, so labels are not known: add them with another --from");
    }
    let found = Ambient::of(&mesh).map(|ambient| waypoints::rows(&mesh, &ambient, &State::new(ztunnel)));
    let found = found.unwrap_or_default();
    let structured = match global.format() {
        Format::Table => return rows(ztunnel, found, Columns::Usual, output).map(|()| Exit::Yes),
        Format::Wide => return rows(ztunnel, found, Columns::Wide, output).map(|()| Exit::Yes),
        Format::Json => render::json,
        Format::Jsonl => render::json_line,
        Format::Yaml => render::yaml,
    };
    let of = OfProxy { proxy: ztunnel.id.clone(), rows: found, gaps: Vec::new() };
    structured(&mut output.out, &table::Listing::new(vec![of]))?;
    Ok(Exit::Yes)
}

impl Asked {
    fn read(&self, global: &Global, output: &mut Output) -> Result<Mesh> {
        input::ztunnels(global, &self.files, &self.chosen, output)
    }

    /// The ztunnel that is meant; says what of its dump may not be understood.
    fn one<'m>(&self, mesh: &'m Mesh, output: &mut Output) -> Result<&'m Ztunnel> {
        let (ztunnel, remark) = self.chosen.of(mesh)?;
        if let Some(remark) = remark {
            output.note(&remark);
        }
        if !ztunnel.dump.unmodelled.is_empty() {
            let fields: Vec<&str> = ztunnel.dump.unmodelled.iter().map(String::as_str).collect();
            output.warn(&format!("{}: fields that meshdbg does not know: {}", ztunnel.place, fields.join(", ")));
        }
        Ok(ztunnel)
    }
}

fn rows<R: Row>(ztunnel: &Ztunnel, rows: Vec<R>, columns: Columns, output: &mut Output) -> Result<()> {
    let everything = Conditions::compile(&[], R::COLUMNS).map_err(|error| anyhow!(error))?;
    let shown = [table::Shown { proxy: &ztunnel.id, rows: Box::new(rows) }];
    let style = output.style;
    if render::listing(&mut output.out, style, columns, &everything, &shown)? == 0 {
        output.note(&format!("no {} found", R::KIND));
    }
    Ok(())
}
