//! Statistics of running proxies.

use serde_json::Value;

use super::super::lab::Lab;

/// By port-forward, by exec and by a URL; once, and as they change.
pub(crate) fn of_pods(lab: &Lab) {
    let frontend = "deploy/frontend-v1";
    for more in [&[][..], &["--via", "exec"]] {
        let ran = lab.run("both", &[&["stats", frontend, "--zeros", "-o", "json"], more].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
        let groups = answer["proxies"][0]["groups"].as_array().unwrap();
        // What Istio has its proxies count of clusters: the control plane.
        let control = groups.iter().find(|group| group["name"] == "xds-grpc").unwrap();
        assert_eq!(control["kind"], "cluster");
        let stats = control["stats"].as_array().unwrap();
        assert!(stats.iter().any(|stat| stat["name"] == "membership_total" && stat["type"] == "gauge"), "{stats:?}");
    }
    // Envoy takes such measures every five seconds.
    let watched = lab.run("both", &["stats", frontend, "--watch", "6", "--times", "1", "-o", "json"]);
    assert_eq!(watched.code, 0, "{}", watched.stderr);
    let intervals: Vec<Value> = watched.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(intervals.len(), 1, "{}", watched.stdout);
    for interval in &intervals {
        let groups = interval["proxies"][0]["groups"].as_array().unwrap();
        let mut stats = groups.iter().flat_map(|group| group["stats"].as_array().unwrap());
        assert!(
            stats.any(|stat| stat["full_name"] == "server.uptime" && stat["change"].as_i64() > Some(0)),
            "{interval}"
        );
    }
    let frontend = lab.recorded.iter().find(|pod| pod.name.starts_with("frontend")).unwrap();
    let url = format!("http://{}:15000", frontend.address);
    let ran = lab
        .run("nowhere", &["stats", "--from", &url, "--filter", "uptime", "--zeros", "--watch", "0.2", "--times", "2"]);
    assert!(ran.code == 0 && ran.stdout.matches("  +").count() == 2, "{}{}", ran.stdout, ran.stderr);
}
