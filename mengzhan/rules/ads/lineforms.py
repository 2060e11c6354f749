"""Lines of one form: where 切配 5000 begins a vacancy, 洗碗 4000 begins another."""

import re

from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.titles import ENUMERATOR

_NUMBER = re.compile("[ :(]?(?:各?[0-9]|[一二两三四五六七八九十]{1,2}[名个人位])")
_SIGN = re.compile(" ?[:,、\n(男女 ]")


def line_form(ad: AdText, span: Span) -> str | None:
    """Return in short what follows words that begin their line: ``9`` for any number, or a sign, a
    blank, 男 or 女; ``None`` if they do not begin it, or if their sentence goes on."""
    line = ad.line_at(span.start)
    if not ENUMERATOR.fullmatch(ad.folded, line.start, span.start):
        return None
    if _NUMBER.match(ad.folded, span.end, line.end):
        return "9"
    if span.end == line.end:
        return "\n"
    sign = _SIGN.match(ad.folded, span.end, line.end)
    return (sign[0].strip() or " ") if sign else None
