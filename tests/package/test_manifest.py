import hashlib
import json
from typing import Any

import msgspec
import pytest

from mengzhan.model.entry import canonical
from mengzhan.model.fieldtypes import Money, Text
from mengzhan.model.kind import Field
from mengzhan.model.kinds import KINDS
from mengzhan.package import manifest as mf
from mengzhan.package.devicekey import DeviceKeys
from tests.package.scribe import OFFICE, Scribe, manifest

FRICTIONLESS = {"string", "integer", "boolean", "date", "array", "object", "yearmonth"}


@pytest.fixture
def made(station_keys: DeviceKeys, office_keys: DeviceKeys) -> mf.Manifest:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"note": "x"})
    return manifest(station_keys, [office_keys.public], [scribe.span()], counts={"person": 1})


def _document(made: mf.Manifest) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(mf.write_manifest(made, []))
    return document


def test_round_trip(made: mf.Manifest, station_keys: DeviceKeys) -> None:
    assert mf.read_manifest(_document(made)) == made
    head = mf.ReceiptHead(
        number=2,
        previous="0" * 64,
        office_replica="b" * 32,
        to_device=station_keys.public.device_id,
        answers=[1, 2],
        held=[mf.Held(replica="a" * 32, seq=1, hash="c" * 64)],
    )
    receipt = msgspec.structs.replace(made, kind=mf.RECEIPT, sender=OFFICE, receipt=head)
    assert mf.read_manifest(_document(receipt)) == receipt


def test_the_signed_bytes_are_the_one_form_of_their_content(made: mf.Manifest) -> None:
    written = mf.write_manifest(made, [])
    assert written == canonical(json.loads(written))
    assert "公主府社区就业服务站".encode() in written


def test_every_key_is_written_even_without_content(made: mf.Manifest) -> None:
    ours = _document(made)["mengzhan"]
    assert set(ours) == {field.name for field in msgspec.structs.fields(mf.Manifest)}
    assert ours["receipt"] is ours["voucher"] is ours["settings"] is None
    assert ours["features"] == {"must": [], "may": []}


def test_keys_of_a_later_version_are_left_alone(made: mf.Manifest) -> None:
    document = _document(made)
    document["later"] = {"x": 1}
    document["mengzhan"] |= {"later": [1], "station": document["mengzhan"]["station"] | {"y": 2}}
    assert mf.read_manifest(document) == made


@pytest.mark.parametrize(
    "change",
    [
        {"format": "1"},
        {"kind": None},
        {"number": 1.5},
        {"ranges": {}},
        {"ranges": [{"replica": "a"}]},
        {"has": [{"replica": "a", "seq": "1", "hash": ""}]},
        {"device": {"signing_key": 1}},
        {"station": "150102"},
        {"receipt": []},
    ],
)
def test_values_of_the_wrong_sort(made: mf.Manifest, change: dict[str, object]) -> None:
    document = _document(made)
    document["mengzhan"] |= change
    with pytest.raises(ValueError, match="mengzhan object"):
        mf.read_manifest(document)


@pytest.mark.parametrize("name", [f.name for f in msgspec.structs.fields(mf.Manifest)][:16])
def test_a_key_that_is_missing(made: mf.Manifest, name: str) -> None:
    document = _document(made)
    del document["mengzhan"][name]
    with pytest.raises(ValueError, match="mengzhan object"):
        mf.read_manifest(document)


@pytest.mark.parametrize("document", [{}, {"mengzhan": None}, {"mengzhan": []}])
def test_no_manifest_of_ours(document: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="mengzhan object"):
        mf.read_manifest(document)


@pytest.mark.parametrize("name", list(KINDS))
def test_a_schema_for_every_kind(name: str) -> None:
    schema = mf.kind_schema(KINDS[name])
    names = [field["name"] for field in schema["fields"]]
    assert names == ["id", *(f.name for f in KINDS[name]), "station", "same_as", "deleted"]
    assert {field["type"] for field in schema["fields"]} <= FRICTIONLESS
    assert schema["primaryKey"] == ["id"]


def test_a_new_field_is_in_the_schema_by_its_declaration() -> None:
    kinds = KINDS.with_field("person", Field("shoe_fund", "鞋补", Money()))
    kinds = kinds.with_field("person", Field("nickname", "小名", Text(10)))
    fields = {field["name"]: field for field in mf.kind_schema(kinds["person"])["fields"]}
    assert fields["shoe_fund"]["type"] == "integer"
    assert fields["nickname"] == {"name": "nickname", "title": "小名", "type": "string"}


def test_a_resource_tells_size_and_digest() -> None:
    data = b'{"id":"p1"}\n'
    found = mf.resource("data/training_intent.jsonl", data, {"fields": []})
    assert found["name"] == "training-intent"
    assert found["bytes"] == len(data)
    assert found["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
