"""Chinese words of the core, marked for translation without Qt.

The core knows no Qt, so it cannot call ``tr()``. It marks its texts with a no-op that
``lupdate`` recognises by name; ui and cli translate them when they are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark ``text`` for translation in ``context`` (always ``"model"``) and return it as it is."""
    return text


@dataclass(frozen=True)
class Message:
    """A sentence for a person: a Chinese template and the values to put into it.

    The template uses ``str.format`` names. Display code translates the template first and
    fills it afterwards, so word order may differ between languages.
    """

    template: str
    params: Mapping[str, object] = field(default_factory=dict, repr=False)

    def __str__(self) -> str:
        return self.template.format(**self.params)
