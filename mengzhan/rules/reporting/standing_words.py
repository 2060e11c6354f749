"""How a month stands, as papers for Chinese offices say it."""

from collections.abc import Sequence

from mengzhan.rules.closing import Correction, Standing
from mengzhan.rules.postings import day_words
from mengzhan.rules.reporting.corrected import Title, change_words, correction_words


def standing_in_chinese(standing: Standing | None) -> str:
    """Return whether a month is closed, and whether it was corrected since; of a quarter or a year,
    which nobody closes, nothing is said."""
    if standing is None:
        return ""
    if standing.close is None:
        return "尚未结账"
    closed = f"{day_words(standing.close.closed_on)}结账"
    return f"{closed}，之后有更正 {len(standing.changed)} 项" if standing.changed else closed


def corrections_in_chinese(corrections: Sequence[Correction], title: Title) -> Sequence[str]:
    """Return the corrections line by line; who made them stands in the journal."""
    lines: list[str] = []
    for correction in corrections:
        lines.append(str(correction_words(correction, correction.indicator.label_in_chinese)))
        told = change_words(correction, title, lambda entry: entry.wall[:10])
        lines += [f"　　{line}" for line in told]
    return lines
