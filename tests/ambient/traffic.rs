//! Each decision of a ztunnel about a recorded request agrees with what its log says: where the client's ztunnel sent the
//! connection, and how the destination's judged it. The part of Envoys between them is taken from the log.

use std::net::SocketAddr;

use meshdbg::base::evidence::Notes;
use meshdbg::model::ztunnel::workload::Workload;
use meshdbg::simulate::ztunnel::{
    Ambient, Arrival, Arrived, Capture, Leg, Refusal, Transport, Verdict, Way, inbound, outbound,
};

use super::log::{Access, Line, read};
use super::recorded::{NAMES, Request, recording};

/// How many decisions were compared, and those that differ.
#[derive(Default)]
struct Tally {
    outbound: usize,
    inbound: usize,
    uncaptured: usize,
    wrong: Vec<String>,
}

#[test]
fn ztunnels_decide_as_the_recorded_ones_did() {
    let mut tally = Tally::default();
    let mut requests = 0;
    for name in NAMES {
        let (mesh, recorded) = recording(name);
        let ambient = Ambient::of(&mesh).unwrap();
        for request in &recorded {
            requests += 1;
            let before = tally.wrong.len();
            compare(&ambient, request, &mut tally);
            for wrong in &mut tally.wrong[before..] {
                *wrong = format!("{name}: {} -> {} [{}]: {wrong}", request.from, request.to, request.what);
            }
        }
    }
    assert!(tally.wrong.is_empty(), "{} differ\n{}", tally.wrong.len(), tally.wrong.join("\n"));
    assert_eq!((requests, tally.outbound, tally.inbound, tally.uncaptured), (95, 61, 71, 17));
}

fn compare(ambient: &Ambient, request: &Request, tally: &mut Tally) {
    let client = client(ambient, &request.from);
    let lines: Vec<(&str, Line)> = request
        .logs
        .iter()
        .filter_map(|(log, lines)| Some((log.strip_prefix("ztunnel:")?, lines)))
        .flat_map(|(node, lines)| lines.iter().filter_map(move |line| Some((node, read(line)?))))
        .collect();
    let (mut sent, mut came, mut verdicts) = (Vec::new(), Vec::new(), Vec::new());
    for (node, line) in &lines {
        match line {
            Line::Access(access) if access.field("direction") == Some("outbound") => {
                assert_eq!(*node, client.node, "the client's ztunnel sends");
                sent.push(access);
            }
            Line::Access(access) => came.push(access),
            Line::Verdict { workload, words } => verdicts.push((workload.as_str(), words.as_str())),
        }
    }
    outbound_agrees(ambient, client, target(&request.to), &sent, &came, tally);
    for access in &came {
        inbound_agrees(ambient, client, access, &sent, &mut verdicts, tally);
    }
    if !verdicts.is_empty() {
        tally.wrong.push(format!("verdicts without a connection: {verdicts:?}"));
    }
}

fn client<'a>(ambient: &Ambient<'a>, from: &str) -> &'a Workload {
    let workloads = ambient.any().ztunnel.dump.workloads.iter();
    let mut workloads = workloads.filter(|workload| workload.name.split('-').next() == Some(from));
    workloads.next().unwrap_or_else(|| panic!("no workload {from}"))
}

/// The address in a URL, with the port of its scheme.
fn target(url: &str) -> SocketAddr {
    let (scheme, rest) = url.split_once("://").unwrap();
    let host = rest.split('/').next().unwrap();
    let port = if scheme == "http" { ":80" } else { "" };
    host.parse().or_else(|_| format!("{host}{port}").parse()).unwrap()
}

fn outbound_agrees(
    ambient: &Ambient,
    client: &Workload,
    target: SocketAddr,
    sent: &[&Access],
    came: &[&Access],
    tally: &mut Tally,
) {
    let decided = outbound(ambient.before(client), client, target, &mut Notes::new(true));
    let sum: f64 = decided.branches.iter().map(|branch| branch.share).sum();
    assert!((sum - 1.0).abs() < 1e-9, "shares of {target} add up to {sum}");
    let ways: Vec<String> = decided.branches.iter().map(|branch| words(&branch.way, client)).collect();
    if let [access] = sent {
        tally.outbound += 1;
        let want = logged(access, target);
        if !decided.capture.is_captured() || !ways.contains(&want) {
            tally.wrong.push(format!("logged {want}, decided {ways:#?}, {:?}", decided.capture));
        }
        return;
    }
    assert!(sent.is_empty(), "one connection of the client");
    if decided.capture.is_captured() {
        tally.wrong.push(format!("the client is not captured: {:?}", decided.capture));
    }
    // The way of a sidecar is its own choice.
    if matches!(decided.capture, Capture::Uncaptured(_)) {
        for access in came {
            tally.uncaptured += 1;
            let want = format!("plaintext {}", access.field("dst.addr").unwrap());
            if !ways.iter().any(|way| way.starts_with(&want)) {
                tally.wrong.push(format!("came to {want}, decided {ways:?}"));
            }
        }
    }
}

