"""信息核实 as list cleaning: a list (a task with its people) is worked through line by line.

The list is the task, what is done follows from the verifications (核实) that name it: there is no
second state. A line is answered by one operation, which writes the verification and, where
something was found to be otherwise, what changes in the person.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from mengzhan.model.entry import Value, Values, text_of, texts_of
from mengzhan.model.kind import Kind
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.cleaning import ASKED
from mengzhan.rules.filters import Either, Empty, Every, Not, OneOf
from mengzhan.rules.operations import add, edit, kept, present
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.register import kept_of
from mengzhan.rules.strangers import Stranger, read_stranger, strangers_in

SAME, CORRECTED, UNKNOWN, STATE_CHANGED, PENDING = "1", "2", "3", "8", "9"
"""Codes of ``verify_result`` that mean something here; the others are only written down."""

OF_STRANGERS = (UNKNOWN, PENDING)
"""The results that a line about somebody outside the books can have."""

OWN_LIST = "6"
"""The code of ``task_source`` for a list that the station made itself."""

_STATE_FIELD = "employment_status"
_LONGEST_NAMES, _LONGEST_VALUES, _LONGEST_BATCH = 30, 200, 60

View = Literal["open", "pending", "done"]
"""Lines without an answer, those that need a closer look (待进一步核实), and those answered."""

VIEWS: tuple[View, ...] = ("open", "pending", "done")


Answered = tuple[str, str]
"""The newest answer (``verify_result``) and its record, both empty without one."""

_UNANSWERED: Answered = ("", "")


def view_of(result: str) -> View:
    """Return among which lines one with this answer stands."""
    if not result:
        return "open"
    return "pending" if result == PENDING else "done"


@dataclass(frozen=True)
class ListLine:
    """One line of a list: a person of the books, or somebody whom only the list names.

    ``result`` is the newest answer (``verify_result``), ``verification`` its record; both are empty
    without one. ``values`` are those of ``cleaning.ASKED``.
    """

    key: str
    values: Values = field(default_factory=dict, repr=False)
    stranger: Stranger | None = None
    result: str = ""
    verification: str = ""

    @property
    def view(self) -> View:
        """Among which lines it stands."""
        return view_of(self.result)

    @property
    def name(self) -> str:
        """Who it is."""
        return self.stranger.name if self.stranger else text_of(self.values, "name")


# Reading ----------------------------------------------------------------------------------------


def read_lines(reader: Reader, task: str) -> list[ListLine]:
    """Return all lines of a list in its order, strangers last.

    A stranger who was registered since is a person like the others. Whoever was erased or taken
    away is no line any more.

    Raises:
        NoSuchRecord: there is no such task.
    """
    state, twins = present(reader, task), reader.duplicates("person")
    given = state.first.at if state.first else ""
    wanted, strangers = _listed(reader, {**state.values, "created": given}, twins)
    people = {text_of(row, "id"): row for row in _people(reader, wanted)}
    answers = _answers(reader, (task,), twins).get(task, {})
    lines = [
        ListLine(person, people[person], None, *answers.get(person, _UNANSWERED))
        for person in wanted
        if person in people
    ]
    lines += [ListLine(one.text, {}, one, *answers.get(one.text, _UNANSWERED)) for one in strangers]
    return lines


def _listed(
    reader: Reader, task: Values, twins: Mapping[str, str]
) -> tuple[list[str], list[Stranger]]:
    """Return the people of a list, also those who are no more there, and its strangers."""
    wanted = [kept_of(twins, one) for one in texts_of(task, "people")]
    strangers = strangers_in(text_of(task, "strangers"))
    met = list(_met(reader, strangers, text_of(task, "created")))
    wanted += [person for _, person in met if person]
    return list(dict.fromkeys(wanted)), [one for one, person in met if not person]


def renew_lines(
    reader: Reader, task: str, lines: Sequence[ListLine], changed: Collection[tuple[str, str]]
) -> list[ListLine]:
    """Return the lines of a list after a few records have changed, without reading all of it.

    Args:
        changed: pairs of (kind, record).
    """
    known = {line.key for line in lines if line.stranger is None}
    asked = [record for kind, record in changed if kind == "person"]
    kinds = {kind for kind, _ in changed}
    people = {text_of(row, "id"): row for row in _people(reader, asked)}
    # whoever's number is put right may turn out to be one of the strangers
    may_meet = bool(asked) and len(known) < len(lines)
    is_simple = kinds <= {"person", "verification"} and set(asked) <= known & people.keys()
    if may_meet or not is_simple:
        return read_lines(reader, task)
    answers = _answers(reader, (task,), reader.duplicates("person")).get(task, {})
    return [_renewed(line, people, answers) for line in lines]


def _renewed(
    line: ListLine, people: Mapping[str, Values], answers: Mapping[str, Answered]
) -> ListLine:
    result, verification = answers.get(line.key, _UNANSWERED)
    if line.key not in people and (line.result, line.verification) == (result, verification):
        return line
    values = people.get(line.key, line.values)
    return replace(line, values=values, result=result, verification=verification)


def _people(reader: Reader, records: Iterable[str]) -> Iterable[Values]:
    wanted = tuple(dict.fromkeys(records))
    return reader.columns("person", ASKED, OneOf("id", wanted)) if wanted else ()


def _met(
    reader: Reader, strangers: Sequence[Stranger], given: str
) -> Iterator[tuple[Stranger, str]]:
    """Yield strangers, each with the person they have become: by number; without one by name and
    telephone, else by a name that only one bears of those registered after the list was
    ``given`` (a hybrid time): whoever was there before was looked at when it was read."""
    if not strangers:
        return
    numbers = tuple(one.number for one in strangers if one.number)
    names = tuple(one.name for one in strangers if one.name and not one.number)
    some = Either((OneOf("id_number", numbers), OneOf("name", names)))
    known: dict[tuple[str, ...], list[str]] = {}
    for row in reader.columns("person", ("id_number", "name", "phone", "created"), some):
        name, record = text_of(row, "name"), text_of(row, "id")
        known.setdefault(("number", text_of(row, "id_number")), []).append(record)
        known.setdefault(("phone", name, text_of(row, "phone")), []).append(record)
        if text_of(row, "created") > given:
            known.setdefault(("new", name), []).append(record)
    for one in strangers:
        ways: list[tuple[str, ...]] = [("phone", one.name, one.phone)] if one.phone else []
        ways = [("number", one.number)] if one.number else [*ways, ("new", one.name)]
        found = [known[way][0] for way in ways if len(known.get(way, ())) == 1]
        yield one, found[0] if found else ""


def _answers(
    reader: Reader, tasks: Sequence[str], twins: Mapping[str, str]
) -> dict[str, dict[str, Answered]]:
    """Return by task (result, verification) by person or by line of a stranger; the newest counts."""
    names = ("task", "person", "stranger", "result", "day", "created")
    rows = list(reader.columns("verification", names, OneOf("task", tuple(tasks))))
    rows.sort(key=lambda row: (text_of(row, "day"), text_of(row, "created")))
    found: dict[str, dict[str, Answered]] = {}
    for row in rows:
        person = kept_of(twins, text_of(row, "person"))
        about = person or read_stranger(text_of(row, "stranger")).text
        answer = text_of(row, "result"), text_of(row, "id")
        found.setdefault(text_of(row, "task"), {})[about] = answer
    return found


# Writing ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Finding:
    """What came of asking.

    Args:
        result: a code of ``verify_result``; where something changed, it follows from what.
        mode: how somebody was asked (``visit_mode``).
        verifier: who asked, by name.
        changes: field of the person -> what it should be.
    """

    result: str = ""
    mode: str = ""
    verifier: str = ""
    changes: Values = field(default_factory=dict, repr=False)
    note: str = field(default="", repr=False)


def nothing_changed() -> UserError:
    """The error for values that stand like that already."""
    words = QT_TRANSLATE_NOOP("model", "和登记的一样，没有要改的。没变请记“信息一致”。")
    return UserError("NOTHING_CHANGED", Message(words))


def verify(person: str, finding: Finding, task: str = "") -> Operation:
    """Record what was found about a person; what is otherwise is changed along the way.

    Raises (when run):
        NoSuchRecord: there is no such person or task.
        Rejected: a changed value, or the verification, does not pass its checks.
        UserError: ``NOTHING_CHANGED``, all of ``changes`` stand like that already.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        target = kept(reader, person)
        before = present(reader, target).values
        changed = {
            name: value
            for name, value in finding.changes.items()
            if (value or None) != (before.get(name) or None)
        }
        if finding.changes and not changed:
            raise nothing_changed()
        kind = reader.catalogue["person"]
        written = {**_following(kind, before, changed), **changed}
        edits = list(edit(target, written)(reader, desk)) if changed else []
        told = what_changed(kind, before, changed) if changed else {}
        values = _verification(reader, desk, finding, task)
        values |= {"person": target, "result": finding.result or result_of(changed), **told}
        return [*edits, *add("verification", values)(reader, desk)]

    return run


