"""What two places wrote differently, as values; pages show them and ask a person."""

from mengzhan.model.entry import Value
from mengzhan.model.fold import effective_sets
from mengzhan.store.reader import StoreReader


def rival_values(reader: StoreReader, record: str) -> dict[str, list[Value]]:
    """Return, for each hard field in conflict, the values that lost by time, newest first."""
    state = reader.state(record)
    if state is None or not state.rivals:
        return {}
    kind = reader.catalogue.get(state.kind)
    sets = effective_sets(reader.entries(record))
    found: dict[str, list[Value]] = {}
    for name, entries in state.rivals.items():
        if kind is not None and not kind.is_hard(name):
            continue
        standing = state.values.get(name)
        others = [sets[entry.mark].get(name) for entry in entries]
        found[name] = [
            value
            for place, value in enumerate(others)
            if value != standing and value not in others[:place]
        ]
    return {name: values for name, values in found.items() if values}
