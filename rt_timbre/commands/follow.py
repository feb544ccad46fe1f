"""``rt-timbre follow``: a path along which a descriptor follows a curve."""

import argparse
from typing import TYPE_CHECKING

from rt_timbre.commands.arguments import Commands, add_space, number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rt_timbre.commands.places import Places
    from rt_timbre.paths.follow import Reach
    from rt_timbre.paths.followed import Followed

_OUT_OF_REACH = 0.02  # of what lies between the lowest and the highest value near the instrument


def register(commands: Commands) -> None:
    """Add the command."""
    follow = commands.add("follow", _follow, "Make a path along which a descriptor follows a curve.")
    add_space(follow)
    follow.add_argument(
        "--from",
        dest="origin",
        required=True,
        metavar="POINT|PATH",
        help="where it sets out from and stays near: an anchor, numbers joined by commas, or the first point of a path",
    )
    follow.add_argument(
        "--pitch", type=number(float, 0.0, 127.0), metavar="MIDI", help="by itself that of the anchor or of the path"
    )
    follow.add_argument("--descriptor", required=True, metavar="NAME", help="centroid, bandwidth, flatness, …")
    follow.add_argument(
        "--curve",
        type=_curve,
        required=True,
        metavar="SECONDS:VALUE,…",
        help="values of the descriptor, straight lines between; the first at 0 s",
    )
    follow.add_argument(
        "--rate",
        type=number(float, 0.1, 1000.0),
        default=20.0,
        metavar="N",
        help="points of the path per second (default: %(default)g)",
    )
    follow.add_argument(
        "-o",
        "--out",
        required=True,
        metavar="PATH",
        help="path to write: a file, .path.json, or a name, for one among the user's data",
    )


def _curve(text: str) -> list[tuple[float, float]]:
    points = []
    for part in text.split(","):
        time, _, value = part.partition(":")
        try:
            points.append((float(time), float(value)))
        except ValueError:
            raise argparse.ArgumentTypeError(f"{part!r} is not SECONDS:VALUE, such as 0.5:1200") from None
    return points


def _follow(options: argparse.Namespace) -> int:
    import dataclasses

    from rt_timbre import path_store
    from rt_timbre.commands.places import Places
    from rt_timbre.descriptors.describer import NAMES, UNITS
    from rt_timbre.paths.follow import follow, reach_of
    from rt_timbre.paths.path_file import write_path
    from rt_timbre.space_store import open_space

    places = Places(open_space(options.space))
    target, times = _sampled(options.curve, options.rate)
    origin, pitch, instrument = _origin(places, options.origin, options.pitch)
    found = follow(places.space, origin, pitch, options.descriptor, target, times, instrument=instrument)
    reach = reach_of(places.space, origin, pitch, options.descriptor, instrument=instrument)
    file = path_store.file_to_write(options.out)
    write_path(file, dataclasses.replace(found.path, space=places.key))
    unit = UNITS[NAMES.index(options.descriptor)]
    points = "1 point" if len(found.path) == 1 else f"{len(found.path)} points"
    print(f"{file}: {points}, {found.path.duration:.2f} s, MIDI {pitch:g}")
    print("\n".join(_report(found, reach, options.descriptor, f" {unit}" if unit else "")))
    return 0


def _sampled(curve: list[tuple[float, float]], rate: float) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """Return values and times of a curve, at equal steps from its beginning to its end."""
    import numpy as np

    from rt_timbre.errors import PathError
    from rt_timbre.paths.followed import MOST_TARGETS, checked_curve

    values, places = checked_curve([value for _, value in curve], [time for time, _ in curve])
    steps = places[-1] * rate
    if steps >= MOST_TARGETS:
        raise PathError(
            f"the curve is {places[-1]:g} s long; at {rate:g} points per second it may be {(MOST_TARGETS - 1) / rate:g}"
        )
    times = np.linspace(0.0, places[-1], max(1, round(steps)) + 1) if places[-1] > 0.0 else places
    return np.interp(times, places, values), times


def _origin(places: "Places", text: str, pitch: float | None) -> "tuple[NDArray[np.float32], float, str | None]":
    """Return where a path sets out from, its pitch, and the instrument that it is to stay near, if that is said."""
    from rt_timbre.errors import PathError

    for anchor in places.space.anchors:
        if anchor.name == text:
            return anchor.latent, anchor.pitch if pitch is None else pitch, text
    path = places.path_or_point(text)
    if pitch is None:
        if path.pitches is None:
            raise PathError(f"{text[:80]} has no pitch; give one by --pitch")
        pitch = float(path.pitches[0])
    return path.latents[0], pitch, None


def _report(found: "Followed", reach: "Reach", descriptor: str, unit: str) -> list[str]:
    """Return lines about how near a path came to what was asked for."""
    import numpy as np

    errors = np.abs(found.errors)
    lines = [
        f"{descriptor}: {found.error:.3g}{unit} off (root mean square), at most {errors.max():.3g}{unit}; near the "
        f"instrument there is {reach.low:.4g} to {reach.high:.4g}{unit}"
    ]
    missed = np.flatnonzero(errors > _OUT_OF_REACH * reach.span)
    if missed.size:
        worst = missed[np.argmax(errors[missed])]
        lines.append(
            f"out of reach: {missed.size} of {len(errors)} points, the first at {found.path.times[missed[0]]:.2f} s; "
            f"worst at {found.path.times[worst]:.2f} s, where {found.target[worst]:.4g}{unit} was asked for and "
            f"{found.reached[worst]:.4g}{unit} reached, {found.errors[worst]:+.3g}{unit}"
        )
    return lines
