//! `meshdbg ztunnel` prints what `istioctl ztunnel-config` printed for the same dumps.

use serde_json::Value;

use crate::support;
use crate::support::run::run;

/// A time at which the certificates of the recording are valid.
const AT: &str = "2026-11-20T14:20:00Z";

/// What the command prints for `NODE.KIND.FORMAT`.
fn printed(node: &str, kind: &str, format: &str) -> String {
    let format = if format == "txt" { "table" } else { format };
    let ran = run(&["zc", kind, "--node", node, "-o", format, "--at", AT, "--from", "ambient.tar.zst"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{node} {kind} {format}");
    ran.stdout
}

#[test]
fn tables_are_those_of_istioctl() {
    let mut compared = 0;
    for (path, bytes) in support::unpacked("ambient-traffic.tar.zst") {
        let Some(name) = path.strip_prefix("istioctl/node-") else { continue };
        let [node, kind, format] = name.split('.').collect::<Vec<_>>()[..] else { panic!("{name}") };
        let got = printed(&format!("node-{node}"), kind, format);
        let want = String::from_utf8(bytes).unwrap();
        match format {
            "txt" => assert_eq!(got, want, "{name}"),
            // istioctl prints the dump as it came.
            "json" if kind == "all" => assert_eq!(got, want, "{name}"),
            "json" => holds(&serde_json::from_str(&got).unwrap(), &serde_json::from_str(&want).unwrap(), name),
            _ => {
                holds(&serde_saphyr::from_str(&got).unwrap(), &serde_saphyr::from_str(&want).unwrap(), name);
            }
        }
        compared += 1;
    }
    assert_eq!(compared, 36);
}

/// All that istioctl says is there, with the same values: but for what it adds of its own, which is empty.
fn holds(got: &Value, want: &Value, place: &str) {
    let is_empty = ["null", "\"\"", "{}", r#"{"protocol":""}"#].contains(&want.to_string().as_str());
    match (got, want) {
        (Value::Object(got), Value::Object(want)) => {
            for (key, want) in want {
                holds(got.get(key).unwrap_or(&Value::Null), want, &format!("{place}.{key}"));
            }
        }
        (Value::Array(got), Value::Array(want)) => {
            assert_eq!(got.len(), want.len(), "{place}");
            got.iter().zip(want).for_each(|(got, want)| holds(got, want, place));
        }
        (got, want) => assert!(got == want || got.is_null() && is_empty, "{place}: {got} {want}"),
    }
}

#[test]
fn filters_leave_rows_out() {
    let rows = |line: &str| {
        let mut arguments: Vec<&str> = line.split(' ').collect();
        arguments.extend(["--at", AT, "--from", "ambient.tar.zst"]);
        let ran = run(&arguments);
        assert_eq!(ran.code, 0, "{line}: {}", ran.stderr);
        ran.stdout.lines().count() - 1
    };
    let cases = [
        ("ztunnel workloads", 28),
        ("ztunnel workload --workload-namespace AMB-pay", 8),
        ("zc w --workload-node node-a2", 2),
        ("zc w --address 10.244.1.21", 1),
        ("zc w --workload-namespace amb-shop --workload-node node-b1", 4),
        ("ztunnel-config svc --service-namespace amb-pay", 5),
        ("zc pol --policy-namespace istio-system", 2),
        ("zc cons ztunnel-lzfpq --direction inbound", 0),
        ("zc cons ztunnel-lzfpq.istio-system --direction outbound", 4),
        ("zc cons pod/ztunnel-rctmk", 2),
        // The ztunnel of a pod's node.
        ("zc cons amb-shop/db-0", 2),
        ("zc cons --node node-a1 --workload-namespace plain", 0),
        ("zc cert ztunnel-rctmk", 24),
    ];
    for (line, want) in cases {
        assert_eq!(rows(line), want, "{line}");
    }
}

#[test]
fn what_cannot_be_answered_is_told() {
    let cases = [
        ("ztunnel certificates --from ambient.tar.zst", "which ztunnel? name one of these, or its node with --node"),
        ("ztunnel workloads --node node-x --from ambient.tar.zst", "istio-system/ztunnel-lzfpq  on node node-a1"),
        ("ztunnel workloads nobody --from ambient.tar.zst", "is neither a ztunnel that was read nor a pod"),
        ("ztunnel workloads --from shop.tar.zst", "no ztunnel's config dump in it"),
    ];
    for (line, want) in cases {
        let ran = run(&line.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{line}");
        assert!(ran.stderr.contains(want), "{line}: {}", ran.stderr);
    }
}
