"""A package opens with programs that know nothing of this one, and its size in everyday use."""

import hashlib
import json
import random
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.kinds import KINDS
from mengzhan.model.occupations import occupations
from mengzhan.model.words import Message
from mengzhan.package.container import MANIFEST, SIGNATURE
from mengzhan.package.device import device_keys
from mengzhan.package.packing import Packed
from mengzhan.package.rows import read_rows
from mengzhan.package.sending import build_handover, build_report
from mengzhan.package.sshsig import PACKAGE_NAMESPACE, allowed_signers_line
from mengzhan.rules.anomalies.anomaly import Anomaly
from mengzhan.rules.anomalies.explaining import explain
from mengzhan.rules.closing.operation import close_month
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import add, edit, log_visit, together
from mengzhan.rules.tables import publish
from mengzhan.store.exchange import Exchange
from tests import people
from tests.computers import Clock
from tests.package.laptops import PaperOffice, laptop
from tests.package.scribe import OFFICE, unpack
from tests.programs import program
from tests.store.conftest import Station

JOURNAL_LIMIT, PACKAGE_LIMIT = 25 * 1024, 35 * 1024


@pytest.fixture(scope="module")
def office() -> PaperOffice:
    return PaperOffice()


@pytest.fixture
def station(tmp_path: Path, office: PaperOffice) -> Iterator[Station]:
    made = laptop(tmp_path / "one", office.clock)
    office.enrol(made)
    yield made
    made.session.close()


@dataclass
class Unpacked:
    """A package as ``age`` and ``unzip`` leave it in a folder."""

    folder: Path

    @property
    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / MANIFEST).read_bytes())
        return found


def _run(*command: str | Path, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [str(part) for part in command], input=stdin, capture_output=True, check=False
    )


def _unpack(data: bytes, identity: str, folder: Path) -> Unpacked:
    age, unzip = program("age"), program("unzip")
    folder.mkdir()
    key, file, archive = folder / "key.txt", folder / "包.mzp", folder / "包.zip"
    key.write_text(f"# a test key\n{identity}\n", encoding="utf-8")
    file.write_bytes(data)
    opened = _run(age, "--decrypt", "-i", key, "-o", archive, file)
    assert opened.returncode == 0, opened.stderr
    content = folder / "content"
    listed = _run(unzip, "-q", archive, "-d", content)
    assert listed.returncode == 0, listed.stderr
    return Unpacked(content)


