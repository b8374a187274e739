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
        let reviews =
            groups.iter().find(|group| group["name"] == "outbound|9080|v1|reviews.shop.svc.cluster.local").unwrap();
        assert_eq!(reviews["kind"], "cluster");
        let owners = reviews["owners"].to_string();
        assert!(owners.contains("\"reviews\"") && owners.contains("DestinationRule"), "{owners}");
        let stats = reviews["stats"].as_array().unwrap();
        assert!(stats.iter().any(|stat| stat["name"] == "upstream_cx_total" && stat["type"] == "counter"), "{stats:?}");
        assert!(
            groups.iter().any(|group| group["kind"] == "listener" && group["name"] == "virtualInbound"),
            "{groups:?}"
        );
    }
    // The admin port counts each question that it is asked.
    let watched = lab.run("both", &["stats", frontend, "--watch", "0.2", "--times", "2", "-o", "json"]);
    assert_eq!(watched.code, 0, "{}", watched.stderr);
    let intervals: Vec<Value> = watched.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(intervals.len(), 2, "{}", watched.stdout);
    for interval in &intervals {
        let stats = interval["proxies"][0]["groups"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|group| group["stats"].as_array().unwrap());
        let rates: Vec<f64> = stats.filter_map(|stat| stat["per_second"].as_f64()).collect();
        assert!(rates.iter().any(|rate| *rate > 0.0), "{interval}");
    }
    let frontend = lab.recorded.iter().find(|pod| pod.name.starts_with("frontend")).unwrap();
    let url = format!("http://{}:15000", frontend.address);
    let ran =
        lab.run("nowhere", &["stats", "--from", &url, "--filter", "^http.admin", "--watch", "0.2", "--times", "1"]);
    assert!(ran.code == 0 && ran.stdout.contains("/s"), "{}{}", ran.stdout, ran.stderr);
}
