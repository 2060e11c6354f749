"""How this user likes the screen: kept outside the data, because it applies before unlocking."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import get_args

from mengzhan.model.problem import UserError
from mengzhan.store.atomic import private_folder, write_atomic
from mengzhan.store.errors import named_errors
from mengzhan.ui.theme import LARGE_TYPE_FACTORS, Scheme, theme
from mengzhan.ui.words import LANGUAGES, SOURCE_LANGUAGE, use_language


@dataclass(frozen=True)
class Preferences:
    """Light or dark, the size of type, the language, and minutes until the screen locks."""

    scheme: Scheme = "system"
    factor: float = 1.0
    language: str = SOURCE_LANGUAGE
    lock_minutes: int = 10

    def apply_look(self) -> None:
        """Put colours and sizes on the running application."""
        theme().apply(self.scheme, self.factor)

    def apply(self) -> None:
        """Put everything on the application; windows that exist keep their words."""
        use_language(self.language)
        self.apply_look()


class PreferenceFile:
    """Where the preferences are kept. What cannot be read counts as never chosen."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or _default_path()

    def read(self) -> Preferences:
        """Return what was chosen last."""
        try:
            with named_errors():
                found = json.loads(self._path.read_bytes()) if self._path.exists() else {}
            return _sound(Preferences(**found))
        except (UserError, ValueError, TypeError):
            return Preferences()

    def change(self, **choice: object) -> Preferences:
        """Keep a choice and return all of them.

        Raises:
            StoreError: it could not be written.
        """
        changed = replace(self.read(), **choice)  # type: ignore[arg-type]
        private_folder(self._path.parent)
        write_atomic(self._path, json.dumps(asdict(changed)).encode())
        return changed


def _sound(found: Preferences) -> Preferences:
    """Give up values that this version does not offer."""
    known = (
        found.scheme in get_args(Scheme)
        and found.factor in LARGE_TYPE_FACTORS
        and found.language in LANGUAGES
        and 1 <= found.lock_minutes <= 120
    )
    return found if known else Preferences()


def _default_path() -> Path:
    import platformdirs

    return platformdirs.user_config_path("mengzhan", appauthor=False) / "screen.json"
