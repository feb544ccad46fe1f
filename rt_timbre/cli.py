"""The command line: ``rt-timbre``."""

import argparse
import os
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
        status = command(options)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except TimbreError as error:
        print(f"rt-timbre: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what is said has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the interpreter tries once more when it ends
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rt-timbre", description="Play generative timbre spaces in real time over OSC."
    )
    parser.add_argument("--version", action="version", version=f"rt-timbre {__version__}")
    commands = Commands(parser)
    for module in _MODULES:
        module.register(commands)
    return parser
