import pytest

from mengzhan.ui.colours import DARK, LIGHT, TONES, Colours, contrast


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(colours: Colours) -> None:
    weak = {pair: contrast(*pair) for pair in colours.text_pairs() if contrast(*pair) < 4.5}
    assert weak == {}


def test_contrast_follows_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_tone_has_ink_and_tint() -> None:
    assert all(
        colours.ink(tone) != colours.tint(tone) for tone in TONES for colours in (LIGHT, DARK)
    )
