import pytest

from mengzhan.package.filenames import is_device, is_plain_line, is_portable


@pytest.mark.parametrize(
    "name",
    [
        "a.mzp",
        "巴彦嘎查_2026-11.mzp",
        "测" * 80 + ".mzp",
        ".mengzhan-x.part",
        "console.mzp",
        "𠮷.mzp",
    ],
)
def test_names_that_travel(name: str) -> None:
    assert is_portable(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a/b",
        "a\\b",
        "a:b",
        "a*",
        "a?",
        '"a"',
        "a<b>",
        "a|b",
        "a\n",
        "a\0",
        "a ",
        " a",
        "a.",
        ".",
        "..",
        "CON",
        "con.mzp",
        "Lpt1.tar.gz",
        "aux .mzp",
        "测" * 84 + ".mzp",
        "x" * 256,
        "gpj\u202epzm.exe",
        "\ud800",
    ],
)
def test_names_that_do_not(name: str) -> None:
    assert not is_portable(name)


def test_devices() -> None:
    assert is_device("NUL.txt")
    assert not is_device("nullable.txt")


def test_mongolian_joiners_are_plain_text() -> None:
    assert is_plain_line("ᠮᠣᠩᠭᠣᠯ\u180eᠠ\u202fᠤᠨ")


@pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "\u202eab", "a\u2067b", "\x07"])
def test_text_that_is_not_what_it_shows(text: str) -> None:
    assert not is_plain_line(text)
