"""A field or a kind that is declared is everywhere at once, with no other line changed."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Date, Reference, Text
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.model.kinds import KINDS
from mengzhan.package.agekeys import decrypt
from mengzhan.package.device import device_keys
from mengzhan.package.sending import build_report
from mengzhan.rules import operations
from mengzhan.rules.filters import Compare
from mengzhan.ui.background import Jobs
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.workspace import Workspace
from tests.people import person_values
from tests.scenarios.world import World

CAMP = Field("camp", "冬营地", Text(30, search="text"), listed=True, group="本人")
MORE_FIELD = KINDS.with_field("person", CAMP)
TOOL_LOAN = Kind(
    name="tool_loan",
    label="工具借用",
    title=("tool",),
    day="day",
    fields=(
        Field("person", "人员", Reference("person"), required=True, listed=True),
        Field("tool", "工具", Text(30, search="text"), required=True, listed=True),
        Field("day", "日期", Date(), required=True, listed=True, prefill="today"),
    ),
)
MORE_KIND = KINDS.with_kind(TOOL_LOAN)


def world_with(folder: Path, catalogue: Catalogue) -> World:
    """A world in which everybody has the same new version."""
    return World(folder, dict.fromkeys(("office", "a1", "a2", "b1"), catalogue))


@pytest.fixture
def with_field(tmp_path: Path) -> Iterator[World]:
    """Everybody knows one more field of a person."""
    world = world_with(tmp_path, MORE_FIELD)
    yield world
    world.close()


@pytest.fixture
def with_kind(tmp_path: Path) -> Iterator[World]:
    """Everybody knows one more kind."""
    world = world_with(tmp_path, MORE_KIND)
    yield world
    world.close()


def schema_of(world: World, kind: str) -> list[str]:
    """Return the fields that the package's schema declares for a kind."""
    session = world.sessions["a1"]
    zipped = decrypt(build_report(session).data, [device_keys(session).age_identity])
    with zipfile.ZipFile(io.BytesIO(zipped)) as members:
        document = json.loads(members.read("datapackage.json"))
        name = f"data/{kind}.jsonl"
        resource = next(item for item in document["resources"] if item["path"] == name)
        fields = [field["name"] for field in resource["schema"]["fields"]]
        first = json.loads(members.read(name).splitlines()[0])
    assert list(first) == fields
    return fields


def page_of(world: World, kind: str, qtbot: QtBot) -> RecordsPage:
    """Show the page of a kind."""
    jobs = Jobs()
    workspace = Workspace(world.sessions["a1"], jobs)
    page = RecordsPage(workspace, kind)
    workspace.setParent(page)
    jobs.setParent(page)
    qtbot.addWidget(page)
    page.resize(1170, 700)
    page.show()
    return page


def column_titles(page: RecordsPage) -> list[str]:
    """Return the words over the columns of the list."""
    model = page.list.table.model
    return [
        str(model.headerData(column, Qt.Orientation.Horizontal))
        for column in range(model.columnCount())
    ]


def typed_value(page: RecordsPage, name: str) -> Value:
    """Return what a field of the open form holds."""
    assert page.forms.current is not None
    return page.forms.current.form.editor(name).value()


def test_a_new_field_is_everywhere(with_field: World, qtbot: QtBot) -> None:
    session = with_field.sessions["a1"]
    change = session.run(operations.add("person", person_values(1, camp="乌兰哈达")), "add person")
    record = next(iter(change.records))[1]
    reader = session.read()

    row = reader.record("person", record)
    assert row is not None
    assert row["camp"] == "乌兰哈达"
    assert reader.search("乌兰哈") == [("person", record)]
    assert reader.search("wlhd") == [("person", record)]
    assert reader.count("person", Compare("camp", "eq", "乌兰哈达")) == 1
    assert len(reader.ids("person", sort="camp")) == 1
    assert "camp" in schema_of(with_field, "person")

    session.run(operations.edit(record, {"camp": "查干敖包"}), "edit person")
    history = [entry.set["camp"] for entry in reader.entries(record) if entry.set]
    assert history == ["乌兰哈达", "查干敖包"]

    page = page_of(with_field, "person", qtbot)
    assert "冬营地" in column_titles(page)
    page.edit(record)
    assert typed_value(page, "camp") == "查干敖包"

    with_field.exchange_everything()
    office = with_field.sessions["office"].read().record("person", record)
    assert office is not None
    assert office["camp"] == "查干敖包"
    with_field.do("office", operations.edit(record, {"camp": "夏营地"}))
    with_field.exchange_everything()
    back = with_field.sessions["a2"].read().record("person", record)
    assert back is not None
    assert back["camp"] == "夏营地"


def test_a_new_kind_is_everywhere(with_kind: World, qtbot: QtBot) -> None:
    session = with_kind.sessions["a1"]
    person = next(
        iter(session.run(operations.add("person", person_values(1)), "add person").records)
    )[1]
    values = {"person": person, "tool": "剪毛机", "day": "2026-11-02"}
    loan = next(iter(session.run(operations.add("tool_loan", values), "add tool_loan").records))[1]
    reader = session.read()

    assert reader.title("tool_loan", loan) == "剪毛机"
    assert reader.search("jmj") == [("tool_loan", loan)]
    assert [link.record for link in reader.links_to(person)] == [loan]
    assert {"person", "tool", "day"} <= set(schema_of(with_kind, "tool_loan"))

    page = page_of(with_kind, "tool_loan", qtbot)
    assert column_titles(page)[:3] == ["人员", "工具", "日期"]
    page.new({"person": person})
    assert typed_value(page, "day") == session.today().isoformat()
    assert typed_value(page, "person") == person

    with_kind.exchange_everything()
    office = with_kind.sessions["office"].read()
    assert office.title("tool_loan", loan) == "剪毛机"
    with_kind.do("office", operations.edit(loan, {"tool": "割草机"}))
    with_kind.exchange_everything()
    assert with_kind.sessions["a2"].read().title("tool_loan", loan) == "割草机"


def test_a_required_field_of_a_newer_version_does_not_stop_old_records(tmp_path: Path) -> None:
    world = World(tmp_path)
    record = next(
        iter(world.sessions["a1"].run(operations.add("person", person_values(1)), "add").records)
    )[1]
    strict = KINDS.with_field("person", replace(CAMP, required=True))
    world.upgrade("a1", strict)
    session = world.sessions["a1"]
    session.run(operations.edit(record, {"note": "改一个别的"}), "edit person")
    row = session.read().record("person", record)
    assert row is not None
    assert row["note"] == "改一个别的"
    with pytest.raises(operations.Rejected):
        session.run(operations.add("person", person_values(2)), "add person")
    world.close()
