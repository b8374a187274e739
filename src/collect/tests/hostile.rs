//! Archives and streams made to do harm, with small limits so that the tests need no large input.

use proptest::prelude::*;

use super::input::*;
use crate::collect::limit::Budget;
use crate::collect::source::read_within;
use crate::collect::{Error, Source, read};

fn small() -> Budget {
    Budget { document: 100_000, total: 400_000, files: 5, depth: 3, ..Budget::default() }
}

/// A dump padded to a size. It packs well.
fn large(size: usize) -> String {
    format!("{{\"configs\": [{}]}}", " ".repeat(size))
}

/// Reads within the small budget; the places of documents and the gaps.
fn outcome(bytes: Vec<u8>) -> (Vec<String>, Vec<(String, String)>) {
    let source = [packed("x", bytes), packed("good", DUMP)];
    let capture = read_within(&source, &small()).unwrap();
    let places = capture.documents.into_iter().map(|d| d.place).filter(|place| place != "good");
    let gaps = capture.gaps.into_iter().map(|gap| (gap.place, gap.reason));
    (places.collect(), gaps.collect())
}

#[test]
fn bombs_do_not_go_off() {
    let bomb = large(200_000);
    let cases = [
        ("gzip", gzip(&bomb)),
        ("zstd", zstd(&bomb)),
        ("gzip in gzip", gzip(gzip(&bomb))),
        ("plain", bomb.clone().into_bytes()),
    ];
    for (what, bytes) in cases {
        let (places, gaps) = outcome(bytes);
        assert!(places.is_empty(), "{what}");
        assert!(gaps[0].1.contains("more than 100000 bytes"), "{what}: {gaps:?}");
    }
}

#[test]
fn a_large_member_does_not_hide_the_others() {
    let bomb = large(200_000);
    let files = [("a.json", &*bomb), ("b.json", DUMP), ("core", "\0"), ("d.json.gz", "")];
    for archive in [tar(&files), gzip(tar(&files))] {
        let (places, gaps) = outcome(archive);
        assert_eq!(places, ["x!b.json"]);
        assert_eq!(gaps.len(), 1, "{gaps:?}");
        assert_eq!(gaps[0].0, "x!a.json");
    }
}

#[test]
fn an_archive_is_unpacked_up_to_its_limit() {
    let part = "0".repeat(150_000);
    let files = [("a.json", DUMP), ("b.log", &part), ("c.log", &part), ("d.log", &part), ("e.json", DUMP)];
    let (places, gaps) = outcome(gzip(tar(&files)));
    assert_eq!(places, ["x!a.json"]);
    assert!(gaps[0].1.starts_with("unpacks to more than 400000 bytes"), "{gaps:?}");
}

#[test]
fn members_and_nesting_are_counted() {
    let files: Vec<(String, &str)> = (0..9).map(|n| (format!("{n}.json"), DUMP)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, *text)).collect();
    let (places, gaps) = outcome(tar(&files));
    assert_eq!(places.len(), 5);
    assert_eq!(gaps[0].1, "holds more than 5 files; the rest was not read");

    let (places, gaps) = outcome(gzip(gzip(gzip(gzip(DUMP)))));
    assert!(places.is_empty());
    assert!(gaps[0].1.contains("more than 3 deep"), "{gaps:?}");
}

#[test]
fn all_documents_together_are_counted() {
    let dump = large(90_000);
    let sources: Vec<Source> = (0..5).map(|n| packed(&format!("s{n}"), dump.clone())).collect();
    let error = read_within(&sources, &small()).unwrap_err();
    assert!(matches!(&error, Error::TooMuch { place, .. } if place == "s4"), "{error}");
}

/// A header that the tar library would not write.
fn header(name: &str, size: u64, kind: tar::EntryType) -> Vec<u8> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_entry_type(kind);
    header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_cksum();
    header.as_bytes().to_vec()
}

fn member(name: &str, text: &str) -> Vec<u8> {
    let mut bytes = header(name, text.len() as u64, tar::EntryType::Regular);
    bytes.extend(text.bytes());
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    bytes
}

