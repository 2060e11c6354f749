"""Every conformance vector, read by this program: the outcome and what the records become."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from mengzhan.model.clock import wall_moment
from mengzhan.model.entry import Entry
from mengzhan.model.fold import effective_sets, fold
from mengzhan.model.kinds import KINDS
from mengzhan.office.admission import Gate
from mengzhan.office.roster import Roster, Station
from mengzhan.office.schema import prepare
from mengzhan.package import manifest as mf
from mengzhan.package.checknumber import check_number_of
from mengzhan.package.devicekey import DeviceKeys, DevicePublic, key_code
from mengzhan.package.enrolment import EnrolmentError, read_enrolment
from mengzhan.package.opening import open_package
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.receiving import add_peer, read_handover, read_package
from mengzhan.package.rows import read_rows
from mengzhan.package.staging import stage
from mengzhan.store.exchange import Exchange
from mengzhan.store.journal import Journal
from tests.computers import Clock
from tests.package.laptops import laptop
from tests.package.scribe import unpack
from tests.store.conftest import memory_ledger

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
INDEX: list[dict[str, str]] = json.loads((VECTORS / "index.json").read_text(encoding="utf-8"))
NAMES = [row["case"] for row in INDEX]
KEYS: dict[str, dict[str, str]] = json.loads((VECTORS / "keys.json").read_text(encoding="utf-8"))
PLAN = ("missing", "forks", "doubtful")
COLUMNS = mf.VERDICT_COLUMNS


class Vector:
    """One folder of ``tests/vectors``."""

    def __init__(self, name: str) -> None:
        self.folder = VECTORS / name
        text = (self.folder / "case.json").read_text(encoding="utf-8")
        self.case: dict[str, Any] = json.loads(text)
        self.expected: dict[str, Any] = self.case["expected"]
        self.data = (self.folder / "package.mzp").read_bytes()

    @cached_property
    def held(self) -> list[Entry]:
        name = self.case["held"]
        return read_rows((self.folder / name).read_bytes()) if name else []

    @property
    def now(self) -> datetime:
        return wall_moment(self.case["now"])

    @property
    def pinned(self) -> tuple[str, DevicePublic]:
        (item,) = self.case["pinned"]
        return item["station"], DevicePublic.from_dict(item)


@dataclass
class Found:
    """What a reader made of a vector; ``plan`` is what only an office works out beforehand."""

    outcome: Outcome
    detail: str = ""
    new: int = 0
    verdicts: list[dict[str, Any]] = field(default_factory=list)
    plan: dict[str, Any] = field(default_factory=dict)


def _at_office(vector: Vector) -> tuple[Found, Journal]:
    """Roster, gate and comparison of the office over a journal in memory."""
    connection, ledger = memory_ledger()
    prepare(connection, KINDS)
    ledger.merge(vector.held)
    roster = Roster(connection)
    code, public = vector.pinned
    for station in {code, vector.case["reader"]["station"]}:
        roster.put_station(Station(station, "某站"))
    roster.pin(code, public, vector.case["now"])
    gate = Gate(roster, ["e" * 32], ledger.journal)
    try:
        opened = open_package(vector.data, [vector.case["identity"]], gate.trusted, [mf.REPORT])
        gate.admit(opened)
    except PackageRefused as refused:
        return Found(refused.outcome, refused.detail), ledger.journal
    plan = stage(opened, ledger.journal, vector.now)
    spans = {name: [list(item) for item in getattr(plan, name)] for name in PLAN}
    if plan.outcome.applies:
        ledger.merge(plan.new)
    return Found(plan.outcome, new=len(plan.new), plan=spans), ledger.journal


def _at_station(vector: Vector, root: Path) -> Iterator[tuple[Found, Journal]]:
    """A laptop with the keys of the vector, its office, its other laptop and its last receipt."""
    reader, (_, public) = vector.case["reader"], vector.pinned
    station = laptop(root, Clock(vector.now))
    session = station.session
    assert session.place.code == reader["station"]
    row = next(row for row in KEYS.values() if row["age_identity"] == vector.case["identity"])
    keys = DeviceKeys(base64.b64decode(row["signing_seed"]), row["age_identity"])
    assert keys.public.device_id == reader["device_id"]
    session.set_setting("device_keys", base64.b64encode(keys.to_bytes()).decode())
    office = {"code": "150102", "name": "某局", "email": "", "keys": public.as_dict()}
    session.set_setting("office", office)
    add_peer(session, public)
    session.merge(vector.held)
    number = reader["last_receipt"]
    if number:
        session.store.writer.run(
            lambda connection: Exchange(connection).add_receipt(
                number, "150102", "0" * 64, vector.case["now"], {}
            )
        )
    yield _read(vector, session, public), session.read().journal
    session.close()


def _read(vector: Vector, session: Any, public: DevicePublic) -> Found:
    try:
        if vector.case["reader"]["role"] == "handover":
            read = read_handover(vector.data, session, public)
        else:
            read = read_package(session, vector.data)
    except PackageRefused as refused:
        return Found(refused.outcome, refused.detail)
    verdicts = [{name: getattr(row, name) or None for name in COLUMNS} for row in read.verdicts]
    return Found(read.outcome, new=read.new_entries, verdicts=verdicts)


def _states(journal: Journal) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    doubts = journal.doubts()
    for record in {entry.record for entry in journal.all() if entry.kind != "clock"}:
        entries = journal.of_record(record)
        state, sets = fold(entries, doubts), effective_sets(entries)
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
def test_vector(name: str, tmp_path: Path) -> None:
    vector = Vector(name)
    if vector.case["reader"]["role"] == "office":
        _check(vector, *_at_office(vector))
    else:
        for found, journal in _at_station(vector, tmp_path):
            _check(vector, found, journal)


def _check(vector: Vector, found: Found, journal: Journal) -> None:
    expected = vector.expected
    assert (found.outcome, found.detail) == (Outcome(expected["outcome"]), expected["detail"])
    if not found.outcome.applies:
        assert {e.hash for e in journal.all()} == {e.hash for e in vector.held}
    if found.outcome is Outcome.WAITING or found.outcome.refuses or "states" not in expected:
        assert found.plan == {name: expected[name] for name in found.plan}
        return
    assert found.new == expected["new_entries"]
    assert found.verdicts == expected["verdicts"]
    assert found.plan == {name: expected[name] for name in found.plan}
    assert _states(journal) == expected["states"]
    gone = {name for name, state in expected["states"].items() if state["erased"]}
    rest = [entry for entry in journal.all() if entry.record in gone and entry.op != "erase"]
    assert [entry.set for entry in rest] == [None] * len(rest)
    targets = {entry.target for entry in journal.all() if entry.op == "redact"}
    assert [e for e in journal.all() if e.mark in targets and e.set is not None] == []


LOOSE = {"row_written_loosely"}
"""Read, but not what a writer should write."""
TAKEN = [row["case"] for row in INDEX if Outcome(row["outcome"]).applies]


@pytest.mark.parametrize("name", [name for name in TAKEN if name not in LOOSE])
def test_a_package_that_goes_in_is_a_valid_data_package(name: str, tmp_path: Path) -> None:
    import warnings

    vector = Vector(name)
    for member, content in unpack(vector.data, vector.case["identity"]).items():
        path = tmp_path / member
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package, system

        with system.use_context(trusted=True):
            validation = Package(str(tmp_path / "datapackage.json")).validate()
    errors = validation.flatten(["name", "rowNumber", "fieldName", "type", "note"])
    assert errors == []


def test_keys_have_their_names_and_codes() -> None:
    for row in KEYS.values():
        public = DevicePublic.from_dict(row)
        assert (public.device_id, key_code(public)) == (row["device_id"], row["key_code"])


def test_check_numbers() -> None:
    for name in NAMES:
        vector = Vector(name)
        assert check_number_of(vector.data) == vector.case["check_number"]


def test_enrolment_files() -> None:
    enrolment = read_enrolment((VECTORS / "enrolment.mzk").read_bytes())
    assert enrolment.office.as_dict().items() <= KEYS["office"].items()
    assert (enrolment.station_code, enrolment.office_code) == ("150102001001", "150102")
    with pytest.raises(EnrolmentError) as refused:
        read_enrolment((VECTORS / "enrolment_altered.mzk").read_bytes())
    assert refused.value.code == "enrolment.bad_signature"


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
    assert size < 1_200_000
