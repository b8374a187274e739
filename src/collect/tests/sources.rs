//! What can be used, in every packing and layout.

use super::input::*;
use crate::base::capture::DocumentKind;
use crate::collect::{Source, read};

#[test]
fn a_dump_is_read_however_it_is_packed() {
    let in_tar = tar(&[("a/config_dump.json", DUMP)]);
    let cases = [
        ("plain", DUMP.as_bytes().to_vec()),
        ("gzip", gzip(DUMP)),
        ("two gzip members", [gzip(&DUMP[..50]), gzip(&DUMP[50..])].concat()),
        ("zstd", zstd(DUMP)),
        ("gzip twice", gzip(gzip(DUMP))),
        ("tar", in_tar.clone()),
        ("tar.gz", gzip(&in_tar)),
        ("tar.zst", zstd(&in_tar)),
        ("gzip in tar.gz", gzip(tar(&[("a/config_dump.json.gz", gzip(DUMP))]))),
        ("tar in tar", tar(&[("b.tar", &in_tar)])),
        ("byte order mark", [b"\xef\xbb\xbf", DUMP.as_bytes()].concat()),
    ];
    for (how, bytes) in cases {
        let capture = read(&[packed("x", bytes.clone())]).unwrap();
        let [document] = &capture.documents[..] else {
            panic!("{how}: {:?}", capture.documents);
        };
        assert_eq!(document.kind, DocumentKind::ConfigDump, "{how}");
        assert_eq!(document.text, DUMP, "{how}");
        assert!(capture.gaps.is_empty(), "{how}: {:?}", capture.gaps);

        let folder = tempfile::tempdir().unwrap();
        write_all(folder.path(), &[("no.name.that/helps", bytes)]);
        let capture = read(&[Source::Path(folder.path().to_owned())]).unwrap();
        assert_eq!(capture.documents[0].text, DUMP, "{how}");
    }
}

