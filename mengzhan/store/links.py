"""Which records refer to a record, and which were merged into it."""

from collections.abc import Collection

from mengzhan.model.kind import Catalogue
from mengzhan.rules.reader import Link
from mengzhan.store.driver import IN_LIST, Connection, as_list
from mengzhan.store.tables import LIVE, table_name


def links_to(
    connection: Connection,
    catalogue: Catalogue,
    record: str,
    duplicates: Collection[tuple[str, str]],
) -> list[Link]:
    """Return live records that refer to a record or to one of its duplicates, and the duplicates.

    Args:
        duplicates: what ``merged_into`` found, as (kind, record).
    """
    links = [Link(kind, duplicate, "same_as") for kind, duplicate in duplicates]
    wanted = as_list([record, *(duplicate for _, duplicate in duplicates)])
    for kind in catalogue.values():
        table = table_name(kind.name)
        for name, _ in kind.references:
            query = f'SELECT id FROM {table} r WHERE "{name}" {IN_LIST} AND {LIVE}'
            rows = connection.execute(query, wanted)
            links.extend(Link(kind.name, linked, name) for (linked,) in rows)
        for name in kind.reference_lists:
            query = f"""SELECT DISTINCT r.id FROM {table} r, json_each(r."{name}") listed
                        WHERE listed.value {IN_LIST} AND {LIVE}"""
            rows = connection.execute(query, wanted)
            links.extend(Link(kind.name, linked, name) for (linked,) in rows)
    return links


def merged_into(connection: Connection, kind: str, record: str) -> list[tuple[str, str]]:
    """Return (kind, record) of everything whose ``same_as`` leads to a record of ``kind``."""
    rows = connection.execute(
        f"""WITH RECURSIVE same (id) AS (
              VALUES (?) UNION
              SELECT r.id FROM {table_name(kind)} r JOIN same s ON r.same_as = s.id)
            SELECT id FROM same WHERE id <> ? ORDER BY id""",
        (record, record),
    )
    return [(kind, duplicate) for (duplicate,) in rows]
