"""Sentences of customer service, written with their analysis, to train on."""
