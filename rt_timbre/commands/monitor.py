"""``rt-timbre monitor``."""

import argparse
import re

from rt_timbre.commands.arguments import DEFAULT_PORT, Commands


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    monitor = commands.add("monitor", _monitor, "Show how a running server does, here or elsewhere on the network.")
    monitor.add_argument(
        "server",
        nargs="?",
        type=_server,
        default=("127.0.0.1", DEFAULT_PORT),
        metavar="HOST[:PORT]",
        help=f"where it listens to OSC (default: 127.0.0.1:{DEFAULT_PORT})",
    )


def _server(text: str) -> tuple[str, int]:
    """Read HOST, HOST:PORT, [IPV6] or [IPV6]:PORT."""
    found = re.fullmatch(r"(?:\[([^][]+)\]|([^][:]+)|([^][]*:[^][]*:[^][]*))(?::(\d{1,5}))?", text)
    port = int(found[4]) if found and found[4] else DEFAULT_PORT
    if not found or not 0 < port < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST or HOST:PORT, such as 192.168.1.20:{DEFAULT_PORT}")
    return found[1] or found[2] or found[3], port


def _monitor(options: argparse.Namespace) -> int:
    from rt_timbre.monitor import monitor

    return monitor(*options.server)
