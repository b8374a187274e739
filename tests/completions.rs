//! `completions/` holds what the binary writes. Run with `UPDATE=1` to write it anew.

use std::path::Path;

use crate::support::run::run;

const FILES: [(&str, &str); 4] =
    [("bash", "meshdbg.bash"), ("zsh", "_meshdbg"), ("fish", "meshdbg.fish"), ("powershell", "_meshdbg.ps1")];

#[test]
fn completions_are_fresh() {
    for (shell, name) in FILES {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions").join(name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &ran.stdout).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == ran.stdout, "completions/{name} is old: UPDATE=1 cargo test completions writes it anew");
    }
}
