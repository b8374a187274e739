//! Drawings of every trace are well formed, and tell a whole way: Mermaid and Graphviz were asked by hand; these checks
//! are as strict.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use regex::Regex;

use crate::support::lines::{arguments_as, listed};
use crate::support::run::run;

/// Paths that mean something to Mermaid or Graphviz.
const HOSTILE: [&str; 9] = [
    "/a;b#c%%d",
    "/%%{init: {\"theme\":\"dark\"}}%%",
    "/\"q\"\\N\\",
    "/style:#1;x",
    "/classDef:#1;",
    "/&lt;<b>end</b>",
    "/$$x$$",
    "/€ü",
    "end",
];

/// Every trace of the command lines, and those with hostile paths, drawn; those without an answer have no drawing.
fn drawings(format: &str) -> Vec<(String, String)> {
    let mut asked: Vec<Vec<String>> = Vec::new();
    for file in listed() {
        let lines = file.lines.iter().filter(|line| line.starts_with("trace"));
        let lines = lines.map(|line| line.replace(" --summary", "").replace(" -v", ""));
        asked.extend(lines.map(|line| arguments_as(format, &file.sources, &line)));
    }
    for path in HOSTILE {
        let mut arguments =
            arguments_as(format, &["shop.tar.zst".to_owned()], "trace deploy/frontend-v1 --to reviews:9080");
        arguments.extend(["--path".to_owned(), path.to_owned()]);
        asked.push(arguments);
    }
    let drawn = asked.par_iter().filter_map(|arguments| {
        let ran = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        (ran.code != 2).then(|| (arguments.join(" "), ran.stdout))
    });
    drawn.collect()
}

#[test]
fn sequences_are_well_formed() {
    let drawings = drawings("mermaid");
    assert!(drawings.len() >= 50, "{} traces", drawings.len());
    for (line, text) in drawings {
        if let Err(error) = sequence(&text) {
            panic!("{line}\n{error}\n{text}");
        }
    }
}

#[test]
fn graphs_are_well_formed() {
    let drawings = drawings("dot");
    assert!(drawings.len() >= 50, "{} traces", drawings.len());
    for (line, text) in drawings {
        if let Err(error) = graph(&text) {
            panic!("{line}\n{error}\n{text}");
        }
    }
}

/// An alternative that is being read.
#[derive(Default)]
struct Open {
    labels: Vec<String>,
    /// Whether the client knows the end, in each branch that was read; the last is of the branch in progress.
    ends: Vec<bool>,
}

/// Checks a sequence diagram.
fn sequence(text: &str) -> Result<(), String> {
    // Only entities may have a `#` or `;` in them, and nothing may look like HTML or a directive.
    let word = r"((?:[^#;<>{}&$]|#\d+;)+)";
    let participant = Regex::new(&format!("^(?:actor|participant) (p\\d+) as {word}$")).unwrap();
    let message = Regex::new(&format!("^(p\\d+)(->>|-x|-->>|--x)(p\\d+): {word}$")).unwrap();
    let note = Regex::new(&format!("^Note over (p\\d+): {word}$")).unwrap();
    let branch = Regex::new(&format!("^(alt|else) {word}$")).unwrap();
    let mut lines = text.lines();
    if lines.next() != Some("sequenceDiagram") || text.contains("%%") {
        return Err("it does not begin as a sequence diagram, or holds a directive".to_owned());
    }
    let (mut declared, mut used) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<Open> = vec![Open { labels: Vec::new(), ends: vec![false] }];
    for line in lines.map(str::trim) {
        let current = open.last_mut().ok_or("an end too many")?;
        if let Some(found) = participant.captures(line) {
            declared.insert(found[1].to_owned());
        } else if let Some(found) = message.captures(line) {
            used.extend([found[1].to_owned(), found[3].to_owned()]);
            let to_client = &found[3] == "p0" && found[2].starts_with("--");
            *current.ends.last_mut().unwrap() |= to_client;
        } else if let Some(found) = note.captures(line) {
            used.insert(found[1].to_owned());
            *current.ends.last_mut().unwrap() |= found[2].contains("cannot be told");
        } else if let Some(found) = branch.captures(line) {
            if &found[1] == "alt" {
                open.push(Open::default());
            }
            let current = open.last_mut().unwrap();
            current.labels.push(found[2].to_owned());
            current.ends.push(false);
        } else if line == "end" {
            let closed = open.pop().ok_or("an end too many")?;
            if closed.labels.len() < 2 {
                return Err("an alternative to nothing".to_owned());
            }
            adds_up(closed.labels.iter().map(String::as_str))?;
            let all = closed.ends.iter().all(|end| *end);
            *open.last_mut().ok_or("an end too many")?.ends.last_mut().unwrap() |= all;
        } else {
            return Err(format!("what is {line:?}?"));
        }
    }
    match open.as_slice() {
        [only] if only.ends == [true] => {}
        [_] => return Err("the client never gets an end".to_owned()),
        _ => return Err("an end is missing".to_owned()),
    }
    if declared == used { Ok(()) } else { Err(format!("{declared:?} take part, {used:?} do something")) }
}

