import re
from pathlib import Path

import mengzhan.sheets.filling
from mengzhan.sheets.filling import refusal
from mengzhan.sheets.filling.refusal import FormRefused, cannot_insert


def test_every_reason_that_is_raised_has_words_and_is_documented() -> None:
    folder = Path(mengzhan.sheets.filling.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    obstacles = set(re.findall(r'_refused\("(\w+)"\)', code))
    assert {str(cannot_insert("表", obstacle))[-1] for obstacle in obstacles} == {"。"}
    raised = set(re.findall(r'FormRefused\(\s*"(\w+)"', code))
    assert {"damaged", "text"} < raised
    for reason in raised:
        words = str(FormRefused(reason, sheet="表", cell="A1", limit=1, found="图片"))
        assert words.endswith("。")
        assert "{" not in words
        assert f"form.{reason}``" in (refusal.__doc__ or "")
