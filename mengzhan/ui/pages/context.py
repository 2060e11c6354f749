"""What pages hand to forms and tables, made from the session."""

from datetime import UTC
from typing import Any

from PySide6.QtCore import QObject

from mengzhan.model.clock import BEIJING, wall_moment
from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Value
from mengzhan.store.operators import names_elsewhere, operator_names
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import Session
from mengzhan.ui.widgets.form import FormContext
from mengzhan.ui.workspace import Workspace


def form_context(workspace: Workspace) -> FormContext:
    """Return what a form needs: the day, records to point to, and what may be prefilled."""
    session = workspace.session
    place: Value = session.place.code if division_tree().get(session.place.code) else None
    role = session.operator.role
    known = code_table("operator_role").get(role)
    prefill: dict[str, Value] = {
        "station": place,
        "operator": session.operator.name,
        "operator_role": known.code if known else None,
    }
    return FormContext(
        today=session.today,
        references=workspace.references,
        pictures=workspace.pictures,
        prefill=prefill,
    )


class KeptSettings:
    """How the user likes tables, kept with the data."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, name: str) -> Any:
        """Return a kept value, or ``None``."""
        return self._session.setting(name)

    def put(self, name: str, value: Any) -> None:
        """Keep a value."""
        self._session.set_setting(name, value)


class Moments(QObject):
    """Writes moments and people of the journal in words; a ``QObject`` only for its ``tr``."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._names: dict[str, str] = {}

    def when(self, wall: str) -> str:
        """Return a UTC time of the journal as Beijing time, short for today and yesterday."""
        moment = wall_moment(wall).astimezone(UTC) + BEIJING
        days = (self._session.today() - moment.date()).days
        if days == 0:
            return self.tr("今天 {time}").format(time=f"{moment:%H:%M}")
        if days == 1:
            return self.tr("昨天 {time}").format(time=f"{moment:%H:%M}")
        return f"{moment:%Y-%m-%d %H:%M}"

    def who(self, actor: str, replica: str) -> str:
        """Return the name of whoever wrote an entry."""
        known = self.named(actor)
        if known:
            return known
        return self.tr("本站已离开的人") if replica == self._session.replica else self.tr("别处")

    def named(self, actor: str) -> str:
        """Return the name of an operator; empty if nobody told it here."""
        if not self._names:
            self._names = operator_names(self._session)
        if actor not in self._names:
            # it may have come with a package since
            self._names = names_elsewhere(self._session) | self._names
        return self._names.get(actor, "")


def record_detail(reader: StoreReader, kind: str, record: str, most: int = 3) -> str:
    """Return what tells namesakes apart: the first listed fields after the title, masked."""
    declared = reader.catalogue[kind]
    row = reader.record(kind, record) or {}
    shown = [
        item.show(row.get(item.name))
        for item in declared
        if item.listed and item.name not in declared.title and item.type.name != "reference"
    ]
    return " ".join([words for words in shown if words][:most])
