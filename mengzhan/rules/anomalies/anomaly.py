"""One thing that looks odd, and the rules that find such things."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mengzhan.model.codes import Code, code_table, in_english
from mengzhan.model.words import Message

_KEY_LENGTH = 8


@dataclass(frozen=True)
class Rule:
    """A row of ``anomaly.csv``: how to look (``check``), at which kind, and from how many on."""

    code: Code

    @property
    def check(self) -> str:
        """The name of the function in ``looking`` that looks."""
        return self.code.extra["check"]

    @property
    def kind(self) -> str:
        """The kind of record that is looked at; empty if it is several."""
        return self.code.extra["kind"]

    @property
    def limit(self) -> int:
        """From how many records (or days) on something is odd."""
        return int(self.code.extra["limit"])


def rules() -> Iterator[Rule]:
    """Return the rules of this version, those without a check of their own left out."""
    return (Rule(code) for code in code_table("anomaly").offered)


@dataclass(frozen=True)
class Anomaly:
    """Something that looks odd.

    Args:
        rule: its code.
        month: in which month (``2026-11``).
        message: what looks odd; it names no person.
        records: (kind, record) of what it opens to.
        named: what an explanation has to name so that it is asked about no more. More records than
            were explained are asked about again.
    """

    rule: str
    month: str
    message: Message
    records: Sequence[tuple[str, str]]
    named: frozenset[str]

    @property
    def key(self) -> str:
        """A short name of this very anomaly, the same on every computer."""
        text = "\n".join((self.rule, *sorted(self.named)))
        return hashlib.sha256(text.encode()).hexdigest()[:_KEY_LENGTH]

    @property
    def label(self) -> str:
        """What the rule is called, in the language that is shown."""
        return code_table("anomaly").label(self.rule)

    @property
    def advice(self) -> str:
        """What to do about it, in the language that is shown."""
        code = code_table("anomaly").get(self.rule)
        column = "advice_english" if in_english() else "advice"
        return code.extra[column] if code else ""
