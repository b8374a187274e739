//! The HTTP connection manager: from bytes to a request, through its filters, to the router.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::codec::{self, Refused};
use super::message::RequestHead;
use super::normalize::{Normalized, normalize};
use super::route_table::RouteTable;
use super::stream::Stream;
use super::{arrive, client_cert, finalize, reply, router, scope, select};
use crate::model::any::TypedConfig;
use crate::model::dump::Section;
use crate::model::envoy::http_connection_manager::HttpConnectionManager;
use crate::model::envoy::route_config::RouteConfiguration;
use crate::simulate::asked::Asked;
use crate::simulate::connection::{Connection, Wire};
use crate::simulate::filter::chain::FilterChain;
use crate::simulate::outcome::{Disposition, LocalReply};
use crate::simulate::request::Protocol;
use crate::simulate::run::{Ended, Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// A connection manager, compiled.
#[derive(Debug)]
pub struct Manager {
    /// As configured; an inline route table is in `inline`.
    pub config: HttpConnectionManager,
    /// Its HTTP filters.
    pub filters: FilterChain,
    /// Filters of upgraded requests, by type of upgrade, where they differ.
    pub upgrades: BTreeMap<String, FilterChain>,
    inline: Option<RouteConfiguration>,
    inline_table: OnceLock<Arc<RouteTable>>,
    unmodelled: Vec<String>,
}

impl Manager {
    /// Compiles a connection manager.
    ///
    /// # Errors
    /// Where its configuration has another shape.
    pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Self, String> {
        let decoded: HttpConnectionManager = config.read(unmodelled)?;
        let mut config = decoded;
        Ok(Self {
            filters: FilterChain::new(&config.http_filters),
            upgrades: config
                .upgrade_configs
                .iter()
                .filter(|upgrade| !upgrade.filters.is_empty())
                .map(|upgrade| (upgrade.upgrade_type.to_ascii_lowercase(), FilterChain::new(&upgrade.filters)))
                .collect(),
            inline: config.route_config.take(),
            inline_table: OnceLock::new(),
            unmodelled: unmodelled_parts(&config),
            config,
        })
    }

    /// Serves what arrives.
    ///
    /// # Errors
    /// Always: a request ends here, and the run's outcome says how.
    pub fn serve(&self, run: &mut Run, connection: &mut Connection, asked: &Asked, wire: Wire) -> Flow {
        run.meet(&self.unmodelled);
        let head = match self.decode(connection, asked, wire) {
            Ok(head) => head,
            Err(refused) => {
                run.step(|| {
                    Step::new(Stage::Manager, format!("{} {}", refused.code, refused.details).trim_matches(['0', ' ']))
                        .because(refused.why.clone())
                        .mood(Mood::Fails)
                });
                if refused.code == 0 {
                    run.outcome.flags.insert(refused.flag);
                    run.outcome.details = Some(refused.details.to_owned()).filter(|details| !details.is_empty());
                    return run.end(refused.disposition);
                }
                let reply = refused.reply();
                let headers = reply::codec_headers(&reply);
                reply::conclude(run, None, reply, headers, &self.config.server_name);
                return Err(Ended);
            }
        };
        if asked.request.protocol == Protocol::Grpc && head.headers.has("content-length") {
            run.undetermined("content-length: Envoy resets the stream if the gRPC message has another length");
        }
        let grpc = head.is_grpc();
        let metadata = connection.metadata.clone();
        let mut stream = Stream {
            grpc,
            head,
            remote: connection.source,
            protocol: if asked.request.protocol.is_http2() { "HTTP/2" } else { "HTTP/1.1" },
            metadata,
            connection,
            table: None,
            route: None,
            noted: Vec::new(),
        };
        let refused = match self.prepare(run, &mut stream)? {
            Prepared::Goes { internal } => {
                return self.run_stream(run, &mut stream, asked, internal);
            }
            Prepared::Answered(reply) => reply,
        };
        // The answer looks for a route too, though the request does not get there. No route is found before
        // `x-forwarded-proto` is set (`RouteMatcher::route`), unless the client set it.
        if stream.head.headers.get("x-forwarded-proto").is_some_and(|scheme| !scheme.is_empty()) {
            stream.table = self.table(run, &stream)?;
            select::select(run, &mut stream, false)?;
            router::note_route(run, &stream);
        }
        note_request(run, &stream);
        self.answer(run, &mut stream, refused, &self.filters)
    }

    /// What the codec makes of the bytes.
    fn decode(&self, connection: &Connection, asked: &Asked, wire: Wire) -> Result<RequestHead, Refused> {
        // By ALPN where TLS negotiated one, else by the first bytes.
        let negotiated = connection.tls.as_ref().and_then(|tls| tls.alpn.as_deref());
        let speaks_http2 = match (self.config.codec_type.as_str(), negotiated) {
            ("HTTP1", _) => false,
            ("HTTP2", _) => true,
            (_, Some(protocol)) => protocol == "h2",
            (_, None) => wire == Wire::Http2,
        };
        match (speaks_http2, wire) {
            (true, Wire::Http2) | (false, Wire::Http1) => codec::decode(asked, &self.config),
            (true, Wire::Http1 | Wire::Tls | Wire::Bytes) => Err(codec::no_http2()),
            (false, Wire::Http2) => Err(codec::no_http("HTTP/2 arrives where HTTP/1 was agreed on")),
            // An Envoy gives up on the answer before a request can be logged.
            (false, Wire::Tls) if asked.client.as_ref().is_some_and(|client| client.is_proxy) => {
                Err(codec::unlogged("a TLS handshake arrives where HTTP is expected"))
            }
            (false, Wire::Tls) => Err(codec::no_http("a TLS handshake arrives where HTTP is expected")),
            (false, Wire::Bytes) => Err(codec::no_http("the bytes are no HTTP")),
        }
    }

    /// Checks and changes the request before it is routed (`ActiveStream::decodeHeaders`).
    fn prepare(&self, run: &mut Run, stream: &mut Stream) -> Flow<Prepared> {
        let answer = |code: u16, details: &str| {
            Prepared::Answered(LocalReply {
                disposition: Disposition::BadRequest,
                code,
                details: details.to_owned(),
                ..LocalReply::default()
            })
        };
        if stream.head.authority.is_none() {
            return Ok(answer(400, "missing_host_header"));
        }
        if stream.head.path.as_ref().is_some_and(|path| !path.starts_with('/')) {
            return Ok(answer(404, "absolute_path_rejected"));
        }
        if stream.head.method == "QUERY" && run.engine.runtime.since(40) && !stream.head.headers.has("content-type") {
            return Ok(answer(400, "query_missing_content_type"));
        }
        if let Some(path) = stream.head.path.clone() {
            match normalize(&path, &self.config, &run.engine.runtime) {
                Normalized::Path(normalized) => {
                    if normalized != path {
                        run.notes.remark(|| format!("path {path} becomes {normalized}"));
                    }
                    stream.head.path = Some(normalized);
                }
                Normalized::Rejected(why) => {
                    run.notes.remark(|| why.to_owned());
                    return Ok(answer(400, "path_normalization_failed"));
                }
                Normalized::Redirect(normalized) => {
                    stream.head.path = Some(normalized.clone());
                    return Ok(Prepared::Answered(LocalReply {
                        disposition: Disposition::Redirect,
                        code: 307,
                        details: "path_normalization_failed".to_owned(),
                        headers: vec![("location".to_owned(), normalized)],
                        ..LocalReply::default()
                    }));
                }
            }
        }
        self.strip_host(stream);
        let table = self.table(run, stream)?;
        let internal_only = table.as_ref().map(|table| table.config.internal_only_headers.clone()).unwrap_or_default();
        stream.table = table;
        let client = arrive::arrive(
            &mut stream.head,
            stream.connection,
            &self.config,
            &run.engine.runtime,
            &internal_only,
            &mut run.notes,
        );
        stream.remote = client.remote;
        client_cert::forward(&mut stream.head, stream.connection, &self.config);
        let unknown = run.notes.take_unknown();
        run.meet(&unknown);
        Ok(Prepared::Goes { internal: client.internal })
    }

    /// `strip_trailing_host_dot`, then the port (`ConnectionManagerUtility::maybeNormalizeHost`).
    fn strip_host(&self, stream: &mut Stream) {
        let Some(host) = &mut stream.head.authority else {
            return;
        };
        let port_at =
            |host: &str| host.rfind(':').filter(|colon| host.rfind(']').is_none_or(|bracket| bracket < *colon));
        if self.config.strip_trailing_host_dot {
            let end = port_at(host).unwrap_or(host.len());
            if host[..end].ends_with('.') {
                host.remove(end - 1);
            }
        }
        let Some(colon) = port_at(host) else { return };
        let Ok(port) = host[colon + 1..].parse::<u16>() else {
            return;
        };
        let own = stream.connection.destination.socket().map(|address| address.port());
        if self.config.strip_any_host_port || self.config.strip_matching_host_port && own == Some(port) {
            host.truncate(colon);
        }
    }

    /// The route table: by RDS, inline, or by scope.
    fn table(&self, run: &mut Run, stream: &Stream) -> Flow<Option<Arc<RouteTable>>> {
        if let Some(scoped) = &self.config.scoped_routes {
            return scope::table(run, &stream.head, scoped);
        }
        if let Some(rds) = &self.config.rds {
            let table = run.engine.route_table(&rds.route_config_name);
            if table.is_none() {
                if !run.engine.proxy.dump.knows(Section::Routes, &rds.route_config_name) {
                    return run.end_unknown(vec![Section::Routes.missing().to_owned()]);
                }
                run.step(|| {
                    Step::new(Stage::VirtualHost, format!("{} › none", rds.route_config_name))
                        .because("the proxy has no such route table")
                });
            }
            return Ok(table);
        }
        let Some(inline) = &self.inline else {
            return Ok(None);
        };
        let chain = run.outcome.chain.clone().unwrap_or_default();
        let table = self.inline_table.get_or_init(|| {
            let id = if inline.name.is_empty() { format!("inline@{chain}") } else { inline.name.clone() };
            Arc::new(RouteTable::new(&id, inline.clone(), Vec::new()))
        });
        Ok(Some(table.clone()))
    }

    /// Routes the request, runs the filters, and hands it to the router.
    fn run_stream(&self, run: &mut Run, stream: &mut Stream, asked: &Asked, internal: bool) -> Flow {
        if run.explains() {
            let mut evidence = run.notes.take_evidence();
            if !evidence.is_empty() {
                let first = evidence.remove(0).asked;
                run.step(|| Step::new(Stage::Manager, first).shown_by(evidence));
            }
        }
        select::select(run, stream, internal)?;
        router::note_route(run, stream);
        let upgrade = stream.head.upgrade_type().map(str::to_ascii_lowercase);
        let filters = upgrade.as_ref().and_then(|upgrade| self.upgrades.get(upgrade)).unwrap_or(&self.filters);
        if upgrade.as_deref() == Some("connect-udp") {
            // `rewriteAuthorityForConnectUdp`.
            if stream.head.path_only().starts_with("/.well-known/masque/udp/") {
                run.undetermined("connect-udp: the authority that Envoy reads off the path is not modelled");
            } else {
                let reply = LocalReply {
                    disposition: Disposition::BadRequest,
                    code: 404,
                    details: "invalid_path".to_owned(),
                    body: "The path is incorrect for CONNECT-UDP".to_owned(),
                    ..LocalReply::default()
                };
                // It is refused before a route is looked for.
                stream.route = None;
                router::note_route(run, stream);
                note_request(run, stream);
                return self.answer(run, stream, reply, filters);
            }
        }
        // Without a route the router answers 404 rather than this.
        if let Some(upgrade) = &upgrade
            && stream.route.is_some()
            && !self.allows_upgrade(stream, upgrade)
        {
            run.step(|| {
                Step::new(Stage::Manager, "403 upgrade_failed")
                    .because(format!("upgrade {upgrade} is not enabled here"))
                    .mood(Mood::Fails)
            });
            let reply = LocalReply {
                disposition: Disposition::UpgradeRefused,
                code: 403,
                details: "upgrade_failed".to_owned(),
                ..LocalReply::default()
            };
            note_request(run, stream);
            return self.answer(run, stream, reply, filters);
        }
        let result = filters.on_request(run, stream, internal)?;
        note_request(run, stream);
        let reply = match result {
            Some(reply) => reply,
            None => match router::route(run, stream, asked, filters.router_config())? {
                router::Routed::Reply(reply) => reply,
                router::Routed::Forwarded => {
                    let mut headers = finalize::forwarded_response(run, stream);
                    filters.on_response(run, stream, &mut headers, None);
                    run.outcome.response.set(&headers);
                    return Err(Ended);
                }
            },
        };
        self.answer(run, stream, reply, filters)
    }

    fn allows_upgrade(&self, stream: &Stream, upgrade: &str) -> bool {
        let find = |upgrades: &[crate::model::envoy::route_action::UpgradeConfig]| {
            upgrades
                .iter()
                .find(|config| config.upgrade_type.eq_ignore_ascii_case(upgrade))
                .map(|config| config.enabled.unwrap_or(true))
        };
        let by_route = stream.route_node().and_then(|route| find(&route.config.route.as_ref()?.upgrade_configs));
        by_route.or_else(|| find(&self.config.upgrade_configs)).unwrap_or(false)
    }

    /// Answers; the response filters see the answer too.
    fn answer(&self, run: &mut Run, stream: &mut Stream, reply: LocalReply, filters: &FilterChain) -> Flow {
        let mut headers = reply::headers(run, &reply, stream);
        filters.on_response(run, stream, &mut headers, reply.written_by);
        run.step_with_evidence(|| {
            let mood = if reply.disposition.is_success() { Mood::Ends } else { Mood::Fails };
            Step::new(Stage::Answer, format!("{} {}", reply.code, reply.details)).mood(mood)
        });
        if self.config.local_reply_config.is_some() {
            run.undetermined("local_reply_config may change the answer and is not modelled");
        }
        reply::conclude(run, Some(stream), reply, headers, &self.config.server_name);
        Err(Ended)
    }
}

/// The path and host as the access log shows them in the end.
fn note_request(run: &mut Run, stream: &Stream) {
    run.outcome.path.clone_from(&stream.head.path);
    // The log shows an empty host as none.
    run.outcome.authority = stream.head.authority.clone().filter(|host| !host.is_empty());
}

/// A request after the connection manager's checks.
enum Prepared {
    Goes { internal: bool },
    Answered(LocalReply),
}

/// Parts of the configuration that could change a decision and are not modelled.
fn unmodelled_parts(config: &HttpConnectionManager) -> Vec<String> {
    let parts = [
        (!config.early_header_mutation_extensions.is_empty(), "early_header_mutation_extensions"),
        (config.forward_client_cert_matcher.is_some(), "forward_client_cert_matcher"),
        (config.path_normalization_options.is_some(), "path_normalization_options"),
        (config.scheme_header_transformation.is_some(), "scheme_header_transformation"),
        (config.forward_proto_config.is_some(), "forward_proto_config"),
        (config.typed_header_validation_config.is_some(), "typed_header_validation_config"),
    ];
    parts
        .into_iter()
        .filter(|(present, _)| *present)
        .map(|(_, name)| format!("{name} of the connection manager is not modelled"))
        .collect()
}
