//! Conditions on rows: `--where COLUMN=TEXT`, and the named options that stand for them.

use regex::{Regex, RegexBuilder};

use super::row::{Cells, Column};

/// A condition on one column, as the user gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The column.
    pub column: String,
    /// What must hold.
    pub test: Test,
    /// The text.
    pub text: String,
}

/// What a condition asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// One of the cell's values holds the text, in any case.
    Has,
    /// None does.
    HasNot,
    /// One of the cell's values is the text.
    Is,
    /// None is.
    IsNot,
    /// The cell matches the regular expression.
    Matches,
}

impl Wish {
    /// Reads `COLUMN=TEXT` (holds), `!=`, `==` (is), `!==`, `~` (regular expression).
    ///
    /// # Errors
    /// Says what is missing.
    pub fn parse(text: &str) -> Result<Self, String> {
        let operators =
            [("!==", Test::IsNot), ("==", Test::Is), ("!=", Test::HasNot), ("=", Test::Has), ("~", Test::Matches)];
        let found = operators.into_iter().filter_map(|(operator, test)| Some((text.find(operator)?, operator, test)));
        // The leftmost operator counts, and of those that begin there the longest, which comes first.
        let Some((at, operator, kind)) = found.min_by_key(|(at, operator, _)| (*at, std::cmp::Reverse(operator.len())))
        else {
            return Err(format!(
                "{text:?} is no condition: write COLUMN=TEXT, COLUMN!=TEXT, COLUMN==TEXT or COLUMN~REGEX"
            ));
        };
        Ok(Self { column: text[..at].to_ascii_lowercase(), test: kind, text: text[at + operator.len()..].to_owned() })
    }

    /// A condition that one of the cell's values is the text.
    pub fn is(column: &str, text: impl Into<String>) -> Self {
        Self { column: column.to_owned(), test: Test::Is, text: text.into() }
    }

    /// A condition that the cell matches a regular expression.
    pub fn matches(column: &str, regex: impl Into<String>) -> Self {
        Self { column: column.to_owned(), test: Test::Matches, text: regex.into() }
    }

    /// A condition that one of the cell's values holds the text.
    pub fn has(column: &str, text: impl Into<String>) -> Self {
        Self { column: column.to_owned(), test: Test::Has, text: text.into() }
    }
}

/// Conditions on the columns of a table; all must hold.
#[derive(Debug, Clone, Default)]
pub struct Conditions {
    conditions: Vec<(usize, Compiled)>,
}

#[derive(Debug, Clone)]
struct Compiled {
    test: Test,
    text: String,
    regex: Option<Regex>,
}

impl Conditions {
    /// Finds the columns of wishes.
    ///
    /// # Errors
    /// Names the columns there are, where one is not among them; or says what is wrong with a regular expression.
    pub fn compile(wishes: &[Wish], columns: &[Column]) -> Result<Self, String> {
        let conditions = wishes.iter().map(|wish| {
            let at = columns.iter().position(|column| column.key == wish.column).ok_or_else(|| {
                let known: Vec<_> = columns.iter().map(|column| column.key).collect();
                format!("there is no column {:?}: there are {}", wish.column, known.join(", "))
            })?;
            let regex = match wish.test {
                Test::Matches => {
                    let regex = RegexBuilder::new(&wish.text).case_insensitive(true).build();
                    Some(regex.map_err(|error| format!("{:?} is no regular expression: {error}", wish.text))?)
                }
                Test::Has | Test::HasNot | Test::Is | Test::IsNot => None,
            };
            Ok((at, Compiled { test: wish.test, text: wish.text.to_lowercase(), regex }))
        });
        Ok(Self { conditions: conditions.collect::<Result<_, String>>()? })
    }

    /// Whether all hold for a row.
    pub fn hold(&self, cells: &Cells) -> bool {
        self.conditions.iter().all(|(at, condition)| condition.holds(cells.get(*at).0))
    }
}

impl Compiled {
    fn holds(&self, cell: &str) -> bool {
        let has = || cell.to_lowercase().contains(&self.text);
        let is = || cell.to_lowercase() == self.text || cell.split(", ").any(|value| value.to_lowercase() == self.text);
        match self.test {
            Test::Has => has(),
            Test::HasNot => !has(),
            Test::Is => is(),
            Test::IsNot => !is(),
            Test::Matches => self.regex.as_ref().is_some_and(|regex| regex.is_match(cell)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::column;
    use super::*;

    #[test]
    fn conditions() {
        let columns = [column("name", "NAME"), column("port", "PORT")];
        let cases = [
            ("name=REVIEWS", true),
            ("name==reviews", true),
            ("name==review", false),
            ("name!=ratings", true),
            ("name!==reviews", false),
            ("port==80", true),
            ("port==8", false),
            ("name~^ra|ws", true),
            ("name~^ws", false),
        ];
        let mut cells = Cells::default();
        cells.plain("a, reviews");
        cells.plain(80);
        for (text, want) in cases {
            let wish = Wish::parse(text).unwrap();
            assert_eq!(Conditions::compile(&[wish], &columns).unwrap().hold(&cells), want, "{text}");
        }
        assert!(Wish::parse("name").is_err());
        let error = Conditions::compile(&[Wish::has("nam", "x")], &columns).unwrap_err();
        assert_eq!(error, "there is no column \"nam\": there are name, port");
    }
}
