//! Why one page of one proxy did not come.

use std::time::Duration;

use kube::core::Status;

/// What went wrong between us and an admin port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// RBAC forbids the transport.
    Forbidden(String),
    /// The API server or the kubelet refused the transport, or it broke.
    Transport(String),
    /// Nobody listens at the admin port.
    Closed(String),
    /// The container has neither `pilot-agent` nor curl.
    NoTool(String),
    /// The answer broke off.
    Cut {
        /// So much had come.
        bytes: usize,
    },
    /// No answer in time.
    Slow(Duration),
    /// An answer that is no page.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The beginning of what it says.
        says: String,
    },
    /// The API server does not know who asks.
    Unauthorized(String),
    /// The pod is gone.
    Gone(String),
}

impl Trouble {
    /// Whether asking once more may help.
    pub(super) fn may_pass(&self) -> bool {
        matches!(self, Self::Cut { .. } | Self::Transport(_))
    }

    /// Whether another transport may help. A proxy that does not answer, or answers wrongly, does so on every way.
    pub(super) fn is_of_transport(&self) -> bool {
        matches!(self, Self::Forbidden(_) | Self::Transport(_) | Self::Closed(_) | Self::NoTool(_) | Self::Cut { .. })
    }

    /// What the API server said, when a transport was asked for.
    pub(super) fn of_api(error: &kube::Error) -> Self {
        match error {
            kube::Error::Api(status) => match status.code {
                401 => Self::Unauthorized(status.message.clone()),
                403 => Self::Forbidden(status.message.clone()),
                404 => Self::Gone(status.message.clone()),
                _ => Self::Transport(said(status)),
            },
            other => Self::Transport(causes(other)),
        }
    }

    /// For a message, with the next step.
    pub(super) fn text(&self, port: u16) -> String {
        match self {
            Self::Forbidden(says) => format!("RBAC forbids it ({says})"),
            Self::Transport(says) => format!("the connection broke ({says}); try again"),
            Self::Closed(says) => format!(
                "nobody listens at its admin port {port} ({says}); name another with --admin-port, or wait until the \
                 container has started"
            ),
            Self::NoTool(says) => format!(
                "its image has neither pilot-agent nor curl to ask the admin port with ({says}); allow port-forward, \
                 or ask with `kubectl debug -it POD --image=curlimages/curl --target=istio-proxy`"
            ),
            Self::Cut { bytes } => {
                format!("the answer broke off after {bytes} bytes; try again, or ask for less at a time")
            }
            Self::Slow(limit) => format!(
                "no whole answer within {} s; the proxy may be busy: a large dump takes its main thread seconds. Give \
                 it longer with --timeout",
                limit.as_secs_f32()
            ),
            Self::Answered { status, says } => format!(
                "answers {status}{}{says}; is {port} the admin port of an Envoy? --admin-port names another",
                if says.is_empty() { "" } else { ": " }
            ),
            Self::Unauthorized(says) => format!("the credentials are not accepted ({says}); log in again"),
            Self::Gone(says) => format!("is gone ({says})"),
        }
    }
}

/// What a `Status` says, without the words that are in every one of them.
pub(super) fn said(status: &Status) -> String {
    let message = status.message.trim();
    if message.is_empty() { format!("{} {}", status.code, status.reason) } else { message.to_owned() }
}

/// An error with its causes, each once.
pub(super) fn causes(error: &dyn std::error::Error) -> String {
    let mut texts: Vec<String> = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next {
        let text = error.to_string();
        // Many wrap the text of what they wrap.
        if !texts.last().is_some_and(|last| last.contains(&text)) {
            texts.push(text);
        }
        next = error.source();
    }
    texts.join(": ")
}

impl Trouble {
    /// The words of whoever refused.
    pub(super) fn says(&self) -> String {
        match self {
            Self::Forbidden(says)
            | Self::Transport(says)
            | Self::Closed(says)
            | Self::NoTool(says)
            | Self::Unauthorized(says)
            | Self::Gone(says)
            | Self::Answered { says, .. } => says.clone(),
            Self::Cut { .. } | Self::Slow(_) => String::new(),
        }
    }
}
