//! Each reason with a case that it explains and a near one that it does not.
