//! A stream to a port in a pod, through the API server.

use k8s_openapi::api::core::v1::Pod;
use kube::Api;
use tokio::io::DuplexStream;

use super::trouble::Trouble;

/// How long a refusal may come after the stream has ended.
const LAST_WORDS: std::time::Duration = std::time::Duration::from_millis(500);

/// A stream, and what keeps it open.
pub(super) struct Forward {
    pub(super) stream: DuplexStream,
    errors: Box<dyn Future<Output = Option<String>> + Send + Unpin>,
}

/// Opens a stream.
pub(super) async fn open(pods: &Api<Pod>, pod: &str, port: u16) -> Result<Forward, Trouble> {
    let mut forward = pods.portforward(pod, &[port]).await.map_err(|error| Trouble::of_api(&error))?;
    let nothing = || Trouble::Transport("the API server gave no stream".to_owned());
    let stream = forward.take_stream(port).ok_or_else(nothing)?;
    let errors = forward.take_error(port).ok_or_else(nothing)?;
    Ok(Forward { stream, errors: Box::new(Box::pin(errors)) })
}

impl Forward {
    /// Takes the stream apart from what the kubelet may say of it.
    pub(super) fn split(self) -> (DuplexStream, LastWords) {
        (self.stream, LastWords(self.errors))
    }
}

/// What the kubelet says when it cannot go on, such as that nobody listens at the port.
pub(super) struct LastWords(Box<dyn Future<Output = Option<String>> + Send + Unpin>);

impl LastWords {
    /// The reason, where there is a better one than that the stream ended.
    pub(super) async fn explain(self, trouble: Trouble) -> Trouble {
        if !matches!(trouble, Trouble::Closed(_) | Trouble::Transport(_)) {
            return trouble;
        }
        match tokio::time::timeout(LAST_WORDS, self.0).await {
            Ok(Some(says)) if says.contains("refused") || says.contains("closed") => {
                Trouble::Closed(says.trim().to_owned())
            }
            Ok(Some(says)) => Trouble::Transport(says.trim().to_owned()),
            _ => trouble,
        }
    }
}
