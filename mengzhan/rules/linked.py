"""What was done for somebody: the live records of some kinds that name a record."""

from collections.abc import Collection

from mengzhan.model.fold import State
from mengzhan.rules.operations import kept
from mengzhan.rules.reader import Reader


def linked(reader: Reader, record: str, kinds: Collection[str]) -> list[State]:
    """Return the records of ``kinds`` that name ``record``, each once.

    What names a duplicate counts for the record that was kept, whichever of them is asked about.
    """
    links = reader.links_to(kept(reader, record))
    records = dict.fromkeys(link.record for link in links if link.kind in kinds)
    states = map(reader.state, records)
    return [state for state in states if state is not None]
