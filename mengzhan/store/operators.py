"""What operators are called: those of this data folder, and those whose names came with packages.

An entry says who wrote it by an id; the names travel beside the entries. Of one id the name stands
that its own station told: nobody else's package changes it, nor tells it before.
"""

from collections.abc import Iterable, Mapping

from mengzhan.model.text import normalise
from mengzhan.store import settings
from mengzhan.store.driver import Connection
from mengzhan.store.keyring import Keyring
from mengzhan.store.session import Session

_ELSEWHERE = "operators.elsewhere"
_LONGEST, _LONGEST_ID, _MOST = 60, 64, 200
"""How much of a name is kept, how long an id may be, and of how many operators of one station."""


def operator_names(session: Session) -> dict[str, str]:
    """Return id -> name of every operator that is known here, also of those who left."""
    own = {who.id: who.name for who in Keyring.read(session.store.folder).operators}
    return {**names_elsewhere(session), **own, session.operator.id: session.operator.name}


def names_elsewhere(session: Session) -> dict[str, str]:
    """Return id -> name of the operators whose names came with packages."""
    known = session.setting(_ELSEWHERE) or {}
    return {operator: name for operator, (_, name) in known.items() if name}


def remember_operators(
    connection: Connection, station: str, names: Mapping[str, str], writers: Iterable[str] = ()
) -> None:
    """Keep the names that a package of a station tells; run inside a write transaction.

    Args:
        writers: who wrote its entries. They are of this station, named or not, unless another one
            brought entries of them first.
    """
    known = settings.read(connection, _ELSEWHERE, {})
    named = {operator: normalise(name)[:_LONGEST] for operator, name in names.items()}
    told = dict.fromkeys(writers, "") | {one: name for one, name in named.items() if name}
    room = _MOST - sum(whose == station for whose, _ in known.values())
    new = [one for one in told if one not in known and len(one) <= _LONGEST_ID][: max(room, 0)]
    own = {one for one, (whose, _) in known.items() if whose == station} | {*new}
    changed = {one: [station, name] for one, name in told.items() if one in own and name}
    kept = {one: [station, ""] for one in new} | known | changed
    if kept != known:
        settings.write(connection, _ELSEWHERE, kept)
