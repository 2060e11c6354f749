"""Every conformance vector, read by this program: the outcome and what the records become."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from mengzhan.model.clock import wall_moment
from mengzhan.package import manifest as mf
from mengzhan.package.devicekey import DevicePublic
from mengzhan.package.opening import open_package
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.rows import read_rows
from mengzhan.package.staging import Plan, stage
from mengzhan.store.ledger import Ledger
from tests.store.conftest import memory_ledger

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
INDEX: list[dict[str, str]] = json.loads((VECTORS / "index.json").read_text(encoding="utf-8"))
NAMES = [row["case"] for row in INDEX]


class Vector:
    """One folder of ``tests/vectors``."""

    def __init__(self, name: str) -> None:
        self.folder = VECTORS / name
        self.case: dict[str, Any] = json.loads(
            (self.folder / "case.json").read_text(encoding="utf-8")
        )
        self.expected: dict[str, Any] = self.case["expected"]
        _, self.ledger = memory_ledger()
        if self.case["held"]:
            self.ledger.merge(read_rows((self.folder / self.case["held"]).read_bytes()))

    @property
    def now(self) -> datetime:
        return wall_moment(self.case["now"])

    def trusted(self, manifest: mf.Manifest, device: DevicePublic) -> bool:
        return any(
            DevicePublic.from_dict(item) == device and item["station"] == manifest.station.code
            for item in self.case["pinned"]
        )

    def read(self) -> Plan:
        data = (self.folder / "package.mzp").read_bytes()
        opened = open_package(data, [self.case["identity"]], self.trusted)
        return stage(opened, self.ledger.journal, self.now)


def _states(ledger: Ledger) -> dict[str, dict[str, Any]]:
    from mengzhan.model.fold import effective_sets, fold

    found: dict[str, dict[str, Any]] = {}
    for record in {entry.record for entry in ledger.journal.all() if entry.kind != "clock"}:
        entries = ledger.journal.of_record(record)
        state, sets = fold(entries), effective_sets(entries)
        found[record] = {
            "kind": state.kind,
            "values": state.values,
            "deleted": state.deleted,
            "erased": state.erased,
            "conflicts": {
                name: list(dict.fromkeys(sets[entry.mark][name] for entry in rivals))
                for name, rivals in state.rivals.items()
            },
        }
    return found


@pytest.mark.parametrize("name", NAMES)
def test_vector(name: str) -> None:
    vector = Vector(name)
    before = list(vector.ledger.journal.all())
    wanted = Outcome(vector.expected["outcome"])
    plan, detail = _read(vector)
    found = plan.outcome if isinstance(plan, Plan) else plan
    assert (found, detail) == (wanted, vector.expected["detail"])
    assert list(vector.ledger.journal.all()) == before
    if isinstance(plan, Plan):
        _check(vector, plan)


def _read(vector: Vector) -> tuple[Plan | Outcome, str]:
    try:
        return vector.read(), ""
    except PackageRefused as refused:
        return refused.outcome, refused.detail


def _check(vector: Vector, plan: Plan) -> None:
    expected = vector.expected
    assert len(plan.new) == expected["new_entries"]
    assert [list(item) for item in plan.missing] == expected["missing"]
    assert [list(item) for item in plan.forks] == expected["forks"]
    assert [list(item) for item in plan.doubtful] == expected["doubtful"]
    columns = mf.VERDICT_COLUMNS
    verdicts = [{name: row.get(name) for name in columns} for row in plan.opened.verdicts]
    assert verdicts == expected["verdicts"]
    if plan.outcome is Outcome.WAITING:
        return
    vector.ledger.merge(plan.new)
    assert _states(vector.ledger) == expected["states"]
    if any(state["erased"] for state in expected["states"].values()):
        gone = {name for name, state in expected["states"].items() if state["erased"]}
        rest = [e for e in vector.ledger.journal.all() if e.record in gone and e.op != "erase"]
        assert [entry.set for entry in rest] == [None] * len(rest)


def test_the_index_names_every_folder() -> None:
    folders = {path.parent.name for path in VECTORS.glob("*/case.json")}
    assert folders == set(NAMES)
    assert len(NAMES) == len(folders)


def test_the_index_says_what_the_cases_say() -> None:
    for row in INDEX:
        case = Vector(row["case"]).case
        assert (row["outcome"], row["about"]) == (case["expected"]["outcome"], case["about"])


def test_every_outcome_has_a_vector() -> None:
    assert {row["outcome"] for row in INDEX} == {outcome.value for outcome in Outcome}


def test_the_folder_stays_small() -> None:
    size = sum(path.stat().st_size for path in VECTORS.rglob("*") if path.is_file())
    assert size < 1_000_000
