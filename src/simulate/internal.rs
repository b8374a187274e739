//! Listeners inside of the same Envoy: where tunnels end and begin.

use super::asked::Asked;
use super::connection::{Connection, Local};
use super::enter;
use super::outcome::{Disposition, Flag, Outcome};
use super::run::{Flow, Run};
use super::trace::{Mood, Stage, Step};
use super::upstream::pick::Group;
use crate::model::envoy::address::InternalAddress;

/// How many listeners a connection may pass inside of one Envoy before meshdbg gives up.
const MOST_HOPS: usize = 8;

/// Connects to an internal listener with what travels inside of the tunnel. What was decided so far belongs to the
/// tunnel; the outcome begins anew.
///
/// # Errors
/// Always: the listener's way ends the request.
pub fn enter(run: &mut Run, outer: &Connection, address: &InternalAddress, group: &Group, inside: &Asked) -> Flow {
    run.internal_hops += 1;
    if run.internal_hops > MOST_HOPS {
        return run.end_unknown(vec!["the listeners of this proxy lead to each other in a circle".to_owned()]);
    }
    run.outcome = Outcome { share: run.outcome.share, ..Outcome::default() };
    run.random = super::random::StreamRandom::default();
    let listeners = run.engine.listeners();
    let Some(listener) = listeners.named(&address.server_listener_name) else {
        let to = format!("envoy://{}/", address.server_listener_name);
        run.step(|| {
            Step::new(Stage::Listener, "none")
                .because(format!("there is no internal listener {}", address.server_listener_name))
                .mood(Mood::Fails)
        });
        run.outcome.flags.insert(Flag::Uf);
        run.outcome.code = 503;
        run.outcome.details = Some(format!(
            "upstream_reset_before_response_started{{remote_connection_failure|immediate_connect_error:_Invalid_argument|remote_address:{to}}}"
        ));
        return run.end(Disposition::UpstreamFailed);
    };
    let mut connection = Connection {
        direct_source: outer.source,
        source: outer.source,
        destination: Local::Internal(address.server_listener_name.clone()),
        restored: false,
        transport_protocol: "",
        server_name: None,
        application_protocols: Vec::new(),
        tls: None,
        filter_state: outer
            .filter_state
            .iter()
            .filter_map(|(key, fact)| Some((key.clone(), fact.handed_on()?)))
            .collect(),
        metadata: group.passed.iter().cloned().collect(),
    };
    enter::handle(run, listener, &mut connection, inside, None)
}
