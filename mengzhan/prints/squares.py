"""Square codes (QR) of a contact text."""

from functools import lru_cache

import segno

from mengzhan.prints.page import Square

QUIET = 4
"""Light modules around the code that a camera needs (ISO/IEC 18004)."""


def square_code(text: str, x: float, y: float, side: float) -> Square:
    """Return the code of ``text`` in a square of ``side`` mm with its quiet zone.

    Level M stands a fold or a stain on the paper. The text is UTF-8 without a mark, which is what
    the cameras of WeChat and of telephones expect.
    """
    return Square(x, y, side, _modules(text), text)


@lru_cache(maxsize=256)
def _modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Weighing eight masks takes long, and one vacancy goes out in several forms."""
    made = segno.make_qr(text, error="m", encoding="utf-8", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in made.matrix_iter(border=QUIET))
