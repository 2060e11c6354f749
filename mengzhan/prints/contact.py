"""Whom to call, set so that a telephone number is never broken."""

from mengzhan.prints.page import Block, Style, width_of
from mengzhan.rules.postings import Outlet, Posting, caller

ASK = "……（其余到站里问）"
"""How a fact ends that is too long for its place."""


def contact_lines(posting: Posting, outlet: Outlet, style: Style, width: float) -> str:
    """Return telephone and name in one line of ``width`` mm, or below each other."""
    phone, who = caller(posting, outlet)
    if not phone:
        return f"请到{who}问"
    one = f"{phone} {who}".strip()
    if width_of(one, style) <= width:
        return one
    return "\n".join((phone, *Block(who, style, width, most=1).lines)).strip()


def station_line(outlet: Outlet, style: Style, width: float) -> str:
    """Return the station and its telephone in one line; the name is cut before the number is."""
    phone = f" {outlet.phone}" if outlet.phone else ""
    (name,) = Block(outlet.name, style, width - width_of(phone, style), most=1).lines
    return name + phone


def shrunk(text: str, style: Style, width: float) -> Style:
    """Return the style, made smaller if the text would not fit into one line of ``width`` mm."""
    wide = width_of(text, style)
    if wide <= width:
        return style
    # a hair less: type comes in tenths of a point
    return Style(style.points * width / wide - 0.1, style.bold, style.ink, style.family)
