"""The policy items: what is built in, and what the station or its office says instead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mengzhan.model.fold import State
from mengzhan.model.resources import Rows, made_of_tables, read_table
from mengzhan.rules.reader import Reader

BOTH = "both"


@dataclass(frozen=True)
class Policy:
    """One policy in plain words.

    ``item`` is a code of ``policy_item``; ``audience`` is ``person``, ``employer`` or ``both``;
    ``valid_until`` a day (``YYYY-MM-DD``) or empty. ``record`` is the record that says so, empty
    for what is built in. ``checked`` tells that an official text says it; what is built in from
    own knowledge has to be checked with the banner before anybody relies on it.
    """

    item: str
    title: str
    audience: str
    target: str
    standard: str
    where: str
    basis: str
    valid_until: str = ""
    record: str = ""
    checked: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the policy has not run out."""
        return not self.valid_until or self.valid_until >= day.isoformat()

    def is_for(self, kind: str) -> bool:
        """Whether people or employers of this kind of record can have it."""
        return self.audience in (kind, BOTH)


@made_of_tables
def built_in() -> tuple[Policy, ...]:
    """Return the items of the table ``policy_library``."""
    return policies_from_rows(read_table("policy_library"))


def policies_from_rows(rows: Rows) -> tuple[Policy, ...]:
    """Build policies from the rows of the table."""
    return tuple(
        Policy(
            **{name: text for name, text in row.items() if name != "status"},
            checked=row["status"] == "policy",
        )
        for row in rows
    )


def library(reader: Reader, day: date) -> list[Policy]:
    """Return the policies in force on ``day``, in the order of the codes.

    A newer ``policy`` record replaces an older one and the built-in text of its item; an item that
    has run out is left out. Records without an item of their own stand beside each other.
    """
    usual = {policy.item: policy for policy in built_in()}
    found: dict[str, Policy] = dict(usual)
    for state in reader.states("policy"):
        told = _from_record(state, usual)
        found[told.item if told.item in usual else state.record] = told
    return sorted(
        (policy for policy in found.values() if policy.holds_on(day)),
        key=lambda policy: (policy.item or "~", policy.title),
    )


def _from_record(state: State, usual: dict[str, Policy]) -> Policy:
    said = dict(_texts(state))
    base = usual.get(said["item"])
    return Policy(
        **said, audience=base.audience if base else BOTH, record=state.record, checked=True
    )


def _texts(state: State) -> Iterator[tuple[str, str]]:
    for name in ("item", "title", "target", "standard", "where", "basis", "valid_until"):
        yield name, str(state.values.get(name) or "")
