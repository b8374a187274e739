//! `xds.type.matcher.v3.Matcher`, the generic matcher tree.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::address::CidrRange;
use super::string_match::{Extension, StringMatcher};

/// A matcher: a list or a tree, and what to do when nothing in it matched.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Matcher {
    /// Predicates, first match wins.
    pub matcher_list: Option<MatcherList>,
    /// One input, looked up.
    pub matcher_tree: Option<MatcherTree>,
    /// When nothing matched.
    pub on_no_match: Option<Box<OnMatch>>,
}

/// What a match leads to: another matcher or an action.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OnMatch {
    /// Another matcher.
    pub matcher: Option<Box<Matcher>>,
    /// An action.
    pub action: Option<Extension>,
    /// Note the action and go on.
    pub keep_matching: bool,
}

/// `Matcher.MatcherList`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MatcherList {
    /// In order.
    pub matchers: Vec<FieldMatcher>,
}

/// `Matcher.MatcherList.FieldMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FieldMatcher {
    /// The condition.
    pub predicate: Predicate,
    /// Where it leads.
    pub on_match: OnMatch,
}

/// `Matcher.MatcherList.Predicate`: one of the fields is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Predicate {
    /// An input and a condition on it.
    pub single_predicate: Option<SinglePredicate>,
    /// Any of them.
    pub or_matcher: Option<PredicateList>,
    /// All of them.
    pub and_matcher: Option<PredicateList>,
    /// Not this one.
    pub not_matcher: Option<Box<Predicate>>,
}

/// `Predicate.PredicateList`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PredicateList {
    /// The predicates.
    pub predicate: Vec<Predicate>,
}

/// `Predicate.SinglePredicate`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SinglePredicate {
    /// What is looked at.
    pub input: Extension,
    /// A condition on its text.
    pub value_match: Option<StringMatcher>,
    /// Another condition.
    pub custom_match: Option<Extension>,
}

/// `Matcher.MatcherTree`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MatcherTree {
    /// What is looked at.
    pub input: Extension,
    /// By the whole value.
    pub exact_match_map: Option<MatchMap>,
    /// By the longest prefix.
    pub prefix_match_map: Option<MatchMap>,
    /// By an extension, such as [`IpMatcher`].
    pub custom_match: Option<Extension>,
}

/// `MatcherTree.MatchMap`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MatchMap {
    /// By key.
    pub map: BTreeMap<String, OnMatch>,
}

/// `xds.type.matcher.v3.IPMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IpMatcher {
    /// The ranges; the longest prefix wins.
    pub range_matchers: Vec<IpRangeMatcher>,
}

/// `IPMatcher.IPRangeMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IpRangeMatcher {
    /// The ranges.
    pub ranges: Vec<CidrRange>,
    /// Where they lead.
    pub on_match: OnMatch,
    /// Not to be used as the fallback of a longer range that led nowhere.
    pub exclusive: bool,
}
