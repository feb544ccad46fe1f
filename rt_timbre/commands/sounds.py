"""Commands that play control files: ``rt-timbre render``, ``play`` and ``demo``."""

import argparse
from importlib import resources
from pathlib import Path

from rt_timbre.commands.arguments import DEFAULT_SPACE, Commands, add_space
from rt_timbre.errors import OutputError, TimbreError
from rt_timbre.phase import NAMES, OFFLINE_NAMES


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    render = commands.add("render", _render, "Play a control file into a sound file.")
    render.add_argument("file", type=Path, metavar="FILE", help="control file")
    render.add_argument(
        "-o", "--out", type=Path, required=True, metavar="OUT", help="sound file to write, .wav (32-bit float) or .flac"
    )
    add_space(render)
    render.add_argument(
        "--phase",
        choices=(*NAMES, *OFFLINE_NAMES),
        metavar="METHOD",
        help=f"how frames become sound: as of serve, or {' or '.join(OFFLINE_NAMES)}, at leisure",
    )

    play = commands.add("play", _play, "Play a control file through the sound device.")
    play.add_argument("file", type=Path, metavar="FILE", help="control file")
    add_space(play)

    demo = commands.add(
        "demo", _demo, "Half a minute of the orchestra space, to the sound device if there is one, else to a file."
    )
    demo.add_argument("-o", "--out", type=Path, metavar="OUT", help="do not play, write this sound file")


def _check_space(file: Path, wanted: str | None, space: str, sha256: str) -> None:
    """Refuse to play a control file in another space than it was made for."""
    from rt_timbre.errors import ControlFileError

    if wanted not in (None, sha256):
        raise ControlFileError(
            f"{file}:1: made for the space with sha256 {wanted}, but {space} has "
            f"{sha256}; give the right one by --space"
        )


def _render(options: argparse.Namespace) -> int:
    from rt_timbre.audiofile import write_audio
    from rt_timbre.controlfile import read_control_file
    from rt_timbre.render import render
    from rt_timbre.space_store import open_space

    header, events = read_control_file(options.file)
    loaded = open_space(options.space)
    _check_space(options.file, header.space, options.space, loaded.sha256)
    sound = render(loaded.space, header, events, options.file, options.phase)
    write_audio(options.out, sound, header.rate)
    print(f"{options.out}: {sound.shape[0] / header.rate:.2f} s, {header.rate} Hz, 2 channels")
    return 0


def _play(options: argparse.Namespace) -> int:
    from rt_timbre.controlfile import read_control_file
    from rt_timbre.server import ServeOptions, serve
    from rt_timbre.space_store import open_space

    header, _ = read_control_file(options.file)
    _check_space(options.file, header.space, options.space, open_space(options.space).sha256)
    return serve(
        ServeOptions(
            space=options.space,
            port=0,
            voices=header.voices,
            rate=header.rate,
            seed=header.seed,
            phase=header.phase,
            script=options.file,
        )
    )


def _demo(options: argparse.Namespace) -> int:
    from rt_timbre.audiofile import write_audio
    from rt_timbre.controlfile import read_control_file
    from rt_timbre.pictures import spectrogram
    from rt_timbre.render import render
    from rt_timbre.server import ServeOptions, serve
    from rt_timbre.space_store import open_space

    with resources.as_file(resources.files("rt_timbre") / "demo.control") as file:
        out = options.out
        if out is None:
            try:
                return serve(ServeOptions(space=DEFAULT_SPACE, port=0, script=file))
            except OutputError as error:
                out = Path("demo.wav")
                print(f"{error}\nSo the demo is rendered into {out} instead.", flush=True)
        header, events = read_control_file(file)
        sound = render(open_space(DEFAULT_SPACE).space, header, events, file)
    write_audio(out, sound, header.rate)
    print(f"{out}: {sound.shape[0] / header.rate:.1f} s")
    picture = out.with_suffix(".png")
    try:
        spectrogram(sound, header.rate, picture, "rt-timbre demo: the orchestra space")
        print(f"{picture}: its spectrogram")
    except TimbreError as error:  # the sound is there; a picture is an extra
        print(f"no picture: {error}")
    return 0
