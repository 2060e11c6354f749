"""Writing from top to bottom goes on over as many pages as it takes."""

from mengzhan.prints.page import Style
from mengzhan.prints.paper import A5, Sheet
from tests.prints.measuring import all_words, faults

LONG = "负责母羊接羔、羔羊护理、每日补饲和圈舍消毒。"


def test_a_paragraph_longer_than_a_page_loses_nothing() -> None:
    sheet = Sheet(width=A5[0], height=A5[1])
    sheet.write(LONG * 80, Style(12))
    assert len(sheet.pages) > 1
    assert all_words(sheet.printed) == LONG * 80
    assert faults(sheet.printed) == []


def test_rows_and_pairs_stay_whole_on_the_next_page() -> None:
    sheet = Sheet(width=A5[0], height=A5[1])
    for number in range(40):
        sheet.pair(f"第{number}项", LONG * 3)
        sheet.row((f"左{number}", LONG, "右"), (1, 2, 1))
    assert len(sheet.pages) > 3
    assert faults(sheet.printed) == []
    for page in sheet.pages:
        labels = [words.text for words in page.words if words.text.startswith("左")]
        rights = [words.text for words in page.words if words.text == "右"]
        assert len(labels) == len(rights)


def test_the_title_names_the_document() -> None:
    sheet = Sheet()
    sheet.set_title("送达单")
    sheet.text("甲")
    assert sheet.printed.title == "送达单"
    assert sheet.pdf.startswith(b"%PDF-")
