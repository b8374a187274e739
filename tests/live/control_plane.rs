//! etcd and the API server.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::keys;
use super::process::Process;

/// Who may do what: name, group. `objects::grant` gives the groups their rights.
pub(crate) const USERS: [(&str, &str); 7] = [
    ("admin", "system:masters"),
    ("both", "both"),
    ("forward", "forwarders"),
    ("exec", "executors"),
    ("viewer", "viewers"),
    ("partial", "partial"),
    ("nobody", "strangers"),
];

const API_PORT: u16 = 6443;
const ETCD_PORT: u16 = 2379;

/// A control plane; stops when dropped.
pub(crate) struct ControlPlane {
    _processes: Vec<Process>,
    folder: PathBuf,
}

impl ControlPlane {
    /// Starts it, and waits until it is ready.
    pub(crate) fn start(tools: &Path, folder: &Path) -> Self {
        keys::write(folder);
        let mut tokens = String::new();
        for (id, (name, group)) in USERS.iter().enumerate() {
            writeln!(tokens, "{name}-token,{name},{id},\"{group}\"").unwrap();
        }
        std::fs::write(folder.join("tokens.csv"), tokens).unwrap();
        std::fs::write(folder.join("kubeconfig"), kubeconfig(folder)).unwrap();

        let etcd_url = format!("http://127.0.0.1:{ETCD_PORT}");
        let mut etcd = Process::start(
            "etcd",
            Command::new(tools.join("etcd"))
                .arg("--data-dir")
                .arg(folder.join("etcd"))
                .args(["--listen-client-urls", &etcd_url, "--advertise-client-urls", &etcd_url])
                .arg("--unsafe-no-fsync"),
            folder,
        );
        etcd.wait_until(Duration::from_secs(30), || accepts(ETCD_PORT));
        let file = |name: &str| folder.join(name).display().to_string();
        let mut api_server = Process::start(
            "kube-apiserver",
            Command::new(tools.join("kube-apiserver"))
                .arg(format!("--etcd-servers={etcd_url}"))
                .args(["--bind-address=127.0.0.1", "--advertise-address=127.0.0.1"])
                .arg(format!("--secure-port={API_PORT}"))
                // 127.0.0.1 is refused as an endpoint of the Service `kubernetes`.
                .arg("--endpoint-reconciler-type=none")
                // etcd 3.5.1 has no progress notes for watches.
                .arg("--feature-gates=WatchList=false")
                .arg("--disable-admission-plugins=ServiceAccount")
                .arg("--authorization-mode=RBAC")
                .arg(format!("--tls-cert-file={}", file("server.crt")))
                .arg(format!("--tls-private-key-file={}", file("server.key")))
                .arg(format!("--client-ca-file={}", file("ca.crt")))
                .arg(format!("--token-auth-file={}", file("tokens.csv")))
                .arg(format!("--kubelet-client-certificate={}", file("client.crt")))
                .arg(format!("--kubelet-client-key={}", file("client.key")))
                .arg(format!("--kubelet-certificate-authority={}", file("ca.crt")))
                .arg("--kubelet-preferred-address-types=InternalIP")
                .arg("--service-account-issuer=https://kubernetes")
                .arg(format!("--service-account-key-file={}", file("accounts.pub")))
                .arg(format!("--service-account-signing-key-file={}", file("accounts.key")))
                .arg("--service-cluster-ip-range=10.96.0.0/16")
                .arg(format!("--cert-dir={}", file("api"))),
            folder,
        );
        api_server.wait_until(Duration::from_mins(2), || is_ready(folder));
        Self { _processes: vec![api_server, etcd], folder: folder.to_owned() }
    }

    /// The kubeconfig, with a context for each user.
    pub(crate) fn kubeconfig(&self) -> PathBuf {
        self.folder.join("kubeconfig")
    }
}

fn accepts(port: u16) -> bool {
    std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()
}

fn is_ready(folder: &Path) -> bool {
    let asked = Command::new("curl")
        .args(["-s", "-H", "Authorization: Bearer admin-token", "--cacert"])
        .arg(folder.join("ca.crt"))
        .arg(format!("https://127.0.0.1:{API_PORT}/readyz"))
        .output();
    asked.is_ok_and(|output| output.stdout == b"ok")
}

/// A context for each user, one with a token that is not known, and one that leads nowhere.
fn kubeconfig(folder: &Path) -> String {
    let authority = folder.join("ca.crt").display().to_string();
    let cluster = |name: &str, port: u16| {
        format!(
            "- {{name: {name}, cluster: {{server: \"https://127.0.0.1:{port}\", certificate-authority: {authority}}}}}\n"
        )
    };
    let mut users = String::new();
    let mut contexts = String::new();
    let names = USERS.iter().map(|(name, _)| *name).chain(["expired"]);
    for name in names {
        writeln!(users, "- {{name: {name}, user: {{token: {name}-token}}}}").unwrap();
        writeln!(contexts, "- {{name: {name}, context: {{cluster: here, user: {name}, namespace: shop}}}}").unwrap();
    }
    contexts.push_str("- {name: nowhere, context: {cluster: nowhere, user: admin}}\n");
    format!(
        "apiVersion: v1\nkind: Config\ncurrent-context: admin\nclusters:\n{}{}users:\n{users}contexts:\n{contexts}",
        cluster("here", API_PORT),
        cluster("nowhere", 1),
    )
}
