"""One thing that looks odd, and the rules that find such things.

A table that replaces ``anomaly.csv`` changes limits and words and leaves rules out (``retired``); it
does not bring other rules.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mengzhan.model.codes import Code, code_from_row, in_english
from mengzhan.model.resources import made_of_tables, read_table
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


def rule_from_row(row: Mapping[str, str]) -> Rule:
    """Read a row of the table.

    Raises:
        ValueError: the limit is no number, or so low that nothing could be odd, or no words tell what
            is odd and what to do about it.
    """
    rule = Rule(code_from_row(row))
    if rule.limit < 1 or not row["label"] or not row["advice"]:
        raise ValueError(row["limit"])
    return rule


@made_of_tables
def _every_rule() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the codes, also those that are not looked for."""
    found = {row["code"]: rule_from_row(row) for row in read_table("anomaly")}
    return {code: found[code] for code in sorted(found)}


def rules() -> Sequence[Rule]:
    """Return the rules that are looked for."""
    return [rule for rule in _every_rule().values() if not rule.code.retired]


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
        known = _every_rule().get(self.rule)
        return known.code.words if known else self.rule

    @property
    def advice(self) -> str:
        """What to do about it, in the language that is shown."""
        known = _every_rule().get(self.rule)
        if known is None:
            return ""
        extra = known.code.extra
        return (extra["advice_english"] if in_english() else "") or extra["advice"]
