//! What reading one thing left, before it becomes part of a capture.

use jiff::Timestamp;

use super::parts::Unmade;
use crate::base::capture::{Document, Gap};

/// Documents, gaps, and how many files were of no interest.
#[derive(Debug, Default)]
pub(super) struct Harvest {
    /// What could be read.
    pub(super) documents: Vec<Document>,
    /// What was of interest and could not be read.
    pub(super) gaps: Vec<Gap>,
    /// Files of no interest: logs, tables, binaries.
    pub(super) passed: usize,
    /// Why the first of them is of no interest. It is said only where nothing else was found.
    pub(super) first_passed: Option<Gap>,
    /// When a snapshot was taken.
    pub(super) taken_at: Option<Timestamp>,
    /// What of a snapshot has to be put together.
    pub(super) unmade: Unmade,
}

impl Harvest {
    /// A gap and nothing else.
    pub(super) fn gap(place: &str, reason: impl Into<String>) -> Self {
        let mut harvest = Self::default();
        harvest.miss(place, reason);
        harvest
    }

    /// A file of no interest and nothing else.
    pub(super) fn passed(place: &str, reason: impl Into<String>) -> Self {
        Self {
            passed: 1,
            first_passed: Some(Gap { place: place.to_owned(), reason: reason.into() }),
            ..Self::default()
        }
    }

    /// Notes what is missing.
    pub(super) fn miss(&mut self, place: &str, reason: impl Into<String>) {
        self.gaps.push(Gap { place: place.to_owned(), reason: reason.into() });
    }

    /// Puts another's harvest behind this one.
    pub(super) fn add(&mut self, other: Self) {
        self.documents.extend(other.documents);
        self.gaps.extend(other.gaps);
        self.passed += other.passed;
        if self.first_passed.is_none() {
            self.first_passed = other.first_passed;
        }
        self.taken_at = self.taken_at.or(other.taken_at);
        self.unmade.add(other.unmade);
    }

    /// Why there is no document, for somebody who named `source`; told of the only file in it, if there is one.
    pub(super) fn why_empty(&self, source: &str) -> Gap {
        const WANTED: &str = "config dump, /clusters, /certs, /stats, ztunnel dump or Kubernetes resource";
        const NEXT: &str = "save one with `kubectl exec POD -c istio-proxy -- pilot-agent request GET \
                            'config_dump?include_eds' > config_dump.json`";
        let reason = match (&self.gaps[..], self.passed, &self.first_passed) {
            ([gap], 0, _) | ([], 1, Some(gap)) => return gap.clone(),
            ([], 0, _) => format!("holds no files; {NEXT}"),
            ([], passed, _) => format!("none of its {passed} files is a {WANTED}; {NEXT}"),
            ([gap, more @ ..], passed, _) => format!(
                "none of its {} files is a usable {WANTED}; the first that should be is {}: {}",
                passed + more.len() + 1,
                gap.place,
                gap.reason
            ),
        };
        Gap { place: source.to_owned(), reason }
    }
}
