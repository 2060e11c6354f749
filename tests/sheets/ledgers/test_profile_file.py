"""Profiles as files and as a data folder keeps them."""

import json
from pathlib import Path
from typing import Any

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.ledgers.profile import Column, Profile, ProfileError
from mengzhan.sheets.ledgers.profile_file import (
    forget,
    from_document,
    is_own,
    keep,
    load_file,
    profiles,
    save_file,
    to_document,
)
from mengzhan.store.session import Session

OWN = Profile(
    "旗县就业局月报",
    "person",
    (
        Column("@number"),
        Column("name", header="姓 名"),
        Column("id_number", form="split"),
        Column("@age", text="2026-12-31"),
    ),
    title="就业困难人员花名册",
    purpose="报旗县就业局",
)


def test_a_profile_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "月报.mzprofile.json"
    save_file(OWN, path)
    assert load_file(path, KINDS) == OWN


def changed(**changes: Any) -> dict[str, Any]:
    return {**to_document(OWN), **changes}


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ([], "PROFILE_NOT_OURS"),
        ({"format": "mengzhan-sheet"}, "PROFILE_NOT_OURS"),
        (changed(version=2), "PROFILE_NEWER"),
        (changed(version="1"), "PROFILE_INVALID"),
        (changed(version=0), "PROFILE_INVALID"),
        (changed(name=""), "PROFILE_INVALID"),
        (changed(name="长" * 201), "PROFILE_INVALID"),
        (changed(columns={}), "PROFILE_INVALID"),
        (changed(columns=["name"]), "PROFILE_INVALID"),
        (changed(columns=[{"header": "姓名"}]), "PROFILE_INVALID"),
        (changed(columns=[{"source": "name", "form": 3}]), "PROFILE_INVALID"),
        (changed(columns=[{"source": "name"}] * 501), "PROFILE_INVALID"),
        (changed(columns=[]), "PROFILE_EMPTY"),
        (changed(kind="horse"), "PROFILE_KIND"),
        (changed(columns=[{"source": "shoe_size"}]), "PROFILE_COLUMN"),
        (changed(columns=[{"source": "name", "form": "split"}]), "PROFILE_FORM"),
    ],
)
def test_what_is_wrong_with_a_file_has_a_name(document: object, code: str) -> None:
    with pytest.raises(ProfileError) as caught:
        from_document(document, KINDS)
    assert caught.value.code == code
    assert str(caught.value)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"{", b"[" * 100_000, b" " * 1_000_001])
def test_a_file_that_is_no_profile_at_all(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    with pytest.raises(ProfileError) as caught:
        load_file(path, KINDS)
    assert caught.value.code == "PROFILE_UNREADABLE"


def test_a_kept_profile_stands_behind_those_of_the_declaration(session: Session) -> None:
    person = KINDS["person"]
    keep(session, OWN)
    assert [p.name for p in profiles(session, person)] == ["常用列", "全部列", OWN.name]
    assert [is_own(p, person) for p in profiles(session, person)] == [False, False, True]
    assert OWN.name not in [p.name for p in profiles(session, KINDS["vacancy"])]
    keep(session, Profile(OWN.name, "person", (Column("name"),)))
    assert len(profiles(session, person)[2].columns) == 1
    forget(session, OWN)
    assert len(profiles(session, person)) == 2


def test_a_profile_of_a_newer_version_is_kept_but_not_offered(session: Session) -> None:
    newer = changed(columns=[{"source": "shoe_size"}])
    session.set_setting("export_profiles", [newer])
    assert len(profiles(session, KINDS["person"])) == 2
    keep(session, Profile("另一个", "person", (Column("name"),)))
    kept = session.setting("export_profiles")
    assert json.dumps(newer) in [json.dumps(document) for document in kept]
