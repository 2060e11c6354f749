"""The one door to data files."""

import pytest

from mengzhan.model.resources import read_table, resource_path, translation_path


def test_a_table_is_read_with_its_column_names() -> None:
    rows = read_table("sex")
    assert {"code": "1", "label": "男"}.items() <= rows[0].items()
    assert [row["code"] for row in rows][:2] == ["1", "2"]


def test_a_path_leads_to_a_file_that_is_there() -> None:
    assert resource_path("tables", "pinyin.txt").read_text(encoding="utf-8")


def test_a_missing_file_is_named_without_the_machines_path() -> None:
    with pytest.raises(FileNotFoundError) as caught:
        resource_path("tables", "no_such_table.csv")
    assert str(caught.value) == "resources/tables/no_such_table.csv"


def test_a_translation_may_be_missing() -> None:
    assert translation_path("mengzhan_xx.qm").name == "mengzhan_xx.qm"
    assert translation_path("mengzhan_xx.qm").parent.name == "i18n"
