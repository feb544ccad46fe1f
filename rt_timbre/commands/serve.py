"""``rt-timbre serve``."""

import argparse
from pathlib import Path

from rt_timbre.commands.arguments import DEFAULT_PORT, Commands, add_space, number
from rt_timbre.phase import NAMES


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    serve = commands.add("serve", _serve, "Listen to OSC and play.")
    add_space(serve)
    serve.add_argument(
        "--audio", choices=("jack", "portaudio", "none"), help="output (default: JACK if it runs, else portaudio)"
    )
    serve.add_argument("--device", metavar="NAME", help="portaudio output, by name or number; see rt-timbre devices")
    serve.add_argument(
        "--voices", type=number(int, 1, 64), default=16, metavar="N", help="1 to 64 (default: %(default)s)"
    )
    serve.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="interface to listen on (default: %(default)s)"
    )
    serve.add_argument(
        "--port",
        type=number(int, 0, 65535),
        default=DEFAULT_PORT,
        metavar="N",
        help="UDP port, 0 for any free one (default: %(default)s)",
    )
    serve.add_argument(
        "--query-port",
        type=number(int, 0, 65535),
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
        type=number(int, 0, 2**32 - 1),
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


def _latency(text: str) -> str | float:
    if text in ("low", "normal", "safe"):
        return text
    try:
        return number(float, 1.0, 1000.0)(text)
    except argparse.ArgumentTypeError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is neither low, normal, safe nor milliseconds from 1 to 1000"
        ) from None


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
