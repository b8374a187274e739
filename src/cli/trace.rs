//! `meshdbg trace [FROM] --to DEST`.

use std::collections::BTreeSet;
use std::net::IpAddr;

use anyhow::{Result, anyhow, bail};
use clap::{Args, ValueEnum};
use serde_json::Value;

use super::args::Global;
use super::batch;
use super::exit::Exit;
use super::input::{self, Input, More};
use super::needs::Needs;
use super::output::{Drawing, Output};
use crate::base::name::ProxyId;
use crate::render;
use crate::simulate::Engine;
use crate::simulate::ask::{Ask, Sender};
use crate::simulate::choice::Pick;
use crate::simulate::engine::Lack;
use crate::simulate::explore::Wanted;
use crate::simulate::request::{Direction, Protocol, Transport};
use crate::simulate::walk::walk;
use crate::view::trace::{Depth, Report, Verdict};

const EXAMPLES: &str = "\
Examples:
  A request from a pod to a service, as the pod would write its name:
    meshdbg trace deploy/frontend-v1 --to reviews:9080 --from demo
  With a method, a path and headers:
    meshdbg trace deploy/frontend-v1 --to http://reviews:9080/api -X POST -H 'end-user: jason' --from demo
  What the sidecar of the receiver does with it:
    meshdbg trace deploy/reviews-v1 --to :9080 --as spiffe://cluster.local/ns/shop/sa/frontend --from demo
  From outside, by the name that clients use; the gateway that serves it is found:
    meshdbg trace internet --to https://shop.example.test/api/items --from demo
  Through one gateway:
    meshdbg trace gateway/istio-ingress/public --to https://shop.example.test/api/items --from demo
  gRPC, TCP:
    meshdbg trace deploy/frontend-v1 --to grpc://ratings:9080/shop.Ratings/Get --from demo
    meshdbg trace deploy/frontend-v1 --to tcp://10.0.0.7:5432 --from demo
  As a sequence diagram, as a graph:
    meshdbg trace deploy/frontend-v1 --to reviews:9080 -o mermaid --from demo
    meshdbg trace deploy/frontend-v1 --to reviews:9080 -o dot --from demo | dot -Tsvg > way.svg
  One request a line, one JSON result a line:
    meshdbg trace --batch requests.jsonl --from demo";

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// Who sends the request: pod/NAME, NAME.NAMESPACE, deploy/NAME; `internet` for somebody outside; or the proxy that
    /// gets it first: gateway/NAMESPACE/NAME. May be left out where only one proxy was read
    #[arg(value_name = "FROM")]
    from_proxy: Option<String>,
    /// Where to: `reviews:9080`, `reviews.shop:9080/path`, `http://HOST/PATH`, `https://…`, `grpc://…`, `tcp://…`,
    /// `10.0.0.7:9080`
    #[arg(long, value_name = "DEST", required_unless_present = "batch")]
    to: Option<String>,
    /// Requests, one JSON object a line; `-` for stdin
    #[arg(long, value_name = "FILE", conflicts_with_all = ["to", "summary", "verbose", "pick", "RequestOptions"])]
    pub(super) batch: Option<String>,
    #[command(flatten, next_help_heading = "Request")]
    request: RequestOptions,
    /// At forks follow this branch only: subset=v1, endpoint=10.0.0.7:9080, weight=NAME, answer=denied; repeatable
    #[arg(long, value_name = "FORK=BRANCH", help_heading = "Depth")]
    pick: Vec<String>,
    /// Only how it ends
    #[arg(long, help_heading = "Depth", conflicts_with = "verbose")]
    summary: bool,
}

