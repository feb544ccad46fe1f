"""``rt-timbre path``: make paths, change them, tell what they are."""

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rt_timbre.commands.arguments import DEFAULT_SPACE, Commands, add_space, number
from rt_timbre.paths.operator_table import OPERATORS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rt_timbre.commands.places import Places
    from rt_timbre.paths.latent_path import LatentPath

_POINT = "an anchor, or numbers as 0.1,0.2,… or [-0.1,0.2,…]"
_PATH = "NAME or FILE of a path, or a point"
_LONGEST = 86400.0  # seconds


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    paths = commands.group("path", "Make and change paths through a timbre space.", "WHAT")
    kinds = paths.group("make", "Make a path.", "KIND")
    _register_mixtures(kinds)
    _register_turns(kinds)
    walk = _add_kind(kinds, "walk", _walk, "Wander by chance from each of the space's points to one near it.")
    walk.add_argument("--start", metavar="POINT", help="where to begin (default: the first anchor)")
    walk.add_argument(
        "--pace",
        type=number(float, 0.01, 3600.0),
        default=0.5,
        metavar="S",
        help="seconds from point to point (default: %(default)s)",
    )
    walk.add_argument(
        "--neighbours",
        type=number(int, 1, 100),
        default=8,
        metavar="K",
        help="how many points are near each (default: %(default)s)",
    )
    _add_seed(walk)

    operations = "\n".join(f"  {operator.usage}\n      {operator.meaning}" for operator in OPERATORS.values())
    edit = paths.add("edit", _edit, "Change a path by operations, one after another.")
    edit.formatter_class = argparse.RawDescriptionHelpFormatter
    edit.epilog = f"operations:\n{operations}\n\nPARTS are dimensions, as 3 or 1-4, pitch or gain, joined by +."
    edit.add_argument("path", metavar="IN", help="NAME or FILE of the path")
    edit.add_argument("operations", nargs="+", metavar="OPERATION", help="as scale=0.5@3 or reverse; see below")
    edit.add_argument("--space", metavar="NAME|FILE", help="timbre space of the anchors (default: the path's own)")
    _add_out(edit)
    info = paths.add("info", _info, "Tell what a path is.")
    info.add_argument("path", metavar="NAME|FILE", help="path")


def _register_mixtures(kinds: Commands) -> None:
    line = _add_kind(kinds, "line", _line, "From point to point by a curve.")
    line.add_argument("points", nargs="+", metavar="POINT", help=_POINT)
    line.add_argument(
        "--curve",
        choices=("linear", "spherical", "expressive"),
        default="linear",
        help="way from each to the next (default: %(default)s)",
    )
    line.add_argument(
        "--times", nargs="+", type=number(float, 0.0, _LONGEST), metavar="S", help="when it is at each, from 0"
    )
    _add_seed(line)
    morph = _add_kind(
        kinds, "morph", _morph, "From one path over to another, in the time of the longer.", seconds=False
    )
    morph.add_argument("first", metavar="FIRST", help=_PATH)
    morph.add_argument("second", metavar="SECOND", help=_PATH)
    morph.add_argument(
        "--curve", choices=("linear", "spherical"), default="linear", help="how they are mixed (default: %(default)s)"
    )
    morph.add_argument(
        "--align",
        choices=("stretch", "hold"),
        default="stretch",
        help="slow the shorter path down, or hold its end (default: %(default)s)",
    )
    plane = _add_kind(kinds, "plane", _plane, "Over a plane between four points or paths.")
    plane.add_argument("corners", nargs=4, metavar="CORNER", help=f"{_PATH}; at 0:0, 1:0, 0:1 and 1:1")
    plane.add_argument(
        "--at", nargs="+", type=_place, required=True, metavar="X:Y", help="places on the way, in equal times"
    )


