//! The admin port asked from within the proxy's container: `pilot-agent request`, or curl; istiod's debug pages with
//! `pilot-discovery request`.

use k8s_openapi::api::core::v1::Pod;
use kube::Api;
use kube::api::AttachParams;
use tokio::io::AsyncReadExt;

use super::page;
use super::trouble::Trouble;

/// Room for what has arrived and was not read; the default of a kilobyte makes a large dump slow.
const BUFFER: usize = 1 << 20;
/// The port that `pilot-agent request` asks unless told otherwise.
const AGENT_PORT: u16 = 15000;

/// A program that can ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tool {
    /// Istio's agent is in every image of Istio's, the distroless ones too.
    PilotAgent,
    /// istiod's own program, in its images.
    PilotDiscovery,
    /// curl is in Istio's other images.
    Curl,
}

impl Tool {
    /// The program of a container that asks what runs in it.
    pub(super) fn of_container(name: &str) -> Self {
        if name == super::istiod::CONTAINER { Self::PilotDiscovery } else { Self::PilotAgent }
    }

    fn command(self, method: &str, port: u16, path: &str) -> Vec<String> {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
        match self {
            Self::PilotAgent if port == AGENT_PORT => words(&["pilot-agent", "request", method, path]),
            Self::PilotAgent => words(&["pilot-agent", "request", "--debug-port", &port.to_string(), method, path]),
            // It knows its port by itself.
            Self::PilotDiscovery => words(&["pilot-discovery", "request", method, &format!("/{path}")]),
            Self::Curl => words(&["curl", "-sS", "-X", method, &format!("http://127.0.0.1:{port}/{path}")]),
        }
    }
}

/// Asks for a page with the first tool that is there, beginning with `first`. Returns which one it was.
pub(super) async fn ask(
    pods: &Api<Pod>,
    pod: &str,
    container: &str,
    first: Tool,
    request: (&str, u16, &str),
) -> Result<(Vec<u8>, Tool), Trouble> {
    let (method, port, path) = request;
    let mut missing = Vec::new();
    let tools = if first == Tool::Curl { &[Tool::Curl][..] } else { &[first, Tool::Curl] };
    for tool in tools {
        match run(pods, pod, container, tool.command(method, port, path)).await {
            Ok(text) if page::is_whole(&text) || method != "GET" => return Ok((text, *tool)),
            Ok(text) => return Err(Trouble::Cut { bytes: text.len() }),
            Err(Trouble::NoTool(says)) => missing.push(says),
            Err(trouble) => return Err(trouble),
        }
    }
    Err(Trouble::NoTool(missing.join("; ")))
}

async fn run(pods: &Api<Pod>, pod: &str, container: &str, command: Vec<String>) -> Result<Vec<u8>, Trouble> {
    let parameters =
        AttachParams::default().container(container).stdin(false).stdout(true).stderr(true).max_stdout_buf_size(BUFFER);
    let name = command.first().cloned().unwrap_or_default();
    let mut process = pods.exec(pod, command, &parameters).await.map_err(|error| Trouble::of_api(&error))?;
    let (stdout, stderr, status) = (process.stdout(), process.stderr(), process.take_status());
    let read = async {
        let mut text = Vec::new();
        if let Some(mut stream) = stdout {
            stream.read_to_end(&mut text).await.map_err(|error| Trouble::Transport(error.to_string()))?;
        }
        Ok(text)
    };
    let complain = async {
        let mut text = Vec::new();
        if let Some(mut stream) = stderr {
            let _ = stream.read_to_end(&mut text).await;
        }
        String::from_utf8_lossy(&text).trim().to_owned()
    };
    let (text, complaint) = tokio::join!(read, complain);
    let text = text?;
    let ended = match status {
        Some(status) => status.await,
        None => None,
    };
    let _ = process.join().await;
    let failure = ended.filter(|status| status.status.as_deref() != Some("Success"));
    let failure =
        failure.map(|status| status.message.or(status.reason).unwrap_or_else(|| "the command failed".to_owned()));
    match failure {
        None => Ok(text),
        Some(failure) => match judge(&name, &failure, &complaint) {
            Trouble::Cut { .. } => Err(Trouble::Cut { bytes: text.len() }),
            trouble => Err(trouble),
        },
    }
}

/// What a failed command means.
fn judge(name: &str, failure: &str, complaint: &str) -> Trouble {
    let both = if complaint.is_empty() { failure.to_owned() } else { format!("{failure}: {complaint}") };
    let has = |words: &[&str]| words.iter().any(|word| both.contains(word));
    if has(&[
        "executable file not found",
        "no such file or directory",
        "not found in $PATH",
        "exit code 127",
        "exit status 127",
    ]) {
        Trouble::NoTool(format!("{name}: not found"))
    } else if has(&["transfer closed", "unexpected EOF"]) {
        Trouble::Cut { bytes: 0 }
    } else if let Some(status) = status_in(&both) {
        Trouble::Answered { status, says: both }
    } else if has(&["refused", "Failed to connect", "Could not connect"]) {
        Trouble::Closed(both)
    } else {
        Trouble::Transport(both)
    }
}

/// The HTTP status that `pilot-agent request` complains of.
fn status_in(text: &str) -> Option<u16> {
    let words = ["status code ", "error response: "];
    let rest = words.iter().find_map(|word| text.split_once(word))?.1;
    rest.get(..3)?.parse().ok().filter(|status| (300..600).contains(status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_of_commands() {
        let cases = [
            ("OCI runtime exec failed: exec: \"pilot-agent\": executable file not found in $PATH", "", 'n'),
            ("command terminated with exit code 7", "curl: (7) Failed to connect to 127.0.0.1 port 15000", 'c'),
            ("command terminated with exit code 1", "Error: command error response: 404", 'a'),
            ("command terminated with exit code 1", "received unsuccessful status code 400: FieldMask", 'a'),
            ("command terminated with exit code 1", "panic", 't'),
        ];
        for (failure, complaint, want) in cases {
            let got = match judge("x", failure, complaint) {
                Trouble::NoTool(_) => 'n',
                Trouble::Closed(_) => 'c',
                Trouble::Answered { .. } => 'a',
                _ => 't',
            };
            assert_eq!(got, want, "{failure}");
        }
        assert_eq!(Tool::PilotAgent.command("GET", 15001, "certs")[2], "--debug-port");
    }
}
