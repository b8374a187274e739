//! Names of waypoints.

use crate::model::Ztunnel;
use crate::model::ztunnel::address::GatewayAddress;

/// The name of the service behind a waypoint; `NA` where it is not in the dump.
pub(super) fn waypoint<'a>(ztunnel: &'a Ztunnel, gateway: Option<&GatewayAddress>) -> &'a str {
    let Some(gateway) = gateway else { return "None" };
    let id = gateway.destination.to_string();
    let service = ztunnel.dump.services.iter().find(|service| service.id() == id);
    service.map_or("NA", |service| service.name.as_str())
}
