"""Italian, understood once: the spaCy pipeline, the form lexicon, clause frames."""
