//! Many proxies, and what happens to some of them.

use std::path::Path;
use std::time::Duration;

use meshdbg::base::capture::DocumentKind;
use meshdbg::collect::{self, Source};

use super::super::fake::{self, CROWD};
use super::super::lab::Lab;
use super::snapshot::take;

/// Two hundred sidecars are read at once, and take little more room than one.
pub(crate) fn crowd(lab: &Lab) {
    let taken = take(lab, "crowd", "./crowd", &["--concurrency", "50"]);
    assert_eq!(taken.code, 0, "{}", taken.stderr);
    assert!(taken.stderr.contains(&format!("{CROWD} proxies;")), "{}", taken.stderr);
    let stored: u64 = walkdir::WalkDir::new(lab.folder.join("crowd"))
        .into_iter()
        .map(|entry| entry.unwrap().metadata().unwrap())
        .filter(std::fs::Metadata::is_file)
        .map(|metadata| metadata.len())
        .sum();
    let capture = collect::read(&[Source::Path(lab.folder.join("crowd"))]).unwrap();
    let raw: u64 = capture.documents.iter().map(|document| document.text.len() as u64).sum();
    let per_mille = 1000 * stored / raw;
    eprintln!("  {CROWD} sidecars: {raw} bytes as {stored}, {per_mille} per mille; {}", taken.stderr.trim());
    assert!(per_mille < 50, "{CROWD} sidecars take {per_mille} per mille of their dumps");
    let dumps = capture.documents.iter().filter(|document| document.kind == DocumentKind::ConfigDump);
    assert_eq!(dumps.count(), usize::from(CROWD));
}

/// What dies, hangs or breaks off is a gap with its reason; the others are there.
pub(crate) fn dying(lab: &Lab) {
    let mut command = lab.command(
        "both",
        &[
            "snapshot",
            "-n",
            "odd",
            "-o",
            "odd.tar.zst",
            "--timeout",
            "3",
            "--concurrency",
            "1",
            "--via",
            "port-forward",
        ],
    );
    let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    // The hanging one comes before it, and takes three seconds.
    std::thread::sleep(Duration::from_millis(1500));
    lab.api.delete_pod("odd", "native");
    let output = child.wait_with_output().unwrap();
    let says = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "nothing can be read there: {says}");
    for text in
        ["odd/hangs: port-forward: no whole answer within 3 s", "odd/cuts", "odd/waiting", "odd/native", "odd/closed"]
    {
        assert!(says.contains(text), "{text:?} is not in\n{says}");
    }
}

/// Ctrl-C keeps what was taken, and the same command takes the rest.
pub(crate) fn interrupted(lab: &Lab) {
    let arguments = ["snapshot", "-n", "crowd", "-o", "again.tar.zst", "--concurrency", "1"];
    let mut command = lab.command("both", &arguments);
    let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let notes = lab.folder.join("again.tar.zst.part/taken.jsonl");
    while std::fs::read_to_string(&notes).unwrap_or_default().lines().count() < 5 {
        std::thread::sleep(Duration::from_millis(20));
    }
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let says = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && says.contains("the same command goes on"), "{says}");
    assert!(!lab.folder.join("again.tar.zst").exists());

    let ran = lab.run("both", &["snapshot", "-n", "crowd", "-o", "again.tar.zst", "--concurrency", "50"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("goes on: "), "{}", ran.stderr);
    assert!(!Path::new(&lab.folder).join("again.tar.zst.part").exists());
    let last = fake::name(CROWD - 1);
    let ask = ["clusters", &format!("{last}.crowd"), "--fqdn", "reviews", "--from", "again.tar.zst"];
    let table = lab.run("both", &ask);
    assert!(table.code == 0 && table.stdout.contains("reviews.shop"), "{}{}", table.stdout, table.stderr);
}

/// While one is read another ends and a pod is taken away: both are gaps with their reasons, the others are whole, and the
/// snapshot is one.
pub(crate) fn some_die(lab: &Lab) {
    let shop: Vec<&str> =
        lab.recorded.iter().filter(|pod| pod.namespace == "shop").map(|pod| pod.name.as_str()).collect();
    let mut names = shop.clone();
    names.sort_unstable();
    let (killed, deleted) = (names[names.len() - 1], names[names.len() - 2]);
    let arguments = ["snapshot", "-n", "shop", "-o", "./dying", "--concurrency", "1", "--timeout", "20"];
    let mut command = lab.command("both", &arguments);
    let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let notes = lab.folder.join("dying/taken.jsonl");
    while std::fs::read_to_string(&notes).unwrap_or_default().lines().count() < 1 {
        std::thread::sleep(Duration::from_millis(1));
    }
    lab.kill_envoy(killed);
    lab.api.delete_pod("shop", deleted);
    let output = child.wait_with_output().unwrap();
    let says = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{says}");
    let whole = names.len() - 2;
    assert!(says.contains(&format!("{whole} proxies, without 2 that cannot be read")), "{says}");
    let gaps = std::fs::read_to_string(lab.folder.join("dying/gaps.json")).unwrap();
    for pod in [killed, deleted] {
        assert!(
            says.contains(&format!("pod shop/{pod}: ")) && gaps.contains(&format!("pod shop/{pod}")),
            "{says}\n{gaps}"
        );
    }
    for pod in &names[..whole] {
        let table = lab.run("both", &["clusters", &format!("{pod}.shop"), "--from", "dying"]);
        assert!(table.code == 0 && table.stdout.contains("outbound"), "{pod}: {}{}", table.stdout, table.stderr);
    }
}
