//! Which cluster, and as whom: the kubeconfig.

use std::path::PathBuf;
use std::time::Duration;

use kube::Config;
use kube::config::{KubeConfigOptions, Kubeconfig, KubeconfigError};

use super::{Error, Via};

/// How to get at a cluster and the proxies in it.
#[derive(Debug, Clone)]
pub struct Access {
    /// The kubeconfig; else where kubectl looks.
    pub kubeconfig: Option<PathBuf>,
    /// The context; else the current one.
    pub context: Option<String>,
    /// The transport; else port-forward, and exec where that is forbidden or fails.
    pub via: Option<Via>,
    /// The admin port; else what the pod says, or 15000.
    pub admin_port: Option<u16>,
    /// How long one proxy may take.
    pub timeout: Duration,
    /// How many proxies are asked at a time.
    pub concurrency: usize,
}

impl Default for Access {
    fn default() -> Self {
        Self {
            kubeconfig: None,
            context: None,
            via: None,
            admin_port: None,
            timeout: Duration::from_mins(1),
            concurrency: 16,
        }
    }
}

/// The configuration, and the name of the context that is in use.
pub(super) async fn config(access: &Access) -> Result<(Config, String), Error> {
    let kubeconfig = match &access.kubeconfig {
        Some(path) => Kubeconfig::read_from(path),
        None => Kubeconfig::read(),
    };
    let kubeconfig = match kubeconfig {
        Ok(kubeconfig) => kubeconfig,
        // In a pod its service account counts, as with kubectl.
        Err(error) if access.kubeconfig.is_none() && access.context.is_none() && is_missing(&error) => {
            return Config::incluster()
                .map(|config| (config, "in-cluster".to_owned()))
                .map_err(|_| Error::NoKubeconfig { reason: text(&error) });
        }
        Err(error) => return Err(Error::Kubeconfig { reason: text(&error) }),
    };
    let context = access.context.clone().or_else(|| kubeconfig.current_context.clone()).unwrap_or_default();
    let mut known: Vec<String> = kubeconfig.contexts.iter().map(|named| named.name.clone()).collect();
    known.sort();
    if known.is_empty() && context.is_empty() {
        return Err(Error::NoKubeconfig { reason: "it has no contexts".to_owned() });
    }
    if !known.contains(&context) {
        return Err(Error::Context { name: context, known });
    }
    let options = KubeConfigOptions { context: Some(context.clone()), ..KubeConfigOptions::default() };
    let mut config = Config::from_custom_kubeconfig(kubeconfig, &options)
        .await
        .map_err(|error| Error::Kubeconfig { reason: format!("context {context}: {}", text(&error)) })?;
    config.connect_timeout = Some(access.timeout.min(Duration::from_secs(15)));
    // Retries hide for a quarter of a minute that a server is gone.
    config.default_retry = false;
    Ok((config, context))
}

fn is_missing(error: &KubeconfigError) -> bool {
    match error {
        KubeconfigError::FindPath | KubeconfigError::CurrentContextNotSet => true,
        KubeconfigError::ReadConfig(cause, _) => cause.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

fn text(error: &KubeconfigError) -> String {
    match error {
        KubeconfigError::ReadConfig(cause, path) => format!("{}: cannot be read ({cause})", path.display()),
        KubeconfigError::FindPath => "neither KUBECONFIG nor a home folder is set".to_owned(),
        other => super::trouble::causes(other),
    }
}
