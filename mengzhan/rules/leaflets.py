"""What a leaflet on a policy (政策宣传单) says: who, what, how much, where, on what basis, until when."""

from dataclasses import dataclass

from mengzhan.model.entry import text_of
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
        title=text_of(values, "title"),
        target=text_of(values, "target"),
        standard=text_of(values, "standard"),
        where=text_of(values, "where"),
        basis=text_of(values, "basis"),
        valid_until=day_words(values.get("valid_until")),
    )
