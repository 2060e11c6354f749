"""The ten blank forms by authors who had seen neither rules nor code, filled from their ledgers.

A cell is fillable if its column means something to the register (truth) and the record holds it.
Whether a filled cell is right is judged by reading it back as the field that the truth names.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mengzhan.model.kinds import KINDS
from mengzhan.rules.filters import Every
from mengzhan.sheets.filling.answers import DIGIT, bare_path
from mengzhan.sheets.filling.filledform import Filled, Filling
from mengzhan.sheets.filling.linked import with_linked
from mengzhan.sheets.filling.sheetform import read_form
from mengzhan.sheets.filling.superform import SuperiorForm
from mengzhan.sheets.grid import column_letters
from mengzhan.sheets.importing.intake import Import, load
from mengzhan.store.session import Place, Session
from tests import stations
from tests.sheets.judge import MEANS

MATERIAL = Path(__file__).parent.parent / "material"
TODAY = date(2026, 11, 26)
FACTS = {
    "unit": "望京社区就业服务站",
    "person": "其其格",
    "day": "2026-11-26",
    "month": "2026年11月",
}
STATIONS = {
    "a": (Place("150422404004", "望京社区就业服务站"), (("04", "person"),)),
    "b": (Place("150621100001", "长胜社区就业服务站"), (("23", "person"), ("26", "vacancy"))),
}
FORMS = [f"{part}/{name}" for part, names in (("a", "F1 F2 F3 F4 F5"), ("b", "G1 G2 G3 G4 G5"))
         for name in names.split()]  # fmt: skip


@dataclass
class Outcome:
    """One form filled, beside its truth and its blank."""

    truth: dict[str, Any]
    form: SuperiorForm
    filled: Filled
    records: list[dict[str, Any]]
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)

    def changed(self) -> dict[str, Any]:
        return {c: v for c, v in self.after.items() if v != self.before.get(c)}


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Session]]:
    made: dict[str, Session] = {}
    for part, (place, ledgers) in STATIONS.items():
        session = stations.open_station(tmp_path_factory.mktemp(part) / "data", place)
        for start, kind in ledgers:
            path = next(
                p for p in (MATERIAL / "ledgers" / part).glob(f"{start}*") if p.suffix != ".json"
            )
            session.run(Import(session, load(path), KINDS[kind]).plan().operation(), "import")
        made[part] = session
    yield made
    for session in made.values():
        session.store.close()


def fill(people: dict[str, Session], name: str) -> Outcome:
    part, start = name.split("/")
    path = next((MATERIAL / "forms" / part).glob(f"{start}*.xlsx"))
    truth = json.loads(path.with_name(f"{path.stem}.truth.json").read_text("utf-8"))
    kind = KINDS[truth["kind"] if truth["kind"] in KINDS else "person"]
    reader = people[part].read()
    records = with_linked(reader, kind, reader.matching(kind.name, Every()))
    form = SuperiorForm(read_form(path.read_bytes()), KINDS, kind)
    filling = Filling(form, records, FACTS, TODAY)
    filled = filling.fill(path.read_bytes())
    outcome = Outcome(truth, form, filled, [dict(record) for record in filling.records])
    outcome.before = _cells(path.read_bytes(), truth["sheet"])
    outcome.after = _cells(outcome.filled.data, truth["sheet"])
    return outcome


def _cells(data: bytes, sheet: str) -> dict[str, Any]:
    rows = load_workbook(BytesIO(data))[sheet].iter_rows()
    return {cell.coordinate: cell.value for row in rows for cell in row if cell.value is not None}


def _means(outcome: Outcome, column: str) -> set[str] | None:
    """The paths that are right for a column, ``None`` if the truth knows no column there."""
    told = next((c for c in outcome.truth["columns"] if c["column"] == column), None)
    if told is None:
        return None
    if told["means"]:
        right = MEANS[outcome.form.kind.name].get(told["means"], set())
        return right | {"-employed"} if told["means"] == "就业状态" else right
    return {"*"} if told.get("also_ok") else set()


@pytest.mark.parametrize("name", FORMS)
def test_no_cell_is_written_that_the_truth_forbids(people: dict[str, Session], name: str) -> None:
    outcome = fill(people, name)
    by_letter = {column_letters(c.index): bare_path(c.path) for c in outcome.form.sure}
    fixed = {f"{column_letters(one.column)}{one.row + 1}" for one in outcome.filled.fixed}
    asked = {f"{column_letters(one.column)}{one.row + 1}" for one in outcome.form.card}
    counted = {f"{column_letters(c.column)}{c.row + 1}" for c in outcome.form.counted()}
    wrong = []
    for cell, value in outcome.changed().items():
        column = cell.rstrip("0123456789")
        meant = _means(outcome, column)
        fine = cell in fixed | asked | counted
        if not fine and meant != {"*"} and by_letter.get(column, "") not in (meant or set()):
            serial = by_letter.get(column) == "-serial"
            fine = serial or (not meant and column_is_ours(outcome, column))
            if not fine:
                wrong.append((cell, value))
    assert wrong == []


@pytest.mark.parametrize("name", FORMS)
def test_only_places_for_the_sender_get_facts_of_the_sender(
    people: dict[str, Session], name: str
) -> None:
    outcome = fill(people, name)
    rows = outcome.form.rows()
    grown = max(0, outcome.filled.records - len(rows)) if not outcome.form.named() else 0
    moved = {f"{column_letters(f.column)}{f.row + 1}" for f in outcome.filled.fixed}
    told = {one["cell"] for one in outcome.truth["fixed"]}
    places = {_moved(cell, rows[-1] + 1 if rows else 0, grown) for cell in told}
    assert moved <= places


def _moved(cell: str, last: int, grown: int) -> str:
    """Where a cell stands once rows were added below row ``last``."""
    letters = cell.rstrip("0123456789")
    row = int(cell.removeprefix(letters))
    return f"{letters}{row + grown if row > last else row}"


def column_is_ours(outcome: Outcome, column: str) -> bool:
    """Facts that the register of the trade has not but this program has: 户编号, an age."""
    paths = {column_letters(c.index): c.path for c in outcome.form.sure}
    return paths.get(column) in {"household", "-age", "-township", "-banner"}


@pytest.mark.parametrize("name", FORMS)
def test_what_stood_in_the_form_still_stands(people: dict[str, Session], name: str) -> None:
    outcome = fill(people, name)
    own = {f"{column_letters(one.column)}{one.row + 1}" for one in outcome.filled.fixed}
    grown = outcome.filled.data != b"" and len(outcome.records) > len(outcome.form.rows()) > 0
    if grown and not outcome.form.named():
        last = outcome.form.rows()[-1] + 1
        kept = {
            c: v
            for c, v in outcome.before.items()
            if int(c.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) <= last
        }
    else:
        kept = outcome.before
    lost = {c: v for c, v in kept.items() if c not in own and outcome.after.get(c) != v}
    assert lost == {}


def test_the_vacancies_of_the_employer_named_are_written_as_the_truth_has_them(
    people: dict[str, Session],
) -> None:
    """Cells that the truth leaves open may stay empty; what is written is what it says."""
    outcome = fill(people, "b/G4")
    columns = {
        "岗位名": "B", "人数": "C", "工作内容": "F", "薪酬下限": "G", "薪酬上限": "H",
        "计薪方式_下拉": "I", "食宿_下拉": "J", "社保_下拉": "K",
    }  # fmt: skip
    rows = outcome.truth["expected_rows"]
    for row, expected in zip(outcome.form.rows(), rows, strict=False):
        for name, column in columns.items():
            written = outcome.after.get(f"{column}{row + 1}")
            assert written in (None, expected[name]), (row, name)
    last = outcome.form.rows()[len(rows)] + 1
    assert not [cell for cell in outcome.changed() if int(cell.lstrip("ABCDEFGHIJKL")) == last]


def test_most_of_what_is_known_is_filled(people: dict[str, Session]) -> None:
    total = known = 0
    for name in FORMS:
        outcome = fill(people, name)
        filled, fillable = _share(outcome)
        print(f"\nFORMS | {name} | {filled} of {fillable} | fixed {len(outcome.filled.fixed)} |")
        total, known = total + filled, known + fillable
    print(f"\nFORMS | all | {total} of {known} | {total / known:.1%} |")
    assert total / known >= 0.8


def _share(outcome: Outcome) -> tuple[int, int]:
    """Count filled and fillable cells of the table, the card and the counts."""
    filled = fillable = 0
    pairs = _pairs(outcome)
    by_letter = {column_letters(c.index): c for c in outcome.form.columns}
    for told in outcome.truth["columns"]:
        if not told["means"] or told.get("formula"):
            continue
        column = by_letter.get(told["column"])
        for row, record in pairs:
            cell = f"{told['column']}{row + 1}"
            if cell in outcome.before or not _holds(outcome, record, told["means"]):
                continue
            fillable += 1
            filled += cell in outcome.after and column is not None
    expected = outcome.truth.get("expected_fill") or []
    if not pairs:
        for one in expected:
            if any(one["accept"]):
                fillable += 1
                filled += one["cell"] in outcome.after
        cross = outcome.truth.get("cross") or {}
        cells = [c["cell"] for c in cross.get("cells", []) if not c["formula"]]
        fillable += len(cells)
        filled += sum(cell in outcome.after for cell in cells)
    return filled, fillable


def _pairs(outcome: Outcome) -> list[tuple[int, dict[str, Any]]]:
    named = outcome.form.named()
    if not named:
        return list(zip(outcome.form.rows(), outcome.records, strict=False))
    by_number = {str(record.get("id_number")): record for record in outcome.records}
    return [(row, by_number[number]) for row, (_, number) in named.items() if number in by_number]


def _holds(outcome: Outcome, record: dict[str, Any], means: str) -> bool:
    """Whether the register holds what a column means."""
    paths = MEANS[outcome.form.kind.name].get(means, set())
    names = [path.partition(DIGIT)[0] for path in paths]
    held = {"-age": "birth_date", "wage": "wage_min"}
    return any(record.get(held.get(name, name)) not in (None, "", []) for name in names)
