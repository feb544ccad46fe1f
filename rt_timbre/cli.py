"""The command line: ``rt-timbre``."""

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

from rt_timbre import __version__
from rt_timbre.errors import LayoutError, MidiError, OutputError, TimbreError
from rt_timbre.phase import NAMES, OFFLINE_NAMES

DEFAULT_SPACE = "orchestra"
DEFAULT_PORT = 57130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0, or 1 after one line that says what is wrong."""
    options = _parser().parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except TimbreError as error:
        print(f"rt-timbre: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _number(kind: type[int] | type[float], low: float, high: float) -> Callable[[str], float]:
    """Make a parser of a number that says what it wants when it does not get it."""

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


def _latency(text: str) -> str | float:
    if text in ("low", "normal", "safe"):
        return text
    try:
        return _number(float, 1.0, 1000.0)(text)
    except argparse.ArgumentTypeError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is neither low, normal, safe nor milliseconds from 1 to 1000"
        ) from None


def _server(text: str) -> tuple[str, int]:
    """Read HOST, HOST:PORT, [IPV6] or [IPV6]:PORT."""
    found = re.fullmatch(r"(?:\[([^][]+)\]|([^][:]+)|([^][]*:[^][]*:[^][]*))(?::(\d{1,5}))?", text)
    port = int(found[4]) if found and found[4] else DEFAULT_PORT
    if not found or not 0 < port < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST or HOST:PORT, such as 192.168.1.20:{DEFAULT_PORT}")
    return found[1] or found[2] or found[3], port


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rt-timbre", description="Play generative timbre spaces in real time over OSC."
    )
    parser.add_argument("--version", action="version", version=f"rt-timbre {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, function: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=function)
        return command

    serve = add("serve", _serve, "Listen to OSC and play.")
    serve.add_argument(
        "--space", default=DEFAULT_SPACE, metavar="NAME|FILE", help="timbre space (default: %(default)s)"
    )
    serve.add_argument(
        "--audio", choices=("jack", "portaudio", "none"), help="output (default: JACK if it runs, else portaudio)"
    )
    serve.add_argument("--device", metavar="NAME", help="portaudio output, by name or number; see rt-timbre devices")
    serve.add_argument(
        "--voices", type=_number(int, 1, 64), default=16, metavar="N", help="1 to 64 (default: %(default)s)"
    )
    serve.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="interface to listen on (default: %(default)s)"
    )
    serve.add_argument(
        "--port",
        type=_number(int, 0, 65535),
        default=DEFAULT_PORT,
        metavar="N",
        help="UDP port, 0 for any free one (default: %(default)s)",
    )
    serve.add_argument(
        "--query-port",
        type=_number(int, 0, 65535),
        metavar="N",
        help="TCP port of OSCQuery, 0 for any free one (default: 57131, or any if it is taken)",
    )
    serve.add_argument(
        "--no-discovery", dest="discovery", action="store_false", help="do not announce the server by zeroconf"
    )
    serve.add_argument(
        "--rate",
        type=int,
        choices=(44100, 48000),
        default=48000,
        help="samples per second, where the output does not fix it (default: %(default)s)",
    )
    serve.add_argument(
        "--block",
        type=int,
        choices=(64, 128, 256, 512, 1024),
        default=128,
        help="frames per block, where the output does not fix it (default: %(default)s)",
    )
    serve.add_argument(
        "--latency",
        type=_latency,
        default="normal",
        metavar="low|normal|safe|MS",
        help="lead of the sound over the output (default: %(default)s)",
    )
    serve.add_argument(
        "--seed",
        type=_number(int, 0, 2**32 - 1),
        default=0,
        metavar="N",
        help="seed of the random phases (default: %(default)s)",
    )

    serve.add_argument(
        "--phase",
        choices=NAMES,
        metavar="METHOD",
        help=f"how frames become sound: {', '.join(NAMES)} (default: the space's best)",
    )
    serve.add_argument(
        "--recordings", type=Path, metavar="DIR", help="where /record puts its files (default: among the user's data)"
    )
    serve.add_argument("--log", type=Path, metavar="FILE", help="write what is played into a new control file")

    serve.add_argument(
        "--json", action="store_true", help="say all on standard output as one JSON object a line, each second"
    )

    serve.add_argument(
        "--midi",
        nargs="?",
        action="append",
        const="",
        metavar="NAME",
        help="play what MIDI ports receive: those with NAME in their names, or all; can be repeated",
    )
    serve.add_argument("--mpe", action="store_true", help="take every MIDI port for an MPE controller from the start")

    render = add("render", _render, "Play a control file into a sound file.")
    render.add_argument("file", type=Path, metavar="FILE", help="control file")
    render.add_argument(
        "-o", "--out", type=Path, required=True, metavar="OUT", help="sound file to write, .wav (32-bit float) or .flac"
    )
    render.add_argument(
        "--space", default=DEFAULT_SPACE, metavar="NAME|FILE", help="timbre space (default: %(default)s)"
    )

    render.add_argument(
        "--phase",
        choices=(*NAMES, *OFFLINE_NAMES),
        metavar="METHOD",
        help=f"how frames become sound: as of serve, or {' or '.join(OFFLINE_NAMES)}, at leisure",
    )

    play = add("play", _play, "Play a control file through the sound device.")
    play.add_argument("file", type=Path, metavar="FILE", help="control file")
    play.add_argument("--space", default=DEFAULT_SPACE, metavar="NAME|FILE", help="timbre space (default: %(default)s)")

    demo = add(
        "demo", _demo, "Half a minute of the orchestra space, to the sound device if there is one, else to a file."
    )
    demo.add_argument("-o", "--out", type=Path, metavar="OUT", help="do not play, write this sound file")

    bench = commands.add_parser("bench", help="Measure on this machine.", description="Measure on this machine.")
    measures = bench.add_subparsers(required=True, metavar="WHAT")
    text = "All phase methods on the same frames, or the oscillator bank on a folder of recordings."
    phase = measures.add_parser("phase", help=text, description=text)
    phase.set_defaults(command=_bench_phase)
    phase.add_argument(
        "sounds", type=Path, nargs="*", metavar="WAV", help="sound files to take frames from (default: the space's own)"
    )
    phase.add_argument(
        "--space", default=DEFAULT_SPACE, metavar="NAME|FILE", help="timbre space (default: %(default)s)"
    )
    phase.add_argument("-o", "--out", type=Path, metavar="PICTURE", help="draw the table, too")
    phase.add_argument(
        "--corpus", type=Path, metavar="DIR", help="play the notes that DIR/metadata.csv lists by the bank instead"
    )
    phase.add_argument(
        "--limit", type=_number(int, 1, 10**6), metavar="N", help="notes of each instrument of the corpus"
    )

    monitor = add("monitor", _monitor, "Show how a running server does, here or elsewhere on the network.")
    monitor.add_argument(
        "server",
        nargs="?",
        type=_server,
        default=("127.0.0.1", DEFAULT_PORT),
        metavar="HOST[:PORT]",
        help=f"where it listens to OSC (default: 127.0.0.1:{DEFAULT_PORT})",
    )

    layout = commands.add_parser("layout", help="Make a control surface.", description="Make a control surface.")
    surfaces = layout.add_subparsers(required=True, metavar="WHAT")
    text = "A session for Open Stage Control, with a widget for every address of a space."
    surface = surfaces.add_parser("open-stage-control", help=text, description=text)
    surface.set_defaults(command=_layout_open_stage_control)
    surface.add_argument(
        "--space", default=DEFAULT_SPACE, metavar="NAME|FILE", help="timbre space (default: %(default)s)"
    )
    surface.add_argument(
        "--voices",
        type=_number(int, 1, 64),
        default=4,
        metavar="N",
        help="tabs for 1 to 64 voices (default: %(default)s)",
    )
    surface.add_argument("-o", "--out", type=Path, required=True, metavar="FILE", help="session file to write, .json")

    add("spaces", _spaces, "List the timbre spaces at hand.")
    info = add("info", _info, "Describe a timbre space.")
    info.add_argument("space", metavar="NAME|FILE", help="timbre space")
    add("devices", _devices, "List the sound outputs and the MIDI inputs.")
    return parser


def _serve(options: argparse.Namespace) -> int:
    from rt_timbre.server import ServeOptions, serve

    return serve(
        ServeOptions(
            space=options.space,
            audio=options.audio,
            device=options.device,
            voices=options.voices,
            host=options.host,
            port=options.port,
            rate=options.rate,
            block=options.block,
            latency=options.latency,
            seed=options.seed,
            phase=options.phase,
            json=options.json,
            recordings=options.recordings,
            log=options.log,
            query_port=options.query_port,
            discovery=options.discovery,
            midi=None if options.midi is None else tuple(name for name in options.midi if name),
            mpe=options.mpe,
        )
    )


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


def _bench_phase(options: argparse.Namespace) -> int:
    from rt_timbre.benchmarks import corpus, methods
    from rt_timbre.space_store import open_space

    if options.corpus is not None:
        notes = corpus.list_notes(options.corpus, options.limit)

        def done(count: int, total: int) -> None:
            print(f"\r{count} of {total} notes", end="" if count < total else "\n", file=sys.stderr, flush=True)

        print(corpus.table(corpus.measure_corpus(notes, os.cpu_count() or 1, done)))
        return 0
    space = open_space(options.space).space
    if options.sounds:
        examples = [methods.file_example(path, space.transform) for path in options.sounds]
    else:
        examples = methods.space_examples(space)
    peers = True
    try:
        methods.check_peers()
    except TimbreError as error:
        print(error, file=sys.stderr)
        peers = False
    results = methods.measure(
        space.transform, examples, peers=peers, progress=lambda name: print(f"{name} …", file=sys.stderr, flush=True)
    )
    print(f"Frames of {space.transform.kind}, {space.transform.rate} Hz: {', '.join(e.name for e in examples)}\n")
    print(methods.table(results))
    if options.out is not None:
        methods.draw(results, options.out)
        print(f"\n{options.out}: the table, drawn")
    return 0


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


def _monitor(options: argparse.Namespace) -> int:
    from rt_timbre.monitor import monitor

    return monitor(*options.server)


def _spaces(_: argparse.Namespace) -> int:
    from rt_timbre.space_store import list_spaces

    for entry in list_spaces():
        print(f"{entry.name:<16} {entry.error or entry.title}  ({entry.origin}: {entry.path})")
    return 0


def _info(options: argparse.Namespace) -> int:
    from rt_timbre.card import card
    from rt_timbre.space_store import open_space

    loaded = open_space(options.space)
    print(card(loaded.space, loaded.sha256))
    return 0


def _devices(_: argparse.Namespace) -> int:
    from rt_timbre.midi_ports import inputs
    from rt_timbre.supervisor import outputs

    for line in outputs():
        print(line)
    try:
        for name in inputs():
            print(f"midi: {name}")
    except MidiError as error:
        print(f"midi: none; {error}")
    return 0
