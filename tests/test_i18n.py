"""The English catalogue is complete and fresh, and the check that says so can fail."""

from pathlib import Path

import pytest

from tests import translations

EMPTY = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
</TS>
"""


def check(folder: Path, code: str, english: dict[str, str]) -> list[str]:
    """Write a module and its catalogue below ``folder`` and return what the check says."""
    source, catalogue = folder / "source", folder / "mengzhan_en.ts"
    source.mkdir()
    (source / "window.py").write_text(code, encoding="utf-8")
    catalogue.write_text(EMPTY, encoding="utf-8")
    translations.run_lupdate(source, catalogue)
    text = catalogue.read_text(encoding="utf-8")
    for chinese, words in english.items():
        unfinished = f'{chinese}</source>\n        <translation type="unfinished">'
        text = text.replace(unfinished, f"{chinese}</source>\n        <translation>{words}")
    catalogue.write_text(text, encoding="utf-8")
    return translations.check(source, [catalogue])


def test_english_is_complete_and_fresh() -> None:
    catalogues = sorted((translations.ROOT / "i18n").glob("mengzhan_*.ts"))
    assert [path.name for path in catalogues] == ["mengzhan_en.ts"]
    assert translations.check(translations.ROOT / "mengzhan", catalogues) == []


def test_a_translated_text_passes(tmp_path: Path) -> None:
    code = 'class Page:\n    def words(self):\n        return self.tr("共 %1 人")\n'
    assert check(tmp_path, code, {"共 %1 人": "%1 people"}) == []


def test_a_text_of_the_core_is_found(tmp_path: Path) -> None:
    code = 'A = QT_TRANSLATE_NOOP("model", "姓名")\n'
    assert check(tmp_path, code, {}) == ["model: '姓名': not translated"]


@pytest.mark.parametrize("english", ["people", "{n} people", "%2 people"])
def test_a_lost_placeholder_is_found(tmp_path: Path, english: str) -> None:
    code = 'class Page:\n    def words(self):\n        return self.tr("共 %1 人")\n'
    faults = check(tmp_path, code, {"共 %1 人": english})
    assert len(faults) == 1
    assert "placeholders differ" in faults[0]


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ('self.tr(f"共 {n} 人")', "an f-string"),
        ("self.tr(words)", "not a literal"),
        ('QT_TRANSLATE_NOOP("model", "共" + n)', "not a literal"),
        ('self.parent.tr("共")', "only as self.tr()"),
        ("f\"{self.tr('共')}\"", "lupdate does not see"),
    ],
)
def test_what_lupdate_would_miss_is_found(tmp_path: Path, call: str, fault: str) -> None:
    code = f"class Page:\n    def words(self, n):\n        return {call}\n"
    assert any(fault in found for found in check(tmp_path, code, {}))


def test_another_name_for_the_marker_is_found(tmp_path: Path) -> None:
    faults = check(tmp_path, "from words import QT_TRANSLATE_NOOP as N\n", {})
    assert faults == ["source/window.py:1: lupdate does not know QT_TRANSLATE_NOOP by another name"]


def test_a_new_text_makes_the_catalogue_stale_and_update_keeps_the_old(tmp_path: Path) -> None:
    assert check(tmp_path, 'A = QT_TRANSLATE_NOOP("model", "姓名")\n', {"姓名": "Name"}) == []
    source, catalogue = tmp_path / "source", tmp_path / "mengzhan_en.ts"
    code = 'B = QT_TRANSLATE_NOOP("model", "电话")\nA = QT_TRANSLATE_NOOP("model", "姓名")\n'
    (source / "window.py").write_text(code, encoding="utf-8")
    stale = "mengzhan_en.ts is stale: run `python -m tests.translations --update`"
    assert stale in translations.check(source, [catalogue])
    translations.run_lupdate(source, catalogue)
    assert translations.check(source, [catalogue]) == ["model: '电话': not translated"]


def test_a_moved_text_changes_nothing(tmp_path: Path) -> None:
    first, second = 'A = QT_TRANSLATE_NOOP("m", "甲")\n', 'B = QT_TRANSLATE_NOOP("m", "乙")\n'
    assert check(tmp_path, first + second, {"甲": "A", "乙": "B"}) == []
    (tmp_path / "source" / "window.py").write_text(second + first, encoding="utf-8")
    assert translations.check(tmp_path / "source", [tmp_path / "mengzhan_en.ts"]) == []
