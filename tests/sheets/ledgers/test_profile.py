"""Which columns a profile has, and what they stand for."""

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.ledgers.profile import (
    AGE,
    BLANK,
    NUMBER,
    Column,
    Profile,
    ProfileError,
    bared,
    full_profile,
    masked,
    offered,
    resolve,
    resolved,
    revealed,
    shows_sensitive,
    template_profile,
    usual_profile,
)


def headers(profile: Profile) -> list[str]:
    return [item.header for item in resolved(KINDS, profile)]


def test_the_usual_columns_follow_from_the_declaration() -> None:
    assert headers(usual_profile(KINDS["person"]))[:4] == ["序号", "姓名", "证件号", "电话"]
    assert headers(usual_profile(KINDS["follow_up"]))[:5] == [
        "序号",
        "姓名",
        "证件号",
        "电话",
        "日期",
    ]
    assert headers(usual_profile(KINDS["vacancy"]))[:3] == ["序号", "单位", "岗位名"]


@pytest.mark.parametrize("kind", list(KINDS.by_hand))
def test_nothing_sensitive_is_shown_in_full_unless_asked_for(kind: str) -> None:
    for profile in (usual_profile(KINDS[kind]), full_profile(KINDS[kind])):
        assert not shows_sensitive(KINDS, profile)
        shown = bared(KINDS, profile)
        has_any = any(i.field and i.field.sensitive for i in resolved(KINDS, profile))
        assert shows_sensitive(KINDS, shown) == has_any
        assert not shows_sensitive(KINDS, masked(KINDS, shown))


@pytest.mark.parametrize("kind", list(KINDS.by_hand))
def test_every_offered_column_can_be_used(kind: str) -> None:
    for column in offered(KINDS, KINDS[kind]):
        assert resolve(KINDS, kind, column).header
    own = {c.source for c in full_profile(KINDS[kind]).columns if "." not in c.source}
    references = {name for name, _ in KINDS[kind].references}
    assert {f.name for f in KINDS[kind]} - references <= own


def test_a_profile_that_shows_a_part_in_full_is_left_as_it_is() -> None:
    mixed = Profile("x", "person", (Column("id_number", form="split"), Column("phone")))
    assert revealed(KINDS, mixed) == mixed
    plain = Profile("x", "person", (Column("id_number"), Column("phone")))
    assert [c.form for c in revealed(KINDS, plain).columns] == ["text", "text"]


def test_a_template_asks_for_nothing_that_is_known_from_the_rest() -> None:
    asked = headers(template_profile(KINDS["person"]))
    assert "姓名" in asked
    assert "出生日期" not in asked
    assert "性别" not in asked
    assert headers(template_profile(KINDS["follow_up"]))[:3] == ["序号", "姓名", "证件号"]


def test_a_column_reaches_through_two_references() -> None:
    found = resolve(KINDS, "referral", Column("vacancy.employer.name"))
    assert found.path == (("vacancy", "vacancy"), ("employer", "employer"))
    assert found.header == "单位"


@pytest.mark.parametrize(
    ("kind", "column", "code"),
    [
        ("person", Column("shoe_size"), "PROFILE_COLUMN"),
        ("person", Column("name.first"), "PROFILE_COLUMN"),
        ("follow_up", Column("person.shoe_size"), "PROFILE_COLUMN"),
        ("person", Column("name", form="split"), "PROFILE_FORM"),
        ("policy", Column(AGE), "PROFILE_COLUMN"),
    ],
)
def test_what_this_version_does_not_know_is_named(kind: str, column: Column, code: str) -> None:
    with pytest.raises(ProfileError) as caught:
        resolve(KINDS, kind, column)
    assert caught.value.code == code


def test_a_profile_needs_a_known_kind_and_a_column() -> None:
    for profile, code in (
        (Profile("x", "horse", (Column(NUMBER),)), "PROFILE_KIND"),
        (Profile("x", "person", ()), "PROFILE_EMPTY"),
    ):
        with pytest.raises(ProfileError) as caught:
            resolved(KINDS, profile)
        assert caught.value.code == code


def test_columns_that_are_no_fields_have_their_usual_headers() -> None:
    columns = (Column(NUMBER), Column(AGE, text="2026-12-31"), Column(BLANK, header="签字"))
    assert headers(Profile("x", "person", columns)) == ["序号", "年龄", "签字"]
