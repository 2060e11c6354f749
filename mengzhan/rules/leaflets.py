"""What a leaflet on a policy (政策宣传单) says: who, what, how much, where, on what basis, until when."""

from dataclasses import dataclass

from mengzhan.model.entry import Values
from mengzhan.rules.operations import present
from mengzhan.rules.postings import day_words
from mengzhan.rules.reader import Reader


@dataclass(frozen=True)
class Leaflet:
    """One policy; empty texts are what nobody wrote down."""

    title: str
    target: str = ""
    standard: str = ""
    where: str = ""
    basis: str = ""
    valid_until: str = ""


def leaflet_of(reader: Reader, policy: str) -> Leaflet:
    """Return the leaflet of a policy.

    Raises:
        NoSuchRecord: it is not there.
    """
    values = present(reader, policy).values
    return Leaflet(
        title=_text(values, "title"),
        target=_text(values, "target"),
        standard=_text(values, "standard"),
        where=_text(values, "where"),
        basis=_text(values, "basis"),
        valid_until=day_words(values.get("valid_until")),
    )


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""
