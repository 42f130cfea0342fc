"""A text for people in both languages; the one who prints it knows which to show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Italian and English."""

    it: str
    en: str

    def in_language(self, lang: str) -> str:
        """The text in that language: "en", else Italian."""
        return self.en if lang == "en" else self.it
