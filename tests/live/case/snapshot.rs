//! Snapshots of the mesh with real Envoys.

use std::path::Path;

use super::super::lab::Lab;
use super::reaching::AT;
use crate::support::run::Ran;

/// Takes a snapshot of a namespace.
pub(super) fn take(lab: &Lab, namespace: &str, target: &str, more: &[&str]) -> Ran {
    let arguments: Vec<&str> = ["snapshot", "-n", namespace, "-o", target].iter().chain(more).copied().collect();
    lab.run("both", &arguments)
}

/// Live and offline give the same bytes.
pub(crate) fn same_answers(lab: &Lab) {
    for target in ["./shop-folder", "shop.tar.zst"] {
        let taken = take(lab, "shop", target, &[]);
        assert_eq!(taken.code, 0, "{}", taken.stderr);
        for (from, to) in [
            ("deploy/frontend-v1", "reviews:9080"),
            ("deploy/frontend-v1", "http://cart:8080/x"),
            ("deploy/frontend-v1", "details:9080"),
            ("deploy/reviews-v1", ":9080"),
            ("gateway/shop/edge", "https://edge.example.com/"),
        ] {
            let ask = ["trace", from, "--to", to, "-o", "json", "--at", AT];
            let live = lab.run("both", &ask);
            let saved: Vec<&str> = ask.iter().chain(&["--from", target]).copied().collect();
            let saved = lab.run("both", &saved);
            assert_eq!(
                (live.code, &live.stdout),
                (saved.code, &saved.stdout),
                "{from} {to} {target}: {}",
                saved.stderr
            );
        }
        for proxy in ["deploy/frontend-v1", "gateway/shop/edge"] {
            for table in [
                "listeners",
                "chains",
                "routes",
                "routes --name 9080",
                "clusters",
                "clusters --fqdn Reviews",
                "secrets",
                "ecds",
                "filters",
            ] {
                let mut ask: Vec<&str> = table.split(' ').collect();
                ask.extend([proxy, "-o", "json", "--at", AT]);
                let live = lab.run("both", &ask);
                let saved: Vec<&str> = ask.iter().chain(&["--from", target]).copied().collect();
                let saved = lab.run("both", &saved);
                assert!(live.code == 0 && live.stdout == saved.stdout, "{proxy} {table} {target}: {}", live.stderr);
            }
        }
    }
    let again = take(lab, "shop", "shop.tar.zst", &[]);
    assert!(again.code == 2 && again.stderr.contains("is there already"), "{}", again.stderr);
}

/// No key, no value of a Secret, no environment of an application.
pub(crate) fn no_secrets(lab: &Lab) {
    let mut texts = 0;
    for entry in walkdir::WalkDir::new(Path::new(&lab.folder).join("shop-folder")).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let text = std::fs::read(entry.path()).unwrap();
            let text = String::from_utf8_lossy(&text);
            for secret in ["PRIVATE KEY", "hunter2"] {
                assert!(!text.contains(secret), "{} holds {secret}", entry.path().display());
            }
            texts += 1;
        }
    }
    assert!(texts > 10);
}

/// The way of a request is the same by other names; the words of the mesh are gone, and statistics are there when asked
/// for.
pub(crate) fn redacted(lab: &Lab) {
    let more = ["--redact", "--redact-map", "map.json", "--stats"];
    let taken = take(lab, "shop", "./redacted", &more);
    assert_eq!(taken.code, 0, "{}", taken.stderr);
    let folder = Path::new(&lab.folder);
    let map: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.join("map.json")).unwrap()).unwrap();
    let word = |name: &str| map["words"][name].as_str().unwrap().to_owned();
    let (frontend, reviews, shop) = (word("frontend"), word("reviews"), word("shop"));
    let deployment = format!("deploy/{frontend}-v1");
    let ask = |from: &str, to: &str, namespace: &str, more: &[&str]| {
        let arguments = ["trace", from, "--to", to, "-n", namespace, "--at", AT, "-o", "json"];
        lab.run("both", &[&arguments, more].concat())
    };
    let live = ask("deploy/frontend-v1", "reviews:9080", "shop", &[]);
    let other = ask(&deployment, &format!("{reviews}:9080"), &shop, &["--from", "./redacted"]);
    // All Envoys of the lab have the same throw-away certificate, which is nobody's.
    assert_eq!((live.code, other.code), (1, 1), "{}{}", live.stderr, other.stderr);
    let dispositions = |text: &str| {
        let wanted = ["\"disposition\"", "\"code\"", "\"share\"", "\"holds\""];
        text.lines().filter(|line| wanted.iter().any(|word| line.contains(word))).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(dispositions(&live.stdout), dispositions(&other.stdout));
    let mut texts = 0;
    for entry in walkdir::WalkDir::new(folder.join("redacted")).into_iter().map(Result::unwrap) {
        let inside = entry.path().strip_prefix(folder).unwrap().display().to_string();
        assert!(!inside.contains("frontend") && !inside.contains("shop"), "{inside}");
        if entry.file_type().is_file() {
            let text = std::fs::read(entry.path()).unwrap();
            let text = String::from_utf8_lossy(&text);
            for name in ["reviews", "frontend", "shop.svc", "ns/shop", "10.244.1.14"] {
                let found = text.find(name).map(|at| text.get(at.saturating_sub(60)..at + 40).unwrap_or_default());
                assert!(found.is_none(), "{inside} holds {name}: {found:?}");
            }
            texts += 1;
        }
    }
    assert!(texts > 10);
    let stats = lab.run("both", &["stats", &deployment, "-n", &shop, "--from", "./redacted"]);
    assert!(stats.code == 0 && stats.stdout.contains("envoy server"), "{}{}", stats.stdout, stats.stderr);
}
