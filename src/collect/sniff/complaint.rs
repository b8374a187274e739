//! Texts that somebody saved in place of what was asked for: Envoy, kubectl and web servers explaining why not.

use memchr::memmem;

use super::verdict::Useless;

/// What a text begins with or holds near its start, what that means, and whether it can only be a lost dump.
struct Complaint {
    says: &'static str,
    /// Whether the text begins so, or only holds it.
    begins: bool,
    means: &'static str,
    is_loss: bool,
}

const fn begins(says: &'static str, means: &'static str) -> Complaint {
    Complaint { says, begins: true, means, is_loss: false }
}

const fn of_envoy(begins: bool, says: &'static str, means: &'static str) -> Complaint {
    Complaint { says, begins, means, is_loss: true }
}

const WHOLE: &str = "take the whole dump: /config_dump?include_eds";

const COMPLAINTS: [Complaint; 15] = [
    of_envoy(
        true,
        "Failed to convert protobuf message",
        "Envoy could not print the dump, because it holds a type that this Envoy does not know; take it by parts, \
         such as /config_dump?resource=dynamic_active_clusters, ?resource=dynamic_listeners, \
         ?resource=dynamic_route_configs and ?mask=bootstrap.node, and name all that succeed",
    ),
    of_envoy(
        false,
        " not found in config dump",
        "Envoy has no part of that name (there are dynamic_listeners, static_listeners, dynamic_active_clusters, \
         static_clusters, dynamic_route_configs, dynamic_endpoint_configs with include_eds, …), or this proxy has none of it",
    ),
    of_envoy(false, "is not a repeated field. Use ?mask=", "?resource= takes lists only; ask for this one with ?mask="),
    of_envoy(
        true,
        "FieldMask ",
        "the mask goes through a list or names parts of different sections; give one section to a mask, \
         or a list to ?resource= and a mask within its items",
    ),
    of_envoy(
        true,
        "Proxy not connected to this Pilot instance",
        "istiod has no such proxy; ask the istiod that serves it",
    ),
    begins("admin commands are:", WHOLE),
    begins("Error from server", "kubectl failed; take it again"),
    begins("error: ", "kubectl failed; take it again"),
    begins("Unable to connect to the server", "kubectl found no cluster; take it again"),
    begins("command terminated with exit code", "kubectl exec failed; take it again"),
    begins("curl: (", "curl failed; is the admin port reachable?"),
    begins("upstream connect error", "a proxy answered in place of the admin port"),
    begins("404 page not found", WHOLE),
    begins("<!DOCTYPE", "it is a web page; the dump is at /config_dump of the admin port"),
    begins("<html", "it is a web page; the dump is at /config_dump of the admin port"),
];

/// Reads a complaint, if the text is one.
pub(super) fn read(start: &[u8]) -> Option<Useless> {
    let start = start.trim_ascii_start();
    let start = start.get(..4096).unwrap_or(start);
    let complaint = COMPLAINTS.iter().find(|complaint| {
        if complaint.begins {
            start.starts_with(complaint.says.as_bytes())
        } else {
            // Envoy's are one line; in a log the words mean nothing.
            memmem::find(start, complaint.says.as_bytes()).is_some() && !start.trim_ascii().contains(&b'\n')
        }
    })?;
    Some(Useless {
        reason: format!("is a message, not a dump ({}): {}", first_line(start), complaint.means),
        is_loss: complaint.is_loss,
    })
}

fn first_line(text: &[u8]) -> String {
    const LONG: usize = 160;
    let line = text.split(|b| *b == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let line = line.trim_end();
    match line.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_name_the_next_step() {
        let cases = [
            (
                "Failed to convert protobuf message to JSON string: INVALID_ARGUMENT: could not find @type 'x.Y'",
                "by parts",
                true,
            ),
            ("nosuch not found in config dump", "no part of that name", true),
            ("bootstrap is not a repeated field. Use ?mask=", "with ?mask=", true),
            ("FieldMask paths: \"a.b\"\n could not be successfully used.", "one section", true),
            ("Error from server (NotFound): pods \"a\" not found\n", "kubectl failed", false),
            ("<!DOCTYPE html>\n<html>", "web page", false),
        ];
        for (text, means, is_loss) in cases {
            let useless = read(text.as_bytes()).unwrap();
            assert!(useless.reason.contains(means), "{useless:?}");
            assert_eq!(useless.is_loss, is_loss, "{useless:?}");
        }
        assert_eq!(read(b"12:00 x not found in config dump\n12:01 y\n"), None);
        assert_eq!(read(b"LIVE\n"), None);
    }
}
