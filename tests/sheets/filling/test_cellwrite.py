import datetime as dt

import pytest

from mengzhan.sheets.filling.cellwrite import Content, DateWrite, content, unescaped
from mengzhan.sheets.filling.package import WorkbookPackage
from mengzhan.sheets.filling.refusal import FormRefused
from tests.sheets.forms import small_book, worksheet

PACKAGE = WorkbookPackage(small_book(worksheet("<sheetData/>")))


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("甲", "<x:is><x:t>甲</x:t></x:is>"),
        ("=A1<&>", "<x:is><x:t>=A1&lt;&amp;&gt;</x:t></x:is>"),
        (" 甲", '<x:is><x:t xml:space="preserve"> 甲</x:t></x:is>'),
        ("甲\r\n乙\r丙", '<x:is><x:t xml:space="preserve">甲\n乙\n丙</x:t></x:is>'),
        ("_x000D_", "<x:is><x:t>_x005F_x000D_</x:t></x:is>"),
        ("", ""),
    ],
)
def test_a_text_is_an_inline_string(text: str, xml: str) -> None:
    assert content(text, (0, 0), 0, PACKAGE).xml(b"x:").decode() == xml


@pytest.mark.parametrize(
    ("number", "value"),
    [(0, "0"), (-3, "-3"), (0.1, "0.1"), (1e300, "1e+300"), (10**15 - 1, "9" * 15)],
)
def test_a_number_comes_back_as_it_went_in(number: float, value: str) -> None:
    made = content(number, (0, 0), 0, PACKAGE)
    assert made == Content(None, value)
    assert float(value) == number
    assert made.xml(b"") == f"<v>{value}</v>".encode()


@pytest.mark.parametrize("number", [10**15, -(10**17), float("inf"), float("nan")])
def test_a_number_that_would_change_is_refused(number: float) -> None:
    with pytest.raises(FormRefused, match="C2") as caught:
        content(number, (1, 2), 0, PACKAGE)
    assert caught.value.code == "form.number"


def test_a_truth_value_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError):
        content(True, (0, 0), 0, PACKAGE)


def test_a_day_in_a_cell_without_a_date_format_is_its_text() -> None:
    day = DateWrite(dt.date(2026, 3, 5), "2026.3.5")
    assert content(day, (0, 0), 0, PACKAGE) == Content("inlineStr", "2026.3.5")


@pytest.mark.parametrize("text", ["\0", "a\x1fb", "\ud800", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(FormRefused, match="A1") as caught:
        content(text, (0, 0), 0, PACKAGE)
    assert caught.value.code == "form.text"


def test_escapes_are_undone() -> None:
    assert unescaped("_x005F_x000D_ _x4E00_ _x12_") == "_x000D_ 一 _x12_"
