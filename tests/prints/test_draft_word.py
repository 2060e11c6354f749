"""Drafts as Word files, set as official papers are."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from mengzhan.prints.draft_word import draft_docx
from mengzhan.rules.reporting import Draft

DRAFT = Draft(
    "巴彦站2026年11月就业服务工作情况", ("一、征集空缺岗位。", "二、走访企业。"), "2026年12月1日"
)


def test_a_draft_keeps_its_order_and_the_usual_look() -> None:
    document = Document(io.BytesIO(draft_docx(DRAFT)))
    title, first, _second, closing = document.paragraphs
    assert [one.text for one in document.paragraphs] == [
        DRAFT.title,
        *DRAFT.paragraphs,
        DRAFT.closing,
    ]
    assert title.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert closing.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert first.paragraph_format.first_line_indent == Pt(32)
    assert (title.runs[0].font.size, first.runs[0].font.size) == (Pt(22), Pt(16))
    width = document.sections[0].page_width
    assert width is not None
    assert round(width / Cm(1)) == 21


def test_the_file_says_nothing_of_who_wrote_it() -> None:
    properties = Document(io.BytesIO(draft_docx(DRAFT))).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.title == DRAFT.title
