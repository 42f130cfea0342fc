"""Measurements of replylint: what it finds, and how fast."""
