"""How the columns of a table share the width in sight. No Qt."""

from collections.abc import Sequence


def share(columns: Sequence[tuple[int, int]], room: int, *, may_hide: bool) -> list[int]:
    """Return the width of each column, 0 for one that has to wait for more room.

    Args:
        columns: pairs of (wanted, least), the most telling first.
        room: the width in sight.
        may_hide: whether the last ones give way; else what does not fit is scrolled to.
    """
    shown = list(columns)
    while may_hide and len(shown) > 1 and sum(least for _, least in shown) > room:
        shown.pop()
    spare = sum(wanted - least for wanted, least in shown)
    over = min(max(sum(wanted for wanted, _ in shown) - room, 0), spare)
    widths = [
        wanted - -(-over * (wanted - least) // spare) if over else wanted for wanted, least in shown
    ]
    return widths + [0] * (len(columns) - len(shown))
