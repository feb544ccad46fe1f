"""What the commands' arguments have in common."""

import argparse
from collections.abc import Callable
from typing import TypeAlias

DEFAULT_SPACE = "orchestra"
DEFAULT_PORT = 57130

Command: TypeAlias = Callable[[argparse.Namespace], int]
"""What runs a command: it takes the arguments and returns the exit status."""


class Commands:
    """Commands at one level of the command line.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser of the level.
    metavar : str
        What its help calls a command.
    """

    def __init__(self, parser: argparse.ArgumentParser, metavar: str = "COMMAND") -> None:
        self._commands = parser.add_subparsers(required=True, metavar=metavar)

    def add(self, name: str, function: Command, text: str) -> argparse.ArgumentParser:
        """Add a command.

        Parameters
        ----------
        name : str
            What the user writes.
        function : callable
            What runs it.
        text : str
            One sentence for its help.

        Returns
        -------
        argparse.ArgumentParser
            Its parser, to add arguments to.
        """
        parser = self._commands.add_parser(name, help=text, description=text)
        parser.set_defaults(command=function)
        return parser

    def group(self, name: str, text: str, metavar: str) -> "Commands":
        """Add a command that has commands of its own, which its help calls `metavar`."""
        return Commands(self._commands.add_parser(name, help=text, description=text), metavar)


def number(kind: type[int] | type[float], low: float, high: float) -> Callable[[str], float]:
    """Make a parser of a number that says what it wants when it does not get it.

    Parameters
    ----------
    kind : type
        int or float.
    low, high : float
        Range of what is taken, both ends included.

    Returns
    -------
    callable
        The `type` of an argument: it takes the text and returns the number.
    """

    def parse(text: str) -> float:
        try:
            value = kind(text)
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            noun = "a whole number" if kind is int else "a number"
            raise argparse.ArgumentTypeError(f"{text!r} is not {noun} from {low:g} to {high:g}")
        return value

    return parse


def add_space(parser: argparse.ArgumentParser) -> None:
    """Add the argument ``--space``."""
    parser.add_argument(
        "--space", default=DEFAULT_SPACE, metavar="NAME|FILE", help="timbre space (default: %(default)s)"
    )