/// What a way is called here: transport, addresses, workload and error, as far as they show in the log.
fn words(way: &Way, client: &Workload) -> String {
    let leg = |leg: &Leg| match leg.transport {
        Transport::Hbone { authority } => {
            format!("HBONE {} for {authority} to {} as {}", leg.connect, leg.workload.name, client.identity())
        }
        Transport::Plaintext => format!("plaintext {} to {}", leg.connect, leg.workload.name),
    };
    match way {
        Way::Waypoint { leg: to, .. } | Way::Workload(to) => leg(to),
        Way::Passthrough(address) => format!("plaintext {address} to -"),
        Way::Refused { refusal, leg: None } => format!("plaintext - to -: {refusal}"),
        Way::Refused { refusal, leg: Some(to) } => format!("{}: {refusal}", leg(to)),
        Way::Undetermined(reason) => reason.clone(),
    }
}

/// The same of a line of the log. What the network or the other side says is no decision of this ztunnel.
fn logged(access: &Access, target: SocketAddr) -> String {
    let field = |name| access.field(name).unwrap_or("-");
    let error = access.field("error").filter(|error| {
        ["no healthy upstream", "unknown waypoint", "identity error"].iter().any(|words| error.starts_with(words))
    });
    // Where nothing was chosen the log has the address that was asked for.
    let address = match field("dst.addr") {
        address if error.is_some() && address == target.to_string() => "-",
        address => address,
    };
    let way = match access.field("dst.hbone_addr") {
        Some(authority) => {
            let (workload, identity) = (field("dst.workload"), field("src.identity"));
            format!("HBONE {address} for {authority} to {workload} as {identity}")
        }
        None => format!("plaintext {address} to {}", field("dst.workload")),
    };
    error.map_or(way.clone(), |error| format!("{way}: {error}"))
}

fn inbound_agrees(
    ambient: &Ambient,
    client: &Workload,
    access: &Access,
    sent: &[&Access],
    verdicts: &mut Vec<(&str, &str)>,
    tally: &mut Tally,
) {
    let address = access.address("dst.addr").unwrap();
    let workload = ambient.at(address.ip()).unwrap();
    let source = access.address("src.addr").unwrap().ip();
    // A tunnel that failed before its target was known has neither in the log: the client's ztunnel has it.
    let of_client = || sent.iter().find_map(|sent| sent.address("dst.hbone_addr"));
    let tunnelled = access.address("dst.hbone_addr").or_else(|| of_client().filter(|_| address.port() == 15008));
    let arrived = match tunnelled {
        None => Arrived::Plaintext,
        Some(_) => {
            Arrived::Hbone { peer: access.field("src.identity").map_or_else(|| client.identity(), str::to_owned) }
        }
    };
    let arrival = Arrival { source, destination: tunnelled.unwrap_or(address), arrived };
    let decided = inbound(ambient.before(workload), workload, &arrival);
    tally.inbound += 1;
    let mut wrong = |what: String| tally.wrong.push(format!("{what}; decided {:?} for {arrival:?}", decided.verdict));
    let verdict = verdicts.iter().position(|(name, _)| *name == workload.id()).map(|index| verdicts.remove(index).1);
    let is_judged = !matches!(decided.verdict, Verdict::Refused(_) | Verdict::Unguarded);
    if verdict != is_judged.then(|| decided.verdict.to_string()).as_deref() {
        wrong(format!("logged verdict {verdict:?}"));
    }
    // Envoys close tunnels in a way that ztunnel logs as an error.
    let error = access.field("error").filter(|error| !error.starts_with("send: "));
    if error != decided.verdict.error().as_deref() {
        wrong(format!("logged error {error:?}"));
    }
    let client_error =
        sent.iter().find_map(|sent| sent.field("error")).filter(|error| error.starts_with("http status"));
    // The client's own ztunnel sees the status only where no waypoint is between.
    let is_own = sent.iter().any(|sent| sent.address("dst.hbone_addr") == tunnelled && tunnelled.is_some());
    let is_answered = !matches!(decided.verdict, Verdict::Refused(Refusal::Signing(_)));
    if is_own && is_answered && client_error != decided.verdict.client_error().as_deref() {
        wrong(format!("the client's ztunnel logged {client_error:?}"));
    }
}
