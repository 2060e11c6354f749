"""What happened with one person or employer, as lines of a timeline, newest first."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QObject

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values
from mengzhan.model.fieldtypes import Choice, Reference
from mengzhan.model.fold import State
from mengzhan.model.kind import Field, Kind
from mengzhan.rules.linked import linked
from mengzhan.rules.state import OPEN, PARTLY, PersonOn, VacancyOn, places_words, state_on
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.history import shown_value
from mengzhan.ui.widgets.timeline import TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_TONES: dict[str, Tone] = {
    "referral": "blue",
    "vacancy": "amber",
    "enrolment": "blue",
    "visit": "accent",
}
_MOST_TITLE = 3


class Events(QObject):
    """Makes the lines; a ``QObject`` only for its ``tr``. Keys are ``kind/record``."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def of(self, record: str) -> list[TimelineItem]:
        """Return everything that names ``record``, and for people every change of state."""
        reader = self._workspace.reader
        own = reader.state(record)
        if own is None:
            return []
        linked = [reader.state(link.record) for link in reader.links_to(record)]
        services = list({s.record: s for s in linked if s is not None}.values())
        items = [self._service(record, service) for service in services]
        if own.kind == "person":
            items += self._states(own, services)
        elif own.values.get("registered_on"):
            items.append(self._registration(own))
        return sorted(items, key=lambda item: item.day, reverse=True)

    def vacancies(self, employer: str) -> list[TimelineItem]:
        """Return an employer's vacancies with their state and the places left today."""
        reader = self._workspace.reader
        today = self._workspace.session.today()
        items = []
        for state in linked(reader, employer, ("vacancy",)):
            on = state_on(reader, state.record, today)
            if isinstance(on, VacancyOn):
                items.append(self._vacancy(state, on))
        return sorted(items, key=lambda item: (item.tone != "accent", item.day), reverse=False)

    def _vacancy(self, state: State, on: VacancyOn) -> TimelineItem:
        values = state.values
        open_ = on.status in (OPEN, PARTLY)
        places = say(places_words(values, on.places_left if open_ else 0))
        kind = self._workspace.session.catalogue["vacancy"]
        pay = [kind[name].show(values.get(name)) for name in ("wage_min", "wage_max")]
        wage = self.tr("–").join(filter(None, pay))
        unit = kind["wage_unit"].show(values.get("wage_unit"))
        if wage:
            unit = self.tr("{wage} 元/{unit}").format(wage=wage, unit=unit)
        until = self.tr("有效期至 {day}").format(day=values.get("valid_until") or "—")
        detail = self.tr("；").join(filter(None, (places, unit, until)))
        return TimelineItem(
            f"vacancy/{state.record}",
            str(values.get("registered_on") or ""),
            code_table("vacancy_status").label(on.status),
            str(values.get("title") or ""),
            detail,
            "accent" if open_ else "plain",
        )

    def _service(self, about: str, service: State) -> TimelineItem:
        kind = self._workspace.session.catalogue[service.kind]
        words = [
            self._told(kind, item, service.values)
            for item in kind
            if item.listed and not item.prefill and service.values.get(item.name) != about
        ]
        reader, today = self._workspace.reader, self._workspace.session.today()
        due = reader.due_of(service.kind, service.record, today)
        title = self.tr("，").join([text for text in words if text][:_MOST_TITLE])
        detail = [*(say(line.reason) for line in due), *self._details(kind, service.values)]
        if not title and detail:
            # the kind stands beside it already
            title = detail.pop(0)
        late = any(line.overdue for line in due)
        return TimelineItem(
            f"{service.kind}/{service.record}",
            self._day(kind, service.values),
            say(kind.one),
            title,
            self.tr("；").join(detail[:_MOST_TITLE]),
            "red" if late else _TONES.get(service.kind, "plain"),
        )

    def _told(self, kind: Kind, item: Field, values: Values) -> str:
        """A value that speaks for itself, or with its label; dates stand in the detail."""
        words = shown_value(self._workspace, kind, item.name, values.get(item.name))
        if not words or item.type.editor in ("date", "month"):
            return ""
        if isinstance(item.type, Reference):
            return self._named(item.type.kind, str(values[item.name]))
        if _speaks_for_itself(item):
            return words
        return self.tr("{label} {value}").format(label=say(item.label), value=words)

    def _named(self, kind: str, record: str) -> str:
        """A record by its title and whom it belongs to: every employer has a 挤奶工."""
        reader = self._workspace.reader
        declared, row = reader.catalogue[kind], reader.record(kind, record) or {}
        above = [
            reader.title(to, str(row[name]))
            for name, to in declared.references
            if declared[name].required and name not in declared.title and row.get(name)
        ]
        return " · ".join(filter(None, (reader.title(kind, record), *above)))

    def _details(self, kind: Kind, values: Values) -> list[str]:
        told = []
        for item in kind:
            words = item.show(values.get(item.name)).replace("\n", " ")
            if not words or item.prefill or item.name == kind.day:
                continue
            if item.type.name == "text" and not item.listed:
                told.append(words)
            elif item.type.name == "date":
                label = say(item.label)
                told.append(self.tr("{label} {value}").format(label=label, value=words))
        return told

    def _day(self, kind: Kind, values: Values) -> str:
        return str(values.get(kind.day) or "")

    def _registration(self, own: State) -> TimelineItem:
        kind = self._workspace.session.catalogue[own.kind]
        day = self._day(kind, own.values)
        words = self.tr("登记{label}").format(label=say(kind.label))
        return TimelineItem(f"{own.kind}/{own.record}", day, self.tr("登记"), words)

    def _states(self, person: State, services: list[State]) -> Iterator[TimelineItem]:
        """One line for each day on which registration or employment became another."""
        days = {
            str(value)
            for state in (person, *services)
            for name, value in state.values.items()
            if isinstance(value, str) and (name.endswith("_on") or name == "day")
        }
        today = self._workspace.session.today().isoformat()
        registered, status = False, ""
        for day in sorted(day for day in days if day <= today):
            on = _on(self._workspace, person.record, day)
            if on is None:
                continue
            if on.registered != registered:
                words = self.tr("登记失业") if on.registered else self.tr("注销失业登记")
                yield self._state_line(person, day, words)
            if on.status != status and on.status:
                yield self._state_line(
                    person, day, code_table("employment_status").label(on.status)
                )
            registered, status = on.registered, on.status

    def _state_line(self, person: State, day: str, words: str) -> TimelineItem:
        return TimelineItem(f"person/{person.record}", day, self.tr("状态"), words, "", "accent")


def _speaks_for_itself(item: Field) -> bool:
    """Whether a reader knows what a value is about: 电话 does, 愿意 does not."""
    if isinstance(item.type, Choice):
        return item.type.source != "yes_no_unsure"
    return item.type.editor in ("line", "area", "occupation", "occupations") and bool(
        item.type.searched or item.type.editor != "line"
    )


def _on(workspace: Workspace, record: str, day: str) -> PersonOn | None:
    try:
        on = state_on(workspace.reader, record, date.fromisoformat(day))
    except ValueError:
        # a date of a newer version, written in a way that this one cannot read
        return None
    return on if isinstance(on, PersonOn) else None
