"""From the treebanks to training documents."""
