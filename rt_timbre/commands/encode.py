"""Commands that make paths of sounds: ``rt-timbre encode`` and ``transfer``."""

import argparse
import sys
from pathlib import Path

from rt_timbre.commands.arguments import Commands, add_space


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    encode = commands.add("encode", _encode, "Turn a recording into a path through a space.")
    encode.add_argument("file", type=Path, metavar="FILE", help="sound file")
    add_space(encode)
    encode.add_argument(
        "-o", "--out", type=Path, metavar="PATH", help="file to write, NAME.path.json (default: named as the sound)"
    )


def _encode(options: argparse.Namespace) -> int:
    from rt_timbre.encode import encode_file
    from rt_timbre.errors import EncodeError
    from rt_timbre.paths.path_file import SUFFIX
    from rt_timbre.presets import SpaceKey
    from rt_timbre.space_store import open_space

    out = options.out or Path(f"{options.file.stem}{SUFFIX}")
    if not out.name.endswith(SUFFIX):
        raise EncodeError(f"{out} must end in {SUFFIX}")
    loaded = open_space(options.space)
    key = SpaceKey(name=loaded.space.name, sha256=loaded.sha256)
    encoding = encode_file(options.file, out, loaded.space, key, tell_progress)
    if not encoding.pitched:
        print(
            f"{options.file} has no pitch that could be followed; it is taken for "
            f"MIDI {loaded.space.reference_pitch:g}",
            file=sys.stderr,
        )
    print(f"{out}: {encoding.times.size} points, {encoding.times[-1]:.2f} s, in the space {loaded.space.name}")
    return 0


def tell_progress(what: str, done: float, total: float) -> None:
    """Say on standard error how far a recording is read, in one line for each time that it is."""
    end = "\n" if done >= total else ""
    print(f"\r{what}: {done:.0f} of {total:.0f} s", end=end, file=sys.stderr, flush=True)
