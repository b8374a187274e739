//! Habits keep working: `meshdbg proxy-config` prints what istioctl printed for the same dumps, blanks included.

use jiff::Timestamp;
use meshdbg::base::name::ProxyId;
use meshdbg::correlate::Mesh;
use meshdbg::view::istioctl::{Listing, cluster, endpoint, listener, route, secret};

use crate::support;

/// When the certificates of the recordings are valid.
const RECORDED: &str = "2026-11-20T14:00:00Z";

/// What a file holds: whose it is, and which table.
struct Recorded<'a> {
    is_live: bool,
    pod: &'a str,
    namespace: &'a str,
    kind: &'a str,
}

impl<'a> Recorded<'a> {
    /// Reads `[live.]NAMESPACE.POD.KIND.txt`; other files are of other commands.
    fn of_file(name: &'a str) -> Option<Self> {
        let name = name.rsplit('/').next().unwrap_or(name).strip_suffix(".txt")?;
        let (is_live, name) = name.strip_prefix("live.").map_or((false, name), |name| (true, name));
        let (name, kind) = name.rsplit_once('.')?;
        let (namespace, pod) = name.split_once('.')?;
        Some(Self { is_live, pod, namespace, kind })
    }

    fn listing(&self, meshes: &[(&str, Mesh)]) -> Listing {
        let fixture = match (self.is_live, self.namespace) {
            (false, "ambient") => "shop.tar.zst",
            (true, _) => "live.tar.zst",
            (false, _) => "shop.tar.zst",
        };
        let mesh = &meshes.iter().find(|(name, _)| *name == fixture).unwrap().1;
        let proxy = mesh.proxy(&ProxyId::new(self.namespace, self.pod)).unwrap();
        match self.kind {
            "cluster" => cluster::table(proxy, &cluster::Filter::default()),
            "listener" => listener::table(proxy, &listener::Filter::default()),
            "route" => route::table(proxy, &route::Filter::default()),
            "secret" => secret::table(proxy, RECORDED.parse::<Timestamp>().unwrap()),
            "endpoint" => endpoint::table(proxy, &endpoint::Filter::default()),
            other => panic!("no table for {other}"),
        }
    }
}

/// The first lines that differ.
fn difference(want: &str, got: &str) -> Option<String> {
    let (mut want, mut got, mut number) = (want.lines(), got.lines(), 0);
    loop {
        let (want, got) = (want.next(), got.next());
        number += 1;
        if want != got {
            return Some(format!("line {number}\n  istioctl {want:?}\n  meshdbg  {got:?}"));
        }
        want?;
    }
}

#[test]
fn tables_are_those_of_istioctl() {
    let files = support::unpacked("istioctl.tar.zst");
    let meshes: Vec<(&str, Mesh)> =
        ["shop.tar.zst", "live.tar.zst"].into_iter().map(|name| (name, support::mesh(name))).collect();
    let (mut compared, mut wrong) = (0, Vec::new());
    for (name, bytes) in &files {
        let Some(recorded) = Recorded::of_file(name) else { continue };
        compared += 1;
        let want = String::from_utf8(bytes.clone()).unwrap();
        let got = recorded.listing(&meshes).to_text();
        wrong.extend(difference(&want, &got).map(|difference| format!("{name}: {difference}")));
    }
    assert_eq!(compared, 35);
    assert!(wrong.is_empty(), "{} tables differ\n{}", wrong.len(), wrong.join("\n"));
}
