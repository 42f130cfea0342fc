"""Acts that the engine makes itself, and groups that it asks for by name."""

from __future__ import annotations

OTHER_ACT = "other"
"""A sentence that says something of which no act was made out."""
PERSONAL_DATA_ACT = "personal-data"
"""Personal data that the text discloses; the attribute `kind` says which."""
PERSONAL_DATA_REQUEST_ACT = "personal-data-request"
"""A request that the customer write personal data where the reply stands."""
ENGINE_ACTS = (OTHER_ACT, PERSONAL_DATA_ACT, PERSONAL_DATA_REQUEST_ACT)

COURTESY_GROUP = "courtesy"
"""Acts that leave open what the rest of their sentence says."""
TROUBLE_GROUP = "trouble-talk"
"""Acts by which a reply shows that it answers a problem."""
