"""The forms in which vacancies go out on paper and as pictures, by name."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from mengzhan.prints.booklet import booklet
from mengzhan.prints.card import cards
from mengzhan.prints.long_picture import long_picture
from mengzhan.prints.mongolian import Script
from mengzhan.prints.page import Print
from mengzhan.prints.poster import poster
from mengzhan.rules.postings import Outlet, Posting

Maker = Callable[[Sequence[Posting], Outlet, date, Script | None], Print]

POSTER, PICTURE, BOOKLET, CARD = "poster", "picture", "booklet", "card"

FORMS: Mapping[str, Maker] = {
    POSTER: poster,
    PICTURE: long_picture,
    # a booklet has no room for columns, a card has no date
    BOOKLET: lambda postings, outlet, day, _script: booklet(postings, outlet, day),
    CARD: lambda postings, outlet, _day, script: cards(postings, outlet, script),
}
"""Every one raises ``NotClean`` for a vacancy that breaks a rule for ads."""
