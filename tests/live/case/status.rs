//! What istiods say of the proxies, and what they would send.

use super::super::istiod::NACK;
use super::super::lab::Lab;
use super::snapshot::take;

/// The clusters in which istiod and the frontend differ.
pub(crate) const CHANGED: &str = "outbound|9080|v1|reviews.shop.svc.cluster.local";
/// One that istiod would not send.
pub(crate) const GONE: &str = "outbound|9080|v3|reviews.shop.svc.cluster.local";
/// One that the frontend does not have.
pub(crate) const NEW: &str = "outbound|9080|v9|reviews.shop.svc.cluster.local";

/// The lists of all istiods are joined, over both transports; only who is behind is asked itself.
pub(crate) fn lists(lab: &Lab) {
    let ask = ["status", "-n", "shop", "-v"];
    let forwarded = lab.run("forward", &ask);
    assert_eq!(forwarded.code, 1, "{}", forwarded.stderr);
    let (_, why) = NACK.split_once(": ").unwrap();
    for text in
        ["4 of 6 synced: 1 rejected, 1 stale", "CDS rejected; LDS EDS synced", why, "DestinationRule shop/reviews"]
    {
        assert!(forwarded.stdout.contains(text), "{text:?} is not in\n{}", forwarded.stdout);
    }
    for (says, is_said) in [
        ("istio-system/istiod-new-1: read by port-forward", true),
        ("istio-system/istiod-old-1: read by port-forward", true),
        ("shop/reviews-v2-l84pwjtcml-47zb6: read by", true),
        ("shop/frontend-v1-mh65l5nm7j-rzjl7: read by", false),
        ("warning:", false),
    ] {
        assert_eq!(forwarded.stderr.contains(says), is_said, "{says}: {}", forwarded.stderr);
    }
    let executed = lab.run("exec", &ask);
    assert!(executed.stderr.contains("istiod-new-1: read by exec"), "{}", executed.stderr);
    assert_eq!((executed.code, executed.stdout), (1, forwarded.stdout));
    let older = lab.run("both", &["ps", "-n", "team-b"]);
    assert!(older.code == 0 && older.stdout.contains("1 of 1 synced"), "{}{}", older.stdout, older.stderr);
    let odd = lab.run("both", &["status", "pod/native", "-n", "odd"]);
    assert!(odd.code == 1 && odd.stdout.contains("not connected"), "{}{}", odd.stdout, odd.stderr);
}

/// What a real Envoy holds is what it was sent, whatever the two print; and where it is not, only that is told.
pub(crate) fn drift(lab: &Lab) {
    // A gateway with a port that the kernel may have given to a connection would be another matter.
    for pod in ["deploy/ratings-v1", "deploy/reviews-v1", "gateway/shop/edge"] {
        let same = lab.run("both", &["status", pod, "-o", "wide"]);
        assert!(same.code == 0 && same.stdout.contains("none"), "{pod}: {}{}", same.stdout, same.stderr);
    }
    let drifted = lab.run("both", &["status", "deploy/frontend-v1", "-o", "json"]);
    assert_eq!(drifted.code, 1, "{}", drifted.stderr);
    let drifted: serde_json::Value = serde_json::from_str(&drifted.stdout).unwrap();
    for kind in drifted["proxies"][0]["drift"]["kinds"].as_array().unwrap() {
        if kind["xds"] == "CDS" {
            let changed = serde_json::json!([{ "name": CHANGED, "fields": ["connect_timeout"] }]);
            assert_eq!(kind["differing"], changed);
            assert_eq!(kind["only_istiod"], serde_json::json!([NEW]));
            assert_eq!(kind["only_proxy"], serde_json::json!([GONE]));
        } else {
            assert!(kind["same"].as_u64() > Some(0) || kind["xds"] == "ECDS" || kind["xds"] == "SDS", "{kind}");
            assert!(kind.get("differing").is_none() && kind.get("only_proxy").is_none(), "{kind}");
        }
    }
}

/// Who may not ask istiod is told what would allow it, and gets what the proxies show.
pub(crate) fn forbidden(lab: &Lab) {
    let partial = lab.run("partial", &["status", "-n", "shop"]);
    assert_eq!(partial.code, 3, "{}{}", partial.stdout, partial.stderr);
    for text in [
        "istiod istio-system/istiod-new-1: RBAC forbids it",
        "kind: Role\n",
        "namespace: istio-system",
        "[pods/portforward]",
    ] {
        assert!(partial.stderr.contains(text), "{text:?} is not in\n{}", partial.stderr);
    }
    assert_eq!(partial.stderr.matches("kind: Role\n").count(), 1, "{}", partial.stderr);
    // What the first of them taught of the namespace is not left out of what is said of the second.
    let in_turn = lab.run("partial", &["status", "-n", "shop", "--concurrency", "1"]);
    assert_eq!(in_turn.stderr, partial.stderr);
    assert!(partial.stdout.contains("6 proxies: nothing wrong is known"), "{}", partial.stdout);
    let viewer = lab.run("viewer", &["status", "-n", "shop"]);
    assert_eq!(viewer.code, 2, "{}", viewer.stdout);
    for text in ["neither an istiod nor a proxy", "namespace: istio-system", "namespace: shop", "6 more like these"] {
        assert!(viewer.stderr.contains(text), "{text:?} is not in\n{}", viewer.stderr);
    }
}

/// A snapshot keeps the pages.
pub(crate) fn kept(lab: &Lab) {
    let taken = take(lab, "shop", "with-istiods.tar.zst", &[]);
    assert!(taken.code == 0 && !taken.stderr.contains("warning:"), "{}", taken.stderr);
    let summary = |text: &str| text.lines().take(3).collect::<Vec<_>>().join("\n");
    let live = lab.run("both", &["status", "-n", "shop"]);
    let saved = lab.run("nobody", &["status", "-n", "shop", "--from", "with-istiods.tar.zst"]);
    assert_eq!((saved.code, summary(&saved.stdout)), (1, summary(&live.stdout)), "{}", saved.stderr);
    let capture =
        meshdbg::collect::read(&[meshdbg::collect::Source::Path(lab.folder.join("with-istiods.tar.zst"))]).unwrap();
    for page in
        ["istiod/istio-system.istiod-new-1/endpointz.json", "istiod/istio-system.istiod-old-1/configz.list.json"]
    {
        assert!(capture.documents.iter().any(|document| document.place.ends_with(page)), "{page} is missing");
    }
}
