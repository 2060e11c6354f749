"""Square codes (QR) of a contact text."""

import segno

from mengzhan.prints.page import Square

QUIET = 4
"""Light modules around the code that a camera needs (ISO/IEC 18004)."""


def square_code(text: str, x: float, y: float, side: float) -> Square:
    """Return the code of ``text`` in a square of ``side`` mm with its quiet zone.

    Level M stands a fold or a stain on the paper. The text is UTF-8 without a mark, which is what
    the cameras of WeChat and of telephones expect. No code is kept for another print: the text
    names people, who may be erased before then.
    """
    made = segno.make_qr(text, error="m", encoding="utf-8", boost_error=False)
    rows = made.matrix_iter(border=QUIET)
    modules = tuple(tuple(bool(module) for module in row) for row in rows)
    return Square(x, y, side, modules, text)
