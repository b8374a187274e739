//! The fields in which two objects of Envoy's API differ. The two may be written by different programs: names of fields
//! as the API has them or as JSON has them, secrets cut out on one side, and lists in any order where istiod draws it.

use std::collections::BTreeMap;

use serde_json::Value;

/// So many differences of one object are told.
const MOST: usize = 8;
/// What Envoy and istiod print in place of a secret; in base64 where the field holds bytes.
const CUT: [&str; 4] = ["[redacted]", "<Redacted>", "W3JlZGFjdGVkXQ==", "[REDACTED]"];
/// The conditions of a route: istiod takes them out of a map, and all of them must hold whatever their order.
const UNORDERED: [&str; 2] = ["headers", "queryparameters"];

/// The paths of fields that differ, at most [`MOST`] of them, as the second object spells them.
pub fn differing(left: &Value, right: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk("", left, right, &mut found);
    found
}

fn walk(path: &str, left: &Value, right: &Value, found: &mut Vec<String>) {
    if found.len() == MOST {
        return;
    }
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            let mut pairs: BTreeMap<String, (Option<&Value>, Option<&Value>, &str)> = BTreeMap::new();
            for (name, value) in left {
                pairs.insert(spelling(name), (Some(value), None, name));
            }
            for (name, value) in right {
                let pair = pairs.entry(spelling(name)).or_default();
                (pair.1, pair.2) = (Some(value), name);
            }
            for (left, right, name) in pairs.into_values() {
                let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
                match (left, right) {
                    (Some(left), Some(right)) if UNORDERED.contains(&spelling(name).as_str()) => {
                        walk(&path, &ordered(left), &ordered(right), found);
                    }
                    (Some(left), Some(right)) => walk(&path, left, right, found),
                    // A field that is not set has its default.
                    (Some(Value::Null), None) | (None, Some(Value::Null) | None) => {}
                    (Some(_), None) | (None, Some(_)) => add(path, found),
                }
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (index, (left, right)) in left.iter().zip(right).enumerate() {
                walk(&format!("{path}[{index}]"), left, right, found);
            }
        }
        (Value::String(left), Value::String(right)) if is_cut(left) || is_cut(right) => {}
        (Value::Number(left), Value::Number(right)) if left.as_f64() == right.as_f64() => {}
        (left, right) if left == right => {}
        _ => add(path.to_owned(), found),
    }
}

fn add(path: String, found: &mut Vec<String>) {
    if found.len() < MOST {
        found.push(path);
    }
}

fn is_cut(text: &str) -> bool {
    CUT.contains(&text)
}

/// `version_info` and `versionInfo` are one.
fn spelling(name: &str) -> String {
    name.chars().filter(|letter| *letter != '_').map(|letter| letter.to_ascii_lowercase()).collect()
}

/// A list in an order of its own: by what stands in it.
fn ordered(value: &Value) -> Value {
    let Value::Array(items) = value else {
        return value.clone();
    };
    let mut items = items.clone();
    items.sort_by_cached_key(|item| {
        let name = item.get("name").and_then(Value::as_str).unwrap_or_default();
        // Names of fields differ in spelling only, but that changes their order.
        let mut letters: Vec<char> = item.to_string().chars().filter(|letter| *letter != '_').collect();
        letters.sort_unstable();
        (name.to_owned(), letters.into_iter().map(|letter| letter.to_ascii_lowercase()).collect::<String>())
    });
    Value::Array(items)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_means_something_else_differs() {
        let cases = [
            (json!({"connectTimeout": "10s", "a": null}), json!({"connect_timeout": "10s"}), vec![]),
            (json!({"connectTimeout": "10s"}), json!({"connect_timeout": "1s"}), vec!["connect_timeout"]),
            (json!({"weight": 100}), json!({"weight": 100.0}), vec![]),
            (json!({"a": {"inlineString": "x"}}), json!({"a": {"inline_string": "[redacted]"}}), vec![]),
            (json!({"a": [1, 2]}), json!({"a": [2, 1]}), vec!["a[0]", "a[1]"]),
            (json!({"a": [1, 2]}), json!({"a": [1]}), vec!["a"]),
            (
                json!({"match": {"headers": [{"name": "b", "invertMatch": true}, {"name": "a"}]}}),
                json!({"match": {"headers": [{"name": "a"}, {"invert_match": true, "name": "b"}]}}),
                vec![],
            ),
            (json!({"b": {}}), json!({"c": {"d": 1}}), vec!["b", "c"]),
        ];
        for (left, right, want) in cases {
            assert_eq!(differing(&left, &right), want, "{left} {right}");
        }
        let many = |value: u32| Value::Array((0..20).map(|_| value.into()).collect());
        assert_eq!(differing(&many(1), &many(2)).len(), MOST);
    }
}
