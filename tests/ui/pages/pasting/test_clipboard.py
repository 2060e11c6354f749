"""The offer to read what lies in the clipboard."""

from collections.abc import Callable

import pytest

from mengzhan.ui.pages.pasting.clipboard import ClipboardOffer, clipboard_holds_ad
from tests.ui.pages.pasting.conftest import ONE, Show


@pytest.fixture
def offer(show: Show) -> ClipboardOffer:
    made = ClipboardOffer()
    show(made)
    return made


def test_a_message_is_offered_as_soon_as_it_is_copied(
    offer: ClipboardOffer, clipboard: Callable[[str], None]
) -> None:
    clipboard("今天天气真好，大家去跳舞")
    before = offer.is_offered
    clipboard(ONE)
    assert (before, offer.is_offered) == (False, True)
    assert clipboard_holds_ad()


def test_what_was_dealt_with_is_not_offered_again(
    offer: ClipboardOffer, clipboard: Callable[[str], None]
) -> None:
    clipboard(ONE)
    offer.forget()
    offer.look()
    assert not offer.is_offered
    clipboard(f"{ONE}。")
    assert offer.is_offered


def test_nobody_looks_while_nobody_sees(
    offer: ClipboardOffer, clipboard: Callable[[str], None]
) -> None:
    offer.hide()
    clipboard(ONE)
    assert not offer.is_offered
    offer.show()
    assert offer.is_offered
