"""Rule files into compiled rules; acts, gauges and logic into findings."""
