"""Commands that play paths and control files: ``rt-timbre render``, ``gallery``, ``play`` and ``demo``."""

import argparse
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from rt_timbre.commands.arguments import DEFAULT_SPACE, Commands, add_space, number
from rt_timbre.errors import OutputError, TimbreError
from rt_timbre.phase import NAMES, OFFLINE_NAMES, QUALITIES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rt_timbre.space_store import LoadedSpace


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    render = commands.add("render", _render, "Play a path or a control file into a sound file.")
    render.add_argument("file", type=Path, metavar="FILE", help="NAME.path.json is a path, all else a control file")
    render.add_argument(
        "-o", "--out", type=Path, required=True, metavar="OUT", help="sound file to write, .wav (32-bit float) or .flac"
    )
    add_space(render)
    method = render.add_mutually_exclusive_group()
    method.add_argument(
        "--quality",
        choices=QUALITIES,
        help="by which phase method: the space's default, the best that lags behind, the best at leisure",
    )
    method.add_argument(
        "--phase",
        choices=(*NAMES, *OFFLINE_NAMES),
        metavar="METHOD",
        help=f"how frames become sound: as of serve, or {' or '.join(OFFLINE_NAMES)}, at leisure",
    )
    render.add_argument(
        "--pitch",
        type=number(float, 0.0, 127.0),
        metavar="NOTE",
        help="MIDI note for a path (default: its own pitches, or the space's reference pitch)",
    )
    render.add_argument(
        "--figure", type=Path, metavar="PICTURE", help="draw the spectrogram, and what a path does, into this picture"
    )
    render.add_argument(
        "--video",
        type=Path,
        metavar="FILM",
        help="show a path's way and spectrum in this film, .mp4 (by ffmpeg) or .gif",
    )

    gallery = commands.add(
        "gallery", _gallery, "Make a page of sounds and pictures: ways from instrument to instrument through a space."
    )
    gallery.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="folder to make it in")
    add_space(gallery)

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
    from rt_timbre.audiofile import check_suffix
    from rt_timbre.paths.path_file import SUFFIX
    from rt_timbre.phase.methods import of_quality
    from rt_timbre.space_store import open_space

    check_suffix(options.out)
    loaded = open_space(options.space)
    phase = of_quality(options.quality, loaded.space.transform) if options.quality else options.phase
    play = _render_path if options.file.name.endswith(SUFFIX) else _render_control_file
    play(options, loaded, phase)
    return 0


def _render_control_file(options: argparse.Namespace, loaded: "LoadedSpace", phase: str | None) -> None:
    from rt_timbre.controlfile import read_control_file
    from rt_timbre.errors import ControlFileError
    from rt_timbre.pictures.drawing import spectrogram
    from rt_timbre.render import render

    for name in ("pitch", "video"):
        if getattr(options, name) is not None:
            raise ControlFileError(f"{options.file} is a control file; --{name} is for a path, NAME.path.json")
    header, events = read_control_file(options.file)
    _check_space(options.file, header.space, options.space, loaded.sha256)
    sound = render(loaded.space, header, events, options.file, phase)
    _write(options.out, sound, header.rate)
    if options.figure is not None:
        spectrogram(sound, header.rate, options.figure, options.file.name)


def _render_path(options: argparse.Namespace, loaded: "LoadedSpace", phase: str | None) -> None:
    from rt_timbre.paths.path_file import name_of, read_path
    from rt_timbre.pictures.paths import path_figure
    from rt_timbre.pictures.videos import path_video
    from rt_timbre.render import RATE, render_path

    space = loaded.space
    path = read_path(options.file, space.dimension)
    if path.space is not None and path.space.sha256 != loaded.sha256:
        print(
            f"{options.file} was made in another space, {path.space.name}; here it may sound otherwise", file=sys.stderr
        )
    path = path if options.pitch is None else path.at_pitch(options.pitch)
    sound = render_path(space, path, phase=phase)
    _write(options.out, sound, RATE)
    if options.figure is not None:
        path_figure(space, path, sound, RATE, options.figure, name_of(options.file))
    if options.video is not None:
        path_video(space, path, sound, RATE, options.video, name_of(options.file))


def _write(out: Path, sound: "NDArray[np.float32]", rate: int) -> None:
    from rt_timbre.audiofile import write_audio

    write_audio(out, sound, rate)
    print(f"{out}: {sound.shape[0] / rate:.2f} s, {rate} Hz, 2 channels")


def _gallery(options: argparse.Namespace) -> int:
    from rt_timbre.pictures.gallery import PAGE, make_gallery
    from rt_timbre.space_store import open_space

    count = make_gallery(
        open_space(options.space), options.out, options.space, lambda line: print(line, file=sys.stderr, flush=True)
    )
    print(f"{options.out / PAGE}: {count} sounds; open it in a browser")
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
    from rt_timbre.pictures.drawing import spectrogram
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
