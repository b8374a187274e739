//! The forms in which people save what they have: each is read by its content, whatever its name.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::model::dump::Section;
use meshdbg::model::ztunnel::Dump;
use meshdbg::model::{self, Model, Proxy};

use crate::support::fixture;

/// What is read of some files.
struct Shape {
    /// Below `fixtures/shapes`.
    files: &'static [&'static str],
    /// The proxies, as [`line`] prints them, and the ztunnels.
    proxies: &'static [&'static str],
    /// How many resources.
    resources: usize,
    /// The gaps: the end of the place, and words of the reason.
    gaps: &'static [(&'static str, &'static str)],
}

const SIDECAR: &str = "team-b/client-v1-nb46mxrgq6-c9wvs sidecar: 18 listeners, 28 clusters, 15 routes";
const FAILED_EXEC: (&str, &str) =
    ("details-v1-pg7k2t9jht-8wcrb/config_dump_proxy.json", "kubectl failed; take it again");
const STAND_IN: (&str, &str) =
    ("details-v1-pg7k2t9jht-8wcrb/config_dump_istiod.json", "the proxy's own dump is missing");

/// Names, kinds and counts, as the files themselves have them.
const SHAPES: &[Shape] = &[
    Shape {
        files: &["whole.json.gz"],
        proxies: &["team-b/client-v1-nb46mxrgq6-c9wvs sidecar: 18 listeners, 28 clusters, 15 routes; no Endpoints"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["with_eds.json.zst"],
        proxies: &["team-b/client-v1-nb46mxrgq6-c9wvs sidecar: 18 listeners, 28 clusters, 15 routes, 28 endpoints"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["masked.json"],
        proxies: &["masked envoy: 28 clusters; no Bootstrap, Listeners, Routes, Endpoints, Secrets"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["resource.json"],
        proxies: &["resource envoy: 24 clusters; no Bootstrap, Listeners, Routes, Endpoints, Secrets"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["resource_masked.json"],
        proxies: &["resource_masked envoy: 16 listeners; no Bootstrap, Routes, Clusters, Endpoints, Secrets"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["clusters.txt"],
        proxies: &["clusters envoy: 26 hosts; no Bootstrap, Listeners, Routes, Clusters, Endpoints, Secrets"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["clusters.json"],
        proxies: &["clusters envoy: 26 hosts; no Bootstrap, Listeners, Routes, Clusters, Endpoints, Secrets"],
        resources: 0,
        gaps: &[],
    },
    Shape { files: &["kubectl_list.yaml"], proxies: &[], resources: 35, gaps: &[] },
    Shape { files: &["kubectl_list.json"], proxies: &[], resources: 14, gaps: &[] },
    Shape { files: &["manifests.yaml"], proxies: &[], resources: 10, gaps: &[] },
    Shape {
        files: &["istio-1.4.json"],
        proxies: &["shop/frontend-v1-5c7d9 sidecar: 5 listeners, 8 clusters, 2 routes; no Endpoints"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["istio-1.5.json"],
        proxies: &["shop/frontend-v1-7b44c sidecar: 5 listeners, 8 clusters, 2 routes; no Endpoints"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["bug-report.tar.gz"],
        proxies: &[
            "ambient/waypoint-qgdqm5g9t7-dh4vx waypoint: 9 listeners, 15 clusters, 6 routes, 15 endpoints, 13 hosts",
            "istio-ingress/ingressgateway-dnr7p5twdd-nnr9w gateway: 7 listeners, 80 clusters, 6 routes, 80 endpoints, 89 hosts",
            "team-b/client-v1-nb46mxrgq6-c9wvs sidecar: 18 listeners, 28 clusters, 15 routes, 28 endpoints, 26 hosts",
            "istio-system/ztunnel-lzfpq ztunnel: [28, 25, 8, 6]",
        ],
        resources: 169,
        gaps: &[],
    },
    Shape {
        files: &["must-gather.tar.gz"],
        proxies: &[
            "shop/details-v1-pg7k2t9jht-8wcrb sidecar: 46 listeners, 85 clusters, 20 routes; no Endpoints",
            "shop/ratings-v1-6xtr9fbv6j-6xsmr sidecar: 46 listeners, 84 clusters, 22 routes; no Endpoints",
            "shop/reviews-v1-bjpg8jxrvm-226bt sidecar: 46 listeners, 84 clusters, 22 routes; no Endpoints",
        ],
        resources: 51,
        gaps: &[FAILED_EXEC, STAND_IN],
    },
    Shape {
        files: &["mixture"],
        proxies: &[
            "ambient/waypoint-qgdqm5g9t7-dh4vx waypoint: 9 listeners, 15 clusters, 6 routes, 15 endpoints",
            "team-b/client-v1-nb46mxrgq6-c9wvs sidecar: 18 listeners, 28 clusters, 15 routes, 26 hosts; no Endpoints",
        ],
        resources: 56,
        gaps: &[],
    },
    // Several sources.
    Shape {
        files: &["clusters.txt", "manifests.yaml", "whole.json.gz"],
        proxies: &[
            "team-b/client-v1-nb46mxrgq6-c9wvs sidecar: 18 listeners, 28 clusters, 15 routes, 26 hosts; no Endpoints",
        ],
        resources: 10,
        gaps: &[],
    },
    Shape {
        files: &["masked.json", "resource_masked.json", "clusters.json"],
        proxies: &["masked envoy: 16 listeners, 28 clusters, 26 hosts; no Bootstrap, Routes, Endpoints, Secrets"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["whole.json.gz", "with_eds.json.zst", "whole.json.gz"],
        proxies: &["team-b/client-v1-nb46mxrgq6-c9wvs sidecar: 18 listeners, 28 clusters, 15 routes, 28 endpoints"],
        resources: 0,
        gaps: &[],
    },
    Shape {
        files: &["bug-report.tar.gz", "mixture/sidecar"],
        proxies: &[
            "ambient/waypoint-qgdqm5g9t7-dh4vx waypoint: 9 listeners, 15 clusters, 6 routes, 15 endpoints, 13 hosts",
            "istio-ingress/ingressgateway-dnr7p5twdd-nnr9w gateway: 7 listeners, 80 clusters, 6 routes, 80 endpoints, 89 hosts",
            "team-b/client-v1-nb46mxrgq6-c9wvs sidecar: 18 listeners, 28 clusters, 15 routes, 28 endpoints, 26 hosts",
            "istio-system/ztunnel-lzfpq ztunnel: [28, 25, 8, 6]",
        ],
        resources: 169,
        gaps: &[],
    },
    // Whose the hosts are cannot be told.
    Shape {
        files: &["istio-1.4.json", "istio-1.5.json", "clusters.txt"],
        proxies: &[
            "shop/frontend-v1-5c7d9 sidecar: 5 listeners, 8 clusters, 2 routes; no Endpoints",
            "shop/frontend-v1-7b44c sidecar: 5 listeners, 8 clusters, 2 routes; no Endpoints",
        ],
        resources: 0,
        gaps: &[("clusters.txt", "put it into a folder with that proxy's config_dump")],
    },
];

fn shape(file: &str) -> PathBuf {
    fixture("shapes").join(file)
}

fn read(sources: &[Source]) -> Model {
    model::read(collect::read(sources).unwrap())
}

fn of_path(path: &Path) -> Vec<String> {
    summary(&read(&[Source::Path(path.to_owned())]))
}

/// The proxies, and how many resources there are.
fn summary(model: &Model) -> Vec<String> {
    let proxies = model.proxies.iter().map(line);
    proxies.chain([format!("{} resources", model.resources.len())]).collect()
}

/// Name and kind, what there is how often, and the sections that are not there.
fn line(proxy: &Proxy) -> String {
    let dump = &proxy.dump;
    let hosts = proxy.hosts.iter().flat_map(|hosts| hosts.values()).map(Vec::len).sum();
    let counts = [
        (dump.listeners.len(), "listeners"),
        (dump.clusters.len(), "clusters"),
        (dump.routes.len(), "routes"),
        (dump.endpoints.len(), "endpoints"),
        (hosts, "hosts"),
    ];
    let counts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let sections = [
        Section::Bootstrap,
        Section::Listeners,
        Section::Routes,
        Section::Clusters,
        Section::Endpoints,
        Section::Secrets,
    ];
    let missing: Vec<String> =
        sections.iter().filter(|section| !dump.has(**section)).map(|section| format!("{section:?}")).collect();
    let missing = if missing.is_empty() { String::new() } else { format!("; no {}", missing.join(", ")) };
    format!("{} {}: {}{missing}", proxy.id, proxy.kind.word(), counts.join(", "))
}

#[test]
fn every_shape_is_read() {
    for Shape { files, proxies, resources, gaps } in SHAPES {
        let sources: Vec<Source> = files.iter().map(|file| Source::Path(shape(file))).collect();
        let model = read(&sources);
        let ztunnels = model.ztunnels.iter().map(|ztunnel| {
            let Dump { workloads, services, policies, certificates, .. } = &ztunnel.dump;
            let counts = [workloads.len(), services.len(), policies.len(), certificates.len()];
            format!("{} ztunnel: {counts:?}", ztunnel.id)
        });
        let lines: Vec<String> = model.proxies.iter().map(line).chain(ztunnels).collect();
        assert_eq!(lines, *proxies, "{files:?}");
        assert_eq!(model.resources.len(), *resources, "{files:?}");
        let fits = model.gaps.len() == gaps.len()
            && model.gaps.iter().zip(*gaps).all(|(gap, (place, words))| {
                gap.place.ends_with(place) && gap.place.contains("shapes/") && gap.reason.contains(words)
            });
        assert!(fits, "{files:?}: {:#?}", model.gaps);
        // Nothing of it cannot be decoded.
        for proxy in &model.proxies {
            let dump = &proxy.dump;
            let errors = dump.listeners.iter().filter_map(|entry| entry.item.decode().err());
            let errors = errors.chain(dump.clusters.iter().filter_map(|entry| entry.item.decode().err()));
            let errors = errors.chain(dump.routes.iter().filter_map(|entry| entry.item.decode().err()));
            let errors: Vec<_> = errors.chain(dump.endpoints.iter().filter_map(|e| e.item.decode().err())).collect();
            assert!(errors.is_empty(), "{files:?} {}: {errors:?}", proxy.id);
        }
        Mesh::new(model);
    }
}

#[test]
fn the_content_decides_and_not_the_name() {
    let folder = tempfile::tempdir().unwrap();
    let misleading = [
        ("whole.json.gz", "services.yaml"),
        ("with_eds.json.zst", "notes.tar.gz"),
        ("istio-1.5.json", "picture.png"),
        ("clusters.txt", "config_dump.json"),
        ("kubectl_list.yaml", "clusters.json"),
        ("kubectl_list.json", "pods.yaml"),
        ("manifests.yaml", "server_info"),
        ("bug-report.tar.gz", "report.txt"),
        ("must-gather.tar.gz", "dump.json.zst"),
    ];
    for (file, name) in misleading {
        let renamed = folder.path().join(name);
        std::fs::copy(shape(file), &renamed).unwrap();
        let (got, want) = (of_path(&renamed), of_path(&shape(file)));
        // Hosts alone say of no proxy; it is named after its file.
        let stem = |lines: Vec<String>| {
            lines.iter().map(|line| line.replace("config_dump envoy", "clusters envoy")).collect::<Vec<_>>()
        };
        assert_eq!(stem(got), stem(want), "{file} as {name}");
    }
}

/// stdin is a stream of bytes without a name, as a source in memory is.
#[test]
fn a_stream_is_read_as_a_file_is() {
    for Shape { files, .. } in SHAPES.iter().filter(|shape| shape.files.len() == 1 && shape.files != ["mixture"]) {
        let path = shape(files[0]);
        let bytes = Bytes::from(std::fs::read(&path).unwrap());
        let stream = read(&[Source::Bytes { name: path.display().to_string(), bytes }]);
        let file = read(&[Source::Path(path.clone())]);
        assert_eq!(summary(&stream), summary(&file), "{files:?}");
        assert_eq!(stream.gaps, file.gaps, "{files:?}");
    }
}

#[test]
fn archives_are_read_as_their_folders_are() {
    for name in ["bug-report.tar.gz", "must-gather.tar.gz"] {
        let folder = tempfile::tempdir().unwrap();
        let packed = std::fs::File::open(shape(name)).unwrap();
        tar::Archive::new(flate2::read::GzDecoder::new(packed)).unpack(folder.path()).unwrap();
        assert_eq!(of_path(folder.path()), of_path(&shape(name)), "{name}");
    }
}

#[test]
fn hosts_are_the_same_as_text_and_as_json() {
    let hosts = |file| {
        let model = read(&[Source::Path(shape(file))]);
        let [proxy] = &model.proxies[..] else { panic!("{file}") };
        let of_cluster = proxy.hosts.iter().flatten().flat_map(|(cluster, hosts)| {
            hosts.iter().map(move |host| {
                let facts =
                    (host.health_status, host.weight.unwrap_or(1), host.priority, &host.locality, &host.hostname);
                format!("{cluster} {} {facts:?}", host.address)
            })
        });
        of_cluster.collect::<Vec<String>>()
    };
    let text = hosts("clusters.txt");
    assert!(text.iter().any(|host| host.starts_with("outbound|")));
    assert_eq!(text, hosts("clusters.json"));
}

#[test]
fn a_dump_by_parts_is_the_whole_dump() {
    let folder = tempfile::tempdir().unwrap();
    let text = zstd::decode_all(std::fs::File::open(shape("with_eds.json.zst")).unwrap()).unwrap();
    let dump: serde_json::Value = serde_json::from_slice(&text).unwrap();
    let mut parts = Vec::new();
    for section in dump["configs"].as_array().unwrap() {
        let kind = section["@type"].as_str().unwrap();
        if section.get("bootstrap").is_some() {
            let node = &section["bootstrap"]["node"];
            parts.push(serde_json::json!({"configs": [{"@type": kind, "bootstrap": {"node": node}}]}));
        }
        // What `?resource=` prints for each list of the section.
        for (list, items) in section.as_object().unwrap().iter().filter(|(_, list)| list.is_array()) {
            let state = if list.starts_with("static") { "Static" } else { "Dynamic" };
            let item = kind.rsplit('.').next().unwrap().trim_end_matches("sConfigDump");
            let item = if ["Route", "Endpoint"].contains(&item) { format!("{item}Config") } else { item.to_owned() };
            let items = items.as_array().unwrap().iter().map(|body| {
                let mut body = body.clone();
                body["@type"] = format!("{kind}.{state}{item}").into();
                body
            });
            parts.push(serde_json::json!({"configs": items.collect::<Vec<_>>()}));
        }
    }
    assert!(parts.len() > 8, "{}", parts.len());
    let sources = parts.iter().enumerate().map(|(number, part)| {
        let path = folder.path().join(format!("part{number}"));
        std::fs::write(&path, part.to_string()).unwrap();
        Source::Path(path)
    });
    let model = read(&sources.collect::<Vec<_>>());
    assert_eq!(model.proxies.iter().map(line).collect::<Vec<_>>(), [format!("{SIDECAR}, 28 endpoints")]);
    let names = |model: &Model| {
        model.proxies[0].dump.clusters.iter().map(|entry| entry.item.decode().unwrap().cluster.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&model), names(&read(&[Source::Path(shape("with_eds.json.zst"))])));
}

/// An old sidecar is traced through like a new one, up to the filters that nobody has any more.
#[test]
fn old_sidecars_route_as_they_did() {
    for (file, filter) in [("istio-1.4.json", "mixer"), ("istio-1.5.json", "envoy.filters.http.wasm")] {
        let arguments =
            ["trace", "--to", "http://reviews:9080/x", "-H", "end-user: jason", "-o", "json", "--from", file];
        let output = crate::support::run::meshdbg(&fixture("shapes")).args(arguments).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("outbound|9080|v2|reviews.shop.svc.cluster.local"), "{file}: {text}");
        assert!(text.contains(&format!("{filter} (")), "{file}: {text}");
        assert!(!text.contains("cannot be read"), "{file}: {text}");
    }
}