/// What is asked for, as curl takes it.
#[derive(Debug, Clone, Args)]
pub(super) struct RequestOptions {
    /// Method
    #[arg(short = 'X', long = "request", visible_alias = "method", value_name = "METHOD")]
    method: Option<String>,
    /// A header; repeatable
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE")]
    headers: Vec<String>,
    /// Path, with the query
    #[arg(long, value_name = "PATH")]
    path: Option<String>,
    /// Host header; else the host of DEST
    #[arg(long, visible_alias = "host", value_name = "HOST")]
    authority: Option<String>,
    /// What is spoken; else as the service or the scheme says
    #[arg(long, value_name = "PROTOCOL", value_enum)]
    protocol: Option<Spoken>,
    /// TLS of the sender: mutual is with a client certificate
    #[arg(long, value_name = "TLS", value_enum)]
    tls: Option<Tls>,
    /// Server name in the TLS handshake; else the host of DEST
    #[arg(long, value_name = "NAME")]
    sni: Option<String>,
    /// A protocol that the sender offers in the TLS handshake; repeatable
    #[arg(long, value_name = "PROTOCOL")]
    alpn: Vec<String>,
    /// Identity in the sender's certificate
    #[arg(long = "as", value_name = "SPIFFE")]
    peer: Option<String>,
    /// A claim of the valid token that the request carries; repeatable
    #[arg(long = "claim", value_name = "NAME=VALUE")]
    claims: Vec<String>,
    /// Address of the sender
    #[arg(long, value_name = "IP")]
    source_ip: Option<IpAddr>,
    /// Way through the proxy; else as its kind and DEST say
    #[arg(long, value_name = "DIRECTION", value_enum)]
    direction: Option<Way>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Spoken {
    Http1,
    Http2,
    Grpc,
    Tcp,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Tls {
    #[value(alias = "none", alias = "plaintext")]
    Plain,
    #[value(alias = "tls")]
    Simple,
    #[value(alias = "mtls")]
    Mutual,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Way {
    Outbound,
    Inbound,
    Gateway,
}

/// Traces a request, or those of a batch.
///
/// # Errors
/// Where nothing can be read or the options do not say enough.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    let picks = options.pick.iter().map(|text| pick(text)).collect::<Result<Vec<_>>>()?;
    let ask = ask(options.to.as_deref(), &options.request, global)?;
    let from = options.from_proxy.as_deref();
    if let Some(file) = &options.batch {
        // Its lines may name any proxy, and ask anything of it.
        let mesh = match from {
            None => input::of_every_pod(global, output)?,
            Some(_) => input::of_pod(global, from, &Needs::whole(), output)?.mesh,
        };
        return batch::run(file, from, &Engine::new(&mesh), global, output);
    }
    let mut input = input::of_pod(global, from, &Needs::of_trace(), output)?;
    let wanted = Wanted { explain: true, picks, follow: true };
    let report = followed(&mut input, from, &ask, &wanted, global, output)?;
    let depth = match (options.summary, global.verbose) {
        (true, _) => Depth::Summary,
        (false, true) => Depth::Everything,
        (false, false) => Depth::Usual,
    };
    match global.drawing() {
        Some(Drawing::Mermaid) => render::mermaid(&mut output.out, &report.sequence())?,
        Some(Drawing::Dot) => render::dot(&mut output.out, &report.graph())?,
        None => output.show(global.format(), &report, |report| report.document(depth))?,
    }
    Ok(match report.verdict {
        Verdict::Succeeds => Exit::Yes,
        Verdict::Fails | Verdict::FailsPartly => Exit::No,
        Verdict::Depends | Verdict::Undetermined => Exit::Undetermined,
    })
}

/// Who sends the request: somebody outside, a proxy's workload, or a pod without one.
pub(super) fn sender(input: &Input, from: Option<&str>, global: &Global) -> Result<(Sender, Option<String>)> {
    if from.is_some_and(Sender::is_outside) {
        return Ok((Sender::Internet, None));
    }
    match input.one(from, global) {
        Ok((proxy, remark)) => Ok((Sender::Proxy(proxy.id.clone()), remark)),
        Err(error) => {
            let pod = from.and_then(|text| Sender::pod(&input.mesh, text, global.namespace.as_deref()));
            pod.map(|pod| (pod, None)).ok_or(error)
        }
    }
}

/// The whole way of a request: of a running mesh the proxies on it are read as it comes to them, and of each the parts
/// that it looks for.
///
/// # Errors
/// Where the options do not say enough, or the mesh cannot be read.
pub(super) fn followed(
    input: &mut Input,
    from: Option<&str>,
    ask: &Ask,
    wanted: &Wanted,
    global: &Global,
    output: &mut Output,
) -> Result<Report> {
    loop {
        let Attempt { report, lacks, lacking } = attempt(input, from, ask, wanted, global);
        let mut more = false;
        for (proxy, lacks) in &lacks {
            more |= input.more(More::Parts(proxy, lacks), output)?;
        }
        more |= !lacking.is_empty() && input.more(More::Proxies(&lacking), output)?;
        if more || input.more(More::Awaited, output)? {
            continue;
        }
        // Why something is missing, or what was meant, may stand anywhere in the dump.
        let is_told = report.as_ref().is_ok_and(|report| report.missing.is_empty());
        if is_told || !input.more(More::Everything, output)? {
            return report;
        }
    }
}

/// An answer, and what it would have needed to be one of whole dumps of all proxies.
struct Attempt {
    report: Result<Report>,
    lacks: Vec<(ProxyId, BTreeSet<Lack>)>,
    lacking: Vec<ProxyId>,
}

fn attempt(input: &Input, from: Option<&str>, ask: &Ask, wanted: &Wanted, global: &Global) -> Attempt {
    let mesh = &input.mesh;
    let engine = Engine::new(mesh);
    let trace = sender(input, from, global).and_then(|(sender, remark)| {
        let (start, remarks) = sender.start(&engine, ask).map_err(|error| anyhow!(error.to_string()))?;
        let mut trace = walk(&engine, &start, wanted);
        trace.remarks.splice(0..0, remark.into_iter().chain(remarks));
        Ok((start, trace))
    });
    let lacking = trace.as_ref().map(|(_, trace)| trace.lacking.clone()).unwrap_or_default();
    let ids = mesh.proxies.iter().map(|proxy| proxy.id.clone());
    let lacks = ids.filter_map(|id| Some((engine.proxy(&id)?.lacks(), id))).filter(|(lacks, _)| !lacks.is_empty());
    let lacks = lacks.map(|(lacks, id)| (id, lacks)).collect();
    Attempt { report: trace.map(|(start, trace)| Report::new(mesh, start.proxy.as_ref(), trace)), lacks, lacking }
}

/// The options as a question.
pub(super) fn ask(to: Option<&str>, request: &RequestOptions, global: &Global) -> Result<Ask> {
    let mut headers = Vec::new();
    let mut authority = request.authority.clone();
    for text in &request.headers {
        let (name, value) = header(text)?;
        if name.eq_ignore_ascii_case("host") {
            authority = Some(value);
        } else {
            headers.push((name, value));
        }
    }
    Ok(Ask {
        to: to.map(str::to_owned),
        direction: request.direction.map(|way| match way {
            Way::Outbound => Direction::Outbound,
            Way::Inbound => Direction::Inbound,
            Way::Gateway => Direction::Gateway,
        }),
        src: request.source_ip,
        transport: request.tls.map(|tls| match tls {
            Tls::Plain => Transport::Plaintext,
            Tls::Simple => Transport::Tls,
            Tls::Mutual => Transport::Mtls,
        }),
        sni: request.sni.clone(),
        alpn: (!request.alpn.is_empty()).then(|| request.alpn.clone()),
        peer: request.peer.clone(),
        protocol: request.protocol.map(|spoken| match spoken {
            Spoken::Http1 => Protocol::Http1,
            Spoken::Http2 => Protocol::Http2,
            Spoken::Grpc => Protocol::Grpc,
            Spoken::Tcp => Protocol::Tcp,
        }),
        method: request.method.clone(),
        authority: authority.map(Some),
        path: request.path.clone(),
        headers: (!headers.is_empty()).then_some(headers),
        jwt_claims: claims(&request.claims)?,
        at: global.at,
        ..Ask::default()
    })
}

/// `NAME: VALUE`; as with curl, `NAME;` is a header without a value.
fn header(text: &str) -> Result<(String, String)> {
    match text.split_once(':') {
        Some((name, value)) if !name.is_empty() => Ok((name.trim().to_owned(), value.trim().to_owned())),
        _ => match text.strip_suffix(';') {
            Some(name) => Ok((name.to_owned(), String::new())),
            None => bail!("-H {text:?}: write it as NAME: VALUE"),
        },
    }
}

/// Claims as one object; a value is JSON where it reads as such, else a string.
fn claims(texts: &[String]) -> Result<Option<Value>> {
    if texts.is_empty() {
        return Ok(None);
    }
    let mut claims = serde_json::Map::new();
    for text in texts {
        let (name, value) = text.split_once('=').ok_or_else(|| anyhow!("--claim {text:?}: write it as NAME=VALUE"))?;
        let value = serde_json::from_str(value).unwrap_or_else(|_| Value::String(value.to_owned()));
        claims.insert(name.to_owned(), value);
    }
    Ok(Some(Value::Object(claims)))
}

pub(super) fn pick(text: &str) -> Result<Pick> {
    Pick::parse(text).map_err(|error| anyhow!("--pick {text:?}: {error}"))
}
