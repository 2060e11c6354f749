"""What columns are called that tell of contacts: 第一次回访 beside a person, 首次走访 beside an employer.

The row is one record; each contact with a day becomes a record after it that points to it. What
such a column gives is called ``follow_up[2].day``: the day of the second contact.
"""

import re

CONTACTS = {"person": "follow_up", "employer": "visit"}
"""The kind of the contacts that a row may tell of. They point to the row's record by a field that
is called as its kind."""

REMARKS = {"follow_up": "situation", "visit": "note"}
"""The field of a contact that takes what stands in its cells in free words."""

UNDATED = "-undated"
"""Columns of contacts that name no day are known and not taken in: a month alone is no day."""

_CONTACT = re.compile(rf"({'|'.join(CONTACTS.values())})\[\d+\]")


def contact_path(kind: str, number: int, name: str) -> str:
    """Return what a column gives that holds field ``name`` of the contact with a number."""
    return f"{kind}[{number}].{name}"


def contact_kind(name: str) -> str:
    """Return the kind of the contact that a path names before its dot, empty if it names none."""
    found = _CONTACT.fullmatch(name)
    return found[1] if found else ""
