"""Which records a due rule finds: in SQL, without those that a later record has answered."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from mengzhan.rules.due import RULES, Due, Rule, due_line
from mengzhan.rules.filters import Every, Filter, matches
from mengzhan.rules.operations import kept
from mengzhan.rules.register import Part, one_of, with_twins
from mengzhan.store.driver import IN_LIST, as_list
from mengzhan.store.filters import to_sql
from mengzhan.store.tables import table_name

if TYPE_CHECKING:
    from mengzhan.store.reader import StoreReader

_LIVE = '{0}."deleted" = 0 AND {0}."erased" = 0 AND +{0}."same_as" IS NULL'


def due_rows(
    reader: "StoreReader", rule: Rule, today: date, part: Part | None = None
) -> Iterator[dict[str, Any]]:
    """Yield what a line is written from, for each record that is due by ``rule``; with a ``part``
    only those that concern it."""
    where = rule.candidates(today)
    if part is not None:
        where = Every((where, _concerns(reader, rule, part)))
    condition, parameters = to_sql(where)
    names = ("created", *rule.reads)
    if not rule.answered_by:
        yield from reader.columns_where(rule.kind, names, condition, parameters)
        return
    about, day = rule.answered_by
    later = f"""NOT EXISTS (SELECT 1 FROM {table_name(rule.kind)} l
        WHERE l."{about}" = r."{about}" AND {_LIVE.format("l")} AND
        (ifnull(l."{day}", ''), l.created) > (ifnull(r."{day}", ''), r.created))"""
    twins = reader.duplicates(dict(reader.catalogue[rule.kind].references)[about])
    merged = {*twins, *twins.values()}
    for row in reader.columns_where(rule.kind, names, f"{condition} AND {later}", parameters):
        # what was said of a duplicate answers for the record that was kept, too
        if row[about] not in merged or not is_answered(reader, rule, row):
            yield row


def _concerns(reader: "StoreReader", rule: Rule, part: Part) -> Filter:
    kind = rule.about or rule.kind
    return one_of(rule.about or "id", with_twins(part.of(kind), reader.duplicates(kind)))


def is_answered(reader: "StoreReader", rule: Rule, row: dict[str, Any]) -> bool:
    """Return whether a later record of the kind about the same one settles this record."""
    if not rule.answered_by:
        return False
    about, day = rule.answered_by
    one = kept(reader, row[about] or "")
    same = [one, *(duplicate for _, duplicate in reader.merged_into(one))]
    query = (
        f'SELECT 1 FROM {table_name(rule.kind)} r WHERE "{about}" {IN_LIST} '
        f"""AND {_LIVE.format("r")} AND (coalesce("{day}", ''), created) > (?, ?) LIMIT 1"""
    )
    later = reader.connection.execute(query, [*as_list(same), row[day] or "", row["created"]])
    return later.fetchone() is not None


def due_of(reader: "StoreReader", kind: str, record: str, today: date) -> list[Due]:
    """Return what is due on a day about one record."""
    row = reader.record(kind, record)
    return [
        due_line(rule, record, row, today)
        for rule in RULES
        if row is not None
        and not row["excerpt"]
        and rule.kind == kind
        and matches(rule.candidates(today), row)
        and not is_answered(reader, rule, row)
    ]
