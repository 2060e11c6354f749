import json

import pytest

from mengzhan.model.fold import fold
from mengzhan.model.kinds import KINDS
from mengzhan.package.agekeys import decrypt
from mengzhan.package.container import MANIFEST, SIGNATURE, read_zip
from mengzhan.package.devicekey import DeviceKeys
from mengzhan.package.packing import Contents
from mengzhan.package.sshsig import PACKAGE_NAMESPACE, verify
from tests import people
from tests.package.scribe import Scribe, report, unpack


@pytest.fixture
def scribe() -> Scribe:
    made = Scribe("a")
    made.write("person", "p1", people.person_values(1))
    made.write("person", "p2", people.person_values(2, note="愿意学"))
    made.write("training_intent", "t1", {"person": "p1", "willing": "1"})
    made.write("later_kind", "x1", {"anything": ["可以"]})
    return made


def _contents(scribe: Scribe) -> Contents:
    return Contents(scribe.entries, [fold([entry]) for entry in scribe.entries])


def test_members_and_what_the_manifest_says_of_them(
    scribe: Scribe, station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    packed = report(station_keys, office_keys.public, [scribe], contents=_contents(scribe))
    members = unpack(packed.data, office_keys.age_identity)
    assert set(members) == {
        MANIFEST,
        SIGNATURE,
        "data/journal.jsonl",
        "data/person.jsonl",
        "data/training_intent.jsonl",
    }
    listed = {item["path"] for item in json.loads(members[MANIFEST])["resources"]}
    assert listed == set(members) - {MANIFEST, SIGNATURE}
    verify(
        members[MANIFEST], members[SIGNATURE], station_keys.public.signing_key, PACKAGE_NAMESPACE
    )


def test_state_rows_have_every_column_of_their_schema_in_its_order(
    scribe: Scribe, station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    packed = report(station_keys, office_keys.public, [scribe], contents=_contents(scribe))
    members = unpack(packed.data, office_keys.age_identity)
    resources = {item["path"]: item for item in json.loads(members[MANIFEST])["resources"]}
    for path in ("data/person.jsonl", "data/training_intent.jsonl", "data/journal.jsonl"):
        wanted = [field["name"] for field in resources[path]["schema"]["fields"]]
        rows = [json.loads(line) for line in members[path].splitlines()]
        assert rows
        assert all(list(row) == wanted for row in rows)
    first, second = map(json.loads, members["data/person.jsonl"].splitlines())
    assert first["name"] == people.name(1)
    assert (first["note"], second["note"]) == (None, "愿意学")


def test_tables_leave_out_columns_without_any_value(
    scribe: Scribe, station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    packed = report(station_keys, office_keys.public, [scribe], contents=_contents(scribe))
    document = json.loads(unpack(packed.data, office_keys.age_identity)[MANIFEST])
    (table,) = [item for item in document["resources"] if item["name"] == "training-intent"]
    assert [field["name"] for field in table["schema"]["fields"]] == ["id", "person", "willing"]
    assert table["schema"]["primaryKey"] == ["id"]


def test_nothing_is_written_for_nothing(station_keys: DeviceKeys, office_keys: DeviceKeys) -> None:
    packed = report(station_keys, office_keys.public, [])
    assert set(unpack(packed.data, office_keys.age_identity)) == {MANIFEST, SIGNATURE}


def test_sender_and_office_can_read_and_nobody_else(
    scribe: Scribe, station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    packed = report(station_keys, office_keys.public, [scribe])
    inner = {
        read: decrypt(packed.data, [read])
        for read in (office_keys.age_identity, station_keys.age_identity)
    }
    assert len(set(inner.values())) == 1
    assert read_zip(next(iter(inner.values())))
    from mengzhan.package.outcome import PackageRefused

    with pytest.raises(PackageRefused):
        decrypt(packed.data, [DeviceKeys.generate().age_identity])


def test_equal_contents_give_the_same_manifest(
    scribe: Scribe, station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    one, two = (
        report(station_keys, office_keys.public, [scribe], contents=_contents(scribe))
        for _ in range(2)
    )
    assert one.manifest_sha256 == two.manifest_sha256
    assert one.sha256 != two.sha256


def test_nothing_readable_outside(
    scribe: Scribe, station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    packed = report(station_keys, office_keys.public, [scribe], contents=_contents(scribe))
    for text in (people.id_number(1), people.phone(1), people.name(1), "person", "PK\x03\x04"):
        assert text.encode() not in packed.data


def test_pictures_travel_under_their_digest(
    station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    contents = Contents(pictures={"ab" * 32: b"\xff\xd8picture"})
    packed = report(station_keys, office_keys.public, [], contents=contents)
    members = unpack(packed.data, office_keys.age_identity)
    assert members[f"pictures/{'ab' * 32}.jpg"] == b"\xff\xd8picture"


def test_a_kind_that_is_not_declared_has_no_table(
    scribe: Scribe, station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    assert "later_kind" not in KINDS
    packed = report(station_keys, office_keys.public, [scribe], contents=_contents(scribe))
    members = unpack(packed.data, office_keys.age_identity)
    assert "data/later_kind.jsonl" not in members
    assert b'"later_kind"' in members["data/journal.jsonl"]
