//! Errors that help.

use std::time::{Duration, Instant};

use super::super::fake::{self, Manner};
use super::super::lab::Lab;
use crate::support::run::{meshdbg, ran};

/// Each odd pod says what is wrong with it.
pub(crate) fn proxies(lab: &Lab) {
    for (pod, more, wanted) in [
        ("closed", &[][..], &["nobody listens at its admin port 15000", "--admin-port"][..]),
        ("cuts", &["--via", "exec"], &["broke off after"]),
        ("cuts", &["--timeout", "2"], &["no whole answer within 2 s"]),
        ("stranger", &[], &["answers 404: not found", "--admin-port"]),
        ("plain", &[], &["no sidecar", "injection"]),
        ("waiting", &[], &["has not started (ImagePullBackOff: no such image)"]),
        ("distroless", &["--via", "exec"], &["neither pilot-agent nor curl", "kubectl debug"]),
        ("plian", &[], &["no pod or workload plian in namespace odd", "odd/"]),
    ] {
        let arguments: Vec<&str> = ["clusters", pod, "-n", "odd"].iter().chain(more).copied().collect();
        let ran = lab.run("both", &arguments);
        assert_eq!(ran.code, 2, "{pod}: {}", ran.stderr);
        for text in wanted {
            assert!(ran.stderr.contains(text), "{pod}: {text:?} is not in\n{}", ran.stderr);
        }
    }
    // kwok keeps a stream open whose other end is closed; a connection of one's own ends.
    let url = format!("http://{}:{}", Manner::Cuts.address(), fake::PORT);
    let ran = lab.run("both", &["clusters", "--from", &url]);
    assert!(ran.code == 2 && ran.stderr.contains("broke off after"), "{}", ran.stderr);
    let started = Instant::now();
    let ran = lab.run("both", &["clusters", "hangs", "-n", "odd", "--timeout", "2"]);
    assert!(ran.code == 2 && ran.stderr.contains("within 2 s") && ran.stderr.contains("--timeout"), "{}", ran.stderr);
    assert!(started.elapsed() < Duration::from_secs(15), "a hanging proxy takes {:?}", started.elapsed());
}

/// So does a cluster.
pub(crate) fn clusters(lab: &Lab) {
    for (user, wanted) in [
        ("expired", &["credentials of context expired", "kubectl auth whoami"][..]),
        ("nowhere", &["API server https://127.0.0.1:1", "cannot be reached"]),
        ("elsewhere", &["no context \"elsewhere\"", "it has admin, both"]),
    ] {
        let ran = lab.run(user, &["clusters", "deploy/frontend-v1"]);
        assert_eq!(ran.code, 2, "{user}: {}", ran.stderr);
        for text in wanted {
            assert!(ran.stderr.contains(text), "{user}: {text:?} is not in\n{}", ran.stderr);
        }
    }
    // Without any, what to do is said; one that is named has to be there.
    let none = |arguments: &[&str]| ran(&meshdbg(&lab.folder).args(arguments).output().unwrap());
    for (arguments, wanted) in [
        (&["clusters", "web"][..], &["nothing to read: there is no kubeconfig", "--kubeconfig", "--from"][..]),
        (&["clusters", "web", "--kubeconfig", "missing.yaml"], &["missing.yaml", "cannot be read"]),
    ] {
        let ran = none(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
        for text in wanted {
            assert!(ran.stderr.contains(text), "{arguments:?}: {text:?} is not in\n{}", ran.stderr);
        }
    }
}
