"""Commands that make paths of sounds: ``rt-timbre encode`` and ``transfer``."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rt_timbre.commands.arguments import Commands, add_space
from rt_timbre.phase import QUALITIES

if TYPE_CHECKING:
    from rt_timbre.encoding.encode import Encoding
    from rt_timbre.space_store import LoadedSpace


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    encode = commands.add("encode", _encode, "Turn a recording into a path through a space.")
    encode.add_argument("file", type=Path, metavar="FILE", help="sound file")
    add_space(encode)
    encode.add_argument(
        "-o",
        "--out",
        metavar="NAME|FILE",
        help="where to write the path: FILE.path.json, or the NAME of one among the user's data (default: a file named "
        "as the sound)",
    )

    transfer = commands.add(
        "transfer", _transfer, "Play a recording by the timbres of a space: its pitch and its loudness stay."
    )
    transfer.add_argument("file", type=Path, metavar="FILE", help="sound file")
    transfer.add_argument(
        "-o", "--out", type=Path, required=True, metavar="OUT", help="sound file to write, .wav (32-bit float) or .flac"
    )
    add_space(transfer)
    transfer.add_argument(
        "--quality",
        choices=QUALITIES,
        default="live",
        help="by which phase method, as of render (default: %(default)s)",
    )


def _encode(options: argparse.Namespace) -> int:
    from rt_timbre.encoding.encode import Encoding
    from rt_timbre.encoding.recording_file import RecordingFile
    from rt_timbre.path_store import file_to_write
    from rt_timbre.paths.path_file import SUFFIX, PathWriter
    from rt_timbre.presets.preset import SpaceKey
    from rt_timbre.space_store import open_space

    out = file_to_write(options.out or f"{options.file.stem}{SUFFIX}")
    loaded = open_space(options.space)
    space = loaded.space
    key = SpaceKey(name=space.name, sha256=loaded.sha256)
    # What cannot be written is told before hours of work.
    with PathWriter(out, space.dimension, pitched=True, with_gains=True, space=key) as writer:
        encoding = Encoding(RecordingFile(options.file), space, _tell_progress)
        _tell_pitch(options.file, encoding, loaded)
        for points in encoding.points():
            writer.append(*points)
    print(f"{out}: {encoding.times.size} points, {encoding.times[-1]:.2f} s, in the space {space.name}")
    return 0


def _transfer(options: argparse.Namespace) -> int:
    from rt_timbre.audiofile import check_suffix, write_audio
    from rt_timbre.encoding.encode import Encoding
    from rt_timbre.encoding.recording_file import RecordingFile
    from rt_timbre.phase.methods import of_quality
    from rt_timbre.render import RATE, check_duration, render_path
    from rt_timbre.space_store import open_space

    check_suffix(options.out)
    loaded = open_space(options.space)
    phase = of_quality(options.quality, loaded.space.transform)
    recording = RecordingFile(options.file)
    check_duration(recording.seconds, phase)
    encoding = Encoding(recording, loaded.space, _tell_progress)
    _tell_pitch(options.file, encoding, loaded)
    sound = render_path(loaded.space, encoding.path(), phase=phase)
    write_audio(options.out, sound, RATE)
    print(f"{options.out}: {sound.shape[0] / RATE:.2f} s, {RATE} Hz, 2 channels, in the space {loaded.space.name}")
    return 0


def _tell_pitch(file: Path, encoding: "Encoding", loaded: "LoadedSpace") -> None:
    if not encoding.pitched:
        pitch = loaded.space.reference_pitch
        print(f"{file} has no pitch that could be followed; it is taken for MIDI {pitch:g}", file=sys.stderr)


def _tell_progress(what: str, done: float, total: float) -> None:
    """Say on standard error how far a recording is read, in one line for each time that it is."""
    end = "\n" if done >= total else ""
    print(f"\r{what}: {done:.0f} of {total:.0f} s", end=end, file=sys.stderr, flush=True)
