"""Bringing typed text into one form before it is checked, stored or compared.

Full-width letters, digits and spaces come from Chinese keyboards and old spreadsheets; invisible
characters come from web pages and chat messages. All of them make equal things look different.
Chinese punctuation stays Chinese: a note must read on screen as it was written.
"""

import re
import unicodedata

# NFKC would turn these into ASCII or spell them out; in Chinese prose they are right as they are.
_KEPT = "，。；：？！（）、～…—①-⑳㎡℃“”‘’《》【】"
_RUN_BETWEEN_KEPT = re.compile(f"[^{_KEPT}]+")

# Invisible characters: zero-width and direction marks, soft hyphen, byte order mark, variation
# selectors, lone surrogates, noncharacters. Traditional Mongolian needs its own joiners and
# narrow spaces, which therefore stay after a Mongolian letter.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef\ud800-\udfff\ufdd0-\ufdef]"
    "|(?<![\u180b-\u18af])[\u200c\u200d]"
)
_MONGOLIAN_SPACE = re.compile("(?<=[\u180b-\u18af])\u202f")
_MONGOLIAN_SPACE_STAND_IN = "\ufdd0"  # a noncharacter: no text may hold it
_SPACES = re.compile(r"\s+")
_LINE_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def _fold(text: str) -> str:
    """Apply NFKC outside Chinese punctuation and drop what cannot be seen."""
    visible = _CONTROL.sub("", _INVISIBLE.sub("", text))
    guarded = _MONGOLIAN_SPACE.sub(_MONGOLIAN_SPACE_STAND_IN, visible)
    return _RUN_BETWEEN_KEPT.sub(lambda run: unicodedata.normalize("NFKC", run[0]), guarded)


def _collapse(text: str) -> str:
    collapsed = _SPACES.sub(" ", text).strip()
    return collapsed.replace(_MONGOLIAN_SPACE_STAND_IN, "\u202f")


def normalise(text: str) -> str:
    """Return one line: NFKC, no invisible characters, ends stripped, inner spaces single.

    Chinese punctuation is kept; line breaks and tabs become one space.
    """
    return _collapse(_fold(text))


def normalise_free_text(text: str) -> str:
    """Like `normalise`, line by line: line breaks are kept (as ``\\n``), blank ends are cut."""
    lines = [_collapse(_fold(line)) for line in _LINE_BREAK.split(text)]
    return "\n".join(lines).strip("\n")


def normalise_token(text: str) -> str:
    """Return a code or number without any space: plain NFKC, so ``：`` becomes ``:`` too."""
    if text.isascii() and text.isprintable() and " " not in text:
        return text
    visible = _CONTROL.sub("", _INVISIBLE.sub("", text))
    spaceless = _SPACES.sub("", unicodedata.normalize("NFKC", visible))
    # Once more: a mark that stood behind a space may now join the letter before it.
    return unicodedata.normalize("NFKC", spaceless)


def code_points(text: str) -> int:
    """Return the length in Unicode code points: 𠮷 counts once, unlike in UTF-16."""
    return len(text)
