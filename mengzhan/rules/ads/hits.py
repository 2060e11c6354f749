"""A hit: where an ad breaks a rule, what people are told, and the text put right."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from mengzhan.model.codes import in_english
from mengzhan.rules.ads.rulebook import Rule

_PAUSES = "，,、；; \n"
_STOPS = "。！？!?"


@dataclass(frozen=True)
class Hit:
    """One place where an ad breaks a rule.

    ``start`` and ``end`` count in the text as typed; equal ones: it is about the whole.
    ``field`` names the field of a vacancy and is empty for a text. ``replacement`` is what to put
    in place of ``words``: empty to take them out, ``None`` where only a person knows.
    ``reason`` is that of the exception by which the vacancy keeps the words.
    """

    rule: Rule
    start: int
    end: int
    words: str
    field: str = ""
    replacement: str | None = None
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)
    reason: str = ""

    @property
    def blocks(self) -> bool:
        """Whether a vacancy cannot be saved like this: fraud, for which no reason is allowed."""
        return self.rule.severity == "block"

    @property
    def message(self) -> str:
        """What is wrong, in the language of the screen."""
        told = self.rule.message_en if in_english() else self.rule.message
        return told.format(**self.params)

    @property
    def advice(self) -> str:
        """What to write instead, in the language of the screen."""
        told = self.rule.advice_en if in_english() else self.rule.advice
        return told.format(**self.params)

    def applied(self, text: str) -> str:
        """Return ``text`` with the replacement in place of the words, and the commas put right."""
        if self.replacement is None:
            return text
        before, after = text[: self.start], text[self.end :]
        if self.replacement:
            return f"{before}{self.replacement}{after}"
        return _joined(before, after)


def _joined(before: str, after: str) -> str:
    """Close the gap that words taken out leave behind: one sign between two clauses is enough."""
    kept, following = before.rstrip(_PAUSES), after.lstrip(_PAUSES)
    if not kept or not following or following[0] in _STOPS or kept[-1] in _STOPS:
        return kept + following
    gap = before[len(kept) :] + after[: len(after) - len(following)]
    return f"{kept}{gap[:1]}{following}"
