"""The draft of an official text as a Word file, set as official papers are (GB/T 9704): title and
paragraphs in the usual sizes, the first line of each two characters in."""

import io
from typing import Any

from mengzhan.rules.reporting.draft import Draft

_TITLE, _BODY = 22, 16  # points: 二号, 三号
_LINE = 28


def draft_docx(draft: Draft) -> bytes:
    """Return the file."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    document.core_properties.title = draft.title
    document.core_properties.author = ""
    _write(document, draft.title, _TITLE, "方正小标宋简体").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in draft.paragraphs:
        _indent(_write(document, text, _BODY, "仿宋"))
    _write(document, draft.closing, _BODY, "仿宋").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _write(document: Any, text: str, points: int, family: str) -> Any:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size = Pt(points)
    run.font.name = family
    run._element.rPr.rFonts.set(qn("w:eastAsia"), family)
    paragraph.paragraph_format.line_spacing = Pt(_LINE if points == _BODY else _LINE + 8)
    return paragraph


def _indent(paragraph: Any) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.first_line_indent = Pt(2 * _BODY)
