"""Paths that are made of little: circles, spirals, and walks through the populated part of a space."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import BSpline

from rt_timbre.errors import PathError
from rt_timbre.paths.columns import Doubles, check_count
from rt_timbre.paths.graph import Graph
from rt_timbre.paths.latent_path import LatentPath

_TURN_STEPS = 128  # straight lines that stand for one turn
_WALK_STEPS = 16  # straight lines from one point of a walk to the next


def circle(
    centre: ArrayLike, first: ArrayLike, second: ArrayLike, radius: float, *, seconds: float, turns: float = 1.0
) -> LatentPath:
    """Go round a centre: centre + radius (cos φ first + sin φ second).

    Parameters
    ----------
    centre : array_like of float [D]
        The centre.
    first, second : array_like of float [D]
        Directions; the path begins in the first. With two principal axes, each as long as the standard deviation along
        it, the way goes round the populated part of a space.
    radius : float
        In lengths of the directions.
    seconds : float
        Duration, > 0.
    turns : float
        How often round; negative for the other way.

    Returns
    -------
    LatentPath
        The path, of 128 straight lines a turn.

    Raises
    ------
    PathError
        The vectors have different dimensions, there is no duration, or there are too many turns.
    """
    return spiral(centre, first, second, radius, radius, seconds=seconds, turns=turns)


def spiral(
    centre: ArrayLike,
    first: ArrayLike,
    second: ArrayLike,
    start: float,
    end: float,
    *,
    seconds: float,
    turns: float = 3.0,
) -> LatentPath:
    """Go round a centre while the radius goes evenly from one to another.

    Parameters
    ----------
    centre, first, second : array_like of float [D]
        As of `circle`.
    start, end : float
        First and last radius, in lengths of the directions.
    seconds : float
        Duration, > 0.
    turns : float
        How often round; negative for the other way.

    Returns
    -------
    LatentPath
        The path, of 128 straight lines a turn.

    Raises
    ------
    PathError
        The vectors have different dimensions, there is no duration, or there are too many turns.
    """
    middle, one, two = (np.asarray(vector, np.float64) for vector in (centre, first, second))
    if not middle.shape == one.shape == two.shape or middle.ndim != 1:
        raise PathError(
            f"centre and directions have the shapes {middle.shape}, {one.shape} and {two.shape}; "
            "they must be vectors of one space"
        )
    _check_duration(seconds)
    steps = max(1.0, np.ceil(abs(turns) * _TURN_STEPS))
    check_count(float(steps) + 1.0)
    share = np.linspace(0.0, 1.0, int(steps) + 1)[:, None]
    angle = 2.0 * np.pi * turns * share
    radius = start + (end - start) * share
    latents = middle + radius * (np.cos(angle) * one + np.sin(angle) * two)
    return LatentPath(times=seconds * share[:, 0], latents=latents)  # type: ignore[arg-type]


def walk(graph: Graph, start: ArrayLike, *, seconds: float, pace: float = 0.5, seed: int = 0) -> LatentPath:
    """Wander smoothly among the points of a space: a random walk on its neighbourhood graph.

    From each point the walk goes to one of its neighbours by chance, not back to where it comes from if there is
    another. The path is the uniform cubic B-spline of these points: without corners, and always among four of them
    that follow each other, so it stays where the space is populated. It begins at the first point and ends at the last.

    Parameters
    ----------
    graph : Graph
        The points of the space.
    start : array_like of float [D]
        Where to begin: at the nearest point of the graph.
    seconds : float
        Duration, > 0.
    pace : float
        About as many seconds from one point to the next, > 0.
    seed : int
        The same seed gives the same walk.

    Returns
    -------
    LatentPath
        The path.

    Raises
    ------
    PathError
        There is no duration or no pace, or there would be too many points.
    """
    _check_duration(seconds)
    if not 0.0 < pace < np.inf:
        raise PathError(f"the pace is {pace:g} s; it must be more than 0")
    legs = max(1.0, np.ceil(seconds / pace))
    check_count(legs * _WALK_STEPS + 1.0)
    visited = _visit(graph, graph.nearest(start), int(legs), np.random.default_rng(seed))
    # Ends three times, so that the spline reaches them.
    points: Doubles = np.pad(graph.latents[visited].astype(np.float64), ((2, 2), (0, 0)), mode="edge")
    spline = BSpline(np.arange(len(points) + 4, dtype=np.float64), points, 3)
    knots = np.linspace(3.0, len(points), int(legs) * _WALK_STEPS + 1)
    latents = spline(np.minimum(knots, np.nextafter(len(points), 0.0)))
    return LatentPath(times=np.linspace(0.0, seconds, len(knots)), latents=latents)


def _visit(graph: Graph, place: int, legs: int, random: np.random.Generator) -> list[int]:
    visited = [place]
    for _ in range(legs):
        choices = graph.neighbours[place]
        if len(choices) > 1 and len(visited) > 1:
            choices = choices[choices != visited[-2]]
        place = int(random.choice(choices)) if len(choices) else place
        visited.append(place)
    return visited


def _check_duration(seconds: float) -> None:
    if not 0.0 < seconds < np.inf:
        raise PathError(f"the duration is {seconds:g} s; it must be more than 0")