def _following(kind: Kind, before: Values, changed: Values) -> dict[str, Value]:
    """Return what follows from a changed value (the birth date from the ID number), where it stood
    as the old value said, or not at all."""
    old = kind.filled_by({name: before.get(name) for name in changed})
    return {
        target: fact
        for target, fact in kind.filled_by(changed).items()
        if before.get(target) in (None, old.get(target))
    }


def verify_stranger(stranger: str, finding: Finding, task: str) -> Operation:
    """Record what was found about somebody on a list who is not in the books.

    Raises (when run):
        NoSuchRecord: there is no such task.
        Rejected: the verification does not pass its checks.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        values = _verification(reader, desk, finding, task)
        values |= {"stranger": stranger, "result": finding.result}
        return add("verification", values)(reader, desk)

    return run


def result_of(changes: Values) -> str:
    """Return what it is called that something changed: a state, or what was written wrong."""
    return STATE_CHANGED if _STATE_FIELD in changes else CORRECTED


def _verification(reader: Reader, desk: Desk, finding: Finding, task: str) -> dict[str, Value]:
    title = text_of(present(reader, task).values, "title") if task else ""
    return {
        "day": desk.today.isoformat(),
        "mode": finding.mode,
        "verifier": finding.verifier,
        "task": task,
        "batch": title[:_LONGEST_BATCH],
        "note": finding.note,
    }


def what_changed(kind: Kind, before: Values, changed: Values) -> dict[str, Value]:
    """Return what a verification says of a change: which fields, from what to what, in words."""
    fields = [kind[name] for name in changed]
    names = "、".join(item.label for item in fields)
    several = len(fields) > 1

    def written(values: Values) -> str:
        shown = [(item.label, item.show(values.get(item.name), masked=False)) for item in fields]
        parts = [f"{label}：{value}" if several else value for label, value in shown]
        return "；".join(parts)[:_LONGEST_VALUES]

    return {
        "field_name": names[:_LONGEST_NAMES],
        "old_value": written(before),
        "new_value": written(changed),
    }


# Lists ------------------------------------------------------------------------------------------


def make_list(
    title: str,
    people: Sequence[str],
    strangers: Sequence[Stranger] = (),
    *,
    source: str = OWN_LIST,
    content: str = "",
    due_on: str = "",
    record: str | None = None,
) -> Operation:
    """Make a list to work through.

    Args:
        source: who wants it (``task_source``).

    Raises (when run):
        UserError: ``LIST_EMPTY``, nobody is on it.
        Rejected: the task does not pass its checks.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        if not people and not strangers:
            words = QT_TRANSLATE_NOOP("model", "这样的人一个也没有，不用做清单。")
            raise UserError("LIST_EMPTY", Message(words))
        values: dict[str, Value] = {
            "title": title,
            "source": source,
            "content": content,
            "given_on": desk.today.isoformat(),
            "due_on": due_on,
            "people": list(dict.fromkeys(people)),
            "strangers": "\n".join(dict.fromkeys(one.text for one in strangers)),
        }
        return add("task", values, record)(reader, desk)

    return run


