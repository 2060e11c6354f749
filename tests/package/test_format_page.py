"""The page of the format against the code: what one says, the other does."""

import re
from pathlib import Path

import msgspec
import pytest

from mengzhan.model.entry import CLOCK_KIND, EXCERPT, Entry
from mengzhan.model.fold import SYSTEM_FIELDS
from mengzhan.model.kinds import KINDS
from mengzhan.model.ruling import Ruling
from mengzhan.office.excerpts import FIELDS
from mengzhan.package import devicekey, sshsig
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import LARGEST_FILE
from mengzhan.package.container import MANIFEST, SIGNATURE, STANDARD_LIMITS
from mengzhan.package.devicekey import DeviceKeys
from mengzhan.package.outcome import Outcome
from mengzhan.package.rows import COLUMNS, OPS
from tests.package.scribe import CREATED, manifest

PAGE = (Path(__file__).resolve().parents[2] / "resources" / "help" / "package-format.md").read_text(
    encoding="utf-8"
)
_CODE = re.compile(r"`([^`]+)`")


def _fields(kind: type[msgspec.Struct]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind)}


def _section(number: int) -> str:
    found = re.search(rf"^## {number}\. .*?(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[0]


def _tables(number: int) -> list[dict[str, str]]:
    """The tables of a section: what stands in code in the first column -> the rest of the row."""
    tables: list[dict[str, str]] = []
    inside = False
    for line in _section(number).splitlines():
        if not line.startswith("|"):
            inside = False
            continue
        if not inside:
            tables.append({})
        inside = True
        first, rest = line.strip("|").split("|", 1)
        tables[-1] |= dict.fromkeys(_CODE.findall(first), rest)
    return tables


def _inner(text: str) -> set[str]:
    """The keys in a ``{a, b}`` of the page."""
    (found,) = re.findall(r"`\{([a-z_, ]+)\}`", text)
    return set(found.split(", "))


@pytest.fixture(scope="module")
def document() -> dict[str, object]:
    keys = DeviceKeys.generate()
    made = manifest(keys, [], [])
    found: dict[str, object] = msgspec.json.decode(mf.write_manifest(made, []))
    return found


def test_top_of_the_manifest(document: dict[str, object]) -> None:
    top, _ = _tables(2)
    assert set(top) == set(document)
    resource = mf.resource("data/x.jsonl", b"", {})
    words = set(_CODE.findall(top["resources"]))
    assert set(resource) <= words
    assert words - set(resource) == {"table", "jsonl", "utf-8", "sha256:"}


def test_the_mengzhan_object() -> None:
    _, ours = _tables(2)
    assert set(ours) == _fields(mf.Manifest)
    assert _inner(ours["station"]) == _inner(ours["sender"]) == _fields(mf.Place)
    assert _inner(ours["ranges"]) == _fields(mf.Range)
    assert _inner(ours["has"]) == _fields(mf.Held)
    assert _inner(ours["device"]) == set(DeviceKeys.generate().public.as_dict())
    assert set(_CODE.findall(ours["features"])) == _fields(mf.Features)
    assert set(_CODE.findall(ours["kind"])) == {f"{kind}" for kind in mf.KINDS} | {"relay"}
    assert _CODE.findall(ours["suite"]) == [mf.SUITE]
    assert f"现在是 {mf.FORMAT}" in ours["format"]


def test_every_key_is_there_unless_the_page_says_otherwise() -> None:
    _, ours = _tables(2)
    optional = {
        field.name
        for field in msgspec.structs.fields(mf.Manifest)
        if not field.required and field.default is not None
    }
    assert {name for name, text in ours.items() if "可以不写" in text} == optional
    nothing = {f.name for f in msgspec.structs.fields(mf.Manifest) if f.default is None}
    assert {name for name, text in ours.items() if "或空" in text} == nothing


def test_columns_of_the_journal() -> None:
    text = _section(3)
    listed = re.search(rf"{len(COLUMNS)} 个键都写.*?\n\n(.*?)\n\n", text, re.DOTALL)
    assert listed is not None
    assert _CODE.findall(listed[1]) == list(COLUMNS)
    (table,) = _tables(3)
    assert list(table) == list(COLUMNS)
    assert set(_CODE.findall(table["op"])) == OPS | {"target"}
    assert f"`{CLOCK_KIND}`" in table["record"]


def test_the_header_that_is_hashed() -> None:
    header = [name for name in Entry.__struct_fields__ if name not in ("set", "salt", "hash")]
    text = re.search(rf"是这 {len(header)} 个键：(.*?)，其中", _section(3), re.DOTALL)
    assert text is not None
    assert _CODE.findall(text[1]) == header


def test_fields_of_every_record() -> None:
    assert set(SYSTEM_FIELDS) <= set(_CODE.findall(_section(4)))


def test_keys() -> None:
    text = _section(5)
    for constant in (devicekey._ID_LABEL, devicekey._CODE_LABEL):
        assert constant.decode().strip() in text
    assert f"{devicekey._CODE_ROUNDS:,}" in text
    for namespace in (sshsig.KEY_NAMESPACE, sshsig.ENROLMENT_NAMESPACE):
        assert f"`{namespace}`" in text
    assert f"`{sshsig.PACKAGE_NAMESPACE}`" in _section(1)
    keys = DeviceKeys.generate()
    assert all(f'"{name}"' in text for name in keys.vouch(keys.public, CREATED))


def test_the_enrolment_file() -> None:
    import json

    from mengzhan.package.enrolment import FORMAT, Enrolment, write_enrolment

    keys = DeviceKeys.generate()
    enrolment = Enrolment("150102001", "某站", "150102", "某局", keys.public, CREATED)
    written = json.loads(write_enrolment(enrolment, keys))
    (text,) = re.findall(r"- 登记文件.*?(?=^- )", _section(5), re.MULTILINE | re.DOTALL)
    assert set(written) <= set(_CODE.findall(text))
    assert f"`{FORMAT}`" in text
    assert re.findall(r"`office` `\{([a-z_, ]+)\}`", text) == [", ".join(written["office"])]


def test_the_receipt() -> None:
    table, _ = _tables(6)
    assert set(table) == _fields(mf.ReceiptHead)
    assert _inner(table["held"]) == _fields(mf.Held)
    text = _section(6).split("`data/verdicts.jsonl`", 1)[1].split("\n\n")[0]
    assert set(_CODE.findall(text)) == set(mf.VERDICT_COLUMNS) | set(Ruling)


def test_outcomes() -> None:
    (table,) = _tables(7)
    assert set(table) == {outcome.value for outcome in Outcome}


def test_members() -> None:
    text = _section(1)
    for name in (MANIFEST, SIGNATURE, mf.JOURNAL_PATH, mf.VERDICTS_PATH):
        assert f"`{name}`" in text


def test_limits() -> None:
    limits, text = STANDARD_LIMITS, _section(1)
    for size in (limits.file, limits.member, limits.total, LARGEST_FILE):
        assert f"{size // 1024**2} MiB" in text
    assert f"zip 不过 {limits.file // 1024**2} MiB" in text
    assert f"合计不过 {limits.total // 1024**2} MiB" in text
    assert f"成员不过 {limits.members:,} 个" in text
    assert f"{limits.ratio} 倍" in text


def test_fields_that_settle_by_time_alone() -> None:
    soft = {(name, item.name) for name, kind in KINDS.items() for item in kind if item.soft}
    assert {field for _, field in soft} == {"note", "progress", "lint_exceptions", "shared"}
    assert {name for name, field in soft if field == "shared"} == {"vacancy"}
    assert {name for name, field in soft if field == "progress"} == {"task"}
    assert {name for name, field in soft if field == "lint_exceptions"} == {"vacancy"}
    words = "`note`（备注）、`vacancy` 的 `lint_exceptions`（用语例外）、`shared`（共享给其他站）和 `task` 的"
    assert words in _section(4)


def test_what_is_told_of_other_stations() -> None:
    told = {
        "vacancy": ("station", *FIELDS["vacancy"]),
        "employer": ("station", *FIELDS["employer"]),
    }
    (table,) = (one for one in _tables(6) if "employer" in one)
    assert {kind: tuple(_CODE.findall(row)) for kind, row in table.items() if kind in told} == told


def test_no_word_of_the_page_is_unknown_to_the_code() -> None:
    known = {
        *_fields(mf.Manifest),
        *_fields(mf.ReceiptHead),
        *_fields(mf.Range),
        *_fields(mf.Held),
        *_fields(mf.Features),
        *COLUMNS,
        *OPS,
        *mf.KINDS,
        *mf.VERDICT_COLUMNS,
        *Ruling,
        *SYSTEM_FIELDS,
        *mf.resource("data/x.jsonl", b"", {}),
        *(outcome.value for outcome in Outcome),
        *(word for word in ("hash", "clock", "table", "jsonl", "resources", "profile", "relay")),
        *("place", "office", "mengzhan", "null", "signature", "version", "email", "packs"),
        *("signing_key", "age_recipient", "outcome", "schema"),
        *(item.name for kind in KINDS.values() for item in kind if item.soft),
        *KINDS,
        *(name for names in FIELDS.values() for name in names),
        EXCERPT,
    }
    words = {word for word in _CODE.findall(PAGE) if re.fullmatch(r"[a-z][a-z0-9_]*", word)}
    assert words <= known


def test_the_page_needs_no_source_code() -> None:
    assert ".py" not in PAGE
