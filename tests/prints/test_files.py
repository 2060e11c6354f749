"""A print as files: one PDF, or a picture of each page, and nothing else."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from mengzhan.prints.files import UnknownFileType, write_print
from mengzhan.prints.vacancy_forms import FORMS
from tests.postings import OUTLET, posting

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_written(form: str, tmp_path: Path) -> None:
    made = FORMS[form]([posting(0), posting(1)], OUTLET, TODAY, None)
    (pdf,) = write_print(made, tmp_path / "a.PDF")
    assert pdf.read_bytes().startswith(b"%PDF-")
    pictures = write_print(made, tmp_path / "a.png")
    assert [path.name for path in pictures] == [
        "a.png" if n == 1 else f"a-{n}.png" for n in range(1, len(made.pages) + 1)
    ]
    assert all(QImage(str(path)).width() == made.pixels for path in pictures)


def test_a_further_page_replaces_no_file(tmp_path: Path) -> None:
    made = FORMS["card"]([posting(n) for n in range(9)], OUTLET, TODAY, None)
    (tmp_path / "a-2.png").write_bytes(b"mine")
    pictures = write_print(made, tmp_path / "a.png")
    assert [path.name for path in pictures] == ["a.png", "a-2-2.png"]
    assert (tmp_path / "a-2.png").read_bytes() == b"mine"


def test_another_ending_is_refused_and_nothing_written(tmp_path: Path) -> None:
    made = FORMS["poster"]([posting()], OUTLET, TODAY, None)
    with pytest.raises(UnknownFileType, match=r"\.pdf"):
        write_print(made, tmp_path / "a.jpg")
    assert list(tmp_path.glob("a*")) == []
