"""``rt-timbre layout``."""

import argparse
import json
from pathlib import Path

from rt_timbre.commands.arguments import Commands, add_space, number
from rt_timbre.errors import LayoutError


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    surfaces = commands.group("layout", "Make a control surface.", "WHAT")
    text = "A session for Open Stage Control, with a widget for every address of a space."
    surface = surfaces.add("open-stage-control", _layout_open_stage_control, text)
    add_space(surface)
    surface.add_argument(
        "--voices",
        type=number(int, 1, 64),
        default=4,
        metavar="N",
        help="tabs for 1 to 64 voices (default: %(default)s)",
    )
    surface.add_argument("-o", "--out", type=Path, required=True, metavar="FILE", help="session file to write, .json")


def _layout_open_stage_control(options: argparse.Namespace) -> int:
    from rt_timbre.layout import open_stage_control
    from rt_timbre.space_store import open_space
    from rt_timbre.whole_file import write_whole

    session = open_stage_control(open_space(options.space).space, options.voices)
    try:
        write_whole(options.out, json.dumps(session, indent=1, ensure_ascii=False).encode())
    except OSError as error:
        raise LayoutError(f"{options.out} cannot be written: {error.strerror}") from None
    print(f"{options.out}: {options.voices} voices; open-stage-control --send 127.0.0.1:57130 --load {options.out}")
    return 0
