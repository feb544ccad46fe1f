"""The command line: ``rt-timbre``."""

import argparse
import sys
from collections.abc import Sequence

from rt_timbre import __version__
from rt_timbre.commands import bench, encode, follow, layout, listings, monitor, paths, serve, sounds
from rt_timbre.commands.arguments import Command, Commands
from rt_timbre.errors import TimbreError

_MODULES = (
    serve,
    sounds,
    encode,
    paths,
    follow,
    bench,
    monitor,
    layout,
    listings,
)
"""In the order of the help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0, or 1 after one line that says what is wrong."""
    options = _parser().parse_args(arguments)
    try:
        command: Command = options.command
        return command(options)
    except TimbreError as error:
        print(f"rt-timbre: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rt-timbre", description="Play generative timbre spaces in real time over OSC."
    )
    parser.add_argument("--version", action="version", version=f"rt-timbre {__version__}")
    commands = Commands(parser)
    for module in _MODULES:
        module.register(commands)
    return parser
