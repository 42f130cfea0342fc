"""The recipe of the bundled Italian pipeline."""