@dataclass(frozen=True)
class Standing:
    """How far a list is: its task, and how many lines stand in each view."""

    task: str
    values: Values = field(repr=False)
    counts: Mapping[View, int]

    @property
    def total(self) -> int:
        """How many lines there are."""
        return sum(self.counts.values())


def standing_lists(reader: Reader) -> Iterator[Standing]:
    """Yield every list that is not done, those wanted first at the head."""
    names = ("title", "source", "given_on", "due_on", "people", "strangers", "created")
    some = Every((Empty("done_on"), Either((Not(Empty("people")), Not(Empty("strangers"))))))
    tasks = {text_of(task, "id"): task for task in reader.columns("task", names, some)}
    if not tasks:
        return
    twins = reader.duplicates("person")
    answers = _answers(reader, tuple(tasks), twins)
    listed = {record: _listed(reader, task, twins) for record, task in tasks.items()}
    wanted = {person for people, _ in listed.values() for person in people}
    there = {text_of(row, "id") for row in reader.columns("person", (), _one_of(wanted))}
    for record, task in sorted(tasks.items(), key=lambda item: _by_urgency(item[1])):
        people, strangers = listed[record]
        keys = [*(one for one in people if one in there), *(one.text for one in strangers)]
        counts = dict.fromkeys(VIEWS, 0)
        for key in keys:
            counts[view_of(answers.get(record, {}).get(key, _UNANSWERED)[0])] += 1
        yield Standing(record, task, counts)


def _one_of(records: Iterable[str]) -> OneOf:
    return OneOf("id", tuple(sorted(records)))


def _by_urgency(task: Values) -> tuple[str, str]:
    return text_of(task, "due_on") or "9", text_of(task, "id")
