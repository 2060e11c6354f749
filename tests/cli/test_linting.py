"""``mengzhan lint``: texts in a file, with no station around."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Desk

FRAUD = "鸿运饭店招服务员，限女性，入职交押金200元，月薪2500元"
LAWFUL = "鸿运饭店招服务员，男女不限，不收押金和服装费，月薪3500元"


@pytest.fixture
def nowhere(new_desk: Callable[[str], Desk]) -> Desk:
    """A folder without a station: linting needs none."""
    return new_desk("nowhere")


def write(folder: Path, content: str, encoding: str = "utf-8") -> str:
    path = folder / "ads.txt"
    path.write_text(content, encoding=encoding)
    return str(path)


def test_a_text_is_told_what_is_wrong_with_it(nowhere: Desk, tmp_path: Path) -> None:
    document = nowhere.json("lint", write(tmp_path, FRAUD))
    (text,) = document["texts"]
    first, second = text["hits"]
    assert (first["rule"], first["category"], first["severity"]) == ("D-SEX-1", "性别", "error")
    assert (first["words"], first["replacement"]) == ("限女性", "")
    assert FRAUD[first["start"] : first["end"]] == "限女性"
    assert first["rewrite"] == "删去性别，写明实际的劳动强度和班次。"
    assert second["severity"] == "block"
    assert second["rewrite"] == "改为“不收任何费用”。"
    assert "劳动合同法" in second["basis"]
    assert document["counts"] == {"block": 1, "error": 1, "warn": 0, "info": 0}


def test_a_list_is_told_text_by_text(nowhere: Desk, tmp_path: Path) -> None:
    listed = json.dumps([LAWFUL, {"id": "x", "text": FRAUD}], ensure_ascii=False)
    document = nowhere.json("lint", write(tmp_path, listed))
    assert [(t["number"], len(t["hits"])) for t in document["texts"]] == [(1, 0), (2, 2)]


def test_the_minimum_wage_of_a_banner_counts(nowhere: Desk, tmp_path: Path) -> None:
    file = write(tmp_path, "鸿运饭店招服务员，月薪2250元，双休")
    document = nowhere.json("lint", file, "--banner", "150102")
    assert [hit["rule"] for hit in document["texts"][0]["hits"]] == ["F-WAGE-1"]
    assert document["minimum_wage"] == {
        "effective": "2024-12-01", "class": "1", "monthly_yuan": 2270.0, "hourly_yuan": 22.4,
    }  # fmt: skip
    assert nowhere.json("lint", file)["texts"][0]["hits"] == []


def test_people_read_it_line_by_line(nowhere: Desk, tmp_path: Path) -> None:
    result = nowhere.run("lint", write(tmp_path, FRAUD))
    assert result.exit_code == 0
    assert "[不得发布] 收费 F-FEE-1 “交押金200元”" in result.output
    assert "改法：改为“不收任何费用”。" in result.output
    assert "依据：劳动合同法" in result.output
    assert result.output.endswith("1 条广告：不得发布 1 处，违法 1 处，不合理 0 处，提示 0 处。\n")


def test_a_lawful_ad_is_told_so(nowhere: Desk, tmp_path: Path) -> None:
    result = nowhere.run("lint", write(tmp_path, LAWFUL, "gb18030"))
    assert "没有问题" in result.output.splitlines()[0]


def test_other_rules_take_the_place_of_their_namesakes(nowhere: Desk, tmp_path: Path) -> None:
    table = tmp_path / "rules.csv"
    head = "id,category,severity,pattern,message,advice,basis,example"
    row = "D-SEX-1,性别,info,限女性,本地规定。,删去。,试行办法,限女性"
    table.write_text(f"{head}\n{row}\n", encoding="utf-8")
    document = nowhere.json("lint", write(tmp_path, FRAUD), "--rules", str(table))
    assert document["texts"][0]["hits"][0]["message"] == "本地规定。"
    table.write_text(f"{head}\n{row.replace('办法,限', '办法,只招')}\n", encoding="utf-8")
    assert (
        nowhere.error("lint", write(tmp_path, FRAUD), "--rules", str(table))["code"] == "AD_RULES"
    )


@pytest.mark.parametrize(
    ("content", "arguments", "code"),
    [
        (FRAUD, ("--banner", "990000"), "BANNER_UNKNOWN"),
        ("[1, 2]", (), "TEXT_LIST"),
    ],
)
def test_what_cannot_be_understood_is_refused(
    nowhere: Desk, tmp_path: Path, content: str, arguments: tuple[str, ...], code: str
) -> None:
    assert nowhere.error("lint", write(tmp_path, content), *arguments)["code"] == code


def test_a_file_that_is_no_text_is_refused(nowhere: Desk, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xff")
    assert nowhere.error("lint", str(path))["code"] == "TEXT_FILE"
