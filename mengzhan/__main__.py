"""Lets ``python -m mengzhan`` do what the ``mengzhan`` command does."""

from mengzhan.cli import main

if __name__ == "__main__":
    main()
