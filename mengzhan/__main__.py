"""Where the program starts: ``python -m mengzhan``, the ``mengzhan`` command and the bundle.

The child that reads workbooks imports this module again, so it imports nothing heavy by itself.
"""

import multiprocessing


def main() -> None:
    """Run the command line, or, in a bundle, the child process that this start is meant for."""
    multiprocessing.freeze_support()
    from mengzhan.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
