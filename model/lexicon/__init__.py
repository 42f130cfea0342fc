"""How the form lexicon of the Italian pipeline is derived from Morph-it!."""
