"""What operators are called: those of this data folder, and those whose names came with packages.

An entry says who wrote it by an id; the names travel beside the entries. Of one id the name stands
that its own station told: nobody else's package changes it, nor tells it before.
"""

from collections.abc import Collection, Mapping

from mengzhan.model.text import normalise
from mengzhan.store import settings
from mengzhan.store.driver import IN_LIST, Connection, as_list
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
    return {operator: name for operator, (_, name) in known.items()}


def remember_operators(
    connection: Connection, station: str, replicas: Collection[str], names: Mapping[str, str]
) -> None:
    """Keep the names that a package of a station tells; run inside a write transaction.

    Args:
        replicas: under which the station writes. Whoever wrote under another one is not its own.
    """
    known = settings.read(connection, _ELSEWHERE, {})
    own = {operator for operator, (whose, _) in known.items() if whose == station}
    clean = {operator: normalise(name)[:_LONGEST] for operator, name in names.items()}
    told = {operator: name for operator, name in clean.items() if name}
    new = [one for one in told if one not in known and len(one) <= _LONGEST_ID]
    new = new[: max(_MOST - len(own), 0)]
    own |= {*new} - _writers_elsewhere(connection, new, replicas)
    changed = {one: [station, name] for one, name in told.items() if one in own}
    if any(known.get(operator) != one for operator, one in changed.items()):
        settings.write(connection, _ELSEWHERE, {**known, **changed})


def _writers_elsewhere(
    connection: Connection, operators: Collection[str], replicas: Collection[str]
) -> set[str]:
    """Return those of some operators who wrote under other replicas."""
    if not operators:
        return set()
    query = f"SELECT DISTINCT actor FROM entries WHERE actor {IN_LIST} AND replica NOT {IN_LIST}"
    found = connection.execute(query, (*as_list(operators), *as_list(replicas)))
    return {actor for (actor,) in found}
