"""A sandbox for templates that users edit: names, conditions and loops over what is given."""

from typing import Any

from jinja2 import DictLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = ("default", "d", "join", "replace", "trim", "upper")


class Sandbox(ImmutableSandboxedEnvironment):
    """Nothing can be called and nothing computed, so that no template can run for ever or fill the
    memory; a name that is not given is an error, and values are escaped."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, loader=DictLoader({}))
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is."""
        return False

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse to compute."""
        raise SecurityError(operator)
