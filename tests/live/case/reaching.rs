//! Ways to a proxy, and names for it.

use super::super::lab::Lab;

/// When requests and certificates are judged.
pub(super) const AT: &str = "2026-11-20T14:00:00Z";

/// Port-forward and exec give the same; the one that RBAC allows is chosen, and said with `-v`.
pub(crate) fn transports(lab: &Lab) {
    let ask = ["trace", "deploy/frontend-v1", "--to", "reviews:9080", "-o", "json", "--at", AT];
    let wanted = lab.run("admin", &ask);
    assert_eq!(wanted.code, 0, "{}", wanted.stderr);
    for (user, more, says) in [
        ("admin", &["--via", "port-forward"][..], "read by port-forward"),
        ("admin", &["--via", "exec"], "read by exec"),
        ("forward", &[], "read by port-forward"),
        ("exec", &[], "read by exec"),
    ] {
        let arguments: Vec<&str> = ask.iter().chain(more).chain(&["-v"]).copied().collect();
        let ran = lab.run(user, &arguments);
        assert_eq!(ran.code, 0, "{user} {more:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(says), "{user} {more:?}: {}", ran.stderr);
        assert!(!ran.stderr.contains("warning:"), "{user} {more:?}: {}", ran.stderr);
        let differing = ran.stdout.lines().zip(wanted.stdout.lines()).find(|(one, other)| one != other);
        assert!(ran.stdout == wanted.stdout, "{user} {more:?} gives another trace: {differing:?}");
    }
}

/// Pods by their own names, and by those of what they belong to.
pub(crate) fn names(lab: &Lab) {
    let cases: [(&[&str], &str); 9] = [
        (&["pod/frontend-v1-mh65l5nm7j-rzjl7"], "frontend-v1-mh65l5nm7j-rzjl7"),
        (&["frontend-v1-mh65l5nm7j-rzjl7.shop", "-n", "data"], "frontend-v1-mh65l5nm7j-rzjl7"),
        (&["frontend-v1"], "frontend-v1-mh65l5nm7j-rzjl7"),
        (&["deploy/reviews-v1"], "reviews-v1-bjpg8jxrvm-226bt"),
        (&["sts/postgres", "-n", "data"], "postgres-0"),
        (&["svc/frontend"], "frontend-v1-mh65l5nm7j-rzjl7"),
        (&["gateway/shop/edge"], "edge-istio-t7tntqg6gc-gq9jk"),
        (&["gateway/istio-ingress/public"], "ingressgateway-dnr7p5twdd-nnr9w"),
        (&["-l", "app=frontend"], "frontend-v1-mh65l5nm7j-rzjl7"),
    ];
    for (arguments, want) in cases {
        let arguments: Vec<&str> = ["bootstrap"].iter().chain(arguments).copied().collect();
        let ran = lab.run("both", &arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stdout.contains(want), "{arguments:?}: {}", ran.stdout);
    }
    // Only what is needed is asked for, on both ways.
    for via in ["port-forward", "exec"] {
        let ran = lab.run("both", &["clusters", "frontend-v1", "--fqdn", "reviews", "-v", "--via", via]);
        assert!(ran.code == 0 && ran.stdout.contains("reviews.shop"), "{via}: {}{}", ran.stdout, ran.stderr);
        let asked = "asks for config_dump?mask=bootstrap,last_updated&name_regex=-, config_dump?mask=static_clusters,";
        assert!(ran.stderr.contains(asked), "{via}: {}", ran.stderr);
        assert!(!ran.stderr.contains("the whole is read"), "{via}: {}", ran.stderr);
    }
    // A native sidecar with an admin port of its own.
    let native = lab.run("both", &["listeners", "native", "-n", "odd", "-v"]);
    assert!(native.code == 0 && native.stderr.contains("odd/native: read by"), "{}", native.stderr);
}

/// Every other command works as well.
pub(crate) fn tables(lab: &Lab) {
    let frontend = "deploy/frontend-v1";
    for (arguments, want) in [
        (&["clusters", frontend, "--fqdn", "reviews"][..], "DestinationRule shop/reviews"),
        (&["routes", frontend, "--name", "9080"], "VirtualService shop/reviews"),
        (&["endpoints", "-A", "-n", "shop", "--cluster", "outbound|9080|v1|reviews"], "10.244.1.14:9080"),
        (&["proxy-config", "cluster", frontend], "reviews.shop.svc.cluster.local"),
        (&["explain", "cluster", "outbound|9080|v1|reviews.shop.svc.cluster.local"], "DestinationRule shop/reviews"),
        (&["trace", "deploy/reviews-v1", "--to", ":9080"], "inbound"),
    ] {
        let ran = lab.run("both", arguments);
        assert_ne!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stdout.contains(want), "{arguments:?}: {}\n{}", ran.stdout, ran.stderr);
    }
}

/// A plain URL, without a cluster.
pub(crate) fn admin_port(lab: &Lab) {
    let frontend = lab.recorded.iter().find(|pod| pod.name.starts_with("frontend")).unwrap();
    let url = format!("http://{}:15000", frontend.address);
    let ran = lab.run("nowhere", &["trace", "--to", "reviews:9080", "--from", &url]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("outbound|9080|v1|reviews"), "{}", ran.stdout);
    let closed = lab.run("nowhere", &["clusters", "--from", "http://127.0.0.1:1"]);
    assert!(closed.code == 2 && closed.stderr.contains("nobody listens"), "{}", closed.stderr);
}

/// Setting levels needs a yes, and is undone.
pub(crate) fn log_levels(lab: &Lab) {
    let ask = ["log", "deploy/frontend-v1"];
    let before = lab.run("both", &ask);
    assert!(before.code == 0 && before.stdout.contains("warning"), "{}{}", before.stdout, before.stderr);
    let set = |more: &[&str]| lab.run("both", &ask.iter().chain(more).copied().collect::<Vec<_>>());
    let unasked = set(&["--set", "rbac=debug"]);
    assert!(unasked.code == 2 && unasked.stderr.contains("--yes"), "{}", unasked.stderr);
    for more in [&[][..], &["--via", "exec"]] {
        let changed = set(&[&["--set", "rbac=debug", "--yes"], more].concat());
        assert!(changed.stdout.contains("debug     rbac\n"), "{}{}", changed.stdout, changed.stderr);
        let undone = set(&[&["--reset", "--yes"], more].concat());
        assert_eq!(undone.stdout, before.stdout, "{}", undone.stderr);
    }
}
