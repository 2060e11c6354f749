"""Code tables and the tables that are shipped."""

import csv

import pytest

from mengzhan.model.codes import Code, CodeTable, code_table, show_codes_in
from mengzhan.model.resources import resource_path

COMMON = {"code", "label", "parent", "aliases", "english", "status"}


def shipped_tables() -> list[str]:
    """Return the names of all files that are code tables: they have the common columns."""
    names = []
    for path in sorted(resource_path("tables").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            if set(next(csv.reader(file))) >= COMMON:
                names.append(path.stem)
    return names


@pytest.mark.parametrize("name", shipped_tables())
def test_a_shipped_table_is_whole(name: str) -> None:
    table = code_table(name)
    assert len(table) > 0
    for code in table:
        assert code.code.strip() == code.code != ""
        assert code.label.strip() == code.label != ""
        assert code.english.isprintable()
        assert code.english != "", f"{code.code} has no English label"
        assert code.status in {"policy", "std", "code-seen", "own", "prop", "retired"}
        assert code.parent is None or code.parent in table
        assert code.label not in code.aliases
    assert len({code.label for code in table.leaves}) == len(table.leaves)


@pytest.mark.parametrize("name", shipped_tables())
def test_every_label_and_unshared_alias_leads_back(name: str) -> None:
    table = code_table(name)
    for code in table:
        if not table.children(code.code):
            assert table.find(code.label) is code
        for alias in code.aliases:
            assert table.find(alias) is not None, f"{alias} means several codes of {name}"


def test_table_totals() -> None:
    assert len(code_table("ethnic")) == 58
    assert len(code_table("education")) == 8
    assert len(code_table("deregister_reason")) == 11
    industry = code_table("industry")
    assert len(industry.children(None)) == 20
    assert len(industry.leaves) == 97


def test_what_rules_read_from_tables() -> None:
    reasons = code_table("deregister_reason")
    assert [c.code for c in reasons if c.flag("is_employment")] == ["X01", "X02", "X03"]
    assert {c.code for c in code_table("referral_result") if c.flag("is_success")} == set("2BC")
    assert [c.code for c in code_table("employment_status") if c.flag("wants_work")] == ["1"]


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("ethnic", "蒙", "02"),
        ("ethnic", "mgz", "02"),
        ("ethnic", "dawoer", "31"),
        ("ethnic", "45", "45"),
        ("education", "大专", "30"),
        ("education", "gaozhong", "60"),
        ("key_group", "脱贫户", "K03"),
        ("followup_outcome", "没接", "F9"),
        ("entity_type", "hzs", "4"),
        ("industry", "养羊", "03"),
        ("sex", "ｎａｎ", "1"),
    ],
)
def test_the_first_hit_is_the_one_meant(name: str, typed: str, code: str) -> None:
    assert code_table(name).search(typed)[0].code == code


def test_unknown_codes_keep_themselves() -> None:
    table = code_table("sex")
    assert table.get("7") is None
    assert table.label("7") == "7"
    assert table.find("第三种") is None
    assert "1" in table


def test_a_retired_code_keeps_its_label_but_is_not_offered() -> None:
    table = CodeTable("t", [Code("1", "旧的", retired=True), Code("2", "新的")])
    assert table.label("1") == "旧的"
    assert [c.code for c in table.search("")] == ["2"]
    assert table.search("旧的") == []
    assert [c.code for c in table.leaves] == ["2"]


def test_a_broadcast_code_is_added_or_replaces() -> None:
    table = CodeTable("t", [Code("1", "一")])
    added = table.with_code(Code("2", "二")).with_code(Code("1", "壹"))
    assert [(c.code, c.label) for c in added] == [("1", "壹"), ("2", "二")]
    assert [c.label for c in table] == ["一"]


def test_a_word_of_two_codes_is_not_guessed() -> None:
    table = CodeTable("t", [Code("1", "甲", aliases=("工",)), Code("2", "乙", aliases=("工",))])
    assert table.find("工") is None
    assert [c.code for c in table.search("工")] == ["1", "2"]


def test_codes_are_not_used_twice() -> None:
    with pytest.raises(ValueError, match="occurs twice"):
        CodeTable("t", [Code("1", "一"), Code("1", "壹")])


def test_labels_are_shown_in_english_where_a_table_has_it() -> None:
    table = code_table("sex")
    try:
        show_codes_in("en")
        assert table.label("1") == "Male"
        assert CodeTable("t", [Code("1", "甲")]).label("1") == "甲"
    finally:
        show_codes_in("zh_CN")
    assert table.label("1") == "男"


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("visit_mode", "1", "1"),
        ("followup_outcome", "f2", "F2"),
        ("followup_outcome", "2", "F2"),
        ("policy_item", "p03", "P03"),
        ("followup_outcome", "f", None),  # more must follow
        ("followup_outcome", "fa", None),  # letters may be initials
        ("entity_type", "1", None),  # 11 begins with it
        ("visit_mode", "8", None),
        ("visit_mode", "电话1", None),
        ("visit_mode", "", None),
    ],
)
def test_a_code_typed_in_full_needs_no_enter(name: str, typed: str, code: str | None) -> None:
    done = code_table(name).complete(typed)
    assert (done.code if done else None) == code
