//! The house: rooms in one order, small files, one room that prints and one that colours.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, in the order in which data flows; a room may use only those above it.
const ROOMS: [&str; 9] = ["base", "collect", "model", "correlate", "simulate", "compare", "view", "render", "cli"];
/// A file longer than this wants splitting.
const MOST_LINES: usize = 400;

/// The source files, with their text.
fn sources() -> BTreeMap<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
    files
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"))
        .map(|entry| (entry.path().strip_prefix(&root).unwrap().to_owned(), fs::read_to_string(entry.path()).unwrap()))
        .collect()
}

fn room(path: &Path) -> Option<usize> {
    let first = path.components().next()?.as_os_str().to_str()?;
    ROOMS.iter().position(|room| *room == first)
}

/// Files that are compiled for tests only.
fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs")
}

#[test]
fn a_room_uses_only_the_rooms_above_it() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(own) = room(&path) else { continue };
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for (other, name) in ROOMS.iter().enumerate() {
                let uses = line.contains(&format!("crate::{name}::")) || line.contains(&format!("crate::{name};"));
                let only_cli = *name == "collect" && ROOMS[own] != "cli" && own != other;
                if uses && (other > own || only_cli) {
                    wrong.push(format!("{}:{}: {} uses {name}", path.display(), number + 1, ROOMS[own]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_is_a_known_room_and_says_what_it_is_for() {
    for (path, text) in sources() {
        let is_top = path.components().count() == 1;
        assert!(is_top || room(&path).is_some(), "{} is in no room of ROOMS", path.display());
        assert!(is_test(&path) || text.starts_with("//!"), "{} does not say what it is for", path.display());
    }
}

#[test]
fn files_are_small() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|(_, text)| text.lines().count() > MOST_LINES)
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn only_render_colours_and_only_cli_prints_and_asks_the_clock() {
    let rules = [
        ("colored::", &["render", "cli"][..]),
        ("comfy_table::", &["render"]),
        ("io::stdout", &["cli"]),
        ("io::stderr", &["cli"]),
        ("io::stdin", &["cli", "collect"]),
        ("Timestamp::now", &["cli"]),
        ("SystemTime", &[]),
        ("std::env::", &["cli"]),
        ("std::fs", &["collect", "cli"]),
    ];
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(own) = room(&path) else { continue };
        if is_test(&path) {
            continue;
        }
        for (word, rooms) in &rules {
            if text.contains(word) && !rooms.contains(&ROOMS[own]) {
                wrong.push(format!("{} has {word}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
