"""The colours of the screens, light and dark, and how well one is read on another."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "accent", "amber", "red", "blue"]
"""What a coloured word means: nothing special, good or mine, soon, overdue or wrong, other."""

TONES: tuple[Tone, ...] = ("plain", "accent", "amber", "red", "blue")


@dataclass(frozen=True)
class Colours:
    """One scheme, as ``#RRGGBB``. A ``_tint`` is the ground of a word in that colour."""

    dark: bool
    ground: str
    panel: str
    field: str
    line: str
    edge: str
    text: str
    grey: str
    plain_tint: str
    accent: str
    accent_tint: str
    on_accent: str
    accent_pressed: str
    amber: str
    amber_tint: str
    red: str
    red_tint: str
    blue: str
    blue_tint: str

    def ink(self, tone: Tone) -> str:
        """The colour of a word with this tone."""
        return str(getattr(self, "grey" if tone == "plain" else tone))

    def tint(self, tone: Tone) -> str:
        """The ground below such a word."""
        return str(getattr(self, f"{tone}_tint"))

    def text_pairs(self) -> list[tuple[str, str]]:
        """Every pair of text colour and ground that the screens use."""
        grounds = (self.ground, self.panel, self.field, self.accent_tint)
        pairs = [(ink, ground) for ink in (self.text, self.grey) for ground in grounds]
        pairs += [(self.ink(tone), self.tint(tone)) for tone in TONES]
        pairs += [(self.ink(tone), self.panel) for tone in TONES]
        pairs += [(self.ink(tone), self.ground) for tone in TONES]
        pairs += [(self.text, self.tint(tone)) for tone in TONES]
        return [*pairs, (self.on_accent, self.accent), (self.on_accent, self.accent_pressed)]


LIGHT = Colours(
    dark=False,
    ground="#F6F7F5",
    panel="#FFFFFF",
    field="#FAFBF9",
    line="#E3E6E1",
    edge="#CDD3CD",
    text="#1E2723",
    grey="#5C6661",
    plain_tint="#EEF0EC",
    accent="#0E6B57",
    accent_tint="#E4F1ED",
    on_accent="#FFFFFF",
    accent_pressed="#0A5444",
    amber="#8A5A0C",
    amber_tint="#FBF2DF",
    red="#B3372F",
    red_tint="#FBEAE8",
    blue="#2B5C9E",
    blue_tint="#E7EEF8",
)

DARK = Colours(
    dark=True,
    ground="#161B19",
    panel="#1E2523",
    field="#232B28",
    line="#313A36",
    edge="#46514C",
    text="#E8EEEA",
    grey="#A3AFA9",
    plain_tint="#2A322F",
    accent="#4FBF9F",
    accent_tint="#1F3A33",
    on_accent="#0F1A16",
    accent_pressed="#6BCFB3",
    amber="#E0AC4E",
    amber_tint="#3A2F1A",
    red="#F08D84",
    red_tint="#402422",
    blue="#8DB4EA",
    blue_tint="#20304A",
)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
