"""更正 and 补报 in words: what a closed month said, what it says now, by which record and whom."""

from collections.abc import Callable, Iterator

from mengzhan.model.entry import Entry
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.closing import Changed, Correction

MOST = 5
"""How many records of one figure are told of; the others are counted."""

_FIGURE = QT_TRANSLATE_NOOP("model", "{label}：结账时 {before}，现在 {now}")
_SAME = QT_TRANSLATE_NOOP("model", "{label}：数没变，依据的记录变了")
_LATE = QT_TRANSLATE_NOOP("model", "补报 {what}（{by}）")
_CAME = QT_TRANSLATE_NOOP("model", "更正 {what}，现在算进来了（{by}）")
_WENT = QT_TRANSLATE_NOOP("model", "更正 {what}，现在不算了（{by}）")
_CHANGED = QT_TRANSLATE_NOOP("model", "更正 {title}，{before} 改为 {now}（{by}）")
_MORE = QT_TRANSLATE_NOOP("model", "还有 {count} 条")
_GONE = QT_TRANSLATE_NOOP("model", "（已删除的记录）")

Title = Callable[[str, str], str]
"""Names a record by kind and id; empty for one that is gone."""

Told = Callable[[Entry], str]
"""Writes of an entry who made it, when, and what it was called."""


def correction_words(correction: Correction, label: str) -> Message:
    """Return the figure, called ``label``, before and after."""
    code = correction.indicator.code
    params = {
        "label": label,
        "before": correction.before.shown(code),
        "now": correction.now.shown(code),
    }
    return Message(_SAME if params["before"] == params["now"] else _FIGURE, params)


def change_words(correction: Correction, title: Title, told: Told) -> Iterator[Message]:
    """Yield a line for each record that made the difference, at most `MOST` of them."""
    for change in correction.changes[:MOST]:
        yield _change(change, title, told)
    if len(correction.changes) > MOST:
        yield Message(_MORE, {"count": len(correction.changes) - MOST})


def _change(change: Changed, title: Title, told: Told) -> Message:
    one, before = change.evidence, change.before
    by = told(change.entries[-1]) if change.entries else ""
    name = title(one.kind, one.record) or _GONE
    # the title of a service mostly says its day
    what = name if one.day in name else f"{one.day} {name}"
    params = {"title": name, "what": what, "by": by}
    if before is not None:
        same_day = before.day == one.day
        was, now = (before.amount, one.amount) if same_day else (before.day, one.day)
        return Message(_CHANGED, {**params, "before": was, "now": now})
    if change.way == "went":
        return Message(_WENT, params)
    return Message(_LATE if change.late else _CAME, params)