#[test]
fn members_that_climb_out_are_refused() {
    for name in ["../a.json", "a/../../b.json", "/etc/a.json", "C:\\a.json", "..\\a.json"] {
        let archive = [member("ok.json", DUMP), member(name, DUMP), vec![0; 1024]].concat();
        let (places, gaps) = outcome(archive);
        assert_eq!(places, ["x!ok.json"], "{name}");
        assert_eq!(gaps[0].0, format!("x!{name}"));
        assert!(gaps[0].1.contains("not read"), "{gaps:?}");
    }
}

#[test]
fn members_that_lie_about_their_size_are_cut_short() {
    use tar::EntryType::{GNULongName, GNUSparse, Regular, XHeader};
    let ten = 10 << 30;
    for kind in [Regular, GNULongName, XHeader, GNUSparse] {
        let lie = [header("lie.json", ten, kind), large(5_000).into_bytes()].concat();
        let (places, gaps) = outcome([member("ok.json", DUMP), lie].concat());
        assert_eq!(places, ["x!ok.json"], "{kind:?}");
        assert!(!gaps.is_empty(), "{kind:?}");
    }
}

#[test]
fn what_breaks_off_counts_up_to_there() {
    let files = [("a.json", DUMP), ("b.json", &*large(90_000)), ("c.json", DUMP)];
    let whole = tar(&files);
    let (places, gaps) = outcome(whole[..20_000].to_vec());
    assert_eq!(places, ["x!a.json"]);
    assert!(gaps[0].1.starts_with("breaks off"), "{gaps:?}");

    let packed = gzip(DUMP);
    let (places, gaps) = outcome(packed[..packed.len() / 2].to_vec());
    assert!(places.is_empty());
    assert!(gaps[0].1.contains("middle of its compressed data"), "{gaps:?}");

    let mut damaged = gzip(&whole);
    let middle = damaged.len() / 2;
    damaged[middle..].fill(0x55);
    assert!(!outcome(damaged).1.is_empty());
}

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "apiVersion: v1\n",
        "kind: Secret\n",
        "kind: SecretList\n",
        "data:\n",
        "  a: b\n",
        "  a: |\n",
        "    x\n",
        "items:\n",
        "- ",
        "---\n",
        "metadata: {annotations: {a: b}}\n",
        "&a ",
        "*a\n",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"kind\"",
        "\"Secret\"",
        "\"data\"",
        "\"private_key\"",
        "\"inline_string\"",
        "\"x\"",
        "é",
        "\n",
        "\r\n",
        "\"configs\"",
        "\"items\"",
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        "PRIVATE KEY-----",
        "MIIE",
        "UFJJVkFURSBLRV",
        "\u{feff}",
        " ",
        "\t",
        "\0",
        "'",
        "a::default_priority::b\n",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop_oneof![any::<Vec<u8>>(), pieces()], cut in 0..4_usize) {
        let whole = match cut {
            0 => bytes,
            1 => gzip(bytes),
            2 => tar(&[("a.json", bytes)]),
            _ => zstd(tar(&[("a.yaml", bytes)])),
        };
        let _ = read(&[packed("x", whole)]);
    }

    #[test]
    fn damaged_archives_do_not_either(at in 0..3000_usize, with: u8) {
        let mut archive = tar(&[("a.json", DUMP), ("b.yaml", LIST)]);
        let at = at % archive.len();
        archive[at] = with;
        let mut packed_up = gzip(&archive);
        let end = packed_up.len();
        packed_up[at % end] ^= with;
        let _ = read(&[packed("x", archive), packed("y", packed_up)]);
    }

    #[test]
    fn lines_keep_their_numbers(bytes in pieces()) {
        if let Ok(capture) = read(&[packed("x", bytes.clone())]) {
            let lines = |bytes: &[u8]| memchr::memchr_iter(b'\n', bytes).count();
            for document in capture.documents {
                prop_assert_eq!(lines(&document.text), lines(&bytes));
            }
        }
    }
}
