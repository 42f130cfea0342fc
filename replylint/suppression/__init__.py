"""What is found but not reported: suppressions in drafts, and a baseline of known findings."""
