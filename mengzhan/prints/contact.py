"""Whom to call, set so that a telephone number is never broken."""

from mengzhan.prints.page import Style, fitting, width_of
from mengzhan.rules.postings import Outlet, Posting, caller


def contact_lines(posting: Posting, outlet: Outlet, style: Style, width: float) -> str:
    """Return telephone and name in one line of ``width`` mm, or below each other."""
    phone, who = caller(posting, outlet)
    if not phone:
        return f"请到{who}问"
    one = f"{phone} {who}".strip()
    if width_of(one, style) <= width:
        return one
    return f"{phone}\n{fitting(who, style, width, 1)}".strip()


def shrunk(text: str, style: Style, width: float) -> Style:
    """Return the style, made smaller if the text would not fit into one line of ``width`` mm."""
    wide = width_of(text, style)
    if wide <= width:
        return style
    # a hair less: type comes in tenths of a point
    return Style(style.points * width / wide - 0.1, style.bold, style.ink, style.family)
