//! Finds the line of a field in YAML or JSON by its path, when it is asked for.

use serde_saphyr::granit_parser::{Event, Parser};

/// One step of a field path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// Into a map.
    Field(&'a str),
    /// Into a list.
    Index(usize),
}

/// Reads a path such as `spec.http[2].match[0]`.
pub fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split('.').filter(|part| !part.is_empty()).flat_map(|part| {
        let mut pieces = part.split('[');
        let field = pieces.next().filter(|name| !name.is_empty()).map(Step::Field);
        let indexes = pieces.filter_map(|index| index.trim_end_matches(']').parse().ok().map(Step::Index));
        field.into_iter().chain(indexes)
    })
}

/// The line, from 1, at which the value of a path begins; of its nearest parent where the path ends early.
/// `None` for an empty or broken text.
pub fn line(text: &str, path: &[Step]) -> Option<usize> {
    let mut search = Search { path, reached: 0, found: None, containers: Vec::new() };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        if search.visit(&event, span.start.line()) {
            break;
        }
    }
    search.found
}

/// A map or list that is open, and whether it lies on the path.
struct Container<'a> {
    on_path: bool,
    is_map: bool,
    /// The next element's index, or (for maps) whether a key comes next.
    next: usize,
    key: Option<String>,
    /// Line of the last key: a value on the next line belongs to it.
    key_line: usize,
    step: Option<Step<'a>>,
}

struct Search<'a> {
    path: &'a [Step<'a>],
    /// How many steps of the path were gone.
    reached: usize,
    found: Option<usize>,
    containers: Vec<Container<'a>>,
}

impl Search<'_> {
    /// Returns whether the search is over.
    fn visit(&mut self, event: &Event, line: usize) -> bool {
        match event {
            Event::MappingStart(..) => {
                self.open(true, line);
                false
            }
            Event::SequenceStart(..) => {
                self.open(false, line);
                false
            }
            Event::Scalar(value, ..) => {
                if let Some(top) = self.containers.last_mut()
                    && top.is_map
                    && top.key.is_none()
                {
                    top.key = Some(value.to_string());
                    top.key_line = line;
                    return false;
                }
                self.enter(line);
                self.leave()
            }
            Event::Alias(..) => {
                self.enter(line);
                self.leave()
            }
            Event::MappingEnd | Event::SequenceEnd => {
                let on_path = self.containers.pop().is_some_and(|container| container.on_path);
                // The end of a container on the path: nothing further down can match.
                on_path || self.leave()
            }
            _ => false,
        }
    }

    fn open(&mut self, is_map: bool, line: usize) {
        let on_path = self.enter(line);
        self.containers.push(Container {
            on_path,
            is_map,
            next: 0,
            key: None,
            key_line: line,
            step: on_path.then(|| self.path.get(self.reached).copied()).flatten(),
        });
    }

    /// A value begins: is it the next step of the path? Notes its line if so.
    fn enter(&mut self, line: usize) -> bool {
        let Some(top) = self.containers.last() else {
            self.found = Some(line);
            return true;
        };
        let is_step = top.on_path
            && match top.step {
                Some(Step::Field(name)) => top.is_map && top.key.as_deref() == Some(name),
                Some(Step::Index(index)) => !top.is_map && top.next == index,
                None => false,
            };
        if is_step {
            self.reached += 1;
            self.found = Some(if top.is_map { top.key_line } else { line });
        }
        is_step
    }

    /// A value has ended. Returns whether the whole path was gone.
    fn leave(&mut self) -> bool {
        if let Some(top) = self.containers.last_mut() {
            top.next += 1;
            top.key = None;
        }
        self.reached == self.path.len() && self.reached > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_a_line() {
        let yaml = "\
# comment
kind: VirtualService
spec:
  hosts: [a, b]
  http:
  - name: first
    match:
    - uri:
        prefix: /x
  - match:
    - headers:
        end-user:
          exact: jason
    route:
    - destination: {host: reviews}
";
        let cases = [
            ("", 2),
            ("kind", 2),
            ("spec", 3),
            ("spec.hosts[1]", 4),
            ("spec.http", 5),
            ("spec.http[0]", 6),
            ("spec.http[0].match[0].uri.prefix", 9),
            ("spec.http[1].match[0]", 11),
            ("spec.http[1].match[0].headers.end-user.exact", 13),
            ("spec.http[1].route[0].destination.host", 15),
            ("spec.http[1].timeout", 10),
            ("spec.http[7]", 5),
        ];
        for (path, want) in cases {
            let steps: Vec<_> = steps(path).collect();
            assert_eq!(line(yaml, &steps), Some(want), "{path}");
        }
    }

    #[test]
    fn json_has_lines_too() {
        let json = "{\n \"items\": [\n  {\"kind\": \"A\"},\n  {\n   \"kind\": \"B\"}\n ]\n}";
        let path = [Step::Field("items"), Step::Index(1), Step::Field("kind")];
        assert_eq!(line(json, &path), Some(5));
    }
}
