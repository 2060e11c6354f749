"""What a user does with records: add, edit, take away, merge, settle, move.

Each function returns an ``Operation``; window and command line hand it to the store, which runs
it inside the write transaction. Undo stands in ``rules.undo``, erasure in ``rules.erasure``.
"""

from collections.abc import Callable, Iterable, Sequence

from mengzhan.model.entry import Value, Values, is_empty
from mengzhan.model.fold import State
from mengzhan.model.problem import Problem, UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.reader import Change, Desk, Operation, Reader


class Rejected(UserError):
    """A record that cannot be saved; ``problems`` name fields and say what to type."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        words = QT_TRANSLATE_NOOP("model", "还有 {count} 处要改，先看标红的一项。")
        super().__init__("RECORD_REJECTED", Message(words, {"count": len(problems)}))
        self.problems = list(problems)


class NoSuchRecord(UserError):
    """A record that is not there, or was erased."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "这条记录不存在或已被删除。请刷新列表再试。")
        super().__init__("RECORD_MISSING", Message(words))


class ForeignRecord(UserError):
    """What is known of a record is what the office told of it: another station looks after it."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "这是别的站登记的，这里只能看、能推荐，不能改。要改请找登记它的站。"
        )
        super().__init__("RECORD_FOREIGN", Message(words))


def present(reader: Reader, record: str) -> State:
    """Return the state of a record that can be worked with.

    Raises:
        NoSuchRecord: there is none, or the person was erased.
    """
    state = reader.state(record)
    if state is None or state.erased:
        raise NoSuchRecord
    return state


def kept(reader: Reader, record: str) -> str:
    """Follow ``same_as`` from a duplicate to the record that was kept; of a circle, the oldest."""

    def same_as(one: str) -> Value:
        state = reader.state(one)
        return state.values.get("same_as") if state else None

    return kept_by(same_as, record)


def kept_by(same_as: Callable[[str], Value], record: str) -> str:
    """Follow what ``same_as`` says of a record and of each that comes after, as ``kept`` does."""
    seen: list[str] = []
    while record not in seen:
        seen.append(record)
        following = same_as(record)
        if not isinstance(following, str):
            return record
        record = following
    return min(seen[seen.index(record) :])


def add(kind: str, values: Values, record: str | None = None) -> Operation:
    """Add a record. Empty values are not written.

    Raises (when run):
        Rejected: the values do not pass the checks of their kind.
    """

    def run(reader: Reader, desk: Desk) -> list[Change]:
        filled = {name: value for name, value in values.items() if not is_empty(value)}
        _require_valid(reader, kind, filled, desk)
        return [Change(kind, record or desk.new_id(), {**filled, "station": desk.station})]

    return run


def edit(record: str, values: Values) -> Operation:
    """Write the fields of ``values`` that differ from what stands; nothing if none differs.

    Setting ``deleted`` to nothing brings a record back.

    Raises (when run):
        NoSuchRecord: there is none, or it was taken away: nobody would see what was written.
        Rejected: a value cannot stand.
    """

    def run(reader: Reader, desk: Desk) -> list[Change]:
        state = present(reader, record)
        if state.deleted and "deleted" not in values:
            raise NoSuchRecord
        wanted = {name: _or_none(value) for name, value in values.items()}
        changed = {
            name: value
            for name, value in wanted.items()
            if _or_none(state.values.get(name)) != value or name in state.rivals
        }
        if not changed:
            return []
        changed = {**_dated(reader, state.kind, changed, desk), **changed}
        _require_valid(reader, state.kind, {**state.values, **changed}, desk, state.values)
        return [Change(state.kind, record, changed)]

    return run


def _dated(reader: Reader, kind: str, changed: Values, desk: Desk) -> dict[str, Value]:
    """What holds since a day holds since today, if the day was not changed with it."""
    declared = reader.catalogue.get(kind) or ()
    days = {item.dated_by for item in declared if item.dated_by and item.name in changed}
    return dict.fromkeys(days, desk.today.isoformat())


def _or_none(value: Value) -> Value:
    return None if is_empty(value) else value


def _require_valid(
    reader: Reader, kind: str, values: Values, desk: Desk, before: Values | None = None
) -> None:
    """Required is checked when typing, never when reading: an edit answers for what it changes.

    Two fields may contradict each other after one of them was changed, so what was wrong
    ``before`` is known by its code and field, not by which field the edit names.
    """
    declared = reader.catalogue.get(kind)
    if declared is None:
        return
    problems = [p for p in declared.check(values, desk.today) if p.blocks]
    if before is not None:
        old = {(p.code, p.field) for p in declared.check(before, desk.today)}
        problems = [
            p
            for p in problems
            if (p.code, p.field) not in old or values.get(p.field) != before.get(p.field)
        ]
    if problems:
        raise Rejected(problems)


def remove(record: str) -> Operation:
    """Take a record away with a tombstone; it can be undone."""

    def run(reader: Reader, desk: Desk) -> list[Change]:
        state = present(reader, record)
        return [] if state.deleted else [Change(state.kind, record, {"deleted": True})]

    return run


def settle(record: str, field: str, value: Value) -> Operation:
    """Answer a conflict: an entry that sets this very field settles it, equal value or not."""

    def run(reader: Reader, desk: Desk) -> list[Change]:
        state = present(reader, record)
        return [Change(state.kind, record, {field: value})] if field in state.rivals else []

    return run


def merge(duplicate: str, keep: str) -> Operation:
    """Link a duplicate to the record that is kept; lists and counts follow the link."""

    def run(reader: Reader, desk: Desk) -> list[Change]:
        state = present(reader, duplicate)
        target = kept(reader, keep)
        if target == duplicate or present(reader, target).kind != state.kind:
            words = QT_TRANSLATE_NOOP("model", "只能合并两条不同的同类记录。")
            raise UserError("MERGE_IMPOSSIBLE", Message(words))
        return [Change(state.kind, duplicate, {"same_as": target})]

    return run


def untangle(reader: Reader, records: Iterable[str]) -> list[Change]:
    """Return changes that end circles of ``same_as``, of which each record hides the other.

    They come about when two laptops merge the same two records in opposite directions. Whoever
    notices keeps the same record (the one that ``kept`` names), so all copies agree.
    """
    changes: list[Change] = []
    for record in dict.fromkeys(kept(reader, record) for record in records):
        state = reader.state(record)
        if state is not None and not state.erased and state.values.get("same_as"):
            changes.append(Change(state.kind, record, {"same_as": None}))
    return changes


def move(record: str, station: str) -> Operation:
    """Hand a record to another station, which receives it by receipt."""

    def run(reader: Reader, desk: Desk) -> list[Change]:
        state = present(reader, record)
        if state.values.get("station") == station:
            return []
        return [Change(state.kind, record, {"station": station})]

    return run


def together(*operations: Operation) -> Operation:
    """Several operations as one action, undone as one."""

    def run(reader: Reader, desk: Desk) -> list[Change]:
        return [change for operation in operations for change in operation(reader, desk)]

    return run


def log_visit(
    visit: Values, vacancies: Sequence[Values] = (), record: str | None = None
) -> Operation:
    """Log a visit with the vacancies it yielded; employer, day and source are not typed again."""

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        visit_id = record or desk.new_id()
        shared: dict[str, Value] = {
            "employer": visit.get("employer"),
            "registered_on": visit.get("day"),
            "source": "2",
            "visit": visit_id,
        }
        operations = [add("visit", visit, visit_id)]
        operations += [add("vacancy", {**shared, **vacancy}) for vacancy in vacancies]
        return together(*operations)(reader, desk)

    return run
