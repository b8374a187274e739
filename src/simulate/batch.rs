//! Many requests, one a line: the questions and the answers of `trace --batch`.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::ask::{Ask, Sender, complete};
use super::engine::Engine;
use super::explore::{Explored, Wanted, explore};
use super::followed::{Followed, followed};
use super::outcome::Outcome;
use super::trace::Trace;
use super::walk::walk;
use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::correlate::select::Selector;

/// The answer to one line.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Answer {
    /// What happens to a request at one proxy.
    Result(Box<Answered>),
    /// What happens to a request on its whole way.
    Followed(Box<Followed>),
    /// The line could not be understood.
    Error {
        /// The id of the question, where it could be read.
        id: Value,
        /// What is wrong, and what to do.
        error: String,
    },
}

/// What happens to a request.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Answered {
    /// The id of the question.
    pub id: Value,
    /// The proxy that was asked.
    pub proxy: ProxyId,
    /// The listener that decided; none where the ways differ in it.
    pub listener: Option<String>,
    /// The filter chain; none where the ways differ in it.
    pub chain: Option<String>,
    /// How it may end; the shares add up to 1.
    pub outcomes: Vec<Ending>,
    /// Why the verdict is not certain; empty where it is.
    pub undetermined: Vec<String>,
    /// Whose configuration decided.
    pub owners: Vec<Owner>,
}

/// One way to end.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Ending {
    /// The listener, where the ways differ in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listener: Option<String>,
    /// The filter chain, where the ways differ in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chain: Option<String>,
    /// The end.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// A line that was read.
#[derive(Debug)]
pub struct Question {
    /// Its id, where that could be read.
    pub id: Value,
    /// The question, or what is wrong with the line.
    pub ask: Result<Ask, String>,
    /// Fields that meshdbg does not know.
    pub unknown_fields: Vec<String>,
}

/// Reads a line.
pub fn read(line: &[u8]) -> Question {
    let mut unknown_fields = Vec::new();
    let mut json = serde_json::Deserializer::from_slice(line);
    let ask = serde_ignored::deserialize(&mut json, |path| unknown_fields.push(path.to_string()))
        .and_then(|ask| json.end().map(|()| ask))
        .map_err(|error| error.to_string());
    let id = match &ask {
        Ok(_) => Value::Null,
        // The line may be good JSON with one bad field: then its id still says which question this is.
        Err(_) => serde_json::from_slice::<Identified>(line).map(|question| question.id).unwrap_or_default(),
    };
    Question { id, ask, unknown_fields }
}

#[derive(serde::Deserialize)]
struct Identified {
    #[serde(default)]
    id: Value,
}

/// Answers a question; the id comes back even where the question is bad.
pub fn answer(engine: &Engine, ask: Ask, default_proxy: Option<&ProxyId>) -> Answer {
    if let Some(from) = ask.from.clone() {
        return match follow(engine, &ask, &from) {
            Ok(trace) => Answer::Followed(Box::new(followed(ask.id, trace))),
            Err(error) => Answer::Error { id: ask.id, error },
        };
    }
    match trace(engine, &ask, default_proxy) {
        Ok((proxy, trace)) => Answer::Result(Box::new(answered(ask.id, proxy, trace))),
        Err(error) => Answer::Error { id: ask.id, error },
    }
}

fn follow(engine: &Engine, ask: &Ask, from: &str) -> Result<Trace, String> {
    let sender = Sender::find(engine.mesh, from, None)?;
    let (start, _) = sender.start(engine, ask).map_err(|error| error.to_string())?;
    Ok(walk(engine, &start, &Wanted::default()))
}

fn trace(engine: &Engine, ask: &Ask, default_proxy: Option<&ProxyId>) -> Result<(ProxyId, Explored), String> {
    let id = match &ask.proxy {
        None => default_proxy.cloned().ok_or("which proxy? name one as `proxy`: \"NAMESPACE/POD\"")?,
        Some(text) => {
            let exact: ProxyId = text.parse().unwrap_or_else(|never: std::convert::Infallible| match never {});
            if engine.proxy(&exact).is_some() {
                exact
            } else {
                let found = Selector::parse(text, None).select(engine.mesh);
                found.first().map(|proxy| proxy.id.clone()).ok_or_else(|| format!("no proxy {text:?} was read"))?
            }
        }
    };
    let proxy = engine.proxy(&id).ok_or_else(|| format!("no proxy {id} was read"))?;
    let completed = complete(proxy, ask).map_err(|error| error.to_string())?;
    Ok((id, explore(proxy, &completed.request, &Wanted::default())))
}

fn answered(id: Value, proxy: ProxyId, explored: Explored) -> Answered {
    let mut endings: Vec<Ending> = explored
        .passages
        .into_iter()
        .map(|passage| Ending {
            listener: passage.outcome.listener.clone(),
            chain: passage.outcome.chain.clone(),
            outcome: passage.outcome,
        })
        .collect();
    let listener = common(&mut endings, |ending| &mut ending.listener);
    let chain = common(&mut endings, |ending| &mut ending.chain);
    let owners = explored.owners.into_iter().collect();
    Answered { id, proxy, listener, chain, outcomes: endings, undetermined: explored.undetermined, owners }
}

/// Takes a value out of all endings, where it is the same in all.
fn common(endings: &mut [Ending], field: impl Fn(&mut Ending) -> &mut Option<String>) -> Option<String> {
    let first = endings.first_mut().and_then(|ending| field(ending).clone())?;
    if !endings.iter_mut().all(|ending| field(ending).as_ref() == Some(&first)) {
        return None;
    }
    for ending in endings {
        *field(ending) = None;
    }
    Some(first)
}
