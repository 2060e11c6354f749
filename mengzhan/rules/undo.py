"""Undo and redo of any action, field by field (design section 4).

Undo sets back only what still stands as the action left it. What was changed since is listed
and left alone unless chosen. Undoing a creation writes a tombstone. Undo never removes an entry:
it appends its own, so it can itself be undone, which is redo.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from mengzhan.model.entry import REDACT, SET, Entry, Value
from mengzhan.model.fold import State, fold
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.reader import Change, Desk, Link, Operation, Reader

UNDO, REDO = "undo", "redo"
"""The first of the stable words of such actions."""

BROUGHT = frozenset({"merge", "receipt", "share", "handover"})
"""Words of actions that came from elsewhere: taken back only when chosen from the list."""

WHOLE = "*"
"""Stands for a whole record where a field name is expected."""

_LOOKING = QT_TRANSLATE_NOOP("model", "正在查看后来的修改")
_STEP = 100


@dataclass(frozen=True)
class Left:
    """Something undo leaves alone unless it is chosen.

    ``reason`` is ``changed`` (edited since), ``conflict`` (two values would stand again) or
    ``linked`` (other records refer to what the action created).
    """

    kind: str
    record: str
    field: str
    reason: str
    links: tuple[Link, ...] = ()


@dataclass
class UndoPlan:
    """What undo of an action would do."""

    changes: list[Change] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def plan_undo(
    reader: Reader,
    action: str,
    chosen: Collection[tuple[str, str]] = (),
    progress: Progress | None = None,
) -> UndoPlan:
    """Work out what undo of ``action`` does.

    Args:
        chosen: pairs (record, field or ``WHOLE``) from an earlier plan's ``left`` that are to be
            set back all the same.

    Raises:
        Cancelled: ``progress`` was cancelled.
    """
    whole = UndoPlan()
    for plan in _plans(reader, action, chosen, progress or Progress()):
        whole.changes += plan.changes
        whole.left += plan.left
    return whole


def _plans(
    reader: Reader, action: str, chosen: Collection[tuple[str, str]], progress: Progress
) -> Iterator[UndoPlan]:
    """Yield what undo does to each record that ``action`` touched."""
    touched = dict.fromkeys(reader.action_records(action))
    for place, record in enumerate(touched):
        if place % _STEP == 0:
            progress.step(place, len(touched), Message(_LOOKING))
        plan, state = UndoPlan(), reader.state(record)
        known = reader.entries(record)
        entries = [entry for entry in known if entry.action == action and entry.op == SET]
        if state is None or state.erased:
            continue
        if state.first in entries and not entries[0].seen:
            _undo_creation(reader, plan, state, entries, touched, chosen)
        else:
            _undo_edit(reader, plan, state, entries, chosen)
        yield plan


def _undo_creation(
    reader: Reader,
    plan: UndoPlan,
    state: State,
    entries: list[Entry],
    touched: Collection[str],
    chosen: Collection[tuple[str, str]],
) -> None:
    if state.deleted:
        return
    made: dict[str, Value] = {}
    for entry in entries:
        made |= entry.set or {}
    # What was changed and changed back is no change: it stands as the action left it.
    names = (made.keys() | state.values.keys()) - {"deleted"}
    changed = any(state.values.get(name) != made.get(name) for name in names)
    links = tuple(link for link in reader.links_to(state.record) if link.record not in touched)
    if (changed or links) and (state.record, WHOLE) not in chosen:
        reason = "changed" if changed else "linked"
        plan.left.append(Left(state.kind, state.record, WHOLE, reason, links))
    else:
        plan.changes.append(Change(state.kind, state.record, {"deleted": True}))


def _undo_edit(
    reader: Reader,
    plan: UndoPlan,
    state: State,
    entries: list[Entry],
    chosen: Collection[tuple[str, str]],
) -> None:
    before = reader.state_without(state.record, entries[0].action)
    found = _found(reader, entries[0])
    marks = {entry.mark for entry in entries}
    names = dict.fromkeys(name for entry in entries for name in entry.set or ())
    back: dict[str, Value] = {}
    for name in names:
        picked = (state.record, name) in chosen or (state.record, WHOLE) in chosen
        if state.winners.get(name) not in marks:
            if state.values.get(name) == found.get(name):
                continue
            if picked:
                back[name] = found.get(name)
            else:
                plan.left.append(Left(state.kind, state.record, name, "changed"))
        elif not picked and name in before.rivals:
            plan.left.append(Left(state.kind, state.record, name, "conflict"))
        elif state.values.get(name) != before.values.get(name):
            back[name] = before.values.get(name)
    if back:
        plan.changes.append(Change(state.kind, state.record, back))


def _found(reader: Reader, entry: Entry) -> dict[str, Value]:
    """Return the values that stood when ``entry`` was made: the fold of all it had seen."""
    by_mark = {known.mark: known for known in reader.entries(entry.record)}
    seen: dict[str, Entry] = {}
    pending = list(entry.seen)
    while pending:
        mark = pending.pop()
        if mark in by_mark and mark not in seen:
            seen[mark] = by_mark[mark]
            pending.extend(by_mark[mark].seen)
    redactions = [known for known in by_mark.values() if known.op == REDACT]
    return fold([*seen.values(), *redactions]).values if seen else {}


def undo(
    action: str, chosen: Collection[tuple[str, str]] = (), progress: Progress | None = None
) -> Operation:
    """Undo an action; undoing an undo is redo.

    Raises (when run):
        UserError: ``UNDO_NOTHING``, nothing of the action stands any more.
        Cancelled: ``progress`` was cancelled.
    """

    def run(reader: Reader, desk: Desk) -> list[Change]:
        plan = plan_undo(reader, action, chosen, progress)
        if not plan.changes:
            words = QT_TRANSLATE_NOOP("model", "没有可以撤销的内容：后来都改过了，或已经撤销。")
            raise UserError("UNDO_NOTHING", Message(words))
        return plan.changes

    return run


def next_undo(reader: Reader, replica: str, progress: Progress | None = None) -> str:
    """Return the newest action of ``replica`` of which something still stands, or an empty text.

    A redo counts like any action; undos do not, and neither does what came from elsewhere.

    Raises:
        Cancelled: ``progress`` was cancelled.
    """
    for action, words in reader.own_actions(replica):
        if words != UNDO and words not in BROUGHT:
            plans = _plans(reader, action, (), progress or Progress())
            if any(plan.changes or plan.left for plan in plans):
                return action
    return ""


def next_redo(reader: Reader, replica: str, progress: Progress | None = None) -> str:
    """Return the newest undo that can itself be taken back, or an empty text.

    Raises:
        Cancelled: ``progress`` was cancelled.
    """
    for action, words in reader.own_actions(replica):
        if words == UNDO:
            plans = _plans(reader, action, (), progress or Progress())
            if any(plan.changes for plan in plans):
                return action
    return ""