def _check_digests(unpacked: Unpacked) -> None:
    files = {
        path.relative_to(unpacked.folder).as_posix(): path.read_bytes()
        for path in unpacked.folder.rglob("*")
        if path.is_file()
    }
    del files[MANIFEST], files[SIGNATURE]
    resources = {item["path"]: item for item in unpacked.manifest["resources"]}
    assert set(files) == set(resources)
    for path, content in files.items():
        assert content.endswith(b"\n")
        assert resources[path]["bytes"] == len(content)
        assert resources[path]["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def _check_signature(unpacked: Unpacked, signers: Path, principal: str) -> int:
    document = (unpacked.folder / MANIFEST).read_bytes()
    return _run(
        program("ssh-keygen"), "-Y", "verify", "-f", signers, "-I", principal,
        "-n", PACKAGE_NAMESPACE, "-s", unpacked.folder / SIGNATURE, stdin=document,
    ).returncode  # fmt: skip


def _frictionless_errors(unpacked: Unpacked) -> list[Any]:
    """Validate with the reference implementation of Frictionless Data Package."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own and those of what it imports
        from frictionless import Package, system

        with system.use_context(trusted=True):
            package = Package(str(unpacked.folder / MANIFEST))
            report = package.validate()
    assert report.stats["tasks"] == len(unpacked.manifest["resources"])
    if unpacked.manifest["resources"]:
        assert sum(task.stats["rows"] for task in report.tasks) > 0
    return report.flatten(["name", "rowNumber", "fieldName", "type", "note"])


def _whole(station: Station, packed: Packed, identity: str, folder: Path) -> Unpacked:
    unpacked = _unpack(packed.data, identity, folder)
    _check_digests(unpacked)
    public = device_keys(station.session).public
    signers = folder / "allowed_signers"
    line = allowed_signers_line(public.device_id, public.signing_key, comment="公主府社区")
    signers.write_text(line, encoding="utf-8")
    assert _check_signature(unpacked, signers, public.device_id) == 0
    assert _frictionless_errors(unpacked) == []
    return unpacked


def test_every_kind(station: Station, office: PaperOffice, tmp_path: Path) -> None:
    chance = random.Random(3)
    employer = station.add("employer", people.employer_values(9))
    person = station.add("person", _full_person(1, chance))
    station.run(edit(person, {"note": "改过", "wage_wish": 0}))
    station.run(log_visit(people.visit_values(employer), [_vacancy(1, chance)]))
    (vacancy,) = [state.record for state in station.session.read().states("vacancy")]
    station.add("follow_up", _follow_up(person, chance))
    station.add("training_intent", {"person": person, "day": "2026-11-20", "willing": "1"})
    station.add("referral", {"person": person, "vacancy": vacancy, "day": "2026-11-21"})
    station.add("verification", {"person": person, "result": "1", "day": "2026-11-20"})
    station.add("task", {"title": "摸底", "source": "1", "people": [person]})
    station.add("policy", {"title": "一次性扩岗补助"})
    holiday = {"date": "2026-12-31", "kind": "holiday", "name": "元旦"}
    station.run(publish("calendar", [holiday], date(2026, 12, 1)))
    station.add("enrolment", {"person": person, "course": "家政班", "started_on": "2026-11-01"})
    odd = Anomaly("A01", "2026-11", Message(""), (("person", person),), frozenset({person}))
    station.run(explain(odd, "两人同住"))
    station.run(close_month("2026-10"))
    packed = build_report(station.session)
    unpacked = _whole(station, packed, office.keys.age_identity, tmp_path / "office")
    names = {item["name"] for item in unpacked.manifest["resources"]}
    assert names == {"journal"} | {kind.replace("_", "-") for kind in KINDS}


def test_nulls_in_the_first_row(station: Station, office: PaperOffice, tmp_path: Path) -> None:
    """A reader that guesses types from the first row must have nothing to guess."""
    bare: dict[str, Value] = {
        "name": "乌云",
        "id_number": people.id_number(1),
        "phone": people.phone(1),
    }
    bare |= {"residence": people.VILLAGE, "key_groups": ["K00"], "employment_status": "1"}
    station.add("person", {**bare, "consent": True})
    full = _full_person(2, random.Random(1)) | {"wage_wish": 350_000, "note": "有备注"}
    station.add("person", full | {"needs_mongolian": True})
    packed = build_report(station.session)
    unpacked = _whole(station, packed, office.keys.age_identity, tmp_path / "office")
    first = json.loads((unpacked.folder / "data/person.jsonl").read_text("utf-8").splitlines()[0])
    for name in ("wage_wish", "note", "needs_mongolian", "wanted_occupations", "birth_date"):
        assert first[name] is None


def test_an_erased_person(station: Station, office: PaperOffice, tmp_path: Path) -> None:
    person = station.add("person", _full_person(1, random.Random(1)))
    situation = f"{people.name(1)}在外"
    station.add("follow_up", people.follow_up_values(person, situation=situation))
    station.run(erase(person))
    packed = build_report(station.session)
    unpacked = _whole(station, packed, office.keys.age_identity, tmp_path / "office")
    rows = (unpacked.folder / "data/journal.jsonl").read_bytes()
    assert json.loads(rows.splitlines()[0])["set"] is None


def test_empty_resources_are_left_out(
    station: Station, office: PaperOffice, tmp_path: Path
) -> None:
    """A handover of an empty station: no journal, no table, still a package."""
    packed = build_handover(station.session, office.keys.public)
    unpacked = _whole(station, packed, office.keys.age_identity, tmp_path / "office")
    assert unpacked.manifest["resources"] == []


def test_only_what_has_rows_is_a_resource(
    station: Station, office: PaperOffice, tmp_path: Path
) -> None:
    station.add("employer", people.employer_values(1))
    packed = build_report(station.session)
    unpacked = _whole(station, packed, office.keys.age_identity, tmp_path / "office")
    assert [item["name"] for item in unpacked.manifest["resources"]] == ["journal", "employer"]


def test_the_station_itself_opens_it_with_the_tools(station: Station, tmp_path: Path) -> None:
    station.add("person", people.person_values(1))
    own = device_keys(station.session).age_identity
    unpacked = _whole(station, build_report(station.session), own, tmp_path / "own")
    assert (unpacked.folder / MANIFEST).is_file()


def test_the_tools_notice_what_is_wrong(
    station: Station, office: PaperOffice, tmp_path: Path
) -> None:
    """The checks above can fail: another signer, another content, a wrong value."""
    station.add("person", people.person_values(1))
    packed = build_report(station.session)
    unpacked = _whole(station, packed, office.keys.age_identity, tmp_path / "office")
    public = device_keys(station.session).public
    signers = tmp_path / "signers"
    other = PaperOffice().keys.public.signing_key
    signers.write_text(allowed_signers_line(public.device_id, other), encoding="utf-8")
    assert _check_signature(unpacked, signers, public.device_id) != 0
    signers.write_text(allowed_signers_line(public.device_id, public.signing_key), encoding="utf-8")
    path = unpacked.folder / MANIFEST
    document = path.read_bytes()
    path.write_bytes(document.replace(b'"number":1', b'"number":2'))
    assert _check_signature(unpacked, signers, public.device_id) != 0
    path.write_bytes(document)
    table = unpacked.folder / "data/person.jsonl"
    table.write_bytes(table.read_bytes().replace(b'"consent":true', b'"consent":"maybe"'))
    assert _frictionless_errors(unpacked)


# Size ---------------------------------------------------------------------------------------

WISHES = (
    "想在旗里找活",
    "愿意去邻近苏木",
    "只想在嘎查附近",
    "想学电焊",
    "问有没有补贴",
    "想开个小卖部",
)
REASONS = (
    "家里有老人要照顾",
    "冬天没活",
    "去年在饭馆帮厨，嫌远辞了",
    "家里养了四十只羊，接羔前有空",
    "腰不好，重活干不了",
    "孩子在旗里上学",
    "刚从呼市回来",
    "爱人在外打工",
)
SITUATIONS = (
    "仍在家",
    "打零工",
    "还没找到合适的活",
    "在外短工，月底回来",
    "说再等等开春的活",
    "已经问过奶站，等消息",
    "电话里说过两天来站",
)
DUTIES = (
    "挤奶、喂料、打扫牛舍，早晚两班倒。",
    "前台收银、理货，逢年节加班另算。",
    "放羊、接羔、打草，包吃住，需能骑摩托。",
    "后厨切配、洗碗，每天九小时，月休四天。",
)


def _occupation(chance: random.Random) -> str:
    """The code of one of forty occupations that people here ask for."""
    return chance.choice([item.code for item in occupations() if item.aliases][:40])


def _note(chance: random.Random) -> str:
    parts = [chance.choice(REASONS), chance.choice(WISHES)]
    chance.shuffle(parts)
    return f"{'，'.join(parts)}，{chance.randint(1, 12)}月{chance.randint(1, 28)}日后有空。"


def _maybe(chance: random.Random, share: float, value: Value) -> Value:
    return value if chance.random() < share else None


def _full_person(number: int, chance: random.Random) -> dict[str, Value]:
    """A person as a worker fills the form in: what is required, what is prefilled, and most of
    what decides on work."""
    day = f"2026-11-{chance.randint(1, 22):02}"
    since = f"2026-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}"
    return people.person_values(
        number,
        registered_on=day,
        status_on=day,
        unemployed_on=_maybe(chance, 0.5, since),
        ethnicity=chance.choice(["01", "05"]),
        education=chance.choice(["60", "70", "40"]),
        area_group=chance.choice(["一组", "二组", "三组", "巴音浩特"]),
        needs_mongolian=_maybe(chance, 0.4, True),
        wanted_occupations=[_occupation(chance)],
        wage_wish=_maybe(chance, 0.6, chance.choice([300_000, 350_000, 400_000, 450_000])),
        note=_maybe(chance, 0.3, _note(chance)),
        key_groups=[chance.choice(["K00", "K04"])],
    )


def _follow_up(person: str, chance: random.Random) -> dict[str, Value]:
    """A call: result and next day always, words now and then (ten keys are the target)."""
    situation = f"{chance.choice(SITUATIONS)}，{chance.choice(REASONS)}"
    return people.follow_up_values(
        person,
        day=f"2026-11-{chance.randint(1, 22):02}",
        mode=chance.choice(["1", "2"]),
        outcome=chance.choice(["F1", "F2"]),
        situation=_maybe(chance, 0.5, situation),
        needs=_maybe(chance, 0.2, chance.choice(WISHES)),
        next_on=f"2026-12-{chance.randint(1, 28):02}",
        note=_maybe(chance, 0.1, _note(chance)),
    )


def _vacancy(number: int, chance: random.Random) -> dict[str, Value]:
    return {
        "title": chance.choice(["挤奶工", "收银员", "羊倌", "后厨帮工", "保安", "保洁"]),
        "headcount": chance.randint(1, 5),
        "workplace": chance.choice(["奶牛场", "镇上超市", "浩特草场", "旗里饭店"]),
        "duties": chance.choice(DUTIES),
        "wage_min": chance.choice([280_000, 300_000, 320_000]),
        "wage_max": chance.choice([380_000, 400_000, 450_000]),
        "wage_unit": "1",
        "valid_until": f"2026-12-{chance.randint(1, 28):02}",
        "contact": people.name(300 + number),
        "phone": people.phone(300 + number),
        "conditions": chance.choice(["身体健康", "能吃苦，有经验优先", "会蒙古语优先"]),
        "board": "1",
    }


def _month(station: Station) -> None:
    """200 changed records: 70 persons, 70 follow-ups, 20 vacancies, 15 visits, 15 intents, 10
    referrals, entered one by one as at a counter, some minutes apart."""
    chance = random.Random(20261123)
    employers = [station.add("employer", people.employer_values(n)) for n in range(5)]
    _hold(station)
    persons = []
    for number in range(70):
        persons.append(station.add("person", _full_person(number, chance)))
        _pass_time(station, chance)
    for person in persons:
        station.add("follow_up", _follow_up(person, chance))
        _pass_time(station, chance)
    vacancies: list[str] = []
    for number in range(15):
        found = [_vacancy(number * 2 + n, chance) for n in range(2 if number < 5 else 1)]
        visit = people.visit_values(
            chance.choice(employers),
            day=f"2026-11-{chance.randint(1, 19):02}",
            hiring_need=chance.choice(["年前缺两人", "开春要人", "暂时不缺"]),
            training_need=chance.choice(["想要电商培训", "没有"]),
            note=_note(chance) if chance.random() < 0.3 else None,
        )
        done = station.run(log_visit(visit, found), "add visit")
        vacancies += [record for kind, record in done.records if kind == "vacancy"]
        _pass_time(station, chance)
    for person in persons[:15]:
        intent = {"person": person, "day": "2026-11-20", "willing": "1", "note": "冬天有空"}
        station.add("training_intent", intent)
        _pass_time(station, chance)
    for person, vacancy in zip(persons[20:30], sorted(vacancies), strict=False):
        referral = {"person": person, "vacancy": vacancy, "day": "2026-11-21"}
        station.add("referral", referral | {"due_on": "2026-11-28"})
        _pass_time(station, chance)


def _pass_time(station: Station, chance: random.Random) -> None:
    clock = station.around.clock
    assert isinstance(clock, Clock)
    clock.move(milliseconds=chance.randint(20_000, 900_000))


def _hold(station: Station) -> None:
    """Let the office confirm what is there, so that only what follows goes."""
    replica = station.session.replica
    held = [(replica, station.session.read().journal.head(replica))]
    station.session.store.writer.run(lambda c: Exchange(c).set_held(OFFICE.code, held))


@dataclass(frozen=True)
class Sizes:
    """Bytes as they lie in the zip, and of the whole file."""

    members: dict[str, tuple[int, int]]
    package: int

    @property
    def journal(self) -> int:
        return self.members["data/journal.jsonl"][1]

    def show(self, title: str) -> None:
        print(f"\n{title}: package {self.package} bytes")
        for name, (plain, packed) in self.members.items():
            print(f"  {name:30} {plain:8} -> {packed:6}")


def _sizes(packed: Packed, identity: str) -> Sizes:
    import io
    import zipfile

    from mengzhan.package.agekeys import decrypt

    with zipfile.ZipFile(io.BytesIO(decrypt(packed.data, [identity]))) as archive:
        members = {i.filename: (i.file_size, i.compress_size) for i in archive.infolist()}
    return Sizes(members, len(packed.data))


def _records(packed: Packed) -> int:
    return sum(packed.manifest.counts.values())


def test_200_changed_records(station: Station, office: PaperOffice) -> None:
    _month(station)
    packed = build_report(station.session)
    assert _records(packed) == 200
    sizes = _sizes(packed, office.keys.age_identity)
    sizes.show("200 changed records")
    assert sizes.journal <= JOURNAL_LIMIT
    assert sizes.package <= PACKAGE_LIMIT


def test_200_new_persons(station: Station, office: PaperOffice) -> None:
    """The worst month there is: every record new and every one a person. Measured, not limited."""
    chance = random.Random(7)
    for number in range(200):
        station.add("person", _full_person(number, chance))
        _pass_time(station, chance)
    packed = build_report(station.session)
    sizes = _sizes(packed, office.keys.age_identity)
    sizes.show("200 new persons")
    assert _records(packed) == 200


def test_200_edits(station: Station, office: PaperOffice) -> None:
    """A field changed in each of 200 known records."""
    chance = random.Random(9)
    people_known = [add("person", _full_person(n, chance)) for n in range(200)]
    persons = [record for _, record in station.run(together(*people_known)).records]
    _hold(station)
    for person in persons:
        station.run(edit(person, {"note": f"第{chance.randint(2, 40)}次来站"}), "edit person")
        _pass_time(station, chance)
    packed = build_report(station.session)
    sizes = _sizes(packed, office.keys.age_identity)
    sizes.show("200 edits")
    assert sizes.journal <= JOURNAL_LIMIT
    journal = unpack(packed.data, office.keys.age_identity)["data/journal.jsonl"]
    assert _entries(journal) == 200


def _entries(journal: bytes) -> int:
    return len(read_rows(journal))