def _register_turns(kinds: Commands) -> None:
    circle = _add_kind(kinds, "circle", _circle, "Round a centre.")
    spiral = _add_kind(kinds, "spiral", _spiral, "Round a centre, nearer or farther each time.")
    radius = number(float, 0.0, 1000.0)
    circle.add_argument("--radius", type=radius, default=1.0, metavar="R", help="radius (default: %(default)g)")
    spiral.add_argument(
        "--radius", nargs=2, type=radius, default=(0.0, 2.0), metavar="R", help="from and to (default: 0 2)"
    )
    for kind, turns in ((circle, 1.0), (spiral, 3.0)):
        kind.add_argument("--centre", metavar="POINT", help="centre (default: the mean of the space's points)")
        kind.add_argument(
            "--axes",
            nargs=2,
            type=number(int, 1, 512),
            default=(1, 2),
            metavar="N",
            help="principal axes that span its plane, in standard deviations (default: 1 2)",
        )
        kind.add_argument("--directions", nargs=2, metavar="VECTOR", help="two vectors to span it instead, as numbers")
        kind.add_argument(
            "--turns",
            type=number(float, -5000.0, 5000.0),
            default=turns,
            metavar="N",
            help="how often round; negative for the other way (default: %(default)g)",
        )


def _add_kind(
    kinds: Commands,
    name: str,
    make: "Callable[[argparse.Namespace, Places], LatentPath]",
    text: str,
    *,
    seconds: bool = True,
) -> argparse.ArgumentParser:
    kind = kinds.add(name, _make, text)
    kind.set_defaults(make=make)
    add_space(kind)
    if seconds:
        kind.add_argument(
            "--seconds",
            type=number(float, 0.001, _LONGEST),
            default=4.0,
            metavar="S",
            help="duration (default: %(default)g)",
        )
    kind.add_argument(
        "--pitch",
        nargs="+",
        type=number(float, 0.0, 127.0),
        metavar="MIDI",
        help="pitch to be kept, or several to pass at equal times",
    )
    kind.add_argument(
        "--gain",
        nargs="+",
        type=number(float, 0.0, 1000.0),
        metavar="G",
        help="gain, linear, to be kept, or several to pass at equal times",
    )
    _add_out(kind)
    return kind


def _add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seed",
        type=number(int, 0, 2**32 - 1),
        default=0,
        metavar="N",
        help="the same gives the same (default: %(default)s)",
    )


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--out",
        required=True,
        metavar="NAME|FILE",
        help="path to write: a NAME among the user's data, where a server finds it, or a file called NAME.path.json",
    )


def _place(text: str) -> tuple[float, float]:
    """Read X:Y."""
    share = number(float, 0.0, 1.0)
    try:
        x, y = (share(word) for word in text.split(":"))
    except (ValueError, argparse.ArgumentTypeError):
        raise argparse.ArgumentTypeError(f"{text!r} is not X:Y, each from 0 to 1") from None
    return x, y


