"""Commands that tell what is there: ``rt-timbre spaces``, ``info`` and ``devices``."""

import argparse

from rt_timbre.commands.arguments import Commands
from rt_timbre.errors import MidiError


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    commands.add("spaces", _spaces, "List the timbre spaces at hand.")
    info = commands.add("info", _info, "Describe a timbre space.")
    info.add_argument("space", metavar="NAME|FILE", help="timbre space")
    info.add_argument("--axes", action="store_true", help="what each macro axis does to each descriptor")
    commands.add("devices", _devices, "List the sound outputs and the MIDI inputs.")


def _spaces(_: argparse.Namespace) -> int:
    from rt_timbre.space_store import list_spaces

    for entry in list_spaces():
        print(f"{entry.name:<16} {entry.error or entry.title}  ({entry.origin}: {entry.path})")
    return 0


def _info(options: argparse.Namespace) -> int:
    from rt_timbre.card import axes_table, card
    from rt_timbre.space_store import open_space

    loaded = open_space(options.space)
    print(axes_table(loaded.space) if options.axes else card(loaded.space, loaded.sha256))
    return 0


def _devices(_: argparse.Namespace) -> int:
    from rt_timbre.audio.supervisor import outputs
    from rt_timbre.midi.ports import inputs

    for line in outputs():
        print(line)
    try:
        for name in inputs():
            print(f"midi: {name}")
    except MidiError as error:
        print(f"midi: none; {error}")
    return 0
