"""To whom a data folder belongs, as its settings say: a station, or an office that receives."""

from typing import Any, Protocol

ROLE, OFFICE = "role", "office"
"""The setting that tells an office's folder from a station's, which has none."""

PLACE = "place"
"""The setting that holds code and name of the station or office at work."""


REPLICA, REPLICAS = "replica", "station_replicas"
"""The settings that tell under which id this copy of the database writes, and under which ids the
station's other computers do or this one did."""


class Settings(Protocol):
    """Whatever knows the settings of a data folder."""

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting."""


def is_office(settings: Settings) -> bool:
    """Whether the folder belongs to an office, where records are received and not sent."""
    return bool(settings.setting(ROLE) == OFFICE)


def own_station(settings: Settings) -> str:
    """Return the code of the station at work; empty at an office, which has everybody's records."""
    if is_office(settings):
        return ""
    return str((settings.setting(PLACE) or {}).get("code") or "")


def own_replicas(settings: Settings) -> frozenset[str]:
    """Return every replica under which the station at work writes; none at an office, and none where
    an office looks with a station's eyes: it knows them from its roster."""
    here = settings.setting(REPLICA)
    if is_office(settings) or not here:
        return frozenset()
    return frozenset((here, *(settings.setting(REPLICAS) or ())))
