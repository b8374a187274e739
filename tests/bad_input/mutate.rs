//! Arbitrary bytes, and good files with some bytes changed: whatever comes of them, it is no panic.

use std::sync::OnceLock;

use meshdbg::collect::Source;
use proptest::prelude::*;

use super::attempt::of_sources;
use crate::support::fixture;

/// Good files of several kinds, unpacked where they are packed.
fn good() -> &'static [Vec<u8>] {
    static GOOD: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    GOOD.get_or_init(|| {
        let names = [
            "istio-1.4.json",
            "istio-1.5.json",
            "resource_masked.json",
            "clusters.json",
            "clusters.txt",
            "kubectl_list.yaml",
            "kubectl_list.json",
            "manifests.yaml",
            "with_eds.json.zst",
            "mixture/old.tar.gz",
        ];
        let read = |name: &&str| {
            let bytes = std::fs::read(fixture("shapes").join(name)).unwrap();
            zstd::decode_all(&bytes[..]).unwrap_or(bytes)
        };
        names.iter().map(read).collect()
    })
}

/// A change to a file.
#[derive(Debug, Clone)]
enum Change {
    /// These bytes in place of as many.
    Put(prop::sample::Index, Vec<u8>),
    /// So many bytes less.
    Cut(prop::sample::Index, u8),
    /// What follows is gone.
    End(prop::sample::Index),
    /// A piece of it once more.
    Again(prop::sample::Index, u16),
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<prop::sample::Index>;
    let words = prop::sample::select(vec![
        "null",
        "{}",
        "[]",
        "\"\"",
        "-1",
        "1e999",
        "18446744073709551616",
        "true",
        "\"@type\"",
        "\"\\ud800\"",
        "&a *a",
        "- ",
        "---\n",
        "::",
        "[::1]:80",
        "\u{feff}",
        "\0",
    ]);
    let words = words.prop_map(|word| word.as_bytes().to_vec());
    prop_oneof![
        (place(), prop_oneof![prop::collection::vec(any::<u8>(), 1..6), words])
            .prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (place(), 1..80_u8).prop_map(|(at, bytes)| Change::Cut(at, bytes)),
        place().prop_map(Change::End),
        (place(), 1..2000_u16).prop_map(|(at, bytes)| Change::Again(at, bytes)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    let until = |at: usize, count: usize| (at + count).min(length);
    match change {
        Change::Put(at, with) => {
            let at = at.index(length);
            bytes.splice(at..until(at, with.len()), with.iter().copied());
        }
        Change::Cut(at, count) => {
            let at = at.index(length);
            bytes.drain(at..until(at, usize::from(*count)));
        }
        Change::End(at) => bytes.truncate(at.index(length)),
        Change::Again(at, count) => {
            let at = at.index(length);
            let piece = bytes[at..until(at, usize::from(*count))].to_vec();
            bytes.splice(at..at, piece);
        }
    }
}

fn source(name: &str, bytes: Vec<u8>) -> Source {
    Source::Bytes { name: name.to_owned(), bytes: bytes.into() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_do_not_panic(bytes: Vec<u8>, start in prop::sample::select(vec!["", "{\"configs\":[", "apiVersion: ", "a::observability_name::a\n"])) {
        of_sources(&[source("x", [start.as_bytes(), &bytes].concat())]);
    }

    #[test]
    fn changed_files_do_not_panic(which in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 1..12)) {
        let mut bytes = which.get(good()).clone();
        for change in &changes {
            apply(&mut bytes, change);
        }
        of_sources(&[source("x", bytes)]);
    }
}
