"""What a station knows of others' records, as if the office had told it."""

from mengzhan.model.clock import tick, wall_text
from mengzhan.model.entry import EXCERPT, GENESIS, SET, NewEntry, Stamp, Values, make_entry
from mengzhan.store.session import Session
from tests import people


def tell(
    session: Session,
    kind: str,
    values: Values,
    station: str = people.OTHER_VILLAGE,
    record: str = "",
) -> str:
    """Let an office tell of a record of another station, or tell more of one; return the record."""
    record, journal = record or session.new_id(), session.read().journal
    replica = "e" * 32
    stamp = Stamp(
        replica=replica, actor="", action="told", words=EXCERPT, wall=wall_text(session.clock())
    )
    said = {**values, "station": station}
    new = NewEntry(op=SET, kind=kind, record=record, values=said, seen=[])
    at, head = tick(session.clock(), journal.highest()), journal.head(replica)
    entry = make_entry(stamp, new, seq=head.seq + 1, at=at, prev=head.hash or GENESIS)
    session.merge([entry], words="receipt")
    return record
