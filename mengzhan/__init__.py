"""蒙站: an offline tool for employment-service stations in Inner Mongolia.

Imports go one way: ``model <- rules <- store <- sheets, package <- office <- prints <- ui <- cli``.
Each package says in its first lines what belongs there and what does not.
"""

__version__ = "0.1.0"
