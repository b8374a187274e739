//! Kubeconfigs with several contexts.

use std::process::Command;

use super::super::lab::Lab;
use crate::support::run::{Ran, meshdbg, ran};

/// The current context counts unless another is named, with its user and its namespace; several files are one.
pub(crate) fn several(lab: &Lab) {
    let text = std::fs::read_to_string(&lab.kubeconfig).unwrap();
    let (start, contexts) = text.split_once("contexts:\n").unwrap();
    let of_data = "- {name: of-data, context: {cluster: here, user: forward, namespace: data}}\n";
    let other = lab.folder.join("other-kubeconfig");
    let of_other = start.replace("current-context: admin", "current-context: of-data");
    std::fs::write(&other, format!("{of_other}contexts:\n{of_data}")).unwrap();
    assert!(!contexts.contains("of-data"));

    let run = |kubeconfig: &str, arguments: &[&str]| -> Ran {
        let mut command: Command = meshdbg(&lab.folder);
        ran(&command.env("KUBECONFIG", kubeconfig).args(arguments).output().unwrap())
    };
    let (mine, others) = (lab.kubeconfig.display().to_string(), other.display().to_string());
    let both = format!("{mine}:{others}");
    let postgres = ["bootstrap", "postgres-0"];
    for (kubeconfig, more, code, wanted) in [
        // The namespace of `admin` is shop, that of `of-data` is data.
        (&mine, &[][..], 2, "no pod or workload postgres-0 in namespace shop of admin"),
        (&others, &[], 0, "postgres-0"),
        // Of several files the first that names a current context does.
        (&both, &[], 2, "no pod or workload postgres-0 in namespace shop of admin"),
        (&both, &["--context", "of-data"], 0, "postgres-0"),
        (&both, &["--context", "nobody"], 2, "User \"nobody\" cannot"),
        (&mine, &["--context", "of-data"], 2, "no context \"of-data\""),
        (&mine, &["--kubeconfig", &others], 0, "postgres-0"),
    ] {
        let arguments: Vec<&str> = postgres.iter().chain(more).copied().collect();
        let ran = run(kubeconfig, &arguments);
        let says = format!("{}{}", ran.stdout, ran.stderr);
        assert!(ran.code == code && says.contains(wanted), "{more:?}: {} {says}", ran.code);
    }
    // What a user may do is of the context too: `forward` may not exec.
    let ran = run(&both, &["listeners", "postgres-0", "--context", "of-data", "--via", "exec"]);
    assert!(ran.code == 2 && ran.stderr.contains("[pods/exec]"), "{}", ran.stderr);
}
