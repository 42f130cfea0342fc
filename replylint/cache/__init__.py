"""Reports kept from one run to the next: same draft, rules, pipeline and options, same findings.

What is kept of a draft is hashes and offsets. Its words are taken from the draft itself when a
report is read back, and messages from the rules: nothing that anybody wrote is stored.
"""

from __future__ import annotations

from replylint.cache.codec import decode, encode
from replylint.cache.folder import open_store
from replylint.cache.keys import draft_key, setting_key
from replylint.cache.store import Store

__all__ = ["Store", "decode", "draft_key", "encode", "open_store", "setting_key"]