def _make(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from rt_timbre.commands.places import Places
    from rt_timbre.space_store import open_space

    places = Places(open_space(options.space))
    path: LatentPath = options.make(options, places)
    for part in ("pitch", "gain"):
        path = _with_part(path, part, getattr(options, part))
    _write(options.out, replace(path, space=places.key))
    return 0


def _with_part(path: "LatentPath", part: str, values: Sequence[float] | None) -> "LatentPath":
    """Give a path pitches or gains that pass some values at equal times, if there are any."""
    from dataclasses import replace

    import numpy as np

    from rt_timbre.paths.columns import with_times

    if values is None:
        return path
    times = np.linspace(0.0, path.duration, len(values))
    path = with_times(path, times)
    column = np.interp(path.times, times, values)
    return replace(path, pitches=column) if part == "pitch" else replace(path, gains=column.astype(np.float32))


def _write(out: str, path: "LatentPath") -> None:
    from rt_timbre import path_store
    from rt_timbre.paths.path_file import write_path

    file = path_store.file_to_write(out)
    write_path(file, path)
    print(f"{file}: {len(path)} points, {path.duration:g} s, {path.dimension} dimensions")


def _line(options: argparse.Namespace, places: "Places") -> "LatentPath":
    import numpy as np

    from rt_timbre.paths.interpolation import through

    points = np.stack([places.point(text) for text in options.points])
    times = np.linspace(0.0, options.seconds, len(points)) if options.times is None else np.array(options.times)
    return through(points, times, options.curve, seed=options.seed)


def _morph(options: argparse.Namespace, places: "Places") -> "LatentPath":
    from rt_timbre.paths.interpolation import path_to_path

    first, second = (places.path_or_point(text) for text in (options.first, options.second))
    return path_to_path(first, second, options.curve, options.align)


def _plane(options: argparse.Namespace, places: "Places") -> "LatentPath":
    import numpy as np

    from rt_timbre.paths.interpolation import over_plane

    corners = [places.path_or_point(text) for text in options.corners]
    x, y = np.array(options.at).T
    return over_plane(corners, np.linspace(0.0, options.seconds, len(x)), x, y)


def _circle(options: argparse.Namespace, places: "Places") -> "LatentPath":
    from rt_timbre.paths.generators import circle

    return circle(*_in_plane(options, places), options.radius, seconds=options.seconds, turns=options.turns)


def _spiral(options: argparse.Namespace, places: "Places") -> "LatentPath":
    from rt_timbre.paths.generators import spiral

    return spiral(*_in_plane(options, places), *options.radius, seconds=options.seconds, turns=options.turns)


def _in_plane(
    options: argparse.Namespace, places: "Places"
) -> "tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]":
    """Return the centre of a circle and the two directions of its plane."""
    import numpy as np

    from rt_timbre.errors import PathError

    principal = places.space.principal
    centre = principal.mean if options.centre is None else places.point(options.centre)
    if options.directions is not None:
        first, second = (places.vector(text) for text in options.directions)
        return centre, first, second
    count = len(principal.axes)
    if max(options.axes) > count:
        raise PathError(f"there is no axis {max(options.axes)}; {places.space.name} has {count} principal axes")
    first, second = (np.sqrt(principal.variance[axis - 1]) * principal.axes[axis - 1] for axis in options.axes)
    return centre, first, second


def _walk(options: argparse.Namespace, places: "Places") -> "LatentPath":
    from rt_timbre.paths.generators import walk
    from rt_timbre.paths.graph import Graph

    start = places.space.anchors[0].latent if options.start is None else places.point(options.start)
    graph = Graph(places.space.points.latent, options.neighbours)
    return walk(graph, start, seconds=options.seconds, pace=options.pace, seed=options.seed)


def _edit(options: argparse.Namespace) -> int:
    from functools import cache

    from rt_timbre import path_store
    from rt_timbre.commands.places import Places
    from rt_timbre.paths.operations import apply, parse_operation
    from rt_timbre.paths.path_file import read_path
    from rt_timbre.space_store import open_space

    operations = [parse_operation(text) for text in options.operations]
    path = read_path(path_store.file_of(options.path))

    @cache
    def places() -> Places:
        own = DEFAULT_SPACE if path.space is None else path.space.name
        return Places(open_space(options.space or own))

    changed = apply(
        path,
        operations,
        find_path=lambda text: read_path(path_store.file_of(text), path.dimension),
        find_points=lambda text: places().points(text),
    )
    _write(options.out, changed)
    return 0


def _range(values: "NDArray[np.floating]") -> str:
    return f"{values.min():.4g} to {values.max():.4g}"


def _info(options: argparse.Namespace) -> int:
    import numpy as np

    from rt_timbre import path_store
    from rt_timbre.paths.path_file import name_of, read_path

    file = path_store.file_of(options.path)
    path = read_path(file)
    print(f"{name_of(file)}: {len(path)} points, {path.duration:g} s, {path.dimension} dimensions")
    print(f"space   {'not told' if path.space is None else f'{path.space.name}, sha256 {path.space.sha256}'}")
    print(f"pitch   {'the voice' if path.pitches is None else _range(path.pitches)}")
    print(f"gain    {'1' if path.gains is None else _range(path.gains)}")
    steps = np.linalg.norm(np.diff(path.latents.astype(np.float64), axis=0), axis=1)
    print(f"way     {steps.sum():.4g} long, {steps.max(initial=0.0):.4g} the longest piece")
    for dimension, values in enumerate(path.latents.T, start=1):
        print(f"{dimension:<7} {_range(values)}")
    return 0