#[test]
fn a_directory_may_hold_anything() {
    let folder = tempfile::tempdir().unwrap();
    write_all(
        folder.path(),
        &[
            ("live/shop.web-1/config_dump.json.gz", gzip(DUMP)),
            ("live/shop.web-1/config_dump.masked.json", r#"{"configs":[{}]}"#.into()),
            ("live/shop.web-1/clusters.txt", CLUSTERS_TEXT.into()),
            ("live/shop.web-1/init_dump.json", "{}\n".into()),
            ("live/shop.web-1/envoy.log", b"12:00 [info] {\n".to_vec()),
            ("dumps/shop.web-2.json.gz", gzip(DUMP)),
            ("dumps/node-1.json", r#"{"workloads":[]}"#.into()),
            ("resources/all.json", r#"{"items":[],"apiVersion":"v1"}"#.into()),
            ("resources/vs.yaml", LIST.into()),
            ("resources/README.md", b"# R\n\nSee:\n```\nkind: x\n```\n".to_vec()),
            ("resources/.vs.yaml.swp", LIST.into()),
            (".git/config_dump.json", DUMP.into()),
            ("picture.png", b"\x89PNG\0\0".to_vec()),
            ("empty.log", Vec::new()),
        ],
    );
    let capture = read(&[Source::Path(folder.path().to_owned())]).unwrap();
    let root = folder.path().to_str().unwrap();
    let want = [
        "ZtunnelDump dumps/node-1.json in dumps/node-1",
        "ConfigDump dumps/shop.web-2.json.gz in dumps/shop.web-2 of shop/web-2",
        "ClustersText live/shop.web-1/clusters.txt in live/shop.web-1 of shop/web-1",
        "ConfigDump live/shop.web-1/config_dump.json.gz in live/shop.web-1 of shop/web-1",
        "ConfigDump live/shop.web-1/config_dump.masked.json in live/shop.web-1 of shop/web-1",
        "InitDump live/shop.web-1/init_dump.json in live/shop.web-1 of shop/web-1",
        "ResourcesJson resources/all.json in resources/all",
        "ResourcesYaml resources/vs.yaml in resources/vs",
    ];
    assert_eq!(summary(&capture, root), want);
    assert_eq!(capture.gaps, []);
}

#[test]
fn a_bug_report_is_read_packed_and_unpacked() {
    let pod = "bug-report/proxies/shop/web-1";
    let files = [
        ("bug-report/versions".to_owned(), "CLI version:\n"),
        ("bug-report/cluster/crs".to_owned(), LIST),
        ("bug-report/cluster/secrets".to_owned(), "NAMESPACE   NAME   TYPE   DATA   AGE\n"),
        (format!("{pod}/config_dump?include_eds"), DUMP),
        (format!("{pod}/clusters"), CLUSTERS_TEXT),
        (format!("{pod}/certs"), "{\n \"certificates\": []\n}\n"),
        (format!("{pod}/listeners"), "0.0.0.0_80::0.0.0.0:80\n"),
        (format!("{pod}/memory"), "{\n \"allocated\": \"1\"\n}\n"),
        (format!("{pod}/netstat"), "Active Internet connections\n"),
        (format!("{pod}/server_info"), "{\"version\":\"a/1.40.0\",\"state\":\"LIVE\",\"hot_restart_version\":\"x\"}"),
        (format!("{pod}/stats/prometheus"), "# TYPE envoy_x counter\nenvoy_x 1\n"),
        ("bug-report/proxies/istio-system/ztunnel-1/config_dump".to_owned(), "{\"certificates\":[],\"services\":[]}"),
        ("bug-report/istio/istio-system/istiod-1/debug/syncz".to_owned(), "[]"),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, *text)).collect();
    let want = [
        "ResourcesYaml bug-report/cluster/crs in bug-report/cluster/crs",
        "Syncz bug-report/istio/istio-system/istiod-1/debug/syncz in bug-report/istio/istio-system/istiod-1/debug of istio-system/istiod-1",
        "ZtunnelDump bug-report/proxies/istio-system/ztunnel-1/config_dump in bug-report/proxies/istio-system/ztunnel-1 of istio-system/ztunnel-1",
        "Certs bug-report/proxies/shop/web-1/certs in bug-report/proxies/shop/web-1 of shop/web-1",
        "ClustersText bug-report/proxies/shop/web-1/clusters in bug-report/proxies/shop/web-1 of shop/web-1",
        "ConfigDump bug-report/proxies/shop/web-1/config_dump?include_eds in bug-report/proxies/shop/web-1 of shop/web-1",
        "ServerInfo bug-report/proxies/shop/web-1/server_info in bug-report/proxies/shop/web-1 of shop/web-1",
        "Stats bug-report/proxies/shop/web-1/stats/prometheus in bug-report/proxies/shop/web-1 of shop/web-1",
    ];
    let capture = read(&[packed("b.tar.gz", gzip(tar(&files)))]).unwrap();
    assert_eq!(summary(&capture, "b.tar.gz"), want);
    assert_eq!(capture.gaps, []);

    let folder = tempfile::tempdir().unwrap();
    write_all(folder.path(), &files);
    let capture = read(&[Source::Path(folder.path().to_owned())]).unwrap();
    assert_eq!(summary(&capture, folder.path().to_str().unwrap()), want);
}

#[test]
fn a_must_gather_may_begin_with_junk() {
    let pods = "m/namespaces/shop/pods";
    let files = [
        (format!("{pods}/a-1/config_dump_proxy.json"), format!("200\n{DUMP}")),
        (format!("{pods}/a-1/config_dump_istiod.json"), DUMP.to_owned()),
        (format!("{pods}/a-1/proxy_stats"), "cluster.x.y: 1\nserver.live: 1\n".to_owned()),
        (format!("{pods}/b-1/config_dump_proxy.json"), "Error from server: no\n".to_owned()),
        (format!("{pods}/b-1/config_dump_istiod.json"), DUMP.to_owned()),
        ("m/namespaces/shop/core/services.yaml".to_owned(), format!("---\n{LIST}")),
        ("m/namespaces/istio-system/default/debug-syncz.json".to_owned(), "[]".to_owned()),
    ];
    let files: Vec<(&str, &String)> = files.iter().map(|(path, text)| (&**path, text)).collect();
    let capture = read(&[packed("x", tar(&files))]).unwrap();
    let want = [
        "Syncz m/namespaces/istio-system/default/debug-syncz.json in m/namespaces/istio-system/default/debug-syncz",
        "ResourcesYaml m/namespaces/shop/core/services.yaml in m/namespaces/shop/core/services",
        "IstiodDump m/namespaces/shop/pods/a-1/config_dump_istiod.json in m/namespaces/shop/pods/a-1 of shop/a-1",
        "ConfigDump m/namespaces/shop/pods/a-1/config_dump_proxy.json in m/namespaces/shop/pods/a-1 of shop/a-1",
        "Stats m/namespaces/shop/pods/a-1/proxy_stats in m/namespaces/shop/pods/a-1 of shop/a-1",
        "ConfigDump m/namespaces/shop/pods/b-1/config_dump_istiod.json in m/namespaces/shop/pods/b-1 of shop/b-1",
    ];
    assert_eq!(summary(&capture, "x"), want);
    assert_eq!(capture.documents[3].text, format!("   \n{DUMP}"));
    let places: Vec<&str> = capture.gaps.iter().map(|gap| &*gap.place).collect();
    assert_eq!(
        places,
        ["x!m/namespaces/shop/pods/b-1/config_dump_proxy.json", "x!m/namespaces/shop/pods/b-1/config_dump_istiod.json"]
    );
}

#[test]
fn a_snapshot_says_when_it_was_taken() {
    let files = [
        ("s/manifest.json", r#"{"format": 1, "taken_at": "2026-11-20T12:00:00Z"}"#),
        ("s/proxies/shop.web/config_dump.json", DUMP),
        ("s/proxies/shop.web/clusters.json", CLUSTERS),
        ("s/resources/services.yaml", LIST),
        ("s/manifests/vs.yaml", LIST),
    ];
    let want = [
        "ResourcesYaml s/manifests/vs.yaml in s/manifests/vs",
        "ClustersJson s/proxies/shop.web/clusters.json in s/proxies/shop.web of shop/web",
        "ConfigDump s/proxies/shop.web/config_dump.json in s/proxies/shop.web of shop/web",
        "ResourcesYaml s/resources/services.yaml in s/resources/services",
    ];
    let folder = tempfile::tempdir().unwrap();
    write_all(folder.path(), &files);
    let sources = [
        (packed("demo", zstd(tar(&files))), "demo"),
        (Source::Path(folder.path().to_owned()), folder.path().to_str().unwrap()),
    ];
    for (source, root) in sources {
        let capture = read(&[source]).unwrap();
        assert_eq!(summary(&capture, root), want);
        assert_eq!(capture.taken_at, "2026-11-20T12:00:00Z".parse().ok());
    }
}

#[test]
fn several_sources_keep_their_order_and_belong_together() {
    let folder = tempfile::tempdir().unwrap();
    write_all(folder.path(), &[("z/dump.json", DUMP), ("a/clusters.json", CLUSTERS), ("a/vs.yaml", LIST)]);
    let paths = ["z/dump.json", "a/clusters.json", "a/vs.yaml", "z/dump.json", "z"];
    let sources: Vec<Source> = paths.iter().map(|path| Source::Path(folder.path().join(path))).collect();
    let capture = read(&sources).unwrap();
    let want = [
        "ConfigDump z/dump.json in z/dump",
        "ClustersJson a/clusters.json in z/dump",
        "ResourcesYaml a/vs.yaml in a/vs",
    ];
    assert_eq!(summary(&capture, folder.path().to_str().unwrap()), want);
}

#[test]
fn nothing_named_is_nothing_read() {
    let capture = read(&[]).unwrap();
    assert!(capture.documents.is_empty() && capture.gaps.is_empty());
    assert!(matches!(Source::from_arg("-"), Source::Stdin));
    assert!(matches!(Source::from_arg("a"), Source::Path(_)));
}