/// Shares of the branches of one fork are 100 % together, unless a state decides.
fn adds_up<'a>(labels: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let shares: Vec<Option<f64>> = labels.map(|label| label.strip_suffix(" %")?.parse().ok()).collect();
    let total: Option<f64> = shares.iter().copied().sum();
    match total {
        Some(total) if (total - 100.0).abs() > 0.01 => Err(format!("{shares:?} add up to {total}")),
        _ => Ok(()),
    }
}

/// Checks a graph: each statement on a line of its own.
fn graph(text: &str) -> Result<(), String> {
    let quoted = r#""(?:[^"\\]|\\["\\n])*""#;
    let attributes = format!(r"\[([a-z]+=(?:[\w-]+|{quoted})(?:, [a-z]+=(?:[\w-]+|{quoted}))*)\]");
    let general = Regex::new(&format!("^(graph|node|edge) {attributes}$")).unwrap();
    let node = Regex::new(&format!("^n(\\d+) {attributes}$")).unwrap();
    let edge = Regex::new(&format!("^n(\\d+) -> n(\\d+) {attributes}$")).unwrap();
    let label = Regex::new(&format!("label=({quoted})")).unwrap();
    let body = text.strip_prefix("digraph {\n").and_then(|text| text.strip_suffix("}\n")).ok_or("no digraph")?;
    let mut ends: Vec<bool> = Vec::new();
    let mut leaving: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut reached = BTreeSet::from([0]);
    for line in body.lines().map(str::trim) {
        if let Some(found) = node.captures(line) {
            if found[1].parse() != Ok(ends.len()) || !label.is_match(line) {
                return Err(format!("{line} is out of order, or has no label"));
            }
            ends.push(line.contains("filled"));
        } else if let Some(found) = edge.captures(line) {
            let (from, to): (usize, usize) = (found[1].parse().unwrap(), found[2].parse().unwrap());
            // Edges stand in the order in which the tree grows.
            if !reached.contains(&from) || to == 0 {
                return Err(format!("{line} begins nowhere"));
            }
            reached.insert(to);
            let first = label.captures(line).map_or(String::new(), |label| label[1].to_owned());
            let first = first.trim_matches('"').split("\\n").next().unwrap_or_default().to_owned();
            leaving.entry(from).or_default().push(first);
        } else if !general.is_match(line) {
            return Err(format!("what is {line:?}?"));
        }
    }
    for (index, is_end) in ends.iter().enumerate() {
        if !reached.contains(&index) {
            return Err(format!("nothing leads to n{index}"));
        }
        match leaving.get(&index) {
            Some(_) if *is_end => return Err(format!("n{index} is an end and leads on")),
            None if !is_end => return Err(format!("n{index} leads nowhere")),
            Some(labels) if labels.len() > 1 => adds_up(labels.iter().map(String::as_str))?,
            Some(_) | None => {}
        }
    }
    Ok(())
}

#[test]
fn the_checks_can_fail() {
    let good = "sequenceDiagram\n  actor p0 as a\n  participant p1 as b\n  p0->>p1: x\n  alt 40 %\n    p1-->>p0: y\n  else 60 %\n    p1--xp0: z\n  end\n";
    assert_eq!(sequence(good), Ok(()));
    let wrong = [
        ("40 %", "50 %"),
        ("  end\n", ""),
        ("p1--xp0: z", "p1--xp2: z"),
        ("p0->>p1: x", "p0->>p1: x;y"),
        ("p0->>p1: x", "p0->>p1: x#y"),
        ("    p1--xp0: z\n", ""),
        ("p1: x", "p1: %%{init}"),
    ];
    for (from, to) in wrong {
        assert!(sequence(&good.replace(from, to)).is_err(), "{from} as {to}");
    }
    let good = "digraph {\n  n0 [label=\"a\"]\n  n1 [label=\"b\\\"\", style=\"rounded,filled\"]\n  n0 -> n1 [label=\"x\\ny\"]\n}\n";
    assert_eq!(graph(good), Ok(()));
    for (from, to) in
        [("b\\\"", "b\""), ("n0 -> n1", "n1 -> n1"), ("x\\ny", "x\\Ny"), (", style=\"rounded,filled\"", "")]
    {
        assert!(graph(&good.replace(from, to)).is_err(), "{from} as {to}");
    }
}

#[test]
fn only_a_trace_is_drawn() {
    for line in [
        "clusters -A",
        "explain cluster x",
        "proxy-config cluster pod/x",
        "trace --batch nothing.jsonl",
        "schema trace",
    ] {
        for format in ["mermaid", "dot"] {
            let arguments = arguments_as(format, &["shop.tar.zst".to_owned()], line);
            let ran = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{line}");
            let want = format!("error: -o {format} draws the way of one request: trace FROM --to DEST");
            assert!(ran.stderr.starts_with(&want), "{line}: {}", ran.stderr);
        }
    }
}
