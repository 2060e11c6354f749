"""What operators are called: those of this data folder, and those whose names came with packages.

An entry says who wrote it by an id; the names travel beside the entries. Of one id the name stands
that its own station told: nobody else's package changes it.
"""

from collections.abc import Mapping
from itertools import islice

from mengzhan.store import settings
from mengzhan.store.driver import Connection
from mengzhan.store.keyring import Keyring
from mengzhan.store.session import Session

_ELSEWHERE = "operators.elsewhere"
_LONGEST, _MOST = 60, 200
"""How much of a name is kept, and of how many operators of one package."""


def operator_names(session: Session) -> dict[str, str]:
    """Return id -> name of every operator that is known here, also of those who left."""
    own = {who.id: who.name for who in Keyring.read(session.store.folder).operators}
    return {**names_elsewhere(session), **own, session.operator.id: session.operator.name}


def names_elsewhere(session: Session) -> dict[str, str]:
    """Return id -> name of the operators whose names came with packages."""
    known = session.setting(_ELSEWHERE) or {}
    return {operator: name for operator, (_, name) in known.items()}


def remember_operators(connection: Connection, station: str, names: Mapping[str, str]) -> None:
    """Keep the names that a package of a station tells; run inside a write transaction."""
    known = settings.read(connection, _ELSEWHERE, {})
    told = {
        operator: [station, name.strip()[:_LONGEST]]
        for operator, name in islice(names.items(), _MOST)
        if name.strip() and known.get(operator, [station])[0] == station
    }
    if any(known.get(operator) != one for operator, one in told.items()):
        settings.write(connection, _ELSEWHERE, {**known, **told})
