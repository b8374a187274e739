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
