//! Users who may not do everything.

use super::super::lab::Lab;

/// What is forbidden is named, with the Role that would allow it.
pub(crate) fn roles(lab: &Lab) {
    let ask = ["clusters", "deploy/frontend-v1"];
    for (user, more, wanted) in [
        (
            "viewer",
            &[][..],
            &["RBAC forbids", "pods/portforward", "kind: Role", "namespace: shop", "pods/exec would do"][..],
        ),
        ("exec", &["--via", "port-forward"], &["[pods/portforward]", "verbs: [get, create]"]),
        ("forward", &["--via", "exec"], &["[pods/exec]"]),
        ("nobody", &[], &["cannot list resource \"pods\"", "verbs: [get, list]"]),
    ] {
        let arguments: Vec<&str> = ask.iter().chain(more).copied().collect();
        let ran = lab.run(user, &arguments);
        assert_eq!(ran.code, 2, "{user}: {}", ran.stderr);
        for text in wanted {
            assert!(ran.stderr.contains(text), "{user}: {text:?} is not in\n{}", ran.stderr);
        }
    }
}
