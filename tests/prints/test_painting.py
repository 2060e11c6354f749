"""The same page as PDF and as picture: same size, same words, same places."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from mengzhan.prints.page import Area, Block, Page, Print, Rule, Style
from mengzhan.prints.painting import image_of, pdf_of, png_of
from mengzhan.prints.squares import square_code
from tests.prints.test_slip import words_of
from tests.programs import program


def page_with(text: str, width: float = 210, height: float = 297) -> Page:
    page = Page(width, height)
    Block(text, Style(20, True), 150).put(page, 20, 30)
    return page


def sizes(pdf: Path) -> list[str]:
    run = subprocess.run(
        [program("pdfinfo"), "-l", "9", pdf], capture_output=True, check=True, text=True
    )
    return [line.split(":")[1].strip() for line in run.stdout.splitlines() if "size:" in line]


def test_a_pdf_holds_every_page_in_its_own_size(tmp_path: Path) -> None:
    pages = (page_with("招聘"), page_with("推荐", 148, 210), page_with("政策", 297, 210))
    (tmp_path / "a.pdf").write_bytes(pdf_of(Print("样张", pages)))
    found = sizes(tmp_path / "a.pdf")
    assert found[0].startswith("595 x 842")
    assert found[1].startswith(("420 x 595", "419"))
    assert found[2].startswith("842 x 595")
    words = words_of(tmp_path / "a.pdf")
    assert words == "招聘推荐政策"


def test_the_fonts_of_a_pdf_are_inside_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of(Print("样张", (page_with("招聘信息"),))))
    run = subprocess.run(
        [program("pdffonts"), tmp_path / "a.pdf"], capture_output=True, check=True, text=True
    )
    fonts = run.stdout.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


def test_a_picture_is_as_wide_as_was_asked() -> None:
    image = QImage.fromData(png_of(page_with("图"), 1080))
    assert (image.width(), image.height()) == (1080, round(1080 * 297 / 210))


def inked(image: QImage) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is not white."""
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 128
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return min(across), min(down), max(across), max(down)


def test_words_are_painted_where_they_were_measured() -> None:
    page = Page(100, 100)
    Block("国国国", Style(30), 90).put(page, 10, 20)
    (words,) = page.words
    left, top, right, bottom = inked(image_of(page, 500))
    # five pixels a millimetre; a character does not quite fill its box
    assert left == pytest.approx(words.x * 5, abs=6)
    assert right == pytest.approx((words.x + words.width) * 5, abs=6)
    assert 20 * 5 <= top < bottom <= (20 + words.style.line) * 5


def test_lines_and_areas_lie_where_they_were_put() -> None:
    page = Page(100, 100)
    page.add(Area(20, 30, 40, 10, fill="black"), Rule(10, 60, 90, 60, 1.0))
    image = image_of(page, 500)
    assert image.pixelColor(200, 175).lightness() == 0
    assert image.pixelColor(90, 175).lightness() == 255
    assert image.pixelColor(300, 300).lightness() == 0
    left, top, right, bottom = inked(image)
    assert (left, top, right) == (50, 150, 449)
    assert bottom in (301, 302)  # a line of five pixels around 300


def test_every_module_of_a_code_is_painted() -> None:
    page = Page(100, 100)
    code = square_code("羊倌，招2人\n电话 19900001234", 10, 10, 80)
    page.add(code)
    image = image_of(page, 1000)
    step = 800 / len(code.modules)
    painted = tuple(
        tuple(
            image.pixelColor(
                round(100 + (x + 0.5) * step), round(100 + (y + 0.5) * step)
            ).lightness()
            < 128
            for x in range(len(row))
        )
        for y, row in enumerate(code.modules)
    )
    assert painted == code.modules


def test_all_inks_of_words_are_dark_on_a_black_and_white_printer() -> None:
    page = Page(100, 40)
    for at, ink in enumerate(("black", "grey", "accent")):
        page.add(Area(at * 30, 10, 20, 20, fill=ink))  # type: ignore[arg-type]
    image = image_of(page, 100)
    for at in range(3):
        colour = image.pixelColor(at * 30 + 10, 20)
        grey = 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()
        assert grey < 85
