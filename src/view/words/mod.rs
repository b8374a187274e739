//! Objects in a few words, for tables and explanations.

pub mod chain;
pub mod cluster;
pub mod filter;
pub mod route;
pub mod time;

/// The beginning of a text, with an ellipsis where something was cut off.
pub fn clip(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// `90 %`, `12.5 %`, `0.01 %`.
pub fn percent(percent: f64) -> String {
    let text = format!("{percent:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("{text} %")
}

/// `1 chain`, `2 chains`.
pub fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let cases = [(90.0, "90 %"), (12.5, "12.5 %"), (0.01, "0.01 %"), (100.0, "100 %"), (33.333_333, "33.3333 %")];
        for (number, want) in cases {
            assert_eq!(percent(number), want);
        }
        assert_eq!(clip("añb", 2), "añ…");
        assert_eq!(count(2, "chain"), "2 chains");
    }
}
